"""What the figures were measured on, without names of hosts or folders."""

import importlib.metadata
import os
import pathlib
import platform
import re
import subprocess


def first_line(*command, cwd=None):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip().splitlines()[0]


def processor():
    table = pathlib.Path("/proc/cpuinfo")
    if table.exists():
        for line in table.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
        return platform.machine()
    return first_line("sysctl", "-n", "machdep.cpu.brand_string")


def description():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": processor(),
        "cores": os.cpu_count(),
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "load": round(os.getloadavg()[0], 1),
    }


def versions(root):
    swift = re.search(r"Swift version \S+", first_line("swift", "--version"))
    return {
        "cairn": first_line("git", "rev-parse", "--short=12", "HEAD", cwd=root),
        "swift": swift.group(0).split()[-1] if swift else "unknown",
        "python": platform.python_version(),
        "ortools": importlib.metadata.version("ortools"),
        "highspy": importlib.metadata.version("highspy"),
    }
