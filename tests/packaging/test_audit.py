"""The audit of dependencies never calls clean what nobody could tell."""

from audit import told

CLEAN = {"name": "One", "version": "1.0", "vulns": []}
HOLED = {"name": "two", "version": "2.0", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "two", "skip_reason": "not found"}


def test_all_asked_about_and_nothing_known() -> None:
    assert told({"pypi": [CLEAN]}, ["one"], {}) == (0, ["1 of 1 dependencies audited; known holes: 0"])


def test_a_hole_is_named_with_the_version_that_mends_it() -> None:
    code, lines = told({"pypi": [CLEAN, HOLED]}, ["one", "two"], {})
    assert code == 1
    assert "two 2.0: CVE-2026-1, mended in 2.1" in lines


def test_what_could_not_be_asked_about_is_said_and_is_no_success() -> None:
    code, lines = told({"pypi": [CLEAN, UNKNOWN], "osv": []}, ["one", "two"], {"osv": "no such host"})
    assert code == 2
    assert lines[0].startswith("1 of 2 ")
    assert "NOT AUDITED, 1: two" in lines
    assert "osv could not be asked: no such host" in lines


def test_what_one_service_lacks_another_may_know() -> None:
    assert told({"pypi": [CLEAN, UNKNOWN], "osv": [CLEAN, {**HOLED, "vulns": []}]}, ["one", "two"], {})[0] == 0
