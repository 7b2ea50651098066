"""The tokens hold what LOOK promises: contrast of text and edges, colours apart for everyone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import ipasn_gui
from ipasn_gui import app as gui
from ipasn_gui.style import sheet
from ipasn_gui.theme import DARK, LIGHT, Theme, Tokens

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["terang", "gelap"])


def luminance(color: str) -> float:
    parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
@pytest.mark.parametrize("name", ["ink", "ink2", "accent", "err", "warn", "ok", "info"])
def test_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens, name: str) -> None:
    for ground in ("canvas", "surface", "sel"):
        assert contrast(getattr(tokens, name), getattr(tokens, ground)) >= 4.5, ground


@SCHEMES
def test_quiet_text_fields_and_buttons_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.ink3, tokens.surface) >= 4.5
    assert contrast(tokens.line2, tokens.surface) >= 3
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.toast_ink, tokens.toast) >= 4.5
    assert contrast(tokens.toast_action, tokens.toast) >= 4.5


@SCHEMES
@pytest.mark.parametrize("kind", ["err", "warn", "ok", "info"])
def test_a_fault_can_be_read_on_its_tint(tokens: Tokens, kind: str) -> None:
    assert round(contrast(getattr(tokens, kind), getattr(tokens, f"{kind}_tint")), 1) >= 5.7


@SCHEMES
def test_data_can_be_seen_on_its_ground(tokens: Tokens) -> None:
    for color in (*tokens.dimensi, *tokens.kategori):
        assert contrast(color, tokens.surface) >= 3


def test_no_colour_and_no_size_of_letter_outside_the_tokens() -> None:
    root = Path(ipasn_gui.__file__).parent
    for path in root.rglob("*.py"):
        if path.name in ("theme.py", "style.py"):
            continue
        text = path.read_text("utf-8")
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", text), path.name
        assert not re.search(r"font-size: ?\d", text), path.name
        assert "setPointSize" not in text, path.name


def test_the_sheet_takes_its_colours_from_the_tokens(theme: Theme) -> None:
    theme.set_tokens(DARK)
    dark = sheet(theme)
    theme.set_tokens(LIGHT)
    light = sheet(theme)
    known = {value for value in vars_of(LIGHT) if value.startswith("#")}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", light)) <= known
    assert light != dark


def vars_of(tokens: Tokens) -> list[str]:
    return [v for name in Tokens.__slots__ if isinstance(v := getattr(tokens, name), str)]


def test_high_contrast_takes_the_systems_own_colours(
    theme: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gui, "wants_high_contrast", lambda _: True)
    gui.wear(qapp, theme)
    assert qapp.styleSheet() == ""
    assert qapp.palette().window().color() == qapp.style().standardPalette().window().color()
    monkeypatch.undo()
    gui.wear(qapp, theme)
    assert qapp.styleSheet() == sheet(theme)
