"""The archive that office documents are: its members carry no time of their own.

A zip holds no time before 1980 or after 2107; on a computer whose clock lost its battery no document could be written.
"""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Any

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip's first time


class Archive(zipfile.ZipFile):
    """A zip file that never asks what time it is."""

    def writestr(self, zinfo_or_arcname: str | zipfile.ZipInfo, data: Any, *settings: Any) -> None:  # noqa: ANN401  as in zipfile
        """Add a member; one given by its name alone gets a zip's first time."""
        member = zinfo_or_arcname
        if isinstance(member, str):
            member = zipfile.ZipInfo(member, _EPOCH)
            member.compress_type = self.compression
            member.external_attr = 0o600 << 16
        super().writestr(member, data, *settings)

    def write(self, filename: str | os.PathLike[str], arcname: str | os.PathLike[str] | None = None, *settings: Any) -> None:  # noqa: ANN401
        """Add a file's content, without the file's time."""
        self.writestr(os.fspath(arcname or filename), Path(filename).read_bytes(), *settings)
