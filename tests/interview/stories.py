"""Histories to start from: an interview at each stage, made of the events that led there."""

from datetime import UTC, datetime

from bot.interview.conversation import Advanced, advance, replay
from bot.interview.events import (
    Begun,
    Closed,
    Declined,
    Event,
    Paused,
    Place,
    Replied,
    Revealed,
    SetAside,
    Started,
    Stopped,
)
from bot.interview.interview import Interview, Stage
from bot.questions import reader

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LATER = datetime(2027, 1, 1, tzinfo=UTC)
QUESTION = reader.load("disagreement")
SECTIONS = QUESTION.slugs


def at(second: int) -> str:
    """An instant, so many seconds after noon."""
    return f"{int(NOON.timestamp()) + second:010d}.000000"


def begun(place: Place = Place.PRIVATE) -> list[Event]:
    return [Started(at=at(0), place=place, informed=False), Begun(at=at(1))]


def answered(place: Place = Place.PRIVATE) -> list[Event]:
    """All five sections written and closed."""
    events = begun(place)
    for number, section in enumerate(SECTIONS, start=1):
        said = at(number * 10)
        events.append(Replied(at=said, ts=said, text=f"What I have to tell about {section}."))
        events.append(Closed(at=at(number * 10 + 1), section=section))
    return events


HISTORIES: dict[Stage, list[Event]] = {
    Stage.NOTICED: begun()[:1],
    Stage.ANSWERING: answered()[:4],  # in the second section
    Stage.PAUSED: [*answered()[:4], Paused(at=at(80))],
    Stage.RATING: answered(),
    Stage.SCORED: [*answered(), Revealed(at=at(80))],
    Stage.SET_ASIDE: [*answered()[:4], SetAside(at=at(80))],
    Stage.DECLINED: [begun()[0], Declined(at=at(80))],
    Stage.DELETED: [*answered()[:4], Stopped(at=at(80))],
}


def lived(events: list[Event]) -> Advanced:
    """An interview to which all of that happened, in the order in which it is given."""
    interview = Interview(id="i", question=QUESTION)
    advanced = Advanced(interview=interview, standing=replay(interview)[0], effects=())
    for event in events:
        advanced = advance(advanced.interview, event, LATER)
    return advanced
