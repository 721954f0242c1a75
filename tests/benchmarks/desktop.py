# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a benchmark, and what its programs use of the machine."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class Missing(Exception):
    """Something that the benchmark needs is not there."""


class Desktop:
    """Xvfb, openbox and a message bus, with empty folders for what is run on them."""

    SIZE = (1280, 800)

    def __enter__(self):
        for program in ("Xvfb", "openbox", "xdotool", "dbus-daemon"):
            if not shutil.which(program):
                raise Missing(f"{program} is not installed")
        self.folder = Path(tempfile.mkdtemp(prefix="sockeye-bench-"))
        self.children = []
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            end(child)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self):
        self.environment = {
            **os.environ,
            "TMPDIR": str(self._make("tmp")),
            "HOME": str(self._make("home")),
            "XDG_RUNTIME_DIR": str(self._make("runtime")),
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        screen = f"{self.SIZE[0]}x{self.SIZE[1]}x24"
        display = self._run_until_line(["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"])
        self.environment["DISPLAY"] = f":{display}"
        bus = self._run_until_line(["dbus-daemon", "--session", "--nofork", "--print-address=1"])
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        self.children.append(self.popen(["openbox"], stderr=subprocess.DEVNULL))
        # A window that is shown before its manager would not be managed.
        wait_for("openbox", 10, lambda: self.output(["xdotool", "get_num_desktops"]))

    def _make(self, name):
        path = self.folder / name
        path.mkdir(mode=0o700)
        return path

    def _run_until_line(self, command):
        child = self.popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.children.append(child)
        return child.stdout.readline().strip()

    def popen(self, command, **options):
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, **options)

    def popen_pipe(self, command):
        """A program that is talked to by lines."""
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self.environment, stdin=pipe, stdout=pipe, text=True)

    def output(self, command):
        result = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=10, check=False)
        return result.stdout.strip() if result.returncode == 0 else ""

    def windows(self, pids):
        """The visible windows of the processes."""
        found = [self.output(["xdotool", "search", "--onlyvisible", "--pid", str(pid)]) for pid in pids]
        return " ".join(found).split()

    def minimize(self, pids):
        for window in self.windows(pids):
            self.output(["xdotool", "windowminimize", window])
        wait_for("the window to be minimised", 10, lambda: not self.windows(pids))


def wait_for(what, seconds, condition):
    """The first true value of the condition."""
    end_at = time.monotonic() + seconds
    while time.monotonic() < end_at:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise Missing(f"waited {seconds} s in vain for {what}")


def end(process):
    """Ends a child and waits for all that it had started."""
    family = tree(process.pid) if process.poll() is None else []
    if family:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    deadline = time.monotonic() + 10
    while any(is_running(pid) for pid in family) and time.monotonic() < deadline:
        time.sleep(0.05)


def stat(pid):
    """The fields of /proc/PID/stat behind the name, which may hold spaces itself."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def is_running(pid):
    try:
        return stat(pid)[0] != "Z"
    except OSError:
        return False


def tree(root):
    """The process and all that it has started."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents.setdefault(int(stat(entry.name)[1]), []).append(int(entry.name))
        except OSError:
            continue
    found = [root]
    for pid in found:
        found += parents.get(pid, [])
    return found


def processor_seconds(pids):
    total = 0
    for pid in pids:
        try:
            fields = stat(pid)
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def processor_share(pids_of, seconds):
    """What the processes use of one core, in percent. pids_of is asked before and after."""
    before, began = processor_seconds(pids_of()), time.monotonic()
    time.sleep(seconds)
    return 100 * (processor_seconds(pids_of()) - before) / (time.monotonic() - began)


def memory_megabytes(pids):
    """Proportional set size: each page that is shared counts by its share."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total * 1024 / 1e6
