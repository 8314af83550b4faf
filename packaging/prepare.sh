#!/bin/sh
# Sets up .venv for `make run` (argument: run) or `make test` (argument: dev) on a bare machine.
# A system library that is missing is installed where this is Debian and we are root, and named with its command elsewhere.
set -eu
purpose=${1:-run}
cd "$(dirname "$0")/.."

bring() { # bring PACKAGE...: install Debian packages, or say how
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $* …"
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Recoupe needs system packages that are missing here. On Debian or Ubuntu, install them with:" >&2
        echo "    sudo apt-get install --no-install-recommends $*" >&2
        echo "and run make again." >&2
        exit 1
    fi
}

find_python() {
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ]; then
    bring python3 python3-venv
    python=$(find_python)
    [ -n "$python" ] || { echo "Recoupe needs Python 3.11, 3.12 or 3.13; none was found." >&2; exit 1; }
fi

if [ ! -x .venv/bin/python ]; then
    "$python" -c 'import ensurepip, venv' 2>/dev/null || bring python3-venv
    rm -rf .venv
    echo "Making .venv with $("$python" --version) …"
    "$python" -m venv .venv
fi

missing=$(.venv/bin/python packaging/system_libraries.py "$purpose")
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # one word a package
    bring $missing
fi

extras=""
[ "$purpose" = run ] || extras="[$purpose]"
echo "Installing Recoupe's Python packages (a few minutes the first time) …"
# Debian 12's own pip trips over an extra that is asked for twice
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade -c constraints.txt pip
.venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".$extras"
touch ".venv/.ready-$purpose"
