"""A web page is fetched from a server on the loopback, shown for approval with its labels, and joins the study as the user leaves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pytestqt.qtbot import QtBot

from recoupe.interface.commands import articles
from recoupe.interface.dialogs.approve import ApproveDialog
from recoupe.settings import Settings
from windows import Opened

pytestmark = pytest.mark.network

PROSE = "<p>Le conseil municipal a voté lundi soir la fermeture de la piscine, jugée bien trop coûteuse par la majorité sortante.</p>" * 4
PAGE = (
    "<html lang='fr'><head><title>La piscine {n} va fermer</title><meta property='og:site_name' content='Le Cahier'>"
    "<meta property='article:published_time' content='2024-05-14'></head><body><article><h1>La piscine {n} va fermer</h1>"
    "<p>Abonnez-vous à notre newsletter</p>" + PROSE + "</article></body></html>"
)


@pytest.fixture
def address() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            raw = PAGE.replace("{n}", self.path.strip("/")).encode()
            self.send_response(200 if self.path != "/0" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    assert all(path.strip("/").isdigit() for path in asked)  # nothing else of the pages was loaded
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot, settings=Settings(theme="light", allow_private_pages=True))


def dialog(opened: Opened) -> ApproveDialog:
    """The question that stands open."""
    opened.qtbot.waitUntil(lambda: any(d.isVisible() for d in opened.window.findChildren(ApproveDialog)), timeout=20000)
    return next(d for d in opened.window.findChildren(ApproveDialog) if d.isVisible())


def test_it_is_shown_before_it_joins_and_its_labels_can_be_set_right(opened: Opened, address: str) -> None:
    articles.fetch(opened.session, opened.window, [f"{address}/1"])
    shown = dialog(opened)
    assert not opened.session.project.articles
    assert (shown.outlet.text(), shown.title.text()) == ("Le Cahier", "La piscine 1 va fermer")
    assert "conseil municipal" in shown.text.toPlainText()
    assert not shown.everything.isVisible()
    shown.outlet.setText("Le Cahier du soir")
    shown.accept()
    opened.settle()
    [joined] = opened.session.project.articles
    assert (joined.outlet, joined.published is not None) == ("Le Cahier du soir", True)


def test_what_is_left_does_not_join(opened: Opened, address: str) -> None:
    articles.fetch(opened.session, opened.window, [f"{address}/1", f"{address}/0", f"{address}/2"])
    dialog(opened).reject()
    opened.settle()
    assert "127.0.0.1" in opened.window.messages.text
    dialog(opened).accept()
    opened.settle()
    assert [a.title for a in opened.session.project.articles] == ["La piscine 2 va fermer"]


def test_the_others_can_be_taken_as_they_are_and_one_step_takes_all_away(opened: Opened, address: str) -> None:
    articles.fetch(opened.session, opened.window, [f"{address}/{n}" for n in (1, 2, 3)])
    shown = dialog(opened)
    assert "2" in shown.everything.text()
    shown.everything.setChecked(True)
    shown.accept()
    opened.settle()
    assert len(opened.session.project.articles) == 3
    opened.act("undo")
    assert not opened.session.project.articles
