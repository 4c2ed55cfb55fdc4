"""A letter: one thing to be said, as the outbox keeps it. The words come when it is posted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import TypeAdapter

from bot.interview.announcements import Announcement
from bot.interview.effects import Effect
from bot.interview.scene import Scene
from bot.schedule.notices import Notice

Said = Effect | Announcement | Notice
EFFECTS: Mapping[str, TypeAdapter[Said]] = {
    effect.__name__: TypeAdapter(effect) for effect in get_args(Said)
}
"""How each kind of effect is read from JSON and written to it."""
SCENE = TypeAdapter(Scene)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An effect, and the interview it belongs to if it belongs to one."""

    effect: Said
    scene: Scene | None = None

    @property
    def kind(self) -> str:
        """The name of the effect."""
        return type(self.effect).__name__

    def to_body(self) -> dict[str, Any]:
        """Return it as JSON."""
        scene = SCENE.dump_python(self.scene, mode="json") if self.scene else None
        return {"effect": EFFECTS[self.kind].dump_python(self.effect, mode="json"), "scene": scene}


def from_body(kind: str, body: Mapping[str, Any]) -> Letter:
    """Read a letter that `Letter.to_body` wrote."""
    scene = body["scene"]
    return Letter(
        effect=EFFECTS[kind].validate_python(body["effect"]),
        scene=SCENE.validate_python(scene) if scene else None,
    )
