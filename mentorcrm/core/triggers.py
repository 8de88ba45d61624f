"""TEMP triggers, made from the schema, that let the database journal and index itself.

They live on each writing connection, so ORM flushes, bulk statements, cascades and raw SQL
are all caught. ``temp.journal_context`` holds the running action. The bulk path journals and
indexes whole ranges by itself, without the triggers of single rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Column, Float, LargeBinary, Table

from mentorcrm.core.driver import Connection
from mentorcrm.core.schema import NOT_JOURNALED, Base

CONTEXT = "CREATE TEMP TABLE journal_context (action_id INTEGER)"
_ACTION = "(SELECT action_id FROM journal_context)"

CONTACT, CHANNEL, ACTIVITY, TAG = range(4)
"""Kinds of search documents: an index row's id is ``source id * 8 + kind``."""


def journaled_tables() -> list[Table]:
    """Return the tables whose every change is journaled, parents first."""
    tables = Base.metadata.sorted_tables
    return [table for table in tables if table.name not in NOT_JOURNALED]


def install(connection: Connection) -> None:
    """Create the context table and all triggers on ``connection``."""
    connection.execute(CONTEXT)
    connection.execute("INSERT INTO journal_context VALUES (NULL)")
    for statement in (*journal_triggers(), *search_triggers()):
        connection.execute(statement)


@contextmanager
def without_insert_triggers(connection: Connection, table: str) -> Iterator[None]:
    """Let rows into ``table`` that are journaled and indexed as a range; inside a transaction.

    A condition in the triggers would be asked for each row, which takes longer than the row.
    """
    triggers = _insert_triggers(table)
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER temp.{name}")
    try:
        yield
    finally:
        for _name, sql in triggers:
            connection.execute(sql)


@cache
def _insert_triggers(table: str) -> tuple[tuple[str, str], ...]:
    """Return name and statement of what runs for each row that comes into ``table``."""
    wanted = {f"journal_{table}_insert", f"search_{table}_insert"}
    named = ((sql.split()[3], sql) for sql in (*journal_triggers(), *search_triggers()))
    # After an error that ended the transaction they are there again.
    again = "CREATE TEMP TRIGGER IF NOT EXISTS"
    return tuple(
        (name, sql.replace("CREATE TEMP TRIGGER", again, 1))
        for name, sql in named
        if name in wanted
    )


def journal_triggers() -> Iterator[str]:
    """Yield three triggers for each journaled table."""
    for table in journaled_tables():
        name = table.name
        insert = "INSERT INTO journal (action_id, table_name, row_id, op, before)"
        yield (
            f'CREATE TEMP TRIGGER journal_{name}_insert AFTER INSERT ON main."{name}" '
            f"BEGIN {insert} VALUES ({_ACTION}, '{name}', new.id, 'I', NULL); END"
        )
        changed = " OR ".join(_differs(c.name) for c in table.columns)
        yield (
            f'CREATE TEMP TRIGGER journal_{name}_update AFTER UPDATE ON main."{name}" '
            f"WHEN {changed} BEGIN {insert} VALUES "
            f"({_ACTION}, '{name}', old.id, 'U', {_changed_columns(table)}); END"
        )
        yield (
            f'CREATE TEMP TRIGGER journal_{name}_delete AFTER DELETE ON main."{name}" '
            f"BEGIN {insert} VALUES ({_ACTION}, '{name}', old.id, 'D', {_whole_row(table)}); END"
        )


def _differs(name: str) -> str:
    """Return SQL that tells a change, of letter case too, where a column compares without it."""
    return f'old."{name}" IS NOT new."{name}" COLLATE BINARY'


def _json_value(column: Column[object]) -> str:
    """Return SQL for the old value as JSON text: exact reals, blobs as hex, NULL as null."""
    old = f'old."{column.name}"'
    if isinstance(column.type, Float):
        return (
            f"CASE WHEN {old} IS NULL THEN 'null' ELSE '\"' || printf('%!.17g', {old}) || '\"' END"
        )
    if isinstance(column.type, LargeBinary):
        return f"CASE WHEN {old} IS NULL THEN 'null' ELSE '\"' || hex({old}) || '\"' END"
    return f"json_quote({old})"


def _changed_columns(table: Table) -> str:
    parts = " || ".join(
        f"CASE WHEN {_differs(c.name)} THEN '\"{c.name}\":' || {_json_value(c)} || ',' ELSE '' END"
        for c in table.columns
    )
    return f"'{{' || rtrim({parts}, ',') || '}}'"


def _whole_row(table: Table) -> str:
    parts = " || ',' || ".join(f"'\"{c.name}\":' || {_json_value(c)}" for c in table.columns)
    return f"'{{' || {parts} || '}}'"


def _document(columns: tuple[str, ...], row: str) -> str:
    """Return the indexed text: a name with letters such as ł or ø is also found without them."""
    text = " || char(10) || ".join(f"{row}.{column}" for column in columns)
    if "name" not in columns:
        return text
    plain = f"CASE WHEN {row}.sort_name = lower({row}.name) THEN '' ELSE {row}.sort_name END"
    return f"{text} || char(10) || {plain}"


