"""Everything that can go wrong for a user, each with what is needed to explain it.

    RecoupeError
    ├── Cancelled                 the user asked for a stop
    ├── ReadingFailed             an article could not be read
    ├── FetchFailed               a web page could not be brought in
    ├── StudyFailed               a study could not be opened or saved
    ├── ReportFailed              a report could not be written
    ├── TranslationFailed         an engine gave no usable translation
    ├── AnalysisFailed            the texts could not be compared
    ├── UpdateFailed              what is announced of newer versions could not be asked for
    └── ResourceMissing           a file of the program itself is missing or damaged

An error carries a *code* (what happened, for wording and tests) and *details* (the names and figures that a sentence about it
needs). The English sentence is built by `str(error)`; the window words the same code in its own language.
"""

from __future__ import annotations

from typing import ClassVar


class RecoupeError(Exception):
    """Something the user should be told; `code` names the case, `details` fills the sentence.

    Each subclass lists its sentences in `SENTENCES`: code → English sentence with the details' names in braces. A sentence says
    what happened, what was kept and what to do.
    """

    SENTENCES: ClassVar[dict[str, str]] = {}

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        sentence = self.SENTENCES.get(self.code)
        if sentence is None:
            return ": ".join([self.code, *(str(value) for value in self.details.values())])
        return sentence.format_map(self.details)

    def __reduce__(self) -> tuple[object, ...]:
        """Cross a process boundary whole: keyword details are lost by the default."""
        return _rebuild, (type(self), self.code, self.details)


def _rebuild(kind: type[RecoupeError], code: str, details: dict[str, object]) -> RecoupeError:
    return kind(code, **details)


class Cancelled(RecoupeError):
    """The user asked for a stop, and the work heard it."""

    SENTENCES: ClassVar[dict[str, str]] = {"cancelled": "Stopped, as you asked."}

    def __init__(self, code: str = "cancelled", **details: object) -> None:
        super().__init__(code, **details)


class ReadingFailed(RecoupeError):
    """An article could not be read; details name the file (`name`)."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "missing": "“{name}” was not found. It may have been moved or renamed.",
        "unreadable": "“{name}” cannot be opened: {reason}. Check that you may read it.",
        "folder": "“{name}” is a folder without any article that can be read.",
        "empty": "“{name}” is empty: there is no text to compare.",
        "no_text": "“{name}” holds no readable text. If it is a scan, run text recognition on it first.",
        "binary": "“{name}” is not a text: it looks like a program, a picture or another binary file.",
        "unknown_format": "“{name}” is in a format that Recoupe does not read.",
        "damaged": "“{name}” is damaged or is not what its name says: {reason}.",
        "too_large": "“{name}” is too large ({size} MB; at most {limit} MB). Keep only the article and try again.",
        "hostile": "“{name}” was refused because it is built to harm the program that opens it: {reason}.",
        "no_such_id": "No article has the id “{id}”; the ids are: {known}.",
        "too_few": "A comparison needs at least two articles; {count} could be read.",
        "protected": "“{name}” is protected by a password. Save a copy without it and try again.",
    }


class FetchFailed(RecoupeError):
    """A web page could not be brought in; details name the address (`address`)."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "bad_address": "“{address}” is not a web address. It should begin with https:// or http://.",
        "private_address": "“{address}” leads to a machine of your own network. Allow it in the preferences if you mean it.",
        "unreachable": "“{address}” cannot be reached. Check the address and the network, or paste the text instead.",
        "timeout": "“{address}” did not answer in {seconds} seconds. Try again, or paste the text instead.",
        "status": "“{address}” answered with error {status}. The page may be gone or reserved for subscribers.",
        "too_large": "“{address}” is larger than {limit} MB and was not read.",
        "not_a_page": "“{address}” is not a page with text ({kind}).",
        "redirects": "“{address}” sends from page to page without end.",
    }


