"""Recognises by-lines and publication lines: who wrote, for which paper, when."""

from __future__ import annotations

import re

from recoupe.outlets import known_outlet
from recoupe.reading.characters import fold, words

_MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"janv?\.?|fevr?\.?|avr\.?|juil\.?|sept?\.?|oct\.?|nov\.?|dec\.?|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug)"
)
_DAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\.?,? )"
)
DATE = (
    rf"{_DAY}?(?:le )?(?:"
    rf"\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}(?:t[\d:.+z-]+)?)(?![\w/-])"
)
_MONTH_ALONE = rf"(?:{_MONTH} (?:19|20)\d{{2}}|(?:19|20)\d{{2}}-(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])/(?:19|20)\d{{2}})(?![\w/-])"
TIME = (
    r"(?:(?:a|at|vers|-|,) )?(?<!\d)\d{1,2} ?(?:h(?:eures?)? ?(?:\d{2}(?: ?min)?)?|:\d{2}(?::\d{2})?)(?: ?[ap]\.?m\.?)?"
    r"(?: ?\((?:heure|gmt|utc|cet|cest)[^)]*\)| ?(?:gmt|utc|cet|cest|bst|est|edt|et))?(?!\w)"
)
_READING = (
    r"(?:temps de )?(?:lecture|duree)(?: estimee?)? ?:? ?(?:de )?(?:environ )?\d+ ?(?:min(?:utes?)?|mn|')\.?|"
    r"\d+ ?(?:min(?:utes?)?|mn) ?(?:de lecture|"
    r"read)|\d+ min\.? read|"
    r"(?:temps de )?lecture (?:rapide|longue)"
)
_COUNT = r"(?:\d+|aucun|un|no) (?:commentaires?|comments?|reactions?|partages?|shares?|vues?|views?|lectures?)"
_STAMP = (
    r"(?:(?:cet |l')?article |contenu |information |info )?(?:initialement |first |originally |mis en ligne et )?"
    r"(?:publiee?s?|publication|parue?|postee?|mise? en ligne|mise? a jour|maj|modifiee?|actualisee?|creee?|diffusee?|"
    r"enregistree?|derniere (?:mise a jour|"
    r"modification)|published|posted|updated|last updated|modified|created|issued|edition|date)"
    r"(?: (?:le|a|on|at|du|de|hier|aujourd'hui|today|yesterday|il y a \d+ \w+|\d+ \w+ ago))*(?: ?:)?"
)
_AGO = (
    r"(?:il y a \d+ (?:secondes?|minutes?|min|heures?|h|jours?|j|semaines?|mois|ans?)|\d+ (?:minutes?|hours?|days?|weeks?|months?"
    r"|years?) ago)"
)
_RECOGNISED = re.compile(
    rf"{_STAMP} {_MONTH_ALONE}|(?:{_STAMP} )?(?:{DATE}|{_AGO})(?:,? ?(?:{TIME}))?|{_READING}|{_COUNT}|{_STAMP}(?= {TIME})|(?<!\w){TIME}"
)
_FULL_STAMP = re.compile(rf"\b{_STAMP} {DATE},? ?{TIME}")
_STRONG = re.compile(
    rf"{DATE}|{_STAMP} {_MONTH_ALONE}|"
    rf"{_STAMP} (?:{TIME}|{_AGO})|{_READING}|^{_AGO}$|^(?:aujourd'hui|hier|ce (?:matin|soir|midi)|today|yesterday),? {TIME}$"
)
_LONGEST_STAMP, _FEWEST_WORDS = 120, 4
_STAMP_BEFORE = re.compile(rf"{_STAMP} (?:{DATE}|{_MONTH_ALONE})(?:,? ?{TIME})?(?:\s*[-–—|•·]\s*|\s+)")
_BEGINS = re.compile(r"[«\"“]?\s?[A-ZÀ-Þ]")
_BY = re.compile(
    r"^(?:-? ?)?(?:(?:un )?(?:article|texte|reportage|enquete|recit|analyse|photos?|video|interview|entretien)s? )?"
    r"(?:(?:ecrit|redige|publie|realise|signe|traduit(?: de l'\w+| du \w+)?|poste|propos recueillis|recueilli|written|posted|"
    r"published|reported) )?"
    r"(?:par|by|(?:de )?n(?:otre|os) (?:envoye|correspond)\w*|article redige par|de notre (?:envoye|correspond|redact|"
    r"journal)\w*|de nos (?:envoye|correspond)\w*|from our)\b"
)
_ROLE = re.compile(
    r"^(?:(?:notre|nos) )?(?:envoye|correspondant|redact|journaliste|reporter|editorialiste|chroniqueur|grand reporter|chef|"
    r"directeur|directrice|"
    r"responsable|service|pour|avec|in|at|for|with|staff|correspondent|editor|senior|political|special)\w*\b"
)
_WITH_AGENCY = re.compile(
    r"(?: ?[,/|-]? ?\(?(?:avec|with|via|et|and|,) (?:l'|les |the )?(?:agences?(?: de presse)?|afp|reuters|ap|belga|ats)\)?){1,3}$"
)
_CORRESPONDENT = re.compile(
    r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2}(?:,? (?:and|et) [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2})?,?"
    r"(?: in [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?: and [A-Z][\w'’-]+)?|(?: [A-Z]?[\w'’-]+){0,3} (?:correspondent|correspondant|"
    r"correspondante|editor|reporter))"
)
_EDITORS = re.compile(r"^(?:par )?(?:la )?(?:redac(?:tion)?'?|rediger)\b|^(?:the )?(?:newsroom|editorial (?:team|board))$|^(?:web )?staff$")
_SEPARATORS = re.compile(
    r"\s+[-–—|•·/›>]+\s+|\s*[|•·›]\s*|\s+[-–—]|[-–—]\s+|,\s+|;\s+|\.\s+|\s{2,}|[()\[\]]|^[-–—|•·:,.\s]+|[-–—|•·:,.\s]+$"
)
_BARS = re.compile(r"\s[-–—|•·/]\s|[|•·]")
_PARTICLES = words("de du des d' la le les l' et en à a au aux in of and the for sur pour von van di da del bin al el y & avec with à")
_AGENCIES = re.compile(
    r"^(?:\(?(?:avec|with|source ?:|d'apres|from)? ?)?(?:l')?(?:afp|reuters|ap|associated press|agence france-presse|belga|ats|"
    r"anp|dpa|efe|ansa|upi|pa)\b"
)


