"""``descriptions versions``: what is kept, in words and as JSON."""

from __future__ import annotations


def test_versions_are_listed_newest_first_with_who_was_sent_which(inside):
    found = inside("descriptions", "versions", 1, "--json").ok().document
    assert [row["saved_at"] for row in found] == sorted(
        (row["saved_at"] for row in found), reverse=True
    )
    assert found[0]["changed"] == ["time"]
    assert "First round" in [row["name"] for row in found]
    sent = [sending for row in found for sending in row["sent"]]
    assert {sending["channel"] for sending in sent} <= {"email", "in_person"}
    assert all(sending["name"] and sending["sent_at"].endswith("Z") for sending in sent)
    said = inside("descriptions", "versions", 1).ok().out
    assert "First version" in said
    assert "Time I ask for:" in said
    assert all(sending["name"] in said for sending in sent)


def test_description_that_is_not_there_is_named(inside):
    inside("descriptions", "versions", 99).refused("not there")
