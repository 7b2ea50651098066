"""Menus and keys: every letter once a menu, every key once, every command connected."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from ipasn_gui.commands import COMMANDS, MENUS, OF_PEOPLE
from tests.shots.stage import Stage


def letter(text: str) -> str:
    return text[text.index("&") + 1].casefold()


def test_alt_letters_are_unique_in_each_menu() -> None:
    assert max(Counter(map(letter, MENUS)).values()) == 1
    for menu in MENUS:
        letters = [letter(one.text) for one in COMMANDS if one.menu == menu]
        assert max(Counter(letters).values()) == 1, menu


def test_keys_are_unique() -> None:
    keys = [one.keys for one in COMMANDS if one.keys]
    assert max(Counter(keys).values()) == 1
    assert all(not QKeySequence(one).isEmpty() for one in keys)


def test_every_command_stands_in_a_menu_and_does_something(stage: Stage) -> None:
    shown = {
        action.objectName()
        for menu in stage.window.menu_row.bar.actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        if action.objectName()
    }
    assert shown == {one.id for one in COMMANDS}
    for name, action in stage.window.commands.actions.items():
        assert action.receivers("2triggered(bool)") > 0, name


def test_a_question_follows_where_three_dots_stand() -> None:
    asking = {"baru", "buka", "tahun-baru", "impor", "ekspor", "ekspor-semua", "templat", "cetak"}
    asking.update(OF_PEOPLE)
    assert {one.id for one in COMMANDS if one.text.endswith("…")} == asking
