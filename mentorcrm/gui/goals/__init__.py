"""The goals page: what the user wants to reach, what is in the way, and who could help."""
