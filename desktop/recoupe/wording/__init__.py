"""Words for verdicts, values and reports, in each language; written without Qt so that a report needs no window."""

from recoupe.wording.book import (
    LANGUAGES,
    error_text,
    kind_label,
    note_codes,
    note_text,
    stage_text,
    state_label,
    verdict_label,
    word,
)
from recoupe.wording.explain import confidence_text, explain, reason_text
from recoupe.wording.quantities import number_text, share_text
from recoupe.wording.typography import colon, date_text, datetime_text, join, quoted, typeset, unbroken
from recoupe.wording.values import only_words_tell, stated_text, value_text, worth_text

__all__ = [
    "LANGUAGES",
    "colon",
    "confidence_text",
    "date_text",
    "datetime_text",
    "error_text",
    "explain",
    "join",
    "kind_label",
    "note_codes",
    "note_text",
    "number_text",
    "only_words_tell",
    "quoted",
    "reason_text",
    "share_text",
    "stage_text",
    "state_label",
    "stated_text",
    "typeset",
    "unbroken",
    "value_text",
    "verdict_label",
    "word",
    "worth_text",
]
