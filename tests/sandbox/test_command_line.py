"""`python -m sandbox`: what it prints, and how it fails."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from slack_sdk import WebClient

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "sandbox", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("more", "names"),
    [
        (
            (),
            ["SLACK_API_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"],
        ),
        (
            ("--events-url", "http://127.0.0.1:9/slack/events"),
            ["SLACK_API_URL", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"],
        ),
    ],
)
def test_it_prints_the_page_and_the_settings_of_a_bot(
    manifest: Path, more: tuple[str, ...], names: list[str]
) -> None:
    with run("--manifest", str(manifest), *more) as program:
        assert program.stdout
        page = program.stdout.readline().strip()
        lines = [program.stdout.readline().strip().partition("=") for _ in names]
        settings = {name: value for name, _, value in lines}
        answer = WebClient(
            token=settings["SLACK_BOT_TOKEN"], base_url=settings["SLACK_API_URL"]
        ).auth_test()
        program.send_signal(signal.SIGTERM)
        assert program.wait(10) == 0

    assert page.startswith("http://127.0.0.1:")
    assert list(settings) == names
    assert answer["team"] == "Practice"


def test_a_missing_manifest_is_one_line_and_exit_2(tmp_path: Path) -> None:
    assert _failure("--manifest", str(tmp_path / "none.yml")) == (
        f"sandbox: cannot read {tmp_path / 'none.yml'}: No such file or directory\n"
    )


def test_a_wrong_port_is_one_line_and_exit_2(manifest: Path) -> None:
    assert "'x' is no port\n" in _failure("--manifest", str(manifest), "--port", "x")


def test_a_taken_port_is_one_line_and_exit_2(manifest: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        failure = _failure("--manifest", str(manifest), "--port", str(port))

    assert failure.startswith(f"sandbox: cannot listen on port {port}: ")
    assert failure.count("\n") == 1


def _failure(*arguments: str) -> str:
    with run(*arguments) as program:
        _, problem = program.communicate(timeout=20)
    assert program.returncode == 2
    return problem
