"""What is said when an interview rests or ends."""

from bot import actions as act
from bot.interview.scene import Scene
from bot.questions.question import Question
from bot.slack.views.asking import stop
from bot.slack.views.message import Message, button, say


def done() -> Message:
    """All that the channel sees at the end."""
    return say("Done.")


def reminder(scene: Scene, question: Question) -> Message:
    """The one reminder."""
    return say(
        f"Your answer to *{question.title}* is still open, and still kept. Go on when it suits you.",
        button("Resume", act.RESUME, scene.interview_id, style="primary"),
        stop(scene),
    )


def set_aside(scene: Scene, question: Question) -> Message:
    """Fourteen days without a word."""
    return say(
        f"I set your answer to *{question.title}* aside. Nothing is deleted. "
        "Press *Resume* if you want to go on with it.",
        button("Resume", act.RESUME, scene.interview_id),
        stop(scene),
    )


def declined() -> Message:
    """Not for me."""
    return say(
        f"That is fine. I kept nothing, and I will not ask again. "
        f"If you change your mind, type {act.COMMAND}."
    )


def deleted(question: Question) -> Message:
    """Stop and delete."""
    return say(
        f"Stopped. I deleted everything I kept of your answer to *{question.title}*. "
        "Your own messages in Slack are yours to delete."
    )
