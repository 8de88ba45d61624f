"""Reusable widgets that know nothing of MentorCRM: no core, no database, only looks."""
