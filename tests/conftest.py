"""What holds for every test: no network, and the same hypothesis everywhere."""

from __future__ import annotations

import os
import socket
import sys

from hypothesis import settings

import ipasn_core  # before openpyxl, which asks at its import what this sets

assert ipasn_core.__version__

INTERNET = {socket.AF_INET, socket.AF_INET6}

settings.register_profile("fast", max_examples=50, deadline=None)
# The same examples on every run, so that a red build is red again at the desk.
settings.register_profile(
    "ci", max_examples=100, deadline=None, derandomize=True, database=None, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "fast")


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse internet sockets, whoever asks, C libraries' Python wrappers included.

    An audit hook holds for the whole process and cannot be patched away by accident.
    """
    if event == "socket.getaddrinfo" or (event == "socket.__new__" and arguments[1] in INTERNET):
        raise PermissionError(f"tests may not use the network ({event})")


sys.addaudithook(forbid_network)
