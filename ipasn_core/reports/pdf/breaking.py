"""Where lines end: total fit for paragraphs, and the fewest, most even lines for cells.

Pure arithmetic on widths; knows neither fonts nor paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

SHRINK = 0.82
STRETCH = 1.5
LOOSE = 2.0
TRACKING = 0.16
LAST_LINE = 0.2
POOR_ENDS = frozenset({"dan", "di", "ke", "dari", "untuk", "yang"})
_HOPELESS = 1e12


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces where a line may end.

    Attributes:
        width: With its inner no-break spaces at their natural width.
        spaces: How many no-break spaces it holds; they stretch like the others.
        chars: How many characters it has.
    """

    width: float
    spaces: int
    chars: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words[first:last], its word space widened by `gap` and its letters by `track`.

    Both in points, to be added; a line set at its natural width has 0 and 0.
    """

    first: int
    last: int
    gap: float = 0.0
    track: float = 0.0


def justify(words: Sequence[Word], measure: float, space: float) -> list[Line]:
    """Break a paragraph into justified lines with the least badness over all of them.

    Word space stays within 82–150 %, then letters are tracked by up to 0,16 pt; a paragraph that
    still has a line above 200 % is set flush left as a whole.

    Args:
        words: The paragraph.
        measure: Length of the lines, points.
        space: Natural width of a space, points.
    """
    breaks = _best(words, lambda i, j: _justified_cost(words, i, j, measure, space))
    lines = [_set(words, i, j, measure, space) for i, j in breaks[:-1]]
    if any(space + line.gap > LOOSE * space + 1e-9 for line in lines):
        return flush_left(words, measure, space)
    return [*lines, _set_last(words, *breaks[-1], measure, space)] if breaks else []


def flush_left(words: Sequence[Word], measure: float, space: float) -> list[Line]:
    """Break into the fewest lines, then those whose ends are the most even.

    Args:
        words: The text.
        measure: Length of the lines, points; a wider word overruns it alone on its line.
        space: Width of a space, points.
    """
    return [
        Line(i, j) for i, j in _best(words, lambda i, j: _ragged_cost(words, i, j, measure, space))
    ]


def balance(
    words: Sequence[str], widths: Sequence[float], measure: float, space: float
) -> list[str]:
    """Wrap a cell: fewest lines, then the most even, none but the last ending in `dan` or the like.

    Args:
        words: The text's words.
        widths: Their widths, points.
        measure: Room in the cell, points; a wider word overruns it alone on its line.
        space: Width of a space, points.
    """
    items = [Word(width, 0, len(word)) for word, width in zip(words, widths, strict=True)]
    total = sum(widths) + space * (len(words) - 1)
    if total <= measure:
        return [" ".join(words)] if words else []

    def cost(i: int, j: int) -> float | None:
        slack = measure - _natural(items, i, j, space)
        if slack < -1e-6 and j - i > 1:
            return None
        poor = j < len(words) and words[j - 1].lower() in POOR_ENDS
        # A line more than needed costs more than any unevenness or poor end.
        return 1000.0 + (max(slack, 0.0) / measure) ** 2 + (10.0 if poor else 0.0)

    return [" ".join(words[i:j]) for i, j in _best(items, cost)]


def chop(chars: str, widths: Sequence[float], measure: float) -> list[tuple[int, int]]:
    """Divide a word that is wider than any line: after a slash or hyphen, else anywhere.

    Args:
        chars: The word.
        widths: Of its characters, points.
        measure: Length of the lines, points; a wider character stands alone.

    Returns:
        First character of every part and the one after its last.
    """
    parts: list[tuple[int, int]] = []
    first = soft = 0
    total = 0.0
    for at, width in enumerate(widths):
        while at > first and total + width > measure:
            end = soft if soft > first else at
            parts.append((first, end))
            first = end
            total = sum(widths[first:at])
        total += width
        if chars[at] in "/-":
            soft = at + 1
    return [*parts, (first, len(chars))]


def _best(words: Sequence[Word], cost: Callable[[int, int], float | None]) -> list[tuple[int, int]]:
    """Return the cheapest division into lines; `cost(i, j)` is None where words[i:j] overflows."""
    count = len(words)
    total = [0.0] + [_HOPELESS * 1e3] * count
    origin = [0] * (count + 1)
    for j in range(1, count + 1):
        for i in range(j - 1, -1, -1):
            price = cost(i, j)
            if price is None:
                break
            if total[i] + price < total[j]:
                total[j] = total[i] + price
                origin[j] = i
    breaks = []
    while count > 0:
        breaks.append((origin[count], count))
        count = origin[count]
    return breaks[::-1]


def _natural(words: Sequence[Word], i: int, j: int, space: float) -> float:
    return sum(word.width for word in words[i:j]) + space * (j - i - 1)


def _spaces(words: Sequence[Word], i: int, j: int) -> int:
    return sum(word.spaces for word in words[i:j]) + j - i - 1


def _justified_cost(
    words: Sequence[Word], i: int, j: int, measure: float, space: float
) -> float | None:
    natural = _natural(words, i, j, space)
    slack = measure - natural
    spaces = _spaces(words, i, j)
    if slack < -(1 - SHRINK) * space * spaces - 1e-6:
        return None if j - i > 1 else _HOPELESS
    if j == len(words):
        short = i > 0 and natural < LAST_LINE * measure
        return 5.0 if short else (max(-slack, 0.0) / measure) ** 2
    if not spaces:
        return _HOPELESS / 1e3
    ratio = slack / spaces / space
    strain = ratio / (STRETCH - 1) if ratio > 0 else ratio / (SHRINK - 1)
    return 0.05 + strain**2 + (10 * (strain - 1) ** 2 if strain > 1 else 0.0)


def _ragged_cost(
    words: Sequence[Word], i: int, j: int, measure: float, space: float
) -> float | None:
    natural = _natural(words, i, j, space)
    slack = measure - natural
    if slack < -1e-6 and j - i > 1:
        return None
    if j == len(words):
        short = i > 0 and natural < LAST_LINE * measure
        return 1000.0 + (2.0 if short else 0.0)
    return 1000.0 + (max(slack, 0.0) / measure) ** 2


def _set(words: Sequence[Word], i: int, j: int, measure: float, space: float) -> Line:
    slack = measure - _natural(words, i, j, space)
    spaces = _spaces(words, i, j)
    if not spaces:
        return Line(i, j, space * LOOSE if slack > 0 else 0.0)
    gap, track = slack / spaces, 0.0
    limit = (STRETCH - 1) * space
    if gap > limit:
        gaps = sum(word.chars for word in words[i:j]) + j - i - 2
        track = min(TRACKING, (slack - limit * spaces) / gaps) if gaps > 0 else 0.0
        gap = (slack - track * gaps) / spaces
    return Line(i, j, gap, track)


def _set_last(words: Sequence[Word], i: int, j: int, measure: float, space: float) -> Line:
    slack = measure - _natural(words, i, j, space)
    return _set(words, i, j, measure, space) if slack < 0 else Line(i, j)
