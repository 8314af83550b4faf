"""What pages print around an article, by reason: patterns on folded lines (see `characters.fold`).

`LINES` match a whole line wherever it stands. `EDGES` are things a page says that an article could say too: they count only before
the story begins, after it ends, or within a box already recognised. `SENTENCES` begin a sentence that is noise even inside a paragraph.
"""

from __future__ import annotations

import re

_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|whats app|linkedin|messenger|telegram|pinterest|instagram|snapchat|tiktok|youtube|bluesky|mastodon|threads|"
    r"reddit|flipboard|pocket|tumblr|viber|signal|e-?mail|mail|courriel|sms|rss|google (?:actualites?|news|discover)|apple news)"
)
_SHARE_WORD = (
    rf"(?:{_NETWORK}|partagez?r?|partage|partages|share|shares|sharing|tweeter|tweetez|tweet|envoyer|envoyez|imprimer|imprimez|print|copier|copy|copie|"
    r"le|la|les|lien|link|url|sur|par|on|via|by|with|a|un|une|an?|ami|amis|friend|cet|cette|ce|l'|article|page|contenu|post|this|the|pour|"
    r"partager|commenter|enregistrer|save|sauvegarder|offrir|reagir|ecouter|classer|plus|more|(?:dans|in) (?:le |the )?(?:presse-papiers?|clipboard)|ou|or|et|and|[|/,:;&+.-]|\d+)"
)
_LETTER = r"(?:newsletters?|infolettres?|lettres? (?:d'info(?:rmation)?s?|hebdo\w*|quotidienne|gratuite)|alertes?(?: info| mail)?)"
_OURS = r"(?:nous|notre|nos|vous|votre|vos|we|our|us|you|your)"

