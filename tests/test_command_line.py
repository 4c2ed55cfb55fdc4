"""`python -m bot`: what it answers when it cannot run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SECRET = "quokka"  # noqa: S105 - what must not be quoted
FINE = {"SLACK_BOT_TOKEN": f"xoxb-{SECRET}", "SLACK_APP_TOKEN": f"xapp-{SECRET}"}


def run(
    folder: Path, arguments: tuple[str, ...], **settings: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(TOP), **settings},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("SLACK_BOT_TOKEN", {}),
        ("SLACK_BOT_TOKEN", {**FINE, "SLACK_BOT_TOKEN": SECRET}),
        ("SLACK_APP_TOKEN", {"SLACK_BOT_TOKEN": FINE["SLACK_BOT_TOKEN"]}),
        ("SLACK_API_URL", {**FINE, "SLACK_API_URL": SECRET}),
        ("DATABASE_URL", {**FINE, "DATABASE_URL": f"mysql://root:{SECRET}@127.0.0.1/starling"}),
        ("PORT", {**FINE, "PORT": "http"}),
    ],
)
def test_a_setting_that_is_missing_or_malformed_is_one_line_and_exit_2(
    tmp_path: Path, name: str, settings: dict[str, str]
) -> None:
    ended = run(tmp_path, ("run",), **settings)

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith("starling: ")
    assert name in ended.stderr
    assert SECRET not in ended.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [(), ("explode",), ("run", "--fast"), ("preview",)])
def test_what_it_cannot_do_is_answered_with_its_usage(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    ended = run(tmp_path, arguments, **FINE)

    assert ended.returncode == 2
    assert ended.stderr.startswith("usage: python -m bot")
