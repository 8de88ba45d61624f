"""The people and plans of the demo that are told in full."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline, ``days`` ago."""

    days: int
    kind: str
    title: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the user has thought about; ``steps`` are stages with the days since."""

    name: str
    position: str
    company: str
    city: str
    tags: tuple[str, ...] = ()
    notes: str = ""
    how_met: str = ""
    steps: tuple[tuple[str, int], ...] = ()
    sub_state: str = ""
    next_step: str = ""
    follow_up: int | None = None
    """Days from now, negative for a moment that has come."""
    goals: tuple[int, ...] = ()
    for_description: bool = False
    entries: tuple[Entry, ...] = field(default=())


PEOPLE = (
    Person(
        "Ada Okafor",
        "VP Engineering",
        "Northwind Robotics",
        "London",
        tags=("engineering", "hiring"),
        notes="Built two teams from zero. Speaks plainly about what went wrong.",
        how_met="Her talk on hiring slowly, spring conference",
        steps=(("identified", 18),),
        sub_state="path_chosen",
        next_step="Ask Priya for an intro",
        follow_up=2,
        goals=(0,),
        for_description=True,
        entries=(
            Entry(
                18, "note", "Why Ada", "She grew **five leads** out of her own team in three years."
            ),
        ),
    ),
    Person(
        "Jonas Lindqvist",
        "Staff Scientist",
        "Helix",
        "Stockholm",
        tags=("data", "research"),
        steps=(("identified", 12),),
        sub_state="researching",
        goals=(2,),
        entries=(Entry(12, "note", "Paper", "Read the paper on *quiet experiments* first."),),
    ),
    Person(
        "Mei Tanaka",
        "Founder",
        "Kumo Labs",
        "Tokyo",
        tags=("founder", "fundraising"),
        steps=(("identified", 9),),
        sub_state="ready",
        next_step="Finish the draft to her",
        follow_up=1,
        goals=(1,),
    ),
    Person(
        "Dele Bankole",
        "Head of Design",
        "Orbit",
        "Lagos",
        tags=("design",),
        steps=(("identified", 6),),
        goals=(1,),
    ),
    Person(
        "Ruth Adeyemi",
        "Director of Product",
        "Solace",
        "London",
        tags=("product", "strategy"),
        notes="Spoke about product strategy at the meet-up. Wants a one-page brief before saying yes.",
        how_met="Product meet-up in October, introduced by Priya Nair",
        steps=(("identified", 34), ("asked", 5)),
        sub_state="replied",
        next_step="Send one-page brief",
        follow_up=2,
        goals=(0, 1),
        for_description=True,
        entries=(
            Entry(
                34,
                "meeting",
                "Met at the product meet-up",
                "Talked for ten minutes after her talk.\n\n"
                "- She led her first team **without** the title\n"
                "- Her rule: *write the decision down before the meeting*\n"
                "- Knows Hannah from an earlier company",
            ),
            Entry(
                5,
                "message_out",
                "Asked for 30 minutes",
                "Asked how she chose her first three product bets at Solace; 30 minutes, any week.",
            ),
            Entry(
                3,
                "message_in",
                "Interested",
                "> Happy to help. Send me **one page** on what you want to decide, then let us talk.",
            ),
        ),
    ),
    Person(
        "Carlos Prieto",
        "CTO",
        "Vantia",
        "Madrid",
        tags=("engineering", "leadership"),
        steps=(("identified", 40), ("asked", 12)),
        sub_state="nudged_once",
        next_step="Write once more, shorter",
        follow_up=-3,
        goals=(0,),
        for_description=True,
        entries=(
            Entry(12, "message_out", "First message", "About moving from architecture to people."),
            Entry(5, "message_out", "One friendly nudge"),
        ),
    ),
    Person(
        "Ines Moreau",
        "Research Lead",
        "Lumen",
        "Paris",
        tags=("research", "writing"),
        steps=(("identified", 20), ("asked", 4)),
        follow_up=3,
        goals=(2,),
        entries=(Entry(4, "message_out", "Asked about her talk", "How she finds the one story."),),
    ),
    Person(
        "Hannah Weiss",
        "Principal Engineer",
        "Arbor",
        "Berlin",
        tags=("engineering", "writing", "mentor"),
        notes="Mornings are best. Likes an agenda the day before.",
        how_met="Former colleague at the code club",
        steps=(("identified", 90), ("asked", 62), ("accepted", 55)),
        sub_state="active",
        next_step="Prepare the agenda",
        follow_up=4,
        goals=(1, 2),
        for_description=True,
        entries=(
            Entry(
                48,
                "meeting",
                "First meeting",
                "## What we agreed\n\n1. Meet every four weeks, 45 minutes\n2. I bring one decision\n"
                "3. What is said stays between us\n\n## Advice\n\n"
                "Write the strategy as **three bets**, each with what would prove it wrong.",
            ),
            Entry(
                20,
                "meeting",
                "Second meeting",
                "## Talked about\n\n- The first draft: too many goals, *cut to one*\n"
                "- Saying no in public, yes in detail\n\n## To do\n\n"
                "- [x] Send the second draft\n- [ ] Ask two users to read it",
            ),
            Entry(6, "message_in", "On the draft", "> Much better. The second bet is the one."),
        ),
    ),
    Person(
        "Samuel Osei",
        "COO",
        "Fieldway",
        "Accra",
        tags=("operations", "leadership", "mentor"),
        steps=(("identified", 75), ("asked", 50), ("accepted", 41)),
        sub_state="met",
        next_step="Log last meeting",
        follow_up=0,
        goals=(0,),
        entries=(
            Entry(
                30,
                "meeting",
                "First meeting",
                "How he hands over work: *context, limits, date*, then silence for a week.",
            ),
            Entry(
                2,
                "call",
                "Quick call",
                "Moved to a longer talk. **Result to share:** the pilot runs.",
            ),
        ),
    ),
    Person(
        "Tom Brandt",
        "Partner",
        "Fjord Capital",
        "Copenhagen",
        tags=("fundraising",),
        steps=(("identified", 60), ("asked", 45), ("declined", 30)),
        sub_state="not_now",
        next_step="Try again in Q3",
        goals=(1,),
        entries=(
            Entry(
                30,
                "message_in",
                "Not now",
                "> Two closings this spring. Ask me again after summer.",
            ),
        ),
    ),
    Person(
        "Priya Nair",
        "Group Product Manager",
        "Juniper Payments",
        "London",
        tags=("product", "former team"),
        notes="Knows Ruth and Ada well. Glad to introduce when the message is short.",
        how_met="Same team for two years",
        entries=(Entry(33, "call", "Catching up", "She offered to introduce me to **Ada**."),),
    ),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A goal with its obstacles and the needs that follow from them."""

    title: str
    months: int
    """How far away it is; the first goal is for December instead."""
    parts: dict[str, str | float]
    obstacles: tuple[tuple[str, tuple[tuple[str, str, bool], ...]], ...]
    """What stands in the way, each with needs: text, kind, whether it is a must."""
    check_ins: tuple[tuple[int, float, str], ...] = ()
    """Days ago, value, note."""


