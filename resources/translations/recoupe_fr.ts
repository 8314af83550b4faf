<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Recoupe</source>
        <translation>À propos de Recoupe</translation>
    </message>
    <message>
        <source>Icon of Recoupe</source>
        <translation>Icône de Recoupe</translation>
    </message>
    <message>
        <source>from source</source>
        <translation>depuis les sources</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Sets press articles on one story side by side and shows where their facts agree and diverge.</source>
        <translation>Met côte à côte des articles de presse sur une même affaire et montre où leurs faits s’accordent et où ils divergent.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It stands on:</source>
        <translation>Logiciel libre sous licence MIT. Il s’appuie sur&#xa0;:</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliothèques et leurs licences</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;All commands…</source>
        <translation>&amp;Toutes les commandes…</translation>
    </message>
    <message>
        <source>Find any command or setting by typing a few letters</source>
        <translation>Trouver une commande ou un réglage en tapant quelques lettres</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>What the &amp;signs mean</source>
        <translation>Ce que veulent dire les &amp;signes</translation>
    </message>
    <message>
        <source>Contradiction, hedged, other source, more precise: with an example of each</source>
        <translation>Contradiction, avec réserve, autre source, plus précis&#xa0;: un exemple de chacun</translation>
    </message>
    <message>
        <source>Open the s&amp;hort sample story</source>
        <translation>Ouvrir l’affaire d’exemple c&amp;ourte</translation>
    </message>
    <message>
        <source>Three short articles on one piece of news, ready to compare; nothing is fetched</source>
        <translation>Trois articles courts sur une même nouvelle, prêts à comparer&#x202f;; rien n’est téléchargé</translation>
    </message>
    <message>
        <source>Open the lon&amp;g sample story</source>
        <translation>Ouvrir l’affaire d’exemple lon&amp;gue</translation>
    </message>
    <message>
        <source>Five articles on one piece of news, ready to compare; nothing is fetched</source>
        <translation>Cinq articles sur une même nouvelle, prêts à comparer&#x202f;; rien n’est téléchargé</translation>
    </message>
    <message>
        <source>Show the &amp;log file</source>
        <translation>Afficher le &amp;journal</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>Signaler un pro&amp;blème…</translation>
    </message>
    <message>
        <source>Gather what helps to find a fault; nothing is sent</source>
        <translation>Réunir ce qui aide à trouver un défaut&#xa0;; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Check for &amp;updates…</source>
        <translation>Rechercher des mises à &amp;jour…</translation>
    </message>
    <message>
        <source>Ask whether a newer version is announced</source>
        <translation>Demander si une version plus récente est annoncée</translation>
    </message>
    <message>
        <source>A&amp;bout Recoupe</source>
        <translation>À &amp;propos de Recoupe</translation>
    </message>
    <message>
        <source>All in the &amp;original</source>
        <translation>Tous en version &amp;originale</translation>
    </message>
    <message>
        <source>All in &amp;translation</source>
        <translation>Tous en &amp;traduction</translation>
    </message>
    <message>
        <source>Read every article in your language, translating what is not translated yet</source>
        <translation>Lire chaque article dans votre langue, en traduisant ce qui ne l’est pas encore</translation>
    </message>
    <message>
        <source>All in &amp;both</source>
        <translation>Tous dans les &amp;deux langues</translation>
    </message>
    <message>
        <source>Each paragraph with its translation under it</source>
        <translation>Chaque paragraphe suivi de sa traduction</translation>
    </message>
    <message>
        <source>&amp;Language of this article</source>
        <translation>&amp;Langue de cet article</translation>
    </message>
    <message>
        <source>Read this article in the original, in translation, in both</source>
        <translation>Lire cet article en version originale, en traduction, dans les deux</translation>
    </message>
    <message>
        <source>T&amp;ranslate this article</source>
        <translation>T&amp;raduire cet article</translation>
    </message>
    <message>
        <source>Translate ane&amp;w…</source>
        <translation>Traduire à &amp;neuf…</translation>
    </message>
    <message>
        <source>Translate a sentence, an article or all again, with the engine you choose; what you wrote stays</source>
        <translation>Retraduire une phrase, un article ou tous, avec le moteur de votre choix&#x202f;; ce que vous avez écrit reste</translation>
    </message>
    <message>
        <source>&amp;Stop translating</source>
        <translation>&amp;Arrêter la traduction</translation>
    </message>
    <message>
        <source>What is translated is kept; translating goes on from there the next time</source>
        <translation>Ce qui est traduit est gardé&#x202f;; la traduction reprendra là la prochaine fois</translation>
    </message>
    <message>
        <source>&amp;Peek at the other language</source>
        <translation>Voir l’autre lan&amp;gue</translation>
    </message>
    <message>
        <source>Show the chosen sentence in its other language, under it</source>
        <translation>Montrer la phrase choisie dans son autre langue, juste dessous</translation>
    </message>
    <message>
        <source>&amp;Next sentence to check</source>
        <translation>Phrase suivante à &amp;vérifier</translation>
    </message>
    <message>
        <source>Go to the next sentence whose translation may not say what the original says</source>
        <translation>Aller à la phrase suivante dont la traduction pourrait ne pas dire ce que dit l’original</translation>
    </message>
    <message>
        <source>List of sentences to chec&amp;k…</source>
        <translation>Li&amp;ste des phrases à vérifier…</translation>
    </message>
    <message>
        <source>Show every sentence whose translation may not say what the original says, with what became of what</source>
        <translation>Montrer toutes les phrases dont la traduction pourrait ne pas dire ce que dit l’original, avec ce que chaque élément est devenu</translation>
    </message>
    <message>
        <source>&amp;Correct the translation…</source>
        <translation>&amp;Corriger la traduction…</translation>
    </message>
    <message>
        <source>Write the translation of this sentence yourself; it is then kept</source>
        <translation>Écrire vous-même la traduction de cette phrase&#x202f;; elle est alors gardée</translation>
    </message>
    <message>
        <source>Translate the sentence with &amp;another engine</source>
        <translation>Traduire la phrase avec un a&amp;utre moteur</translation>
    </message>
    <message>
        <source>&amp;Engines and models…</source>
        <translation>&amp;Moteurs et modèles…</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>Caractères plus &amp;grands</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>Caractères plus &amp;petits</translation>
    </message>
    <message>
        <source>&amp;Usual type size</source>
        <translation>Taille &amp;habituelle</translation>
    </message>
    <message>
        <source>S&amp;croll together</source>
        <translation>&amp;Défiler ensemble</translation>
    </message>
    <message>
        <source>Keep what tells the same thing level in all articles while scrolling</source>
        <translation>Garder à la même hauteur, en défilant, ce qui dit la même chose dans tous les articles</translation>
    </message>
    <message>
        <source>Let this article &amp;go</source>
        <translation>&amp;Lâcher cet article</translation>
    </message>
    <message>
        <source>Scroll this article alone, or with the others again</source>
        <translation>Faire défiler cet article seul, ou de nouveau avec les autres</translation>
    </message>
    <message>
        <source>Show page no&amp;ise</source>
        <translation>Montrer les &amp;scories de page</translation>
    </message>
    <message>
        <source>Show share bars, newsletters and the like in grey, or not at all</source>
        <translation>Montrer en gris les barres de partage, lettres d’information et autres, ou pas du tout</translation>
    </message>
    <message>
        <source>&amp;Mark agreements too</source>
        <translation>&amp;Marquer aussi les accords</translation>
    </message>
    <message>
        <source>&amp;Table of facts</source>
        <translation>&amp;Tableau des faits</translation>
    </message>
    <message>
        <source>Show or hide the table of what the articles state</source>
        <translation>Montrer ou cacher le tableau de ce que disent les articles</translation>
    </message>
    <message>
        <source>List &amp;of passages</source>
        <translation>Liste des p&amp;assages</translation>
    </message>
    <message>
        <source>Show or hide the list of passages: told by all, by all but one, by only one</source>
        <translation>Montrer ou cacher la liste des passages&#xa0;: dits par tous, par tous sauf un, par un seul</translation>
    </message>
    <message>
        <source>&amp;Picture of the story…</source>
        <translation>&amp;Vue d’ensemble…</translation>
    </message>
    <message>
        <source>Show what the articles date on one timeline, and who agrees with whom</source>
        <translation>Montrer ce que datent les articles sur une chronologie, et qui concorde avec qui</translation>
    </message>
    <message>
        <source>I&amp;ndependent accounts…</source>
        <translation>Sources i&amp;ndépendantes…</translation>
    </message>
    <message>
        <source>Show which articles took their words from which, and what they changed</source>
        <translation>Montrer quels articles ont repris les mots de quels autres, et ce qu’ils y ont changé</translation>
    </message>
    <message>
        <source>Ne&amp;xt part of the window</source>
        <translation>Partie s&amp;uivante de la fenêtre</translation>
    </message>
    <message>
        <source>Go round the articles, the table of facts and the list of passages</source>
        <translation>Faire le tour des articles, du tableau des faits et de la liste des passages</translation>
    </message>
    <message>
        <source>Pre&amp;vious part of the window</source>
        <translation>Partie p&amp;récédente de la fenêtre</translation>
    </message>
    <message>
        <source>Articles of &amp;equal width</source>
        <translation>Articles de largeur &amp;égale</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>Put &amp;away</source>
        <translation>&amp;Ranger</translation>
    </message>
    <message>
        <source>Outlet, date and &amp;title…</source>
        <translation>Titre de presse, &amp;date et titre…</translation>
    </message>
    <message>
        <source>Say who published the article, when, and under which title</source>
        <translation>Dire qui a publié l’article, quand et sous quel titre</translation>
    </message>
    <message>
        <source>Replace by a later &amp;version…</source>
        <translation>Remplacer par une &amp;version plus récente…</translation>
    </message>
    <message>
        <source>Put a later version in the article&apos;s place; rulings and notes move over</source>
        <translation>Mettre une version plus récente à la place de l’article&#xa0;; décisions et notes suivent</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Déplacer à &amp;gauche</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Déplacer à d&amp;roite</translation>
    </message>
    <message>
        <source>Re&amp;move from the study</source>
        <translation>&amp;Retirer du dossier</translation>
    </message>
    <message>
        <source>&amp;Bring the other wordings here</source>
        <translation>&amp;Amener ici les autres versions</translation>
    </message>
    <message>
        <source>Show under the passage what the other articles say, and what differs word by word</source>
        <translation>Montrer sous le passage ce que disent les autres articles, et ce qui diffère mot à mot</translation>
    </message>
    <message>
        <source>&amp;Next linked passage</source>
        <translation>Passage lié &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous linked passage</source>
        <translation>Passage lié &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Confirm the links</source>
        <translation>&amp;Confirmer les liens</translation>
    </message>
    <message>
        <source>These passages do tell the same thing: keep it so whatever is found later</source>
        <translation>Ces passages disent bien la même chose&#xa0;: à garder quoi qu’on trouve ensuite</translation>
    </message>
    <message>
        <source>Pic&amp;k for joining</source>
        <translation>&amp;Choisir pour réunir</translation>
    </message>
    <message>
        <source>Pick this passage, to join it with passages of other articles or part it from them</source>
        <translation>Choisir ce passage, pour le réunir à des passages d’autres articles ou l’en séparer</translation>
    </message>
    <message>
        <source>&amp;Join the picked passages</source>
        <translation>&amp;Réunir les passages choisis</translation>
    </message>
    <message>
        <source>Par&amp;t from its partners</source>
        <translation>&amp;Séparer de ses partenaires</translation>
    </message>
    <message>
        <source>This passage does not tell what its partners tell</source>
        <translation>Ce passage ne dit pas ce que disent ses partenaires</translation>
    </message>
    <message>
        <source>Page noise, &amp;or not</source>
        <translation>Scorie de page, &amp;ou non</translation>
    </message>
    <message>
        <source>Leave this sentence out of the comparison, or take it in again</source>
        <translation>Laisser cette phrase hors de la comparaison, ou l’y reprendre</translation>
    </message>
    <message>
        <source>&amp;Next divergence</source>
        <translation>Divergence &amp;suivante</translation>
    </message>
    <message>
        <source>Go to the next divergence, the gravest first</source>
        <translation>Aller à la divergence suivante, la plus grave d’abord</translation>
    </message>
    <message>
        <source>&amp;Previous divergence</source>
        <translation>Divergence &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Confirmed divergence</source>
        <translation>Divergence &amp;vérifiée</translation>
    </message>
    <message>
        <source>The articles do diverge here; go to the next</source>
        <translation>Les articles divergent bien ici&#x202f;; aller à la suivante</translation>
    </message>
    <message>
        <source>Not a &amp;divergence</source>
        <translation>Pas une &amp;divergence</translation>
    </message>
    <message>
        <source>Set this comparison aside, and no other; go to the next</source>
        <translation>Écarter cette comparaison, et elle seule&#x202f;; aller à la suivante</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>À vérifier de &amp;nouveau</translation>
    </message>
    <message>
        <source>N&amp;ote…</source>
        <translation>N&amp;ote…</translation>
    </message>
    <message>
        <source>Correct a val&amp;ue…</source>
        <translation>&amp;Corriger une valeur…</translation>
    </message>
    <message>
        <source>Set right what was understood of this fact</source>
        <translation>Rectifier ce qui a été compris de ce fait</translation>
    </message>
    <message>
        <source>Compare &amp;anew</source>
        <translation>Comparer à no&amp;uveau</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;New study</source>
        <translation>&amp;Nouveau dossier</translation>
    </message>
    <message>
        <source>&amp;Open articles…</source>
        <translation>&amp;Ouvrir des articles…</translation>
    </message>
    <message>
        <source>Set articles from files side by side</source>
        <translation>Mettre côte à côte des articles pris dans des fichiers</translation>
    </message>
    <message>
        <source>&amp;Paste an article</source>
        <translation>C&amp;oller un article</translation>
    </message>
    <message>
        <source>Make an article of the text or files on the clipboard</source>
        <translation>Faire un article du texte ou des fichiers du presse-papiers</translation>
    </message>
    <message>
        <source>Add a &amp;web page…</source>
        <translation>Ajouter une page &amp;web…</translation>
    </message>
    <message>
        <source>Read an article from its address on the web</source>
        <translation>Lire un article à son adresse sur le web</translation>
    </message>
    <message>
        <source>Open a s&amp;tudy…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Enregistrer &amp;sous…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Go on with a copy of the study under another name</source>
        <translation>Continuer avec une copie de l’étude sous un autre nom</translation>
    </message>
    <message>
        <source>&amp;Export a report…</source>
        <translation>E&amp;xporter un compte rendu…</translation>
    </message>
    <message>
        <source>Write what was found as a web page, document, table or data</source>
        <translation>Écrire ce qui a été trouvé&#xa0;: page web, document, tableau ou données</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Imprimer…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Copy sentence with its source</source>
        <translation>&amp;Copier la phrase avec sa source</translation>
    </message>
    <message>
        <source>Copy passage as &amp;all tell it</source>
        <translation>Copier le passage selon &amp;tous</translation>
    </message>
    <message>
        <source>Copy what each article says of this, with its source</source>
        <translation>Copier ce que chaque article en dit, avec sa source</translation>
    </message>
    <message>
        <source>Copy &amp;what is compared</source>
        <translation>Copier ce qui est c&amp;omparé</translation>
    </message>
    <message>
        <source>Copy the row of the table: the verdict, what each article states, and where</source>
        <translation>Copier la ligne du tableau&#xa0;: le verdict, ce que chaque article énonce, et où</translation>
    </message>
    <message>
        <source>&amp;Find in all articles…</source>
        <translation>C&amp;hercher dans tous les articles…</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>Occurrence &amp;suivante</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Occurrence &amp;précédente</translation>
    </message>