LINES: tuple[tuple[str, str], ...] = (
    ("skip", r"(?:passer|aller|acceder|sauter)(?: directement)? (?:au|a la|a l'|aux)\s?(?:contenu|menu|navigation|recherche|pied de page|resultats)(?: principale?)?"),
    ("skip", r"skip (?:to|past) (?:main |the )?(?:content|navigation|menu|search)|skip .{0,40}(?:advert\w*|newsletter promotion)|(?:jump|go) to (?:main )?content"),
    ("skip", r"(?:retour(?:ner)? (?:en haut|a l'accueil|au menu|a la une)(?: de (?:la )?page)?|haut de page|back to (?:top|home))"),
    ("menu", r"(?:(?:ouvrir|fermer|afficher|voir|open|close|toggle)(?: le| la| the)? (?:menu|navigation|recherche|search|fenetre|dialog\w*)|menu(?: principal)?|main menu|navigation|rechercher|recherche|search)"),
    ("account", r"(?:(?:se |me )?connecte[rz](?:-vous)?|connexion|identifiez-vous|mon (?:compte|espace|profil|panier)|deconnexion|creer (?:un|mon) compte|deja abonnee?.*|sign ?(?:in|up)|log ?in|register|my account)"),
    ("account", r"(?:mon espace|s'abonner|abonnez-vous|je m'abonne|subscribe|abonnement|m'abonner|sign in)(?: ?\|.*| (?:des|a partir de|pour|from|for|now|maintenant|a l'offre|au journal)\b.*| a partir.*)?"),
    ("account", r"(?:.*(?:article|contenu|suite|lecture)s? (?:est |sont )?(?:exclusivement )?(?:reservee?s?) (?:a|aux) (?:nos )?abonnes?.*|reserve aux abonnes|il vous reste \d+ ?(?:%|mots) .*|abonnes?|article (?:offert|abonnes?|payant|premium)|(?:this )?(?:article|content) is (?:for|reserved for) subscribers.*|lire la suite sur l'application)"),
    ("account", r"(?:(?:ajouter|retirer) (?:a|de) (?:mes|vos|la) (?:favoris|selections?|liste).*|lire plus tard|sauvegarder(?: l'article)?|enregistrer(?: l'article)?|offrir (?:cet|l')article|(?:ecouter|ecoutez|listen to) (?:cet |l'|this )?article.*|listen|taille (?:du|de) (?:texte|police).*|agrandir (?:le texte|l'image).*|zoom)"),
    ("cookies", r"(?:tout )?(?:accepter|refuser|j'accepte|je refuse|accept|reject|agree)(?: all| tout| tous)?(?: (?:les |the )?cookies?| et (?:fermer|continuer)| and (?:close|continue)| sans accepter)?(?: ?\|.*)?"),
    ("cookies", r"continuer sans (?:accepter|consentir)(?: ?[|>-].*)?|continue without (?:accepting|agreeing)|(?:parametrer|personnaliser|gerer|modifier|manage|customi[sz]e|parametres|preferences|voir)(?: (?:les|des|mes|vos|my|your|de))?(?: ?(?:cookies|choix|preferences|consentements?|traceurs|choices|options|partenaires))+"),
    ("cookies", r"(?:avec votre accord|with your (?:consent|agreement)),? .*(?:partenaires|partners|cookies|traceurs).*|en (?:poursuivant|continuant) (?:votre|la|a) (?:navigation|lecture|naviguer).*|by (?:continuing|using|clicking|accepting) .*(?:cookies|site|terms|privacy).*"),
    ("cookies", rf"(?=.*\b{_OURS}\b)(?=.*(?:utilis|use|depos|stock|store|accept|consent|mesure|personnalis|traceur|partenaire|partner))(?:(?!\").)*\b(?:cookies|traceurs)\b(?:(?!\").)*"),
    ("breadcrumb", r"(?:accueil|home|a la une|actualites?|actu|vous etes ici ?:?)(?: ?(?:>|/|\||::|\\) ?[^.?!]{1,60})+"),
    ("share", rf"(?=.*(?:partage|share|tweet|copie|copy|imprimer|print|envoyer|{_NETWORK} .*{_NETWORK}))(?:{_SHARE_WORD}\s*)+"),
    ("share", rf"(?:partager?|partagez|share)(?: (?:cet |l'|this )?(?:article|info|page))?(?: (?:sur|via|par|on|avec|with))?(?: ?:.*| {_NETWORK}.*)?"),
    ("share", rf"(?:{_NETWORK}\s*[|,/-]?\s*){{2,}}"),
    ("newsletter", rf"(?:(?:notre|nos|la|les|the|our) )?{_LETTER}(?: (?:de|du|d'|des|la|le|gratuite|quotidienne|matinale|politique|hebdomadaire|\w+)){{0,3}}"),
    ("newsletter", rf"(?:notre |nos |la |les |votre )?{_LETTER}(?: [^.:]{{0,40}})? ?: .*"),
    ("newsletter", rf"(?:inscri(?:vez-vous|re|s-toi)|je m'inscris|s'inscrire|abonnez-vous|s'abonner|sign up|subscribe|get|rejoignez|recevez|ne ratez)\b(?:(?!\").)*(?:{_LETTER}|boite (?:mail|e-?mail|aux lettres)|inbox|lettre)\b.*"),
    ("newsletter", r"(?:abonnez|inscrivez)-vous,? (?:et|pour) (?:recev|ne (?:rien )?(?:manquer|rater)).*"),
    ("newsletter", r"recevez (?:chaque|tous les|toutes les|gratuitement|en direct|par (?:e-?)?mail|l'essentiel|le meilleur|toute l'actu|nos|notre|la newsletter|les (?:alertes|infos|dernieres|bons plans)|[^.]{1,40} (?:dans votre|par (?:e-?)?mail|chaque (?:matin|jour|semaine|soir)))(?:(?!\").)*"),
    ("newsletter", r"(?:saisi(?:r|ssez) |entre[rz] |your |enter your )?(?:votre |mon )?(?:adresse (?:e-?)?mail|adresse de messagerie|(?:votre |your )e-?mail(?: address)?|courriel|votre mail|email address)(?: ?[:*]| valide| obligatoire| \(.*\))?"),
    ("newsletter", r"je m'inscris|m'inscrire|s'inscrire|inscrivez-vous|sign up|je m'abonne|deja (?:plus de )?[\d ]+ (?:abonnes|inscrits|lecteurs).{0,20}"),
    ("newsletter", r"(?:en vous (?:inscrivant|abonnant)|en cliquant sur|by signing up|by subscribing|vous pourrez|vous pouvez|you can)\b.*(?:desabonne|desinscri|unsubscribe|conditions|confidentialite|privacy|terms|newsletter).*"),
    ("newsletter", r"(?:chaque|tous les|every) (?:jour|matin|soir|semaine|week-end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lundis|vendredis|day|week|morning)\b.*\b(?:boite (?:mail|e-?mail|de reception)|par (?:e-?)?mail|newsletter|inbox)\b.*"),
    ("follow", rf"(?:(?!\").)*\b(?:suivez|retrouvez|rejoignez|follow|join|find|like)[- ](?:nous|us|moi|me)\b(?: (?:aussi|egalement|vite|des maintenant|too|now))?,? (?:sur|dans|on|via|au) (?:(?!\").)*"),
    ("follow", rf"(?:suivez|suivre|retrouvez|follow|ajoutez?)\b(?:(?!\").)*\b(?:sur|a|on|dans|to) (?:vos favoris|{_NETWORK})\b.{{0,60}}"),
    ("follow", r"(?:pour )?ne (?:rien )?(?:manque[rz]|rate[rz])(?: (?:rien|aucune?|pas))?(?:(?!\").)*(?:suivez|abonnez|inscrivez|newsletter|alertes?|notifications?|whatsapp|telegram).*|pour ne (?:rien )?(?:manquer|rater) (?:aucune?|de|d').*,? (?:suivez|abonnez|telecharg).*"),
    ("follow", r"(?:telecharge[rz]|installe[rz]|download)(?: gratuitement)? (?:notre |nos |l'|la |the |our )(?:nouvelle )?app(?:li(?:cation)?s?)?\b.*|(?:rejoignez|suivez) (?:notre|la) (?:chaine|communaute|page)\b.*|suivre|follow|suivez-nous|follow us|(?:activer|activez|recevoir) les (?:notifications|alertes).*"),
    ("follow", r"vous aimez (?:(?!\").)*\? ?(?:suivez|abonnez|soutenez|rejoignez|inscrivez|partagez).*"),
    ("related", r"(?:>+ ?|\| ?|- ?|\[ ?)?(?:a |et )?(?:lire|voir|ecouter|relire|revoir|decouvrir|consulter)(?: (?:aussi|egalement|ensuite|la suite|l'article|notre (?:dossier|article|enquete|analyse|interview|entretien|decryptage)|plus|sur le (?:meme )?sujet))+(?: ?\]|(?: ?[:>|-]| (?:sur|dans|notre|nos|l'article|le|la|les)) ?.*)?"),
    ("related", r"(?:>+ ?|\| ?|- ?|\[ ?)?a (?:lire|voir|ecouter|relire|revoir|decouvrir|consulter)(?: (?:sur|dans) [^.:]{1,60})? ?[:>].*|a (?:lire|voir|ecouter|decouvrir)"),
    ("related", r"(?:lire|voir|relire) (?:notre|nos|l') ?(?:dossiers?|articles?|enquetes?|analyses?|interviews?|entretiens?|decryptages?|reportages?|edito\w*|tribunes?)\b ?(?::|>|sur|\").*"),
    ("related", r"(?:>+ ?|- ?)?(?:sur|dans) (?:le|la) meme? (?:sujet|theme|rubrique|thematique)(?: ?[:>].*)?|(?:nos |les |plus d')?(?:articles?|contenus?|sujets?|infos?) (?:similaires?|lies?|associes?|connexes|recommandes?|a la une|suggeres?|les plus lus)(?: ?:.*)?"),
    ("related", r"(?:les )?(?:plus|most) (?:lus?|consultes?|commentes?|recents?|partages?|populaires?|vus?|read|popular|viewed|shared|recent)(?: (?:du moment|de la semaine|dans .*|en ce moment|articles?|in .*))?|les articles les plus (?:lus|consultes|commentes).*|top (?:stories|articles)|en ce moment|les tops? de la semaine"),
    ("related", r"(?:(?:vous (?:aimerez|apprecierez)|(?:ca|cela|ces articles) (?:peut|pourrait|peuvent|pourraient|devrait|vont)|you (?:may|might)|vous pourriez)(?: (?:aussi|egalement|also))? (?:aimer|vous (?:interesser|plaire)|like|be interested).*|vous aimerez (?:aussi|peut-etre).*|a ne pas (?:manquer|rater)|a decouvrir(?: aussi| egalement)?|notre selection.{0,40}|don't miss)"),
    ("related", r"(?:related|recommended|more|similar|further)(?: (?:articles?|stor(?:y|ies)|topics?|content|reading|news|for you|coverage))(?: ?:.*)?|more (?:on this (?:story|topic)|from .{1,40}|about .{1,40})|(?:read|see|watch|listen)(?: ?(?:also|more|next|too))(?: ?[:>|].*| about .*)?|also read ?:?.*|see also ?:?.*"),
    ("related", r"(?:en savoir plus|plus d'(?:infos?|informations?|articles?|actualites?)|voir (?:plus|tout|tous les articles|toute l'actualite)|afficher (?:plus|la suite|moins)|lire (?:la suite|plus|l'article)|charger plus|show (?:more|less)|load more|learn more)(?: (?:sur|about|d'|de) .{1,60})?(?: ?>+)?"),
    ("related", r"(?:toute l'actu(?:alite)?|toutes les (?:actus?|actualites|infos)|tous nos articles|retrouvez (?:tous? (?:nos|les) (?:articles|informations|infos)|toute l'actu\w*|l'integralite|notre dossier|l'ensemble de nos))\b.{0,90}"),
    ("tags", r"(?:tags?|mots?[- ]cles?|sujets?(?: associes?)?|themes?(?: associes?)?|topics?|dossiers?|rubriques?|thematiques?|etiquettes?|keywords?|filed under) ?: [^.?!]*|#\w+(?:[ ,|]+#\w+)*"),
    ("ad", r"(?:\|? ?(?:publicite|annonces?|pub|advertisement|advertising|ad|sponsorisee?|sponsored|contenus? sponsorisee?s?|contenu de marque|publi-?(?:redactionnel|reportage|information)|article partenaire|partenaires?|promo(?:tion)?) ?\|?)"),
    ("ad", r"(?:la suite|l'article continue|lecture|votre (?:video|article|contenu)|continue[rz]?|passer|fermer|story continues|article continues|advertisement)\b.{0,50}(?:publicite|annonce|advertisement|advert|\bad\b).{0,20}"),
    ("ad", r"(?:jouer comporte des risques|les jeux d'argent|l'abus d'alcool est dangereux|pour votre sante|un credit vous engage)\b.*"),
    ("legal", r"(?:mentions legales|cgu|cgv|conditions generales(?: .{1,40})?|contacts?|contactez-nous|nous contacter|qui sommes-nous ?\??|a propos|plan du site|politique (?:de confidentialite|de cookies|des? cookies)|confidentialite|donnees personnelles|gestion des cookies|gerer mes cookies|charte .{1,30}|accessibilite.{0,30}|terms(?: of (?:use|service))?|privacy(?: policy)?|cookie policy|about us|contact us|archives|aide|faq|help|rss|publicite|recrutement|boutique|jeux|annonces)(?:\s*[|/-]\s*(?:[^|.]{1,40}))*"),
    ("legal", r"(?:.{0,30})(?:tous droits (?:de reproduction )?(?:et de representation )?reserves|all rights reserved|droits de reproduction|reproduction (?:totale |meme partielle |partielle |)?(?:interdite|strictement interdite)|toute reproduction)(?:.{0,90})|(?:copyright|\(c\)) ?.{0,80}"),
    ("legal", r"(?:cet article|ce contenu|cette page|nos articles|this (?:article|post|page))(?: peu(?:t|vent))? (?:contient|contiennent|contenir|contains|ne constitue\w*|comporte|est sponsorise|may contain)\b.*(?:lien|link|affili|conseil|publicit|sponsor|advice).*"),
    ("legal", r"(?:en achetant|si vous achetez|when you (?:buy|purchase)|nous (?:pouvons|percevons|touchons))\b.*(?:commission|affili|lien|link).*"),
    ("credit", r"(?:\(?\[?(?:avec|source ?s? ?:|d'apres|with|from) ?(?:l'|the )?(?:agences?(?: de presse)?|afp|reuters|ap|associated press|agence france-presse|belga|ats|ansa|efe|dpa|media services)(?:[ ,/&-]+(?:et |and |avec |les )?(?:agences?|afp|reuters|ap|associated press|belga|ats|ansa|efe|dpa))*\)?\]?\.?|\(?(?:afp|reuters|associated press)\)?|(?:afp|reuters|ap)(?: ?[/,] ?(?:afp|reuters|ap))+)"),
    ("credit", r"(?:\(?(?:photos?|credits?(?: photos?)?|illustrations?|image|images|visuel|crédit|picture|getty images|shutterstock|istock|capture d'ecran)(?: (?:d'illustration|d'archives?|credit|illustration|archives))* ?(?::|/|\(c\)|par|by)\s?.{1,100}|(?:photo|image) d'(?:illustration|archives?)\.?\)?)"),
    ("embed", r"(?:votre navigateur|your browser|javascript|veuillez (?:activer|patienter)|please (?:enable|wait)|chargement(?: en cours)?|loading|pour afficher ce contenu|ce contenu (?:est bloque|n'est pas|ne peut)|to (?:view|display) this content|cliquez pour (?:afficher|activer))\b.*|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}|(?:regarder|voir|lire|play|watch)(?: la| the)? video|voir (?:l'image|en plein ecran|cette publication sur .*)|(?:image|photo) \d+ (?:sur|of|/) \d+|view (?:this post|image|gallery) ?.{0,30}"),
    ("embed", r"(?:- |\| )?[^@\n]{2,60}\(@\w{2,30}\),? ?(?:le |on )?.{0,30}\d{4}.{0,20}|voir (?:le|ce) (?:tweet|post|message|fil).{0,30}"),
    ("summary", r"(?:au sommaire|sommaire|table des matieres|dans cet article|in this article|table of contents|contents)(?: ?:.*)?"),
    ("update", r"(?:mise? a jour|maj|actualisation|edit|update|modifie|correction|rectificatif)\b[^:]{0,50}: ?(?:ajouts?|avec (?:l'ajout|l'actualisation|la reaction)|corrections?|precisions?|rectificatif|rectification|actualisation|titre|orthographe|nous avons (?:ajoute|corrige|modifie|precise|supprime)|added|adds|adding|corrected|correction|clarif\w+)\b.*"),
    ("update", r"(?:cet article|cette (?:page|depeche|information)|ce (?:contenu|direct|papier)|this (?:article|story|post)) (?:a ete|a d'abord ete|est|was|has been)(?: initialement| d'abord| originally| first)? (?:publiee?|mise? a jour|modifiee?|actualisee?|corrigee?|traduite?|amendee?|updated|amended|corrected|published|edited)\b.*"),
    ("support", r"(?:(?:je |faites |faire |make )(?:un |fais un |a )?(?:don|donation)|je fais un don|(?:soutenez|soutenir|support)(?:-nous| [\w' -]{1,40})?|donate(?: now)?|devenez (?:membre|adherente?|donateur)|adherez?)(?: ?[>!]+)?"),
    ("support", r"(?=.*\b(?:don|dons|donation|soutien|soutenez|support|mecenat)\b)(?=.*\b(?:vos|votre|nous|notre|your|us|our|independan\w+|lecteurs|readers)\b)(?=.*(?:\d ?(?:€|euros?|\$|£)|par mois|faites un don|fiscal|vit de|depend|besoin de|rely on|soutenez|independent)).*"),
    ("support", r"(?:une (?:info|information|histoire|alerte|erreur|faute|suggestion)|un (?:temoignage|probleme|scoop)|vous (?:avez|etes|souhaitez|voulez))\b[^?]{0,90}\?? ?(?:ecrivez|contactez|signalez|envoyez|temoignez|appelez|cliquez|dites-le|faites|prevenez)[- ].*|(?:signaler|signalez)(?:-nous)? (?:une|cette|un)? ?(?:erreur|faute|coquille|probleme|abus|contenu).{0,60}|(?:ecrivez|ecrire|contactez)(?: a)? la redaction.*"),
    ("bio", r"(?:a propos (?:de l'auteure?|des auteurs|du journaliste)|about the authors?|l'auteure?|biographie de l'auteur)(?: ?:.*)?|(?:voir|lire|tous)(?: tous)? (?:ses|les) (?:autres )?articles.*|(?:more|all) (?:articles|posts|stories) (?:by|from) .*"),
)  # fmt: skip

