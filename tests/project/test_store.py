"""Studies saved whole or not at all, and opened."""

import errno
import os
import stat
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import studies
from recoupe.errors import StudyFailed
from recoupe.model import Analysis, Means, Origin, Project
from recoupe.project import missing_sources, open_study, read_original, save_study
from recoupe.project.codec import Study, encode
from recoupe.project.store import read_study
from recoupe.project.upgrade import FORMAT

FORMATS = Path(__file__).parent / "formats"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "grève.recoupe"


def code_of(caught):
    assert caught.value.code in str(type(caught.value).SENTENCES)
    assert str(caught.value)
    return caught.value.code


def written(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_what_was_saved_is_opened_the_same(path):
    save_study(studies.study(), path)
    assert open_study(path) == studies.study()


def test_saving_twice_gives_the_same_file(path, tmp_path):
    other = tmp_path / "other.recoupe"
    save_study(studies.study(), path)
    save_study(studies.study(), other)
    assert path.read_bytes() == other.read_bytes()


def test_saving_leaves_nothing_beside_the_file(path):
    save_study(studies.study(), path)
    save_study(studies.study(), path)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("version", sorted(p.name for p in FORMATS.glob("*.recoupe")))
def test_a_file_of_every_format_ever_released_opens(version):
    project = read_study(FORMATS / version).project
    assert [a.id for a in project.articles] == ["a", "b", "c"]
    assert len(project.decisions) == 10
    assert len(project.translations) == 3


def test_there_is_a_file_of_every_format():
    assert {p.name for p in FORMATS.glob("*.recoupe")} == {f"format-{n}.recoupe" for n in range(1, FORMAT + 1)}


def test_format_2_holds_earlier_versions_of_articles():
    [revision] = read_study(FORMATS / "format-2.recoupe").project.revisions
    assert "1 500 dockers" in revision.earlier.text


def test_format_3_says_with_which_words_translations_were_made():
    words = [[t.words for t in read_study(FORMATS / f"format-{n}.recoupe").project.translations] for n in (2, 3)]
    assert words == [[None, None, None], ["5f", None, None]]


def test_findings_of_another_version_of_the_program_are_to_be_made_anew(path):
    written(path, [("study.json", encode(Study(studies.study(), version="0.0.1")))])
    opened = open_study(path)
    assert opened.analysis == replace(studies.study().analysis, partial=True)
    assert opened.decisions == studies.decisions()


# originals


def from_file(tmp_path):
    source = tmp_path / "press" / "a.txt"
    source.parent.mkdir(exist_ok=True)
    source.write_text(studies.TEXTS["a"], encoding="utf-8")
    article = replace(studies.articles()[0], origin=Origin(Means.FILE, str(source), datetime.now()))
    return source, replace(studies.study(), articles=(article, *studies.articles()[1:]))


def test_the_file_an_article_was_read_from_goes_with_the_study(path, tmp_path):
    source, project = from_file(tmp_path)
    save_study(project, path)
    source.unlink()
    assert read_original(path, project.articles[0]) == studies.TEXTS["a"].encode()
    assert read_original(path, project.articles[1]) is None


def test_an_original_stays_with_the_study_when_its_file_is_gone(path, tmp_path):
    source, project = from_file(tmp_path)
    save_study(project, path)
    source.unlink()
    save_study(project, path)
    elsewhere = tmp_path / "copy.recoupe"
    save_study(project, elsewhere, previous=path)
    assert read_original(elsewhere, project.articles[0]) == studies.TEXTS["a"].encode()
    assert [a.id for a in missing_sources(project)] == ["a", "b", "c"]


def test_a_file_written_to_since_it_was_read_is_not_what_was_read(path, tmp_path):
    source, project = from_file(tmp_path)
    future = datetime.now().timestamp() + 60
    os.utime(source, (future, future))
    save_study(project, path)
    assert read_original(path, project.articles[0]) is None


def test_a_study_cannot_have_a_file_of_the_users_taken_along(path, tmp_path):
    """Whoever made the study may have named any file as the one an article was read from."""
    secret = tmp_path / "id_rsa"
    secret.write_text("-----BEGIN OPENSSH PRIVATE KEY-----")
    article = replace(studies.articles()[0], origin=Origin(Means.FILE, str(secret), datetime(9999, 1, 1)))
    save_study(Project("", (article,)), path)
    assert read_original(path, article) is None
    assert not [n for n in zipfile.ZipFile(path).namelist() if n != "study.json"]


def test_what_a_study_brings_without_its_file_is_not_looked_for_on_this_machine(path, tmp_path, monkeypatch):
    source, project = from_file(tmp_path)
    source.unlink()
    save_study(project, path)
    source.write_text(studies.TEXTS["a"], encoding="utf-8")
    os.utime(source, (0, 0))
    save_study(open_study(path), path)
    assert read_original(path, project.articles[0]) is None


@pytest.mark.parametrize("where", [r"\\evil.example\share\a.txt", "//evil.example/share/a.txt", r"\\?\UNC\evil.example\share\a.txt"])
def test_no_other_machine_is_called_for_the_files_of_a_study(monkeypatch, where):
    monkeypatch.setattr(Path, "exists", lambda self: pytest.fail(f"{self} was looked for"))
    assert missing_sources(Project(articles=(replace(studies.articles()[0], origin=Origin(Means.FILE, where)),))) == ()


@pytest.mark.parametrize(("where", "read_at"), [("a\0b", None), ("{there}", datetime(1, 1, 1)), ("{there}", datetime(9999, 12, 31, 23))])
def test_no_origin_keeps_a_study_from_being_saved(path, tmp_path, where, read_at):
    source, _ = from_file(tmp_path)
    article = replace(studies.articles()[0], origin=Origin(Means.FILE, where.format(there=source), read_at))
    save_study(Project("", (article,)), path)
    assert open_study(path).articles == (article,)


# what goes wrong while saving


def test_a_full_disk_is_told_and_the_old_study_stays(path, monkeypatch):
    save_study(studies.study(), path)
    before = path.read_bytes()

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("recoupe.writing.os.fsync", full)
    with pytest.raises(StudyFailed) as caught:
        save_study(replace(studies.study(), title="Autre"), path)
    assert code_of(caught) == "disk_full"
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_study_too_large_to_open_again_is_saved_without_its_findings(path, monkeypatch):
    whole = encode(Study(studies.study()))
    monkeypatch.setattr("recoupe.project.codec._MOST_BYTES", len(whole) - 1)
    save_study(studies.study(), path)
    assert open_study(path) == replace(studies.study(), analysis=Analysis())
    monkeypatch.setattr("recoupe.project.codec._MOST_BYTES", 100)
    before = path.read_bytes()
    with pytest.raises(StudyFailed) as caught:
        save_study(studies.study(), path)
    assert code_of(caught) == "cannot_write"
    assert path.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_device_that_is_full_is_told():
    with pytest.raises(StudyFailed) as caught:
        save_study(studies.study(), Path("/dev/full/x.recoupe"))
    assert code_of(caught) == "cannot_write"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_read_only_folder_is_told(path):
    path.parent.chmod(0o500)
    try:
        with pytest.raises(StudyFailed) as caught:
            save_study(studies.study(), path)
    finally:
        path.parent.chmod(0o700)
    assert code_of(caught) == "cannot_write"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StudyFailed) as caught:
        save_study(studies.study(), tmp_path / "nowhere" / "x.recoupe")
    assert code_of(caught) == "cannot_write"


