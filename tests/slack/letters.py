"""One letter or more of every kind that there is, each at its fullest."""

from datetime import date

from bot.interview import announcements as news, effects as eff
from bot.interview.effects import Effect, Reason
from bot.interview.events import Place
from bot.interview.interview import Stage
from bot.interview.scene import Scene
from bot.letters import Letter
from bot.questions import reader
from bot.rubric.rating import rate
from bot.schedule import notices as due
from bot.schedule.notices import Notice
from bot.schedule.participant import Preferences
from bot.schedule.shown import PauseReason
from tests.slack.plans import FULL, NOW, USUAL, plans

INTERVIEW = "0123456789abcdef0123456789abcdef"
LINK = "https://practice.slack.com/archives/C1/p1700000000000100"
STORY = {
    "situation": "In March our team of five had seventeen days to rebuild the checkout. Tom, our "
    "product manager, wanted to skip the rollback tests. I owned the payments service.",
    "root": "Tom wanted the date because the campaign was paid. I wanted the tests because in "
    "January a change like it cost us 40 orders. I asked him what the date meant.",
    "options": "We could ship as it was, fast and risky. We could ship to 5 percent behind a flag, "
    "which cost three days. I preferred the flag because it kept the date.",
    "alignment": "I wrote one page and we went through it with Tom and support. He was right about "
    "the date, so I dropped two reports. We agreed to ramp up until 12 March.",
    "result": "It went well.",
}
CHANNELS = tuple(f"C{number:010d}" for number in range(200))
CLOSING = (
    eff.SayDone(),
    eff.Remind(),
    eff.SaySetAside(),
    eff.SayDeclined(),
    eff.SayDeleted(),
)


def scenes(question: str) -> tuple[Scene, ...]:
    """Every way in which an interview can be held."""
    return tuple(
        Scene(
            interview_id=INTERVIEW,
            question=question,
            place=place,
            user="UALICE",
            aside=place is Place.CHANNEL,
            informed=informed,
            late=informed,
        )
        for place in Place
        for informed in (False, True)
    )


def effects(question: str, words: str = "My story.") -> tuple[Effect, ...]:
    """Effects of every kind on a question; `words` are the person's own."""
    slugs = reader.load(question).slugs
    criterion = reader.load(question).sections[0].criteria[0].slug
    return (
        eff.OpenThread(),
        eff.ShowNotice(),
        *(
            eff.AskSection(attempt=1, section=slug, number=number, of=5, again=number == 2)
            for number, slug in enumerate(slugs, start=1)
        ),
        eff.AskSection(attempt=2, section=slugs[-1], number=1, of=1),
        eff.Nudge(attempt=1, section=slugs[0], criterion=criterion),
        *(eff.ShowHelp(section=slug) for slug in slugs),
        eff.ShowSection(attempt=1, section=slugs[0]),
        eff.ShowSection(attempt=1, section=slugs[0], text=words, messages=1),
        eff.SayPaused(),
        eff.SayResumed(section=slugs[0]),
        eff.AskOwnRating(attempt=1, sections=slugs),
        eff.AskOwnRating(attempt=2, sections=slugs[-1:]),
        *feedbacks(question, words),
        *(eff.Tell(reason=reason, section=slugs[0]) for reason in Reason),
        *CLOSING,
    )


def feedbacks(question: str, words: str) -> tuple[eff.ShowFeedback, ...]:
    """Feedback that is whole, that is a retry's, and that could not be given."""
    read = reader.load(question)
    sheet = rate(read, dict(zip(read.slugs, STORY.values(), strict=True)))
    whole = eff.ShowFeedback(
        attempt=1,
        sections=read.slugs,
        own=tuple(
            (slug, level) for slug, level in zip(read.slugs, (4, 1, 3, 2, None), strict=True)
        ),
        sheet=sheet,
        quoted=(("keep", words), ("change", words)),
    )
    retry = eff.ShowFeedback(
        attempt=2,
        sections=read.slugs[-1:],
        sheet=sheet,
        before=((read.slugs[-1], 0.5),),
        quoted=(("keep", words),),
    )
    short = eff.ShowFeedback(attempt=1, sections=read.slugs, sheet=rate(read, {}))
    return whole, retry, short


