"""Goals in free words with check-ins; job descriptions with versions; needs with marks."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHECK_INS = (
    """
    CREATE TABLE check_in (
        id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        happened_on DATE NOT NULL,
        value DOUBLE,
        note VARCHAR DEFAULT '' NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_check_in PRIMARY KEY (id),
        CONSTRAINT fk_check_in_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_check_in_goal_id_happened_on ON check_in (goal_id, happened_on)",
    """
    INSERT INTO check_in (goal_id, happened_on, value, created_at)
    SELECT id, substr(updated_at, 1, 10), current_value, updated_at
    FROM goal WHERE current_value IS NOT NULL
    """,
)
"""How far a goal is was one number; now it is the newest of its check-ins."""

GOALS = (
    """
    CREATE TABLE new_goal (
        id INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        statement VARCHAR DEFAULT '' NOT NULL,
        specific VARCHAR DEFAULT '' NOT NULL,
        metric VARCHAR DEFAULT '' NOT NULL,
        start_value DOUBLE,
        target_value DOUBLE,
        unit VARCHAR DEFAULT '' NOT NULL,
        achievable VARCHAR DEFAULT '' NOT NULL,
        relevant VARCHAR DEFAULT '' NOT NULL,
        due_on DATE,
        status VARCHAR DEFAULT 'active' NOT NULL,
        hue INTEGER DEFAULT '0' NOT NULL,
        rank DOUBLE DEFAULT '0' NOT NULL,
        closed_on DATE,
        closing_note VARCHAR DEFAULT '' NOT NULL,
        renewed_from_id INTEGER,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_goal PRIMARY KEY (id),
        CONSTRAINT ck_goal_status CHECK (status IN ('active', 'reached', 'dropped', 'renewed')),
        CONSTRAINT fk_goal_renewed_from_id_goal FOREIGN KEY(renewed_from_id) REFERENCES goal (id) ON DELETE SET NULL
    )
    """,
    """
    INSERT INTO new_goal (
        id, title, specific, metric, start_value, target_value, unit,
        achievable, relevant, due_on, status, hue, rank, created_at, updated_at
    )
    SELECT
        id, title, specific, metric, start_value, target_value, unit,
        achievable, relevant, due_on, status, hue, rank, created_at, updated_at
    FROM goal
    """,
    "DROP TABLE goal",
    "ALTER TABLE new_goal RENAME TO goal",
    "CREATE INDEX ix_goal_renewed_from_id ON goal (renewed_from_id)",
    """
    CREATE TABLE new_need (
        id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        obstacle_id INTEGER,
        text VARCHAR NOT NULL,
        difference VARCHAR DEFAULT '' NOT NULL,
        kind VARCHAR DEFAULT 'skill' NOT NULL,
        must BOOLEAN DEFAULT '1' NOT NULL,
        rank DOUBLE DEFAULT '0' NOT NULL,
        CONSTRAINT pk_need PRIMARY KEY (id),
        CONSTRAINT ck_need_kind CHECK (kind IN ('skill', 'network', 'confidence', 'project', 'negotiation', 'other')),
        CONSTRAINT fk_need_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE,
        CONSTRAINT fk_need_obstacle_id_obstacle FOREIGN KEY(obstacle_id) REFERENCES obstacle (id) ON DELETE SET NULL
    )
    """,
    """
    INSERT INTO new_need (id, goal_id, obstacle_id, text, kind, must, rank)
    SELECT id, goal_id, obstacle_id, text, kind, must, rank FROM need
    """,
    "DROP TABLE need",
    "ALTER TABLE new_need RENAME TO need",
    "CREATE INDEX ix_need_goal_id ON need (goal_id)",
    "CREATE INDEX ix_need_obstacle_id ON need (obstacle_id)",
)
"""Rebuilt by hand, with foreign keys off: SQLite cannot change a CHECK in place."""

