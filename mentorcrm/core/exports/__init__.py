"""Exports: one writer per format, all from the same neutral records."""

from __future__ import annotations

from mentorcrm.core.exports.delimited import read_back
from mentorcrm.core.exports.neutral import escape, unescape
from mentorcrm.core.exports.records import (
    CandidateRecord,
    ContactRecord,
    Record,
    candidate_records,
    contact_records,
)
from mentorcrm.core.exports.run import (
    FORMATS,
    WHATS,
    Exported,
    Format,
    chosen_ids,
    export,
    format_of,
    proposed_name,
    records,
    shown_ids,
    write,
)
from mentorcrm.core.exports.target import safe_file_name

__all__ = [
    "FORMATS",
    "WHATS",
    "CandidateRecord",
    "ContactRecord",
    "Exported",
    "Format",
    "Record",
    "candidate_records",
    "chosen_ids",
    "contact_records",
    "escape",
    "export",
    "format_of",
    "proposed_name",
    "read_back",
    "records",
    "safe_file_name",
    "shown_ids",
    "unescape",
    "write",
]
