"""The program says the same of itself on every system, and its recipes agree with one another."""

import plistlib
import re
import struct
from pathlib import Path

import pytest
import yaml
from lxml import etree
from PySide6.QtGui import QImage

import drawing
import identity
from recoupe import __version__
from recoupe.files import resource
from recoupe.project import SUFFIX

PACKAGING = Path(identity.__file__).parent
LINUX = PACKAGING / "linux"


def test_the_build_is_marked_by_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert re.fullmatch(r"build 1970-01-01( [0-9a-f]{7,})?", identity.build_mark())


def test_windows_is_told_the_version_in_figures_and_words() -> None:
    told: dict[str, object] = {}

    def note(name: str) -> object:
        return lambda *parts, **named: told.setdefault(name, named or parts) and None

    names = ("FixedFileInfo", "StringFileInfo", "StringTable", "VarFileInfo", "VarStruct", "VSVersionInfo")
    words: dict[str, str] = {}
    eval(identity.version_resource("1.2.3"), {**{n: note(n) for n in names}, "StringStruct": words.__setitem__})  # noqa: S307
    assert told["FixedFileInfo"]["filevers"] == (1, 2, 3, 0)
    assert words["ProductName"] == "Recoupe"
    assert words["FileVersion"] == words["ProductVersion"] == "1.2.3"
    assert words["OriginalFilename"] == "recoupe.exe"


def test_macos_is_told_that_studies_are_ours() -> None:
    plist = plistlib.loads(plistlib.dumps(identity.property_list("1.2.3")))
    (kind,) = plist["UTExportedTypeDeclarations"]
    (document,) = plist["CFBundleDocumentTypes"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == [SUFFIX.removeprefix(".")]
    assert plist["CFBundleShortVersionString"] == "1.2.3"


def test_linux_joins_entry_type_and_description() -> None:
    entry = dict(line.split("=", 1) for line in (LINUX / "recoupe.desktop").read_text("utf-8").splitlines() if "=" in line)
    types = etree.parse(str(LINUX / "recoupe.xml")).getroot()
    (kind,) = types.iterfind("{*}mime-type")
    assert f"*{SUFFIX}" in [glob.get("pattern") for glob in kind.iterfind("{*}glob")]
    assert kind.get("type") in entry["MimeType"].split(";")
    assert entry["StartupWMClass"] in (PACKAGING / "recoupe.spec").read_text("utf-8")
    described = etree.parse(str(LINUX / "org.recoupe.Recoupe.metainfo.xml"))
    assert described.findtext("launchable") == "recoupe.desktop"
    assert described.find(".//release").get("version") == __version__
    for path in (LINUX / "recoupe.1", LINUX / "org.recoupe.Recoupe.metainfo.xml"):
        assert "recoupe" in path.read_text("utf-8")


def test_the_windows_installer_ties_the_suffix_to_the_program_and_unties_it() -> None:
    script = (PACKAGING / "windows" / "installer.nsi").read_text("utf-8")
    installed, _, removed = script.partition('Section "Uninstall"')
    for key in (f"Classes\\{SUFFIX}", "Classes\\Recoupe.Study", "Software\\Recoupe"):
        assert key in installed
        assert key in removed
    assert '"%1"' in installed
    assert "RequestExecutionLevel user" in script


def test_the_workflow_builds_on_three_systems_with_steps_that_exist() -> None:
    flow = yaml.safe_load((PACKAGING.parent / ".github" / "workflows" / "packages.yml").read_text("utf-8"))
    assert set(flow["jobs"]) == {"linux", "windows", "macos"}
    known = set(re.findall(r"^def (\w+)\(", (PACKAGING / "build.py").read_text("utf-8"), re.MULTILINE)) | {"all"}
    targets = set(re.findall(r"^(\w+):", (PACKAGING.parent / "Makefile").read_text("utf-8"), re.MULTILINE))
    for job in flow["jobs"].values():
        commands = "\n".join(step.get("run", "") for step in job["steps"])
        assert set(re.findall(r"packaging/build\.py (\w+)", commands)) <= known
        assert set(re.findall(r"\bmake (\w+)", commands)) - {"python3"} <= targets
        assert "--self-check" in commands
        assert any(step.get("uses", "").startswith("actions/upload-artifact@") for step in job["steps"])


@pytest.mark.parametrize("name", ["recoupe", "study"])
def test_icons_are_legible_when_small(name: str) -> None:
    small = drawing.image(name, 16)
    colours = [small.pixelColor(x, y) for x in range(16) for y in range(16) if small.pixelColor(x, y).alpha() == 255]
    assert sum(c.red() > 180 and c.blue() < 90 for c in colours) >= 6  # the lozenge
    assert sum(c.lightness() > 220 for c in colours) >= 20  # paper
    assert sum(c.lightness() < 70 for c in colours) >= 20  # its ground or edge
    assert drawing.source(name, 16) != drawing.source(name, 64)


def test_icon_files_hold_every_size(tmp_path: Path) -> None:
    drawing.ico("recoupe", tmp_path / "a.ico")
    drawing.icns("recoupe", tmp_path / "a.icns")
    ico, icns = (tmp_path / "a.ico").read_bytes(), (tmp_path / "a.icns").read_bytes()
    count = struct.unpack_from("<HHH", ico)[2]
    rows = [struct.unpack_from("<BBBBHHII", ico, 6 + 16 * i) for i in range(count)]
    assert [row[0] or 256 for row in rows] == list(drawing.ICO_SIZES)
    assert rows[-1][7] + rows[-1][6] == len(ico)
    assert not QImage(str(tmp_path / "a.ico")).isNull()
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4)[0] == len(icns)
    place, kinds = 8, []
    while place < len(icns):
        kind, size = struct.unpack_from(">4sI", icns, place)
        assert QImage.fromData(icns[place + 8 : place + size]).width() in drawing.ICNS_TYPES
        kinds.append(kind)
        place += size
    assert kinds == list(drawing.ICNS_TYPES.values())


def test_the_build_mark_is_shown_where_there_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from recoupe import files

    assert files.build() == ""
    assert not resource("build.txt").exists()
    monkeypatch.setattr(files, "_ROOT", tmp_path)
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "build.txt").write_text("build 2026-01-01 abcdef0\n", "utf-8")
    assert files.build() == "build 2026-01-01 abcdef0"
