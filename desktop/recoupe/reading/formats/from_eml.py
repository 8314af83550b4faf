"""E-mail messages, as mail programs save them."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from recoupe.errors import ReadingFailed
from recoupe.model import Role, Span
from recoupe.reading.draft import Draft, Label
from recoupe.reading.encoding import decode
from recoupe.reading.formats.reader import Reader
from recoupe.reading.pages import fragment_draft

# All that the library's own parser of heads has been seen to fall over where they are broken
_LOST = (AttributeError, LookupError, OverflowError, TypeError, ValueError, MessageError)
_FORWARDED = re.compile(r"^(?:(?:fwd?|tr|re|fw)\s*:\s*)+", re.IGNORECASE)


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The message's text under its subject; attachments are not read and nothing it refers to is loaded."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not any(_told(message, head) for head in ("subject", "from", "date")):
        raise ReadingFailed("damaged", name=name, reason="it is no e-mail message")
    subject = _FORWARDED.sub("", " ".join(_told(message, "subject").split()))
    try:
        body = _body(message, name)
    except _LOST as error:
        raise ReadingFailed("damaged", name=name, reason="its parts cannot be told apart") from error
    if not body.text.strip():
        raise ReadingFailed("no_text", name=name)
    sender = parseaddr(_told(message, "from"))[0]
    opening = f"{subject}\n\n" if subject and subject not in body.text[: len(subject) + 200] else ""
    labels = [Label(Span(0, len(subject)), Role.TITLE)] if opening else []
    labels += [
        Label(Span(label.span.start + len(opening), label.span.end + len(opening)), Role.HEADING if opening else label.role)
        for label in body.labels
    ]
    published = _sent(message)
    return (Draft(opening + body.text, subject, sender, "", published, labels=tuple(labels)),)


def _told(message: EmailMessage, head: str) -> str:
    """What a line of the message's head says; as it was sent where the library cannot make sense of it."""
    try:
        return str(message[head] or "")
    except _LOST:
        return next((str(value) for name, value in message.raw_items() if name.lower() == head), "")


def _body(message: EmailMessage, name: str) -> Draft:
    part = message.get_body(preferencelist=("html", "plain"))
    if part is None:
        return Draft("")
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        text = data.decode(charset)
    except (LookupError, ValueError):
        text = decode(data, name)
    if part.get_content_type() == "text/html":
        return fragment_draft(text)
    return Draft(text.replace("\r\n", "\n").strip())


def _sent(message: EmailMessage) -> date | None:
    told = _told(message, "date")
    try:
        return parsedate_to_datetime(told).date() if told else None
    except _LOST:
        return None


READER = Reader("E-mail", (".eml",), read)
