"""What the user's settings give an engine of translation."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from recoupe.settings import Settings
from recoupe.translation import ENGINES, Account, Consent, Engine, Means
from recoupe.translation.cache import Cache
from recoupe.translation.glossary import Glossary


def engine_named(name: str) -> Engine | None:
    """The engine of that name, None where there is none."""
    return next((e for e in ENGINES if e.name == name), None)


def account_of(settings: Settings, engine: Engine) -> Account:
    """What the user gave an engine, but for its key: that is asked of the keyring, which may take its time."""
    given = settings.accounts
    return Account(
        server=settings.servers.get(engine.name, ""),
        user=given.get(f"{engine.name}.user", ""),
        region=given.get(f"{engine.name}.region", ""),
        model=given.get(f"{engine.name}.model", ""),
    )


def means_of(settings: Settings, engine: Engine, cache: Cache) -> Means:
    """What translating with an engine takes, by the user's settings. It asks the keyring: not for the window's own thread."""
    account = account_of(settings, engine)
    if "key" in engine.asks:
        account = replace(account, key=import_module("recoupe.translation.keys").key_of(engine.name))
    return Means(engine, cache, account, Consent(frozenset(settings.consent)), Glossary.read(settings.glossary))
