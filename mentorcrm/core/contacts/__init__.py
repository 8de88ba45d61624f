"""People: adding, changing, finding and setting them aside."""

from __future__ import annotations

from mentorcrm.core.contacts.aside import (
    TRASH_DAYS,
    archive,
    erase,
    expired,
    purge_trash,
    restore,
    trash,
    unarchive,
)
from mentorcrm.core.contacts.channels import clean_channel, clean_email, folded_channel
from mentorcrm.core.contacts.reads import (
    LAST,
    Key,
    count,
    detail,
    details,
    keys,
    matching,
    names,
    rows,
    sort_keys,
)
from mentorcrm.core.contacts.rows import (
    SORTS,
    ChannelValue,
    ContactDetail,
    ContactFilter,
    ContactRow,
)
from mentorcrm.core.contacts.writes import add, edit, set_channels, split_name, touch

__all__ = [
    "LAST",
    "Key",
    "sort_keys",
    "SORTS",
    "TRASH_DAYS",
    "ChannelValue",
    "ContactDetail",
    "ContactFilter",
    "ContactRow",
    "add",
    "archive",
    "clean_channel",
    "clean_email",
    "count",
    "detail",
    "details",
    "edit",
    "erase",
    "expired",
    "folded_channel",
    "keys",
    "matching",
    "names",
    "purge_trash",
    "restore",
    "rows",
    "set_channels",
    "split_name",
    "touch",
    "trash",
    "unarchive",
]
