"""Socket Mode: connections, envelopes, acknowledgements."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSServerHandshakeError
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web import WebClient

from sandbox.people.person import Person
from sandbox.server import Sandbox

T = TypeVar("T")
Body = dict[str, Any]


def aside(work: Coroutine[Any, Any, T]) -> T:
    # A browser test may have left a loop running on this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def connect(session: ClientSession, slack: Sandbox) -> ClientWebSocketResponse:
    return await session.ws_connect(slack.installation.new_connection())


async def acknowledge(socket: ClientWebSocketResponse, payload: Body | None = None) -> Body:
    envelope: Body = await socket.receive_json()
    answer = {"envelope_id": envelope["envelope_id"]} | ({"payload": payload} if payload else {})
    await socket.send_json(answer)
    return envelope


def test_an_envelope_goes_to_one_of_the_connections(slack: Sandbox, alice: Person) -> None:
    async def heard() -> list[str]:
        async with ClientSession() as session:
            sockets = [await connect(session, slack) for _ in range(3)]
            hellos = [await socket.receive_json() for socket in sockets]
            assert [hello["num_connections"] for hello in hellos] == [1, 2, 3]
            for number in range(6):
                await asyncio.to_thread(alice.says, str(number))
            waiting = [asyncio.create_task(_texts(socket)) for socket in sockets]
            await asyncio.to_thread(slack.wait_until, lambda: len(slack.traffic) >= 6)
            for socket in sockets:
                await socket.close()
            return [text for task in waiting for text in await task]

    assert sorted(aside(heard())) == ["0", "1", "2", "3", "4", "5"]


async def _texts(socket: ClientWebSocketResponse) -> list[str]:
    texts = []
    async for message in socket:
        envelope = message.json()
        texts.append(envelope["payload"]["event"]["text"])
        await socket.send_json({"envelope_id": envelope["envelope_id"]})
    return texts


def test_there_are_ten_connections_at_most(slack: Sandbox) -> None:
    async def eleventh() -> Body:
        async with ClientSession() as session:
            sockets = [await connect(session, slack) for _ in range(11)]
            answer: Body = await sockets[10].receive_json()
            for socket in sockets:
                await socket.close()
            return answer

    assert aside(eleventh())["reason"] == "too_many_websockets"


def test_a_connections_address_works_once(slack: Sandbox) -> None:
    async def twice() -> None:
        async with ClientSession() as session:
            address = slack.installation.new_connection()
            await (await session.ws_connect(address)).close()
            await session.ws_connect(address)

    with pytest.raises(WSServerHandshakeError, match="403"):
        aside(twice())


def test_an_event_waits_for_a_bot_that_is_not_there_yet(slack: Sandbox, alice: Person) -> None:
    alice.says("is anybody here?")
    slack.wait_until(lambda: len(slack.traffic))

    async def late() -> Body:
        async with ClientSession() as session, await connect(session, slack) as socket:
            await socket.receive_json()
            return await acknowledge(socket)

    envelope = aside(late())
    assert envelope["payload"]["event"]["text"] == "is anybody here?"
    assert envelope["retry_attempt"] >= 1


def test_a_click_without_an_answer_is_not_repeated_and_the_person_is_told(
    slack: Sandbox, alice: Person
) -> None:
    async def silent(act: Callable[[], None]) -> list[Body]:
        async with ClientSession() as session, await connect(session, slack) as socket:
            await socket.receive_json()
            await asyncio.to_thread(act)
            return [await socket.receive_json()]

    envelopes = aside(silent(lambda: alice.uses("Ask Echo")))

    assert [envelope["type"] for envelope in envelopes] == ["interactive"]
    assert alice.sees("Echo did not answer in time").ephemeral_to == alice.id
    assert [entry.ok for entry in slack.traffic] == [False]


def test_a_command_is_answered_in_its_acknowledgement(slack: Sandbox, alice: Person) -> None:
    async def answer(act: Callable[[], None]) -> Body:
        async with ClientSession() as session, await connect(session, slack) as socket:
            await socket.receive_json()
            acting = asyncio.create_task(asyncio.to_thread(act))
            envelope = await acknowledge(socket, {"text": "Here", "response_type": "in_channel"})
            await acting
            return envelope

    envelope = aside(answer(lambda: alice.runs("/echo  one  ", channel="general")))

    assert envelope["payload"]["text"] == "one"
    assert envelope["payload"]["channel_name"] == "general"
    assert alice.sees("Here").ephemeral_to is None


def test_slacks_own_client_connects_anew_when_it_is_asked_to(slack: Sandbox, alice: Person) -> None:
    heard: list[str] = []

    def hear(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        heard.append(request.payload["event"]["text"])
        client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))

    client = SocketModeClient(
        app_token=slack.app_token, web_client=WebClient(base_url=slack.api_url)
    )
    client.socket_mode_request_listeners.append(hear)
    client.connect()
    slack.wait_connected()
    alice.says("before")
    slack.wait_until(lambda: "before" in heard)

    slack.refresh_connections()
    alice.says("after")

    slack.wait_until(lambda: "after" in heard)
    client.auto_reconnect_enabled = False
    slack.close()
    client.close()
    assert heard == ["before", "after"]
