"""Settings: read from the environment, refused by name, and never quoted."""

import os

import pytest
from slack_sdk import WebClient

from bot.settings import Settings, SettingsInvalid, forget_proxies, read_settings

SECRET = "quokka"  # noqa: S105 - what must not be quoted
TOKENS = {"SLACK_BOT_TOKEN": f"xoxb-{SECRET}", "SLACK_APP_TOKEN": f"xapp-{SECRET}"}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment with both tokens and nothing else of ours."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in TOKENS.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def complaint() -> str:
    with pytest.raises(SettingsInvalid) as refused:
        read_settings()
    return str(refused.value)


def test_two_tokens_are_enough() -> None:
    settings = read_settings()

    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.database_url == "sqlite:///starling.db"
    assert settings.port == 3000


def test_without_an_app_token_a_signing_secret_is_enough(environment: pytest.MonkeyPatch) -> None:
    environment.delenv("SLACK_APP_TOKEN")
    environment.setenv("SLACK_SIGNING_SECRET", SECRET)

    assert read_settings().slack_app_token is None


def test_an_empty_setting_is_none(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DATABASE_URL", "")
    environment.setenv("PORT", "")

    assert read_settings().database_url == "sqlite:///starling.db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", None),
        ("SLACK_BOT_TOKEN", ""),
        ("SLACK_BOT_TOKEN", f"xoxp-{SECRET}"),
        ("SLACK_BOT_TOKEN", SECRET),
        ("SLACK_APP_TOKEN", f"xoxb-{SECRET}"),
        ("SLACK_APP_TOKEN", None),
        ("SLACK_API_URL", f"slack.com/{SECRET}"),
        ("DATABASE_URL", f"starling-{SECRET}.db"),
        ("DATABASE_URL", f"mysql://root:{SECRET}@127.0.0.1/starling"),
        ("DATABASE_URL", f"postgresql://root:{SECRET}@127.0.0.1:port/starling"),
        ("PORT", SECRET),
        ("PORT", "-1"),
        ("PORT", "65536"),
    ],
)
def test_a_setting_that_is_missing_or_malformed_is_named_and_not_quoted(
    environment: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    if value is None:
        environment.delenv(name)
    else:
        environment.setenv(name, value)

    said = complaint()

    assert name in said
    assert "\n" not in said
    assert SECRET not in said


def test_what_is_missing_for_either_way_is_named_for_both(environment: pytest.MonkeyPatch) -> None:
    environment.delenv("SLACK_APP_TOKEN")

    said = complaint()

    assert "SLACK_APP_TOKEN" in said
    assert "SLACK_SIGNING_SECRET" in said


def test_settings_that_are_printed_show_no_secret() -> None:
    assert SECRET not in repr(read_settings())


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/"])
def test_an_api_address_works_with_and_without_its_last_slash(
    environment: pytest.MonkeyPatch, url: str
) -> None:
    environment.setenv("SLACK_API_URL", url)

    client = WebClient(base_url=read_settings().slack_api_url)

    assert client.base_url == "http://127.0.0.1:8080/api/"


@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY"])
def test_no_proxy_stands_between_the_bot_and_a_slack_on_this_machine(
    environment: pytest.MonkeyPatch, name: str
) -> None:
    environment.setenv(name, "http://127.0.0.1:9")

    forget_proxies()

    assert name not in os.environ
