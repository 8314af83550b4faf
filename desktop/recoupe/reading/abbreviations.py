"""Words cut short by a full stop that does not end their sentence, and the words that begin one."""

from __future__ import annotations

from recoupe.reading.characters import words

# Titles before a name: a sentence never ends on them, but only in this very spelling (« mes » ends many).
NEVER_LAST = words(
    """M MM Mme Mmes Mlle Mlles Mgr Me Mes Dr Drs Pr Prs Mr Mrs Ms Prof Gen Col Lt Sgt Capt Cdt Cmdt Adm Rep Sen Gov Rev Hon St Ste Sts
    Stes Sr Jr Gal Cne Vve"""
)
# Cut short in the middle of a sentence nearly always; the next word must begin one clearly (« 20 min. Le train… »).
SELDOM_LAST = words(
    """cf ex n no nos art al p pp vol chap fig env av apr ap éd ed eds coll dir tél tel fax réf ref max min mn sec hab dép arr bd boul bld
    rte st ste vs janv févr fév avr juil sept oct nov déc jan feb mar apr aug dec inc ltd co corp bros dept approx est resp adj cie sté
    éts ets ill trad suppl préf sté bat bât app ch op cit ibid id col lt gén prof vol sect § al alin"""
)
STARTERS = words(
    """le la les l un une des du de d il elle ils elles on nous vous je j tu ce c cet cette ces ça cela celui celle son sa ses mon ma mes
    leur leurs notre nos votre vos mais et ou or car donc ni en dans sur sous pour par avec sans après avant depuis selon si s quand
    lorsque comme alors ainsi puis aussi au aux à y qui que qu quoi où ne n pas plus tout tous toute toutes chez entre contre vers durant
    pendant malgré parmi autre autres certains certaines plusieurs aucun aucune chaque enfin ensuite cependant toutefois pourtant
    the a an it he she they we you i in on at by for from with but and so if when while as this that these those there his her its
    their our my your after before since not no now what who why how where"""
)
