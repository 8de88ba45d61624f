"""The project's own files, for the tests that read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "mentorcrm"
OURS = ("mentorcrm", "migrations", "packaging", "tests")


def modules(*parts: str) -> list[Path]:
    """Return every Python file under the named folders of the project."""
    return sorted(path for part in parts for path in (ROOT / part).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """Return the parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    """Return the path as the reports show it."""
    return path.relative_to(ROOT).as_posix()


def runtime_imports(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and full name of everything imported when the module runs.

    ``from package import thing`` counts as ``package.thing``; imports for the type checker do
    not count.
    """
    for node in _without_type_checking(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _without_type_checking(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _without_type_checking(child)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Give the last name and the node of every call in the module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            target = node.func
            if isinstance(target, ast.Attribute):
                yield target.attr, node
            elif isinstance(target, ast.Name):
                yield target.id, node
