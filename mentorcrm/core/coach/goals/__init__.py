"""The checks of a goal: words by their classes, patterns of evidence, weights fitted to tables."""
