"""E-mail messages, as mail programs save them."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from recoupe.errors import ReadingFailed
from recoupe.model import Role, Span
from recoupe.reading.draft import Draft, Label
from recoupe.reading.encoding import decode
from recoupe.reading.formats.reader import Reader
from recoupe.reading.pages import fragment_draft

_FORWARDED = re.compile(r"^(?:(?:fwd?|tr|re|fw)\s*:\s*)+", re.IGNORECASE)


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The message's text under its subject; attachments are not read and nothing it refers to is loaded."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message["subject"] or message["from"] or message["date"]):
        raise ReadingFailed("damaged", name=name, reason="it is no e-mail message")
    subject = _FORWARDED.sub("", " ".join(str(message["subject"] or "").split()))
    body = _body(message, name)
    if not body.text.strip():
        raise ReadingFailed("no_text", name=name)
    sender = parseaddr(str(message["from"] or ""))[0]
    opening = f"{subject}\n\n" if subject and subject not in body.text[: len(subject) + 200] else ""
    labels = [Label(Span(0, len(subject)), Role.TITLE)] if opening else []
    labels += [
        Label(Span(label.span.start + len(opening), label.span.end + len(opening)), Role.HEADING if opening else label.role)
        for label in body.labels
    ]
    published = _sent(message)
    return (Draft(opening + body.text, subject, sender, "", published, labels=tuple(labels)),)


def _body(message: EmailMessage, name: str) -> Draft:
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:
        return Draft("")
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        text = decode(data, name)
    if part.get_content_type() == "text/html":
        return fragment_draft(text)
    return Draft(text.replace("\r\n", "\n").strip())


def _sent(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date() if message["date"] else None
    except (ValueError, TypeError):
        return None


READER = Reader("E-mail", (".eml",), read)
