#!/usr/bin/env python3
"""The interactive planner in a real terminal (a pty): first frame beside tig and nnn, key to frame, Esc, filter, idle,
memory.

    make bench-screens            on the bundled catalogs
    Benchmarks/screens.py --program PATH [--catalog PATH]

The programs start in turns, so that all meet the same machine. The first frame comes before any catalog is read; the
goals are there once their number of credentials is. A frame is over once nothing has come for 15 ms. Idle wake-ups are
the context switches of all threads within five seconds after the last goal is planned.
"""

import argparse
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

QUIET = 0.015


class Session:
    def __init__(self, arguments, folder="."):
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execvp(arguments[0], arguments)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def read(self, wait):
        """What comes within `wait` seconds; b"" for nothing."""
        ready, _, _ = select.select([self.terminal], [], [], wait)
        return os.read(self.terminal, 65536) if ready else b""

    def first_frame(self):
        """Milliseconds until the first output after the alternate screen has come on."""
        self.seen = b""
        while b"\x1b[?1049h" not in self.seen or len(self.seen.split(b"\x1b[?1049h")[1]) < 200:
            self.see()
        return self.age()

    def shows(self, text):
        """Milliseconds until that text was sent, after the first frame."""
        while text not in self.seen:
            self.see()
        return self.age()

    def see(self):
        part = self.read(10)
        if not part:
            sys.exit("no frame came")
        self.seen += part

    def age(self):
        return (time.perf_counter() - self.started) * 1000

    def settle(self, quiet=QUIET):
        while self.read(quiet):
            pass

    def key(self, bytes_):
        """Milliseconds from a key to the beginning of the frame it causes; None where it changes nothing."""
        self.settle(0.002)
        start = time.perf_counter()
        os.write(self.terminal, bytes_)
        return (time.perf_counter() - start) * 1000 if self.read(1) else None

    def memory(self):
        """Most memory held, in MB."""
        with open(f"/proc/{self.process}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def switches(self):
        total = 0
        for task in os.listdir(f"/proc/{self.process}/task"):
            with open(f"/proc/{self.process}/task/{task}/status") as status:
                total += sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)
        return total

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


# Of the planner's second frame.
GOALS = b" credentials"


def first_frames(programs, runs=21):
    """Of each program the medians of its first frame and, where it is the planner, of its goals."""
    first, goals = {}, []
    for _ in range(runs):
        for name, (arguments, folder) in programs.items():
            session = Session(arguments, folder)
            first.setdefault(name, []).append(session.first_frame())
            if name == "cairn":
                goals.append(session.shows(GOALS))
            session.close()
    return {name: statistics.median(times) for name, times in first.items()}, statistics.median(goals)


def many_goals(path, count=10_000):
    """A catalog of so many goals, each with a credential of its own."""
    provider = {"id": "p", "name": "Provider"}
    credentials = [
        {"id": f"c{n}", "title": f"Certificate {n}", "provider": "p", "cost": 100 + n % 900, "effort": 10 + n % 90}
        for n in range(count)
    ]
    words = ["network", "security", "cloud", "data", "health", "trade", "tax", "design"]
    goals = [
        {"id": f"g{n}", "title": f"{words[n % 8].capitalize()} worker {n}", "requires": f"c{n}"} for n in range(count)
    ]
    with open(path, "w") as file:
        json.dump(
            {"catalog": "many", "title": "Many", "currency": "USD", "providers": [provider],
             "credentials": credentials, "goals": goals}, file)


def percentiles(times):
    times = sorted(times)
    return f"{statistics.median(times):.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms"


def keys_in(session, keys):
    times = [session.key(key) for key in keys]
    return percentiles([time_ for time_ in times if time_ is not None])


def measure_keys(planner, name):
    session = Session(planner)
    session.first_frame()
    session.shows(GOALS)
    print(f"| key to frame while goals are planned, {name} | {keys_in(session, KEYS * 60)} |")
    # Esc is told from the beginning of an arrow key by waiting for the rest of it.
    times = []
    for _ in range(30):
        session.key(b"?")
        times.append(session.key(b"\x1b"))
    print(f"| Esc to frame, {name} | {percentiles(times)} |")
    times = []
    for word in [b"security", b"cloud 9", b"health worker 4"] * 4:
        session.key(b"/")
        times += [session.key(bytes([letter])) for letter in word]
        session.key(b"\x1b")
        session.key(b"\x1b")
    print(f"| a letter of a filter to frame, {name} | {percentiles([t for t in times if t is not None])} |")
    return session


KEYS = [b"j", b"j", b"k", b"\x1b[6~", b"\x1b[5~"]


def repository(folder):
    """A small repository for tig."""
    git = ["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "init", "-q", folder], check=True)
    for number in range(20):
        subprocess.run(git + ["commit", "-q", "--allow-empty", "-m", f"Change {number}"], check=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--program", default=".build/release/cairn")
    options.add_argument("--catalog", action="append", default=[])
    options = options.parse_args()
    # Whom nothing is kept of: the session writes nothing.
    planner = [os.path.abspath(options.program), "--hours-per-week", "11"]
    for catalog in options.catalog:
        planner += ["--catalog", os.path.abspath(catalog)]
    print("| what | figure |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        repository(folder)
        programs = {"cairn": (planner, ".")}
        programs |= {peer: ([peer], folder) for peer in ("tig", "nnn") if shutil.which(peer)}
        first, goals = first_frames(programs)
        for name, time_ in first.items():
            print(f"| first frame, {name} | {time_:.1f} ms |")
        print(f"| goals shown, cairn | {goals:.0f} ms |")
        many_goals(f"{folder}/many.json")
        measure_keys(planner + ["--catalog", f"{folder}/many.json"], "10,000 rows").close()
    session = measure_keys(planner, "these catalogs")
    session.settle(3)
    before = session.switches()
    time.sleep(5)
    print(f"| context switches in 5 s of idling | {session.switches() - before} |")
    print(f"| most memory | {session.memory():.0f} MB |")
    session.close()


if __name__ == "__main__":
    main()
