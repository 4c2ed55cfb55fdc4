"""What a failed expectation shows: what the person sees, and the last of the traffic."""

from sandbox.installation import Installation
from sandbox.people.sight import newest_first, words_of

_LINES = 10
_WIDTH = 200


def report(slack: Installation, person: str, what: str) -> str:
    """Return a failure's text: what went wrong, the last messages and the traffic's tail."""
    with slack.workspace.changed:
        shown = newest_first(slack.workspace, person)[:_LINES]
        seen = [_line(words_of(each)) for each in reversed(shown)]
    wire = [
        f"{entry.direction}  {'ok ' if entry.ok else 'BAD'}  {entry.summary}"
        for entry in list(slack.traffic)[-_LINES:]
    ]
    return "\n".join(
        [what, "visible, newest last:", *_indented(seen), "traffic, newest last:", *_indented(wire)]
    )


def _line(text: str) -> str:
    return " / ".join(text.split("\n"))[:_WIDTH]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines or ["(nothing)"]]
