"""Lay the first schema: people, goals, board, timeline, reminders, imports, journal, search."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE action (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        label VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        client VARCHAR NOT NULL,
        process VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        target_id INTEGER,
        source_id INTEGER,
        happened_at VARCHAR(20) NOT NULL
    )
    """,
    """
    CREATE TABLE draft (
        id INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        record_id INTEGER NOT NULL,
        field VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        saved_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_draft PRIMARY KEY (id),
        CONSTRAINT uq_draft_kind_record_id_field UNIQUE (kind, record_id, field)
    )
    """,
    """
    CREATE TABLE goal (
        id INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        specific VARCHAR DEFAULT '' NOT NULL,
        metric VARCHAR DEFAULT '' NOT NULL,
        start_value DOUBLE,
        current_value DOUBLE,
        target_value DOUBLE,
        unit VARCHAR DEFAULT '' NOT NULL,
        achievable VARCHAR DEFAULT '' NOT NULL,
        relevant VARCHAR DEFAULT '' NOT NULL,
        due_on DATE,
        status VARCHAR DEFAULT 'active' NOT NULL,
        hue INTEGER DEFAULT '0' NOT NULL,
        rank DOUBLE DEFAULT '0' NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_goal PRIMARY KEY (id),
        CONSTRAINT ck_goal_status CHECK (status IN ('active', 'reached', 'dropped'))
    )
    """,
    """
    CREATE TABLE import (
        id INTEGER NOT NULL,
        file_name VARCHAR NOT NULL,
        file_sha256 VARCHAR NOT NULL,
        format VARCHAR NOT NULL,
        finished_at VARCHAR(20) NOT NULL,
        new INTEGER NOT NULL,
        updated INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        possible_duplicates INTEGER NOT NULL,
        report VARCHAR NOT NULL,
        taken_back_at VARCHAR(20),
        CONSTRAINT pk_import PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE job_description (
        id INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        goal VARCHAR DEFAULT '' NOT NULL,
        obstacles VARCHAR DEFAULT '' NOT NULL,
        experience VARCHAR DEFAULT '' NOT NULL,
        style VARCHAR DEFAULT '' NOT NULL,
        time_asked VARCHAR DEFAULT '' NOT NULL,
        offer VARCHAR DEFAULT '' NOT NULL,
        why VARCHAR DEFAULT '' NOT NULL,
        success VARCHAR DEFAULT '' NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_job_description PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE tag (
        id INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        folded VARCHAR NOT NULL,
        CONSTRAINT pk_tag PRIMARY KEY (id),
        CONSTRAINT uq_tag_folded UNIQUE (folded)
    )
    """,
    """
    CREATE TABLE contact (
        id INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        first_name VARCHAR DEFAULT '' NOT NULL,
        last_name VARCHAR DEFAULT '' NOT NULL,
        sort_name VARCHAR NOT NULL,
        company VARCHAR COLLATE "NOCASE" DEFAULT '' NOT NULL,
        position VARCHAR COLLATE "NOCASE" DEFAULT '' NOT NULL,
        location VARCHAR DEFAULT '' NOT NULL,
        how_met VARCHAR DEFAULT '' NOT NULL,
        notes VARCHAR DEFAULT '' NOT NULL,
        source VARCHAR DEFAULT 'manual' NOT NULL,
        connected_on DATE,
        degree INTEGER DEFAULT '1' NOT NULL,
        import_id INTEGER,
        last_contact_at VARCHAR(20),
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        archived_at VARCHAR(20),
        deleted_at VARCHAR(20),
        CONSTRAINT pk_contact PRIMARY KEY (id),
        CONSTRAINT fk_contact_import_id_import FOREIGN KEY(import_id) REFERENCES import (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_contact_archived_at ON contact (archived_at) WHERE archived_at IS NOT NULL",
    "CREATE INDEX ix_contact_deleted_at ON contact (deleted_at) WHERE deleted_at IS NOT NULL",
    "CREATE INDEX ix_contact_import_id ON contact (import_id)",
    "CREATE INDEX ix_contact_listed_company"
    " ON contact (company, id) WHERE degree = 1 AND archived_at IS NULL AND deleted_at IS NULL",
    "CREATE INDEX ix_contact_listed_last_contact_at"
    " ON contact (last_contact_at, id) WHERE degree = 1 AND archived_at IS NULL AND deleted_at IS NULL",
    "CREATE INDEX ix_contact_listed_sort_name"
    " ON contact (sort_name, id) WHERE degree = 1 AND archived_at IS NULL AND deleted_at IS NULL",
    """
    CREATE TABLE job_description_goal (
        id INTEGER NOT NULL,
        job_description_id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        CONSTRAINT pk_job_description_goal PRIMARY KEY (id),
        CONSTRAINT uq_job_description_goal_job_description_id_goal_id UNIQUE (job_description_id, goal_id),
        CONSTRAINT fk_job_description_goal_job_description_id_job_description FOREIGN KEY(job_description_id) REFERENCES job_description (id) ON DELETE CASCADE,
        CONSTRAINT fk_job_description_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_job_description_goal_goal_id ON job_description_goal (goal_id)",
    """
    CREATE TABLE journal (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        action_id INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id INTEGER NOT NULL,
        last_id INTEGER,
        op VARCHAR NOT NULL,
        "before" VARCHAR,
        CONSTRAINT fk_journal_action_id_action FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_journal_action ON journal (action_id)",
    "CREATE INDEX ix_journal_row ON journal (table_name, row_id)",
    """
    CREATE TABLE obstacle (
        id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        text VARCHAR NOT NULL,
        rank DOUBLE DEFAULT '0' NOT NULL,
        CONSTRAINT pk_obstacle PRIMARY KEY (id),
        CONSTRAINT fk_obstacle_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_obstacle_goal_id ON obstacle (goal_id)",
    """
    CREATE TABLE candidate (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        job_description_id INTEGER,
        stage VARCHAR DEFAULT 'identified' NOT NULL,
        sub_state VARCHAR DEFAULT 'found' NOT NULL,
        rank DOUBLE NOT NULL,
        next_step VARCHAR DEFAULT '' NOT NULL,
        asked_at VARCHAR(20),
        ask_channel VARCHAR DEFAULT '' NOT NULL,
        decline_reason VARCHAR DEFAULT '' NOT NULL,
        revisit_on DATE,
        stage_changed_at VARCHAR(20) NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        set_aside BOOLEAN DEFAULT '0' NOT NULL,
        CONSTRAINT pk_candidate PRIMARY KEY (id),
        CONSTRAINT ck_candidate_stage CHECK (stage IN ('identified', 'asked', 'accepted', 'declined')),
        CONSTRAINT fk_candidate_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_candidate_job_description_id_job_description FOREIGN KEY(job_description_id) REFERENCES job_description (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_candidate_board ON candidate (stage, rank, id) WHERE set_aside = 0",
    "CREATE INDEX ix_candidate_job_description_id ON candidate (job_description_id)",
    "CREATE UNIQUE INDEX ix_candidate_unique"
    " ON candidate (contact_id, coalesce(job_description_id, 0))",
    """
    CREATE TABLE channel (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        label VARCHAR DEFAULT '' NOT NULL,
        value VARCHAR NOT NULL,
        folded VARCHAR NOT NULL,
        place INTEGER DEFAULT '0' NOT NULL,
        CONSTRAINT pk_channel PRIMARY KEY (id),
        CONSTRAINT ck_channel_kind CHECK (kind IN ('email', 'phone', 'link')),
        CONSTRAINT fk_channel_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_channel_contact_id ON channel (contact_id)",
    "CREATE INDEX ix_channel_kind_folded ON channel (kind, folded)",
    """
    CREATE TABLE contact_tag (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        tag_id INTEGER NOT NULL,
        CONSTRAINT pk_contact_tag PRIMARY KEY (id),
        CONSTRAINT uq_contact_tag_contact_id_tag_id UNIQUE (contact_id, tag_id),
        CONSTRAINT fk_contact_tag_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_contact_tag_tag_id_tag FOREIGN KEY(tag_id) REFERENCES tag (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_contact_tag_tag_id ON contact_tag (tag_id)",
    """
    CREATE TABLE duplicate_suggestion (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        other_id INTEGER NOT NULL,
        import_id INTEGER,
        reason VARCHAR NOT NULL,
        dismissed_at VARCHAR(20),
        CONSTRAINT pk_duplicate_suggestion PRIMARY KEY (id),
        CONSTRAINT uq_duplicate_suggestion_contact_id_other_id UNIQUE (contact_id, other_id),
        CONSTRAINT fk_duplicate_suggestion_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_duplicate_suggestion_other_id_contact FOREIGN KEY(other_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_duplicate_suggestion_import_id_import FOREIGN KEY(import_id) REFERENCES import (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_duplicate_suggestion_import_id ON duplicate_suggestion (import_id)",
    "CREATE INDEX ix_duplicate_suggestion_other_id ON duplicate_suggestion (other_id)",
    """
    CREATE TABLE external_key (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        source VARCHAR NOT NULL,
        "key" VARCHAR NOT NULL,
        imported VARCHAR DEFAULT '{}' NOT NULL,
        CONSTRAINT pk_external_key PRIMARY KEY (id),
        CONSTRAINT uq_external_key_source_key UNIQUE (source, "key"),
        CONSTRAINT fk_external_key_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_external_key_contact_id ON external_key (contact_id)",
    """
    CREATE TABLE import_change (
        id INTEGER NOT NULL,
        import_id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        field VARCHAR NOT NULL,
        "before" VARCHAR,
        "after" VARCHAR,
        CONSTRAINT pk_import_change PRIMARY KEY (id),
        CONSTRAINT fk_import_change_import_id_import FOREIGN KEY(import_id) REFERENCES import (id) ON DELETE CASCADE,
        CONSTRAINT fk_import_change_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_import_change_contact_id ON import_change (contact_id)",
    "CREATE INDEX ix_import_change_import_id ON import_change (import_id)",
    """
    CREATE TABLE need (
        id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        obstacle_id INTEGER,
        text VARCHAR NOT NULL,
        kind VARCHAR DEFAULT 'skill' NOT NULL,
        must BOOLEAN DEFAULT '1' NOT NULL,
        rank DOUBLE DEFAULT '0' NOT NULL,
        CONSTRAINT pk_need PRIMARY KEY (id),
        CONSTRAINT ck_need_kind CHECK (kind IN ('skill', 'network', 'confidence', 'project', 'negotiation', 'other')),
        CONSTRAINT fk_need_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE,
        CONSTRAINT fk_need_obstacle_id_obstacle FOREIGN KEY(obstacle_id) REFERENCES obstacle (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_need_goal_id ON need (goal_id)",
    "CREATE INDEX ix_need_obstacle_id ON need (obstacle_id)",
    """
    CREATE TABLE activity (
        id INTEGER NOT NULL,
        contact_id INTEGER NOT NULL,
        candidate_id INTEGER,
        kind VARCHAR NOT NULL,
        happened_at VARCHAR(20) NOT NULL,
        title VARCHAR DEFAULT '' NOT NULL,
        body VARCHAR DEFAULT '' NOT NULL,
        from_stage VARCHAR,
        to_stage VARCHAR,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        CONSTRAINT pk_activity PRIMARY KEY (id),
        CONSTRAINT ck_activity_kind CHECK (kind IN ('note', 'call', 'meeting', 'message_in', 'message_out', 'other', 'stage_move')),
        CONSTRAINT fk_activity_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_activity_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE SET NULL
    )
    """,
    "CREATE INDEX ix_activity_candidate_id ON activity (candidate_id)",
    "CREATE INDEX ix_activity_contact_id_happened_at ON activity (contact_id, happened_at)",
    """
    CREATE TABLE candidate_goal (
        id INTEGER NOT NULL,
        candidate_id INTEGER NOT NULL,
        goal_id INTEGER NOT NULL,
        CONSTRAINT pk_candidate_goal PRIMARY KEY (id),
        CONSTRAINT uq_candidate_goal_candidate_id_goal_id UNIQUE (candidate_id, goal_id),
        CONSTRAINT fk_candidate_goal_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE,
        CONSTRAINT fk_candidate_goal_goal_id_goal FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_candidate_goal_goal_id ON candidate_goal (goal_id)",
    """
    CREATE TABLE reminder (
        id INTEGER NOT NULL,
        contact_id INTEGER,
        candidate_id INTEGER,
        kind VARCHAR DEFAULT 'follow_up' NOT NULL,
        title VARCHAR DEFAULT '' NOT NULL,
        local_at VARCHAR NOT NULL,
        zone VARCHAR NOT NULL,
        due_at VARCHAR(20) NOT NULL,
        created_at VARCHAR(20) NOT NULL,
        updated_at VARCHAR(20) NOT NULL,
        done_at VARCHAR(20),
        notified_at VARCHAR(20),
        set_aside BOOLEAN DEFAULT '0' NOT NULL,
        CONSTRAINT pk_reminder PRIMARY KEY (id),
        CONSTRAINT fk_reminder_contact_id_contact FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
        CONSTRAINT fk_reminder_candidate_id_candidate FOREIGN KEY(candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX ix_reminder_candidate_id ON reminder (candidate_id)",
    "CREATE INDEX ix_reminder_contact_id ON reminder (contact_id)",
    "CREATE UNIQUE INDEX ix_reminder_one_follow_up"
    " ON reminder (candidate_id) WHERE kind = 'follow_up' AND done_at IS NULL",
    "CREATE INDEX ix_reminder_open_due"
    " ON reminder (due_at, id) WHERE done_at IS NULL AND set_aside = 0",
    """
    CREATE VIRTUAL TABLE search_index USING fts5(
        contact_id UNINDEXED, body,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )
    """,
)


def upgrade() -> None:
    """Create every table and index, then the full-text index over people and their timelines."""
    for statement in STATEMENTS:
        op.execute(statement)
