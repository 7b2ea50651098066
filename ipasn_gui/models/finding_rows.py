"""`FindingRows`: findings as the rows of a list: kinds, and under an open one its findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ipasn_core.formatting import format_int, format_nip
from ipasn_core.model.finding import Finding, Severity
from ipasn_core.workflow.finding_words import JUDUL, Group, address_words, grouped

ROLE_ROW = int(Qt.ItemDataRole.UserRole)
"""The `Group` or the `Finding` of a row."""
ROLE_PLACE = ROLE_ROW + 2
"""Where a finding is; of one that was computed, whom it is about."""
ROLE_OPEN = ROLE_ROW + 1
"""Whether the findings of a group's row are listed under it."""

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class FindingRows(QAbstractListModel):
    """Rows are reckoned from the groups, so that ten thousand findings cost nothing unseen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._haystacks: list[str] = []
        self._groups: list[Group] = []
        self._open: set[str] = set()
        self._starts: list[int] = []
        self._count = 0
        self._search = ""
        self._severities: frozenset[Severity] = frozenset()
        self._name: Callable[[int], str] = _nobody

    @property
    def groups(self) -> Sequence[Group]:
        """The groups in sight, in order."""
        return self._groups

    @property
    def findings(self) -> list[Finding]:
        """The findings in sight, in the order of their groups, whether these are open or not."""
        return [one for group in self._groups for one in group.findings]

    def set_findings(self, findings: Sequence[Finding], *, keep_open: bool = False) -> None:
        """List other findings; all groups are shut, unless those that were open stay so."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self._haystacks = []
        if not keep_open:
            self._open.clear()
        self._arrange()
        self.endResetModel()

    def set_names(self, name: Callable[[int], str]) -> None:
        """Let the search find people by name; holds from the next `set_findings` on."""
        self._name = name

    def prepare_search(self, many: int) -> bool:
        """Make ready the search of so many more findings, and tell whether that was all."""
        done = len(self._haystacks)
        more = self._findings[done : done + many]
        self._haystacks += [_haystack(one, self._name) for one in more]
        return len(self._haystacks) == len(self._findings)

    def set_search(self, text: str) -> None:
        """List only findings that have all the words, in any case."""
        words = " ".join(text.casefold().split())
        if words != self._search:
            self.beginResetModel()
            self._search = words
            self._arrange()
            self.endResetModel()

    def set_severities(self, wanted: frozenset[Severity]) -> None:
        """List only findings of these severities; of all where none is named."""
        if wanted != self._severities:
            self.beginResetModel()
            self._severities = wanted
            self._arrange()
            self.endResetModel()

    def _arrange(self) -> None:
        found: Sequence[Finding] = self._findings
        if self._search:
            words = self._search.split()
            self.prepare_search(len(self._findings))
            pairs = zip(self._findings, self._haystacks, strict=True)
            found = [one for one, text in pairs if all(word in text for word in words)]
        if self._severities:
            found = [one for one in found if one.tingkat in self._severities]
        self._groups = grouped(found)
        self._reckon()

    def _reckon(self) -> None:
        """Find the row of each group."""
        self._starts, row = [], 0
        for group in self._groups:
            self._starts.append(row)
            row += 1 + (len(group.findings) if group.kode in self._open else 0)
        self._count = row

    def row_at(self, row: int) -> Group | Finding:
        """Return what stands in a row."""
        place = bisect_right(self._starts, row) - 1
        group, inside = self._groups[place], row - self._starts[place]
        return group.findings[inside - 1] if inside else group

    def row_of(self, wanted: Group | Finding) -> int:
        """Return the row of a group's kind or of a finding; -1 where it is not in sight."""
        kode = wanted.kode
        for group, start in zip(self._groups, self._starts, strict=True):
            if group.kode != kode:
                continue
            if isinstance(wanted, Group):
                return start
            place = place_in(group, wanted) if kode in self._open else -1
            if place >= 0:
                return start + 1 + place
        return -1

    def set_open(self, group: Group, *, opened: bool) -> None:
        """List a group's findings under it, or no more."""
        row = self.row_of(group)
        if row < 0 or opened == (group.kode in self._open):
            return
        last = row + len(self._groups[self._starts.index(row)].findings)
        if opened:
            self.beginInsertRows(_NOWHERE, row + 1, last)
            self._open.add(group.kode)
            self._reckon()
            self.endInsertRows()
        else:
            self.beginRemoveRows(_NOWHERE, row + 1, last)
            self._open.discard(group.kode)
            self._reckon()
            self.endRemoveRows()
        index = self.index(row)
        self.dataChanged.emit(index, index, [ROLE_OPEN])

    def _place(self, finding: Finding) -> str:
        place = address_words(finding)
        name = "" if place or not finding.nip else self._name(finding.nip)
        return f"{name}, {format_nip(str(finding.nip))}" if name else place

    # What Qt asks ---------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many rows are in sight."""
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what a row says."""
        if not index.isValid() or index.row() >= self._count:
            return None
        row = self.row_at(index.row())
        if role == ROLE_ROW:
            return row
        if role == ROLE_PLACE:
            return self._place(row) if isinstance(row, Finding) else ""
        if role == ROLE_OPEN:
            return isinstance(row, Group) and row.kode in self._open
        if role == Qt.ItemDataRole.DisplayRole:
            return row.pesan
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, self._place(row) if isinstance(row, Finding) else "")
        return None


def place_in(group: Group, wanted: Finding) -> int:
    """Return the place of a finding in its group, -1 where it is not in it.

    The very one is found at once, where comparing it with ten thousand others would be felt.
    """
    found = list(map(id, group.findings))
    if id(wanted) in found:
        return found.index(id(wanted))
    return group.findings.index(wanted) if wanted in group.findings else -1


def _nobody(_nip: int) -> str:
    return ""


def _haystack(finding: Finding, name: Callable[[int], str]) -> str:
    parts = (finding.pesan, address_words(finding), finding.siapa, JUDUL[finding.kode])
    nip = str(finding.nip) if finding.nip else ""
    whose = (nip, format_nip(nip), name(finding.nip)) if nip else ()
    return " ".join((*parts, *whose)).casefold()


def _tip(row: Group | Finding) -> str:
    place = address_words(row) if isinstance(row, Finding) else ""
    return "\n".join(part for part in (row.pesan, place, row.perbaikan or "") if part)


def _spoken(row: Group | Finding, place: str) -> str:
    if isinstance(row, Group):
        many = format_int(len(row.findings))
        return f"{row.tingkat.capitalize()}: {row.pesan}. {row.perbaikan} {many} temuan"
    return f"{row.pesan} {place}"
