"""From a letter to what Slack is given: the one place that knows which view shows which effect."""

from slack_sdk.models.views import View

from bot.interview import announcements as news, effects as eff
from bot.interview.scene import Scene
from bot.letters import Letter, Said
from bot.questions import reader
from bot.schedule import notices as due
from bot.slack.views import asking, closing, feedback, home, inviting, scheduling, weekly
from bot.slack.views.message import Message


def render(letter: Letter, link: str | None = None) -> Message:
    """Return the message that a letter is; `link` is that of the message it points to.

    Raises:
        ValueError: an effect of an interview came without its scene, or is no message.
    """
    if letter.scene is not None:
        return _in_interview(letter.effect, letter.scene)
    if isinstance(letter.effect, due.Notice):
        return _notice(letter.effect)
    return _announcement(letter.effect, link)


def render_home(letter: Letter) -> View:
    """Return the Home tab that a letter is."""
    if not isinstance(letter.effect, news.PublishHome):
        raise TypeError(f"{letter.kind} is no Home tab.")
    return home.home(letter.effect)


def _in_interview(effect: Said, scene: Scene) -> Message:  # noqa: C901, PLR0911, PLR0912 - one line for each effect
    question = reader.load(scene.question)
    match effect:
        case eff.OpenThread():
            return asking.thread(scene, question)
        case eff.ShowNotice():
            return asking.notice(scene, question)
        case eff.AskSection():
            return asking.ask(effect, scene, question)
        case eff.Nudge():
            return asking.nudge(effect, question)
        case eff.ShowHelp():
            return asking.help_with(effect, question)
        case eff.ShowSection():
            return asking.look(effect, question)
        case eff.SayPaused():
            return asking.paused(scene, question)
        case eff.SayResumed():
            return asking.resumed(effect, question)
        case eff.AskOwnRating():
            return asking.own_rating(effect, scene, question)
        case eff.ShowFeedback():
            return feedback.feedback(effect, scene, question)
        case eff.SayDone():
            return closing.done()
        case eff.Remind():
            return closing.reminder(scene, question)
        case eff.SaySetAside():
            return closing.set_aside(scene, question)
        case eff.SayDeclined():
            return closing.declined()
        case eff.SayDeleted():
            return closing.deleted(question)
        case eff.Tell():
            return asking.tell(effect, scene, question)
        case _:
            raise ValueError(f"{type(effect).__name__} belongs to no interview.")


def _announcement(effect: eff.Effect | news.Announcement, link: str | None) -> Message:  # noqa: C901, PLR0911, PLR0912 - one line for each effect
    match effect:
        case news.PostPrompt():
            return inviting.prompt(effect, reader.load(effect.question))
        case news.Introduce():
            return inviting.introduction(effect)
        case news.OfferDraft():
            return inviting.offer_draft(effect)
        case news.SayDraftTaken():
            return inviting.draft_taken(effect, link)
        case news.OfferPlaces():
            return inviting.offer_places(effect, reader.load(effect.question))
        case news.Greet():
            return inviting.greeting(effect)
        case news.PointTo():
            return inviting.pointer(effect)
        case news.PointToDirect():
            return inviting.direct_pointer(link)
        case news.PointToChannel():
            return inviting.channel_pointer(link)
        case news.WarnWordless():
            return inviting.wordless(effect)
        case news.SayNotYours():
            return inviting.not_yours()
        case news.SayOutdated():
            return inviting.outdated()
        case news.SayDraftGone():
            return inviting.draft_gone(effect)
        case news.ThankForJudgement():
            return inviting.thanks_for_judgement(effect)
        case _:
            raise ValueError(f"{type(effect).__name__} is no message of its own.")


def _notice(effect: due.Notice) -> Message:  # noqa: C901, PLR0911 - one line for each notice
    match effect:
        case due.Invite():
            return weekly.invite(effect)
        case due.RemindToBegin():
            return weekly.remind(effect)
        case due.WrapUp():
            return weekly.wrap_up(effect)
        case due.SayTeamSet():
            return scheduling.team_set(effect)
        case due.SayTeamChanged():
            return scheduling.team_changed(effect)
        case due.SayNotSaved():
            return scheduling.not_saved(effect)
        case due.SayTeamPaused():
            return scheduling.team_paused(effect)
        case due.SayTeamResumed():
            return scheduling.team_resumed(effect)
        case due.SayTeamEnded():
            return scheduling.team_ended(effect)
        case due.SayLeftOut():
            return scheduling.left_out(effect)
        case due.SayNotThisWeek():
            return weekly.not_this_week(effect)
        case due.SayPreferences():
            return scheduling.preferences(effect)
