"""Stands in for `cryptography` in the packaged application on Linux, where it is put in place of that package's ciphers.

Protected PDF files and the desktop's keyring ask it for one thing, AES in chained blocks. The library of OpenSSL that Python's own `ssl`
brings along does that; `cryptography` carries a second one inside, with 12 MB.
"""

from __future__ import annotations

import ctypes
import ssl
from types import SimpleNamespace
from typing import Any

LIBRARY = "libcrypto.so.3" if ssl.OPENSSL_VERSION_INFO >= (3,) else "libcrypto.so.1.1"  # `ssl` has it loaded already

_crypto: Any = ctypes.CDLL(LIBRARY)
_BLOCK = 16
for _name, _result, _arguments in (
    ("EVP_CIPHER_CTX_new", ctypes.c_void_p, []),
    ("EVP_CIPHER_CTX_free", None, [ctypes.c_void_p]),
    ("EVP_CIPHER_CTX_set_padding", ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
    (
        "EVP_CipherInit_ex",
        ctypes.c_int,
        [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int],
    ),
    ("EVP_CipherUpdate", ctypes.c_int, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]),
    *((f"EVP_aes_{bits}_cbc", ctypes.c_void_p, []) for bits in (128, 192, 256)),
):
    getattr(_crypto, _name).restype = _result
    getattr(_crypto, _name).argtypes = _arguments


class AES:
    """A key of 16, 24 or 32 bytes."""

    def __init__(self, key: bytes) -> None:
        if len(key) not in {16, 24, 32}:
            raise ValueError(f"Invalid key size ({len(key) * 8}) for AES.")
        self.key = bytes(key)


class CBC:
    """Chained blocks, with what the first is chained to."""

    def __init__(self, initialization_vector: bytes) -> None:
        self.initialization_vector = bytes(initialization_vector)


class _Context:
    """One text on its way through the cipher, piece by piece."""

    def __init__(self, key: bytes, vector: bytes, encrypt: bool) -> None:
        self._context = _crypto.EVP_CIPHER_CTX_new()
        self._left = 0
        kind = getattr(_crypto, f"EVP_aes_{len(key) * 8}_cbc")()
        if not self._context or not _crypto.EVP_CipherInit_ex(self._context, kind, None, key, vector, int(encrypt)):
            raise ValueError("AES is not to be had")
        _crypto.EVP_CIPHER_CTX_set_padding(self._context, 0)

    def __del__(self) -> None:
        _crypto.EVP_CIPHER_CTX_free(self._context)

    def update(self, data: bytes) -> bytes:
        """The blocks that are whole by now."""
        data = bytes(data)
        out, written = ctypes.create_string_buffer(len(data) + _BLOCK), ctypes.c_int()
        if not _crypto.EVP_CipherUpdate(self._context, out, ctypes.byref(written), data, len(data)):
            raise ValueError("the text could not be read")
        self._left = (self._left + len(data)) % _BLOCK
        return out.raw[: written.value]

    def finalize(self) -> bytes:
        """Nothing more; ValueError where a block was left unfinished."""
        if self._left:
            raise ValueError("The length of the provided data is not a multiple of the block length.")
        return b""


class Cipher:
    """AES in chained blocks, as `cryptography` offers it."""

    def __init__(self, algorithm: AES, mode: CBC, backend: object = None) -> None:  # noqa: ARG002  as in `cryptography`
        if len(mode.initialization_vector) != _BLOCK:
            raise ValueError(f"Invalid IV size ({len(mode.initialization_vector)}) for CBC.")
        self._key, self._vector = algorithm.key, mode.initialization_vector

    def encryptor(self) -> _Context:
        """Makes the text unreadable."""
        return _Context(self._key, self._vector, encrypt=True)

    def decryptor(self) -> _Context:
        """Makes it readable again."""
        return _Context(self._key, self._vector, encrypt=False)


algorithms = SimpleNamespace(AES=AES)
modes = SimpleNamespace(CBC=CBC)
