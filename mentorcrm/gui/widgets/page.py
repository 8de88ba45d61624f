"""Parts of a page: its header, a form with aligned labels, and a scrolling column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.gui.widgets.labels import plain_label

MARGIN = 16
GAP = 12


class Form(QFormLayout):
    """Labels of one width on the left, fields on the right; fields are named by their label."""

    def __init__(self, parent: QWidget | None = None, *, label_chars: int = 0) -> None:
        """Lay out a form; ``label_chars`` lets several forms below each other line up."""
        super().__init__(parent)
        self._label_chars = label_chars
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(GAP)
        self.setVerticalSpacing(10)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, text: str, field: QWidget, hint: str = "") -> QLabel:
        """Add ``field`` labelled ``text`` (``&`` marks its access key), a hint below it."""
        label = plain_label(text)
        if isinstance(field, QComboBox):
            shrinkable(field)
        label.setBuddy(field)
        label.setMinimumWidth(label.fontMetrics().averageCharWidth() * self._label_chars)
        label.setMinimumHeight(field.sizeHint().height() if field.sizeHint().height() < 60 else 0)
        if not field.accessibleName():
            field.setAccessibleName(text.replace("&", "").rstrip(":"))
        if hint:
            # Qt sets a label a little lower beside a tall row, unless its height is fixed.
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box = QVBoxLayout()
            box.setSpacing(2)
            box.addWidget(field)
            note = plain_label(hint, "caption")
            note.setWordWrap(True)
            box.addWidget(note)
            self.addRow(label, box)
        else:
            self.addRow(label, field)
        return label


def shrinkable(box: QComboBox) -> None:
    """Let ``box`` be narrower than its longest entry, which would widen the whole pane."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)


class Column(QScrollArea):
    """A column of widgets that scrolls when the window is low; ``body`` is its layout."""

    def __init__(self, name: str, margin: int = MARGIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.inner = QWidget()
        self.inner.setProperty("role", "page")
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(GAP)
        self.setWidget(self.inner)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def card(parent: QWidget | None = None) -> tuple[QFrame, QVBoxLayout]:
    """Return a framed surface and the layout inside it."""
    frame = QFrame(parent)
    frame.setProperty("role", "card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    layout.setSpacing(GAP)
    return frame, layout