DESCRIPTIONS = (
    """
    CREATE TABLE new_job_description (
        id INTEGER NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        title VARCHAR NOT NULL,
        goal VARCHAR DEFAULT '' NOT NULL,
        obstacles VARCHAR DEFAULT '' NOT NULL,
        experience VARCHAR DEFAULT '' NOT NULL,
        style VARCHAR DEFAULT '' NOT NULL,
        time VARCHAR DEFAULT '' NOT NULL,
        offer VARCHAR DEFAULT '' NOT NULL,
        why VARCHAR DEFAULT '' NOT NULL,
        success VARCHAR DEFAULT '' NOT NULL,
        section_order VARCHAR DEFAULT '' NOT NULL,
        CONSTRAINT pk_job_description PRIMARY KEY (id)
    )
    """,
    """
    INSERT INTO new_job_description (
        id, created_at, updated_at, title, goal, obstacles, experience, style,
        time, offer, why, success
    )
    SELECT
        id, created_at, updated_at, title, goal, obstacles, experience, style,
        time_asked, offer, why, success
    FROM job_description
    """,
    "DROP TABLE job_description",
    "ALTER TABLE new_job_description RENAME TO job_description",
    """
    CREATE TABLE job_description_need (
        id INTEGER NOT NULL,
        job_description_id INTEGER NOT NULL,
        need_id INTEGER NOT NULL,
        CONSTRAINT pk_job_description_need PRIMARY KEY (id),
        CONSTRAINT uq_job_description_need_job_description_id_need_id UNIQUE (job_description_id, need_id),
        CONSTRAINT fk_job_description_need_job_description_id_job_description FOREIGN KEY(job_description_id) REFERENCES job_description (id) ON DELETE CASCADE,
        CONSTRAINT fk_job_description_need_need_id_need FOREIGN KEY(need_id) REFERENCES need (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_job_description_need_need_id ON job_description_need (need_id)",
    """
    CREATE TABLE version (
        id INTEGER NOT NULL,
        job_description_id INTEGER NOT NULL,
        name VARCHAR DEFAULT '' NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        title VARCHAR NOT NULL,
        goal VARCHAR DEFAULT '' NOT NULL,
        obstacles VARCHAR DEFAULT '' NOT NULL,
        experience VARCHAR DEFAULT '' NOT NULL,
        style VARCHAR DEFAULT '' NOT NULL,
        time VARCHAR DEFAULT '' NOT NULL,
        offer VARCHAR DEFAULT '' NOT NULL,
        why VARCHAR DEFAULT '' NOT NULL,
        success VARCHAR DEFAULT '' NOT NULL,
        section_order VARCHAR DEFAULT '' NOT NULL,
        CONSTRAINT pk_version PRIMARY KEY (id),
        CONSTRAINT fk_version_job_description_id_job_description FOREIGN KEY(job_description_id) REFERENCES job_description (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_version_job_description_id ON version (job_description_id)",
    """
    INSERT INTO version (
        job_description_id, created_at, updated_at, title, goal, obstacles, experience, style,
        time, offer, why, success
    )
    SELECT
        id, updated_at, updated_at, title, goal, obstacles, experience, style,
        time, offer, why, success
    FROM job_description
    """,
    """
    CREATE TABLE sending (
        id INTEGER NOT NULL,
        version_id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        candidate_id INTEGER,
        channel VARCHAR DEFAULT '' NOT NULL,
        note VARCHAR DEFAULT '' NOT NULL,
        sent_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_sending PRIMARY KEY (id),
        CONSTRAINT fk_sending_version_id_version FOREIGN KEY(version_id) REFERENCES version (id) ON DELETE CASCADE,
        CONSTRAINT fk_sending_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_sending_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_sending_candidate_id ON sending (candidate_id)",
    "CREATE INDEX ix_sending_contact_id ON sending (contact_id)",
    "CREATE INDEX ix_sending_version_id ON sending (version_id)",
)
"""What is there becomes the first version of each description."""

LINKS = (
    """
    CREATE TABLE need_mark (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        need_id INTEGER NOT NULL,
        level INTEGER NOT NULL,
        note VARCHAR DEFAULT '' NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_need_mark PRIMARY KEY (id),
        CONSTRAINT ck_need_mark_level CHECK (level IN (0, 1, 2)),
        CONSTRAINT uq_need_mark_contact_id_need_id UNIQUE (contact_id, need_id),
        CONSTRAINT fk_need_mark_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_need_mark_need_id_need FOREIGN KEY(need_id) REFERENCES need (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_need_mark_need_id ON need_mark (need_id)",
    """
    CREATE TABLE activity_goal (
        id INTEGER NOT NULL,
        activity_id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        CONSTRAINT pk_activity_goal PRIMARY KEY (id),
        CONSTRAINT uq_activity_goal_activity_id_goal_id UNIQUE (activity_id, goal_id),
        CONSTRAINT fk_activity_goal_activity_id_activity FOREIGN KEY(activity_id) REFERENCES activity (id) ON DELETE CASCADE,
        CONSTRAINT fk_activity_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_activity_goal_goal_id ON activity_goal (goal_id)",
)


def upgrade() -> None:
    for statement in (*CHECK_INS, *GOALS, *DESCRIPTIONS, *LINKS):
        op.execute(statement)