EDGES: tuple[tuple[str, str], ...] = (
    ("cookies", r"(?:vous pouvez|you can|vous pourrez|pour en savoir plus|to find out more|ces donnees|vos (?:choix|donnees|preferences)|your (?:choices|data)|certains (?:cookies|traitements|partenaires)|nos partenaires|nous (?:et nos|respectons|traitons|utilisons)|we (?:and our|use|value|respect)|a tout moment)\b.*\b(?:choix|consent\w*|preferences|cookies|traceurs|donnees|partenaires|partners|choices|privacy|vie privee|confidentialite)\b.*"),
    ("newsletter", r"(?:ok|valider|envoyer|confirmer|go|submit|send|inscription|votre (?:prenom|nom|adresse|code postal)|e-?mail|adresse|prenom|nom)(?: ?\*)?"),
    ("newsletter", r"(?:l'actu(?:alite)?|l'essentiel|le meilleur|toute l'actu\w*|toutes les infos|the best|all the)\b.*(?:boite|mail|chaque (?:matin|soir|jour|semaine)|inbox|every (?:day|morning|week)).*"),
    ("legal", r"(?:[^.?!:]{2,60}, )?\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|av\.?|boulevard|bd\.?|place|allee|allees|chemin|quai|impasse|cours|route|square|villa|passage|street|road|avenue)\b[^.?!]{2,60},? ?\d{5} [^.?!]{2,40}\.?"),
    ("legal", r"(?:[^.?!]{2,60}\b)?(?:siren|siret|rcs|issn|isbn|cppap|directeur (?:de la )?(?:publication|redaction)|editeur|hebergeur)\b.{0,100}"),
    ("menu", r"(?:ok|fermer|close|x|annuler|cancel|suivant|precedent|next|previous|retour|back|voir|france|monde|politique|economie|sport|sports|culture|tech|sante|planete|societe|opinions?|debats?|videos?|podcasts?|live|direct|en direct|meteo|a la une|actualites?|infos?|news|home|accueil|plus|more|edition|editions|le journal|magazine|services|world|business|uk|us|science|travel|tv|radio|replay|programme tv)(?:\s*[|/-]?\s*(?:france|monde|politique|economie|sport|sports|culture|tech|sante|planete|societe|opinions?|debats?|videos?|podcasts?|live|direct|meteo|actualites?|newsletters?|world|business|science|travel|tv|radio|replay|more|plus|abonnement|s'abonner|se connecter))*"),
    ("account", r".*\b(?:a partir de|des|pour|from|seulement) \d+(?:[.,]\d+)? ?(?:€|euros?|\$|£)(?: ?/ ?mois| par mois| le premier mois| per month| a month).*"),
    ("byline", r"(?:redaction|la redaction|afp|reuters|source ?:.{1,60})"),
)  # fmt: skip