def stamp_before(line: str) -> int:
    """How many characters of a line are a publication stamp that a sentence follows without any sign: « Publié le 3 mai 2023 Le maire … ».

    0 where it opens otherwise; « Publiée le 3 mai, l'étude montre … » is a sentence.
    """
    folded = fold(line[:_LONGEST_STAMP])
    if len(folded) != len(line[:_LONGEST_STAMP]):
        return 0
    match = _STAMP_BEFORE.match(folded)
    rest = line[match.end() :] if match else ""
    return match.end() if match and _BEGINS.match(rest) and len(rest.split()) >= _FEWEST_WORDS else 0


def is_byline(line: str, *, opening: bool = False) -> bool:
    """Whether a whole line says only who wrote the article, where and when it appeared.

    `opening` is the page's first line: there a date without an author may belong to a title, and does not suffice.
    """
    even = " ".join(line.split())
    if not 4 <= len(even) <= 200 or even.endswith(("?", "!", "…", ":", ";")):
        return False
    folded = fold(even)
    by = bool(_BY.match(folded) or _EDITORS.match(folded))
    strong = bool(_STRONG.search(folded))
    if _is_outlet_line(even, folded) or _CORRESPONDENT.fullmatch(even):
        return not opening
    if not by and not strong:
        return False
    if is_bare_date(line) and not re.search(r"(?:19|20)\d{2}|\d[/.]\d", folded):
        return False  # « Lundi 12 mars » heads a chronicle
    if opening and not _named_stamp(folded):
        return False
    pieces = _rest(even)
    if by and not strong and not _by_alone(even, folded, pieces):
        return False
    structured = strong and len(_BARS.findall(even)) >= 2
    if _FULL_STAMP.search(folded) and not even.endswith(".") and sum(len(piece.split()) for piece in pieces) <= 5:
        return True
    return all(_is_credit(piece) or (structured and len(piece.split()) <= 5 and piece[0].isupper()) for piece in pieces)


def is_bare_date(line: str) -> bool:
    """Whether a line is a day and nothing more."""
    return bool(re.fullmatch(rf"(?:{DATE})[ .:]*", fold(line)))


