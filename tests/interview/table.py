"""The table of every stage by every event, as docs/conversation.md shows it.

`make docs` writes it anew; a test holds it against the code.
"""

from pathlib import Path

from bot.interview import events as ev
from bot.interview.conversation import advance
from bot.interview.effects import Tell
from bot.interview.interview import Stage
from tests.interview.stories import HISTORIES, LATER, at, lived

DOCUMENT = Path(__file__).parents[2] / "docs" / "conversation.md"
NOW = at(90)
OPEN = "root"  # the section that is open where one is

EVENTS: dict[str, ev.Event] = {
    "Begun": ev.Begun(at=NOW),
    "Declined": ev.Declined(at=NOW),
    "Replied": ev.Replied(at=NOW, ts=NOW, text="And then we talked."),
    "Replied, the word next": ev.Replied(at=NOW, ts=NOW, text="Next"),
    "Edited": ev.Edited(ts=at(10), version=NOW, text="Told otherwise."),
    "Erased": ev.Erased(ts=at(10)),
    "Closed": ev.Closed(at=NOW, section=OPEN),
    "Closed, another section": ev.Closed(at=NOW, section="result"),
    "Skipped": ev.Skipped(at=NOW, section=OPEN),
    "Reopened": ev.Reopened(at=NOW, section=OPEN),
    "Reopened, while rating": ev.Reopened(at=NOW, section=None),
    "HelpAsked": ev.HelpAsked(at=NOW, section=OPEN),
    "Looked": ev.Looked(at=NOW, section=OPEN),
    "Paused": ev.Paused(at=NOW),
    "Resumed": ev.Resumed(at=NOW),
    "Stopped": ev.Stopped(at=NOW),
    "SelfRated": ev.SelfRated(at=NOW, section=OPEN, level=3),
    "Revealed": ev.Revealed(at=NOW),
    "RetryChosen": ev.RetryChosen(at=NOW, section=OPEN),
    "RestartChosen": ev.RestartChosen(at=NOW),
    "LeftUntouched": ev.LeftUntouched(at=NOW),
    "SetAside": ev.SetAside(at=NOW),
}

HEAD = """# The conversation

What each event does at each stage, written by `make docs` from `bot/interview` and held against
it by a test. A cell says the stage that follows, if it changes, and what is said.
`·` is silence. `Tell` answers somebody whose press or message could do nothing here.
"""


def table() -> str:
    """Return the document."""
    stages = list(Stage)
    lines = [HEAD, "| event | " + " | ".join(stages) + " |", "| --- " * (len(stages) + 1) + "|"]
    for name, event in EVENTS.items():
        cells = " | ".join(_cell(stage, event) for stage in stages)
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines) + "\n"


def _cell(stage: Stage, event: ev.Event) -> str:
    advanced = advance(lived(HISTORIES[stage]).interview, event, LATER)
    said = [
        f"Tell {effect.reason}" if isinstance(effect, Tell) else type(effect).__name__
        for effect in advanced.effects
    ]
    moved = [f"→ {advanced.standing.stage}"] if advanced.standing.stage is not stage else []
    return ": ".join([*moved, ", ".join(said)] if said else moved) or "·"


if __name__ == "__main__":
    DOCUMENT.write_text(table(), encoding="utf-8")
