"""Alembic's environment: migrations run on the connection that the program hands over."""

from __future__ import annotations

from alembic import context

from mentorcrm.core.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
