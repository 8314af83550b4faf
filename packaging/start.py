"""The packaged application's entry: multiprocessing must see the frozen program before anything else runs."""

import multiprocessing
import sys

from recoupe.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
