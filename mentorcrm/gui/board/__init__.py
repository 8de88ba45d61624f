"""The board: four columns of cards, moved by mouse or keyboard."""
