"""Statements about any number of records, in one parameter."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Integer, Select, column, func, select


def among(ids: Iterable[int]) -> Select[tuple[int]]:
    """Return a subquery of ``ids`` for ``IN``: one parameter, however many there are."""
    values = func.json_each(json.dumps(list(ids))).table_valued(column("value", Integer))
    return select(values.c.value)
