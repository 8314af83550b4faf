"""Work in which nothing moves is seen; work that takes its time is left alone."""

import threading
import time

from recoupe.interface.standstill import Watch


def watched(still: int = 3, look: float = 0.1) -> tuple[Watch, threading.Event, list[str]]:
    told: list[str] = []
    seen = threading.Event()
    watch = Watch(lambda where: (told.append(where), seen.set()), still=still, look=look)
    return watch, seen, told


def test_threads_that_wait_for_ever_are_seen_and_where_they_are() -> None:
    watch, seen, told = watched()
    with watch.over():
        assert seen.wait(20)
    assert "test_threads_that_wait_for_ever" in told[0]


def test_work_is_no_standstill() -> None:
    watch, seen, _ = watched(still=2, look=0.3)  # on a busy machine a shorter time may hold no work
    end = time.process_time() + 0.9
    with watch.over():
        while time.process_time() < end:
            pass
    assert not seen.is_set()


def test_nobody_looks_where_nothing_is_done_or_the_other_end_is_waited_for() -> None:
    watch, seen, _ = watched()
    assert not seen.wait(0.6)
    with watch.over(), watch.waiting():
        assert not seen.wait(0.6)


def test_who_looks_on_tells_that_there_is_life_as_long_as_there_is_work() -> None:
    beats: list[float] = []
    watch = Watch(lambda _: None, lambda: beats.append(time.monotonic()), still=10_000, look=0.01)
    time.sleep(0.1)
    assert not beats
    with watch.over():
        end = time.monotonic() + 20
        while len(beats) < 3 and time.monotonic() < end:
            time.sleep(0.01)
    assert len(beats) >= 3