_SOURCES: tuple[tuple[str, int, tuple[str, ...], str, str], ...] = (
    (
        "contact",
        CONTACT,
        ("name", "company", "position", "location", "how_met", "notes"),
        "{row}.id",
        "{row}.degree = 1",
    ),
    ("channel", CHANNEL, ("value",), "{row}.contact_id", "{first_degree}"),
    ("activity", ACTIVITY, ("title", "body"), "{row}.contact_id", "{row}.kind <> 'stage_move'"),
)
_FIRST_DEGREE = "(SELECT degree FROM contact WHERE id = {row}.contact_id) = 1"


def _filled(template: str, row: str) -> str:
    return template.format(row=row, first_degree=_FIRST_DEGREE.format(row=row))


def search_triggers() -> Iterator[str]:
    """Yield the triggers that keep the search index equal to what it is made from."""
    for table, kind, columns, contact, condition in _SOURCES:
        add = (
            f"INSERT INTO search_index (rowid, contact_id, body) SELECT new.id * 8 + {kind}, "
            f"{_filled(contact, 'new')}, {_document(columns, 'new')} "
            f"WHERE {_filled(condition, 'new')};"
        )
        remove = f"DELETE FROM search_index WHERE rowid = old.id * 8 + {kind};"
        differs = " OR ".join(_differs(column) for column in columns)
        if table == "contact":
            differs += " OR old.degree IS NOT new.degree"
        yield (
            f"CREATE TEMP TRIGGER search_{table}_insert AFTER INSERT ON main.{table} "
            f"BEGIN {add} END"
        )
        yield (
            f"CREATE TEMP TRIGGER search_{table}_update AFTER UPDATE ON main.{table} "
            f"WHEN {differs} BEGIN {remove} {add} END"
        )
        yield (
            f"CREATE TEMP TRIGGER search_{table}_delete AFTER DELETE ON main.{table} "
            f"BEGIN {remove} END"
        )
    yield from _tag_triggers()
    yield from _degree_triggers()


def _tag_triggers() -> Iterator[str]:
    add = (
        f"INSERT INTO search_index (rowid, contact_id, body) "
        f"SELECT {{row}}.id * 8 + {TAG}, {{row}}.contact_id, name FROM tag WHERE id = {{row}}.tag_id"
    )
    remove = f"DELETE FROM search_index WHERE rowid = old.id * 8 + {TAG};"
    yield (
        "CREATE TEMP TRIGGER search_contact_tag_insert AFTER INSERT ON main.contact_tag "
        f"BEGIN {add.format(row='new')}; END"
    )
    yield (
        "CREATE TEMP TRIGGER search_contact_tag_update AFTER UPDATE ON main.contact_tag "
        f"BEGIN {remove} {add.format(row='new')}; END"
    )
    yield (
        "CREATE TEMP TRIGGER search_contact_tag_delete AFTER DELETE ON main.contact_tag "
        f"BEGIN {remove} END"
    )
    on_tag = "(SELECT id * 8 + 3 FROM contact_tag WHERE tag_id = new.id)"
    again = (
        "INSERT OR REPLACE INTO search_index (rowid, contact_id, body) SELECT id * 8 + 3, "
        "contact_id, new.name FROM contact_tag WHERE tag_id = new.id;"
    )
    yield (
        "CREATE TEMP TRIGGER search_tag_rename AFTER UPDATE OF name ON main.tag "
        f"BEGIN DELETE FROM search_index WHERE rowid IN {on_tag}; {again} END"
    )
    yield (
        # Undo puts rows back in any order: a tag may come after the rows that carry it.
        f"CREATE TEMP TRIGGER search_tag_insert AFTER INSERT ON main.tag BEGIN {again} END"
    )


def _degree_triggers() -> Iterator[str]:
    """Yield what brings a second-degree person's addresses in when they become a contact."""
    yield (
        "CREATE TEMP TRIGGER search_contact_degree AFTER UPDATE OF degree ON main.contact "
        "WHEN old.degree IS NOT new.degree BEGIN "
        "DELETE FROM search_index WHERE rowid IN "
        f"(SELECT id * 8 + {CHANNEL} FROM channel WHERE contact_id = new.id); "
        "INSERT INTO search_index (rowid, contact_id, body) "
        f"SELECT id * 8 + {CHANNEL}, contact_id, value FROM channel "
        "WHERE contact_id = new.id AND new.degree = 1; END"
    )


def index_statements() -> dict[str, str]:
    """Return, for each table, the statement that indexes its rows from ``?1`` to ``?2``."""
    statements = {}
    for table, kind, columns, contact, condition in _SOURCES:
        statements[table] = (
            f"INSERT INTO search_index (rowid, contact_id, body) SELECT t.id * 8 + {kind}, "
            f"{_filled(contact, 't')}, {_document(columns, 't')} FROM {table} AS t "
            f"WHERE t.id BETWEEN ?1 AND ?2 AND {_filled(condition, 't')}"
        )
    statements["contact_tag"] = (
        f"INSERT INTO search_index (rowid, contact_id, body) SELECT t.id * 8 + {TAG}, "
        "t.contact_id, tag.name FROM contact_tag AS t JOIN tag ON tag.id = t.tag_id "
        "WHERE t.id BETWEEN ?1 AND ?2"
    )
    return statements
