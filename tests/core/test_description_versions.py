"""Versions of a job description: which are kept, what they say, and the way back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from mentorcrm.core import job_descriptions
from mentorcrm.core.errors import NotFound
from mentorcrm.core.job_descriptions import history, versions
from mentorcrm.core.job_descriptions.versions import LONGEST, PAUSE
from tests import factories


class Typing:
    """One field in use: each saving goes on in the step of the one before, as the window does."""

    def __init__(self, db, description_id, section):
        self._db, self._id, self._section = db, description_id, section
        self._step = None
        db.on_commit(self._hear)
        self._saving = False

    def save(self, text, now):
        self._saving = True
        with self._db.transaction("Edit", go_on=self._step) as session:
            job_descriptions.edit(session, self._id, now, **{self._section: text})
        self._saving = False

    def _hear(self, changes):
        if self._saving:
            self._step = changes.action_id


@pytest.fixture
def lead(write, now):
    return write(job_descriptions.add, "A product lead", now, goal="Lead a team.")


def _kept(read, description_id, section="goal"):
    rows = read(history.versions, description_id)
    return [read(versions.version, row.id).sections[section] for row in rows]


def test_every_step_keeps_a_version_newest_first(read, write, lead, now):
    write(job_descriptions.edit, lead, now, goal="Lead a product team.")
    write(job_descriptions.edit, lead, now, why="Users wait.")
    write(job_descriptions.edit, lead, now, why="Users wait.")
    assert _kept(read, lead) == ["Lead a product team.", "Lead a product team.", "Lead a team."]
    rows = read(history.versions, lead)
    assert [history.change_words(row) for row in rows] == [
        "Why it matters: 2 words added",
        "The goal: 1 word added",
        "First version, 3 words",
    ]
    assert read(versions.newest, lead) == rows[0].id


def test_savings_of_one_step_carry_on_one_version_and_undo_takes_it_away(db, read, lead, now):
    field = Typing(db, lead, "goal")
    for seconds, text in enumerate(("L", "Le", "Learn")):
        field.save(text, now + timedelta(seconds=seconds))
    assert _kept(read, lead) == ["Learn", "Lead a team."]
    db.undo()
    assert _kept(read, lead) == ["Lead a team."]
    db.redo()
    assert _kept(read, lead) == ["Learn", "Lead a team."]


def test_field_left_and_come_back_to_begins_a_version(db, read, lead, now):
    Typing(db, lead, "goal").save("Learn", now)
    Typing(db, lead, "goal").save("Learn to hire", now + timedelta(seconds=5))
    assert _kept(read, lead) == ["Learn to hire", "Learn", "Lead a team."]


def test_pause_and_long_writing_begin_a_version_within_one_step(db, read, lead, now):
    field = Typing(db, lead, "goal")
    field.save("one", now)
    field.save("two", now + PAUSE - timedelta(seconds=1))
    field.save("three", now + 2 * PAUSE)
    assert _kept(read, lead) == ["three", "two", "Lead a team."]
    moment = now + 2 * PAUSE
    texts = []
    while moment < now + 2 * PAUSE + LONGEST:
        moment += timedelta(minutes=1)
        texts.append(f"at {moment:%H:%M}")
        field.save(texts[-1], moment)
    assert _kept(read, lead)[:3] == [texts[-1], texts[-2], "two"]
    db.undo()
    assert _kept(read, lead) == ["Lead a team."]


def test_named_or_sent_version_is_never_written_over(db, read, write, lead, now):
    field = Typing(db, lead, "goal")
    field.save("For Ruth", now)
    write(versions.name, read(versions.newest, lead), "for Ruth")
    field.save("For Tom", now + timedelta(seconds=1))
    ruth = write(factories.add_contact)
    write(factories.send_newest, lead, ruth, "email", now, now)
    field.save("For all", now + timedelta(seconds=2))
    assert _kept(read, lead) == ["For all", "For Tom", "For Ruth", "Lead a team."]
    assert [row.name for row in read(history.versions, lead)] == ["", "", "for Ruth", ""]


def test_what_was_typed_and_taken_out_again_leaves_no_version(db, read, lead, now):
    field = Typing(db, lead, "goal")
    field.save("Lead a team. Oh", now)
    field.save("Lead a team.", now)
    assert _kept(read, lead) == ["Lead a team."]
    field.save("Lead two teams.", now)
    assert _kept(read, lead) == ["Lead two teams.", "Lead a team."]
    db.undo()
    assert _kept(read, lead) == ["Lead a team."]


def test_restore_brings_back_text_and_order_and_keeps_the_present(db, read, write, lead, now):
    first = read(versions.newest, lead)
    order = ("why", *(name for name in read(job_descriptions.detail, lead).order if name != "why"))
    write(job_descriptions.edit, lead, now, goal="Lead two teams.", title="A head of product")
    write(job_descriptions.set_order, lead, order, now)
    before = read(job_descriptions.detail, lead)
    write(versions.restore, first, now + timedelta(hours=1))
    found = read(job_descriptions.detail, lead)
    assert (found.title, found.goal) == ("A product lead", "Lead a team.")
    assert found.order[0] == "goal"
    assert _kept(read, lead) == [
        "Lead a team.", "Lead two teams.", "Lead two teams.", "Lead a team."
    ]  # fmt: skip
    db.undo()
    assert read(job_descriptions.detail, lead) == before
    db.redo()
    assert read(job_descriptions.detail, lead) == found


def test_restoring_the_present_text_makes_no_version(read, write, lead, now):
    only = read(versions.newest, lead)
    assert write(versions.restore, only, now) == only
    assert len(read(history.versions, lead)) == 1


def test_name_is_one_clean_line_and_can_be_taken_away(db, read, write, lead):
    version = read(versions.newest, lead)
    write(versions.name, version, "  for\n Ruth ")
    assert read(versions.version, version).name == "for Ruth"
    write(versions.name, version, "")
    assert read(versions.version, version).name == ""
    db.undo()
    assert read(versions.version, version).name == "for Ruth"


def test_markdown_of_a_version_has_its_sections_in_the_order_of_that_time(read, write, lead, now):
    detail = read(job_descriptions.detail, lead)
    write(job_descriptions.edit, lead, now, why="Users wait.\n")
    write(job_descriptions.set_order, lead, detail.order[::-1], now)
    version = read(versions.version, read(versions.newest, lead))
    assert versions.as_markdown(version) == (
        "# A product lead\n\n## Why it matters\n\nUsers wait.\n\n## The goal\n\nLead a team.\n"
    )


def test_difference_of_versions_is_told_part_by_part(read, write, lead, now):
    first = read(versions.version, read(versions.newest, lead))
    order = first.order[::-1]
    write(job_descriptions.edit, lead, now, title="A head of product", why="Users wait.")
    write(job_descriptions.set_order, lead, order, now)
    newest = read(versions.version, read(versions.newest, lead))
    found = history.difference(first, newest)
    assert found.changed == ("title", "why", "order")
    assert [part for part, _texts in found.parts] == ["title", *order, "order"]
    assert found.parts[-1][1].side(new=True).splitlines()[0] == "How we will know it worked"
    rows = read(history.versions, lead)
    assert history.change_words(rows[0]) == "Sections in another order"
    assert history.change_words(rows[1]) == "2 sections: 4 words added, 1 removed"


def test_change_without_words_is_called_small(read, write, lead, now):
    write(job_descriptions.edit, lead, now, goal="Lead a team!")
    assert history.change_words(read(history.versions, lead)[0]) == "The goal: a small change"
    write(job_descriptions.edit, lead, now, goal="Lead a team!\r\n")
    assert history.change_words(read(history.versions, lead)[0]) == "Nothing changed"


def test_version_that_is_gone_is_said_to_be_gone(db, read, write, lead, now):
    for call in ((versions.name, 99, "x"), (versions.restore, 99, now)):
        with pytest.raises(NotFound):
            write(*call)
    for call in ((versions.version, 99), (versions.newest, 99)):
        with pytest.raises(NotFound):
            read(*call)
    write(job_descriptions.delete, lead)
    assert read(history.versions, lead) == []
    db.undo()
    assert _kept(read, lead) == ["Lead a team."]


_TEXT = st.sampled_from(["", "one", "one two", "two\nthree", "Lead a team."])
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["type", "elsewhere", "name", "send", "restore", "order", "wait"]),
        st.sampled_from(["goal", "why"]),
        st.lists(_TEXT, min_size=1, max_size=4),
    ),
    max_size=7,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_STEPS)
def test_no_state_that_was_left_vanishes_and_undo_gives_back_every_one(db, read, write, now, steps):
    """Go through random work; what was there when a step ended is in the list until it is undone."""
    description = write(job_descriptions.add, "Random", now)
    ruth = write(factories.add_contact)
    moment, states, made = now, [], []
    db.on_commit(lambda changes: made.append(changes.action_id) if changes.kind == "do" else None)

    def state():
        shown = read(job_descriptions.detail, description)
        return (shown.title, tuple(shown.sections.items()))

    def everything():
        rows = read(history.versions, description)
        details = [read(versions.version, row.id) for row in rows]
        return [(one.title, tuple(one.sections.items())) for one in details]

    def snapshot():
        rows = read(history.versions, description)
        return [(row.id, row.name, row.sendings) for row in rows], everything()

    left = [state()]
    for kind, section, texts in steps:
        before, number = (snapshot(), state()), len(set(made))
        if kind in ("type", "elsewhere"):
            field = Typing(db, description, section)
            for text in texts:
                moment += timedelta(seconds=1)
                field.save(text, moment)
        elif kind == "wait":
            moment += PAUSE
        elif kind == "name":
            write(versions.name, read(versions.newest, description), texts[0][:9])
        elif kind == "send":
            write(factories.send_newest, description, ruth, "email", moment, moment)
        elif kind == "restore":
            rows = read(history.versions, description)
            write(versions.restore, rows[len(texts) % len(rows)].id, moment)
        else:
            order = read(job_descriptions.detail, description).order
            write(job_descriptions.set_order, description, order[::-1], moment)
        left.append(state())
        kept = everything()
        assert kept[0] == left[-1]
        assert all(one in kept for one in left)
        if len(set(made)) > number:
            states.append(before)
    after = snapshot()
    for _before in states:
        db.undo()
    if states:
        assert (snapshot(), state()) == states[0]
    for _before in states:
        db.redo()
    assert snapshot() == after
