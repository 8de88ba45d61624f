"""``mentorcrm match``: the coverage of a goal's needs as one document, or in words."""

from __future__ import annotations

from mentorcrm import core

KEYS = [
    *("goal", "provisional", "linked", "needs", "candidates", "gaps"),
    *("partly_covered", "opportunities", "suggestions"),
]


def test_match_gives_one_document(inside):
    document = inside("match", "--goal", 1, "--json").ok().document
    assert list(document) == KEYS
    assert document["goal"] == {"id": 1, "title": "Lead a product team by December"}
    assert document["provisional"] is False
    needs = {str(need["id"]) for need in document["needs"]}
    assert len(needs) == 4
    for each in document["candidates"]:
        assert {"id", "name", "fit", "needs"} <= each.keys()
        assert each["needs"].keys() == needs
        for cell in each["needs"].values():
            assert 0 <= cell["level"] <= 1
            assert bool(cell["level"]) == bool(cell["reasons"])
    fits = [each["fit"] for each in document["candidates"]]
    assert fits == sorted(fits, reverse=True)
    assert [gap["words"] for gap in document["gaps"]] == [
        "Nobody covers: Practice for that conversation"
    ]
    assert all("covers in part" in gap["words"] for gap in document["partly_covered"])


def test_match_suggests_as_many_as_are_wanted(inside):
    three = inside("match", "--goal", 1, "--suggest", 3, "--json").ok().document
    assert len(three["suggestions"]) == 3
    assert all(each["reasons"] for each in three["suggestions"])
    there = {each["contact_id"] for each in three["candidates"]}
    assert not there & {each["contact_id"] for each in three["suggestions"]}
    none = inside("match", "--goal", 1, "--suggest", 0, "--json").ok().document
    assert none["suggestions"] == []


def test_match_twice_says_the_same(inside):
    assert inside("match", "--goal", 1, "--json").out == inside("match", "--goal", 1, "--json").out


def test_match_in_words_names_gaps_and_people(inside):
    out = inside("match", "--goal", 1).ok().out
    assert "Nobody covers: Practice for that conversation" in out
    assert "Samuel Osei" in out
    assert "Covers well: Someone who has learnt to delegate" in out


def test_match_of_no_goal_is_refused(inside):
    inside("match", "--goal", 999, "--json").refused("goal")
    assert inside("match", "--json").code == 2


def test_match_of_a_goal_without_people_says_so(inside, sample):
    db = core.database.Database.open(sample)
    with db.transaction("Test") as session:
        everybody = [
            card for stage in core.board.STAGES for card in core.board.keys(session, stage)
        ]
        core.board.remove(session, everybody)
    db.close()
    document = inside("match", "--goal", 1, "--json").ok().document
    assert document["candidates"] == []
    assert document["suggestions"]
    assert "Nobody is on the board yet." in inside("match", "--goal", 1).ok().out
