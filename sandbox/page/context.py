"""What the browser page may use of the sandbox."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sandbox.installation import Installation
from sandbox.people.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """The app, the people and the clock's buttons."""

    slack: Installation
    people: People
    moves: Mapping[str, Callable[[], None]]  # each moves the clock; by its button's label
