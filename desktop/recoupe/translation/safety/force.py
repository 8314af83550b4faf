"""Whether a translation denies what its original denies, and doubts what it doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.model import Doubt, Span
from recoupe.translation.safety.conditional import conditional
from recoupe.translation.safety.lacks import doubts_of_lacks
from recoupe.translation.safety.lists import found
from recoupe.translation.safety.side import Side

# « ne » that denies nothing: after « avant que », « de peur que », « plus … que »
_EMPTY_NE = re.compile(
    r"(?:avant|moins|peur|crainte|plus|mieux|pire|autre|peu|éviter|empêcher|risque)s?\s+qu[e'’][^.;:]{0,60}$", re.IGNORECASE
)
_NE = re.compile(r"(?<!\w)(?:ne\s|n['’])", re.IGNORECASE)
_SECOND = re.compile(r"(?<!\w)(pas|plus|jamais|rien|personne|aucune?|nul(?:le)?|guère|point|ni|nullement|aucunement)(?!\w)", re.IGNORECASE)
_BARE_NOT = re.compile(r"(?<!\w)(?:mais|et|ou)\s+((?:pas|non)\s)(?!seulement|moins|sans|plus)", re.IGNORECASE)  # « mais pas à l'alcool »
_MODAL = re.compile(r"(?:pourr|devr)ai(?:en)?t", re.IGNORECASE)
_SOURCE = re.compile(r"(?<!\w)(?:selon|d['’]après)(?!\w)", re.IGNORECASE)
# a denial denied, which is none: « n'exclut pas », "does not rule out"
_DENIED = {
    "fr": re.compile(
        r"(?<!\w)(?:ne\s|n['’])(?:(?:les?|la|lui|leur|y|en|se)\s|[ls]['’])*"
        r"(?:(?:est|était|sera|serait|sont|étaient|a|ai|as|avons|avez|ont|avait|avaient)\s+(?:\w+\s+){0,2})?"
        r"(?:exclu|ni(?:e|é|ai|ent)|dément|contest|réfut|récus|refus|interdi|empêch|rejet|écart)\w*",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:(?<!\w)(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?(?:rul\w+(?:\s\w+)?\s+out|den[iy]\w*|exclud\w+|refus\w+|reject\w+|disput\w+|contest\w*|prevent\w*)",
        re.IGNORECASE,
    ),
}
_GRANTED = {  # « ne nie pas » is "admits"
    "fr": re.compile(r"(?<!\w)(?:admet|reconn|accept|envisag|permet)\w*", re.IGNORECASE),
    "en": re.compile(r"(?<!\w)(?:admit|acknowledg|accept|agree|recogni|consider|allow|open)\w*", re.IGNORECASE),
}
_CLAIMED = re.compile(  # « affirme avoir … », « assure que … »
    r"(?<!\w)((?:affirm|assur|prétend|souten|soutien|déclar)\w*|dit|disent|disait)"
    r"\s+(?:ne pas\s+|n['’])?(?:que\s|qu['’]|avoir\s|être\s|s['’]être\s)",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"(?:d['’]|de\s+|à\s+|pour\s+|sans\s+)$", re.IGNORECASE)  # « rien ne permet d'affirmer que » claims nothing
# « une source proche du dossier évoque … »
_INFORMED = re.compile(
    r"(?<!\w)((?:une|des|plusieurs|deux|trois|les|nos|ses)\s+(?:\w+\s+)?sources?)\s+(?:\w+\s+)?(?:proche|polici|judiciaire|concordant|diplomati|syndical"
    r"|hospitali|gouvernemental|militaire|offici|interne|anonyme|ministériel|parlementaire|sécuritaire|locale|bien\s+informée)",
    re.IGNORECASE,
)
_NEAR = 12  # characters between « d'après » and the one it names
_UNTIL = re.compile(
    r"(?<!\w)(?:until|till|before|unless)(?!\w)", re.IGNORECASE
)  # « n'a lieu qu'en mai » is "does not take place until May"
_NO_SOONER = re.compile(r"(?<!\w)(?:until|till|earliest|jusqu['’]\w*|plus tôt)(?!\w)", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:pas|jamais|rien|personne|plus)(?:\s+\w+){0,3}\s+avant(?!\w)|(?<!\w)not?(?:\s+\w+){0,4}\s+(?:before|until)(?!\w)",
    re.IGNORECASE,
)
_NOT_SINCE = re.compile(r"(?<!\w)(?:pas|plus|jamais|rien)(?!\w)[^.;:]*(?<!\w)depuis(?!\w)", re.IGNORECASE)
_ONLY = re.compile(r"(?<!\w)qu(?:e\s|['’])", re.IGNORECASE)  # « ne … que » is "only"


def doubts_of_force(source: Side, target: Side) -> Iterator[Doubt]:
    """Negations and hedges that the translation has lost or put in."""
    ours, theirs = _without_pairs(source, target)
    denied = _DENIED[source.language].search(source.text)
    if denied and not theirs:
        if not _hedges(target) and not _GRANTED[target.language].search(target.text):  # « n'est pas exclu » is "is possible"
            yield Doubt("lost", "negation", denied.group())
    elif ours and not theirs and _NOT_SINCE.search(source.text) and found(target, "superlatives"):
        pass  # « n'avait pas connu pareille sécheresse depuis » is "the worst drought in"
    elif ours and not theirs and _NOT_BEFORE.search(source.text) and _NO_SOONER.search(target.text):
        pass  # « ne rouvrira pas avant mercredi » is "will stay closed until Wednesday"
    elif ours and len(theirs) < len(ours) and not (theirs and len(ours) > 2) and len(theirs) + _soft(target) < len(ours):
        yield Doubt("lost", "negation", _shown(source, ours[len(theirs)]))
    if theirs and not ours and not _answers_softly(source, target) and not (_only(source) and _UNTIL.search(target.text)):
        yield Doubt("added", "negation", "", theirs[0])
    if not ours or theirs:
        yield from _of_denials(source, target, denied=bool(theirs), denies=bool(ours))
    if not theirs and not (ours and not _soft(target)):  # else it is told already
        yield from doubts_of_lacks(source, target)
    hedged, kept = _hedges(source), _hedges(target)
    modal = next((h for h in hedged if _MODAL.match(source.text, h.start)), None)
    if modal is not None or _rumour_of_a_source(source):
        # "according to" answers a rumour or a « selon », not a « pourrait », and not both of the former
        kept = [k for k in kept if target.text[k.start : k.end].lower() != "according to"]
    if hedged and not kept:
        yield Doubt("lost", "hedge", _shown(source, modal or hedged[0]))
    elif not hedged:
        yield from _of_sources(source, target)
    strong = found(target, "rumours")
    if strong and not hedged and not _hedges(source, weak=True):
        yield Doubt("added", "hedge", "", strong[0])


def _of_denials(source: Side, target: Side, *, denied: bool, denies: bool) -> Iterator[Doubt]:
    """A verb such as « dément » of which the translation has neither the like nor a negation, and the reverse."""
    # in English many a verb may answer a denial that is none where it stands by itself: "closed" for « interdit »
    ours, theirs = found(source, "denials" if source.language == "fr" else "denials_alone"), found(target, "denials")
    if ours and not theirs and not denied and not _soft(target):
        yield Doubt("lost", "negation", _shown(source, ours[0]))
    elif target.language == "fr" and theirs and not ours and not denies and not _soft(source):
        yield Doubt("added", "negation", "", theirs[0])


def _of_sources(source: Side, target: Side) -> Iterator[Doubt]:
    """A « selon » with its source that left no trace: what one witness says would be told as so."""
    named = [f.span for f in source.facts if f.kind == "attribution"]
    french = source.text if source.language == "fr" else ""
    claims = [Span(*m.span(1)) for m in _CLAIMED.finditer(french) if not _unsaid(french, m)]
    claims += [Span(*m.span(1)) for m in _INFORMED.finditer(french)]
    said = next(iter(claims), None) or next(
        (s for s in found(source, "sources") if any(s.start <= n.end and n.start - s.end < _NEAR for n in named)), None
    )
    if said is None or found(target, "tells") or any(f.kind == "attribution" for f in target.facts):
        return
    yield Doubt("lost", "hedge", _shown(source, said))


def _unsaid(text: str, claim: re.Match[str]) -> bool:
    """Whether a claim is one that nobody makes: an infinitive after a denial, « rien ne permet d'affirmer que »."""
    infinitive = claim.group(1).lower().endswith(("er", "ir")) and _UNSAID.search(text[: claim.start()])
    return bool(infinitive) and bool(_NE.search(_before(text, claim.start())))


