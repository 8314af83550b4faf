"""An article full of traps is read, compared and reported without one thing being run, fetched or followed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from markdown_it import MarkdownIt
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import QFont, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from recoupe.__main__ import main
from recoupe.errors import ReadingFailed
from recoupe.interface.dialogs.correct_translation import CorrectTranslation
from recoupe.interface.dialogs.edit_fact import EditFact
from recoupe.interface.messages import ErrorNet, words_of
from recoupe.logs import log_path, start_log
from recoupe.model import Doubt, Noted, Project
from recoupe.translation.keys import keep_key
from recoupe.translation.models import install
from windows import Opened, story

TRAPS = """<script>alert(1)</script><script src="https://evil.example/x.js"></script><base href="https://evil.example/">
<img src="https://evil.example/pixel.gif" onerror="alert(2)"><iframe src="file:///etc/passwd"></iframe><svg onload="alert(3)"></svg>
<object data="javascript:alert(4)"></object><link rel="stylesheet" href="https://evil.example/x.css">
<style>@import url(//evil.example);</style>
<form action="https://evil.example/"><input autofocus onfocus="alert(5)"></form><meta http-equiv="refresh" content="0;url=file:///etc/passwd">"""
SAID = """<p>Le feu a fait {count} blessés mardi à Lorient, selon <a href="javascript:alert(6)">la préfecture</a>.</p>
<p>Le maire &lt;script&gt;alert(7)&lt;/script&gt; a écrit « &lt;img src=x onerror=alert(8)&gt; » sur
<a href="file:///etc/passwd">son site</a>, {count} fois, javascript:alert(9).</p>
<p>Les pompiers de Lorient sont restés toute la nuit &quot; onmouseover=&quot;alert(10) pour éteindre le feu de l’entrepôt.</p>"""
PAGE = """<html><head><title>Incendie &lt;script&gt;alert(0)&lt;/script&gt; à Lorient</title>{traps}</head>
<body>{traps}<article><h1>Incendie "&gt;&lt;script&gt;alert(0)&lt;/script&gt; à Lorient</h1>{said}{said}</article></body></html>"""

TOY = Path(__file__).parents[1] / "translation" / "data" / "toy-fr_en.argosmodel"
ACTIVE = {"script", "link", "img", "iframe", "object", "embed", "form", "input", "base", "video", "audio", "foreignobject", "use"}


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag.lower())
        self.attributes += [(name.lower(), value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def traps(tmp_path: Path) -> list[str]:
    paths = []
    for name, count in (("a", 12), ("b", 17)):
        path = tmp_path / f"{name}.html"
        path.write_text(PAGE.format(traps=TRAPS, said=SAID.format(count=count)), "utf-8")
        paths.append(str(path))
    plain = tmp_path / "c.txt"
    plain.write_text(f"{TRAPS}\n\nLe feu a fait 15 blessés mardi à Lorient, selon la préfecture.\n", "utf-8")
    return [*paths, str(plain)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_report_on_traps_is_inert(traps: list[str], tmp_path: Path, language: str) -> None:
    out = tmp_path / "report.html"
    assert main(["report", *traps, "--language", language, "--title", "<script>alert('title')</script>", "-o", str(out)]) == 0
    text = out.read_text("utf-8")
    page = Page()
    page.feed(text)
    assert not ACTIVE & set(page.tags)
    assert [a for a in page.attributes if a[0].startswith("on") or a[0] in {"src", "srcset", "action", "formaction", "background"}] == []
    assert [v for n, v in page.attributes if n in {"href", "xlink:href"} and not v.startswith("#")] == []
    assert not [v for n, v in page.attributes if n == "http-equiv" and v.lower() == "refresh"]
    assert "default-src 'none'" in text
    style = text[text.index("<style") : text.rindex("</style>")]
    assert "@import" not in style
    assert "url(" not in style
    assert "17 blessés" in "".join(page.words)


@pytest.mark.parametrize("suffix", [".md", ".docx", ".pdf", ".csv", ".xlsx", ".json"])
def test_other_reports_on_traps_are_written_too(traps: list[str], tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"report{suffix}"
    assert main(["report", *traps, "-o", str(out)]) == 0
    content = out.read_bytes()
    assert content
    if suffix == ".md":
        page = Page()
        page.feed(MarkdownIt("commonmark", {"html": True}).render(content.decode()))
        assert not ACTIVE & set(page.tags)
        assert not [v for n, v in page.attributes if n == "href" and v.startswith(("javascript:", "file:"))]
    if suffix == ".pdf":
        assert not any(key in content for key in (b"/JavaScript", b"/Launch", b"/URI", b"/OpenAction /JS"))


WATCHED = """
import json, sys
seen = []
def watch(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        seen.append(event)
    if event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "webbrowser.open"}:
        seen.append(event)
    if event == "open" and str(arguments[0]) in {"/etc/passwd", "/etc/hostname"}:
        seen.append(f"open {arguments[0]}")
sys.addaudithook(watch)
from recoupe.__main__ import main
for command in json.loads(sys.argv[1]):
    assert main(command) == 0, command
print(json.dumps(seen))
"""


def test_nothing_that_an_article_names_is_fetched_opened_or_run(traps: list[str], tmp_path: Path) -> None:
    """Python tells a hook of every connection, process and file; the program is run under one.

    A socket alone is no connection: a library makes one at its import to see whether the system knows IPv6.
    """
    reports = [["report", *traps, "-o", str(tmp_path / f"r{suffix}")] for suffix in (".html", ".md", ".docx", ".pdf", ".csv", ".xlsx")]
    commands = json.dumps([["compare", *traps, "-o", str(tmp_path / "c.json"), "--format", "json"], *reports])
    done = subprocess.run([sys.executable, "-c", WATCHED, commands], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_no_key_and_no_word_of_an_article_is_left_in_the_users_folders(
    traps: list[str], own_folders: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The key stands in the one file that is its own; caches hold digests, and the log tells what was done, not with what."""
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    start_log()
    keep_key("deepl", "clé-très-secrète-4711")
    install(TOY)
    assert main(["compare", *traps]) == 0
    there = Path(traps[0]).parent
    assert main(["report", *traps, "-o", str(there / "r.html")]) == 0
    assert main(["translate", traps[2], "--engine", "offline", "-o", str(there / "t.txt")]) in {0, 1}
    window = QWidget()
    qtbot.addWidget(window)
    ErrorNet(window).catch(ValueError, ValueError("blessés mardi clé-très-secrète-4711"), None)
    assert "ValueError" in caplog.text
    kept = {p: p.read_bytes() for p in own_folders.rglob("*") if p.is_file()}
    holders = {p.name for p, content in kept.items() if b"4711" in content}
    assert holders == {"keys.json"}
    words = ("blessés mardi", "Le feu a fait", "restés toute la nuit")
    assert [p for p, content in kept.items() if any(w.encode() in content for w in words)] == []
    assert log_path() in kept


MARKUP = "<img src='file:///etc/hostname'><b>gras</b>"


def trapped() -> Project:
    """A study of which every word that someone else wrote is markup, as someone else may send it."""
    study = story()
    articles = tuple(replace(a, title=MARKUP, outlet=f"{MARKUP} {a.id}", author=MARKUP) for a in study.articles)
    facts = tuple(replace(f, about=MARKUP, stance=replace(f.stance, source=MARKUP)) for f in study.analysis.facts)
    rows = tuple(replace(c, about=MARKUP) for c in study.analysis.comparisons)
    links = tuple(replace(e, links=tuple(replace(k, reasons=(("names", MARKUP),)) for k in e.links)) for e in study.analysis.events)
    analysis = replace(study.analysis, facts=facts, comparisons=rows, events=links)
    return replace(study, title=MARKUP, articles=articles, analysis=analysis, decisions=(Noted("c-number", MARKUP), Noted("a", MARKUP)))


def tips(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    """The tooltips of all items of a model."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield str(model.data(index, Qt.ItemDataRole.ToolTipRole) or "")
            if column == 0:
                yield from tips(model, index)


def taken_for_markup(root: QWidget) -> list[str]:
    """Where someone else's words are drawn as rich text and not as they are."""
    bad = []
    for widget in (root, *root.findChildren(QWidget)):
        shown = [widget.toolTip(), widget.statusTip()]
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            shown.append(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            shown += tips(widget.model())
        bad += [f"{type(widget).__name__}: {words}" for words in shown if "<img" in words and Qt.mightBeRichText(words)]
        if isinstance(widget, QTextEdit) and "<img" in widget.toHtml():
            bad.append(f"{type(widget).__name__} holds a picture")
    return bad


def test_the_window_draws_the_words_of_others_as_they_are(qtbot: QtBot) -> None:
    study = trapped()
    opened = Opened(qtbot, study, lambda *_: study.analysis)
    opened.window.tell(words_of(ReadingFailed("empty", name=MARKUP)))
    for ident in ("outline", "find", "table"):
        if not opened.window.shows(ident):
            opened.act(ident)
    for comparison in study.analysis.comparisons:
        opened.selection.select_comparison(comparison.id)
        opened.settle()
        assert taken_for_markup(opened.window) == []
    pane = opened.window.row.panes[0]
    for event in study.analysis.events:
        opened.selection.select_event(event.id)
        opened.selection.select_place(event.members[0])
        opened.window.row.passage_opened.emit(event.members[0])
        qtbot.waitUntil(lambda: pane.text.card.shown is not None)
        assert taken_for_markup(opened.window) == []
        assert "<img" not in pane.text._explain(event.members[0], ())


def test_dialogs_draw_the_words_of_others_as_they_are(qtbot: QtBot) -> None:
    study = trapped()
    fact = study.analysis.facts[0]
    doubts = (Doubt("changed", "name", MARKUP),)
    for made in (EditFact(fact, study.articles[0]), CorrectTranslation(MARKUP, MARKUP, doubts, QFont())):
        qtbot.addWidget(made)
        assert taken_for_markup(made) == []
