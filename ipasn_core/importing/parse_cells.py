"""`Cells`: the values of a column, each distinct raw value read once."""

from __future__ import annotations

from .parse_values import Fault, Reader
from .table import Value


class Cells(dict[object, Value]):
    """Raw value → value, each read when it is first met.

    Attributes:
        salah: What is wrong with raw values.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self.salah: dict[object, Fault] = {}

    def __missing__(self, raw: object) -> Value:
        cell = self._reader(raw)
        if cell.salah is not None:
            self.salah[raw] = cell.salah
        self[raw] = cell.nilai
        return cell.nilai
