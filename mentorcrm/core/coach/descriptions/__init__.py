"""The coach of a job description: which of its eight sections a text speaks of, and how well.

Apart from the checks of goals, with words, cues and weights of its own: it is fitted to
sentences about mentors, and what helps there would unsettle the verdicts on goals.
"""
