"""MentorCRM: a desktop personal CRM for one person looking for mentors."""

__version__ = "0.1.0"
