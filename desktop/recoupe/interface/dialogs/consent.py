"""The one question before texts are sent to a translation service."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from recoupe.translation import Engine


def consent_words(engine: Engine, server: str) -> str:
    """What an engine would do with a text, in the window's language."""
    own = QCoreApplication.translate("Consent", "%1 runs on the server that you named.")
    public = QCoreApplication.translate("Consent", "%1 runs on the internet.")
    sent = QCoreApplication.translate("Consent", "The sentences of the articles you have translated are sent to %1, one by one.")
    words = [(public if server == engine.host else own).replace("%1", engine.title), sent.replace("%1", server)]
    if engine.in_address:
        words.append(
            QCoreApplication.translate("Consent", "They travel in the web address, where servers on the way may keep them in their logs.")
        )
    words.append(
        QCoreApplication.translate("Consent", "Nothing else is sent: neither your notes nor your rulings, nor the other articles.")
    )
    return " ".join(words)


def ask_consent(parent: QWidget, engine: Engine, server: str) -> bool:
    """Ask whether texts may be sent to a server; the answer no is the one that a careless key gives."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Consent", "Send texts over the network?"))
    box.setText(QCoreApplication.translate("Consent", "May Recoupe send texts to %1?").replace("%1", server))
    remembered = QCoreApplication.translate(
        "Consent", "Your answer is remembered; you can take it back in the preferences. The offline engine sends nothing."
    )
    box.setInformativeText(f"{consent_words(engine, server)}\n\n{remembered}")
    allow = box.addButton(QCoreApplication.translate("Consent", "Allow"), QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(QCoreApplication.translate("Consent", "Do not send"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is allow
