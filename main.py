"""Start IPASN: with a verb the command line; alone or with a project file, the window."""

from __future__ import annotations

import datetime
import getpass
import os
import sys


def user_name() -> str:
    """Return who works here: IPASN_PENGGUNA, else the system's name for the user."""
    named = os.environ.get("IPASN_PENGGUNA", "").encode("utf-8", "replace").decode().strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "tanpa nama"


def ask_secret(prompt: str) -> str | None:
    """Ask for a passphrase at the terminal; None where there is none."""
    return getpass.getpass(prompt) if sys.stdin is not None and sys.stdin.isatty() else None


def now() -> datetime.datetime:
    """Return the moment, with its zone."""
    return datetime.datetime.now().astimezone()


def wants_window(words: list[str]) -> bool:
    """Tell whether the window is asked for: no word, a project file, or Qt's own options first."""
    return not words or words[0].lower().endswith(".ipasn") or words[0] in ("-platform", "-style")


def main() -> int:
    """Build what the core never asks for itself, and hand over."""
    words = sys.argv[1:]
    if wants_window(words):
        # Qt is no business of the command line, and a third of a second.
        from ipasn_gui import app  # noqa: PLC0415

        return app.run(sys.argv, now, user_name())
    if words[0] == "swauji":
        from ipasn_gui import selftest  # noqa: PLC0415

        return selftest.main(words[1:], now, user_name())
    if words[0] == "baca-lembar":  # `child.WORD`: this program, called by itself
        from ipasn_core.importing import child  # noqa: PLC0415

        return child.main(words[1:])
    from ipasn_core import cli  # noqa: PLC0415
    from ipasn_core.workflow.context import Context  # noqa: PLC0415

    return cli.main(words, Context(now=now(), user=user_name()), ask_secret)


if __name__ == "__main__":
    sys.exit(main())
