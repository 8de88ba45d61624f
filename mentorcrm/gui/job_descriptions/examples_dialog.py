"""Choose a start: an example to adapt, or an outline with sentences to finish."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.list_card import (
    GAP,
    PADDING,
    card_box,
    card_fonts,
    draw_line,
    fill_card,
    outline_card,
)
from mentorcrm.gui.widgets.markdown_editor import MarkdownView
from mentorcrm.gui.widgets.page import Column, card

Index = QModelIndex | QPersistentModelIndex


class StartDialog(QDialog):
    """Read the examples, and begin from one of them or from the outline."""

    example_chosen = Signal(str)
    """The name of the example to begin from."""
    outline_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Starting points"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListView()
        self.list.setAccessibleName(_("Examples"))
        self.list.setModel(_Examples(self.list))
        self.list.setProperty("role", "bare")
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = MarkdownView(_("Example"), growing=True, headings=True)
        self.outline_button = QPushButton(_("Start with an empty outline"))
        self.cancel_button = QPushButton(_("Cancel"))
        self.begin_button = QPushButton(_("Begin from this example"))
        self.begin_button.setProperty("primary", True)
        self.begin_button.setDefault(True)
        for button in (self.outline_button, self.cancel_button):
            button.setAutoDefault(False)
        self.begin_button.clicked.connect(self._begin)
        self.outline_button.clicked.connect(self._take_outline)
        self.cancel_button.clicked.connect(self.reject)
        self.list.activated.connect(lambda _index: self._begin())
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        char = self.fontMetrics().averageCharWidth()
        room = self.screen().availableGeometry().size()
        self.resize(min(char * 128, room.width() - 48), min(char * 92, room.height() - 64))

    def _show(self, current: QModelIndex) -> None:
        example = core.job_descriptions.examples()[current.row()]
        titles = core.job_descriptions.section_titles()
        parts = [f"# {example.title}", f"*{example.writer}*"]
        parts += [f"## {titles[name]}\n\n{text}" for name, text in example.sections.items()]
        self.text.show_markdown("\n\n".join(parts))
        self._column.verticalScrollBar().setValue(0)

    def _begin(self) -> None:
        example = core.job_descriptions.examples()[self.list.currentIndex().row()]
        self.accept()
        self.example_chosen.emit(example.name)

    def _take_outline(self) -> None:
        self.accept()
        self.outline_chosen.emit()

    def _lay_out(self) -> None:
        lead = plain_label(
            _(
                "People who do not exist describe the mentor they look for. Begin from the one "
                "that is nearest to you: each section counts as yours once you change it."
            ),
            "muted",
        )
        lead.setWordWrap(True)
        self._column = Column(_("Example"))
        self._column.body.addWidget(self.text)
        self._column.body.addStretch(1)
        self.list.setFixedWidth(self.fontMetrics().averageCharWidth() * 32)
        frame, inside = card()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._column)
        split = QHBoxLayout()
        split.setSpacing(12)
        split.addWidget(self.list)
        split.addWidget(frame, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.outline_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.begin_button)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(plain_label(_("Starting points"), "h1"))
        body.addWidget(lead)
        body.addLayout(split, 1)
        body.addLayout(buttons)


class _Examples(QAbstractListModel):
    """The kinds of the examples."""

    def rowCount(self, parent: Index | None = None) -> int:
        valid = parent is not None and parent.isValid()
        return 0 if valid else len(core.job_descriptions.examples())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        example = core.job_descriptions.examples()[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return example.kind
        if role == Qt.ItemDataRole.UserRole:
            return example.writer.partition(",")[0]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{example.kind}: {example.title}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paint one example as a card: what it is about, and who wrote it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        bold, small = card_fonts(option.font)
        lines = QFontMetrics(bold).height() + QFontMetrics(small).height()
        return QSize(160, lines + 4 + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = card_box(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        outline_card(painter, fill_card(painter, box, option.state), option.state)
        inside = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        bold, small = card_fonts(option.font)
        top = inside.top()
        for text, font, token in (
            (index.data(), bold, "on_selection" if selected else "text"),
            (index.data(Qt.ItemDataRole.UserRole), small, "on_selection" if selected else "muted"),
        ):
            height = QFontMetrics(font).height()
            draw_line(painter, QRect(inside.left(), top, inside.width(), height), text, font, token)
            top += height + 4
        painter.restore()
