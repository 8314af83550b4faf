"""What something is put down to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.facts.causes import causes
from recoupe.facts.kind import Found, Kind, Ruling, SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.tree import is_content, run
from recoupe.model import Assertion, Verdict

_EFFECT = 8  # words
_STEM = 5  # letters
_IDLE = ("subject_verbs", "object_verbs", "nouns", "leads", "oblique", "behind_object", "copulas")


def find(context: SentenceContext) -> Iterator[Found]:
    """Every cause the sentence names, about the effect it names beside."""
    tokens = context.tokens
    for named in causes(context):
        content = [tokens[i].lemma.lower() for i in named.words if is_content(tokens[i])]
        yield Found(
            run(tokens, named.words), Assertion(" ".join(content), named.holds), _effect(context, named.words), "cause", named.scope
        )


def _effect(context: SentenceContext, cause: tuple[int, ...]) -> str:
    """The words of weight nearest to the cause, which name what it brought about; none of those that only say that it is one."""
    tokens = context.tokens
    idle = {w for part in _IDLE for phrase in words(context.language, "cause", part) for w in phrase.split()}
    near = [i for i, t in enumerate(tokens) if i not in cause and is_content(t) and t.lemma.lower() not in idle]
    near = sorted(near, key=lambda i: min(abs(i - cause[0]), abs(i - cause[-1])))[:_EFFECT]
    return " ".join(tokens[i].lemma.lower() for i in sorted(near))


def judge(left: Assertion, right: Assertion) -> Ruling:
    """Causes that share a weighty word agree, unless one article denies it; others exclude each other."""
    if not one_cause(left, right):
        return Verdict.CONTRADICTION, "other_cause"
    return (Verdict.AGREEMENT, "same_cause") if left.holds == right.holds else (Verdict.CONTRADICTION, "denied")


def one_cause(left: Assertion, right: Assertion) -> bool:
    """Whether two causes are one: « la rupture d'une vanne » and « une vanne défectueuse », not two different « problèmes »."""
    ours, theirs = (frozenset(_one_word().get(w, w) for w in value.what.split()) for value in (left, right))
    generic = words("fr", "cause", "generic") | words("en", "cause", "generic")
    if not ours - generic or not theirs - generic:
        return bool(ours & theirs)
    return any(_akin(one, other) for one in ours - generic for other in theirs - generic)


def _akin(one: str, other: str) -> bool:
    """Whether two words are one, or begin alike, as « automatisation » and "automation" do."""
    return one == other or (min(len(one), len(other)) > _STEM and one[:_STEM] == other[:_STEM])


@cache
def _one_word() -> dict[str, str]:
    """For words that say the same, one of them: of an English danger, tool or beast the French one, of « feu » « incendie »."""
    tables = (table.get("french", {}) for table in lexicon("en", "exclusive").values())
    found = {english: french for table in tables for english, french in table.items()}
    lines = [line for code in ("fr", "en") for line in lexicon(code, "cause")["alike"]]
    return found | {word: line[0] for line in lines for word in line}


KIND = Kind(name="cause", labels={"fr": "Cause", "en": "Cause"}, find=find, judge=judge)
