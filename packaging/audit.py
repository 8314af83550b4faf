"""Asks whether the pinned dependencies have known holes, and says which of three things is so: none, some, or nobody could tell.

    python packaging/audit.py [constraints.txt]

pip-audit asks the Python package index, and the OSV database (osv.dev) for what the index knows nothing of: a mirror of the index mostly
has no advisories, and pip-audit would then call clean what it could not ask about. The exit code is 0 where everything was asked about
and nothing is known, 1 for a known hole, 2 where something could not be asked about.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SERVICES = ("pypi", "osv")
PINS = Path(__file__).resolve().parents[1] / "constraints.txt"


def asked(pins: Path, service: str) -> tuple[list[Mapping[str, object]], str]:
    """What one service says of each dependency; where it could not be asked, nothing, and why."""
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "-r", str(pins), "-s", service, "-f", "json"]
    done = subprocess.run([*command, "--progress-spinner", "off"], capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)["dependencies"], ""
    except (ValueError, KeyError, TypeError):
        return [], (done.stderr.strip().splitlines() or ["no answer"])[-1]


def told(
    answers: Mapping[str, Sequence[Mapping[str, object]]], pinned: Sequence[str], failures: Mapping[str, str]
) -> tuple[int, list[str]]:
    """The exit code, and what to say, for what each service answered about the pinned names."""
    known = {str(d["name"]).lower() for each in answers.values() for d in each if "skip_reason" not in d}
    holes = {
        f"{d['name']} {d['version']}: {v['id']}, mended in {', '.join(v['fix_versions']) or 'no version yet'}"
        for each in answers.values()
        for d in each
        for v in d.get("vulns", ())  # type: ignore[attr-defined]
    }
    unasked = [name for name in pinned if name.lower() not in known]
    lines = [f"{len(pinned) - len(unasked)} of {len(pinned)} dependencies audited; known holes: {len(holes)}", *sorted(holes)]
    if unasked:
        lines.append(f"NOT AUDITED, {len(unasked)}: {', '.join(unasked[:8])}{' …' if len(unasked) > 8 else ''}")
        lines += [f"{service} could not be asked: {why}" for service, why in failures.items()]
        lines.append("No advisories were to be had for these: run this where the Python package index itself, or osv.dev, can be reached.")
    return (1 if holes else 2 if unasked else 0), lines


def main() -> int:
    """Ask the services in turn until one knows everything, and tell."""
    pins = Path(sys.argv[1]) if len(sys.argv) > 1 else PINS
    pinned = [line.split("==")[0].strip() for line in pins.read_text("utf-8").splitlines() if "==" in line]
    answers: dict[str, list[Mapping[str, object]]] = {}
    failures: dict[str, str] = {}
    for service in SERVICES:
        answers[service], why = asked(pins, service)
        if why:
            failures[service] = why
        code, lines = told(answers, pinned, failures)
        if code != 2:
            break
    print(*lines, sep="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