def _rumour_of_a_source(side: Side) -> bool:
    """Whether a sentence both names a source and tells what it says as a rumour: « selon la police, il serait … »."""
    if side.language != "fr" or not _SOURCE.search(side.text):
        return False
    return any(not _MODAL.match(side.text, s.start) for s in _conditionals(side))


def _only(side: Side) -> bool:
    """Whether a French sentence restricts: « ne … que »."""
    return side.language == "fr" and any(_ONLY.search(re.split(r"[.;:!?«»]", side.text[m.end() :])[0]) for m in _NE.finditer(side.text))


def _without_pairs(source: Side, target: Side) -> tuple[list[Span], list[Span]]:
    """The negations of both sides, a "without" that answers a « sans » left out: it says nothing of the verb's."""
    sides = [_negations(source), _negations(target)]
    for n, (here, there) in enumerate(((source, target), (target, source))):
        word, other = ("without", "sans") if here.language == "en" else ("sans", "without")
        spare = len(re.findall(rf"(?<!\w){other}(?!\w)", there.text, re.IGNORECASE))
        for span in [s for s in sides[n] if here.text[s.start : s.end].lower() == word][:spare]:
            sides[n].remove(span)
    return sides[0], sides[1]


def _negations(side: Side) -> list[Span]:
    """Where a sentence denies something."""
    if side.language == "en":
        return [s for s in found(side, "denies") if not _idle(side, s)]
    spans, idle = [Span(*m.span(1)) for m in _BARE_NOT.finditer(side.text)], found(side, "idle_denials")
    for ne in _NE.finditer(side.text):
        if any(0 <= i.start - ne.end() < _NEAR + 8 for i in idle):
            continue
        clause = re.split(r"[.;:!?«»]", side.text[ne.end() :])[0]
        until = _NE.search(clause)
        second = _SECOND.search(clause[: until.start()] if until else clause) or _SECOND.search(_before(side.text, ne.start()))
        if second and not _EMPTY_NE.search(side.text[: ne.start()]):
            spans.append(Span(ne.start(), ne.end()))
        elif not second and not _ONLY.search(clause) and not _EMPTY_NE.search(side.text[: ne.start()]):
            spans.append(Span(ne.start(), ne.end()))  # « il ne peut », « n'ose »
    return sorted(spans)


