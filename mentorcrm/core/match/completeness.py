"""Whether a description says enough to rely on a match with it."""

from __future__ import annotations

from collections.abc import Mapping

from mentorcrm.core.job_descriptions.sections import written_sections


def completeness(sections: Mapping[str, str]) -> tuple[int, bool]:
    """Return how complete a description is, in per cent, and whether that is too little.

    Sections that are still the untouched template say nothing.
    """
    # Late: only the match itself asks, and always on a worker; the board's order does not.
    from mentorcrm.core.coach.descriptions.description import check_sections  # noqa: PLC0415

    written = written_sections(dict(sections))
    verdict = check_sections({name: sections[name] for name in written})
    return verdict.completeness, verdict.provisional
