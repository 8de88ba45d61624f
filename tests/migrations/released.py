"""Data files as earlier releases wrote them: the schema of one revision, filled by plain SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from mentorcrm.core import driver
from mentorcrm.core.data_folder import prepare_data
from mentorcrm.core.locations import DATABASE_NAME, migrations

WHEN = "2026-03-01T09:30:00Z"

FIRST: dict[str, list[dict[str, Any]]] = {
    "goal": [
        {
            "id": 1,
            "title": "Lead a product team",
            "specific": "Be appointed lead of five people.",
            "metric": "projects",
            "start_value": 0.0,
            "current_value": 1.5,
            "target_value": 3.0,
            "unit": "projects",
            "due_on": "2027-06-30",
            "status": "active",
            "rank": 1.0,
        },
        {"id": 2, "title": "Give a talk", "status": "reached", "hue": 3, "rank": 2.0},
        {"id": 5, "title": "Learn Dutch", "status": "dropped", "rank": 3.0},
    ],
    "obstacle": [{"id": 1, "goal_id": 1, "text": "I take work back", "rank": 1.0}],
    "need": [
        {"id": 1, "goal_id": 1, "obstacle_id": 1, "text": "Has let go", "kind": "skill"},
        {"id": 2, "goal_id": 2, "obstacle_id": None, "text": "Stage nerves", "kind": "confidence"},
    ],
    "job_description": [
        {
            "id": 1,
            "title": "A lead who let go",
            "goal": "Lead **well**.\n\n  two  spaces",
            "time_asked": "45 minutes a month",
            "why": "So that users are heard.",
        }
    ],
    "job_description_goal": [{"id": 1, "job_description_id": 1, "goal_id": 1}],
    "contact": [{"id": 1, "name": "Ruth Adeyemi", "sort_name": "ruth adeyemi", "source": "manual"}],
    "candidate": [
        {
            "id": 1,
            "contact_id": 1,
            "job_description_id": 1,
            "stage": "asked",
            "sub_state": "sent",
            "rank": 1.0,
            "stage_changed_at": WHEN,
        }
    ],
    "candidate_goal": [{"id": 1, "candidate_id": 1, "goal_id": 1}],
    "activity": [
        {
            "id": 1,
            "contact_id": 1,
            "candidate_id": 1,
            "kind": "note",
            "happened_at": WHEN,
            "body": "x",
        }
    ],
    "reminder": [
        {
            "id": 1,
            "contact_id": 1,
            "candidate_id": 1,
            "local_at": "2026-03-10T09:00",
            "zone": "Europe/Berlin",
            "due_at": "2026-03-10T08:00:00Z",
        }
    ],
}
"""What a file of the first release holds, table by table."""

_MOMENTS = {
    "goal",
    "job_description",
    "contact",
    "candidate",
    "activity",
    "reminder",
}
"""Tables with ``created_at`` and ``updated_at``."""


def write(folder: Path, revision: str = "0001", *, contacts: int = 0) -> Path:
    """Make the data file of a release in ``folder`` and return its path.

    ``contacts`` more people, each with a card and an entry, make it as big as a real one.
    """
    prepare_data(folder)
    path = folder / DATABASE_NAME
    driver.create_file(path)
    raw = driver.connect(path)
    raw.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        config = Config()
        config.set_main_option("script_location", str(migrations()))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        _fill(connection, contacts)
        connection.exec_driver_sql(f"PRAGMA application_id = {driver.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")
        connection.exec_driver_sql("COMMIT")
    raw.close()
    return path


def _fill(connection: Connection, contacts: int) -> None:
    for table, rows in FIRST.items():
        for row in rows:
            values = {**row}
            if table in _MOMENTS:
                values.update(created_at=WHEN, updated_at=WHEN)
            names = ", ".join(values)
            marks = ", ".join("?" * len(values))
            connection.exec_driver_sql(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
            )
    many = [(f"Person {number}", WHEN, WHEN) for number in range(contacts)]
    if many:
        connection.exec_driver_sql(
            "INSERT INTO contact (name, sort_name, source, created_at, updated_at)"
            " VALUES (?1, lower(?1), 'manual', ?2, ?3)",
            many,
        )
        connection.exec_driver_sql(
            "INSERT INTO goal (title, specific, current_value, created_at, updated_at)"
            " SELECT name, name || ' specific', id, created_at, updated_at FROM contact WHERE id > 1"
        )
