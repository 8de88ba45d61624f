"""Who may import whom (the layers themselves are contracts of import-linter)."""

from __future__ import annotations

import ast
import subprocess
import sys

from tests.architecture.sources import ROOT, calls, modules, name, runtime_imports, tree

DRIVER = {
    f"mentorcrm/core/{module}.py" for module in ("database", "driver", "first_page", "migrate")
}


def _imports(folder):
    return [
        (f"{name(path)}:{line}", imported)
        for path in modules(folder)
        for line, imported in runtime_imports(path)
    ]


def test_the_layers_are_kept():
    # In a process of its own: the linter reads the tree and keeps what it read.
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    answer = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_only_the_database_speaks_to_the_driver():
    assert [
        (where, imported)
        for where, imported in _imports("mentorcrm")
        if imported.split(".")[0] == "sqlcipher3" and where.split(":")[0] not in DRIVER
    ] == []


def test_only_the_database_makes_engines_and_sessions():
    makers = {"create_engine", "sessionmaker", "Session", "scoped_session"}
    assert [
        f"{name(path)}:{call.lineno}"
        for path in modules("mentorcrm")
        for called, call in calls(path)
        if called in makers and name(path) not in DRIVER
    ] == []


def test_window_and_command_line_load_the_heavy_core_late():
    named = {
        ".".join(imported.split(".")[:3])
        for folder in ("mentorcrm/gui", "mentorcrm/cli")
        for _, imported in _imports(folder)
        if imported.startswith("mentorcrm.core.")
    }
    # What they import by name must come without SQLAlchemy; the rest comes through the facade.
    question = f"import sys, {', '.join(sorted(named))}; sys.exit('sqlalchemy' in sys.modules)"
    heavy = f"one of these loads SQLAlchemy: {sorted(named)}"
    assert subprocess.run([sys.executable, "-c", question], check=False).returncode == 0, heavy


def test_nothing_is_imported_by_star():
    stars = [
        f"{name(path)}:{node.lineno}"
        for path in modules("mentorcrm", "tests", "packaging")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert stars == []


def test_nobody_turns_the_event_loop_by_hand():
    turned = [
        f"{name(path)}:{call.lineno}"
        for path in modules("mentorcrm")
        for called, call in calls(path)
        if called in {"processEvents", "sendPostedEvents"}
    ]
    assert turned == []


def test_no_module_can_speak_to_the_network():
    network = ("http", "urllib.request", "smtplib", "ssl", "ftplib", "asyncio", "socketserver")
    network += ("PySide6.QtNetwork", "PySide6.QtWebEngine", "requests", "xmlrpc")
    # Sockets of this machine only: the second start calls the first, and the session bus.
    local = {"mentorcrm/core/instance.py", "mentorcrm/core/notifications/freedesktop.py"}
    assert [
        (where, imported)
        for where, imported in _imports("mentorcrm")
        if f"{imported}.".startswith(tuple(f"{name}." for name in network))
        or (imported.split(".")[0] == "socket" and where.split(":")[0] not in local)
    ] == []


def test_printing_draws_without_widgets():
    qt = {
        module
        for _where, imported in _imports("mentorcrm/printing")
        if (module := ".".join(imported.split(".")[:2])).startswith("PySide6")
    }
    assert qt <= {"PySide6.QtCore", "PySide6.QtGui"}


def test_only_notices_opens_message_boxes():
    assert [
        (where, imported)
        for where, imported in _imports("mentorcrm/gui")
        if imported.endswith(".QMessageBox") and "gui/notices" not in where
    ] == []


def test_only_the_theme_holds_colours():
    literals = [
        f"{name(path)}:{node.lineno} {node.value}"
        for path in modules("mentorcrm/gui")
        if "gui/theme" not in name(path)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_colour(node.value)
    ]
    assert literals == []


def _is_colour(text):
    digits = text.removeprefix("#")
    return (
        text.startswith("#")
        and len(digits) in (3, 6, 8)
        and all(digit in "0123456789abcdefABCDEF" for digit in digits)
    ) or text.replace(" ", "").startswith(("rgb(", "rgba("))


def test_tests_wait_for_what_happens_not_for_time():
    slept = [
        f"{name(path)}:{call.lineno}"
        for path in modules("tests")
        if "/bench/" not in name(path)
        for called, call in calls(path)
        if ast.unparse(call.func) in {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait"}
    ]
    assert slept == []
