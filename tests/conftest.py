"""Shared by all tests: no test may use the network, and pipelines are built once."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from notecheck.checker import Checker, load

ROOT = Path(__file__).resolve().parent.parent


class NetworkUsedError(RuntimeError):
    """A test reached for the network."""


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Fail any test that connects to anywhere, this machine included."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise NetworkUsedError("notecheck must never use the network")

    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, refuse)
    patch.setattr(socket, "getaddrinfo", refuse)
    patch.setattr(socket, "create_connection", refuse)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def rules() -> Checker:
    """A checker that works by rules alone."""
    return load(reader=False)


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the reader."""
    return load(reader=True)
