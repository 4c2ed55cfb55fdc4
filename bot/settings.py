"""The environment, typed. Nothing else in the project reads it."""

import os
from typing import Annotated, Self

from pydantic import Field, SecretStr, StringConstraints, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

BACKENDS = ("sqlite", "postgres", "postgresql", "postgresql+psycopg")
"""As hosts spell them; the driver is always ours."""


class SettingsInvalid(Exception):
    """A setting is missing or malformed; the message names it and says what to do, in one line."""


class Settings(BaseSettings):
    """What the bot is told by its environment."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore")

    slack_bot_token: SecretStr  # xoxb-…
    slack_app_token: SecretStr | None = None  # xapp-…: Socket Mode; without it HTTP
    slack_signing_secret: SecretStr | None = None  # needed for HTTP
    slack_api_url: Annotated[str, StringConstraints(pattern=r"^https?://")] = (
        "https://slack.com/api/"
    )
    database_url: str = "sqlite:///starling.db"
    port: int = Field(default=3000, ge=0, le=65535)  # of HTTP; 0 takes a free one

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if not self.slack_bot_token.get_secret_value().startswith("xoxb-"):
            raise ValueError("SLACK_BOT_TOKEN must begin with xoxb-")
        token = self.slack_app_token
        if token is not None and not token.get_secret_value().startswith("xapp-"):
            raise ValueError("SLACK_APP_TOKEN must begin with xapp-")
        if token is None and self.slack_signing_secret is None:
            raise ValueError(
                "SLACK_APP_TOKEN is not set (for Socket Mode), and neither is "
                "SLACK_SIGNING_SECRET (for HTTP): set one of them"
            )
        _check_database_url(self.database_url)
        return self


def read_settings() -> Settings:
    """Read the environment.

    Raises:
        SettingsInvalid: names the first setting that is missing or malformed; never its value.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsInvalid(_complaint(error)) from None


def forget_proxies() -> None:
    """Take proxies out of the environment when Slack is on this machine.

    The SDK would send even 127.0.0.1 through them, and its Socket Mode client ignores NO_PROXY.
    """
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        os.environ.pop(name, None)
        os.environ.pop(name.lower(), None)


def _complaint(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    if not first["loc"]:
        return first["msg"].removeprefix("Value error, ") + "."
    name = str(first["loc"][0]).upper()
    if first["type"] == "missing":
        return f"{name} is not set."
    return f"{name} is malformed: {first['msg'].lower()}."


def _check_database_url(url: str) -> None:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):  # the latter of a port that is no number
        raise ValueError(
            "DATABASE_URL is malformed: write sqlite:///FILE or postgresql://…"
        ) from None
    if address.drivername not in BACKENDS:
        raise ValueError("DATABASE_URL must begin with sqlite:/// or postgresql://")
    if address.drivername == "sqlite" and address.database in (None, "", ":memory:"):
        raise ValueError("DATABASE_URL must name a file: write sqlite:///FILE")
