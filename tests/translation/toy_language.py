"""A small corner of French and English that a very small model can learn: press sentences made of parts, with their translation."""

from __future__ import annotations

import random

CITIES = ("Dijon", "Nantes", "Lille", "Rennes", "Brest", "Tours", "Metz", "Nancy", "Reims", "Toulon", "Angers", "Nîmes")
DAYS = tuple(
    zip(
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday"),
        strict=True,
    )
)
MONTHS = tuple(
    zip(
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        strict=True,
    )
)
ONE = (
    ("le maire de {city}", "the mayor of {city}"),
    ("la préfecture", "the prefecture"),
    ("la ministre de la Santé", "the health minister"),
    ("la police", "the police"),
    ("l'entreprise", "the company"),
    ("le procureur de {city}", "the prosecutor of {city}"),
    ("le gouvernement", "the government"),
    ("la direction de l'usine", "the management of the factory"),
)
MANY = (
    ("les syndicats", "the unions"),
    ("les pompiers", "the firefighters"),
    ("les habitants", "the residents"),
    ("les enquêteurs", "the investigators"),
    ("les médecins", "the doctors"),
)
SAYS = (("annoncé", "announced"), ("confirmé", "confirmed"), ("indiqué", "said"), ("nié", "denied"))
EVENTS = (
    ("que {n} personnes ont été blessées", "that {n} people were injured"),
    ("que {n} personnes ont été évacuées", "that {n} people were evacuated"),
    ("que {n} emplois seraient supprimés", "that {n} jobs would be cut"),
    ("que le projet coûterait {m} millions d'euros", "that the project would cost {m} million euros"),
    ("que le projet ne coûterait pas {m} millions d'euros", "that the project would not cost {m} million euros"),
    ("que l'usine fermerait en {month}", "that the factory would close in {month_en}"),
    ("que l'usine ne fermerait pas", "that the factory would not close"),
    ("que la grève durerait {d} jours", "that the strike would last {d} days"),
)
SCENES = (
    ("Selon {one}, {n} manifestants ont défilé à {city} {day}.", "According to {one_en}, {n} demonstrators marched in {city} {day_en}."),
    ("{n} personnes auraient été blessées à {city} {day}.", "{n} people were reportedly injured in {city} {day_en}."),
    ("Le procès s'est ouvert le {d} {month} à {city}.", "The trial opened on {d} {month_en} in {city}."),
    ("La réunion n'a pas eu lieu {day}.", "The meeting did not take place {day_en}."),
    ("Le prix du pain a augmenté de {m} % en {month}.", "The price of bread rose by {m}% in {month_en}."),
    (
        "La ville de {city} a dépensé {m} millions d'euros pour la nouvelle école.",
        "The city of {city} spent {m} million euros on the new school.",
    ),
    ("« La situation est difficile », a indiqué {one}.", "“The situation is difficult”, {one_en} said."),
    ("Aucun blessé n'a été signalé à {city}.", "No injuries were reported in {city}."),
)


def _number(chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.5:
        n = chance.randint(2, 999)
        return str(n), str(n)
    n = chance.randint(1, 99) * 1000 + chance.choice((0, 0, chance.randint(1, 9) * 100, chance.randint(1, 999)))
    return f"{n // 1000} {n % 1000:03}", f"{n:,}"


def pair(chance: random.Random) -> tuple[str, str]:
    """A French sentence and its English."""
    city, (day, day_en), (month, month_en) = chance.choice(CITIES), chance.choice(DAYS), chance.choice(MONTHS)
    n, n_en = _number(chance)
    shared = {"city": city, "d": chance.randint(2, 30), "m": chance.randint(2, 99)}
    one, one_en = (t.format(**shared) for t in chance.choice(ONE))
    fr = {**shared, "n": n, "day": day, "month": month, "one": one}
    en = {**shared, "n": n_en, "day_en": day_en, "month_en": month_en, "one_en": one_en}
    if chance.random() < 0.5:
        scene, scene_en = chance.choice(SCENES)
        return scene.format(**fr), scene_en.format(**en)
    many = chance.random() < 0.4
    who, who_en = chance.choice(MANY) if many else (one, one_en)
    said, said_en = chance.choice(SAYS)
    what, what_en = chance.choice(EVENTS)
    french = f"{who} {'ont' if many else 'a'} {said} {day} {what}.".format(**fr)
    english = f"{who_en} {said_en} {day_en} {what_en}.".format(**en)
    return french[0].upper() + french[1:], english[0].upper() + english[1:]


def story(words: int, seed: int = 1) -> tuple[str, list[tuple[str, str]]]:
    """A French text of at least so many words, in paragraphs, with the pairs it is made of."""
    chance = random.Random(seed)
    pairs: list[tuple[str, str]] = []
    while sum(len(fr.split()) for fr, _ in pairs) < words:
        made = pair(chance)
        if made not in pairs:
            pairs.append(made)
    paragraphs = [" ".join(fr for fr, _ in pairs[i : i + 4]) for i in range(0, len(pairs), 4)]
    return "\n\n".join(paragraphs), pairs