</context>
<context>
    <name>AddPage</name>
    <message>
        <source>Add web pages</source>
        <translation>Ajouter des pages web</translation>
    </message>
    <message>
        <source>&amp;Addresses of the articles, one a line:</source>
        <translation>&amp;Adresses des articles, une par ligne&#xa0;:</translation>
    </message>
    <message>
        <source>Addresses of the articles</source>
        <translation>Adresses des articles</translation>
    </message>
    <message>
        <source>Recoupe fetches these pages and nothing else: no picture, no script. The text stays on this computer.</source>
        <translation>Recoupe va chercher ces pages et rien d’autre&#xa0;: ni image, ni script. Le texte reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Récupérer</translation>
    </message>
    <message>
        <source>“%1” is not the address of a web page.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas l’adresse d’une page web.</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Add this article?</source>
        <translation>Ajouter cet article&#xa0;?</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Texte de l’article</translation>
    </message>
    <message>
        <source>1 word. What is grey belongs to the page and is not compared.</source>
        <translation>1 mot. Ce qui est en gris appartient à la page et n’est pas comparé.</translation>
    </message>
    <message>
        <source>%1 words. What is grey belongs to the page and is not compared.</source>
        <translation>%1 mots. Ce qui est en gris appartient à la page et n’est pas comparé.</translation>
    </message>
    <message>
        <source>Add the other %1 as they are</source>
        <translation>Ajouter les %1 autres tels quels</translation>
    </message>
    <message>
        <source>Add the other one as it is</source>
        <translation>Ajouter l’autre tel quel</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Laisser</translation>
    </message>
