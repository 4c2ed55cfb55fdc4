"""The sandbox by itself: `python -m sandbox --manifest manifest.yml --port 8080`."""

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from sandbox.manifest import ManifestInvalid
from sandbox.server import Sandbox

_PORT_MOST = 65_535


class _Parser(argparse.ArgumentParser):
    @override
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"sandbox: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C; return the exit code."""
    options = _parse(arguments)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        sandbox = Sandbox(manifest=options.manifest, port=options.port)
        sandbox.start()
    except ManifestInvalid as invalid:
        return _fail(str(invalid))
    except OSError as error:
        return _fail(f"cannot listen on port {options.port}: {error.strerror}")
    try:
        _announce(sandbox, options.events_url)
        stop.wait()
    finally:
        sandbox.close()
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(prog="python -m sandbox", description="A small Slack on this machine.")
    parser.add_argument("--manifest", type=Path, required=True, help="the app's manifest, YAML")
    parser.add_argument("--port", type=_port, default=0, help="default: a free one")
    parser.add_argument("--events-url", type=_url, help="speak HTTP to this address")
    return parser.parse_args(arguments)


def _announce(sandbox: Sandbox, events_url: str | None) -> None:
    settings = {
        "SLACK_API_URL": sandbox.api_url,
        "SLACK_BOT_TOKEN": sandbox.bot_token,
        "SLACK_SIGNING_SECRET": sandbox.signing_secret,
    }
    if events_url is None:
        settings["SLACK_APP_TOKEN"] = sandbox.app_token
    else:
        # The bot cannot be up yet: it needs the secret that is printed here.
        sandbox.send_events_to(events_url, verify=False)
    lines = [sandbox.address, *(f"{name}={value}" for name, value in settings.items())]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def _port(text: str) -> int:
    if not text.isdigit() or int(text) > _PORT_MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is no port")
    return int(text)


def _url(text: str) -> str:
    if not text.startswith(("http://127.0.0.1", "http://localhost", "http://[::1]")):
        raise argparse.ArgumentTypeError(f"{text!r} is no http:// address of this machine")
    return text


def _fail(problem: str) -> int:
    sys.stderr.write(f"sandbox: {problem}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
