"""Which engine a command may use: the one that is chosen and there, where the user lets it send."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from recoupe.errors import TranslationFailed
from recoupe.interface.accounts import account_of, engine_named
from recoupe.interface.commands.desk import Desk
from recoupe.interface.dialogs.consent import ask_consent
from recoupe.interface.session import Session
from recoupe.translation import ENGINES, Engine


def engine_for(session: Session, desk: Desk) -> Engine | None:
    """The engine of the preferences, or the first private one there is; None, and a word to the user, where there is none."""
    chosen = engine_named(session.settings.engine) or next((e for e in ENGINES if e.offline and e.found()), None)
    if chosen is None:
        desk.tell(QCoreApplication.translate("Translation", "Choose how texts are to be translated in the preferences, under Translation."))
        return None
    if not chosen.found():
        session.report(TranslationFailed("not_installed", engine=chosen.title))
        return None
    return chosen


def allowed(session: Session, engine: Engine) -> bool:
    """Whether texts may go to an engine without asking."""
    try:
        destination = engine.destination(account_of(session.settings, engine))
    except TranslationFailed:
        return False
    return not destination or destination in session.settings.consent


def may_send(session: Session, desk: Desk, engine: Engine) -> bool:
    """Whether texts may go where the engine sends them; asked once a server, and remembered."""
    try:
        server = engine.destination(account_of(session.settings, engine))
    except TranslationFailed as failed:
        session.report(failed)
        return False
    if not server or server in session.settings.consent:
        return True
    if not ask_consent(desk.frame, engine, server):
        return False
    session.change_settings(replace(session.settings, consent=(*session.settings.consent, server)))
    return True


def server_of(session: Session, engine: Engine) -> str:
    """Where an engine would send texts; empty for nowhere, and for an address that is none, which is told when it is used."""
    try:
        return engine.destination(account_of(session.settings, engine))
    except TranslationFailed:
        return engine.host
