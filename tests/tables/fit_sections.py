"""Fit the weights of the coach of job descriptions, and say honestly how well they generalise.

Two steps. A sentence: one logistic regression per section over ``section_features``, on the
sentences written for it and on the labelled texts; in a text that speaks of a section, the
sentences under its heading count, and without one the sentence that says it most (chosen
anew in each round). A text: one more over ``document_features``, with weights shared by the
sections as far as the data do not speak against it, on sentence scores of texts left out.

    .venv/bin/python -m tests.tables.fit_sections           figures of cross-validation only
    .venv/bin/python -m tests.tables.fit_sections --show    and which row and section is wrong
    .venv/bin/python -m tests.tables.fit_sections --write   no figures: fit, and write the weights
                                                            in mentorcrm/core/coach/descriptions
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mentorcrm.core.coach import descriptions
from mentorcrm.core.coach.descriptions import filled, section_model
from mentorcrm.core.coach.descriptions.section_features import features
from mentorcrm.core.coach.descriptions.section_scores import SECTIONS, read_sentence
from mentorcrm.core.coach.descriptions.sections import sections_in

HERE = Path(__file__).parent
WEIGHTS = Path(str(descriptions.__file__)).parent

LETTERS = dict(zip("goestfwu", SECTIONS, strict=True))
WORD_PENALTY, OTHER_PENALTY, SHARED_PENALTY, OWN_PENALTY = 3.0, 1.0, 0.5, 3.0
LEAST_SEEN = 3
TABLES = ("descriptions_seen.jsonl", "descriptions_own.jsonl")


@dataclass
class Text:
    """A labelled text with the features of its sentences."""

    labels: dict
    pieces: tuple
    shown: list


def texts(name):
    found = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        pieces = sections_in(row["text"]).pieces
        shown = [sorted(set(features(p.reading.words, p.reading.groups))) for p in pieces]
        found.append(Text(row, pieces, shown))
    return found


def sentences():
    found = []
    for line in (HERE / "section_sentences.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        letters, _, text = line.partition("|")
        reading = read_sentence(text, 0, len(text))
        labels = {LETTERS[letter] for letter in letters if letter != "-"}
        found.append((sorted(set(features(reading.words, reading.groups))), labels))
    return found


def sigmoid(value):
    return 1 / (1 + np.exp(-np.clip(value, -30, 30)))


def logistic(matrix, labels, counts, penalty, start=None, centre=None, rounds=150):
    """Fit by accelerated gradient descent; ``penalty`` pulls towards ``centre``."""
    centre = np.zeros(matrix.shape[1]) if centre is None else centre
    weights = centre.copy() if start is None else start.copy()
    direction = np.ones(matrix.shape[1])
    for _ in range(12):
        direction = matrix.T @ (counts * (matrix @ direction))
        size = np.linalg.norm(direction)
        direction /= size
    step = 1 / (0.27 * size + penalty.max())
    ahead, momentum = weights.copy(), 1.0
    for _ in range(rounds):
        slope = matrix.T @ (counts * (sigmoid(matrix @ ahead) - labels))
        new = ahead - step * (slope + penalty * (ahead - centre))
        after = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead, weights, momentum = new + (momentum - 1) / after * (new - weights), new, after
    return weights


class SentenceModel:
    """Weights of features per section."""

    def __init__(self, lines, train, rounds=3):
        seen = {}
        for shown in [shown for shown, _ in lines] + [s for text in train for s in text.shown]:
            for name in shown:
                seen[name] = seen.get(name, 0) + 1
        names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
        self.place = {name: number for number, name in enumerate([*names, "bias"])}
        penalty = [WORD_PENALTY if name[0] == "w" else OTHER_PENALTY for name in names]
        self.penalty = np.array([*penalty, 0.01])
        self.lines = [(self.vector(shown), labels) for shown, labels in lines]
        self.train = [(text, [self.vector(shown) for shown in text.shown]) for text in train]
        self.weights = {name: self.fitted(name, rounds) for name in SECTIONS}

    def vector(self, shown):
        found = np.zeros(len(self.place), dtype=np.float32)
        for name in shown:
            if name in self.place:
                found[self.place[name]] = 1
        found[-1] = 1
        return found

    def fitted(self, name, rounds):
        weights = None
        for _ in range(rounds):
            rows = [(v, float(name in labels), 1.0) for v, labels in self.lines]
            for text, vectors in self.train:
                rows += self.rows(name, text, vectors, weights)
            matrix = np.array([row[0] for row in rows], dtype=np.float32)
            labels, counts = np.array([row[1:] for row in rows], dtype=np.float32).T
            weights = logistic(matrix, labels, counts, self.penalty, weights)
        return weights

    def rows(self, name, text, vectors, weights):
        if not text.labels[name]:
            return [(vector, 0.0, 0.7) for vector in vectors]
        if not vectors:
            return []
        own = [
            n for n, p in enumerate(text.pieces) if p.heading.get(name, 0) >= 0.6 and not p.empty
        ]
        rows = [(vectors[n], 1.0, 0.7 / len(own) ** 0.5) for n in own]
        if not own:
            if weights is None:
                scores = [piece.reading.cues[name] for piece in text.pieces]
            else:
                scores = [float(vector @ weights) for vector in vectors]
            rows.append((vectors[int(np.argmax(scores))], 1.0, 1.0))
        for number, piece in enumerate(text.pieces):
            if piece.heading.get(name, 0) < 0.3 and max(piece.heading.values(), default=0) >= 0.8:
                rows.append((vectors[number], 0.0, 0.25))
        return rows

    def read(self, text):
        """Put this model's scores into the readings of a text."""
        for piece, shown in zip(text.pieces, text.shown, strict=True):
            vector = self.vector(shown)
            for name in SECTIONS:
                piece.reading.scores[name] = float(vector @ self.weights[name])


