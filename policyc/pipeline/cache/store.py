"""What earlier runs found, kept by the hash of all that it was made from, so that nothing is worked out twice.

One SQLite file, which two runs may share. Values are data, never code, and each is kept with its own checksum. A store
that is damaged, of another make, or cannot be written is as good as empty: nothing but time is lost.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

FILE = "results-1.sqlite3"
"""The name tells the make of the table: another make has another name."""
MAXIMUM_BYTES = 4 << 30
AT_ONCE = 500
WAIT_SECONDS = 5.0
CHECKSUM_BYTES = 16


class Store:
    """Results by key; a store without a folder keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Open the store in a folder, made if it is missing; ``trouble`` tells why it cannot be used, if it cannot."""
        self.trouble: str | None = None
        self._file = folder / FILE if folder else None
        self._connection: sqlite3.Connection | None = None
        if self._file:
            self._open(self._file)

    def _open(self, file: Path) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if file.exists() and file.stat().st_size > MAXIMUM_BYTES:
                remove(file)
            self._connect(file)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                self._give_up(str(error))
            else:
                self._begin_anew(file)
        except OSError as error:
            self._give_up(error.strerror or str(error))

    def _connect(self, file: Path) -> None:
        connection = sqlite3.connect(file, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID")
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _begin_anew(self, file: Path) -> None:
        """Throw a damaged file away and begin with an empty one."""
        self.close()
        try:
            remove(file)
            self._connect(file)
        except (sqlite3.DatabaseError, OSError) as error:
            self._give_up(str(error))

    def _give_up(self, why: str) -> None:
        self.close()
        self.trouble = why

    @property
    def closed(self) -> bool:
        """Whether nothing can be kept, or kept no more."""
        return self._connection is None

    def load(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are kept under some keys, those that are whole."""
        wanted, found = list(keys), dict[bytes, bytes]()
        if self._connection is None:
            return found
        try:
            for at in range(0, len(wanted), AT_ONCE):
                some = wanted[at : at + AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = self._connection.execute(f"SELECT key, value FROM results WHERE key IN ({marks})", some)
                found.update((key, value[CHECKSUM_BYTES:]) for key, value in rows if is_whole(key, value))
        except sqlite3.OperationalError as error:
            self._give_up(str(error))
        except sqlite3.DatabaseError:
            if self._file:
                self._begin_anew(self._file)
        return found

    def save(self, values: Mapping[bytes, bytes]) -> None:
        """Keep some values; where that cannot be done nothing is lost but time."""
        if self._connection is None:
            return
        rows = [(key, checksum(key, value) + value) for key, value in values.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._give_up(str(error))

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.DatabaseError):
                self._connection.close()
            self._connection = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def checksum(key: bytes, value: bytes) -> bytes:
    """What tells whether a value is whole, and is the one of its key."""
    return hashlib.blake2b(value, digest_size=CHECKSUM_BYTES, key=key[:64]).digest()


def is_whole(key: object, value: object) -> bool:
    """Whether a row holds what was put into it."""
    if not isinstance(key, bytes) or not isinstance(value, bytes):
        return False
    return value[:CHECKSUM_BYTES] == checksum(key, value[CHECKSUM_BYTES:])


def remove(file: Path) -> None:
    """Remove a store's file and those that SQLite keeps beside it."""
    for beside in ("", "-wal", "-shm", "-journal"):
        Path(f"{file}{beside}").unlink(missing_ok=True)
