"""Filling an effect with what it shows: texts, ratings, quotes."""

from dataclasses import replace

from bot.desk.work import Work
from bot.interview.conversation import Advanced
from bot.interview.effects import Effect, ShowFeedback, ShowSection
from bot.interview.standing import answer, section_text
from bot.rubric.rating import rate
from bot.rubric.sheet import Sheet
from storage import interviews
from storage.tables import Interview as Row, Revision


def loaded(work: Work, row: Row, effect: Effect, advanced: Advanced) -> Effect:
    """Return an effect with what it shows; a feedback's ratings are stored as a new revision."""
    match effect:
        case ShowSection():
            return _section(effect, advanced)
        case ShowFeedback():
            sheet = _rated(advanced, effect.attempt, effect.sections)
            _keep(work, row, effect, sheet)
            return _feedback(effect, sheet, advanced)
        case _:
            return effect


def _section(effect: ShowSection, advanced: Advanced) -> ShowSection:
    attempt = advanced.standing.attempts[effect.attempt - 1]
    written = [
        ts
        for name, ts in attempt.pieces
        if name == effect.section and advanced.interview.pieces[ts].text
    ]
    text = section_text(advanced.interview, attempt, effect.section)
    return replace(effect, text=text, messages=len(written))


def _rated(advanced: Advanced, attempt: int, about: tuple[str, ...]) -> Sheet:
    text = answer(advanced.interview, advanced.standing, attempt)
    return rate(advanced.interview.question, text, about)


def _feedback(effect: ShowFeedback, sheet: Sheet, advanced: Advanced) -> ShowFeedback:
    before: tuple[tuple[str, float], ...] = ()
    if effect.attempt > 1:
        earlier = _rated(advanced, effect.attempt - 1, effect.sections)
        before = tuple((name, earlier.sections[name]) for name in effect.sections)
    own = advanced.standing.attempts[effect.attempt - 1].own
    text = answer(advanced.interview, advanced.standing, effect.attempt)
    return replace(effect, sheet=sheet, own=own, before=before, quoted=_quoted(sheet, text))


def _quoted(sheet: Sheet, text: dict[str, str]) -> tuple[tuple[str, str], ...]:
    if sheet.advice is None:
        return ()
    change = sheet.advice.change
    found = sheet.ratings[change.criterion].quotes[:1] if change else ()
    quotes = [("keep", sheet.advice.keep_quote), *(("change", quote) for quote in found)]
    return tuple((use, text[q.section][q.start : q.end]) for use, q in quotes if q is not None)


def _keep(work: Work, row: Row, effect: ShowFeedback, sheet: Sheet) -> None:
    mine = {name for name in sheet.ratings if name.partition(".")[0] in effect.sections}
    stored = sheet.to_json()
    stored["criteria"] = {name: stored["criteria"][name] for name in mine}
    interviews.write_revision(
        work.session,
        Revision(
            interview_id=row.id,
            attempt=effect.attempt,
            made_at=work.now,
            rubric=sheet.version,
            outcome=sheet.outcome,
            levels={name: sheet.ratings[name].level for name in sorted(mine)},
            sheet=stored,
        ),
    )
