"""Opens the window, or runs a command when one is given."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from recoupe.logs import start_log

NO_DISPLAY = (
    "recoupe: there is no display to open the window on. Run it in a desktop session, over `ssh -X`, or as "
    "`xvfb-run -a recoupe` and look at the screen with a VNC viewer; `recoupe compare FILE…` needs no display."
)
HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
PLATFORMS = {"offscreen", "minimal", "vnc", "eglfs", "linuxfb"}  # Qt draws on these without a display


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; 0 where all went well, 1 for a failure, 2 for a wrong command line or no display.

    `--new-window` opens one more window where one is open already.
    """
    multiprocessing.freeze_support()
    _forget_relative_homes()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--self-check"]:
        from recoupe.self_check import self_check  # loads everything, which nothing else should wait for

        return self_check()
    alone = given[:1] == ["--new-window"]
    if alone:
        del given[0]
    if given and (given[0].startswith("-") or _is_command(given[0])):
        return _command(given)
    if _blind():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    start_log()
    from recoupe.interface.worker import begin

    begun = begin()  # it loads the models while this process loads its windows
    gc.disable()  # nothing of what is loaded now is ever thrown away: looking for what is would only hold the window up
    from recoupe.interface.app import run  # a command must not load Qt

    gc.freeze()
    gc.enable()
    return run([Path(name) for name in given], alone=alone, begun=begun)


def _forget_relative_homes() -> None:
    """Take an XDG folder that is empty or relative for unset, as its specification asks; or files would lie wherever the program starts."""
    for name in HOMES:
        if name in os.environ and not Path(os.environ[name]).is_absolute():
            del os.environ[name]


def _is_command(word: str) -> bool:
    if not word.isalpha() or Path(word).exists():
        return False
    from recoupe.cli import COMMANDS  # the window must not wait for what only commands need

    return word in COMMANDS


def _command(given: Sequence[str]) -> int:
    from recoupe import cli  # likewise

    return cli.main(given)


def _blind() -> bool:
    """Whether Qt would abort for want of a display, which only Linux lacks."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in PLATFORMS:
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
