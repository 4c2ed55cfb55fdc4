"""The clockwork: APScheduler runs tick, drain, deliver, retention and the like, in UTC, from memory.

The database remembers what is due; nothing here does. No job store, no job for a person.
"""

import logging
from collections.abc import Callable, Mapping

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

log = logging.getLogger(__name__)

EVERY_S: Mapping[str, int] = {
    "tick": 30,
    "roster": 10,
    "drain": 1,
    "deliver": 1,
    "retain": 3600,
    "listen": 10,
}
"""How often each job runs without being woken."""
WAKES = 2
"""One run of a woken job under way, and one that waits for it: more would find nothing to do."""


class Clockwork:
    """The jobs, by name, run every so often and whenever somebody wakes one."""

    def __init__(self, jobs: Mapping[str, Callable[[], object]]) -> None:
        self._jobs = dict(jobs)
        # Overlapping runs are expected and harmless, so the scheduler's warnings are noise.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler = BackgroundScheduler(
            timezone="UTC",
            executors={"default": ThreadPoolExecutor(8)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        for name, job in self._jobs.items():
            self._scheduler.add_job(_logged(name, job), "interval", seconds=EVERY_S[name], id=name)

    def start(self) -> None:
        """Start the jobs."""
        self._scheduler.start()

    def wake(self, name: str) -> None:
        """Run a job now. Should it be busy too often already, its own interval comes round."""
        self._scheduler.add_job(
            _logged(name, self._jobs[name]),
            id=f"{name} now",
            replace_existing=True,
            max_instances=WAKES,
        )

    def stop(self) -> None:
        """Stop the jobs, and wait for those that are under way."""
        self._scheduler.shutdown(wait=True)


def _logged(name: str, job: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        try:
            job()
        except Exception as error:
            log.error("%s failed: %s", name, type(error).__name__)  # noqa: TRY400 - no traceback either

    return run
