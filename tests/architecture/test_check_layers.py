#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation after the other in an empty tree and wants each to be found."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import check_layers  # noqa: E402

QT_INCLUDE = Path(os.environ["SOCKEYE_QT_INCLUDE"])
SPDX = "// SPDX-FileCopyrightText: 2026 X\n// SPDX-License-Identifier: GPL-3.0-or-later\n"

# name: (file, what is in it, what the report must say; None where all is well)
CASES = {
    "base may use nothing of ours": ("core/base/a.h", '#include "core/metrics/b.h"', "core/base includes core/metrics"),
    "siblings do not include each other": ("core/probe/a.h", '#include "core/storage/b.h"', "core/probe includes core/storage"),
    "an arrow may be skipped": ("core/probe/a.h", '#include "core/base/b.h"', None),
    "an arrow is not turned": ("core/http/a.h", '#include "core/engine/b.h"', "core/http includes core/engine"),
    "engine knows them all": ("core/engine/a.h", '#include "core/storage/b.h"', None),
    "core never includes ui": ("core/engine/a.h", '#include "ui/text/b.h"', "core includes ui/text"),
    "ui pages do not include each other": ("ui/alerts/a.h", '#include "ui/probes/b.h"', "ui/alerts includes ui/probes"),
    "charts do not know panels": ("ui/charts/a.h", '#include "ui/panels/b.h"', "ui/charts includes ui/panels"),
    "ui may include core": ("ui/alerts/a.h", '#include "core/engine/b.h"', None),
    "an unknown module": ("core/extras/a.h", '#include "core/base/b.h"', "not in the table"),
    "no widget in core": ("core/engine/a.h", "#include <QWidget>", "of QtWidgets"),
    "no widget in core by its module": ("core/engine/a.h", "#include <QtWidgets/QWidget>", "of QtWidgets"),
    "no colour in core": ("core/engine/a.h", "#include <QColor>", "of QtGui"),
    "no chart outside ui/charts": ("ui/panels/a.h", "#include <QChart>", "outside ui/charts"),
    "a chart in ui/charts": ("ui/charts/a.h", "#include <QChart>", None),
    "no QWebSocket in the prober": ("core/probe/prober.cpp", "#include <QWebSocket>", "outside core/probe/qtwebsockettransport.cpp"),
    "QWebSocket in its one file": ("core/probe/qtwebsockettransport.cpp", "#include <QWebSocket>", None),
    "no tr() in core": ("core/engine/a.cpp", 'auto s = tr("x");', "translated text"),
    "no singleton in core": ("core/engine/a.cpp", "Settings::instance();", "a singleton"),
    "the application's instance is no singleton of ours": ("core/engine/a.cpp", "QCoreApplication::instance();", None),
    "no connect by string": ("ui/alerts/a.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));", "connect by string"),
    "no sender()": ("ui/alerts/a.cpp", "auto *s = sender();", "sender()"),
    "a file over the wall": ("core/base/a.cpp", "int x;\n" * 601, "the wall is 600"),
    "a function over the wall": ("core/base/a.cpp", "void f()\n{\n" + "    g();\n" * 61 + "}", "a function of"),
    "a test's table over the wall": ("tests/base/a.cpp", "void A::f_data()\n{\n" + "    g();\n" * 61 + "}", None),
    "a long test": ("tests/base/a.cpp", "void A::f()\n{\n" + "    g();\n" * 61 + "}", "a function of"),
    "a table is only known in tests": ("core/base/a.cpp", "void A::f_data()\n{\n" + "    g();\n" * 61 + "}", "a function of"),
    "a namespace is no function": ("core/base/a.cpp", "namespace x\n{\n" + "int y;\n" * 61 + "}", None),
    "a long main window": ("ui/mainwindow/mainwindow.cpp", "int x;\n" * 301, "MainWindow has"),
    "a file with no licence": ("core/base/a.cpp", None, "no SPDX line"),
    "another folder at the top": ("docs/a.txt", "x", "a visible folder"),
    "a build folder at the top": ("build-x/a.txt", "x", None),
}


class Planted(unittest.TestCase):
    def test_each(self):
        for name, (file, text, expected) in CASES.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / file
                path.parent.mkdir(parents=True)
                path.write_text("int x;\n" if text is None else SPDX + text, encoding="utf-8")
                found = check_layers.Checker(Path(folder).resolve(), QT_INCLUDE).run()
                if expected is None:
                    self.assertEqual(found, [])
                else:
                    self.assertEqual(len([line for line in found if expected in line]), 1, found)


if __name__ == "__main__":
    unittest.main()
