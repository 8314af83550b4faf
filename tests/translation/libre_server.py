"""A server on the loopback that speaks LibreTranslate's documented protocol, and misbehaves on demand.

Real sockets and real HTTP: `POST /translate` with q, source, target, format and api_key as JSON or form, answered with
`{"translatedText": …}` or `{"error": …}`.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Libre:
    """What the server says: `behaviour` gets a text and the number of the request, and gives a text, or a `Fault` to commit."""

    behaviour: Callable[[str, int], object] = lambda text, _: f"English: {text}"
    key: str = ""
    asked: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    address: str = ""


@dataclass(frozen=True)
class Status:
    """Answer with a status, headers and a body."""

    code: int
    headers: tuple[tuple[str, str], ...] = ()
    body: str = '{"error": "told so"}'


class Hang:
    """Take the request and say nothing."""


class Drip:
    """Send a byte now and then, for ever."""


class Cut:
    """Close the connection in the middle of the answer."""


@contextmanager
def serving(libre: Libre) -> Iterator[Libre]:
    """The server at work, on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            form = self.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded")
            fields = {k: v[0] for k, v in parse_qs(body).items()} if form else json.loads(body or "{}")
            libre.addresses.append(self.path)
            if urlsplit(self.path).path != "/translate":
                self.say(404, '{"error": "Not found"}')
            elif libre.key and fields.get("api_key") != libre.key:
                self.say(403, json.dumps({"error": f"Invalid API key {fields.get('api_key')}"}))
            elif {fields["source"], fields["target"]} != {"fr", "en"}:
                self.say(400, json.dumps({"error": f"{fields['source']} is not supported"}))
            else:
                libre.asked.append(fields["q"])
                self.commit(libre.behaviour(fields["q"], len(libre.asked)))

        def commit(self, answer: object) -> None:
            if isinstance(answer, Status):
                self.say(answer.code, answer.body, answer.headers)
            elif isinstance(answer, Hang):
                time.sleep(60)
            elif isinstance(answer, Drip):
                self.send_response(200)
                self.end_headers()
                for _ in range(600):
                    self.wfile.write(b" ")
                    time.sleep(0.1)
            elif isinstance(answer, Cut):
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"translated')
                self.wfile.flush()
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()
            else:
                self.say(200, json.dumps({"translatedText": answer}))

        def say(self, code: int, body: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
            self.send_response(code)
            for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(body.encode()))), *headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:  # the client gave up, as it should
                return

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, ValueError):
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    libre.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield libre
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
