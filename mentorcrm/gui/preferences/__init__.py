"""The preferences: applied at once, no OK."""