class StudyFailed(RecoupeError):
    """A study could not be opened or saved; the study in memory is never touched."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "missing": "“{name}” was not found. It may have been moved or renamed.",
        "damaged": "“{name}” is damaged and cannot be opened: {reason}. The file was left as it is.",
        "newer": "“{name}” was saved by a newer Recoupe (format {found}; this one reads up to {known}). Update Recoupe to open it.",
        "hostile": "“{name}” was refused because it is built to harm the program that opens it: {reason}.",
        "cannot_write": "“{name}” could not be saved: {reason}. Your study is still open; save it in another place.",
        "disk_full": "“{name}” could not be saved: the disk is full. Your study is still open; make room or save it elsewhere.",
        "locked": "“{name}” is already open in another window ({owner}).",
        "cannot_read": "“{name}” cannot be opened: {reason}.",
    }


class ReportFailed(RecoupeError):
    """A report could not be written; the study is untouched."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "cannot_write": "The report “{name}” could not be written: {reason}. Choose another place.",
        "disk_full": "The report “{name}” could not be written: the disk is full.",
        "unknown_format": "“{name}” does not end in a report format that Recoupe knows ({known}).",
        "nothing": "There is nothing to report yet: open at least two articles.",
    }


class TranslationFailed(RecoupeError):
    """An engine gave no usable translation; what was translated before is kept. Details name the engine (`engine`)."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "unreachable": "{engine} cannot be reached. Check the network, or choose an offline engine. What is translated is kept.",
        "timeout": "{engine} did not answer in {seconds} seconds. What is translated is kept; try again.",
        "too_many_requests": "{engine} refuses more requests for now. What is translated is kept; try again later.",
        "refused": "{engine} refused the request: {reason}.",
        "bad_key": "{engine} does not accept the key given in the preferences.",
        "needs_key": "{engine} needs a key. Enter it in the preferences.",
        "empty": "{engine} gave an empty answer for a sentence; the original stays in its place.",
        "garbage": "{engine} gave an answer that is no translation; the original stays in its place.",
        "language": "{engine} does not translate from {source} to {target}.",
        "not_installed": "{engine} is not installed. Install it in the preferences.",
        "no_consent": "{engine} would send the text over the network, and you have not allowed it.",
        "damaged_model": "The translation model is damaged: {reason}. Remove it and install it again.",
        "failed": "{engine} failed: {reason}. What is translated is kept.",
        "bad_server": "“{server}” is not the address of a server. It should begin with https:// or http://.",
        "bad_package": "“{name}” is no translation model that Recoupe can use: {reason}. Nothing was installed.",
        "bad_checksum": "“{name}” did not arrive as it was published: its checksum differs. It was not installed. Download it again, or "
        "install a model from a file.",
        "gone": "“{name}” is not at {engine} (any more). Get the model elsewhere and install it from a file.",
        "no_answer": "{engine} gives no answer. Check the address and the network, or install “{name}” from a file.",
        "broke_off": "“{name}” did not come whole from {engine}: the connection broke off. What has come is kept; download it again, and "
        "it goes on from there.",
        "other_size": "What {engine} has under the name of “{name}” is not the file that was promised: its size differs. Nothing was "
        "installed. Get the model elsewhere and install it from a file.",
        "bad_address": "“{address}” is not the address of a file. It should begin with https:// or http://, and a checksum at its end "
        "should be written #sha256= and 64 signs.",
        "disk_full": "There is not enough room on the disk for “{name}” ({needed} MB needed, {free} MB free).",
        "cannot_keep": "“{name}” could not be kept: {reason}.",
    }


class AnalysisFailed(RecoupeError):
    """The texts could not be compared; they stay open and readable."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "crashed": "The comparison broke off twice. Texts and rulings are kept; compare again, or remove the text added last.",
        "fault": "The comparison broke off over a fault of the program. Texts and rulings are kept; compare again, or remove the text "
        "added last.",
        "restarted": "The comparison broke off and was started again. Texts and rulings are kept.",
    }


class UpdateFailed(RecoupeError):
    """What is announced of newer versions could not be asked for; details give the address (`address`)."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "bad_address": "“{address}” is not the address of a web page. It should begin with https://.",
        "unreachable": "“{address}” gave no answer. Check the address and the network, and try again.",
        "not_understood": "“{address}” answered, but not with the announcement of a version.",
    }


class ResourceMissing(RecoupeError):
    """A file of the program itself is missing or damaged."""

    SENTENCES: ClassVar[dict[str, str]] = {
        "missing": "A part of Recoupe is missing ({name}). Install Recoupe again.",
        "damaged": "A part of Recoupe is damaged ({name}: {reason}). Install Recoupe again.",
    }