def test_permissions_and_links_are_kept(path, tmp_path):
    save_study(studies.study(), path)
    path.chmod(0o640)
    link = tmp_path / "link.recoupe"
    link.symlink_to(path)
    save_study(replace(studies.study(), title="Autre"), link)
    assert link.is_symlink()
    assert open_study(path).title == "Autre"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


# what cannot be opened


def test_a_missing_file_is_told(path):
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "missing"


def test_a_folder_is_no_study(tmp_path):
    with pytest.raises(StudyFailed) as caught:
        open_study(tmp_path)
    assert code_of(caught) == "cannot_read"


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04" + b"\0" * 100])
def test_what_is_no_zip_is_damaged(path, content):
    path.write_bytes(content)
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "damaged"
    assert path.read_bytes() == content


def test_a_zip_without_a_study_is_damaged(path):
    with pytest.raises(StudyFailed) as caught:
        open_study(written(path, [("readme.txt", b"hello")]))
    assert code_of(caught) == "damaged"


def test_no_cut_off_study_opens_as_something_else(path):
    save_study(studies.study(), path)
    whole = path.read_bytes()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(StudyFailed):
            open_study(path)


def test_a_study_with_a_wrong_byte_is_refused_or_opens_the_same(path):
    save_study(studies.study(), path)
    whole = path.read_bytes()
    for at in range(0, len(whole), 61):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            opened = open_study(path)
        except StudyFailed:
            continue
        assert opened == studies.study()


def test_a_newer_format_is_refused_politely(path):
    written(path, [("study.json", b'{"format": 99, "project": {}}')])
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "newer"
    assert "99" in str(caught.value)
    assert "Update Recoupe" in str(caught.value)


# what means harm


def test_a_zip_bomb_is_refused_without_being_unpacked(path):
    written(path, [("study.json", b'{"format": 1, "project": {"title": "' + b" " * (200 * 2**20) + b'"}}')])
    assert path.stat().st_size < 2**20
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "hostile"


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "originals/../../x", "..\\..\\x", "C:\\x", "\\\\server\\x"])
def test_a_name_that_leads_out_of_the_study_is_refused(path, name):
    written(path, [("study.json", encode(Study(studies.study()))), (name, b"x")])
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "hostile"
    assert list(path.parent.iterdir()) == [path]


def test_two_files_of_one_name_are_refused(path):
    with pytest.warns(UserWarning, match="Duplicate"):
        written(path, [("study.json", encode(Study(studies.study()))), ("study.json", b"{}")])
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "hostile"


def test_a_study_of_thousands_of_files_is_refused(path):
    written(path, [("study.json", b"{}"), *((f"originals/{n}", b"") for n in range(2001))])
    with pytest.raises(StudyFailed) as caught:
        open_study(path)
    assert code_of(caught) == "hostile"


def test_an_original_larger_than_it_may_be_is_refused(path, monkeypatch, tmp_path):
    _, project = from_file(tmp_path)
    save_study(project, path)
    monkeypatch.setattr("recoupe.project.store._MOST_ORIGINAL", 100)
    with pytest.raises(StudyFailed) as caught:
        read_original(path, project.articles[0])
    assert code_of(caught) == "hostile"


def test_an_article_id_cannot_name_a_place_outside(path, tmp_path):
    _, project = from_file(tmp_path)
    article = replace(project.articles[0], id="../../x")
    save_study(replace(project, articles=(article,), analysis=Analysis(), translations=()), path)
    assert open_study(path).articles == (article,)
    assert zipfile.ZipFile(path).namelist() == ["study.json", "originals/_.._x/a.txt"]
