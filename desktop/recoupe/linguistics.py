"""Lemmas, moods, heads and names of a text, by spaCy, once for all who need them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from recoupe.model import Article, Parse, Reading, Span, Token
from recoupe.pipelines import MODELS, pipeline
from recoupe.progress import Progress, silent

BATCH = 64

# One to one, so that offsets hold: typographic signs that would be cut or tagged otherwise than their plain forms
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ", "\r": " "})

_CONDITIONAL = re.compile(r"r(?:ais|ait|ions|iez|aient)$")
_CLEAR_CONDITIONAL = re.compile(r"(\w*r)(?:ais|ait|aient)")
# what an infinitive adds to a stem in r whose own imperfect or present ends as conditionals do: tirer, courir, extraire, paraître
_OWN_ENDINGS = ("er", "ir", "aire", "aître")

# forms of the present that the model takes for other words wherever they stand
_UNSEEN_VERBS = {"dément": "démentir", "démentent": "démentir", "abstient": "abstenir", "abstiennent": "abstenir"}
_PRESENT = frozenset({"Mood=Ind", "Tense=Pres", "VerbForm=Fin", "Person=3"})
# verbs that govern what is said, however far behind them
_SAYING = {
    *(
        "affirmer",
        "ajouter",
        "annoncer",
        "assurer",
        "avertir",
        "confier",
        "confirmer",
        "déclarer",
        "dire",
        "estimer",
        "expliquer",
        "indiquer",
    ),
    *("jurer", "marteler", "préciser", "prévenir", "promettre", "raconter", "rappeler", "reconnaître", "répéter", "répondre", "révéler"),
    *("souligner", "soutenir"),
}
_NOBODY = {"personne", "nul", "rien", "aucun", "aucune"}
_NOMINAL = {"NOUN", "PROPN"}

# A name with a dot inside, which the models take for a common noun as often as not
_DOTTED_NAME = re.compile(r"[A-Z]\w*\.(?:[A-Z]\w*|[a-z]{2,4})")

_ENTITIES = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "MISC": "MISC",
    "NORP": "MISC",
    "PRODUCT": "MISC",
    "EVENT": "MISC",
    "LAW": "MISC",
    "WORK_OF_ART": "MISC",
}

# The English model speaks the ClearNLP labels; what keeps its shape is renamed, the rest is rebuilt below
_ENGLISH_LABELS = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "quantmod": "advmod",
    "npadvmod": "obl:mod",
    "poss": "nmod",
    "relcl": "acl:relcl",
    "dative": "iobj",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "prt": "compound:prt",
    "pcomp": "advcl",
    "predet": "det",
    "preconj": "cc",
}


def parse(article: Article, progress: Progress = silent, *, before: tuple[Article, Parse] | None = None) -> Parse:
    """The article's sentences, word by word; noise has no words. An unknown language is read as French.

    `before` is an earlier state of the article with its parse: sentences that stand in it word for word are not parsed again. A sentence's
    parse depends on nothing but its own words, so the outcome is the same. Progress is told while another thread loads the models, and
    between batches. Raises ResourceMissing where the language's model is not installed.
    """
    language = article.language if article.language in MODELS else "fr"
    words: list[tuple[Token, ...]] = [()] * len(article.sentences)
    known = _known(*before) if before is not None and before[1].language == language else {}
    anew: list[tuple[int, Reading]] = []
    for index in article.story:
        span = article.sentences[index].span
        kept = known.get(_plain_text(article, span))
        if kept is not None:
            words[index] = _moved(kept[0], span.start - kept[1])
        else:
            anew.append((index, article.reading(span)))
    nlp = pipeline(language, progress) if anew else None
    for start in range(0, len(anew), BATCH):
        progress("parsing", start, len(anew))
        batch = anew[start : start + BATCH]
        documents = nlp.pipe((_document(nlp, r.text) for _, r in batch), batch_size=BATCH)  # type: ignore[union-attr]
        for (index, reading), document in zip(batch, documents, strict=True):
            words[index] = tuple(_tokens(document, reading, language))
    return Parse(article.id, language, tuple(words))


def _known(article: Article, parsed: Parse) -> dict[str, tuple[tuple[Token, ...], int]]:
    """The words of each sentence that was parsed, by its text, with the offset where it stood."""
    spans = ((article.sentences[i].span, tokens) for i, tokens in enumerate(parsed.sentences) if tokens and i < len(article.sentences))
    return {_plain_text(article, span): (tokens, span.start) for span, tokens in spans if _plain_text(article, span)}


def _plain_text(article: Article, span: Span) -> str:
    """The text of a sentence that is read as it stands; empty where a doubled word is left out, so that offsets run on."""
    return "" if any(d.overlaps(span) for d in article.doubled) else article.text[span.start : span.end]


def _moved(tokens: tuple[Token, ...], by: int) -> tuple[Token, ...]:
    if not by:
        return tokens
    return tuple(Token(Span(t.span.start + by, t.span.end + by), t.text, t.lemma, t.pos, t.dep, t.head, t.morph, t.entity) for t in tokens)


def _document(nlp: Any, text: str) -> Any:  # noqa: ANN401
    """A document to parse as one sentence: where sentences end was settled when the article was read."""
    document = nlp.make_doc(text.translate(_PLAIN))
    for token in document[1:]:
        token.is_sent_start = False
    return document


def _tokens(document: Any, reading: Reading, language: str) -> Iterator[Token]:  # noqa: ANN401
    heads = [t.head.i for t in document]
    labels = ["root" if t.dep_ == "ROOT" else t.dep_ for t in document]
    restored: frozenset[int] = frozenset()
    if language == "en":
        _to_universal([t.lemma_.lower() for t in document], [t.pos_ for t in document], heads, labels)
    else:
        restored = _restore_verbs(document, heads, labels)
        _raise_finite(document, heads, labels)
        _restrict(document, heads, labels)
        _raise_participle(document, heads, labels)
        _hang_told(document, heads, labels)
        _seat_subject(document, heads, labels)
    kept = [t.i for t in document if not t.is_space]
    place = {i: n for n, i in enumerate(kept)}
    for i in kept:
        token = document[i]
        yield Token(
            span=reading.span(token.idx, token.idx + len(token.text)),
            text=token.text,
            lemma=_lemma(token, labels[i], language),
            pos="VERB" if i in restored else "PROPN" if _DOTTED_NAME.fullmatch(token.text) else token.pos_,
            dep=labels[i],
            head=place.get(heads[i], place[i]),
            morph=_PRESENT if i in restored else _features(token, language),
            entity="" if i in restored else _ENTITIES.get(token.ent_type_, ""),
        )


def _lemma(token: Any, label: str, language: str) -> str:  # noqa: ANN401
    """The word's lemma; of a main verb in -e that the model left as it stands (« compte »), the infinitive."""
    lemma: str = _UNSEEN_VERBS.get(token.text, token.lemma_) or token.text.lower()
    left = language == "fr" and label == "root" and lemma == token.text and lemma.endswith("e") and "VerbForm=Fin" in token.morph
    return lemma + "r" if left else lemma


