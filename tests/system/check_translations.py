#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Spanish catalogue has every string of the source, finished: runs lupdate on a copy and looks for unfinished ones, for
placeholders (%1, %2, …) that got lost."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

root = pathlib.Path(sys.argv[1])
lupdate = sys.argv[2]
problems = []
with tempfile.TemporaryDirectory() as folder:
    copy = pathlib.Path(folder) / "convscope_es.ts"
    shutil.copy(root / "resources/translations/convscope_es.ts", copy)
    subprocess.run([lupdate, "-silent", "-locations", "none", "-extensions", "cpp,h", "-I", str(root),
                    *(str(root / part) for part in ("core", "ui", "app")), "-ts", str(copy)], check=True)
    tree = ElementTree.parse(copy)

messages = 0
for context in tree.getroot().iter("context"):
    name = context.findtext("name")
    for message in context.iter("message"):
        translation = message.find("translation")
        kind = translation.get("type")
        if kind in ("vanished", "obsolete"):
            continue
        messages += 1
        source = message.findtext("source")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if kind == "unfinished" or not all(forms):
            problems.append(f"{name}: not translated: {source!r}")
            continue
        wanted = sorted(set(re.findall(r"%L?(\d+)", source)))
        for form in forms:
            found = sorted(set(re.findall(r"%L?(\d+)", form)))
            if wanted != found:
                problems.append(f"{name}: placeholders differ: {source!r} -> {form!r}")

for problem in problems:
    print(problem)
print(f"{messages} strings, {len(problems)} problems")
sys.exit(1 if problems or not messages else 0)
