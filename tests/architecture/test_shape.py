"""Files and functions stay small, and are named by what they are about."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import OURS, modules, name, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
WORDS_THAT_NAME_NOTHING = re.compile(r"^(utils?|helpers?|common|misc|managers?|stuff)$|_utils?$")

LOWER_CASE_IN_QT = {
    "accept", "clone", "count", "data", "event", "flags", "index", "paint", "parent", "pixmap", "redo", "reject", "run", "undo",
}  # fmt: skip


def _functions(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_is_longer_than_400_lines():
    sizes = {name(path): len(path.read_text("utf-8").splitlines()) for path in modules(*OURS)}
    assert {path: lines for path, lines in sizes.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_40_lines():
    lengths = {
        f"{name(path)}:{node.lineno} {node.name}": _lines_of_code(node)
        for path in modules("mentorcrm", "packaging")
        for node in _functions(path)
    }
    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def _lines_of_code(function):
    """Count from the first statement on, without a table that is returned: that is data."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body:
        return 0
    last = body[-1]
    is_table = isinstance(last, ast.Return) and isinstance(
        last.value, ast.Tuple | ast.List | ast.Dict
    )
    end = last.lineno - 1 if is_table else function.end_lineno
    return end - body[0].lineno + 1


def test_no_file_is_named_after_nothing():
    assert [
        name(path)
        for path in modules(*OURS)
        if any(WORDS_THAT_NAME_NOTHING.search(part) for part in (path.stem, path.parent.name))
    ] == []


def test_public_methods_of_our_own_in_the_window_have_a_docstring():
    documented = _documented_methods()
    missing = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in modules("mentorcrm/gui")
        for bases, node in _public(tree(path))
        # A camelCase name overrides a method of Qt, which documents it.
        if node.name == node.name.lower() and node.name not in LOWER_CASE_IN_QT
        if ast.get_docstring(node) is None
        if not any(node.name in documented.get(base, ()) for base in bases)
    ]
    assert missing == []


def _documented_methods():
    """Return, for each class of the window, the methods whose sentence its subclasses share."""
    return {
        scope.name: {
            node.name
            for node in scope.body
            if isinstance(node, ast.FunctionDef) and ast.get_docstring(node)
        }
        for path in modules("mentorcrm/gui")
        for scope in ast.walk(tree(path))
        if isinstance(scope, ast.ClassDef)
    }


def _public(scope, bases=()):
    """Give the public functions of a module or class, and those of its public classes."""
    for node in scope.body:
        if getattr(node, "name", "_").startswith("_"):
            continue
        if isinstance(node, ast.ClassDef):
            yield from _public(node, [ast.unparse(base).split("[")[0] for base in node.bases])
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield bases, node
