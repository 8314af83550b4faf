"""Work in which nothing moves is seen; work that takes its time is left alone."""

import threading
import time

from recoupe.interface.standstill import Watch


def watched() -> tuple[Watch, threading.Event, list[str]]:
    told: list[str] = []
    seen = threading.Event()
    watch = Watch(lambda where: (told.append(where), seen.set()), still=3, look=0.1)
    return watch, seen, told


def test_threads_that_wait_for_ever_are_seen_and_where_they_are() -> None:
    watch, seen, told = watched()
    with watch.over():
        assert seen.wait(20)
    assert "test_threads_that_wait_for_ever" in told[0]


def test_work_is_no_standstill() -> None:
    watch, seen, _ = watched()
    end = time.process_time() + 0.6
    with watch.over():
        while time.process_time() < end:
            pass
    assert not seen.is_set()


def test_nobody_looks_where_nothing_is_done_or_the_other_end_is_waited_for() -> None:
    watch, seen, _ = watched()
    assert not seen.wait(0.6)
    with watch.over(), watch.waiting():
        assert not seen.wait(0.6)
