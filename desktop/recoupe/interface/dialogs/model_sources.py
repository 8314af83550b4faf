"""Asks which model to download, from the list or from an address of one's own, and says how large it is before anything is fetched."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from recoupe.translation.offers import OFFERS, Offer, begun


def choose_offer(parent: QWidget) -> Offer | str | None:
    """The model of the list that the user chose, an address that was typed, or None."""
    box = _question(parent, QCoreApplication.translate("ModelSources", "Which direction?"))
    lines = [f"{offer.title}: {size_text(offer.size)}{_rest(offer)}" for offer in OFFERS]
    where = QCoreApplication.translate("ModelSources", "They come from argos-net.com and are checked when they are here. No text is sent.")
    box.setInformativeText("\n".join((*lines, "", where)))
    buttons = {box.addButton(offer.title, QMessageBox.ButtonRole.AcceptRole): offer for offer in OFFERS}
    elsewhere = box.addButton(QCoreApplication.translate("ModelSources", "From another &address…"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    if box.clickedButton() is elsewhere:
        words = QCoreApplication.translate(
            "ModelSources", "Address of a package (.argosmodel or .zip). It may end in #sha256= and the checksum."
        )
        address, given = QInputDialog.getText(
            parent, QCoreApplication.translate("ModelSources", "Download a model"), words, QLineEdit.EchoMode.Normal, "https://"
        )
        return address.strip() if given and address.strip() else None
    return next((offer for button, offer in buttons.items() if box.clickedButton() is button), None)


def confirm(parent: QWidget, offer: Offer) -> bool:
    """Say how large the file at an address is, and whether it can be checked; whether it is to be fetched."""
    box = _question(
        parent,
        QCoreApplication.translate("ModelSources", "Download “%1” from %2?")
        .replace("%1", offer.title)
        .replace("%2", urlsplit(offer.address).netloc),
    )
    size = size_text(offer.size) if offer.size else QCoreApplication.translate("ModelSources", "The server does not say how large it is.")
    known = QCoreApplication.translate("ModelSources", "It is checked against its checksum.")
    unknown = QCoreApplication.translate(
        "ModelSources", "It comes without a checksum: that it works can be told, not that it is the one that was published."
    )
    checked = known if offer.checksum else unknown
    box.setInformativeText("\n".join((size + _rest(offer), checked, QCoreApplication.translate("ModelSources", "No text is sent."))))
    fetch = box.addButton(QCoreApplication.translate("ModelSources", "&Download"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is fetch


def size_text(size: int) -> str:
    """Bytes, as a reader weighs them."""
    return QCoreApplication.translate("ModelSources", "%1 MB").replace("%1", QLocale().toString(size / 1e6, "f", 1))


def _question(parent: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("ModelSources", "Download a model"))
    box.setText(text)
    return box


def _rest(offer: Offer) -> str:
    have = begun(offer)
    return QCoreApplication.translate("ModelSources", ", %1 of it is here already").replace("%1", size_text(have)) if have else ""
