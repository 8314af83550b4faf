"""Brings a web page in, within limits of time and size, and from public machines only unless the user says otherwise.

Every host on the way, each redirection's too, is resolved once; each of its addresses is checked; and the connection goes to a checked
address, not to the name again, so that a name that changes its mind between the check and the call (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from recoupe.errors import FetchFailed
from recoupe.progress import Progress, silent

_LIMIT_MB = 5
_SECONDS = 20.0  # for everything: names, redirections, the page itself
_MOST_REDIRECTIONS = 5
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_KINDS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_NAT64 = IPv6Network("64:ff9b::/96")
_PUBLIC_IPV6 = IPv6Network("2000::/3")  # all that was ever handed out; what lies beside it stays inside some network
_NOT_PUBLIC = (
    IPv4Network("192.0.0.0/24"),  # for protocols (RFC 6890); machines of some clouds are told about themselves there
    IPv4Network("192.88.99.0/24"),  # a way into older tunnels (RFC 7526)
    IPv4Network("168.63.129.16/32"),  # the host of a machine in Azure, which only looks public
    IPv6Network("3fff::/20"),  # for documents (RFC 9637)
)
_TUNNELLED = (0x5EFE, 0x02005EFE)  # the middle of addresses that hold an IPv4 address for tunnels of one's own network (RFC 5214)
_AGENT = "Mozilla/5.0 (compatible; Recoupe; reads one page for its user)"


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: the last address of the way, the kind of the content, its declared charset and its bytes."""

    address: str
    kind: str
    charset: str
    data: bytes


def fetch(address: str, *, allow_private: bool = False, progress: Progress = silent, seconds: float = _SECONDS) -> Page:
    """The page at an address, nothing that it refers to. Raises `FetchFailed` with the case in its code."""
    wanted = normalised(address)
    deadline = time.monotonic() + seconds
    current = wanted
    seen = {wanted}
    for _ in range(_MOST_REDIRECTIONS + 1):
        answer = _ask(current, deadline, allow_private=allow_private, progress=progress, seconds=seconds)
        if isinstance(answer, Page):
            return answer
        current = normalised(urljoin(current, answer))
        if current in seen:
            break
        seen.add(current)
    raise FetchFailed("redirects", address=wanted)


def normalised(address: str) -> str:
    """An address as it will be asked for; https where no scheme is given. Raises `FetchFailed("bad_address")`."""
    bare = address.strip()
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)", bare) and "://" not in bare.split("?", maxsplit=1)[0]:
        bare = f"https://{bare}"
    try:
        parts = urlsplit(bare)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchFailed("bad_address", address=address) from error
    odd = any(c.isspace() or ord(c) < 32 for c in bare)
    if parts.scheme not in {"http", "https"} or not ascii_host or parts.username is not None or odd:
        raise FetchFailed("bad_address", address=address)
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    safe = "%/:=&?~+!$,;'@()*[]-._"
    return urlunsplit(
        (parts.scheme, shown if port is None else f"{shown}:{port}", quote(parts.path or "/", safe), quote(parts.query, safe), "")
    )


def _ask(address: str, deadline: float, *, allow_private: bool, progress: Progress, seconds: float) -> Page | str:
    """One request: the page, or the address to which it sends."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    late = FetchFailed("timeout", address=address, seconds=round(seconds))
    progress("fetching", 0, _LIMIT_MB * 1_000_000)
    target = _checked(host, port, address, allow_private=allow_private)
    left = deadline - time.monotonic()
    if left <= 0:
        raise late
    watch: _Watch | None = None
    try:
        raw = socket.create_connection(target, timeout=min(left, 10.0))
        watch = _Watch(raw, deadline)
        if parts.scheme == "https":
            watch.follow(_trusting().wrap_socket(raw, server_hostname=host))
        answer = _answer(watch.connection, address, progress)
    except TimeoutError as error:
        raise late from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        if watch is not None and watch.expired:
            raise late from error
        raise FetchFailed("unreachable", address=address) from error
    finally:
        if watch is not None:
            watch.close()
    if watch.expired:  # what was cut off looks like a page that ended
        raise late
    return answer


class _Watch:
    """Cuts a connection at the deadline, however slowly the other side keeps it alive."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self.connection = connection
        self.expired = False
        self._timer = threading.Timer(max(0.0, deadline - time.monotonic()), self._cut)
        self._timer.daemon = True
        self._timer.start()

    def follow(self, connection: socket.socket) -> None:
        """Watch the encrypted form of the same connection from now on."""
        self.connection = connection

    def close(self) -> None:
        """End the watch and the connection."""
        self._timer.cancel()
        self.connection.close()

    def _cut(self) -> None:
        self.expired = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)


def _checked(host: str, port: int, address: str, *, allow_private: bool) -> tuple[str, int]:
    """The network address to call: the host's first, once all of them are known to be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed("unreachable", address=address) from error
    numbers = [str(entry[4][0]) for entry in found]
    if not numbers:
        raise FetchFailed("unreachable", address=address)
    if not allow_private and not all(_is_public(number) for number in numbers):
        raise FetchFailed("private_address", address=address)
    return numbers[0], port


def _is_public(number: str) -> bool:
    """Whether an address lies in the public network, seen through every way of writing an older address inside a newer one."""
    address: IPv4Address | IPv6Address = ip_address(number.split("%", maxsplit=1)[0])
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and (address in _NAT64 or int(address) >> 32 & 0xFFFFFFFF in _TUNNELLED):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is None and address not in _PUBLIC_IPV6:
            return False
        address = inner or address
    return address.is_global and not address.is_multicast and not any(address in network for network in _NOT_PUBLIC)


def _trusting() -> ssl.SSLContext:
    """The system's certificates and the packaged ones: a frozen program may find none of the system's."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _answer(connection: socket.socket, address: str, progress: Progress) -> Page | str:
    parts = urlsplit(address)
    client = http.client.HTTPConnection(parts.netloc)
    client.sock = connection
    path = urlunsplit(("", "", parts.path, parts.query, ""))
    headers = {
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.1",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    client.request("GET", path, headers=headers)
    with client.getresponse() as response:
        if response.status in _REDIRECTIONS and (location := response.headers["Location"]):
            return str(location)
        if response.status != http.HTTPStatus.OK:
            raise FetchFailed("status", address=address, status=response.status)
        kind = response.headers.get_content_type()
        if kind not in _KINDS:
            raise FetchFailed("not_a_page", address=address, kind=kind)
        data = _body(response, address, progress)
        return Page(address, kind, str(response.headers.get_content_charset() or ""), data)


def _body(response: http.client.HTTPResponse, address: str, progress: Progress) -> bytes:
    """The whole body, unpacked, counted as it comes: neither what is sent nor what it unpacks to may pass the limit."""
    limit = _LIMIT_MB * 1_000_000
    packed = (response.headers["Content-Encoding"] or "identity").lower()
    # 32 lets zlib tell gzip's head from its own; a raw stream has neither.
    unpacker = zlib.decompressobj(32 + zlib.MAX_WBITS) if packed in {"gzip", "x-gzip", "deflate"} else None
    kept = bytearray()
    came = 0
    while chunk := response.read1(65_536):
        came += len(chunk)
        try:
            kept += unpacker.decompress(chunk, limit + 1) if unpacker is not None else chunk
        except zlib.error as error:
            raise FetchFailed("unreachable", address=address) from error
        if came > limit or len(kept) > limit or (unpacker is not None and unpacker.unconsumed_tail):
            raise FetchFailed("too_large", address=address, limit=_LIMIT_MB)
        progress("fetching", came, limit)
    return bytes(kept)
