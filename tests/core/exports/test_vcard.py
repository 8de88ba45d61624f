from __future__ import annotations

import io
import re

from hypothesis import given, settings, strategies as st

from mentorcrm.core.exports import vcard
from mentorcrm.core.exports.records import CandidateRecord, ContactRecord

RUTH = ContactRecord(
    id=5,
    name="Ruth Adeyemi",
    first_name="Ruth",
    last_name="Adeyemi",
    emails=(("work", "ruth@solace.example"), ("", "ruth@home.example")),
    phones=(("mobile", "+49 151 5550100"), ("Sailing club", "+49 30 5550101")),
    links=(("", "https://www.linkedin.com/in/ruth-adeyemi"), ("blog", "https://ruth.example/a,b")),
    company="Solace; Products, Ltd",
    position="Director of Product",
    notes="First line\nsecond, with; marks \\ here",
    tags=("product", "a,b"),
    created_at="2026-01-02T03:04:05Z",
    updated_at="2026-11-02T03:04:05Z",
)

_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


def unfolded(card: str) -> list[str]:
    return card.replace("\r\n ", "").split("\r\n")


def value(card: str, name: str) -> str:
    return next(
        line.split(":", 1)[1]
        for line in unfolded(card)
        if re.split("[:;]", line)[0].split(".")[-1] == name
    )


def back(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def test_card_holds_every_field():
    lines = unfolded(vcard.card(RUTH))
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert lines[-2:] == ["END:VCARD", ""]
    for expected in (
        "N:Adeyemi;Ruth;;;",
        "FN:Ruth Adeyemi",
        r"ORG:Solace\; Products\, Ltd",
        "TITLE:Director of Product",
        "EMAIL;TYPE=INTERNET,WORK:ruth@solace.example",
        "EMAIL;TYPE=INTERNET:ruth@home.example",
        "TEL;TYPE=CELL:+49 151 5550100",
        "item1.TEL:+49 30 5550101",
        "item1.X-ABLabel:Sailing club",
        "URL:https://www.linkedin.com/in/ruth-adeyemi",
        "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ruth-adeyemi",
        "item2.URL:https://ruth.example/a,b",
        "item2.X-ABLabel:blog",
        r"NOTE:First line\nsecond\, with\; marks \\ here",
        r"CATEGORIES:product,a\,b",
        "REV:2026-11-02T03:04:05Z",
    ):
        assert expected in lines


def test_uid_stays_while_the_person_changes():
    later = ContactRecord(id=5, name="Ruth A.", created_at="2026-01-02T03:04:05Z")
    elsewhere = ContactRecord(id=5, name="Ruth A.", created_at="2026-01-02T03:04:06Z")
    assert value(vcard.card(RUTH), "UID") == value(vcard.card(later), "UID")
    assert value(vcard.card(RUTH), "UID") != value(vcard.card(elsewhere), "UID")


def test_name_alone_gives_both_names():
    card = vcard.card(ContactRecord(id=1, name="Mei"))
    assert value(card, "N") == ";Mei;;;"
    assert value(card, "FN") == "Mei"


def test_candidate_adds_stage_and_plans():
    card = vcard.card(
        CandidateRecord(
            id=9,
            contact=RUTH,
            stage="asked",
            sub_state="sent",
            goals=("Lead a team",),
            next_step="Send the brief",
            follow_up_at="2026-11-30T08:00:00Z",
            asked_on="2026-11-23",
        )
    )
    lines = unfolded(card)
    assert "X-MENTORCRM-STAGE:asked" in lines
    assert "X-MENTORCRM-GOAL:Lead a team" in lines
    assert "X-MENTORCRM-NEXT-STEP:Send the brief" in lines
    assert "X-MENTORCRM-FOLLOW-UP:2026-11-30T08:00:00Z" in lines
    assert "X-MENTORCRM-ASKED-ON:2026-11-23" in lines


@settings(max_examples=300, deadline=None)
@given(_text, _text, _text)
def test_any_text_comes_back_from_folded_lines(name, notes, tag):
    card = vcard.card(ContactRecord(id=1, name=name or "x", notes=notes, tags=(tag,)))
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    controls = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
    wanted = controls.sub("", notes.replace("\r\n", "\n").replace("\r", "\n"))
    if notes:
        assert back(value(card, "NOTE")) == wanted


def test_many_cards_stand_one_after_the_other():
    file = io.StringIO(newline="")
    vcard.write(file, (ContactRecord(id=n, name=f"P {n}") for n in range(3)))
    assert file.getvalue().count("BEGIN:VCARD\r\n") == 3
    assert file.getvalue().endswith("END:VCARD\r\n")
