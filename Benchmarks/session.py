"""A program in a terminal of 120 columns and 40 lines (a pty): what it shows after a key, and when."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

QUIET = 0.015


class Session:
    def __init__(self, arguments, folder=".", **environment):
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", **environment)
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
