# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known about the machine, and the table."""
import datetime
import os
import platform
import statistics
import subprocess

HEADINGS = ["measure", "ours", "the peer's", "ratio", "target", "met", "limit", "n"]


def cpu_fields():
    """The first processor's entries in /proc/cpuinfo."""
    fields = {}
    with open("/proc/cpuinfo") as file:
        for line in file:
            if not line.strip():
                break
            key, _, value = line.partition(":")
            fields[key.strip()] = value.strip()
    return fields


def has_bfloat16():
    flags = cpu_fields().get("flags", "").split()
    return "avx512_bf16" in flags or "amx_bf16" in flags


def output_of(command):
    """Lines of a program's standard output; none where it can't be had."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "LC_ALL": "C.UTF-8"})
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.strip().splitlines()


def machine():
    return {"processor": cpu_fields().get("model name", platform.machine()),
            "processor_threads": len(os.sched_getaffinity(0)),
            "bfloat16": has_bfloat16(),
            "memory_mib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
            "load_average_at_start": os.getloadavg()[0],
            "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
            "kernel": platform.release()}


def now():
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def ratio_text(row):
    ratio = row.ratio()
    return "" if ratio is None else f"{ratio:.2f}"


def peer_text(row):
    if not row.peer:
        return row.no_peer
    text = row.number(statistics.median(row.peer))
    return f"{text} ({row.other})" if row.other else text


def cells(row):
    ours = row.number(row.value()) if row.ours else row.absent
    limit = row.number(statistics.median(row.limit)) if row.limit else ""
    met = {True: "yes", False: "no", None: ""}[row.met()]
    count = len(row.ours or row.limit)
    return [row.title, ours, peer_text(row), ratio_text(row), row.target_text(), met, limit, str(count or "")]


def table(rows):
    """Columns side by side; what went wrong with a row stands below it."""
    lines = [HEADINGS] + [cells(row) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    def joined(line):
        return "  ".join([line[0].ljust(widths[0])] + [text.rjust(width) for text, width in zip(line[1:], widths[1:])]).rstrip()
    text = [joined(lines[0]), joined(["-" * width for width in widths])]
    for row, line in zip(rows, lines[1:]):
        text.append(joined(line))
        text += [f"    {problem}" for problem in row.problems]
    return "\n".join(text)


def heading(document):
    about = document["machine"]
    return "\n".join([
        f"{about['processor']}, {about['processor_threads']} processor threads, {about['memory_mib']:,} MiB; {about['system']}, "
        f"Linux {about['kernel']}; load average at start {about['load_average_at_start']:.2f}",
        f"{document['date']}; {', '.join(document['versions']['program'])}; the peer: {document['versions']['peer']}",
        f"{document['mode']}: medians of {document['pairs']} alternating pairs, {document['threads']} threads on both sides; the ratio is "
        "the median of the pairs' ratios; n counts the samples (fewer where the time was up)"])


def notes(rows):
    """Each note once, with the measures it is about."""
    about = {}
    for row in rows:
        if row.note:
            about.setdefault(row.note, []).append(row.title)
    return "\n".join(f"* {', '.join(titles)}: {note}" for note, titles in about.items())
