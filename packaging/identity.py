"""Who the packaged program says it is, on each system: the build's mark, Windows' version resource, macOS's property list."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = "org.recoupe.Recoupe"
STUDY = "org.recoupe.study"


def build_mark() -> str:
    """The day of the build and the revision it was made from, where one is known; SOURCE_DATE_EPOCH sets the day."""
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC) if "SOURCE_DATE_EPOCH" in os.environ else datetime.now(UTC)
    try:
        asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
        revision = asked.stdout.strip() if asked.returncode == 0 else ""
    except OSError:  # no git here
        revision = ""
    return " ".join(["build", moment.strftime("%Y-%m-%d"), revision]).strip()


def version_resource(version: str) -> str:
    """What Windows shows of the program's file, in the form PyInstaller reads."""
    figures = tuple([*(int(part) for part in version.split(".")), 0, 0, 0][:4])
    words = {
        "CompanyName": "The Recoupe authors",
        "FileDescription": "Recoupe",
        "FileVersion": version,
        "InternalName": "recoupe",
        "LegalCopyright": "The Recoupe authors, MIT licence",
        "OriginalFilename": "recoupe.exe",
        "ProductName": "Recoupe",
        "ProductVersion": version,
    }
    rows = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={figures}, prodvers={figures}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1), "
        f"kids=[StringFileInfo([StringTable('040904B0', [{rows}])]), VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def property_list(version: str) -> dict[str, object]:
    """What macOS is told beside the name: the type of studies, and that a double-click on one opens it here."""
    return {
        "CFBundleShortVersionString": version,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Recoupe study",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "study.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [STUDY],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": STUDY,
                "UTTypeDescription": "Recoupe study",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["recoupe"]},
            }
        ],
        "NSHighResolutionCapable": True,
        "LSMinimumSystemVersion": "12.0",
    }
