"""Worker processes that end when they are no longer wanted, whatever ends the process that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, Generic, Self, TypeVar

from conflictkit._errors import ConflictkitError

T = TypeVar("T")
R = TypeVar("R")

LOST = (
    "a worker process ended before its work was done: for want of memory (use fewer workers), or because the script that started it"
    ' does not guard its main part by if __name__ == "__main__":'
)


class Workers(Generic[T, R]):
    """Processes that apply a function to chunks of items; a thread of this process waits for each of them.

    They are spawned, for a fork of a process with threads can hang. Leaving the ``with`` block kills them at once, and so does the end
    of this process, even by SIGKILL. The terminal's Ctrl-C does not reach them: this process decides.
    """

    def __init__(self, function: Callable[[T], R], count: int) -> None:
        self._function = function
        self._count = count
        self._context = multiprocessing.get_context("spawn")
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="conflictkit")
        self._processes: list[Any] = []
        self._idle: SimpleQueue[Connection[Any, Any]] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.kill()  # a thread that waits for it finds the connection closed
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.join()
        while not self._idle.empty():
            self._idle.get().close()

    def submit(self, chunk: list[T]) -> Future[list[R]]:
        """The future results for a chunk; one more process is started for it as long as there may be one more."""
        if len(self._processes) < self._count:
            self._start()
        return self._threads.submit(self._ask, chunk)

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._function), daemon=True)
        with _deaf_to_interrupts():
            process.start()
        theirs.close()  # so that the end of the process closes the connection
        self._processes.append(process)
        self._idle.put(ours)

    def _ask(self, chunk: list[T]) -> list[R]:
        connection = self._idle.get()
        try:
            connection.send(chunk)
            answer: list[R] | Exception = connection.recv()
        except (EOFError, OSError):
            raise ConflictkitError(LOST) from None
        finally:
            self._idle.put(connection)
        if isinstance(answer, Exception):
            raise answer
        return answer


def _work(connection: Connection[Any, Any], function: Callable[[Any], Any]) -> None:
    """What a worker does: answer each chunk with its results, or with what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # the parent has gone
        while True:
            chunk = connection.recv()
            try:
                answer: Any = [function(item) for item in chunk]
            except Exception as error:  # noqa: BLE001  (raised again where the results are wanted)
                answer = error
            connection.send(answer)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process that is started here is born with SIGINT blocked; one that comes meanwhile reaches this process afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it unblocks the signal when it is started, so before
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