def _features(token: Any, language: str) -> frozenset[str]:  # noqa: ANN401
    """The word's features, its mood set right: the French model takes plain presents (« restent ») for conditionals, and the reverse."""
    features = {f for f in str(token.morph).split("|") if f}
    if language == "fr":
        text = token.text.lower()
        if "Mood=Cnd" in features and not _CONDITIONAL.search(text):
            features = features - {"Mood=Cnd"} | {"Mood=Ind"}
        elif "Mood=Ind" in features and _is_conditional(text, token.lemma_):
            features = features - {"Mood=Ind", "Tense=Imp"} | {"Mood=Cnd"}
    return frozenset(features)


def _is_conditional(text: str, lemma: str) -> bool:
    """Whether a verb's form can only be a conditional: « disparaîtraient », not « tirait » or « extrait »."""
    match = _CLEAR_CONDITIONAL.fullmatch(text)
    return match is not None and lemma not in {match.group(1) + end for end in _OWN_ENDINGS}


def _restore_verbs(document: Any, heads: list[int], labels: list[str]) -> frozenset[int]:  # noqa: ANN401
    """The words that are verbs though the model calls them names or adverbs (« Untel lance X », « le maire dément »), the tree mended.

    A small letter and an infinitive for lemma give a verb away among names: headlines, where every other word is one, are full of them.
    """
    tags = [t.pos_ for t in document]
    found = []
    for i, token in enumerate(document):
        verb = tags[i] == "PROPN" and token.text.islower() and token.lemma_ != token.text and token.lemma_.endswith(("er", "ir", "re"))
        unseen = tags[i] not in {"VERB", "AUX"} and token.text in _UNSEEN_VERBS
        before = next((n for n in range(i - 1, -1, -1) if tags[n] not in {"ADV", "PUNCT", "PRON"} or n == i), None)
        if (verb or unseen) and before is not None and tags[before] in _NOMINAL:
            tags[i] = "VERB"
            _govern(i, before, tags, heads, labels)
            found.append(i)
    return frozenset(found)


