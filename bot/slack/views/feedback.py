"""The feedback: what stands out, what to change first, a bar for each section."""

from slack_sdk.models.blocks import Block, DividerBlock, InteractiveElement
from slack_sdk.models.views import View

from bot import actions as act
from bot.actions import carry
from bot.interview.effects import ShowFeedback
from bot.interview.scene import Scene
from bot.questions.question import Question
from bot.rubric.sheet import Sheet
from bot.slack.views.asking import stop
from bot.slack.views.message import Message, actions, bullets, button, context, section, shorten
from bot.text import encode

FULL = 4.0
CELLS = 8
GAP = 1.5
"""Own rating and score differ by so much before it is worth a line."""
FAIR = "Was this fair?"
LATE = "Late: the round had closed. It counts, and is labelled late."
PITFALLS_MOST = 2
QUOTE_MOST = 400
"""Characters of a quote in the feedback; the whole rubric shows more."""
HONEST = "This is practice feedback from a written rubric. It looks for what your text tells, and can be wrong."

HOW = (
    "*How this is rated* · In each section a written rubric looks for four things. "
    "0 is nothing yet, 1 is there in general, 2 is told so that a colleague could confirm it. "
    "What counts was learnt from invented answers that a language model had rated. "
    "No person has checked its ratings yet."
)


def feedback(effect: ShowFeedback, scene: Scene, question: Question) -> Message:
    """The one message that shows an attempt's feedback."""
    sheet = effect.sheet
    if sheet is None:
        raise ValueError("Feedback cannot be shown before it is loaded.")
    lead = f"*Your feedback: {question.title}*" + _attempt(effect, question)
    if sheet.outcome == "not_scored":
        body = [f"I did not score this one. {encode(sheet.reason)}"]
    else:
        bars = _bars(effect, sheet, question)
        body = [bars, *_advice(effect, sheet)] if effect.before else [*_advice(effect, sheet), bars]
        body += [line for line in (_gaps(effect, sheet, question),) if line]
    small = [LATE, HONEST] if scene.late else [HONEST]
    blocks: list[Block] = [section(lead), *(section(part) for part in body)]
    blocks += [context(words) for words in small]
    blocks += [
        actions(*_buttons(effect, scene, sheet)),
        section(FAIR),
        _fair(scene, effect),
    ]
    text = "\n\n".join([lead, *body, *small, FAIR])
    return Message(text=text, blocks=tuple(blocks))


def rubric(effect: ShowFeedback, question: Question, answer: dict[str, str]) -> View:
    """The whole rubric of an attempt, folded into a modal: every level with its quotes."""
    sheet = effect.sheet
    if sheet is None:
        raise ValueError("A rubric cannot be shown before it is loaded.")
    blocks: list[Block] = [section(HOW)]
    for name in effect.sections:
        part = question.section(name)
        blocks += [DividerBlock(), section(f"*{part.title}* · {sheet.sections[name]:.1f} of 4")]
        for criterion in part.criteria:
            rating = sheet.ratings[f"{name}.{criterion.slug}"]
            quotes = [answer[q.section][q.start : q.end] for q in rating.quotes[:2]]
            lines = [f"*{criterion.title}*: {rating.level} of 2. {encode(rating.reason)}"]
            lines += [_quote(shorten(quote, 300)) for quote in quotes]
            blocks.append(section("\n".join(lines)))
    return View(type="modal", title="The whole rubric", close="Close", blocks=blocks[:100])


def _attempt(effect: ShowFeedback, question: Question) -> str:
    if effect.attempt == 1:
        return ""
    if len(effect.sections) == 1:
        return f" · {question.section(effect.sections[0]).title}, try {effect.attempt}"
    return f" · try {effect.attempt}"


def _advice(effect: ShowFeedback, sheet: Sheet) -> list[str]:
    advice, quoted = sheet.advice, dict(effect.quoted)
    if advice is None:
        return []
    keep = f"*What stands out*\n{encode(advice.keep)}"
    if "keep" in quoted:
        keep += "\n" + _quote(shorten(quoted["keep"], QUOTE_MOST))
    if advice.change is None:
        return [keep, f"*Next*\n{encode(advice.follow_up)}"]
    found = (
        _quote(shorten(quoted["change"], QUOTE_MOST))
        if "change" in quoted
        else "I found nothing about this yet."
    )
    missing = effect.before and "change" not in quoted
    title = "Still missing" if missing else "What to change first"
    change = (
        f"*{title}*\n{encode(advice.change.ask)}\n{found}\n"
        f"The next level could sound like this: _{encode(advice.change.example)}_"
    )
    asked = f"*An interviewer would ask*\n{encode(advice.follow_up)}"
    others = [encode(pitfall.says) for pitfall in advice.pitfalls[:PITFALLS_MOST]]
    also = [f"*Also worth a look*\n{bullets(others)}"] if others else []
    return [keep, change, *also, asked]


def _bars(effect: ShowFeedback, sheet: Sheet, question: Question) -> str:
    own, before = dict(effect.own), dict(effect.before)
    lines = []
    for name in effect.sections:
        score = sheet.sections[name]
        filled = round(score / FULL * CELLS)
        line = f"`{'█' * filled}{'░' * (CELLS - filled)}` {question.section(name).title}: "
        line += f"{before[name]:.1f} → {score:.1f} of 4" if name in before else f"{score:.1f} of 4"
        if (rated := own.get(name)) is not None:
            line += f" (you said {rated})"
        lines.append(line)
    return "\n".join(lines)


def _gaps(effect: ShowFeedback, sheet: Sheet, question: Question) -> str:
    lines = []
    for name, rated in effect.own:
        if rated is None or abs(rated - sheet.sections[name]) < GAP:
            continue
        more = "more" if sheet.sections[name] > rated else "less"
        title, score = question.section(name).title, sheet.sections[name]
        lines.append(f"{title}: you said {rated}, I found {score:.1f}. I saw {more} than you did.")
    return f"*Where we differ*\n{bullets(lines)}" if lines else ""


def _buttons(effect: ShowFeedback, scene: Scene, sheet: Sheet) -> list[InteractiveElement]:
    weakest = min(sheet.sections, key=lambda name: sheet.sections[name])
    again = carry(scene.interview_id, weakest)
    row: list[InteractiveElement] = []
    if sheet.outcome == "scored":
        row.append(button("Try the weakest section again", act.RETRY, again, style="primary"))
    row.append(button("Start over", act.RESTART, scene.interview_id))
    if sheet.outcome == "scored":
        shown = carry(scene.interview_id, str(effect.attempt))
        row.append(button("See the whole rubric", act.RUBRIC, shown))
    return [*row, stop(scene)]


def _fair(scene: Scene, effect: ShowFeedback) -> Block:
    carried = carry(scene.interview_id, str(effect.attempt))
    return actions(button("Yes", act.FAIR, carried), button("No", act.UNFAIR, carried))


def _quote(words: str) -> str:
    return "\n".join(f"> {line}" for line in encode(words).splitlines())