def mentions(link: str | None) -> tuple[news.Mention, ...]:
    """An interview on each question, at every stage."""
    return tuple(
        news.Mention(
            interview_id=INTERVIEW,
            question=question,
            stage=stage,
            section=reader.load(question).slugs[0] if stage is Stage.ANSWERING else None,
            link=link,
        )
        for question in reader.ALL
        for stage in (Stage.NOTICED, Stage.ANSWERING, Stage.PAUSED, Stage.RATING)
    )


def announcements() -> tuple[news.Announcement, ...]:
    """Announcements of every kind, but the Home tab."""
    linked, bare = mentions(LINK), mentions(None)
    return (
        *(news.PostPrompt(question=question, round_id=7) for question in reader.ALL),
        news.Introduce(channel="C1"),
        news.OfferDraft(messages=1, interviews=(), questions=reader.ALL, hours=24),
        news.OfferDraft(messages=3, interviews=linked[:5], questions=(), hours=14 * 24),
        *(news.SayDraftTaken(interview=mention) for mention in (linked[1], bare[0])),
        *(news.OfferPlaces(question=question, round_id=7) for question in reader.ALL),
        *(news.Greet(to=to) for to in ("hello", "thanks", "help")),
        *(news.PointTo(interview=mention) for mention in (*linked, *bare)),
        news.PointTo(interview=linked[0], here=True),
        news.PointToDirect(),
        news.PointToChannel(),
        *(news.WarnWordless(files=files) for files in (False, True)),
        news.SayNotYours(),
        news.SayOutdated(),
        *(news.SayDraftGone(discarded=discarded) for discarded in (False, True)),
        *(news.ThankForJudgement(fair=fair, left_out=not fair) for fair in (False, True)),
    )


def notices() -> tuple[Notice, ...]:
    """What the schedule says, of every kind."""
    section = ("mistake", reader.load("mistake").slugs[2])
    asked = (reader.ALL, reader.ALL[:1])
    chosen = (
        Preferences(),
        Preferences(invited=False),
        Preferences(
            at="17:15", days_off=tuple(range(7)), away_until=date(2027, 1, 4), country="US-CA"
        ),
    )
    return (
        *(due.Invite(channel="C1", round_id=7, questions=each, closes=NOW) for each in asked),
        *(
            due.RemindToBegin(channel="C1", round_id=7, questions=each, closes=NOW)
            for each in asked
        ),
        due.WrapUp(),
        due.WrapUp(took_part=4, of=6, strong=section, weak=("disagreement", "root")),
        due.WrapUp(took_part=6),
        *(due.SayTeamSet(plan=plan, first=first) for plan in plans() for first in (NOW, None)),
        due.SayTeamChanged(channel="C1", plan=FULL, next=NOW, under_way=True),
        due.SayTeamChanged(channel="C1", plan=USUAL, next=None, under_way=False),
        *(due.SayTeamPaused(channel="C1", why=why) for why in PauseReason),
        due.SayNotSaved(channel="C1", reasons=("Choose a day.", "Choose <@U1>.")),
        due.SayNotSaved(channel="", reasons=("Choose a day.",)),
        *(due.SayTeamResumed(channel="C1", next=each) for each in (NOW, None)),
        due.SayTeamEnded(channel="C1"),
        *(
            due.SayLeftOut(channel="C1", users=tuple(f"U{each:010d}" for each in range(count)))
            for count in (1, 2, 500)
        ),
        due.SayNotThisWeek(channel="C1"),
        *(
            due.SayPreferences(preferences=each, next=moment)
            for each in chosen
            for moment in (NOW, None)
        ),
    )


def homes() -> tuple[Letter, ...]:
    """Home tabs: of a newcomer, and of somebody with many interviews in a big workspace."""
    full = news.PublishHome(
        interviews=mentions(LINK) * 10,
        invitations=tuple((channel, NOW) for channel in CHANNELS[:100])
        + tuple((channel, None) for channel in CHANNELS[100:]),
    )
    return tuple(Letter(effect=effect) for effect in (news.PublishHome(interviews=()), full))


def messages(words: str = "My story.") -> list[Letter]:
    """Every letter that is a message."""
    return [
        *(
            Letter(effect=effect, scene=scene)
            for question in reader.ALL
            for scene in scenes(question)
            for effect in effects(question, words)
        ),
        *(Letter(effect=effect) for effect in (*announcements(), *notices())),
    ]
