"""Whom findings are about: found in the roster of the year that is open."""

from __future__ import annotations

from collections.abc import Iterable

from ipasn_core.formatting import format_nip
from ipasn_core.model.finding import Finding

from ..workspace import Workspace


class FindingPeople:
    """People by NIP; somebody who is not in the year is nobody here.

    Args:
        workspace: The open project.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def _place(self, nip: int) -> int:
        """Return where in the roster somebody stands, -1 for nobody."""
        current = self._workspace.current
        if current is None or not nip:
            return -1
        roster = current.state.roster
        at = int(roster.nip.searchsorted(nip))
        return at if at < len(roster) and int(roster.nip[at]) == nip else -1

    def name(self, nip: int) -> str:
        """Return the name of somebody, empty for nobody."""
        at, current = self._place(nip), self._workspace.current
        return "" if at < 0 or current is None else str(current.state.roster.nama[at])

    def id_of(self, finding: Finding) -> int:
        """Return the id of whom a finding is about, 0 for nobody."""
        at, current = self._place(finding.nip), self._workspace.current
        return 0 if at < 0 or current is None else int(current.state.roster.id[at])

    def words(self, finding: Finding) -> str:
        """Return name and NIP of whom a finding is about, empty for nobody."""
        name = self.name(finding.nip)
        return f"{name}, {format_nip(str(finding.nip))}" if name else ""

    def names(self, findings: Iterable[Finding]) -> dict[int, str]:
        """Return the names of whom findings are about, by NIP."""
        nips = {one.nip for one in findings if one.nip}
        return {nip: name for nip in nips if (name := self.name(nip))}
