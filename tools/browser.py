"""A real browser without a window, driven over a pipe by its own DevTools protocol; nothing but the standard library."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage"),
    *("--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars", "--remote-debugging-pipe", "about:blank"),
)
START = """
import fcntl, os, sys
pipes = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for number, end in enumerate(pipes, 3):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The protocol wants the pipes at the file descriptors 3 and 4."""
PATIENCE = 60
"""Seconds after which a browser that does not answer is ended."""


def find() -> str | None:
    """Where a Chromium is, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Page:
    """One tab."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the protocol, answered."""
        return self._browser.send(method, self._session, **params)

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file and wait until it is there."""
        for url in ("about:blank", path.absolute().as_uri() + fragment):
            self._browser.events.clear()
            self.send("Page.navigate", url=url)
            self._browser.wait(lambda event: event["method"] == "Page.loadEventFired")

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        result = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", result["exceptionDetails"]["text"]))
        return result["result"].get("value")

    def screen(self, width: int, height: int, *, dark: bool = False, phone: bool = False, scale: float = 1) -> None:
        """What the page is seen on."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=phone)
        self.send("Emulation.setTouchEmulationEnabled", enabled=phone)
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def key(self, key: str, code: int, text: str = "") -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **({"text": text} if text and kind == "keyDown" else {}))

    def mouse(self, x: float, y: float, *, click: bool = False) -> None:
        """Move the pointer, and click."""
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        if click:
            for kind in ("mousePressed", "mouseReleased"):
                self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def tap(self, x: float, y: float) -> None:
        """Touch the screen with one finger."""
        self.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """What is seen, as a PNG file; the whole page or what the screen shows."""
        data = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def requests(self) -> list[str]:
        """Everything that was asked for since the page was opened, the page itself included."""
        return [event["params"]["request"]["url"] for event in self._browser.events if event["method"] == "Network.requestWillBeSent"]

    def complaints(self) -> list[str]:
        """What stands in the console since the page was opened."""
        logged = [event["params"]["entry"]["text"] for event in self._browser.events if event["method"] == "Log.entryAdded"]
        return logged + [event["params"]["exceptionDetails"]["text"] for event in self._browser.events if event["method"] == "Runtime.exceptionThrown"]


class Browser:
    """The process and its two pipes: commands go in, answers and events come out, each ended by a NUL."""

    def __init__(self, program: str, profile: str) -> None:
        read_end, self._commands = os.pipe()
        self._answers, write_end = os.pipe()
        command = [sys.executable, "-c", START, str(read_end), str(write_end), program, f"--user-data-dir={profile}", *OPTIONS]
        self.process = subprocess.Popen(command, pass_fds=(read_end, write_end), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(read_end)
        os.close(write_end)
        self._reader = os.fdopen(self._answers, "rb")
        self._last = 0
        self._rest = b""
        self.events: list[dict[str, Any]] = []

    def send(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """One command, answered; events that come meanwhile are kept."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": params, **({"sessionId": session} if session else {})}
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result

    def wait(self, wanted: Any) -> None:
        """Until an event comes."""
        while not any(map(wanted, self.events)):
            self._next()

    def _next(self) -> dict[str, Any]:
        watch = threading.Timer(PATIENCE, self.process.kill)
        watch.start()
        try:
            while b"\0" not in self._rest:
                more = self._reader.read1(1 << 16)
                if not more:
                    raise RuntimeError("the browser ended")
                self._rest += more
        finally:
            watch.cancel()
        data, self._rest = self._rest.split(b"\0", 1)
        message: dict[str, Any] = json.loads(data)
        if "method" in message:
            self.events.append(message)
        return message

    def close(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        os.close(self._commands)
        self._reader.close()


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with a profile of its own, ended when done."""
    program = find()
    if program is None:
        raise RuntimeError(f"no browser found: install one of {', '.join(NAMES)}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running = Browser(program, profile)
        try:
            yield running
        finally:
            running.close()