def _before(text: str, at: int) -> str:
    """The words of the clause before « ne »: « personne n'a … », « aucun blessé n'est … », « ni l'un ni l'autre ne … »."""
    return re.split(r"[.;:!?«»]", text[:at])[-1]


def _idle(side: Side, span: Span) -> bool:
    """Whether an English negative denies nothing: "not only", "No 10", "no. 3", "no doubt", "nothing but"."""
    after = side.text[span.end : span.end + 14].lower()
    word = side.text[span.start : span.end]
    if word.lower() == "nowhere" and re.search(r"(?<!\w)(?:get|got|go|lead)\w*\s+$", side.text[: span.start], re.IGNORECASE):
        return True  # « piétine »
    if re.match(r"\s+(?:other )?(?:choice|option|alternative) (?:but|other|than)", side.text[span.end :], re.IGNORECASE):
        return True  # « n'a d'autre choix que »
    if word.lower() == "no" and re.match(r"-\w", after):  # "no-confidence", "no-fly"
        return True
    return (word.lower() == "not" and after.startswith(" only")) or (word in {"No", "no"} and bool(re.match(r"\.?\s*\d", after)))


def _answers_softly(source: Side, target: Side) -> bool:
    """Whether a word such as « évite » accounts for a negation that the translation has and the original has not.

    It does not where the translation says that word by one of its own: "did not avoid" denies it.
    """
    return _soft(source) > len(found(target, "denies_softly_alone"))


def _soft(side: Side) -> int:
    """How many words that deny without a "not" a sentence holds."""
    return len(found(side, "denies_softly"))


def _hedges(side: Side, *, weak: bool = False) -> list[Span]:
    """Where a sentence leaves open whether something is so. `weak` takes in what may also be said plainly."""
    hedges = found(side, "hedges")
    if side.language == "fr":
        hedges += _conditionals(side)
        hedges += found(side, "hedges_softly") if weak else []
    return sorted(s for s in set(hedges) if not _due_to_a_thing(side, s) and not side.text[s.end :].lower().startswith(" blame"))


def _conditionals(side: Side) -> list[Span]:
    parsed = [t.span for t in side.tokens if t.has("Mood=Cnd")]
    return parsed + [Span(*m.span()) for m in re.finditer(r"\w+", side.text) if conditional(m.group())]


def _due_to_a_thing(side: Side, span: Span) -> bool:
    """Whether "due to" names a cause ("due to rain") rather than a plan ("due to open")."""
    if not side.text[span.start : span.end].lower().endswith("due to"):
        return False
    after = next((t for t in side.tokens if t.span.start >= span.end), None)
    return after is not None and after.pos not in {"VERB", "AUX"}


def _shown(side: Side, span: Span) -> str:
    """The words at a place, with the next two where they say little alone (« n'a pas »)."""
    words = side.text[span.start : span.end].strip()
    if len(words) > 3:
        return words
    more = re.match(r"\s*\S+(?:\s+\S+)?", side.text[span.end :])
    return (side.text[span.start : span.end] + (more.group() if more else "")).strip(" ,.;")


def places_of_force(side: Side, kind: str) -> list[Span]:
    """Where a sentence hedges ("certainty") or denies ("polarity"); plain rumours ("reportedly") before mere possibility ("could")."""
    if kind == "polarity":
        return _negations(side)
    if side.language == "en":
        rumours = found(side, "rumours")
        return rumours or [h for h in _hedges(side) if side.text[h.start : h.end].lower() != "according to"]
    return _hedges(side)