</context>
<context>
    <name>AssertionForm</name>
    <message>
        <source>affirmed</source>
        <translation>affirmé</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>nié</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Quoi</translation>
    </message>
    <message>
        <source>&amp;Is</source>
        <translation>&amp;Est</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>unsure</source>
        <translation>incertain</translation>
    </message>
</context>
<context>
    <name>Changed</name>
    <message>
        <source>Show or hide what changed</source>
        <translation>Montrer ou masquer ce qui a changé</translation>
    </message>
    <message>
        <source>What later versions changed</source>
        <translation>Ce que les nouvelles versions ont changé</translation>
    </message>
</context>
<context>
    <name>ClockForm</name>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Heure</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Search commands and settings</source>
        <translation>Chercher parmi les commandes et les réglages</translation>
    </message>
    <message>
        <source>Nothing is called that. Try another word.</source>
        <translation>Rien ne porte ce nom. Essayez un autre mot.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>All articles (%1)</source>
        <translation>Tous les articles (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Ouvrir des articles</translation>
    </message>
    <message>
        <source>Already open: %1</source>
        <translation>Déjà ouvert&#xa0;: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy the article first, then paste it here.</source>
        <translation>Il n’y a pas de texte dans le presse-papiers. Copiez d’abord l’article, puis collez-le ici.</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Récupération…</translation>
    </message>
    <message>
        <source>change details of “%1”</source>
        <translation>modifier les données de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>remove “%1”</source>
        <translation>retirer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>move “%1”</source>
        <translation>déplacer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>add “%1”</source>
        <translation>ajouter «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>add %1 articles</source>
        <translation>ajouter %1 articles</translation>
    </message>
    <message>
        <source>Picked passages: %1. Press J to join them, U to part them.</source>
        <translation>Passages choisis&#xa0;: %1. J les réunit, U les sépare.</translation>
    </message>
    <message>
        <source>Pick passages of two articles first (Ctrl+click, or K), then join them.</source>
        <translation>Choisissez d’abord des passages de deux articles (Ctrl+clic, ou K), puis réunissez-les.</translation>
    </message>
    <message>
        <source>join passages</source>
        <translation>réunir des passages</translation>
    </message>
    <message>
        <source>Choose a passage that is linked, then part it from its partners.</source>
        <translation>Choisissez un passage lié, puis séparez-le de ses partenaires.</translation>
    </message>
    <message>
        <source>part passages</source>
        <translation>séparer des passages</translation>
    </message>
    <message>
        <source>Choose a passage that is linked, then confirm its links.</source>
        <translation>Choisissez un passage lié, puis confirmez ses liens.</translation>
    </message>
    <message>
        <source>confirm links</source>
        <translation>confirmer des liens</translation>
    </message>
    <message>
        <source>Links confirmed: %1</source>
        <translation>Liens confirmés&#xa0;: %1</translation>
    </message>
    <message>
        <source>These links are confirmed already.</source>
        <translation>Ces liens sont déjà confirmés.</translation>
    </message>
    <message>
        <source>Choose a sentence first.</source>
        <translation>Choisissez d’abord une phrase.</translation>
    </message>
    <message>
        <source>Copied with its sources</source>
        <translation>Copié avec ses sources</translation>
    </message>
    <message>
        <source>This is no longer in the study: nothing was copied.</source>
        <translation>Cela n’est plus dans l’étude&#xa0;: rien n’a été copié.</translation>
    </message>
    <message>
        <source>mark as page noise</source>
        <translation>marquer comme scorie de page</translation>
    </message>
    <message>
        <source>mark as part of the article</source>
        <translation>marquer comme partie de l’article</translation>
    </message>
    <message>
        <source>The articles are still being compared.</source>
        <translation>Les articles sont encore en cours de comparaison.</translation>
    </message>
    <message>
        <source>No further linked passage in this direction.</source>
        <translation>Plus de passage lié dans cette direction.</translation>
    </message>
    <message>
        <source>No divergence was found.</source>
        <translation>Aucune divergence n’a été trouvée.</translation>
    </message>
    <message>
        <source>Divergence %1 of %2</source>
        <translation>Divergence %1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>confirm a divergence</source>
        <translation>confirmer une divergence</translation>
    </message>
    <message>
        <source>set a divergence aside</source>
        <translation>écarter une divergence</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>vérifier de nouveau</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What should be remembered about this?</source>
        <translation>Que faut-il en retenir&#x202f;?</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>écrire une note</translation>
    </message>
    <message>
        <source>correct a value</source>
        <translation>corriger une valeur</translation>
    </message>
    <message>
        <source>That was the last divergence to check.</source>
        <translation>C’était la dernière divergence à vérifier.</translation>
    </message>
    <message>
        <source>Choose a divergence first: press N, or click one in the text or the table.</source>
        <translation>Choisissez d’abord une divergence&#xa0;: tapez N, ou cliquez-en une dans le texte ou le tableau.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Bring the articles back</source>
        <translation>Faire revenir les articles</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Rétabli&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>Recoupe studies (*%1)</source>
        <translation>Dossiers Recoupe (*%1)</translation>
    </message>
    <message>
        <source>This study is open already.</source>
        <translation>Ce dossier est déjà ouvert.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Where is “%1” now?</source>
        <translation>Où est «&#xa0;%1&#xa0;» à présent&#x202f;?</translation>
    </message>
    <message>
        <source>restore the study</source>
        <translation>récupérer le dossier</translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation>Enregistrer le dossier</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
    <message>
        <source>duplicate the study</source>
        <translation>dupliquer l’étude</translation>
    </message>
    <message>
        <source>Comparing was stopped. What was found before stays.</source>
        <translation>La comparaison a été arrêtée. Ce qui avait été trouvé reste.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Exporter un compte rendu</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Écriture du compte rendu…</translation>
    </message>
    <message>
        <source>The report is written: %1</source>
        <translation>Le compte rendu est écrit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>The articles are still being compared. A report can be made when that is done.</source>
        <translation>Les articles sont encore en cours de comparaison. Un rapport pourra être établi ensuite.</translation>
    </message>
    <message>
        <source>Comparing was stopped before its end. A report needs all that there is to find.</source>
        <translation>La comparaison a été arrêtée avant la fin. Un rapport a besoin de tout ce qu’il y a à trouver.</translation>
    </message>
    <message>
        <source>Type size: %1 points</source>
        <translation>Taille des caractères&#xa0;: %1 points</translation>
    </message>
    <message>
        <source>Copied with its source</source>
        <translation>Copié avec sa source</translation>
    </message>
    <message>
        <source>Open a later version of “%1”</source>
        <translation>Ouvrir une version plus récente de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>This is the version of “%1” that is open already.</source>
        <translation>C’est la version de «&#xa0;%1&#xa0;» qui est déjà ouverte.</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>Version plus récente</translation>
    </message>
    <message>
        <source>Replace “%1” by this version?</source>
        <translation>Remplacer «&#xa0;%1&#xa0;» par cette version&#xa0;?</translation>
    </message>
    <message>
        <source>This has little in common with “%1”. Replace it all the same?</source>
        <translation>Ce texte a peu en commun avec «&#xa0;%1&#xa0;». Le remplacer quand même&#xa0;?</translation>
    </message>
    <message>
        <source>Links, rulings and notes move over to what is still there. The version before is kept with the study.</source>
        <translation>Liens, décisions et notes suivent ce qui y est encore. La version précédente reste dans l’étude.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>Set &amp;beside</source>
        <translation>Mettre à &amp;côté</translation>
    </message>
    <message>
        <source>replace “%1” by a later version</source>
        <translation>remplacer «&#xa0;%1&#xa0;» par une version plus récente</translation>
    </message>
    <message>
        <source>What changed leads the table of facts.</source>
        <translation>Ce qui a changé est en tête du tableau des faits.</translation>
    </message>
    <message>
        <source>Nothing but typography is different.</source>
        <translation>Seule la typographie diffère.</translation>
    </message>
    <message>
        <source>reworded: %1</source>
        <translation>reformulées&#xa0;: %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>ajoutées&#xa0;: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>supprimées&#xa0;: %1</translation>
    </message>
    <message>
        <source>Sentences %1</source>
        <translation>Phrases %1</translation>
    </message>
    <message>
        <source>No longer where it was read from: %1. The text is in the study all the same.</source>
        <translation>N’est plus là où il a été lu&#xa0;: %1. Le texte est dans l’étude malgré tout.</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Retrouver…</translation>
    </message>
    <message>
        <source>locate “%1”</source>
        <translation>retrouver «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>What is compared</source>
        <translation>Ce qui est comparé</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non mentionné</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>%1 runs on the server that you named.</source>
        <translation>%1 tourne sur le serveur que vous avez indiqué.</translation>
    </message>
    <message>
        <source>%1 runs on the internet.</source>
        <translation>%1 est un service en ligne.</translation>
    </message>
    <message>
        <source>The sentences of the articles you have translated are sent to %1, one by one.</source>
        <translation>Les phrases des articles que vous faites traduire sont envoyées à %1, une à une.</translation>
    </message>
    <message>
        <source>They travel in the web address, where servers on the way may keep them in their logs.</source>
        <translation>Elles voyagent dans l’adresse web, que les serveurs traversés peuvent garder dans leurs journaux.</translation>
    </message>
    <message>
        <source>Nothing else is sent: neither your notes nor your rulings, nor the other articles.</source>
        <translation>Rien d’autre n’est envoyé&#xa0;: ni vos notes, ni vos décisions, ni les autres articles.</translation>
    </message>
    <message>
        <source>Send texts over the network?</source>
        <translation>Envoyer des textes par le réseau&#x202f;?</translation>
    </message>
    <message>
        <source>May Recoupe send texts to %1?</source>
        <translation>Recoupe peut-il envoyer des textes à %1&#x202f;?</translation>
    </message>
    <message>
        <source>Your answer is remembered; you can take it back in the preferences. The offline engine sends nothing.</source>
        <translation>Votre réponse est retenue&#x202f;; vous pouvez la reprendre dans les préférences. Le moteur hors ligne n’envoie rien.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
</context>
<context>
    <name>CorrectTranslation</name>
    <message>
        <source>Correct the translation</source>
        <translation>Corriger la traduction</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>&amp;Traduction</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Sentences to check</source>
        <translation>Phrases à vérifier</translation>
    </message>
    <message>
        <source>&amp;Go to the sentence</source>
        <translation>&amp;Aller à la phrase</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>&amp;Corriger…</translation>
    </message>
    <message>
        <source>Translate with &amp;another engine</source>
        <translation>Traduire avec un autre &amp;moteur</translation>
    </message>
    <message>
        <source>In %1 sentences the translation may not say what the original says.</source>
        <translation>Dans %1 phrases, la traduction pourrait ne pas dire ce que dit l’original.</translation>
    </message>
    <message>
        <source>In 1 sentence the translation may not say what the original says.</source>
        <translation>Dans 1 phrase, la traduction pourrait ne pas dire ce que dit l’original.</translation>
    </message>
    <message>
        <source>No sentence is to be checked: no figure, date, name or reserve was found to differ from the originals.</source>
        <translation>Aucune phrase à vérifier&#xa0;: aucun écart de chiffre, de date, de nom ou de réserve avec les originaux n’a été trouvé.</translation>
    </message>
    <message>
        <source>Nothing is translated yet. What a translation loses, changes or adds will be listed here.</source>
        <translation>Rien n’est encore traduit. Ce qu’une traduction perd, change ou ajoute sera listé ici.</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop files, folders, web addresses or text here</source>
        <translation>Déposez ici fichiers, dossiers, adresses web ou texte</translation>
    </message>
</context>
<context>
    <name>EditFact</name>
    <message>
        <source>Correct: %1</source>
        <translation>Corriger&#xa0;: %1</translation>
    </message>
    <message>
        <source>The article’s text is not changed. The comparison is made again with this value, and you can undo it.</source>
        <translation>Le texte de l’article n’est pas modifié. La comparaison est refaite avec cette valeur, et vous pouvez annuler.</translation>
    </message>
    <message>
        <source>this is no value yet</source>
        <translation>ce n’est pas encore une valeur</translation>
    </message>
    <message>
        <source>Understood as: %1</source>
        <translation>Compris comme&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Why it is judged so</source>
        <translation>Pourquoi ce verdict</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note on this comparison</source>
        <translation>Note sur cette comparaison</translation>
    </message>
    <message>
        <source>Choose a row to see why it is judged as it is.</source>
        <translation>Choisissez une ligne pour voir la raison de son verdict.</translation>
    </message>
    <message>
        <source>the next divergence, the gravest first</source>
        <translation>la divergence suivante, la plus grave d’abord</translation>
    </message>
    <message>
        <source>what the other articles say, under the passage</source>
        <translation>ce que disent les autres articles, sous le passage</translation>
    </message>
    <message>
        <source>confirmed: the articles do diverge</source>
        <translation>confirmé&#xa0;: les articles divergent bien</translation>
    </message>
    <message>
        <source>not a divergence: set it aside</source>
        <translation>pas une divergence&#xa0;: l’écarter</translation>
    </message>
    <message>
        <source>every key</source>
        <translation>toutes les touches</translation>
    </message>
    <message>
        <source>corrected; take back</source>
        <translation>corrigé&#x202f;; rétablir</translation>
    </message>
    <message>
        <source>correct…</source>
        <translation>corriger…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>To read or publish: the articles side by side, one file that opens without network.</source>
        <translation>À lire ou à publier&#xa0;: les articles côte à côte, un seul fichier qui s’ouvre sans réseau.</translation>
    </message>
    <message>
        <source>To file or send: the same on pages.</source>
        <translation>À classer ou à envoyer&#xa0;: le même en pages.</translation>
    </message>
    <message>
        <source>To edit further in a word processor.</source>
        <translation>À retravailler dans un traitement de texte.</translation>
    </message>
    <message>
        <source>Plain text with headings and tables, for wikis and notes.</source>
        <translation>Texte simple avec titres et tableaux, pour wikis et notes.</translation>
    </message>
    <message>
        <source>Plain text that any program opens.</source>
        <translation>Texte simple que tout programme ouvre.</translation>
    </message>
    <message>
        <source>The fact table, for a spreadsheet.</source>
        <translation>Le tableau des faits, pour un tableur.</translation>
    </message>
    <message>
        <source>The fact table and the passages, as a workbook.</source>
        <translation>Le tableau des faits et les passages, en classeur.</translation>
    </message>
    <message>
        <source>Everything that was found, for other programs.</source>
        <translation>Tout ce qui a été trouvé, pour d’autres programmes.</translation>
    </message>
    <message>
        <source>The translated sentences, for translators’ tools.</source>
        <translation>Les phrases traduites, pour les outils de traducteurs.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a report</source>
        <translation>Exporter un compte rendu</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Langue du compte rendu</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Divergences</source>
        <translation>Divergences</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Recoupe met a fault of its own. Your study is still open; save it now. You can go on working, and copy the details below for whoever looks after the program.</source>
        <translation>Recoupe a rencontré un défaut qui lui est propre. Votre dossier est toujours ouvert&#xa0;: enregistrez-le maintenant. Vous pouvez continuer à travailler, et copier les détails ci-dessous pour qui s’occupe du programme.</translation>
    </message>
    <message>
        <source>Something went wrong in Recoupe</source>
        <translation>Quelque chose s’est mal passé dans Recoupe</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search the facts</source>
        <translation>Chercher dans les faits</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Sure or unsure</source>
        <translation>Sûr ou incertain</translation>
    </message>
    <message>
        <source>Gravest first</source>
        <translation>Les plus graves d’abord</translation>
    </message>
    <message>
        <source>What the signs mean</source>
        <translation>Ce que veulent dire les signes</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Next divergence</source>
        <translation>Divergence suivante</translation>
    </message>
    <message>
        <source>Previous divergence</source>
        <translation>Divergence précédente</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sûr</translation>
    </message>
    <message>
        <source>Unsure, may be two different things</source>
        <translation>Incertain, peut-être deux choses distinctes</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>By passage</source>
        <translation>Par passage</translation>
    </message>
    <message>
        <source>As in %1</source>
        <translation>Comme dans %1</translation>
    </message>
    <message>
        <source>Sure or unsure: %1 unsure</source>
        <translation>Sûr ou incertain&#xa0;: %1 à prendre avec réserve</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>Ne montrer que&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 sur %2 vérifiées</translation>
    </message>
    <message>
        <source>no divergence</source>
        <translation>aucune divergence</translation>
    </message>
    <message>
        <source>One account: %1</source>
        <translation>Une seule source&#xa0;: %1</translation>
    </message>
    <message>
        <source>No article takes most of its words from another.</source>
        <translation>Aucun article ne reprend l’essentiel d’un autre.</translation>
    </message>
    <message>
        <source>Click to see who shares words with whom.</source>
        <translation>Cliquez pour voir qui partage des mots avec qui.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in all articles; accents do not matter</source>
        <translation>Chercher dans tous les articles&#x202f;; les accents ne comptent pas</translation>
    </message>
    <message>
        <source>Find in all articles</source>
        <translation>Chercher dans tous les articles</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>%1 in %2 articles</source>
        <translation>%1 dans %2 articles</translation>
    </message>
    <message>
        <source>%1 in 1 article</source>
        <translation>%1 dans 1 article</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Scrolls with the others. Press to let go.</source>
        <translation>Défile avec les autres. Appuyez pour le lâcher.</translation>
    </message>
    <message>
        <source>Scrolls alone. Press to follow the others.</source>
        <translation>Défile seul. Appuyez pour suivre les autres.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>No log is kept: %1 cannot be written.</source>
        <translation>Aucun journal n’est tenu&#xa0;: impossible d’écrire dans %1.</translation>
    </message>
    <message>
        <source>Nothing here opens text files. The log is %1</source>
        <translation>Rien n’ouvre les fichiers texte ici. Le journal est %1</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>N goes to the next divergence, B brings the other wordings under a passage, F1 shows every key, Shift+F1 every sign.</source>
        <translation>N va à la divergence suivante, B amène les autres versions sous un passage, F1 montre toutes les touches, Maj+F1 tous les signes.</translation>
    </message>
</context>
<context>
    <name>KeptTranslations</name>
    <message>
        <source>&amp;Empty</source>
        <translation>&amp;Vider</translation>
    </message>
    <message>
        <source>%1 sentences are kept from earlier translations (%2 MB).</source>
        <translation>%1 phrases sont gardées de traductions antérieures (%2 Mo).</translation>
    </message>
    <message>
        <source>1 sentence is kept from earlier translations (%2 MB).</source>
        <translation>1 phrase est gardée de traductions antérieures (%2 Mo).</translation>
    </message>
    <message>
        <source>No sentence is kept from earlier translations.</source>
        <translation>Aucune phrase n’est gardée de traductions antérieures.</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Article details</source>
        <translation>Données de l’article</translation>
    </message>
    <message>
        <source>the paper, agency or site</source>
        <translation>le journal, l’agence ou le site</translation>
    </message>
    <message>
        <source>known</source>
        <translation>connue</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>language unknown</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>&amp;Outlet</source>
        <translation>Titre de &amp;presse</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation>Pu&amp;blié</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Auteur</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Date of publication</source>
        <translation>Date de publication</translation>
    </message>
    <message>
        <source>Words such as “Monday” or “yesterday” are resolved from the date of publication</source>
        <translation>Des mots comme «&#xa0;lundi&#xa0;» ou «&#xa0;hier&#xa0;» sont compris d’après la date de publication</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>The articles cannot all be right: 12 injured in one, 15 in another.</source>
        <translation>Les articles ne peuvent pas tous avoir raison&#xa0;: 12 blessés dans l’un, 15 dans l’autre.</translation>
    </message>
    <message>
        <source>One states it as a fact, another with reserve: “is dead”, “is said to be dead”.</source>
        <translation>L’un l’affirme comme un fait, l’autre avec réserve&#xa0;: «&#xa0;est mort&#xa0;», «&#xa0;serait mort&#xa0;».</translation>
    </message>
    <message>
        <source>The articles say the same, but on the word of different sources, or of none.</source>
        <translation>Les articles disent la même chose, mais sur la foi de sources différentes, ou d’aucune.</translation>
    </message>
    <message>
        <source>One article is more exact than another, and both can be right: “nearly 300”, “297”.</source>
        <translation>Un article est plus exact que l’autre, et les deux peuvent avoir raison&#xa0;: «&#xa0;près de 300&#xa0;», «&#xa0;297&#xa0;».</translation>
    </message>
    <message>
        <source>The articles say the same, perhaps in other words.</source>
        <translation>Les articles disent la même chose, parfois autrement.</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>The articles may be telling of two different things: a hollow sign of any shape. It stands after all that is sure.</source>
        <translation>Les articles parlent peut-être de deux choses distinctes&#xa0;: un signe creux, quelle que soit sa forme. Il vient après tout ce qui est sûr.</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <source>Linked passage</source>
        <translation>Passage lié</translation>
    </message>
    <message>
        <source>Passages of several articles that tell the same thing.</source>
        <translation>Des passages de plusieurs articles qui disent la même chose.</translation>
    </message>
    <message>
        <source>A solid link was confirmed or is nearly certain; a dashed one is less sure.</source>
        <translation>Un lien plein est confirmé ou presque certain&#x202f;; un lien en tirets est moins sûr.</translation>
    </message>
    <message>
        <source>Solid and dashed links</source>
        <translation>Liens pleins et en tirets</translation>
    </message>
    <message>
        <source>An article that does not speak of it is not in conflict with the others.</source>
        <translation>Un article qui n’en parle pas n’est pas en conflit avec les autres.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Non mentionné</translation>
    </message>
    <message>
        <source>Something in the passage is stated with reserve, or on someone’s word.</source>
        <translation>Quelque chose, dans ce passage, est dit avec réserve ou sur la foi de quelqu’un.</translation>
    </message>
    <message>
        <source>Dotted line beside a passage</source>
        <translation>Pointillé à côté d’un passage</translation>
    </message>
    <message>
        <source>Words of a translation that may not say what the original says.</source>
        <translation>Mots d’une traduction qui ne disent peut-être pas ce que dit l’original.</translation>
    </message>
    <message>
        <source>Wavy line</source>
        <translation>Ligne ondulée</translation>
    </message>
    <message>
        <source>Grey text is page noise (share bars, newsletters). It is not compared; you can take it in again.</source>
        <translation>Le texte gris est une scorie de page (partage, lettres d’information). Il n’est pas comparé&#x202f;; vous pouvez le reprendre.</translation>
    </message>
    <message>
        <source>Grey text</source>
        <translation>Texte gris</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>H</source>
        <translation>R</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
</context>
<context>
    <name>LinkMap</name>
    <message>
        <source>Links between two neighbouring articles; the same list is in the events outline</source>
        <translation>Liens entre deux articles voisins&#x202f;; la liste des passages dit la même chose</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save the study?</source>
        <translation>Enregistrer le dossier&#x202f;?</translation>
    </message>
    <message>
        <source>This study was changed since it was last saved.</source>
        <translation>Ce dossier a été modifié depuis son dernier enregistrement.</translation>
    </message>
    <message>
        <source>Without saving, your rulings and notes are lost. The articles&apos; own files are never touched.</source>
        <translation>Sans enregistrer, vos décisions et vos notes sont perdues. Les fichiers des articles ne sont jamais modifiés.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Drop here: a later version of “%1” takes its place, anything else is set beside.</source>
        <translation>Déposer ici&#xa0;: une version plus récente de «&#xa0;%1&#xa0;» prend sa place, tout autre texte est mis à côté.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Untitled study</source>
        <translation>Dossier sans titre</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>A&amp;rticle</translation>
    </message>
    <message>
        <source>&amp;Passage</source>
        <translation>&amp;Passage</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Vérification</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>&amp;Traduction</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>ModelSources</name>
    <message>
        <source>Which direction?</source>
        <translation>Dans quel sens&#x202f;?</translation>
    </message>
    <message>
        <source>They come from argos-net.com and are checked when they are here. No text is sent.</source>
        <translation>Ils viennent d’argos-net.com et sont vérifiés à l’arrivée. Aucun texte n’est envoyé.</translation>
    </message>
    <message>
        <source>From another &amp;address…</source>
        <translation>D’une autre &amp;adresse…</translation>
    </message>
    <message>
        <source>Address of a package (.argosmodel or .zip). It may end in #sha256= and the checksum.</source>
        <translation>Adresse d’un paquet (.argosmodel ou .zip). Elle peut finir par #sha256= et la somme de contrôle.</translation>
    </message>
    <message>
        <source>Download a model</source>
        <translation>Télécharger un modèle</translation>
    </message>
    <message>
        <source>Download “%1” from %2?</source>
        <translation>Télécharger «&#xa0;%1&#xa0;» depuis %2&#x202f;?</translation>
    </message>
    <message>
        <source>The server does not say how large it is.</source>
        <translation>Le serveur n’en dit pas la taille.</translation>
    </message>
    <message>
        <source>It is checked against its checksum.</source>
        <translation>Il sera comparé à sa somme de contrôle.</translation>
    </message>
    <message>
        <source>It comes without a checksum: that it works can be told, not that it is the one that was published.</source>
        <translation>Il vient sans somme de contrôle&#xa0;: on peut voir qu’il marche, non qu’il est celui qui a été publié.</translation>
    </message>
    <message>
        <source>No text is sent.</source>
        <translation>Aucun texte n’est envoyé.</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>, %1 of it is here already</source>
        <translation>, dont %1 déjà là</translation>
    </message>
</context>
<context>
    <name>ModelsBox</name>
    <message>
        <source>Models of this machine</source>
        <translation>Modèles de cette machine</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Modèles installés</translation>
    </message>
    <message>
        <source>Install from a &amp;file…</source>
        <translation>Installer depuis un &amp;fichier…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Reti&amp;rer</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>Téléc&amp;harger…</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>With a model, texts are translated here and nothing is sent anywhere.</source>
        <translation>Avec un modèle, les textes sont traduits ici et rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Translation models (*.argosmodel *.zip);;All files (*)</source>
        <translation>Modèles de traduction (*.argosmodel *.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Install a translation model</source>
        <translation>Installer un modèle de traduction</translation>
    </message>
    <message>
        <source>Asking how large it is…</source>
        <translation>On demande sa taille…</translation>
    </message>
    <message>
        <source>Downloading: %1 of %2</source>
        <translation>Téléchargement&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Unpacking: %1 of %2</source>
        <translation>Décompression&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Essai…</translation>
    </message>
    <message>
        <source>Installed: %1</source>
        <translation>Installé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stopped. A download goes on from here the next time.</source>
        <translation>Arrêté. Le téléchargement reprendra là la prochaine fois.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Retiré.</translation>
    </message>
</context>
<context>
    <name>NameForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
</context>
<context>
    <name>NamesFold</name>
    <message>
        <source>1 agreed name</source>
        <translation>1 nom concordant</translation>
    </message>
    <message>
        <source>%1 agreed names</source>
        <translation>%1 noms concordants</translation>
    </message>
    <message>
        <source>People, places and bodies that the articles name alike: fold or unfold their rows</source>
        <translation>Personnes, lieux et organismes nommés de même par les articles&#xa0;: replier ou déplier leurs lignes</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Which passages</source>
        <translation>Quels passages</translation>
    </message>
    <message>
        <source>Of which article</source>
        <translation>De quel article</translation>
    </message>
    <message>
        <source>Search the passages</source>
        <translation>Chercher dans les passages</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>any article</source>
        <translation>n’importe quel article</translation>
    </message>
    <message>
        <source>All linked passages</source>
        <translation>Tous les passages liés</translation>
    </message>
    <message>
        <source>Told by all</source>
        <translation>Dits par tous</translation>
    </message>
    <message>
        <source>Told by all but one</source>
        <translation>Dits par tous sauf un</translation>
    </message>
    <message>
        <source>Told by only one</source>
        <translation>Dits par un seul</translation>
    </message>
    <message>
        <source>The articles are being compared…</source>
        <translation>Les articles sont en cours de comparaison…</translation>
    </message>
    <message>
        <source>There is no such passage.</source>
        <translation>Aucun passage de ce genre.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>all articles</source>
        <translation>tous les articles</translation>
    </message>
    <message>
        <source>all but %1</source>
        <translation>tous sauf %1</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>What can be done with “%1”</source>
        <translation>Ce qu’on peut faire de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>“%1” scrolls with the others</source>
        <translation>«&#xa0;%1&#xa0;» défile avec les autres</translation>
    </message>
</context>
<context>
    <name>PartnerCard</name>
    <message>
        <source>What the other articles say here</source>
        <translation>Ce que disent ici les autres articles</translation>
    </message>
    <message>
        <source>No passage is linked to this one, but the table compares it with:</source>
        <translation>Aucun passage n’est lié à celui-ci, mais le tableau le compare avec&#xa0;:</translation>
    </message>
    <message>
        <source>No passage of another article is linked to this one.</source>
        <translation>Aucun passage d’un autre article n’est relié à celui-ci.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>How sure the link is: %1</source>
        <translation>Sûreté du lien&#xa0;: %1</translation>
    </message>
    <message>
        <source>Confirm this link</source>
        <translation>Confirmer ce lien</translation>
    </message>
    <message>
        <source>These do not tell the same thing</source>
        <translation>Ils ne disent pas la même chose</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>All passages</source>
        <translation>Tous les passages</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Passages</translation>
    </message>
    <message>
        <source>Facts outside shared passages</source>
        <translation>Faits hors des passages communs</translation>
    </message>
</context>
<context>
    <name>PeriodForm</name>
    <message>
        <source>at a time of the day</source>
        <translation>à une heure du jour</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Premier jour</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Dernier jour</translation>
    </message>
    <message>
        <source>Time of the day</source>
        <translation>Heure du jour</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Theme: light, dark, high contrast</source>
        <translation>Thème&#xa0;: clair, sombre, contraste élevé</translation>
    </message>
    <message>
        <source>Colours for the colour-blind</source>
        <translation>Couleurs pour daltoniens</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Typeface and size of the articles</source>
        <translation>Police et taille des articles</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Interligne</translation>
    </message>
    <message>
        <source>Kinds of fact to compare</source>
        <translation>Types de faits à comparer</translation>
    </message>
    <message>
        <source>Pages of the local network</source>
        <translation>Pages du réseau local</translation>
    </message>
    <message>
        <source>Translation engine, models and keys</source>
        <translation>Moteur de traduction, modèles et clés</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>&amp;Colours that stay apart without red-green sight</source>
        <translation>&amp;Couleurs distinctes pour daltoniens</translation>
    </message>
    <message>
        <source>The window speaks the new language as soon as you close the preferences.</source>
        <translation>La fenêtre parlera la nouvelle langue dès que vous fermerez les préférences.</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Best of those installed (%1)</source>
        <translation>La meilleure de celles installées (%1)</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> %</source>
        <translation>&#x202f;%</translation>
    </message>
    <message>
        <source>Type&amp;face</source>
        <translation>&amp;Police</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation>&amp;Interligne</translation>
    </message>
    <message>
        <source>Scroll articles &amp;together</source>
        <translation>Faire défiler les articles &amp;ensemble</translation>
    </message>
    <message>
        <source>Show page &amp;noise in grey</source>
        <translation>Montrer les &amp;scories de page en gris</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>&amp;Mark in the texts what articles agree on</source>
        <translation>&amp;Marquer dans les textes ce sur quoi les articles s’accordent</translation>
    </message>
    <message>
        <source>Fetch pages of the &amp;local network too</source>
        <translation>Récupérer aussi les pages du réseau &amp;local</translation>
    </message>
    <message>
        <source>Off, an address cannot be used to reach machines of your own network</source>
        <translation>Sinon, une adresse ne peut servir à atteindre les machines de votre réseau</translation>
    </message>
</context>
<context>
    <name>ProblemReport</name>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Say below what you did, what you expected and what came instead. Then copy or save the text and send it to whoever looks after Recoupe for you; add the study or the articles only if you may share them. Recoupe sends nothing by itself, and its log holds no word of your articles.</source>
        <translation>Dites ci-dessous ce que vous avez fait, ce que vous attendiez et ce qui s’est passé. Copiez ou enregistrez ensuite le texte et envoyez-le à la personne qui s’occupe de Recoupe pour vous&#xa0;; n’y joignez l’étude ou les articles que si vous pouvez les partager. Recoupe n’envoie rien de lui-même, et son journal ne contient aucun mot de vos articles.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Enregistrer sous…</translation>
    </message>
    <message>
        <source>The report was not saved: %1</source>
        <translation>Le rapport n’a pas été enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>What I did:</source>
        <translation>Ce que j’ai fait&#xa0;:</translation>
    </message>
    <message>
        <source>What I expected:</source>
        <translation>Ce que j’attendais&#xa0;:</translation>
    </message>
    <message>
        <source>What came instead:</source>
        <translation>Ce qui s’est passé&#xa0;:</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Regarder dans&#xa0;:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Fichiers de &amp;type&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Série de pages&#xa0;:</translation>
    </message>
</context>
<context>
    <name>QuantityForm</name>
    <message>
        <source>a rounded figure</source>
        <translation>un chiffre arrondi</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;Up to</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unité</translation>
    </message>
    <message>
        <source>The same as “from” for a single figure; empty for “or more”</source>
        <translation>Le même que «&#xa0;de&#xa0;» pour un seul chiffre&#x202f;; vide pour «&#xa0;ou plus&#xa0;»</translation>
    </message>
</context>
<context>
    <name>RecentButton</name>
    <message>
        <source>not found; click to look for it</source>
        <translation>introuvable&#x202f;; cliquez pour le chercher</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>Retirer de cette liste</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>Le chercher…</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Rulings and notes on rows that are not found as before: %1. They are kept in the study; please look at what is found now.</source>
        <translation>Décisions et notes sur des lignes qui ne se retrouvent pas telles quelles&#xa0;: %1. Elles restent dans le dossier&#xa0;; regardez ce qui est trouvé à présent.</translation>
    </message>
    <message>
        <source>%1 cannot be written: preferences and copies for recovery are not kept. All else works; save your study where you may write.</source>
        <translation>Impossible d’écrire dans %1&#xa0;: ni les préférences ni les copies de secours ne sont gardées. Tout le reste fonctionne&#xa0;; enregistrez votre étude là où vous pouvez écrire.</translation>
    </message>
    <message>
        <source>Recoupe ended unexpectedly on %1. The study “%2” was kept.</source>
        <translation>Recoupe s’est arrêté de façon imprévue le %1. Le dossier «&#xa0;%2&#xa0;» a été gardé.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Récupérer</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>language unknown</source>
        <translation>langue inconnue</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 mot</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 mots</translation>
    </message>
    <message>
        <source>no passage in common</source>
        <translation>aucun passage commun</translation>
    </message>
    <message>
        <source>%1 aligned</source>
        <translation>%1 alignés</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>%1 worded as in “%2” and %3 more</source>
        <translation>%1 dans les mêmes mots que «&#xa0;%2&#xa0;» et %3 de plus</translation>
    </message>
    <message>
        <source>%1 worded as in “%2”</source>
        <translation>%1 dans les mêmes mots que «&#xa0;%2&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Chercher dans les raccourcis</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
</context>
<context>
    <name>StoryCard</name>
    <message>
        <source>Opens at once; nothing is fetched</source>
        <translation>S’ouvre aussitôt&#x202f;; rien n’est téléchargé</translation>
    </message>
</context>
<context>
    <name>StoryPicture</name>
    <message>
        <source>Picture of the story</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>The articles have no dates that could be tied to a year.</source>
        <translation>Aucune date des articles ne peut être rattachée à une année.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Overview of the article</source>
        <translation>Vue d’ensemble de l’article</translation>
    </message>
    <message>
        <source>Where passages are aligned and facts diverge; the frame is what you see</source>
        <translation>Où les passages sont alignés et les faits divergent&#x202f;; le cadre est ce que vous voyez</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table of facts</source>
        <translation>Tableau des faits</translation>
    </message>
    <message>
        <source>No row fits the filters.</source>
        <translation>Aucune ligne ne répond aux filtres.</translation>
    </message>
    <message>
        <source>The articles are being compared…</source>
        <translation>Les articles sont en cours de comparaison…</translation>
    </message>
    <message>
        <source>Open a second article: what both state will be compared here.</source>
        <translation>Ouvrez un deuxième article&#xa0;: ce que disent les deux sera comparé ici.</translation>
    </message>
    <message>
        <source>Comparing did not come to its end. F5 compares anew.</source>
        <translation>La comparaison n’est pas allée à son terme. F5 la relance.</translation>
    </message>
    <message>
        <source>The articles have no passage in common: they seem to tell different stories. If they tell one, pick a passage of each (K) and join them (J).</source>
        <translation>Les articles n’ont aucun passage commun&#x202f;: ils semblent raconter des histoires différentes. S’ils racontent la même, choisissez un passage de chacun (K) et réunissez-les (J).</translation>
    </message>
    <message>
        <source>The articles state nothing in common that can be compared.</source>
        <translation>Les articles ne disent rien de commun qui puisse être comparé.</translation>
    </message>
    <message>
        <source>check again</source>
        <translation>vérifier de nouveau</translation>
    </message>
    <message>
        <source>confirm a divergence</source>
        <translation>confirmer une divergence</translation>
    </message>
    <message>
        <source>set a divergence aside</source>
        <translation>écarter une divergence</translation>
    </message>
    <message>
        <source>correct a value</source>
        <translation>corriger une valeur</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>écrire une note</translation>
    </message>
    <message>
        <source>take a correction back</source>
        <translation>retirer une correction</translation>
    </message>
</context>
<context>
    <name>Tooltips</name>
    <message>
        <source>Articles that tell this too: %1</source>
        <translation>Articles qui le disent aussi&#xa0;: %1</translation>
    </message>
    <message>
        <source>linked with a confidence of %1</source>
        <translation>lié avec une confiance de %1</translation>
    </message>
    <message>
        <source>Double-click or press Space to bring the other wordings here.</source>
        <translation>Double-cliquez ou tapez Espace pour amener ici les autres versions.</translation>
    </message>
    <message>
        <source>Linked or confirmed by you</source>
        <translation>Lié ou confirmé par vous</translation>
    </message>
    <message>
        <source>same figures</source>
        <translation>mêmes chiffres</translation>
    </message>
    <message>
        <source>same names</source>
        <translation>mêmes noms</translation>
    </message>
    <message>
        <source>words in common</source>
        <translation>mots communs</translation>
    </message>
    <message>
        <source>same dates</source>
        <translation>mêmes dates</translation>
    </message>
    <message>
        <source>close in meaning</source>
        <translation>sens proche</translation>
    </message>
    <message>
        <source>neighbours are linked too</source>
        <translation>voisins liés aussi</translation>
    </message>
    <message>
        <source>%1, in the original</source>
        <translation>%1, dans l’original</translation>
    </message>
</context>
<context>
    <name>TranslateAnew</name>
    <message>
        <source>Translate anew</source>
        <translation>Traduire à neuf</translation>
    </message>
    <message>
        <source>This &amp;sentence</source>
        <translation>Cette &amp;phrase</translation>
    </message>
    <message>
        <source>This &amp;article</source>
        <translation>Cet &amp;article</translation>
    </message>
    <message>
        <source>A&amp;ll articles</source>
        <translation>&amp;Tous les articles</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>sur cette machine</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>T&amp;raduire</translation>
    </message>
    <message>
        <source>What there is gives way to what the engine says now. One undo brings it back.</source>
        <translation>La traduction présente cède la place à ce que dira le moteur. Une annulation la ramène.</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>A&amp;vec</translation>
    </message>
    <message>
        <source>%1 is asked again even for what it has said before.</source>
        <translation>%1 est interrogé de nouveau, même pour ce qu’il a déjà dit.</translation>
    </message>
    <message>
        <source>Nothing of the text leaves this machine.</source>
        <translation>Rien du texte ne quitte cette machine.</translation>
    </message>
    <message>
        <source>There is nothing to translate.</source>
        <translation>Il n’y a rien à traduire.</translation>
    </message>
    <message>
        <source>%1 sentences are translated.</source>
        <translation>%1 phrases seront traduites.</translation>
    </message>
    <message>
        <source>1 sentence is translated.</source>
        <translation>1 phrase sera traduite.</translation>
    </message>
    <message>
        <source>%1 sentences that you wrote stay as they are.</source>
        <translation>%1 phrases que vous avez écrites restent telles quelles.</translation>
    </message>
    <message>
        <source>1 sentence that you wrote stays as it is.</source>
        <translation>1 phrase que vous avez écrite reste telle quelle.</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>You wrote this translation: it stays, until you empty it under Correct.</source>
        <translation>Vous avez écrit cette traduction&#xa0;: elle reste, jusqu’à ce que vous la vidiez sous Corriger.</translation>
    </message>
    <message>
        <source>Translating the sentence with %1…</source>
        <translation>Traduction de la phrase avec %1…</translation>
    </message>
    <message>
        <source>correct the translation</source>
        <translation>corriger la traduction</translation>
    </message>
    <message>
        <source>No sentence is to be checked.</source>
        <translation>Aucune phrase n’est à vérifier.</translation>
    </message>
    <message>
        <source>To check %1 of %2: %3</source>
        <translation>À vérifier, %1 sur %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>“%1”: 1 sentence stays in the original. %3</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: 1 phrase reste dans l’original. %3</translation>
    </message>
    <message>
        <source>“%1”: %2 sentences stay in the original. %3</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2 phrases restent dans l’original. %3</translation>
    </message>
    <message>
        <source>Choose how texts are to be translated in the preferences, under Translation.</source>
        <translation>Choisissez comment traduire les textes dans les préférences, à la page Traduction.</translation>
    </message>
    <message>
        <source>1 sentence to check</source>
        <translation>1 phrase à vérifier</translation>
    </message>
    <message>
        <source>%1 sentences to check</source>
        <translation>%1 phrases à vérifier</translation>
    </message>
    <message>
        <source>translate anew</source>
        <translation>traduire à neuf</translation>
    </message>
    <message>
        <source>translate the sentence again</source>
        <translation>retraduire la phrase</translation>
    </message>
</context>
<context>
    <name>TranslationPage</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>Take the permission &amp;back</source>
        <translation>Retirer l’a&amp;utorisation</translation>
    </message>
    <message>
        <source>Translate &amp;with</source>
        <translation>&amp;Traduire avec</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>E&amp;n</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Région</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>C&amp;lé</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Vos propres mots</translation>
    </message>
    <message>
        <source>A French word and its English one a line; a word alone is kept as it is.</source>
        <translation>Un mot français et son équivalent anglais par ligne&#x202f;; un mot seul est gardé tel quel.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>By this machine: %1</source>
        <translation>Par cette machine&#xa0;: %1</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>sur cette machine</translation>
    </message>
    <message>
        <source>%1 — %2, rough</source>
        <translation>%1 — %2, approximatif</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 (install a model below)</source>
        <translation>%1 (installez un modèle ci-dessous)</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>facultatif</translation>
    </message>
    <message>
        <source>Nothing of the text leaves this machine.</source>
        <translation>Rien du texte ne quitte cette machine.</translation>
    </message>
    <message>
        <source>It gives the gist only; figures and names are kept.</source>
        <translation>Il ne donne que l’idée générale&#x202f;; chiffres et noms sont gardés.</translation>
    </message>
    <message>
        <source>This system has no keyring: the key is kept in a file that only you can read.</source>
        <translation>Ce système n’a pas de trousseau&#xa0;: la clé est gardée dans un fichier que vous seul pouvez lire.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Check for updates</source>
        <translation>Rechercher des mises à jour</translation>
    </message>
    <message>
        <source>This is version %1.</source>
        <translation>Voici la version %1.</translation>
    </message>
    <message>
        <source>Recoupe asks this address only when you press the button, and tells it nothing but its own version. Whoever gave you Recoupe can tell you the address.</source>
        <translation>Recoupe n’interroge cette adresse que lorsque vous le demandez, et ne lui dit que sa propre version. La personne qui vous a donné Recoupe peut vous indiquer l’adresse.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>Rechercher &amp;maintenant</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Interrogation…</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>C’est la version la plus récente.</translation>
    </message>
    <message>
        <source>Version %1 is out.</source>
        <translation>La version %1 est sortie.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>See where press articles on one story agree, and where they do not.</source>
        <translation>Voyez où des articles de presse sur une même affaire s’accordent, et où ils divergent.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>&amp;Open articles…</source>
        <translation>&amp;Ouvrir des articles…</translation>
    </message>
    <message>
        <source>&amp;Paste an article</source>
        <translation>C&amp;oller un article</translation>
    </message>
    <message>
        <source>Add a &amp;web page…</source>
        <translation>Ajouter une page &amp;web…</translation>
    </message>
    <message>
        <source>Or try it on a sample story</source>
        <translation>Ou essayez avec une affaire d’exemple</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Dossiers récents</translation>
    </message>
    <message>
        <source>Open a s&amp;tudy…</source>
        <translation>Ouvrir un &amp;dossier…</translation>
    </message>
    <message>
        <source>The studies you save will be listed here.</source>
        <translation>Les dossiers que vous enregistrerez seront listés ici.</translation>
    </message>
</context>
<context>
    <name>Witnesses</name>
    <message>
        <source>Independent accounts</source>
        <translation>Sources indépendantes</translation>
    </message>
    <message>
        <source>Who shares words with whom</source>
        <translation>Qui partage des mots avec qui</translation>
    </message>
    <message>
        <source>Articles most of whose words stand in one another bear witness once: what they agree on is not confirmed twice.</source>
        <translation>Des articles qui partagent l’essentiel de leurs mots ne témoignent qu’une fois&#xa0;: ce sur quoi ils s’accordent n’est pas confirmé deux fois.</translation>
    </message>
    <message>
        <source>No two of these articles share their wording.</source>
        <translation>Aucun de ces articles n’en reprend un autre.</translation>
    </message>
    <message>
        <source>“%2” is a later version of “%1”.</source>
        <translation>«&#xa0;%2&#xa0;» est une version ultérieure de «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%3 of the words of “%1” stand in “%2”; %4 the other way.</source>
        <translation>%3 des mots de «&#xa0;%1&#xa0;» se trouvent dans «&#xa0;%2&#xa0;», et %4 dans l’autre sens.</translation>
    </message>
    <message>
        <source>Word for word: %1. Changed: %2.</source>
        <translation>Mot pour mot&#xa0;: %1. Modifiées&#xa0;: %2.</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 article</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 articles</translation>
    </message>
    <message>
        <source>%1 articles, only one account</source>
        <translation>%1 articles, une seule source</translation>
    </message>
    <message>
        <source>%1 articles, %2 independent accounts</source>
        <translation>%1 articles, %2 sources indépendantes</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 source</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 sources</translation>
    </message>
</context>
</TS>
