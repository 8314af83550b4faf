"""Prints `name==version` for every distribution of this environment but Recoupe itself: the constraints that pin an installation.

No address is written: where packages come from is the installer's own setting.
"""

from __future__ import annotations

from importlib.metadata import distributions


def main() -> None:
    """Print the pins, sorted, one line each."""
    pins = {d.metadata["Name"].lower(): d.version.partition("+")[0] for d in distributions()}
    for name in ("recoupe", "setuptools", "wheel"):
        pins.pop(name, None)
    print("# Every version that `make run` and `make test` install. Made by `make lock`.")
    for name, version in sorted(pins.items()):
        print(f"{name}=={version}")


if __name__ == "__main__":
    main()
