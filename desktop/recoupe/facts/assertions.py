"""What a sentence states as the case or not, firmly or not: one assertion for each clause."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.clauses import Clause, clauses
from recoupe.facts.kind import Found, Ruling, SentenceContext
from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.tree import Tokens, children, is_content, related, run
from recoupe.model import Assertion, Verdict


def assertions(context: SentenceContext) -> Iterator[tuple[Clause, Found]]:
    """Each clause that states something itself, with the fact it is; a verb that only introduces speech states nothing."""
    tokens = context.tokens
    for clause in clauses(tokens, context.language):
        if not _only_reports(tokens, clause, context.language):
            hedged = bool(clause.hedge)
            found = Found(
                run(tokens, clause.group),
                Assertion(_content(tokens, clause), not clause.negated),
                _about(tokens, clause),
                "certainty" if hedged else "polarity",
            )
            yield clause, found


def judge_assertions(left: Assertion, right: Assertion) -> Ruling:
    """Whether two statements of the same matter hold together; how firmly they stand is judged beside."""
    verbs = left.what.split(" ")[0], right.what.split(" ")[0]
    contrary = verbs in contraries() or verbs[::-1] in contraries()
    if (left.holds == right.holds) == (not contrary):
        return Verdict.AGREEMENT, "same_statement"
    return Verdict.CONTRADICTION, "denied" if not contrary else "contrary"


def contraries() -> frozenset[tuple[str, str]]:
    """Pairs of verbs that cannot both be true of one thing."""
    return frozenset(
        (one, other)
        for language in ("fr", "en")
        for line in lexicon(language, "polarity")["contrary"]
        for one in line["one"]
        for other in line["other"]
    )


def _only_reports(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause is but the frame of what somebody said."""
    lemma = tokens[clause.head].lemma
    if lemma not in words(language, "stance", "reporting", "verbs"):
        return False
    frames = any(related(tokens[i], "ccomp") for i in children(tokens, clause.head))
    return frames or related(tokens[clause.top], "parataxis") or (clause.subject is not None and clause.subject > clause.head)


def _content(tokens: Tokens, clause: Clause) -> str:
    """The verb first, then whom and what it concerns, as lemmas."""
    parts = [tokens[clause.head].lemma.lower()]
    parts += [tokens[i].lemma.lower() for i in (clause.subject, clause.object) if i is not None and is_content(tokens[i])]
    return " ".join(parts)


def _about(tokens: Tokens, clause: Clause) -> str:
    """Whom and what the clause concerns and its verb, in the order of the sentence."""
    near = {clause.head, *(i for i in (clause.subject, clause.object) if i is not None)}
    near |= {i for i in children(tokens, clause.head) if related(tokens[i], "obl", "xcomp")}
    return " ".join(tokens[i].lemma.lower() for i in sorted(near) if is_content(tokens[i]))
