"""A line chart for eye, keyboard and screen reader: a picture, its legend, and a table of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons, theme
from mentorcrm.gui.widgets.chart_legend import ChartLegend
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label
from mentorcrm.gui.widgets.line_chart_plot import ChartData, Plot, Ticks, is_loaded

_LINES = 15
_NEAR = 18


class LineChart(QWidget):
    """Show ``ChartData``; Left and Right walk the points, and the menu shows a table.

    The picture needs a library that takes long to import. When it is first in sight
    ``library_wanted`` is told; whoever hears it imports it and calls ``library_loaded``.
    """

    library_wanted = Signal()
    announced = Signal(str)
    """What the point says that was walked to."""

    def __init__(self, name: str, x_ticks: Ticks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._x_ticks = x_ticks
        self._data: ChartData | None = None
        self._current: int | None = None
        self._plot: Plot | None = None
        self._wanted = False
        self.legend = ChartLegend()
        self.placeholder = plain_label(_("Drawing the picture…"), "muted")
        self.placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = _table(name)
        self.words = ElidedLabel("", "caption")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.table)
        self._stack.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.legend)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.words)
        theme.watch().changed.connect(self._draw)

    def show_data(self, data: ChartData, description: str) -> None:
        """Show ``data``; ``description`` says the same to who cannot see it."""
        self.setAccessibleDescription(description)
        if data == self._data:
            return
        self._data = data
        self._current = None
        self.words.setText("")
        self.legend.show_data(data)
        _fill(self.table, data)
        self._draw()

    def library_loaded(self) -> None:
        """Draw the picture, now that it can be."""
        if self._plot is None:
            self._plot = Plot(self, self._x_ticks)
            self._stack.addWidget(self._plot.widget)
            if not self.is_table:
                self._stack.setCurrentWidget(self._plot.widget)
            self._draw()

    @property
    def is_drawn(self) -> bool:
        """Tell whether the picture is there."""
        return self._plot is not None

    @property
    def is_table(self) -> bool:
        """Tell whether the table is shown in the place of the picture."""
        return self._stack.currentWidget() is self.table

    def set_table(self, shown: bool) -> None:
        """Show the numbers as a table, or as the picture."""
        picture = self._plot.widget if self._plot is not None else self.placeholder
        had_focus = self.hasFocus() or self.table.hasFocus()
        self._stack.setCurrentWidget(self.table if shown else picture)
        self._stack.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not shown)
        self.legend.setVisible(not shown)
        self._go_to(None)
        if had_focus:
            (self.table if shown else self).setFocus()

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        picture = self.grab()
        QGuiApplication.clipboard().setPixmap(picture)

    def menu(self) -> QMenu:
        """Return what can be done with the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table = menu.addAction(icons.icon("table", "muted"), _("Show as table"))
        table.setCheckable(True)
        table.setChecked(self.is_table)
        table.triggered.connect(self.set_table)
        copy = menu.addAction(icons.icon("copy", "muted"), _("Copy picture"))
        copy.setEnabled(self.is_drawn and not self.is_table)
        copy.triggered.connect(self.copy_picture)
        return menu

    def walk(self, to: int) -> None:
        """Go to a point and say it; beyond the ends it stays at the end."""
        if self._data is None or not self._data.points:
            return
        self._go_to(min(max(0, to), len(self._data.points) - 1))
        text = self.words.full_text()
        self.announced.emit(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _go_to(self, place: int | None) -> None:
        self._current = place
        points = self._data.points if self._data is not None else ()
        point = None if place is None else points[place]
        self.words.setText("" if point is None else point.words)
        if self._plot is not None:
            self._plot.show_current(None if point is None else (point.x, point.y))

    def _draw(self) -> None:
        if self._plot is not None and self._data is not None:
            font = QFont(self.font())
            font.setPointSizeF(font.pointSizeF() * 0.9)
            self._plot.draw(self._data, font)
            self._go_to(self._current)

    def sizeHint(self) -> QSize:
        letters = self.fontMetrics()
        return QSize(letters.averageCharWidth() * 60, letters.height() * _LINES)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._plot is None and not self._wanted:
            self._wanted = True
            QTimer.singleShot(0, self, self._ask_for_library)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def _ask_for_library(self) -> None:
        if is_loaded():
            self.library_loaded()
        else:
            self.library_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._draw)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange):
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        number = len(self._data.points) if self._data is not None else 0
        if event.key() == Qt.Key.Key_Home:
            self.walk(0)
        elif event.key() == Qt.Key.Key_End:
            self.walk(number - 1)
        elif step is not None:
            step = -step if self.isRightToLeft() else step
            begin = number if step < 0 else -1
            self.walk((begin if self._current is None else self._current) + step)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._plot is None or self._data is None or self.is_table:
            return
        at = self._plot.widget.mapFrom(self, event.position().toPoint())
        far = [
            (self._plot.on_widget((point.x, point.y)) - at).manhattanLength()
            for point in self._data.points
        ]
        nearest = min(range(len(far)), key=far.__getitem__, default=None)
        if nearest is not None and far[nearest] <= _NEAR:
            self._go_to(nearest)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())
        event.accept()


def _table(name: str) -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(_("{name}, as a table").format(name=name))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(start)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _fill(table: QTableWidget, data: ChartData) -> None:
    table.clear()
    table.setColumnCount(len(data.header))
    table.setHorizontalHeaderLabels(list(data.header))
    table.setRowCount(len(data.rows))
    for row, words in enumerate(data.rows):
        for column, text in enumerate(words):
            table.setItem(row, column, QTableWidgetItem(text))
