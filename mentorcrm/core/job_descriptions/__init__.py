"""The "job description" of the ideal mentor: eight Markdown sections, the why among them."""

from __future__ import annotations

from mentorcrm.core.job_descriptions import history, sendings, versions
from mentorcrm.core.job_descriptions.description import (
    add,
    add_from_example,
    add_from_template,
    delete,
    edit,
    set_order,
)
from mentorcrm.core.job_descriptions.document import as_document
from mentorcrm.core.job_descriptions.examples import (
    Example,
    examples,
    is_from_example,
)
from mentorcrm.core.job_descriptions.links import (
    set_descriptions_of_need,
    set_goals,
    set_needs,
)
from mentorcrm.core.job_descriptions.markdown import as_markdown, section_line
from mentorcrm.core.job_descriptions.reading import add_from_document, taken_apart
from mentorcrm.core.job_descriptions.reads import descriptions, detail
from mentorcrm.core.job_descriptions.rows import (
    DescriptionDetail,
    DescriptionRow,
    LinkedCandidate,
    LinkedGoal,
    LinkedNeed,
)
from mentorcrm.core.job_descriptions.sections import (
    section_titles,
    template,
    written_sections,
)

__all__ = [
    "DescriptionDetail",
    "DescriptionRow",
    "Example",
    "LinkedCandidate",
    "LinkedGoal",
    "LinkedNeed",
    "add",
    "add_from_document",
    "add_from_example",
    "add_from_template",
    "as_document",
    "as_markdown",
    "delete",
    "descriptions",
    "detail",
    "edit",
    "examples",
    "history",
    "is_from_example",
    "versions",
    "section_line",
    "section_titles",
    "sendings",
    "set_descriptions_of_need",
    "set_goals",
    "set_needs",
    "set_order",
    "taken_apart",
    "template",
    "written_sections",
]
