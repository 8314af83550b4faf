"""Apertium, where the system has it: French and English by way of Catalan. Rough, private, and needs no model of ours."""

from __future__ import annotations

import os
import shutil
import subprocess

from recoupe.errors import TranslationFailed
from recoupe.translation.engine import Account, Engine, Wait
from recoupe.translation.sanity import fault
from recoupe.translation.splitting import in_body, split

_TITLE = "Apertium"
_LIMIT = 20_000
# Debian's apertium-fra-cat and apertium-eng-cat; there is no direct pair
_ROUTES = {("fr", "en"): ("fra-cat", "cat-eng"), ("en", "fr"): ("eng-cat", "cat-fra")}


class Apertium:
    """The programs of the system, one after the other."""

    def __init__(self, account: Account, _wait: Wait) -> None:
        self._program = shutil.which("apertium") or ""
        # a first start reads the dictionaries from disk, which a slow one does in more than a web server's time
        self._timeout = max(account.timeout, 30.0)

    def identity(self, _source: str, _target: str) -> str:
        """The program; its dictionaries change once in years."""
        return "apertium"

    def translate(self, text: str, source: str, target: str) -> str:
        """The text in the target language, unknown words as they are."""
        if not self._program:
            raise TranslationFailed("not_installed", engine=_TITLE)
        if (source, target) not in _ROUTES:
            raise TranslationFailed("language", engine=_TITLE, source=source, target=target)
        answer = " ".join(self._said(piece, source, target) for piece in split(text, _LIMIT, in_body))
        code = fault(text, answer, source, target)
        if code:
            raise TranslationFailed(code, engine=_TITLE)
        return answer

    def _said(self, text: str, source: str, target: str) -> str:
        for mode in _ROUTES[source, target]:
            text = _run([self._program, "-u", "-f", "txt", mode], text, self._timeout).strip()
        return text


def _run(command: list[str], text: str, timeout: float) -> str:
    """What the program makes of the text; TranslationFailed where it fails or hangs."""
    try:
        # a locale that the system does not have ends its programs, with an answer that is empty
        told = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", timeout=timeout, check=True, env=told)  # noqa: S603 - a fixed list
    except subprocess.TimeoutExpired:
        raise TranslationFailed("timeout", engine=_TITLE, seconds=round(timeout)) from None
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError) as error:
        raise TranslationFailed("failed", engine=_TITLE, reason=type(error).__name__) from None
    return done.stdout


def found() -> bool:
    """Whether the system has Apertium with both halves of the way from French to English."""
    program = shutil.which("apertium")
    if program is None:
        return False
    try:
        modes = _run([program, "-l"], "", 10.0).split()
    except TranslationFailed:
        return False
    return {"fra-cat", "cat-eng"} <= set(modes)


APERTIUM = Engine(name="apertium", title=_TITLE, limit=_LIMIT, open=Apertium, rough=True, found=found)
