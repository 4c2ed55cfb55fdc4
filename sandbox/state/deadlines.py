"""The deadlines that Slack keeps on machine time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How long Slack waits; tests shorten what they would have to sit through.

    Source:
        https://docs.slack.dev/apis/events-api (3 s, three retries: at once, 1 min, 5 min)
        https://docs.slack.dev/interactivity/handling-user-interaction (3 s; `response_url`)
    """

    ack_s: float = 3.0
    trigger_s: float = 3.0
    retry_pauses_s: tuple[float, ...] = (1.0, 60.0, 300.0)
    response_url_s: float = 30 * 60.0
    response_url_uses: int = 5