def _raise_finite(document: Any, heads: list[int], labels: list[str]) -> None:  # noqa: ANN401
    """Makes a finite verb the root that the model hung on its own subject, and the infinitive behind it what it governs.

    An infinitive that follows a finite verb at once is no main verb: « la direction compte supprimer 300 postes ».
    """
    for verb, token in enumerate(document[:-1]):
        infinitive = verb + 1
        finite = token.pos_ == "VERB" and "VerbForm=Fin" in token.morph and labels[verb] in {"amod", "acl"}
        if not finite or labels[infinitive] != "root" or "VerbForm=Inf" not in document[infinitive].morph:
            continue
        subject = heads[verb]
        heads[verb], labels[verb] = verb, "root"
        heads[subject], labels[subject] = verb, "nsubj"
        heads[infinitive], labels[infinitive] = verb, "xcomp"


def _restrict(document: Any, heads: list[int], labels: list[str]) -> None:  # noqa: ANN401
    """Gives a verb the object that « ne … que » limits, where the model took « que » for what opens a clause: « La CGT ne compte que 260
    grévistes et assure que … ».
    """
    for que, token in enumerate(document):
        clause = heads[que]
        verb = heads[clause]
        if token.text.lower() not in {"que", "qu'"} or labels[que] != "mark" or labels[clause] != "ccomp" or not verb < que < clause:
            continue
        under = [i for i, head in enumerate(heads) if head == verb]
        denied = any(document[i].text.lower() in {"ne", "n'"} for i in under) and que == verb + 1
        nobody = any(document[i].text.lower() in _NOBODY for i in range(max(0, verb - 3), verb))
        limited = next((i for i, head in enumerate(heads) if head == clause and labels[i] == "nsubj" and que < i < clause), None)
        if not denied or nobody or limited is None or document[que + 1].pos_ not in {"NUM", "DET"}:
            continue
        joined = any(head == clause and labels[i] == "cc" and limited < i for i, head in enumerate(heads))
        heads[limited], labels[limited] = verb, "obj"
        heads[que], labels[que] = limited, "advmod"
        labels[clause] = "conj" if joined else "parataxis"


def _raise_participle(document: Any, heads: list[int], labels: list[str]) -> None:  # noqa: ANN401
    """Makes the participle behind an auxiliary the root, where the model took the name before it for one: « Claire Royal a jugé que … »."""
    for verb, token in enumerate(document):
        name = heads[verb]
        helped = any(head == verb and labels[i].startswith("aux") for i, head in enumerate(heads))
        told = labels[verb] == "xcomp" and labels[name] == "root" and document[name].pos_ == "PROPN" and name < verb
        if not (told and helped and "VerbForm=Part" in token.morph):
            continue
        subject = next((i for i, head in enumerate(heads) if head == name and i < name and labels[i].startswith("nsubj")), None)
        for i, head in enumerate(heads):
            if head == name and i not in {verb, name, subject} and not labels[i].startswith("flat"):
                heads[i] = verb
        heads[verb], labels[verb] = verb, "root"
        if subject is None:
            heads[name], labels[name] = verb, "nsubj"
        else:
            heads[subject], (heads[name], labels[name]) = verb, (subject, "flat:name")