DIFFERENCES = {
    "Someone who has learnt to delegate and can tell how": "I hand work over early, and let it "
    "stay handed over.",
    "A sponsor outside of my own team": "When leads are chosen, somebody in the room says my name.",
    "Practice for that conversation": "I say what I want in one sentence, without an apology.",
}
"""What would be different once a need is met."""

GOALS = (
    Plan(
        "Lead a product team by December",
        0,
        {
            "statement": "By the end of the year I want to be the named lead of the onboarding "
            "team, all four of them. I already run planning every second week and my lead backs "
            "me. Growing people is the work that I remember; features I forget.",
            "specific": "Lead the four people of the onboarding team: plan, one-to-ones, roadmap.",
            "metric": "Weeks in which I ran planning myself",
            "start_value": 0.0,
            "target_value": 12.0,
            "unit": "weeks",
            "achievable": "I already run planning every second week, and my lead supports it.",
            "relevant": "I want to grow people, not only features: that is the work I remember.",
        },
        (
            (
                "I have never handed over work that I could do better myself",
                (("Someone who has learnt to delegate and can tell how", "skill", True),),
            ),
            (
                "Nobody who decides has seen me lead",
                (
                    ("A sponsor outside of my own team", "network", True),
                    ("A small project to lead in public", "project", False),
                ),
            ),
            (
                "I avoid talking about my role and pay",
                (("Practice for that conversation", "negotiation", True),),
            ),
        ),
        (
            (90, 0.0, ""),
            (72, 2.0, "Ran my first planning alone."),
            (51, 3.0, ""),
            (30, 5.0, "Handed the release notes over and kept my hands off."),
            (6, 7.0, ""),
        ),
    ),
    Plan(
        "Ship first product strategy doc by March",
        4,
        {
            "specific": "A strategy of two pages that the whole group can repeat in a sentence.",
            "metric": "Sections that three readers call clear",
            "start_value": 0.0,
            "target_value": 5.0,
            "unit": "sections",
            "achievable": "Two hours each Friday morning are blocked until it is done.",
            "relevant": "Without it every quarter begins with the same quarrel.",
        },
        (
            (
                "I write too much and decide too little",
                (("Hard, kind feedback on drafts", "skill", True),),
            ),
        ),
        ((85, 0.0, ""), (40, 2.0, "Two sections, after three drafts."), (9, 3.0, "")),
    ),
    Plan(
        "Give one conference talk next year",
        9,
        {
            "statement": "I want to give a talk of 25 minutes on what we learnt from failed "
            "experiments, at one conference by next summer. The story exists, and two colleagues "
            "will rehearse with me.",
            "specific": "A talk of 25 minutes on what we learnt from failed experiments.",
            "metric": "Proposals sent",
            "start_value": 0.0,
            "target_value": 4.0,
            "unit": "proposals",
            "achievable": "The story exists; two colleagues will rehearse with me.",
        },
        (
            (
                "I freeze in front of more than ten people",
                (("Somebody who was shy and speaks well now", "confidence", True),),
            ),
        ),
        ((60, 0.0, ""), (12, 1.0, "The first proposal is out.")),
    ),
)

