"""A goal's five parts as one text, each piece with its place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mentorcrm.core.goals.rows import GoalDetail
from mentorcrm.core.i18n import _
from mentorcrm.core.text import fold

_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one part says: ``shown`` is the user's own words within ``text``.

    ``start`` is where ``text`` begins in the whole, ``offset`` where ``shown`` does in ``text``.
    """

    field: str
    text: str
    shown: str
    start: int = 0

    @property
    def offset(self) -> int:
        """Return where the user's own words begin in the piece."""
        return max(0, self.text.find(self.shown))


def pieces(detail: GoalDetail) -> tuple[Piece, ...]:
    """Return what the five parts say, in the order in which it reads well."""
    found = [
        _piece("specific", detail.specific, detail.specific),
        _piece("metric", _measure(detail), detail.metric),
        _piece("due_on", _by(detail.due_on), ""),
        _piece("achievable", detail.achievable, detail.achievable),
        _piece("relevant", detail.relevant, detail.relevant),
    ]
    return _placed([piece for piece in found if piece.text])


def as_text(detail: GoalDetail) -> str:
    """Return the five parts as one text."""
    return _GAP.join(piece.text for piece in pieces(detail))


def completed(detail: GoalDetail, said: Collection[str] = ()) -> str:
    """Return the user's own words and, after them, what only the parts say.

    A part named in ``said`` counts as said already, as does one whose words stand there.
    Nothing that was written is ever taken away.
    """
    own = fold(detail.statement)
    missing = [
        piece.text
        for piece in pieces(detail)
        if piece.field not in said and fold(piece.shown or piece.text).rstrip(_ENDS) not in own
    ]
    begun = detail.statement.rstrip()
    return _GAP.join([begun, *missing] if begun else missing)


def day_words(day: date) -> str:
    """Return a date as a sentence has it, such as "30 June 2027"."""
    return _("{day} {month} {year}").format(
        day=day.day, month=_months()[day.month - 1], year=day.year
    )


def month_words(day: date) -> str:
    """Return the month of a day, such as "June 2027"."""
    return _("{month} {year}").format(month=_months()[day.month - 1], year=day.year)


_GAP = " "


def _piece(field: str, text: str, shown: str) -> Piece:
    text = text.strip()
    if text and text[-1] not in _ENDS:
        text += "."
    return Piece(field, text, shown.strip())


def _placed(found: list[Piece]) -> tuple[Piece, ...]:
    start, placed = 0, []
    for piece in found:
        placed.append(Piece(piece.field, piece.text, piece.shown, start))
        start += len(piece.text) + len(_GAP)
    return tuple(placed)


def _measure(detail: GoalDetail) -> str:
    metric, unit = detail.metric.strip(), detail.unit.strip()
    if detail.target_value is None:
        return metric
    target = f"{detail.target_value:g} {unit}".strip()
    if not metric:
        return _("How I will see it: {target}").format(target=target)
    if detail.start_value is None:
        return _("How I will see it: {metric}, {target}").format(metric=metric, target=target)
    return _("How I will see it: {metric}, from {start} to {target}").format(
        metric=metric, start=f"{detail.start_value:g}", target=target
    )


def _by(day: date | None) -> str:
    return "" if day is None else _("By {date}").format(date=day_words(day))


def _months() -> tuple[str, ...]:
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
