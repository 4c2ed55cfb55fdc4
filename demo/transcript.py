"""One person's interview, printed as a play: who said what, in order."""

import re

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from demo.stage import Stage
from sandbox.state.records import Message

MENTION = re.compile(r"<@(\w+)>")
LINK = re.compile(r"<[^|>]+\|([^>]+)>")


def print_transcript(stage: Stage, name: str, channel: str, console: Console) -> None:
    """Print what one person wrote and read: in the channel's threads and in the direct message."""
    person = stage.slack.person(name)
    public = [m for m in person.reads(channel) if person.member.id in m.text]
    threads = [message for root in public for message in person.reads(channel, root.ts)]
    for message in sorted([*threads, *person.reads(person.dm)], key=lambda m: m.ts):
        where = "in the channel" if message.channel != person.dm else "in private"
        if message.ephemeral_to:
            where = f"in the channel, only {name} sees it"
        _print(stage, message, where, console)


def _print(stage: Stage, message: Message, where: str, console: Console) -> None:
    names = {member.id: member.real_name for member in stage.slack.workspace.members.values()}
    speaker = names.get(message.user, message.user)
    console.print(Text(f"{speaker} ({where})", style="bold"))
    text = MENTION.sub(lambda match: names.get(match[1], match[1]), message.text)
    console.print(Padding(Text(LINK.sub(r"\1", text).replace("*", "")), (0, 0, 1, 4)))
