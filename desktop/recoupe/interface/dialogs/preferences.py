"""What the user prefers: how the window looks and reads, what is compared, how texts are translated. Every change shows at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from recoupe.interface.marks import mark_pixmap
from recoupe.interface.theme import Theme, icon, reading_font, theme_for
from recoupe.interface.tongue import window_language
from recoupe.model import FACT_KINDS, Verdict
from recoupe.settings import Settings
from recoupe.wording import kind_label, verdict_label

PAGES = (
    ("appearance", QT_TRANSLATE_NOOP("Preferences", "Appearance"), "eye"),
    ("reading", QT_TRANSLATE_NOOP("Preferences", "Reading"), "article"),
    ("comparison", QT_TRANSLATE_NOOP("Preferences", "Comparison"), "table"),
    ("translation", QT_TRANSLATE_NOOP("Preferences", "Translation"), "translate"),
)

# Every setting by its page, for the command palette.
SETTINGS = (
    ("appearance", QT_TRANSLATE_NOOP("Preferences", "Theme: light, dark, high contrast")),
    ("appearance", QT_TRANSLATE_NOOP("Preferences", "Colours for the colour-blind")),
    ("appearance", QT_TRANSLATE_NOOP("Preferences", "Language of the window")),
    ("reading", QT_TRANSLATE_NOOP("Preferences", "Typeface and size of the articles")),
    ("reading", QT_TRANSLATE_NOOP("Preferences", "Line spacing")),
    ("comparison", QT_TRANSLATE_NOOP("Preferences", "Kinds of fact to compare")),
    ("comparison", QT_TRANSLATE_NOOP("Preferences", "Pages of the local network")),
    ("translation", QT_TRANSLATE_NOOP("Preferences", "Translation engine, models and keys")),
)


def words(text: object) -> str:
    """A page or a setting in the window's language."""
    return QCoreApplication.translate("Preferences", str(text))


