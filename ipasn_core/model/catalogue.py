"""The catalogue: every finding that reading can have, with the words officers see.

A sentence says what is wrong and with what; where it is (file, sheet, row, column) is the
finding's address and not in the words. A remedy says what to do in the spreadsheet.
"""

from __future__ import annotations

from . import cards_doubts, cards_people, cards_tables, cards_values
from .finding import Card

CARDS: dict[str, Card] = {
    card.kode: card
    for module in (cards_people, cards_values, cards_tables, cards_doubts)
    for card in vars(module).values()
    if isinstance(card, Card)
}
"""Every card by its code: what a project file stores leads back to the words."""
