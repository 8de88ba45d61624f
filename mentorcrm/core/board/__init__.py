"""The board: candidates in four stages, their order, their goals, and what a move does."""

from __future__ import annotations

from mentorcrm.core.board.choices import Choice, due_choices, goal_choices, tag_choices
from mentorcrm.core.board.following import Followed, follow
from mentorcrm.core.board.moves import MoveResult, move
from mentorcrm.core.board.reads import (
    CandidateRow,
    candidate,
    candidates,
    cards,
    counts,
    keys,
    late,
    of_contact,
    sort_keys,
)
from mentorcrm.core.board.writes import (
    add,
    add_person,
    remove,
    set_decline_reason,
    set_goals,
    set_job_description,
    set_next_step,
    set_sub_state,
)
from mentorcrm.core.cards import DUES, SORTS, BoardFilter, Card, CardGoal, Key
from mentorcrm.core.schema import STAGES, SUB_STATES

__all__ = [
    "BoardFilter",
    "CandidateRow",
    "Card",
    "CardGoal",
    "Choice",
    "Followed",
    "DUES",
    "Key",
    "MoveResult",
    "SORTS",
    "STAGES",
    "SUB_STATES",
    "add",
    "add_person",
    "candidate",
    "candidates",
    "cards",
    "counts",
    "due_choices",
    "follow",
    "goal_choices",
    "keys",
    "late",
    "move",
    "of_contact",
    "remove",
    "set_decline_reason",
    "set_goals",
    "set_job_description",
    "set_next_step",
    "set_sub_state",
    "sort_keys",
    "tag_choices",
]
