"""The coach: says what it sees in a goal or in a description of a mentor, and asks on.

Plain rules over the words of a text, without a grade and without the network.
"""