class Preferences(QDialog):
    """Pages beside their list. `changed` carries the settings after each change; there is nothing to confirm."""

    changed = Signal(object)

    def __init__(self, settings: Settings, theme: Theme, *, translation: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._theme = settings, theme
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(720, 540)
        self.pages = QListWidget()
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setProperty("role", "plain")
        self.pages.setFixedWidth(170)
        self.pages.setIconSize(QSize(18, 18))
        self.pages.setSpacing(2)
        self._stack = QStackedWidget()
        made = {
            "appearance": self._appearance(),
            "reading": self._reading(),
            "comparison": self._comparison(),
            "translation": translation,
        }
        self._names: list[str] = []
        for name, title, _ in PAGES:
            page = made[name]
            if page is not None:
                self._names.append(name)
                self.pages.addItem(words(title))
                self._stack.addWidget(_scrolled(page))
        self._show_pictures()
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        halves = QHBoxLayout()
        halves.setSpacing(18)
        halves.addWidget(self.pages)
        halves.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 18, 18, 14)
        whole.setSpacing(14)
        whole.addLayout(halves, 1)
        whole.addWidget(buttons)

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._settings

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        if name in self._names:
            self.pages.setCurrentRow(self._names.index(name))

    def take(self, settings: Settings) -> None:
        """Build on settings that were changed elsewhere, such as on the page of translation."""
        self._settings = settings

    def _change(self, settings: Settings) -> None:
        if settings != self._settings:
            self._settings = settings
            self._show_sample()
            self._show_pictures()
            self.changed.emit(settings)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours that the window has taken, whether the user chose them here or the system changed its own."""
        self._theme = theme
        self._draw_pictures(theme)
        self._draw_sample(theme)

    def _show_pictures(self) -> None:
        """The pictures of the pages, in the colours chosen."""
        self._draw_pictures(theme_for(self._settings, self._theme.dark))

    def _draw_pictures(self, theme: Theme) -> None:
        pictures = {name: picture for name, _, picture in PAGES}
        for n, name in enumerate(self._names):
            self.pages.item(n).setIcon(icon(pictures[name], theme))

    def _appearance(self) -> QWidget:
        page, form = _form()
        self.theme = QComboBox()
        for code, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ):
            self.theme.addItem(text, code)
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._settings.theme)))
        self.theme.currentIndexChanged.connect(lambda _: self._change(replace(self._settings, theme=str(self.theme.currentData()))))
        self.colour_blind = QCheckBox(self.tr("&Colours that stay apart without red-green sight"))
        self.colour_blind.setChecked(self._settings.colour_blind)
        self.colour_blind.toggled.connect(lambda on: self._change(replace(self._settings, colour_blind=on)))
        self.language = QComboBox()
        for code, text in (("", self.tr("As the system")), ("en", "English"), ("fr", "Français")):
            self.language.addItem(text, code)
        self.language.setCurrentIndex(max(0, self.language.findData(self._settings.language)))
        self.language.currentIndexChanged.connect(lambda _: self._change_language())
        self._restart = QLabel(self.tr("The window speaks the new language as soon as you close the preferences."))
        self._restart.setProperty("role", "muted")
        self._restart.setWordWrap(True)
        self._restart.hide()
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow("", self.colour_blind)
        form.addRow("", self._sample())
        form.addRow(self.tr("&Language"), self.language)
        form.addRow("", self._restart)
        return page

    def _sample(self) -> QWidget:
        """The signs of all verdicts, in the colours chosen."""
        sample = QFrame()
        sample.setProperty("role", "card")
        line = QVBoxLayout(sample)
        line.setContentsMargins(14, 10, 14, 10)
        line.setSpacing(6)
        self._samples: dict[Verdict, tuple[QLabel, QLabel]] = {}
        for verdict in Verdict:
            mark, name = QLabel(), QLabel(verdict_label(verdict, window_language()))
            self._samples[verdict] = mark, name
            pair = QHBoxLayout()
            pair.setSpacing(8)
            pair.addWidget(mark)
            pair.addWidget(name, 1)
            line.addLayout(pair)
        self._show_sample()
        return sample

    def _show_sample(self) -> None:
        self._draw_sample(theme_for(self._settings, self._theme.dark))

    def _draw_sample(self, theme: Theme) -> None:
        for verdict, (mark, name) in self._samples.items():
            mark.setPixmap(mark_pixmap(verdict, theme, 18, self.devicePixelRatioF()))
            name.setStyleSheet(f"color: {theme.text}; background: {theme.wash(verdict)}; border-radius: 3px; padding: 2px 6px;")

    def _change_language(self) -> None:
        self._restart.setVisible(self.language.currentData() != self._settings.language)
        self._change(replace(self._settings, language=str(self.language.currentData())))

    def _reading(self) -> QWidget:
        page, form = _form()
        self.font_family = QComboBox()
        self.font_family.addItem(self.tr("Best of those installed (%1)").replace("%1", _best_font()), "")
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.Latin):
            if not QFontDatabase.isPrivateFamily(family) and QFontDatabase.isSmoothlyScalable(family):
                self.font_family.addItem(family, family)
        self.font_family.setCurrentIndex(max(0, self.font_family.findData(self._settings.reading_font)))
        self.font_family.currentIndexChanged.connect(
            lambda _: self._change(replace(self._settings, reading_font=str(self.font_family.currentData())))
        )
        self.size_field = QDoubleSpinBox(minimum=7, maximum=32, singleStep=0.5, decimals=1, suffix=self.tr(" pt"))
        self.size_field.setValue(self._settings.reading_size)
        self.size_field.valueChanged.connect(lambda size: self._change(replace(self._settings, reading_size=size)))
        self.spacing = QSpinBox(minimum=100, maximum=220, singleStep=4, suffix=self.tr(" %"))
        self.spacing.setValue(self._settings.line_spacing)
        self.spacing.valueChanged.connect(lambda percent: self._change(replace(self._settings, line_spacing=percent)))
        form.addRow(self.tr("Type&face"), self.font_family)
        form.addRow(self.tr("&Size"), self.size_field)
        form.addRow(self.tr("&Line spacing"), self.spacing)
        for field, text in (
            ("follow", self.tr("Scroll articles &together")),
            ("show_noise", self.tr("Show page &noise in grey")),
        ):
            form.addRow("", self._switch(field, text))
        return page

    def _switch(self, field: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(bool(getattr(self._settings, field)))
        changes = {
            "follow": lambda on: replace(self._settings, follow=on),
            "show_noise": lambda on: replace(self._settings, show_noise=on),
            "show_agreements": lambda on: replace(self._settings, show_agreements=on),
            "allow_private_pages": lambda on: replace(self._settings, allow_private_pages=on),
        }
        box.toggled.connect(lambda on: self._change(changes[field](on)))
        return box

    def _comparison(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QLabel(self.tr("Compare"))
        head.setProperty("role", "heading")
        column.addWidget(head)
        self.kinds = {kind: QCheckBox(kind_label(kind, window_language())) for kind in FACT_KINDS}
        for kind, box in self.kinds.items():
            box.setChecked(kind in self._settings.kinds)
            box.toggled.connect(self._change_kinds)
            column.addWidget(box)
        column.addSpacing(10)
        column.addWidget(self._switch("show_agreements", self.tr("&Mark in the texts what articles agree on")))
        private = self._switch("allow_private_pages", self.tr("Fetch pages of the &local network too"))
        private.setToolTip(self.tr("Off, an address cannot be used to reach machines of your own network"))
        column.addWidget(private)
        column.addStretch(1)
        return page

    def _change_kinds(self) -> None:
        self._change(replace(self._settings, kinds=tuple(kind for kind, box in self.kinds.items() if box.isChecked())))


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(10)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return page, form


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(page)
    return area


def _best_font() -> str:
    installed = {family.partition(" [")[0] for family in QFontDatabase.families()}  # a face of two foundries is called "C059 [urw]"
    return next((family for family in reading_font().families() if family in installed), "serif")
