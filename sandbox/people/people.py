"""Everybody who lives in the workspace, found by name or id."""

from collections.abc import Iterator

from sandbox.installation import Installation
from sandbox.people.person import Person


class People:
    """The people of one workspace, in the order in which they came."""

    def __init__(self, slack: Installation) -> None:
        self._people = tuple(
            Person(slack, member.id)
            for member in slack.workspace.members.values()
            if not member.is_bot
        )

    def __iter__(self) -> Iterator[Person]:
        return iter(self._people)

    def named(self, name: str) -> Person:
        """Return a person by real name, name or id.

        Raises:
            LookupError: there is none.
        """
        for person in self._people:
            if name in (person.id, person.member.name, person.name):
                return person
        raise LookupError(f"nobody is called {name!r}")
