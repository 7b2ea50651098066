"""Qt's own words in Indonesian: menus of fields, buttons of its dialogs.

Qt has no Indonesian translation; what of it can be seen here stands in resources/i18n/qt_id.toml.
"""

from __future__ import annotations

import tomllib

from PySide6.QtCore import QObject, QTranslator

from ipasn_core.resources import resource


class Indonesian(QTranslator):
    """Looks words up by Qt's context and its English text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = resource("i18n", "qt_id.toml")
        self._words: dict[str, dict[str, str]] = tomllib.loads(path.read_text("utf-8"))

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1  # noqa: N803
    ) -> str | None:  # fmt: skip
        """Return the Indonesian words, None where there are none: then Qt's own stand."""
        return self._words.get(context, {}).get(sourceText)

    def isEmpty(self) -> bool:  # noqa: N802
        """Never: Qt does not ask an empty translator."""
        return False
