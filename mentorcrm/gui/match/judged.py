"""How the match is judged, in the user's words; the figures are those that are used."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSizePolicy, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.match.levels import percent
from mentorcrm.gui.widgets.labels import plain_label

_CHARS = 84


class JudgedDialog(QDialog):
    """Say what counts and how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How this is judged"))
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(4)
        for heading, text in paragraphs():
            title = plain_label(heading, "h2")
            title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            body.addWidget(title)
            label = plain_label(text)
            label.setWordWrap(True)
            body.addWidget(label)
            body.addSpacing(6)
        body.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        body.addWidget(buttons)
        width = self.fontMetrics().averageCharWidth() * _CHARS
        self.setMinimumWidth(width)
        self.resize(width, body.heightForWidth(width))


def paragraphs() -> list[tuple[str, str]]:
    """Return heading and text of each part of the explanation."""
    return [
        (
            _("What a person covers"),
            _(
                "The words of a need, of what would be different and of its obstacle are looked "
                "for in your notes, the timeline, tags and positions; words that mean the same "
                "meet. Your own word counts before all of it."
            ),
        ),
        (_("How much one piece of evidence can show"), _pieces()),
        (
            _("Why a title is only a hint"),
            _(
                "What people have lived through and care about says more about a good mentor "
                "than what they are called. A title alone never covers a need."
            ),
        ),
        (_("What the fit is the sum of"), _parts()),
        (
            _("What it is not"),
            _(
                "No one else sees it, and it is no verdict on anybody. It is as good as your "
                "notes: whoever you know little about comes out low."
            ),
        ),
    ]


def _pieces() -> str:
    most = core.match.CEILING
    lines = (
        (_("a note or an entry of the timeline"), "notes"),
        (_("a tag"), "tag"),
        (_("how you met"), "how_met"),
        (_("what you wrote to them"), "written"),
        (_("a position"), "position"),
    )
    shown = [_("{what} {share}").format(what=w, share=percent(most[key])) for w, key in lines]
    return _("{list}. From 60 % a need is covered well, from 30 % partly.").format(
        list=", ".join(shown)
    )


def _parts() -> str:
    labels = core.match.component_labels()
    shown = [
        _("{what} {share}").format(what=labels[kind], share=percent(weight))
        for kind, weight in core.match.COMPONENTS.items()
    ]
    return _(
        "{list}. A must counts three times a nice-to-have, and needs of the biggest obstacles "
        "count more. What your goal has no words for falls out for everybody."
    ).format(list=", ".join(shown))
