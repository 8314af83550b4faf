"""The packaged application's entry: multiprocessing must see the frozen program before anything else runs."""

import multiprocessing
import os
import sys

# many small products: two threads that wait for one another cost twice the time of one
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from recoupe.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
