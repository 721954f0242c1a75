#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the layout: who may include whom, what may stand where, and how long it may get.

Prints one line for each violation, `file:line: what`, and exits 1 if there is any.
"""

import argparse
import re
import sys
from pathlib import Path

CORE_SIBLINGS = ["prometheus", "probe", "alerting", "catalogue", "dashboard", "storage", "settings"]
UI_PAGES = ["dashboard", "probes", "alerts", "connections", "settings", "desktop"]

# Each module and all that it may include besides itself.
CORE = {
    "base": [],
    "metrics": ["base"],
    "http": ["metrics", "base"],
    **{name: ["http", "metrics", "base"] for name in CORE_SIBLINGS},
    "engine": CORE_SIBLINGS + ["http", "metrics", "base"],
}
UI = {
    "text": [],
    "theme": [],
    "models": ["theme", "text"],
    "charts": ["models", "theme", "text"],
    "panels": ["charts", "models", "theme", "text"],
    **{name: ["panels", "charts", "models", "theme", "text"] for name in UI_PAGES},
    "mainwindow": UI_PAGES + ["panels", "charts", "models", "theme", "text"],
}
TOP_FOLDERS = {"app", "core", "resources", "tests", "translations", "ui"}
# Where the one header of QWebSocket's client may be included, of all core and ui.
WEB_SOCKET_FILE = "core/probe/qtwebsockettransport.cpp"

FILE_WALL = 600
FUNCTION_WALL = 60
MAIN_WINDOW_WALL = 300

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
FORBIDDEN_EVERYWHERE = [
    (re.compile(r"\bSIGNAL\s*\(|\bSLOT\s*\("), "a connect by string"),
    (re.compile(r"(?<![\w.>])sender\(\)"), "sender()"),
]
FORBIDDEN_IN_CORE = [
    (re.compile(r"(?<!\w)tr\(\s*[\"u]|QCoreApplication::translate\(\s*[\"u]"), "a translated text in core"),
    (re.compile(r"(?<!Application)::instance\(\)"), "a singleton in core"),
]
FUNCTION_OPEN = re.compile(r"^(\s*)\{$")
NO_FUNCTION = re.compile(r"^\s*(namespace|class|struct|enum|union|extern)\b")
# The rows of a test, which Qt Test wants in a function.
TABLE = re.compile(r"^void \w+::\w+_data\(\)$")


class Checker:
    def __init__(self, root, qt_include):
        self.root = root
        self.qt_include = qt_include
        self.found = []

    def report(self, path, line, what):
        self.found.append(f"{path.relative_to(self.root)}:{line}: {what}")

    def qt_module(self, header):
        """The Qt module that a header belongs to, such as QtGui; the first of Core wins, as in the compiler's path."""
        if "/" in header:
            return header.split("/")[0]
        modules = ["QtCore", "QtNetwork", "QtSql", "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtWebSockets", "QtDBus"]
        for module in modules:
            if (self.qt_include / module / header).exists():
                return module
        return None

    def check_include(self, path, number, kind, header):
        here = path.relative_to(self.root).parts
        if kind == '"':
            self.check_layer(path, number, here, header.split("/"))
            return
        module = self.qt_module(header)
        if here[0] == "core" and module in ("QtGui", "QtWidgets", "QtCharts", "QtSvg"):
            self.report(path, number, f"core includes <{header}> of {module}")
        if module == "QtCharts" and here[:2] != ("ui", "charts"):
            self.report(path, number, f"<{header}> of Qt Charts outside ui/charts")
        is_socket = module == "QtWebSockets" and "Server" not in header
        if is_socket and here[0] in ("core", "ui") and "/".join(here) != WEB_SOCKET_FILE:
            self.report(path, number, f"<{header}> outside {WEB_SOCKET_FILE}")

    def check_layer(self, path, number, here, there):
        if here[0] not in ("core", "ui"):
            return
        if there[0] == "tests" or there[0] == "app" or (here[0] == "core" and there[0] == "ui"):
            self.report(path, number, f"{here[0]} includes {'/'.join(there)}")
            return
        if here[0] != there[0]:
            return
        table = CORE if here[0] == "core" else UI
        if here[1] not in table:
            self.report(path, number, f"the module {here[0]}/{here[1]} is not in the table of layers")
        elif there[1] != here[1] and there[1] not in table[here[1]]:
            self.report(path, number, f"{here[0]}/{here[1]} includes {'/'.join(there)}")

    def check_text(self, path, lines):
        where = path.relative_to(self.root).parts[0]
        rules = FORBIDDEN_EVERYWHERE + (FORBIDDEN_IN_CORE if where == "core" else [])
        for number, line in enumerate(lines, 1):
            if line.lstrip().startswith("//"):
                continue
            for pattern, what in rules:
                if where in ("app", "core", "ui") and pattern.search(line):
                    self.report(path, number, what)
            include = INCLUDE.match(line)
            if include:
                self.check_include(path, number, include.group(1), include.group(2))

    def check_walls(self, path, lines):
        if len(lines) > FILE_WALL:
            self.report(path, len(lines), f"{len(lines)} lines, the wall is {FILE_WALL}")
        if path.name == "mainwindow.cpp" and len(lines) > MAIN_WINDOW_WALL:
            self.report(path, len(lines), f"MainWindow has {len(lines)} lines, the wall is {MAIN_WINDOW_WALL}")
        for start, length in functions(lines):
            is_table = path.relative_to(self.root).parts[0] == "tests" and TABLE.match(lines[start - 2])
            if length > FUNCTION_WALL and not is_table:
                self.report(path, start, f"a function of {length} lines, the wall is {FUNCTION_WALL}")

    def check_file(self, path):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(lines[:4]):
            self.report(path, 1, "no SPDX line")
        self.check_text(path, lines)
        self.check_walls(path, lines)

    def run(self):
        for entry in sorted(self.root.iterdir()):
            visible = entry.is_dir() and not entry.name.startswith((".", "build"))
            if visible and entry.name not in TOP_FOLDERS:
                self.report(entry, 1, "a visible folder at the top that the layout does not have")
        for folder in ("app", "core", "resources", "tests", "ui"):
            for path in sorted((self.root / folder).rglob("*")):
                if path.suffix in (".cpp", ".h"):
                    self.check_file(path)
        return self.found


def functions(lines):
    """Start line and length of each function body: a brace on a line of its own, as the format puts it."""
    i = 0
    while i < len(lines):
        opening = FUNCTION_OPEN.match(lines[i])
        if not opening or i == 0 or NO_FUNCTION.match(lines[i - 1]):
            i += 1
            continue
        closing = f"{opening.group(1)}}}"
        end = next((j for j in range(i + 1, len(lines)) if lines[j].startswith(closing)), len(lines))
        yield i + 1, end - i + 1
        i = end + 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--qt-include", type=Path, required=True, help="the folder that holds QtCore, QtGui, ...")
    arguments = parser.parse_args()
    found = Checker(arguments.root.resolve(), arguments.qt_include).run()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