def _hang_told(document: Any, heads: list[int], labels: list[str]) -> None:  # noqa: ANN401
    """Hangs what is said on the verb of saying, where the model hung it on a noun between: « a assuré mardi devant les élus que … »."""
    for que, token in enumerate(document):
        clause = heads[que]
        noun = heads[clause]
        verb = heads[noun]
        opens = token.text.lower() in {"que", "qu'"} and labels[que] == "mark" and labels[clause].startswith("acl") and que < clause
        if opens and noun < que and verb < noun and labels[noun].startswith("obl") and document[verb].lemma_ in _SAYING:
            heads[clause], labels[clause] = verb, "ccomp"


def _seat_subject(document: Any, heads: list[int], labels: list[str]) -> None:  # noqa: ANN401
    """Makes a noun the subject that the model hung on an adjective in its own group: « la direction du groupe laitier a annoncé »."""
    for adjective in range(1, len(document)):
        if document[adjective].pos_ != "ADJ" or not labels[adjective].startswith("nsubj") or document[adjective - 1].pos_ != "NOUN":
            continue
        verb = heads[adjective]
        subject = next((i for i in range(adjective) if heads[i] == adjective and labels[i].startswith("nsubj")), None)
        if subject is None or document[subject].pos_ not in {"NOUN", "PROPN"} or verb <= adjective:
            continue
        heads[subject], labels[subject] = verb, labels[adjective]
        for i, head in enumerate(heads):
            if head == adjective:
                heads[i] = adjective - 1
        heads[adjective], labels[adjective] = adjective - 1, "amod"


def _govern(verb: int, before: int, tags: list[str], heads: list[int], labels: list[str]) -> None:
    """Makes a verb govern the noun before it, as its subject, and the noun right behind it, as its object."""
    root = next((i for i, label in enumerate(labels) if label == "root"), verb)
    subject = before
    while heads[subject] < subject and tags[heads[subject]] in _NOMINAL and labels[subject].startswith(("flat", "nmod", "appos")):
        subject = heads[subject]
    inner = {"DET", "ADJ", "NUM", "ADV"}
    noun = next((i for i in range(verb + 1, len(tags)) if tags[i] not in inner), len(tags))
    heads[subject], labels[subject] = verb, "nsubj"
    if noun < len(tags) and tags[noun] in _NOMINAL:
        heads[noun], labels[noun] = verb, "obj"
    if root in {subject, noun, verb}:
        heads[verb], labels[verb] = verb, "root"
        return
    at, seen = heads[verb], {verb}
    while at not in seen:
        seen.add(at)
        at = heads[at]
    if at == verb or heads[verb] == verb:
        heads[verb] = root
    labels[verb] = "dep"


def _to_universal(lemmas: list[str], tags: list[str], heads: list[int], labels: list[str]) -> None:
    """Turn the English model's tree, in place, into one of Universal Dependencies.

    There a preposition is governed by its noun (`case`), and a copula by its predicate (`cop`).
    """
    for noun, label in enumerate(labels):
        if label == "pobj":
            preposition = heads[noun]
            governor = heads[preposition]
            by = labels[preposition] == "agent"
            nominal = tags[governor] in {"NOUN", "PROPN", "PRON", "NUM"}
            heads[noun] = governor if governor != preposition else noun
            labels[noun] = "obl:agent" if by else "nmod" if nominal else "obl:mod"
            if governor == preposition:
                labels[noun] = "root"
            heads[preposition], labels[preposition] = noun, "case"
    for predicate, label in enumerate(labels):
        verb = heads[predicate]
        if label in {"attr", "acomp"} and lemmas[verb] == "be" and verb != predicate and labels[verb] != "cop":
            heads[predicate], labels[predicate] = (heads[verb] if heads[verb] != verb else predicate), labels[verb]
            for child, head in enumerate(heads):
                if head == verb and child not in {verb, predicate}:
                    heads[child] = predicate
            heads[verb], labels[verb] = predicate, "cop"
    for i, label in enumerate(labels):
        if label == "compound" and tags[i] == "PROPN" and tags[heads[i]] == "PROPN":
            labels[i] = "flat:name"
        elif label in {"prep", "agent"}:
            labels[i] = "advmod"
        else:
            labels[i] = _ENGLISH_LABELS.get(label, label)
