"""Which articles are one account: who shares words with whom, how much, and what was changed word by word."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from recoupe.interface.session import Session
from recoupe.interface.table.rows import label_of
from recoupe.interface.table.witnesses import Borrowing, Shared, accounts, borrowings
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Place, Project
from recoupe.wording import colon, share_text


class Witnesses(QDialog):
    """The accounts and the wording they share, kept up to date while it is open. `place_asked` tells a Place to go to."""

    place_asked = Signal(object)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        named: Callable[[Article], Article] = lambda article: article,
    ) -> None:
        super().__init__(parent)
        self._theme, self._named = theme, named
        self._places: list[Place] = []
        self.setWindowTitle(self.tr("Independent accounts"))
        self.body = QTextBrowser()
        self.body.setOpenLinks(False)
        self.body.setProperty("role", "plain")
        self.body.setAccessibleName(self.tr("Who shares words with whom"))
        self.body.anchorClicked.connect(lambda address: self.place_asked.emit(self._places[int(address.toString())]))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(12)
        whole.addWidget(self.body, 1)
        whole.addWidget(buttons)
        session.changed.connect(lambda _, after: self._fill(after))
        self._fill(session.project)
        self.resize(720, 560)

    def _fill(self, project: Project) -> None:
        self._places = []
        groups = accounts(project)
        found = borrowings(project)
        muted = f"color:{self._theme.muted}"
        head = said_line(len(project.articles), len(groups))
        lines = [f"<h3 style='margin:0'>{escape(head)}</h3>"]
        if found:
            words = self.tr(
                "Articles most of whose words stand in one another bear witness once: what they agree on is not confirmed twice."
            )
        else:
            words = self.tr("No two of these articles share their wording.")
        lines.append(f"<p style='{muted}; margin-top:4px'>{escape(words)}</p>")
        lines += [f"<p><b>{n}.</b> {escape(' + '.join(map(self._label, group)))}</p>" for n, group in enumerate(groups, start=1)]
        lines += [self._borrowing(each) for each in found]
        self.body.setHtml("".join(lines))

    def _label(self, article: Article) -> str:
        """What an article is called, under the title by which the reader knows it."""
        return label_of(self._named(article))

    def _borrowing(self, found: Borrowing) -> str:
        left, right, language = self._label(found.left), self._label(found.right), window_language()
        if found.version:
            words = self.tr("“%2” is a later version of “%1”.").replace("%1", left).replace("%2", right)
        else:
            pattern = self.tr("%3 of the words of “%1” stand in “%2”; %4 the other way.")
            words = pattern.replace("%3", share_text(found.left_share, language)).replace("%4", share_text(found.right_share, language))
            words = words.replace("%1", left).replace("%2", right)
        same = sum(shared.same for shared in found.shared)
        counts = self.tr("Word for word: %1. Changed: %2.").replace("%1", str(same)).replace("%2", str(len(found.shared) - same))
        changed = "".join(self._changed(shared, right) for shared in found.shared if not shared.same)
        rule = f"<hr style='background-color:{self._theme.border}'>"
        return f"{rule}<p><b>{escape(words)}</b><br><span style='color:{self._theme.muted}'>{escape(counts)}</span></p>{changed}"

    def _changed(self, shared: Shared, right: str) -> str:
        """The sentence with the words of the left article struck and those of the right underlined; it leads to the right article."""
        theme = self._theme
        manner = {
            "equal": "{}",
            "delete": f"<s style='color:{theme.contradiction}'>{{}}</s> ",
            "insert": f"<u style='color:{theme.agreement}'>{{}}</u>",
        }
        words = "".join(manner[kind].format(escape(text)) if text.strip() else escape(text) for kind, text in shared.changes)
        self._places.append(shared.right)
        link = f"<a href='{len(self._places) - 1}' style='color:{theme.accent}'>{escape(right)}</a>{colon(window_language())}"
        return f"<p style='margin-left:14px'>{link}{words}</p>"


def said_line(articles: int, groups: int) -> str:
    """How many articles there are, and how many independent accounts where they are fewer."""
    if articles == 1:
        return QCoreApplication.translate("Witnesses", "1 article")
    if groups >= articles:
        words = QCoreApplication.translate("Witnesses", "%1 articles")
    elif groups == 1:
        words = QCoreApplication.translate("Witnesses", "%1 articles, only one account")
    else:
        words = QCoreApplication.translate("Witnesses", "%1 articles, %2 independent accounts")
    return words.replace("%1", str(articles)).replace("%2", str(groups))


def short_line(groups: int) -> str:
    """The same where room is short: the accounts alone."""
    one, several = QCoreApplication.translate("Witnesses", "1 account"), QCoreApplication.translate("Witnesses", "%1 accounts")
    return one if groups == 1 else several.replace("%1", str(groups))
