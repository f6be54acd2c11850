"""What `make bench-library` measures: an index made, asked letter by letter, and looked at in a terminal."""

import json
import os
import pathlib
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import time

from session import Session

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Ways to narrow and sort: common and rare values, limits that many keep to and few.
NARROWED = [
    ("--kind", "course"), ("--kind", "course", "--sort", "popularity"), ("--sort", "cost"), ("--sort", "length"),
    ("--sort", "title"), ("--max-cost", 100), ("--max-cost", 1), ("--max-hours", 3),
    ("--max-cost", 100, "--sort", "cost"), ("--kind", "certification", "--max-cost", 20),
]
QUERIES = ROOT / "Benchmarks" / "search" / "marketplace.txt"


def say(text):
    print(text, file=sys.stderr, flush=True)


def median(seconds):
    return statistics.median(seconds)


def part(seconds, share):
    """What so large a share of them keeps to."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def keystrokes():
    """The queries, and what has been typed of them after each letter."""
    lines = [line for line in QUERIES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return lines, [line[:end] for line in lines for end in range(1, len(line) + 1)]


class Market:
    """A generated marketplace, the folder its index is kept in, and the program that is measured."""

    def __init__(self, program, folder, cache):
        self.program, self.folder, self.cache = str(program), folder, cache
        self.environment = {"XDG_CACHE_HOME": str(cache), "XDG_DATA_HOME": str(cache / "data")}

    def start(self, *arguments, **options):
        return subprocess.Popen(
            [self.program, *map(str, arguments)], env=dict(os.environ, LC_ALL="C.UTF-8", **self.environment), text=True,
            **options)

    def seconds(self, *arguments):
        """How long a command takes."""
        began = time.perf_counter()
        self.start(*arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).wait()
        return time.perf_counter() - began

    # Making

    def index(self, stop_after=None):
        """Seconds, MiB at most and exit status of `cairn index`; interrupted after some seconds, where asked for."""
        began = time.perf_counter()
        process = self.start("index", self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        most, stopped = 0, False
        while process.poll() is None:
            most = max(most, most_resident(process.pid))
            if stop_after and not stopped and time.perf_counter() - began > stop_after:
                process.send_signal(signal.SIGINT)
                stopped = True
            time.sleep(0.1)
        return time.perf_counter() - began, most, process.returncode

    def make_index(self):
        """Makes the index from nothing, stopped once on the way."""
        spent, load = busy(), os.getloadavg()[0]
        shutil.rmtree(self.cache, ignore_errors=True)
        before, memory, status = self.index(stop_after=20)
        after = 0.0
        if status == 130:
            after, later, status = self.index()
            memory = max(memory, later)
        if status != 0:
            sys.exit(f"cairn index ended with {status}")
        size = self.database().stat().st_size / 2**20
        made = {"before": before, "after": after, "busy": busy() - spent, "load": load, "memory": memory, "size": size}
        (self.cache / "made.json").write_text(json.dumps(made))
        return made

    def made(self):
        """What `make_index` measured, of the index that was made last."""
        return json.loads((self.cache / "made.json").read_text())

    def change(self):
        """Seconds to bring the index up to date after one file has changed; the file is put back then."""
        file = sorted(self.folder.glob("part-*.json"))[7]
        bytes_ = file.read_bytes()
        file.write_bytes(bytes_.replace(b"Introduction to", b"Beginning with", 1))
        seconds, memory, status = self.index()
        file.write_bytes(bytes_)
        return seconds if status == 0 else sys.exit(f"cairn index ended with {status}")

    def database(self):
        return next((self.cache / "cairn").glob("*.sqlite"))

    # Asking

    def type(self, texts, *options):
        """Seconds of the answer to each text by one process, and MiB at most."""
        process = self.start(
            "search", "--each-line", "--limit", 20, "--catalog", self.folder, *options, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, bufsize=1)
        seconds = []
        for text in texts:
            asked = time.perf_counter()
            process.stdin.write(text + "\n")
            process.stdin.flush()
            if not process.stdout.readline():
                sys.exit(f"no answer to {text!r}")
            seconds.append(time.perf_counter() - asked)
        memory = most_resident(process.pid)
        process.stdin.close()
        process.wait()
        return seconds, memory

    def narrowed(self):
        """Seconds of answers narrowed and sorted, with words and without."""
        texts = ["", "c", "we", "welding", "dental care"]
        return [second for way in NARROWED for second in self.type(["nursing", *texts], *way)[0][1:]]

    def mistyped(self, times=11):
        """Seconds of the first mistyped word of a process, which has answered others."""
        return [self.type(["welding", "nursing", "weldng"])[0][-1] for _ in range(times)]

    def planner(self):
        """The arguments that open it; of whom nothing is kept, the session writes nothing."""
        return [self.program, "--hours-per-week", "11", "--catalog", str(self.folder)]

    def browse(self):
        """Seconds from key to frame by what the keys do, and MiB at most: 25 goals opened, 20 queries typed."""
        session = Session(self.planner(), **self.environment)
        session.first_frame()
        found = {"open": [], "type": [], "step": []}
        for _ in range(25):
            session.settle(0.3)
            found["open"].append(session.key(b"\r"))
            session.settle(0.3)
            session.key(b"1")
            session.settle(0.3)
            session.key(b"j")
        session.settle(1)
        session.key(b"3")
        for line in keystrokes()[0][:20]:
            session.settle(0.1)
            session.key(b"w")
            session.key(b"f")
            found["type"] += [session.key(letter.encode()) for letter in line]
            session.key(b"\r")
            found["step"] += [session.key(b"j") for _ in range(10)]
        memory = session.memory()
        session.close()
        return {name: [ms / 1000 for ms in times if ms is not None] for name, times in found.items()}, memory

    def write_titles(self, path):
        with path.open("w") as file:
            subprocess.run(
                ["sqlite3", f"file:{self.database()}?mode=ro", "SELECT title FROM entry ORDER BY number;"], check=True,
                stdout=file)


def piped(command, lines, texts):
    """Seconds of a command for every text, or nothing where it isn't installed."""
    if not shutil.which(command("")[0]):
        return None
    seconds = []
    for text in texts:
        began = time.perf_counter()
        with lines.open() as file:
            subprocess.run(command(text), stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    return seconds


def most_resident(pid):
    """MiB that a process has held at most; 0 where it has ended."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found.group(1)) / 1024 if found else 0


def busy():
    """Seconds of processors that all ended commands took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
