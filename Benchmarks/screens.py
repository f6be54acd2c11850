#!/usr/bin/env python3
"""The interactive planner in a real terminal (a pty): first frame beside tig and nnn, key to frame, idle, memory.

    make bench-screens            on the bundled catalogs
    Benchmarks/screens.py --program PATH [--catalog PATH]

A frame is over once nothing has come for 15 ms. Idle wake-ups are the context switches of all threads within five
seconds after the last goal is planned.
"""

import argparse
import fcntl
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
        seen = b""
        while b"\x1b[?1049h" not in seen or len(seen.split(b"\x1b[?1049h")[1]) < 200:
            part = self.read(10)
            if not part:
                sys.exit("no frame came")
            seen += part
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


def first_frames(arguments, folder=".", runs=15):
    times = []
    for _ in range(runs):
        session = Session(arguments, folder)
        times.append(session.first_frame())
        session.close()
    return statistics.median(times)


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
    print(f"| first frame, cairn | {first_frames(planner):.0f} ms |")
    with tempfile.TemporaryDirectory() as folder:
        repository(folder)
        for peer in ("tig", "nnn"):
            if shutil.which(peer):
                print(f"| first frame, {peer} | {first_frames([peer], folder):.0f} ms |")
    session = Session(planner)
    session.first_frame()
    keys = [session.key(key) for key in [b"j", b"j", b"k", b"\x1b[6~", b"\x1b[5~"] * 60]
    times = sorted(time_ for time_ in keys if time_ is not None)
    print(f"| key to frame while goals are planned, median | {statistics.median(times):.1f} ms |")
    print(f"| key to frame while goals are planned, p99 | {times[int(len(times) * 0.99)]:.1f} ms |")
    session.settle(3)
    before = session.switches()
    time.sleep(5)
    print(f"| context switches in 5 s of idling | {session.switches() - before} |")
    print(f"| most memory | {session.memory():.0f} MB |")
    session.close()


if __name__ == "__main__":
    main()
