#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures ConvScope against the PyTorch script peer_fashion.py and against the machine's limit, and prints one table. It only
reports: no figure makes it fail. A measure whose program fails has a sentence in its row; the others are still taken, and the exit
code is 1 at the end. Started by run.sh, which builds first."""
import argparse
import contextlib
import dataclasses
import json
import sys
import time

import bench as benches
import children
import report
from measures import Cnn, Laboratory, Mlp, Neighbour, Reading, Recording, WholeEpoch
from precisionmeasures import Bfloat16, Bfloat16Accuracy
from windowmeasures import Chart, Drawing, Gallery, Timeline, Window

MEASURES = {
    "cnn-1": lambda bench: Cnn(bench, "cnn-1"),
    "cnn-2": lambda bench: Cnn(bench, "cnn-2"),
    "whole-epoch": WholeEpoch,
    "mlp-512": lambda bench: Mlp(bench, "mlp-512"),
    "mlp-2048": lambda bench: Mlp(bench, "mlp-2048"),
    # Takes the peer's figure from the runs before it, so it comes before the busy neighbour.
    "reading": Reading,
    "neighbour": Neighbour,
    "recording": Recording,
    "laboratory": Laboratory,
    "bfloat16": Bfloat16,
    "bfloat16-accuracy": Bfloat16Accuracy,
    "chart": Chart,
    "window": Window,
    "timeline": Timeline,
    "drawing": Drawing,
    "gallery": Gallery,
}
ON_REQUEST = {"bfloat16-accuracy"}
NEED_SCREEN = {"chart", "window", "timeline", "drawing", "gallery"}


def say(text):
    print(text, file=sys.stderr, flush=True)


def take(measure):
    """One round of one measure."""
    begin = time.monotonic()
    try:
        measure.round()
    except (children.ChildFailed, KeyError, IndexError, TypeError) as problem:
        measure.failed = True
        sentence = str(problem) if isinstance(problem, children.ChildFailed) \
            else f"A program printed something else than expected: {type(problem).__name__} {problem}."
        for row in measure.rows:
            row.problems.append(sentence)
        say(f"  {measure.name}: {sentence}")
    measure.seconds = time.monotonic() - begin


def due(measure, number, elapsed, budget):
    if measure.failed or (measure.once and number > 1):
        return False
    return number == 1 or budget is None or elapsed + measure.seconds <= budget


def take_all(bench, measures):
    """Rounds over all measures, so that each one's pairs are spread over the whole time."""
    begin = time.monotonic()
    for number in range(1, bench.sizes.pairs + 1):
        bench.begin_round()
        for measure in measures:
            if due(measure, number, time.monotonic() - begin, bench.sizes.budget):
                say(f"{time.monotonic() - begin:4.0f} s  round {number} of {bench.sizes.pairs}: {measure.name}")
                take(measure)


def arguments():
    parser = argparse.ArgumentParser(prog="tests/benchmarks/run.sh", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer pictures and one pair: under 90 seconds on a quiet machine")
    parser.add_argument("--json", action="store_true", help="one JSON document in place of the table")
    parser.add_argument("--only", action="append", choices=list(MEASURES), metavar="NAME",
                        help=f"this measure only; may be repeated: {', '.join(MEASURES)}")
    parser.add_argument("--pairs", type=int, help="number of pairs, however long they take")
    parser.add_argument("--build", default="build/tests", help="the build folder; default: %(default)s")
    parsed = parser.parse_args()
    if parsed.pairs is not None and parsed.pairs < 1:
        parser.error("--pairs must be at least 1")
    return parsed


def measure_all(options, names):
    sizes = benches.QUICK if options.quick else benches.FULL
    if options.pairs is not None:
        sizes = dataclasses.replace(sizes, pairs=options.pairs, budget=None)
    document = {"date": report.now(), "machine": report.machine(), "mode": sizes.name, "pairs": sizes.pairs,
                "threads": benches.THREADS}
    with contextlib.ExitStack() as stack:
        bench = benches.Bench(options.build, sizes)
        if NEED_SCREEN.intersection(names):
            try:
                bench.display = stack.enter_context(children.virtual_screen())
            except children.ChildFailed as problem:
                bench.no_display = str(problem)
        document["versions"] = {"program": report.output_of([bench.program, "--version"]),
                                "peer": f"PyTorch {bench.peer_version}" if bench.peer_version else bench.no_peer}
        measures = [MEASURES[name](bench) for name in names]
        take_all(bench, measures)
    return document, [row for measure in measures for row in measure.rows]


def main():
    options = arguments()
    names = [name for name in MEASURES if (name in options.only if options.only else name not in ON_REQUEST)]
    begin = time.monotonic()
    document, rows = measure_all(options, names)
    document["seconds"] = round(time.monotonic() - begin, 1)
    if options.json:
        print(json.dumps(document | {"rows": [row.json() for row in rows]}, indent=2))
    else:
        print(report.heading(document), report.table(rows), report.notes(rows), sep="\n\n")
        print(f"\nTook {document['seconds']:.0f} seconds.")
    return 1 if any(row.problems for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
