"""Bring a database file to the newest schema: all or nothing, and never losing a row."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection as SqlConnection, create_engine
from sqlalchemy.pool import StaticPool

from mentorcrm.core import driver
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import migrations


def upgrade(path: Path, connection: driver.Connection) -> None:
    """Run every migration the file lacks in one transaction, and check it before the commit.

    Foreign keys are off meanwhile: Alembic rebuilds tables by drop and rename, and with
    foreign keys on that silently deletes every child row. Raises UserError when a check fails;
    the file is then as it was.
    """
    connection.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    try:
        with driver.wording(path), engine.connect() as sql:
            sql.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                # Another process may have done it while this one waited for the lock.
                if driver.schema_version(connection, path) < driver.SCHEMA_VERSION:
                    _run(sql)
                sql.exec_driver_sql("COMMIT")
            except BaseException:
                sql.exec_driver_sql("ROLLBACK")
                raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _run(sql: SqlConnection) -> None:
    before = _counts(sql)
    _alembic(sql)
    after = _counts(sql)
    lost = [name for name, count in before.items() if after.get(name, count) != count]
    broken = sql.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    sound = sql.exec_driver_sql("PRAGMA integrity_check").scalar()
    if lost or broken or sound != "ok":
        raise UserError(
            _("The data could not be brought to the new format. Nothing was changed."),
            details=f"counts differ: {lost}; foreign keys: {len(broken)}; integrity: {sound}",
        )
    if before:
        # Before-images of an older schema cannot be put back into this one.
        sql.exec_driver_sql("DELETE FROM journal")
        sql.exec_driver_sql("DELETE FROM action")
    sql.exec_driver_sql(f"PRAGMA application_id = {driver.APPLICATION_ID}")
    sql.exec_driver_sql(f"PRAGMA user_version = {driver.SCHEMA_VERSION}")


def _alembic(sql: SqlConnection) -> None:
    # Start-up: Alembic takes longer to import than the first board to paint, and is rarely needed.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = sql
    command.upgrade(config, "head")


def _counts(sql: SqlConnection) -> dict[str, int]:
    names = sql.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'search_index%' AND name NOT IN ('alembic_version', 'action', 'journal')"
    ).scalars()
    return {
        name: int(sql.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())
        for name in list(names)
    }
