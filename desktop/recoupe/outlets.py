"""Papers, stations and agencies by name: for telling an outlet in a by-line, in a page's foot or among sources."""

from __future__ import annotations

import re
import unicodedata

_NAMES = (
    "Le Monde|Le Figaro|Libération|Le Parisien|Aujourd'hui en France|Les Échos|Les Echos|La Croix|"
    "L'Humanité|L'Opinion|Mediapart|Médiapart|Le Point|L'Express|L'Obs|Le Nouvel Obs|Marianne|"
    "Valeurs actuelles|Paris Match|Le Canard enchaîné|Charlie Hebdo|Challenges|Capital|La Tribune|Le JDD|"
    "Le Journal du Dimanche|Courrier international|Alternatives économiques|Le Monde diplomatique|Politis|"
    "Reporterre|20 Minutes|CNews|BFMTV|BFM TV|BFM Business|BFM|LCI|TF1|TF1 Info|France 2|France 3|"
    "France 5|France 24|France Inter|France Info|franceinfo|France Culture|France Bleu|ICI|Radio France|"
    "France Télévisions|RFI|RTL|RMC|RMC Sport|Europe 1|Sud Radio|Arte|M6|TV5Monde|HuffPost|Le HuffPost|"
    "Slate|Slate.fr|Brut|Konbini|Loopsider|Ouest-France|Sud Ouest|La Voix du Nord|Le Télégramme|"
    "La Dépêche|La Dépêche du Midi|Midi Libre|L'Indépendant|La Provence|Nice-Matin|Var-Matin|Le Progrès|"
    "Le Dauphiné libéré|L'Est républicain|Le Républicain lorrain|Vosges Matin|Dernières Nouvelles d'Alsace|"
    "DNA|L'Alsace|Le Bien public|La Montagne|Le Populaire du Centre|Le Berry républicain|"
    "La République du Centre|La Nouvelle République|Centre Presse|Paris-Normandie|Le Courrier picard|L'Union|"
    "L'Ardennais|L'Yonne républicaine|Presse Océan|Le Courrier de l'Ouest|Le Maine libre|Charente libre|"
    "La République des Pyrénées|Corse-Matin|Nord Littoral|Actu.fr|actu.fr|Actu Paris|L'Équipe|So Foot|"
    "Eurosport|Numerama|Next INpact|Next|Frandroid|Clubic|01net|Les Numériques|Journal du Geek|"
    "Sciences et Avenir|L'Usine nouvelle|L'Usine digitale|Maddyness|"
    "Siècle Digital|Journal du Net|JDN|ZDNet|Boursorama|Zonebourse|AFP|Agence France-Presse|Reuters|"
    "Associated Press|AP|Belga|ATS|Keystone-ATS|ANSA|EFE|DPA|Le Soir|La Libre|La Libre Belgique|"
    "La Dernière Heure|RTBF|RTL Info|L'Avenir|L'Echo|Le Temps|24 heures|Tribune de Genève|RTS|Le Matin|"
    "Le Devoir|La Presse|Radio-Canada|Le Journal de Montréal|BBC|BBC News|The Guardian|The Times|"
    "The Telegraph|The Independent|The Economist|The New York Times|The Washington Post|"
    "The Wall Street Journal|Bloomberg|CNN|CNBC|NBC News|CBS News|ABC News|Fox News|NPR|Politico|Axios|"
    "The Verge|TechCrunch|Wired|Forbes|Fortune|Time|Newsweek|USA Today|Los Angeles Times|"
    "Al Jazeera|Sky News|Daily Mail|The Sun|Evening Standard|Deutsche Welle|El País|Der Spiegel"
)


def folded(name: str) -> str:
    """A name in lower case without accents, as `known_outlet` asks for it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))


# Folded → as written. General press of the French- and English-speaking countries.
_KNOWN = {folded(name): name for name in _NAMES.split("|")}
# A name made like a paper's: « La Gazette du Val », « Provence Soir »
_SHAPED = re.compile(
    r"(?:(?:Le|La|Les|L['’]) ?)?(?:(?:Petit|Nouveau|Nouvelle|Grand) )?"
    r"(?:Gazette|Dépêche|Quotidien|Courrier|Journal|Tribune|Nouvelles?|Républicain|République|Dauphiné|Progrès|Télégramme|"
    r"Éclaireur|Écho|Échos|Voix|"
    r"Chronique|Indépendant|Messager|Phare|Réveil|Semaine|Revue|Agence|Radio|Observateur|Populaire|Provençal|Patriote|Union|"
    r"Lettre|Presse|Canard)"
    r"(?: (?:de |du |des |d['’]|de la |de l['’]|en |républicaine? |libérée? )*[A-ZÀ-Þ][\w'’-]+)*"
    r"|(?:(?:Le|La|Les|The) )?[A-ZÀ-Þ][\w'’&-]+(?: [A-ZÀ-Þ][\w'’&-]+){0,2} (?:Matin|Soir|Info|Infos|Actu|Actus|Hebdo|Magazine|"
    r"Presse|News|Times|Post|Herald|Tribune|"
    r"Journal|Wire|Gazette|Chronicle|Observer|Telegraph|Express|Mail|Star|Review|Daily|libre|libéré|républicain)"
    r"|[\w-]+\.(?:fr|com|info|net|org|be|ch|ca|co\.uk)"
)


def known_outlet(piece: str) -> str:
    """The outlet that a piece of text in lower case without accents names, as it is written; empty where it is none of the known ones."""
    return _KNOWN.get(piece, "")


def is_outlet_shaped(piece: str) -> bool:
    """Whether a piece of a by-line is made like the name of a paper."""
    return bool(_SHAPED.fullmatch(piece.strip()))
