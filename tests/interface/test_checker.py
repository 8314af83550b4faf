"""The process that checks translations may hang or die: what it was to check stays as it came, and the next check works."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest

from builders import article
from recoupe.interface import checker
from recoupe.interface.checker import Checker
from recoupe.model import Place, Translation

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no process is halted there")
SAID = Translation(Place("a", 0), "en", "The mayor counted 30 trees.", "x")


@pytest.fixture
def halted() -> Iterator[Checker]:
    """A checker whose process stands still."""
    made = Checker()
    made._pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    os.kill(made._pool.submit(os.getpid).result(), signal.SIGSTOP)
    yield made
    made.close()


def test_a_check_that_never_ends_is_given_up_and_the_next_one_works(halted: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as impatient:
        impatient.setattr(checker, "PATIENCE", 2)
        impatient.setattr(checker, "A_SENTENCE", 0)
        given_up = halted.annotate(article("Le maire a compté 300 arbres."), [SAID], (), lambda *_: None)
    assert given_up.translations == (SAID,)
    again = halted.annotate(article("Le maire a compté 300 arbres."), [SAID], (), lambda *_: None)
    assert [d.kind for d in again.translations[0].doubts] == ["figure"]


def test_the_end_of_the_program_does_not_wait_for_a_check(halted: Checker) -> None:
    (process,) = multiprocessing.active_children()
    halted.close()
    process.join(60)
    assert process.exitcode is not None


def test_a_check_after_the_process_died_leaves_things_as_they_came_at_most_once(halted: Checker) -> None:
    (process,) = multiprocessing.active_children()
    process.kill()
    process.join(60)
    assert halted.annotate(article("Un."), [SAID], (), lambda *_: None).translations == (SAID,)
    assert halted._pool is None
