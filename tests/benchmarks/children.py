# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the programs that are measured, and reads what they say."""
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

PATIENCE = 300  # seconds after which a program that doesn't end is given up


class ChildFailed(Exception):
    """A program that is measured did not do its work; the text is a sentence that says so."""


class Child:
    """A program that has ended: the JSON objects it printed. Each line of an epoch has got `resident_kib`, the resident memory
    (VmRSS), and `thread_seconds`, both read from outside when the line arrived; `peak_kib` is the most that the program ever had."""

    def __init__(self, objects, peak_kib):
        self.objects = objects
        self.peak_kib = peak_kib

    def epochs(self):
        return [entry for entry in self.objects if "train_images_per_second" in entry]


def resident(pid):
    """VmRSS of a process in KiB; None where it has gone."""
    with contextlib.suppress(OSError):
        with open(f"/proc/{pid}/status") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1])
    return None


def thread_seconds(pid):
    """Processor time that the threads of a process have had so far, by the threads' names; those that have ended left out."""
    seconds = {}
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*"):
        with contextlib.suppress(OSError):
            name, _, figures = (task / "stat").read_text().partition("(")[2].rpartition(")")
            ticks = sum(map(int, figures.split()[11:13])) # in the program and in the kernel
            seconds[name] = seconds.get(name, 0.0) + ticks / os.sysconf("SC_CLK_TCK")
    return seconds


def last_words(text):
    """The line of an error output that says most: an exception's text, else the last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    thrown = [line for line in lines if line.startswith("what():")]
    return (thrown or lines or ["it printed nothing"])[-1]


def reason(name, status, expired, errors):
    if expired:
        return f"{name} did not end within {PATIENCE} seconds."
    code = os.waitstatus_to_exitcode(status)
    how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
    return f"{name} {how}: {last_words(errors)}"


def run(command, name, environment=None):
    """Runs a program that prints JSON objects, one a line; other lines are passed over."""
    objects = []
    with tempfile.TemporaryFile("w+") as errors:
        try:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, stdin=subprocess.DEVNULL, text=True,
                                       env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})})
        except OSError as error:
            raise ChildFailed(f"{name} could not be started: {error.strerror} ({command[0]}).") from error
        expired = threading.Event()
        timer = threading.Timer(PATIENCE, lambda: (expired.set(), process.kill()))
        timer.start()
        try:
            for line in process.stdout:
                with contextlib.suppress(json.JSONDecodeError):
                    objects.append(json.loads(line))
                    if "train_images_per_second" in objects[-1]:
                        objects[-1] |= {"resident_kib": resident(process.pid), "thread_seconds": thread_seconds(process.pid)}
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        finally:
            timer.cancel()
            if process.returncode is None:
                process.kill()
                process.wait()
            process.stdout.close()
        errors.seek(0)
        if expired.is_set() or status != 0:
            raise ChildFailed(reason(name, status, expired.is_set(), errors.read()))
    if not objects:
        raise ChildFailed(f"{name} printed no result.")
    return Child(objects, usage.ru_maxrss)


# Ends by itself where the measurement was killed.
BUSY = """
import os
parent = os.getppid()
while os.getppid() == parent:
    for _ in range(1000000):
        pass
"""


@contextlib.contextmanager
def busy_neighbour():
    """One process at normal priority that wants a whole processor."""
    process = subprocess.Popen([sys.executable, "-c", BUSY])
    try:
        yield
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def virtual_screen():
    """A screen in memory; its name for DISPLAY. The X server looks for a free number itself."""
    reading, writing = os.pipe()
    try:
        server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "2000x1200x24", "-nolisten", "tcp"],
                                  pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
    except OSError as error:
        os.close(reading)
        raise ChildFailed("There is no Xvfb: please install the package xvfb.") from error
    finally:
        os.close(writing)
    try:
        with open(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise ChildFailed("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
