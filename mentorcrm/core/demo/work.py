"""Where invented people work, what they do, and what one writes about them."""

from __future__ import annotations

_WORDS = (
    "Alder Amber Aurora Beacon Birch Boreal Cedar Cinder Cobalt Copper Coral Delta Ember Fathom "
    "Fern Fieldstone Glacier Harbor Hazel Heron Indigo Juniper Kestrel Lantern Larch Lattice "
    "Linden Lumen Maple Meridian Mistral Nimbus Onyx Opal Orchard Osprey Pebble Pine Quarry Rowan "
    "Saffron Sequoia Solstice Summit Tamarind Thistle Tidal Umber Verdant Willow"
)
_TRADES = (
    "Analytics Bank Biotech Books Capital Clinics Cloud Collective Design Energy Foods "
    "Foundation Games Health Insurance Labs Learning Logistics Media Mobility Networks "
    "Partners Payments Robotics Security Software Studio Systems Travel Ventures"
)
COMPANIES = tuple(f"{first} {second}" for first in _WORDS.split() for second in _TRADES.split())

_LEVELS = ("", "", "Senior ", "Senior ", "Lead ", "Principal ", "Head of ", "Director of ", "VP ")
_CRAFTS = (
    ("Product Manager", "Product", "product"),
    ("Software Engineer", "Engineering", "engineering"),
    ("Product Designer", "Design", "design"),
    ("Data Scientist", "Data Science", "data"),
    ("User Researcher", "Research", "research"),
    ("Engineering Manager", "Engineering", "leadership"),
    ("Marketing Manager", "Marketing", "marketing"),
    ("Operations Manager", "Operations", "operations"),
    ("Technical Writer", "Documentation", "writing"),
    ("Account Manager", "Sales", "sales"),
    ("People Partner", "People", "hiring"),
    ("Investment Associate", "Investments", "fundraising"),
)
_ALONE = (
    ("Founder", "founder"),
    ("Co-founder and CEO", "founder"),
    ("CTO", "engineering"),
    ("COO", "operations"),
    ("Executive Coach", "leadership"),
    ("Professor of Design", "alumni"),
    ("Independent Consultant", "strategy"),
)
POSITIONS: tuple[tuple[str, str], ...] = (
    *(
        (f"{level}{field if level.endswith('of ') or level == 'VP ' else craft}", tag)
        for level in _LEVELS
        for craft, field, tag in _CRAFTS
    ),
    *_ALONE,
)
"""A position and the tag that fits it."""

TAGS = ("alumni", "conference", "community", "strategy", "mentor", "former team")

HOW_MET = (
    "Sat beside each other at the product meet-up",
    "Former colleague, same project for a year",
    "Introduced by a friend at a dinner",
    "Asked a good question after the conference talk",
    "Alumni evening",
    "Worked together on an open-source release",
    "Volunteered at the same code club",
)
NOTES = (
    "Answers fast, likes short messages.",
    "Has moved from engineering to product herself.",
    "Offered to read a draft of the strategy.",
    "Prefers a call in the morning.",
    "Knows half of the product people in town.",
    "Wrote the article on **roadmaps without dates**.",
    "Looking for speakers for the spring meet-up.",
)
ENTRIES: tuple[tuple[str, str, str], ...] = (
    ("call", "Caught up", "Short call. New role, bigger team, *still codes on Fridays*."),
    ("message_in", "", "Thanks for the article, I passed it on to two of my team."),
    ("message_out", "", "Congratulated on the launch."),
    ("note", "Idea", "Ask about how they run **discovery** with a small team."),
    ("meeting", "Coffee", "Talked about:\n\n- hiring the first designer\n- saying no to features"),
    ("note", "", "Gave a clear talk about metrics; slides are public."),
)
NEXT_STEPS = {
    "identified": (
        "Read two of their talks",
        "Ask for an introduction",
        "Write a first draft",
        "",
        "Find out how they lead",
        "Look for what we have in common",
    ),
    "asked": (
        "",
        "Offer two dates",
        "Send the one-page brief",
        "",
        "Share the question again",
        "Answer the question about time",
    ),
    "accepted": (
        "Agree on a rhythm",
        "Write the agenda",
        "Send thanks and the result",
        "Plan the next meeting",
        "Tell what came of the advice",
    ),
    "declined": ("", "Say thank you", "Ask whom else they would suggest"),
}
