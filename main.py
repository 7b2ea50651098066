"""Start IPASN: with a verb the command line; alone, what it can do until there is a window."""

from __future__ import annotations

import datetime
import getpass
import os
import sys

from ipasn_core import cli
from ipasn_core.workflow.context import Context


def user_name() -> str:
    """Return who works here: IPASN_PENGGUNA, else the system's name for the user."""
    named = os.environ.get("IPASN_PENGGUNA", "").encode("utf-8", "replace").decode().strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "tanpa nama"


def main() -> int:
    """Build the context that the core never asks for itself, and hand over."""
    context = Context(now=datetime.datetime.now().astimezone(), user=user_name())
    return cli.main(sys.argv[1:], context)


if __name__ == "__main__":
    sys.exit(main())
