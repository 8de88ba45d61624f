"""The one style sheet, made from tokens. Cards and rows are painted by delegates, not here.

Lengths that follow the text size are given in ``em``-like pixels computed from the font.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from mentorcrm.gui.theme.tokens import Tokens

_INPUTS = (
    "QLineEdit",
    "QTextEdit",
    "QPlainTextEdit",
    "QTextBrowser",
    "QComboBox",
    "QDateEdit",
    "QTimeEdit",
    "QDateTimeEdit",
    "QSpinBox",
    "QDoubleSpinBox",
)

_RULES = """
QMainWindow, QDialog {{ background: {window}; }}
QMenuBar {{ background: {window}; color: {text}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {selection}; color: {on_selection}; }}
QToolBar {{ background: {window}; border: none; border-bottom: {line}px solid {border};
  padding: 6px 12px; spacing: 6px; }}
QStatusBar {{ background: {window}; border-top: {line}px solid {border}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QToolButton {{ padding: 0; border-width: 1px; }}
QStatusBar QLabel {{ color: {muted}; padding: 2px 6px; }}
QPushButton, QToolButton[framed="true"] {{ background: {surface}; color: {text};
  border: {line}px solid {control}; border-radius: 6px; padding: 5px 12px; min-height: {row}px; }}
QPushButton:hover, QToolButton[framed="true"]:hover {{ background: {column}; }}
QPushButton:pressed, QPushButton:checked {{ background: {selection}; color: {on_selection}; }}
QPushButton:default, QPushButton[primary="true"] {{ background: {accent}; color: {on_accent};
  border-color: {accent}; font-weight: 600; }}
QPushButton:default:hover, QPushButton[primary="true"]:hover {{ background: {accent_hover};
  border-color: {accent_hover}; }}
QPushButton[danger="true"] {{ color: {danger}; border-color: {danger}; }}
QPushButton:disabled {{ color: {control}; border-color: {border}; background: {window};
  font-weight: normal; }}
QPushButton[flat="true"] {{ background: transparent; border-color: transparent; color: {accent}; }}
QPushButton[dropdown="true"] {{ padding: 5px 22px 5px 8px; }}
QPushButton[dropdown="true"]:focus {{
  padding: {focus_y}px {dropdown_focus}px {focus_y}px {input_focus_x}px; }}
QPushButton[flat="true"]:hover {{ background: {column}; }}
QPushButton[role="line"] {{ text-align: left; padding: 2px; min-height: 0; }}
QPushButton[role="line"]:focus {{ padding: 1px; }}
QFrame[role="segments"] {{ background: {column}; border: {line}px solid {border};
  border-radius: 8px; }}
QPushButton[segment="true"] {{ background: transparent; color: {muted};
  border: {line}px solid transparent; padding: 3px 12px; }}
QPushButton[segment="true"]:hover {{ color: {text}; }}
QPushButton[segment="true"]:checked {{ background: {surface}; color: {text};
  border-color: {control}; font-weight: 600; }}
QPushButton[segment="true"]:focus {{ border: 2px solid {accent}; padding: 2px 11px; }}
QPushButton[role="goal"] {{ background: {column}; border-color: {border}; border-radius: 9px;
  padding: 1px 8px; min-height: 0; font-size: {caption}pt; }}
QPushButton[role="goal"]:focus {{ padding: 0 7px; }}
QPushButton[role="saw"] {{ text-align: left; padding: 1px 2px; min-height: 0; border-width: 1px;
  font-size: {caption}pt; color: {muted}; }}
QPushButton[role="saw"]:hover {{ color: {accent}; }}
QPushButton[role="saw"]:disabled {{ color: {muted}; background: transparent; }}
QPushButton[role="saw"]:focus {{ padding: 0 1px; }}
QPushButton[flat="true"]:disabled {{ color: {control}; }}
QPushButton:focus, QToolButton[framed="true"]:focus {{ outline: none; border: 2px solid {accent};
  padding: {focus_y}px {focus_x}px; }}
QPushButton:default:focus, QPushButton[primary="true"]:focus {{ border: 2px solid {text}; }}
QPushButton::menu-indicator {{ image: url({chevron}); width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
  padding: 4px; color: {text}; }}
QToolButton:hover {{ background: {column}; }}
QToolButton:pressed, QToolButton:checked {{ background: {selection}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QFrame[role="column"] QToolButton {{ padding: 2px; }}
QToolBar QToolButton {{ padding: 5px 7px; }}
{inputs} {{ background: {surface}; color: {text}; border: {line}px solid {control};
  border-radius: 6px; padding: 4px 8px; selection-background-color: {accent};
  selection-color: {on_accent}; placeholder-text-color: {faint}; min-height: {row}px; }}
{inputs_focus} {{ border: 2px solid {accent}; padding: {input_focus_y}px {input_focus_x}px; }}
{inputs_disabled} {{ color: {faint}; border-color: {border}; background: {window}; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border-color: {danger}; }}
QTextEdit, QPlainTextEdit, QTextBrowser {{ min-height: 0; }}
QLineEdit[role="title"] {{ font-size: {h1}pt; font-weight: 600; min-height: {title}px;
  background: transparent;
  border-color: transparent; padding-left: 4px; }}
QLineEdit[role="title"]:hover {{ border-color: {border}; }}
QLineEdit[role="title"]:focus {{ border-color: {accent}; background: {surface};
  padding-left: 3px; }}
QTextBrowser[reading="true"] {{ border: none; background: transparent; padding: 0; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down, QTimeEdit::drop-down {{
  border: none; width: 22px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ background: {surface}; border: {line}px solid {control};
  border-radius: 0;
  selection-background-color: {selection}; selection-color: {on_selection}; padding: 4px;
  outline: 0; }}
QListView[role="offers"] {{ border: {line}px solid {control}; border-radius: 0; padding: 0 4px; }}
QListView[role="offers"]::item {{ min-height: {row}px; padding: 3px 4px; border-radius: 4px; }}
QListView[role="offers"]::item:selected {{ background: {selection}; color: {on_selection}; }}
QComboBox QAbstractItemView::item {{ min-height: {row}px; padding: 3px 4px; border-radius: 4px; }}
QComboBox QAbstractItemView::item:selected {{ background: {selection}; color: {on_selection}; }}
QAbstractSpinBox QLineEdit {{ border: none; padding: 0 4px; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 18px; }}
QAbstractSpinBox::up-arrow {{ image: url({chevron_up}); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url({chevron}); width: 10px; height: 10px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{ image: url({chevron});
  width: 14px; height: 14px; }}
QProgressBar {{ background: {column}; border: {progress_border}; border-radius: 4px;
  min-height: 8px; max-height: 8px; color: transparent; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}
QMessageBox QLabel {{ min-width: {question}px; }}
QMessageBox QLabel#qt_msgbox_label {{ font-size: {lead}pt; font-weight: 600; }}
QTabBar {{ qproperty-drawBase: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 8px 4px; margin-right: 18px;
  border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; font-weight: 600; }}
QTabBar::tab:hover, QTabBar::tab:focus {{ color: {accent}; }}
QTabWidget[role="detail"]::tab-bar {{ left: 14px; }}
QTabWidget::pane {{ border: none; border-top: {line}px solid {border}; }}
QFrame[role="column"] {{ background: {column}; border: {frame} {border}; border-radius: 10px; }}
QFrame[role="column"][active="true"] {{ border: 2px solid {accent}; }}
QFrame[role="card"] {{ background: {surface}; border: {line}px solid {border};
  border-radius: 8px; }}
QFrame[role="chip"] {{ background: {column}; border: {line}px solid {border};
  border-radius: 9px; }}
QFrame[role="chip"] QToolButton {{ padding: 1px; border-width: 1px; border-radius: 8px; }}
QFrame[role="popup"] {{ background: {surface}; border: {line}px solid {control};
  border-radius: 12px; }}
QFrame[role="due"] {{ background: {surface}; border: {line}px solid {border};
  border-radius: 8px; }}
QFrame[role="due"]:hover {{ background: {window}; }}
QFrame[role="due"]:focus {{ border: 2px solid {accent}; }}
QFrame[role="rule"] {{ background: {border}; border: none; min-height: {line}px;
  max-height: {line}px; }}
QFrame[role="message"] {{ background: {selection}; border: {line}px solid {accent};
  border-radius: 8px; }}
QFrame[role="message"] QLabel {{ color: {on_selection}; }}
QFrame[role="message"] QPushButton[flat="true"] {{ color: {on_selection}; font-weight: 600; }}
QFrame[role="message"] QPushButton[flat="true"]:hover {{ background: {surface}; color: {accent}; }}
QFrame[role="message"][tone="error"] {{ background: {surface}; border-color: {danger}; }}
QFrame[role="message"][tone="error"] QLabel {{ color: {text}; }}
QFrame[role="message"][tone="error"] QPushButton[flat="true"] {{ color: {accent}; }}
QWidget[role="pane"] {{ background: {surface}; border-left: {line}px solid {border}; }}
QListView, QTreeView, QTableView {{ background: {surface}; border: {line}px solid {border};
  border-radius: 8px; outline: 0; gridline-color: {border}; selection-background-color: {selection};
  selection-color: {on_selection}; alternate-background-color: {window}; }}
QListView:focus, QTreeView:focus, QTableView:focus {{ border-color: {accent}; }}
QListView[role="bare"], QTableView[role="bare"], QTreeView[role="bare"] {{ background: transparent;
  border: none; border-radius: 0; }}
QListView[role="nav"] {{ background: {window}; border: none; border-radius: 0;
  border-right: {line}px solid {border}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {muted}; border: none;
  border-bottom: {line}px solid {border}; padding: 7px 10px; font-weight: 600; }}
QHeaderView::section:hover {{ color: {text}; }}
QHeaderView::down-arrow {{ image: url({chevron}); width: 12px; height: 12px; }}
QHeaderView::up-arrow {{ image: url({chevron_up}); width: 12px; height: 12px; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:focus, QSplitter::handle:hover {{ background: {accent}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QScrollBar::handle {{ background: {control}; border-radius: 3px; min-height: 32px;
  min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLabel[role="h1"] {{ font-size: {h1}pt; font-weight: 600; }}
QLabel[role="h2"] {{ font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {lead}pt; font-weight: 600; }}
QLabel[role="number"] {{ font-size: {number}pt; font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="caption"] {{ color: {muted}; font-size: {caption}pt; }}
QLabel[role="hint"] {{ color: {asked}; font-size: {caption}pt; }}
QLabel[role="warning"] {{ color: {asked}; }}
QLabel[role="danger"] {{ color: {danger}; }}
QLabel[role="link"] {{ color: {accent}; }}
QLabel[role="badge"] {{ background: {accent}; color: {on_accent}; border-radius: 8px;
  padding: 0 5px; font-size: {caption}pt; font-weight: 600; }}
QLabel[role="pill"] {{ background: {column}; color: {muted}; border: {frame} {border};
  border-radius: 6px; padding: 1px 8px; font-size: {caption}pt; }}
QToolTip {{ background: {text}; color: {surface}; border: none; padding: 4px 6px; }}
QCheckBox, QRadioButton {{ spacing: 8px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 16px;
  height: 16px; border: {line}px solid {control}; background: {surface}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {accent};
  border-color: {accent}; image: url({check}); }}
QRadioButton::indicator:checked {{ border: 5px solid {accent}; width: 8px; height: 8px;
  background: {on_accent}; }}
QGroupBox {{ border: none; margin-top: {group}px; padding-top: 4px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
QMenu {{ background: {surface}; color: {text}; border: {line}px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {on_selection}; }}
QMenu::item:disabled {{ color: {control}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {surface}; }}
QCalendarWidget[framed="true"] {{ background: {surface}; border: {line}px solid {control}; }}
QCalendarWidget QToolButton {{ color: {text}; font-weight: 600; padding: 4px 8px; }}
QCalendarWidget QAbstractItemView {{ border: none; border-radius: 0; padding: 0; }}
"""


def style_sheet(
    tokens: Tokens, point_size: float, line_height: int, images: dict[str, Path]
) -> str:
    """Return the style sheet for ``tokens`` with text of ``point_size``."""
    line = tokens.border_width
    thin = 2 - line
    return _RULES.format(
        **asdict(tokens),
        **{name: path.as_posix() for name, path in images.items()},
        inputs=", ".join(_INPUTS),
        inputs_focus=", ".join(f"{name}:focus" for name in _INPUTS),
        inputs_disabled=", ".join(f"{name}:disabled" for name in _INPUTS),
        line=line,
        frame=f"{line}px solid" if line > 1 else "0px solid",
        progress_border=f"{line}px solid {tokens.border}" if line > 1 else "none",
        dropdown_focus=22 - thin,
        focus_y=5 - thin,
        focus_x=12 - thin,
        input_focus_y=4 - thin,
        input_focus_x=8 - thin,
        row=max(18, line_height),
        title=round(line_height * 1.5) + 2,
        group=line_height + 6,
        h1=round(point_size * 1.5, 1),
        question=22 * line_height,
        lead=round(point_size * 1.25, 1),
        number=round(point_size * 2, 1),
        caption=round(point_size * 0.9, 1),
    )
