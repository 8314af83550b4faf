"""An article said in another language."""

from recoupe.translation.engine import Account, Consent, Engine
from recoupe.translation.engines import ENGINES
from recoupe.translation.translate import Means, Outcome, translate_article

__all__ = ["ENGINES", "Account", "Consent", "Engine", "Means", "Outcome", "translate_article"]
