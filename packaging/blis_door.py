"""Stands in for `blis.py` in the packaged application, where it is put in place of that module.

spaCy multiplies matrices through two doors of BLIS, each with 18 MB of kernels for every processor. The other one, `blis.cy`, is
called from C and stays; what comes through this one goes to NumPy, whose kernels are there anyway.
"""

from __future__ import annotations

from typing import Any

import numpy as np


def gemm(A: Any, B: Any, out: Any = None, trans1=False, trans2=False, alpha=1.0, beta=1.0) -> Any:  # noqa: ANN001, ANN401, N803, PLR0917 (as in BLIS)
    """`alpha` times the product of two matrices, each transposed if asked, added to `beta` times `out` where that is given."""
    product = np.matmul(A.T if trans1 else A, B.T if trans2 else B)
    if alpha != 1.0:
        product *= alpha
    if out is None:
        return product
    if beta:
        out *= beta
        out += product
    else:
        out[...] = product
    return out