COMMENTS = (
    r"(?:(?:\d[\d ]*|aucun|un|no) (?:commentaires?|reactions?|comments?|contributions?|avis|responses?|replies)(?:\s?[-:|(].*)?"
    r"|(?:les |vos |tous les |voir les |lire les |afficher les |view |read |show |all )?(?:commentaires?|reactions?|comments?|contributions)(?: (?:des lecteurs|des abonnes|des internautes|recents))?(?: ?\(\d+\)| ?\d+)?(?: ?:)?"
    r"|(?:laisser|laissez|ajouter|ajoutez|ecrire|poster|publier|deposer|rediger|leave|add|post|write)(?: un| votre| une| a| your)? (?:commentaire|reponse|avis|comment|reply|reaction)s?.{0,40}"
    r"|(?:reagir|reagissez|commenter|commentez|donnez votre avis|votre avis|have your say|join the (?:discussion|conversation)|participe[rz] a la (?:discussion|conversation))(?: ?(?:a|sur) (?:cet |l')article| ?\(\d+\)| to this (?:article|story))?"
    r"|(?:connectez|identifiez|inscrivez|abonnez)-vous (?:pour|afin de) (?:reagir|commenter|repondre|participer|poster|ajouter|laisser).*|(?:log|sign) in to (?:comment|reply|join).*"
    r"|vous devez (?:etre|vous) (?:connecte|abonne|identifie|inscrit|connecter|inscrire).*(?:commentaire|commenter|reagir|poster).*)"
)
COMMENT_SIGNS = (
    r"(?:.*\b(?:il y a|ago|depuis) .{0,12}\b(?:secondes?|minutes?|min|heures?|h|jours?|j|semaines?|mois|ans?|hours?|days?|weeks?|months?)\b.{0,20}"
    r"|(?:repondre|reply|signaler|report|j'aime|like|likes?|alerter|citer|voter|permalien|modifier|partager)(?:[ |/,-]+(?:repondre|reply|signaler|report|j'aime|like|alerter|un abus|\d+|abus|partager|citer))*"
    r"|.{2,40}\b(?:a (?:ecrit|dit|repondu|commente)|says|wrote|said|dit) ?:"
    r"|[^ .:]{2,30}(?: [^ .:]{1,15})?,? (?:le |on )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.{0,15}"
    r")"
)

SENTENCES: tuple[tuple[str, str], ...] = (
    ("related", r"(?:a )?(?:lire|voir|ecouter) (?:aussi|egalement)(?: sur [^.:]{1,40})? ?(?::|>|\|)|>> |a lire (?:sur [^.:]{1,40} )?: |read (?:more|also) ?:|also read ?:"),
    ("share", rf"(?:partager|share) (?:cet article )?(?:sur|on|via) {_NETWORK}\b(?!.*\b(?:a|ont|est|sont|was|is)\b)"),
    ("newsletter", rf"(?:inscrivez-vous|abonnez-vous) (?:gratuitement )?a (?:notre|nos|la) {_LETTER}"),
    ("follow", rf"(?:suivez|retrouvez|rejoignez)[- ]nous sur|follow us on"),
    ("ad", r"la suite apres (?:la|cette) publicite|l'article continue apres (?:la|cette) publicite"),
)  # fmt: skip


def _compiled(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(pattern)) for reason, pattern in rules)


LINE_RULES = _compiled(LINES)
EDGE_RULES = _compiled(EDGES)
SENTENCE_RULES = _compiled(SENTENCES)
COMMENT_START = re.compile(COMMENTS)
COMMENT_SIGN = re.compile(COMMENT_SIGNS)
