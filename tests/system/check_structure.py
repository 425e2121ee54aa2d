#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dependencies point one way: app -> ui -> core. Follows the includes of every file and fails where
  * a LibTorch header is reachable from app/ or ui/, or from a header of core outside core/engine/,
  * core includes a header of Qt Widgets, or anything of ui/ or app/,
  * Qt Charts is included outside ui/charts/,
  * an include from the root doesn't exist.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
TORCH = re.compile(r"^(torch|ATen|c10|caffe2)/")
WIDGETS = set("""QApplication QWidget QMainWindow QDialog QMessageBox QFileDialog QLabel QPushButton QAction QMenu
QToolBar QLayout QVBoxLayout QHBoxLayout QGridLayout QFormLayout QTableView QListView QTreeView QHeaderView QComboBox
QLineEdit QSpinBox QCheckBox QSlider QScrollArea QStackedWidget QTabWidget QDockWidget QToolTip QStyle QFrame
QProgressBar QSplitter QGraphicsView QGraphicsScene QtWidgets QWhatsThis QCompleter QAbstractButton QUndoView""".split())


def includes(path):
    return [(kind, name) for kind, name in INCLUDE.findall(path.read_text(encoding="utf-8"))]


files = [p for folder in ("app", "core", "ui") for p in sorted((root / folder).rglob("*")) if p.suffix in (".h", ".cpp")]
problems = []


def torch_chain(path, seen):
    """The chain of includes from a file to a LibTorch header, or None."""
    for kind, name in includes(path):
        if TORCH.match(name):
            return [name]
        target = root / name
        if kind == '"' and target.exists() and target not in seen:
            seen.add(target)
            chain = torch_chain(target, seen)
            if chain:
                return [name] + chain
    return None


for path in files:
    where = path.relative_to(root).as_posix()
    folder = where.split("/")[0]
    engine = where.startswith("core/engine/")
    if folder in ("app", "ui") or (folder == "core" and path.suffix == ".h" and not engine) or \
            (folder == "core" and not engine):
        chain = torch_chain(path, {path})
        if chain:
            problems.append(f"{where}: reaches LibTorch: {' -> '.join(chain)}")
    for kind, name in includes(path):
        if kind == '"' and "/" in name and not (root / name).exists():
            problems.append(f"{where}: includes {name}, which does not exist")
        if folder == "core" and (name in WIDGETS or name.startswith(("ui/", "app/", "QtWidgets"))):
            problems.append(f"{where}: core includes {name}")
        if folder == "ui" and name.startswith("app/"):
            problems.append(f"{where}: ui includes {name}")
        if (name.startswith("QtCharts") or re.match(r"^Q(Chart|LineSeries|ScatterSeries|ValueAxis|LogValueAxis|AreaSeries|XYSeries|AbstractAxis|AbstractSeries)", name)) \
                and not where.startswith("ui/charts/"):
            problems.append(f"{where}: includes {name}, which belongs below ui/charts/")

for problem in problems:
    print(problem)
print(f"{len(files)} files looked at, {len(problems)} problems")
sys.exit(1 if problems or not files else 0)
