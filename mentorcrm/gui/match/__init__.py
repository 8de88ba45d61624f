"""The match of a goal: who covers which need, why, and who else might."""
