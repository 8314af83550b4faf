"""The engines, one row each: offline ones first."""

from recoupe.translation.engine import Engine
from recoupe.translation.engines.apertium import APERTIUM
from recoupe.translation.engines.deep import DEEP_ENGINES
from recoupe.translation.engines.offline import OFFLINE

ENGINES: tuple[Engine, ...] = (OFFLINE, APERTIUM, *DEEP_ENGINES)
