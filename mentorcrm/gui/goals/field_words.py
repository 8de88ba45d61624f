"""What the fields of a goal are called in the names of steps."""

from __future__ import annotations

from mentorcrm.core.i18n import _


def edit_label(title: str, field: str) -> str:
    """Return the name of the step that edits a field."""
    return _("Edit goal {title}: {field}").format(title=title, field=_field_words()[field])


def _field_words() -> dict[str, str]:
    return {
        "title": _("title"),
        "statement": _("text"),
        "specific": _("specific"),
        "metric": _("measure"),
        "unit": _("unit"),
        "start_value": _("start"),
        "target_value": _("target"),
        "achievable": _("achievable"),
        "relevant": _("relevant"),
        "due_on": _("date"),
        "status": _("status"),
        "hue": _("colour"),
    }
