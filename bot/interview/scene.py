"""The scene: which interview an effect belongs to, as far as its words need to know."""

from dataclasses import dataclass

from bot.interview.events import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One interview, seen from outside."""

    interview_id: str
    question: str
    place: Place
    user: str  # U… or W…: whose it is
    aside: bool = False  # said in the direct message about an interview held in a channel
    late: bool = False  # finished after its round had closed
    informed: bool = False  # has agreed to the notice about what is kept