def _is_outlet_line(line: str, folded: str) -> bool:
    """« Le Monde », « 20 Minutes avec AFP », « Rédigé par franceinfo », « Jeanne Dupont (avec AFP) »."""
    whole = folded.strip(" .,-|")
    without = _WITH_AGENCY.sub("", whole)
    bare = re.sub(r"^(?:(?:article )?(?:redige|publie|ecrit) )?par ", "", without).strip(" .,-|")
    if known_outlet(bare):
        return True
    if without == whole:
        return False
    named = re.match(r"(?:Par |By )?(?P<name>[^(,]{2,60}?)[\s(,-]+(?:avec|with)\b", line)
    return _EDITORS.match(bare) is not None or (named is not None and _is_name(named["name"].split()))


def _named_stamp(folded: str) -> bool:
    return bool(re.match(rf"(?:{_STAMP}|par |by )", folded)) or "|" in folded or " - " in folded


def _by_alone(line: str, folded: str, pieces: list[str]) -> bool:
    """« Par Jeanne Dupont » and no more: names follow, and nothing that a sentence would need."""
    if len(line) > 110 or not pieces:
        return False
    if _EDITORS.match(folded):
        return len(folded.split()) <= 6 and not line.endswith(".")
    if re.match(r"^de n(?:otre|os) ", folded):
        return not line.endswith(".") and len(line.split()) <= 12
    if re.match(r"par (?:notre|nos|la|le|l'equipe|les) ?(?:envoye|correspond|redac|journal|reporter|service|equipe|desk)", folded):
        return not line.endswith(".") and len(line.split()) <= 12
    after = re.sub(r"^.*?\b(?:[Pp]ar|PAR|[Bb]y|BY)\s+", "", line, count=1)
    return bool(after) and (after[0].isupper() or bool(_EDITORS.match(fold(after)))) and not re.search(r"[a-zà-ÿ]{2}\.$", line)


def _rest(line: str) -> list[str]:
    """What remains of a line when dates, times, reading times and counts are taken out, cut at its separators."""
    kept, folded = line, fold(line)
    if len(folded) == len(line):
        for match in reversed(list(_RECOGNISED.finditer(folded))):
            kept = kept[: match.start()] + " | " + kept[match.end() :]
    else:
        kept = _RECOGNISED.sub(" | ", folded)
        kept = _with_capitals(kept, line)
    return [p for piece in _SEPARATORS.split(kept) if (p := piece.strip(" -–—|•·:,./›>()")) and any(c.isalnum() for c in p)]


def _with_capitals(folded: str, line: str) -> str:
    """The folded words with the capitals they had in the line, where folding changed its length."""
    capitals = {fold(word) for word in re.findall(r"[^\W\d_]+", line) if word[0].isupper()}
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize() if m.group() in capitals else m.group(), folded)


def _is_credit(piece: str) -> bool:
    """Whether a piece of a by-line is a name, a place, a section of the paper or a trade."""
    folded = fold(piece)
    words = piece.split()
    if len(words) > 9:
        return False
    if _AGENCIES.match(folded) or _EDITORS.match(folded) or folded in {"le", "a", "par", "by", "on", "at", "du", "et", "the"}:
        return True
    if re.fullmatch(r"(?:" + _STAMP + r")|vers|mis|environ", folded):
        return True
    if "@" in piece and " " not in piece:
        return True
    if _BY.match(folded):
        rest = _BY.sub("", folded).strip()
        return not rest or len(rest.split()) <= 7
    if _ROLE.match(folded):
        return len(words) <= 7
    return _is_name(words)


def _is_name(words: list[str]) -> bool:
    """Capitalised words, with the small words that names hold."""
    small = 0
    for number, word in enumerate(words):
        bare = re.sub(r"^(?:[dlDL]['’])", "", word).strip("'’\"«»“”@#")
        if not bare or bare[0].isupper() or bare[0].isdigit() or not bare[0].isalpha():
            continue
        if word.lower() in _PARTICLES and number:
            small += 1
            continue
        return number > 0 and len(words) <= 3 and small == 0 and len(words) - number == 1 and words[0][0].isupper()
    return any(word[:1].isupper() or word[:1].isdigit() or word[:1] in "@'’«" for word in words) and len(words) <= 7