def shown_by(text):
    return {name: filled.document_features(name, text.pieces) for name in SECTIONS}


def fit(lines, train, folds=4):
    """Return the model of sentences and the weights of texts."""
    order = list(range(len(train)))
    random.Random(1).shuffle(order)
    rows = []
    for fold in range(folds):
        out = set(order[fold::folds])
        model = SentenceModel(lines, [train[n] for n in order if n not in out])
        for number in out:
            model.read(train[number])
            rows.append((shown_by(train[number]), train[number].labels))
    everything = np.array([shown[name] for name in SECTIONS for shown, _ in rows])
    labels = np.array([float(label[name]) for name in SECTIONS for _, label in rows])
    size = everything.shape[1]
    shared = logistic(
        everything, labels, np.ones(len(labels)), np.full(size, SHARED_PENALTY), rounds=800
    )
    weights = {}
    for name in SECTIONS:
        matrix = np.array([shown[name] for shown, _ in rows])
        own = np.array([float(label[name]) for _, label in rows])
        weights[name] = logistic(
            matrix, own, np.ones(len(own)), np.full(size, OWN_PENALTY), None, shared, 800
        )
    return SentenceModel(lines, train), weights


def cross_validate(lines, table, extra, folds=5, seed=0):
    """Return the texts and sections judged wrong by weights that did not see the text."""
    order = list(range(len(table)))
    random.Random(seed).shuffle(order)
    wrong = []
    for fold in range(folds):
        out = set(order[fold::folds])
        train = [table[n] for n in order if n not in out] + extra
        model, weights = fit(lines, train)
        for number in sorted(out):
            model.read(table[number])
            for name, shown in shown_by(table[number]).items():
                if (float(np.dot(weights[name], shown)) > 0) != table[number].labels[name]:
                    wrong.append((number, name))
    return wrong


def report(title, wrong, total):
    """Print the share of right verdicts per section."""
    parts = {s: 1 - sum(name == s for _, name in wrong) / total for s in SECTIONS}
    print(title, total, {s: round(part, 3) for s, part in parts.items()}, end=" ")
    print("average", round(1 - len(wrong) / total / len(SECTIONS), 4), flush=True)


def write(model, weights):
    """Write the fitted weights as modules of the program."""
    lines = []
    for name, place in model.place.items():
        numbers = [round(float(model.weights[s][place]) * section_model.SCALE) for s in SECTIONS]
        if name == "bias" or max(abs(number) for number in numbers) >= 3:
            lines.append(f"{name}=" + ",".join(str(number) for number in numbers))
    packed, line = [], ""
    for entry in lines:
        if len(line) + len(entry) > 98:
            packed.append(line)
            line = ""
        line = f"{line} {entry}".strip()
    packed.append(line)
    half = len(packed) // 2
    for name, part in (("section_weights", packed[:half]), ("section_weights_more", packed[half:])):
        text = "\n".join(part)
        (WEIGHTS / f"{name}.py").write_text(
            '"""Weights of sentence features per section, as tests/tables/fit_sections.py fits '
            'them."""\n\nfrom __future__ import annotations\n\n'
            f'LINES = """\n{text}\n"""\n',
            "utf-8",
        )
    body = "".join(
        f'    "{name}": ({", ".join(f"{float(w):.3f}" for w in weights[name])}),\n'
        for name in SECTIONS
    )
    (WEIGHTS / "filled_weights.py").write_text(
        '"""Weights of what a whole text shows, as tests/tables/fit_sections.py fits them."""\n\n'
        "from __future__ import annotations\n\n"
        f"WEIGHTS: dict[str, tuple[float, ...]] = {{\n{body}}}  # fmt: skip\n",
        "utf-8",
    )


def main():
    """Cross-validate, or fit on everything and write."""
    lines = sentences()
    seen, own = (texts(name) for name in TABLES)
    if "--write" in sys.argv:
        write(*fit(lines, seen + own))
        return
    wrong = cross_validate(lines, seen, own)
    report("seen, left out:", wrong, len(seen))
    odd = [(n, s) for n, s in wrong if n % 2]
    report("of these odd rows:", odd, len(seen) // 2)
    if "--show" in sys.argv:
        print(sorted(wrong))


if __name__ == "__main__":
    main()
