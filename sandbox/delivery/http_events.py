"""HTTP: signed requests to the bot's address, and what it answers."""

import hashlib
import hmac
import json
import secrets
import time
from urllib.parse import urlencode

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from sandbox.delivery.transport import Kind, Payload, Retry, Unanswered
from sandbox.state.deadlines import Deadlines

_FORM = "application/x-www-form-urlencoded"


class HttpEvents:
    """Posts to one address, as Slack does for an app without Socket Mode.

    Source: https://docs.slack.dev/apis/events-api
    """

    def __init__(self, url: str, signing_secret: str, deadlines: Deadlines) -> None:
        self._url = url
        self._signing_secret = signing_secret
        self._deadlines = deadlines

    async def bring(self, kind: Kind, payload: Payload, retry: Retry | None) -> Payload | None:
        """Post once and return what the answer held; see `Transport`."""
        content_type, body = _body(kind, payload)
        headers = {"Content-Type": content_type, **self._signed(body), **_retried(retry)}
        return await self._post(body, headers)

    async def verify(self, token: str) -> None:
        """Ask the address to prove that it is the app's.

        Source: https://docs.slack.dev/reference/events/url_verification

        Raises:
            Unanswered: the challenge did not come back.
        """
        challenge = secrets.token_urlsafe(24)
        body = json.dumps({"token": token, "challenge": challenge, "type": "url_verification"})
        headers = {"Content-Type": "application/json", **self._signed(body)}
        answer = await self._post(body, headers)
        if challenge not in (answer or {}).values():
            raise Unanswered("wrong_challenge")

    async def _post(self, body: str, headers: dict[str, str]) -> Payload | None:
        timeout = ClientTimeout(total=self._deadlines.ack_s)
        try:
            async with (
                ClientSession(timeout=timeout) as session,
                session.post(
                    self._url, data=body.encode(), headers=headers, allow_redirects=False
                ) as response,
            ):
                return await _answer(response)
        except TimeoutError:
            raise Unanswered("http_timeout") from None
        except (ClientError, OSError):
            raise Unanswered("connection_failed") from None

    def _signed(self, body: str) -> dict[str, str]:
        # Machine time: the receiver compares it with its own clock, which nobody moves.
        stamp = str(int(time.time()))
        text = f"v0:{stamp}:{body}".encode()
        digest = hmac.new(self._signing_secret.encode(), text, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _body(kind: Kind, payload: Payload) -> tuple[str, str]:
    match kind:
        case "events_api":
            return "application/json", json.dumps(payload)
        case "interactive":
            return _FORM, urlencode({"payload": json.dumps(payload)})
        case "slash_commands":
            return _FORM, urlencode({key: _word(value) for key, value in payload.items()})


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _retried(retry: Retry | None) -> dict[str, str]:
    if retry is None:
        return {}
    return {"x-slack-retry-num": str(retry.number), "x-slack-retry-reason": retry.reason}


async def _answer(response: ClientResponse) -> Payload | None:
    text = await response.text()
    if not 200 <= response.status < 300:  # noqa: PLR2004 - the statuses of success
        is_final = response.headers.get("x-slack-no-retry") == "1"
        raise Unanswered("http_error", is_final=is_final)
    if not text.strip():
        return None
    if response.content_type == "application/json":
        answer = json.loads(text)
        return answer if isinstance(answer, dict) else None
    return {"text": text}