DESCRIPTION: dict[str, str] = {
    "title": "A product leader who grew from making to leading",
    "goal": "Lead a product team by December, and know that I do it **well enough to be asked again**.",
    "obstacles": (
        "1. I take work back instead of handing it over.\n"
        "2. The people who decide have not seen me lead.\n"
        "3. I put off the talk about role and pay."
    ),
    "experience": (
        "**Must**\n\n- Led a first team of 3 to 8 people without having managed before\n"
        "- Shipped a product through at least one hard change of plan\n\n"
        "**Nice**\n\n- Came from design or engineering\n- Knows a company of 50 to 300 people"
    ),
    "style": (
        "Asks before advising. Says unpleasant things early and kindly. "
        "Keeps what I tell in confidence, and expects the same."
    ),
    "time": "45 minutes a month for six months, and one short message in between.",
    "offer": (
        "- A written summary within a day of each meeting\n- Research and user interviews for a "
        "question of theirs\n- An honest account of what came of their advice"
    ),
    "why": (
        "Twice I watched a good team come apart because nobody led it: once I could have. "
        "In December our group splits in two, and one half needs a lead. I want to be ready for "
        "**these four people**, not for a title.\n\nIt is part of something longer: I want to build "
        "products in teams where people do the best work of their lives, and bring others into it."
    ),
    "success": (
        "- By December I run planning, one-to-ones and the roadmap alone for 12 weeks\n"
        "- Two of four say in the survey that they grew\n"
        "- We both would do the six months again"
    ),
}
