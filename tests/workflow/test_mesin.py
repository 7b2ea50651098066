"""Any life of a file, walked at random beside a model in plain Python of what stands.

The model keeps the rows of every table after each change that stands: an undo must bring back the
rows before it, a redo those after it. What stands is also done afresh in a new file, which must
then hold the same evidence, scores and findings. `IPASN_MESIN=300` makes 300 walks.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import apsw
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ipasn_core.errors import IpasnError
from ipasn_core.model.settings import Pejabat
from ipasn_core.model.stored import StoredRecord
from ipasn_core.model.vocab import Bukti
from ipasn_core.scoring.points import score
from ipasn_core.storage import schema
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow import edit, edit_merge, edit_people, findings, undo, years
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.create import create
from ipasn_core.workflow.export import export
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.review import evidence_digest, review
from ipasn_core.workflow.score import compute_year, load_year
from ipasn_core.workflow.sign import sign
from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, EKA, LEBAR, SAAT, buku, lebar
from tests.workflow.test_temuan_selesai import DIKLAT, diklat

EXAMPLES = int(os.environ.get("IPASN_MESIN", "25"))
STEPS = 30
NAMA = {ANI: "Ani", BUDI: "Budi", CITRA: "Citra"}
SEMUA_NIP = (*NAMA, DEDI)
"""DEDI's comes by correcting an NIP alone."""
TAHUN, TAHUN_LAIN = 2021, 2022
PEJABAT = Pejabat("1/2022", "Bontang", "2022-01-31", "N", "Kepala", nip="197902022006041002")

REFUSED_SIGNINGS = (
    *("", "sudah-disahkan", "tahun-kosong", "temuan-galat", "tahun-tidak-ada"),
    *("belum-diperiksa", "telaah-ditolak"),
)

Rows = Mapping[str, frozenset[tuple[object, ...]]]
Op = tuple[object, ...]
"""A change as data, so that it can be done again in another file."""

orang = st.sampled_from(list(NAMA))
tahun = st.sampled_from((TAHUN, TAHUN, TAHUN_LAIN))
orang_lain = st.sampled_from((ANI, BUDI, DEDI))
nama_berkas = st.sampled_from(("a.csv", "b.csv", "a.xlsx"))
nomor = st.integers(0, 5)
baris_lebar = st.lists(
    st.tuples(
        orang,
        st.sampled_from((60, 80, 95, 80, 95, "abc")),
        st.sampled_from((0, 8, 20, 20, "Belum", "banyak")),
        st.sampled_from(("Sudah", "Belum")),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row[0],
)
baris_diklat = st.lists(
    st.tuples(
        orang, st.sampled_from((8, 12, 24, "delapan", "")), st.sampled_from(("Arsip", "Surat"))
    ),
    min_size=1,
    max_size=3,
)


def rows_of(path: Path) -> Rows:
    """Return the rows of every table that the journal covers, past the program."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return {
            table: frozenset(connection.execute(f"SELECT * FROM {table}"))
            for table in schema.covered(connection)
        }
    finally:
        connection.close()


def touched(before: Rows, after: Rows) -> set[object]:
    """Return the measured years whose rows two states do not share."""
    of_import = {row[0]: row[1] for rows in (before, after) for row in rows["impor"]}
    of_sheet = {row[0]: of_import[row[1]] for rows in (before, after) for row in rows["lembar"]}

    def changed(table: str) -> frozenset[tuple[object, ...]]:
        return before[table] ^ after[table]

    own = {"tahun": 0, "target": 0, "impor": 1, "keadaan": 1, "pernyataan": 1}
    own |= {"temuan": 0, "abaikan": 3, "telaah": 0}
    found = {row[column] for table, column in own.items() for row in changed(table)}
    return found | {of_sheet[row[2]] for row in changed("cakupan")}


def without(state: Rows, before: Rows, after: Rows) -> Rows:
    """Return a later state as if the change from `before` to `after` had not been."""
    return {
        table: (rows - (after[table] - before[table])) | (before[table] - after[table])
        for table, rows in state.items()
    }


@cache
def workbook_bytes(rows: tuple[tuple[object, ...], ...]) -> bytes:
    """Return the same bytes for the same rows, though a workbook holds when it was made.

    Findings are known by the digest of their file: done afresh, they must come out the same.
    """
    with tempfile.TemporaryDirectory(prefix="ipasn-mesin-") as folder:
        return buku(Path(folder) / "a.xlsx", {"Data": rows}).read_bytes()


def write_sheet(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    if path.suffix == ".xlsx":
        path.write_bytes(workbook_bytes(tuple(map(tuple, rows))))
        return path
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)
    return path


def sheet_rows(jenis: object, isi: Sequence[Any]) -> list[Sequence[object]]:
    if jenis == "diklat":
        return [DIKLAT, *(diklat(nip, NAMA[nip], jp, str(nama)) for nip, jp, nama in isi)]
    rows = (
        lebar(nip, NAMA[nip], nilai=nilai, jp=jp, seminar=seminar)
        for nip, nilai, jp, seminar in isi
    )
    return [LEBAR, *rows]


def refusal(work: Callable[[], object]) -> str:
    """Return the code of a refusal, which says what to do; empty where there was none."""
    try:
        work()
    except IpasnError as fault:
        if fault.pesan and fault.perbaikan:
            return fault.kode
        raise
    return ""


def courses(project: Project) -> list[StoredRecord]:
    """Return everybody's courses in an order that does not depend on their ids."""
    newest = project.choose_year(None)
    found = [
        record
        for nip in map(int, SEMUA_NIP)
        if (whose := project.person(newest, nip)) is not None
        for record in whose.rekaman["pengembangan"]
    ]
    return sorted(found, key=lambda record: repr((record.nip, record.isi)))


class Berkas:
    """A project file and its folder; `do` makes one change to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "uji.ipasn"
        create(self.path, SAAT, "Kota Uji", TAHUN, None, None)
        self.project = open_project(self.path, SAAT)

    def reopen_file(self) -> None:
        self.project.close()
        self.project = open_project(self.path, SAAT)

    def do(self, op: Op) -> bool:
        """Make a change; return False where there is nothing to change, raise where refused."""
        match op:
            case ("impor", year, name, jenis, isi):
                assert isinstance(year, int)
                assert isinstance(isi, list)
                sheet = write_sheet(self.folder / str(name), sheet_rows(jenis, isi))
                self.project.close()  # importing opens the file itself
                try:
                    import_sheets(self.path, SAAT, [sheet], Options(tahun=year))
                finally:
                    self.project = open_project(self.path, SAAT)
            case ("tahun", int(year)):
                years.add_year(self.project, SAAT, year, None, None, "disiplin=4")
            case ("pernyataan", int(year), nip, str(text)):
                edit.change_statement(
                    self.project, SAAT, year, int(str(nip)), Bukti.DIKLAT_TEKNIS, text
                )
            case ("keadaan", int(year), nip, str(text)):
                edit_people.correct_state(self.project, SAAT, year, int(str(nip)), {"opd": text})
            case ("keluarkan", int(year), nip):
                edit_people.remove_from_year(self.project, SAAT, year, int(str(nip)))
            case ("verifikator", str(text)):
                change_settings(self.project, SAAT, None, {"pejabat.1": text})
            case ("telaah", int(year), tolak):
                assert tolak is None or isinstance(tolak, str)
                review(self.project, SAAT, year, EKA, tolak)
            case ("nip", nip, lain):
                edit_people.correct_nip(self.project, SAAT, int(str(nip)), str(lain))
            case ("satukan", nip, lain):
                edit_merge.merge_people(self.project, SAAT, int(str(nip)), int(str(lain)))
            case ("abaikan", int(year), int(at)):
                return self._set_aside(year, at)
            case _:
                return self._edit_course(op)
        return True

    def _set_aside(self, year: int, at: int) -> bool:
        state = compute_year(self.project, self.project.choose_year(year))
        found = sorted(one.id for one in findings.open_findings(state))
        if found:
            findings.set_aside(self.project, SAAT, state, found[at % len(found)], "Sudah benar")
        return bool(found)

    def _edit_course(self, op: Op) -> bool:
        if op[0] == "tambah":
            _, nip, jp, nama = op
            isi = {"jenis": "Diklat Teknis", "nama": str(nama), "jp": str(jp), "selesai": "2021"}
            edit.add_record(self.project, SAAT, int(str(nip)), "pengembangan", isi)
            return True
        known = courses(self.project)
        at = int(str(op[1]))
        if not known:
            return False
        number = known[at % len(known)].id
        if op[0] == "hapus":
            edit.delete_record(self.project, SAAT, "pengembangan", number)
        else:
            assert op[0] == "ubah"
            isi = {"jp": str(op[2])}
            edit.change_record(self.project, SAAT, "pengembangan", number, isi)
        return True

    def told(self, year: int) -> tuple[object, ...]:
        """Return what counts of a year: its evidence, everybody's score, its open findings."""
        state = compute_year(self.project, year)
        again = score(self.project.load_roster(year), state.edition)
        assert again.indeks.tolist() == state.scores.indeks.tolist()
        digest = evidence_digest(state.roster, state.scores, self.project.records(year))
        opened = sorted(one.id for one in findings.open_findings(state))
        return digest, state.roster.nip.tolist(), state.scores.indeks.tolist(), opened

    def exported(self, year: int) -> bytes:
        target = self.folder / "ekspor.csv"
        export(load_year(self.project, year), self.path, target)
        return target.read_bytes()


class Mesin(RuleBasedStateMachine):
    """The file, and the model: what stands, what can be redone, what is signed."""

    def __init__(self) -> None:
        super().__init__()
        self.room = tempfile.TemporaryDirectory(prefix="ipasn-mesin-")
        self.folder = Path(self.room.name)
        (self.folder / "satu").mkdir()
        self.file = Berkas(self.folder / "satu")
        self.states = [rows_of(self.file.path)]
        self.stands: list[Op] = []
        self.ahead: list[tuple[list[Rows], list[Op]]] = []
        self.out_of_order = False
        self.signed: dict[int, tuple[bytes, bytes]] = {}
        self.once_signed: set[int] = set()

    # Changes

    def change(self, op: Op, year: int | None = None) -> None:
        """Make a change, of a year or of none, and write down in the model what stands now."""
        entries = len(self.file.project.journal())
        refused = refusal(lambda: self.file.do(op))
        now = rows_of(self.file.path)
        changed = now != self.states[-1]
        assert len(self.file.project.journal()) == entries + changed
        assert not (changed and (refused or year in self.signed))
        if changed:
            assert not touched(self.states[-1], now) & self.signed.keys()
            self.states.append(now)
            self.stands.append(op)
            self.ahead.clear()

    @initialize(both=st.booleans(), faulty=st.booleans())
    def mulai(self, both: bool, faulty: bool) -> None:
        rows: list[tuple[object, ...]] = [(nip, 80, 20, "Sudah") for nip in NAMA]
        if faulty:
            rows.append((ANI, "abc", "Belum", "Belum"))
        self.change(("impor", TAHUN, "awal.csv", "lebar", rows), TAHUN)
        courses = [(ANI, 8, "Arsip"), (BUDI, 12, "Surat")]
        self.change(("impor", TAHUN, "riwayat.csv", "diklat", courses), TAHUN)
        if both:
            self.change(("tahun", TAHUN_LAIN))

    @rule(year=tahun, name=nama_berkas, isi=baris_lebar)
    def impor(self, year: int, name: str, isi: list[tuple[object, ...]]) -> None:
        self.change(("impor", year, name, "lebar", isi), year)

    @rule(year=tahun, name=nama_berkas, isi=baris_diklat)
    def impor_diklat(self, year: int, name: str, isi: list[tuple[object, ...]]) -> None:
        self.change(("impor", year, name, "diklat", isi), year)

    @rule(nip=orang, jp=st.sampled_from((8, 30)), nama=st.sampled_from(("Arsip", "Pajak")))
    def tambah(self, nip: str, jp: int, nama: str) -> None:
        self.change(("tambah", nip, jp, nama))

    @rule(at=nomor, jp=st.sampled_from((4, 8, 40)))
    def ubah(self, at: int, jp: int) -> None:
        self.change(("ubah", at, jp))

    @rule(at=nomor)
    def hapus(self, at: int) -> None:
        self.change(("hapus", at))

    @rule(year=tahun, nip=orang, text=st.sampled_from(("", "16", "Belum")))
    def pernyataan(self, year: int, nip: str, text: str) -> None:
        self.change(("pernyataan", year, nip, text), year)

    @rule(year=tahun, nip=orang, text=st.sampled_from(("Dinas A", "Dinas B")))
    def keadaan(self, year: int, nip: str, text: str) -> None:
        self.change(("keadaan", year, nip, text), year)

    @rule(year=tahun, nip=orang)
    def keluarkan(self, year: int, nip: str) -> None:
        self.change(("keluarkan", year, nip), year)

    @rule(nip=orang, lain=orang_lain)
    def betulkan_nip(self, nip: str, lain: str) -> None:
        self.change(("nip", nip, lain))

    @rule(nip=orang, lain=orang_lain)
    def satukan(self, nip: str, lain: str) -> None:
        self.change(("satukan", nip, lain))

    @rule(text=st.sampled_from((f"verifikator;Eka;{EKA};;Sekretaris", "")))
    def verifikator(self, text: str) -> None:
        self.change(("verifikator", text))

    @rule(year=tahun, tolak=st.sampled_from((None, None, "Belum lengkap")))
    def telaah(self, year: int, tolak: str | None) -> None:
        self.change(("telaah", year, tolak), year)

    @rule(year=tahun, at=nomor)
    def abaikan(self, year: int, at: int) -> None:
        self.change(("abaikan", year, at), year)

    @precondition(lambda self: ("tahun", TAHUN_LAIN) not in self.stands)
    @rule()
    def buat_tahun(self) -> None:
        self.change(("tahun", TAHUN_LAIN))

    # Second thoughts

    def _kept_by_a_signing(self) -> bool:
        """Whether the newest change began a year that was signed: its signings stay for good."""
        return bool(self.stands) and self.stands[-1] in [("tahun", y) for y in self.once_signed]

    @rule()
    def urungkan(self) -> None:
        if self._kept_by_a_signing():
            refused = ("urungan-bertentangan", "tahun-disahkan")
            assert self._undo() in refused
        elif len(self.states) == 1:
            assert self._undo() == "tidak-ada-urungan"
        elif touched(*self.states[-2:]) & self.signed.keys():
            assert self._undo() == "tahun-disahkan"
        else:
            assert self._undo() == ""
            self._undone(len(self.stands) - 1)

    def _undone(self, at: int) -> None:
        """Take the change at a place out of what stands, whatever stands after it."""
        self.ahead.append((list(self.states), list(self.stands)))
        both = self.states[at], self.states[at + 1]
        self.states[at + 1 :] = [without(one, *both) for one in self.states[at + 2 :]]
        del self.stands[at]

    @rule()
    def batal_impor(self) -> None:
        """Take back the newest import past what followed, unless that stands in the way."""
        places = [at for at, op in enumerate(self.stands) if op[0] == "impor"]
        refused = refusal(lambda: undo.undo(self.file.project, SAAT, "impor"))
        if not places:
            assert refused == "tidak-ada-urungan"
            return
        at = places[-1]
        if touched(self.states[at], self.states[at + 1]) & self.signed.keys():
            assert refused == "tahun-disahkan"
        elif refused:
            assert refused == "urungan-bertentangan"
            assert at + 1 < len(self.stands)
        else:
            # What followed was done with the import there: done afresh, it may come out otherwise.
            self.out_of_order |= at + 1 < len(self.stands)
            self._undone(at)

    def _undo(self) -> str:
        return refusal(lambda: undo.undo(self.file.project, SAAT))

    @rule()
    def ulangi(self) -> None:
        refused = refusal(lambda: undo.redo(self.file.project, SAAT))
        assert refused == ("" if self.ahead else "tidak-ada-ulangan")
        if self.ahead:
            self.states, self.stands = self.ahead.pop()

    @rule()
    def buka_berkas_lagi(self) -> None:
        self.file.reopen_file()

    # Signing

    @rule(year=tahun, undone=st.booleans())
    def sahkan(self, year: int, undone: bool) -> None:
        if undone:
            self.urungkan()
        target = self.folder / "laporan.pdf"
        refused = refusal(lambda: sign(self.file.project, SAAT, year, PEJABAT, target))
        assert (year in self.signed) == (refused == "sudah-disahkan")
        assert refused in REFUSED_SIGNINGS
        if not refused:
            if "pejabat.1" in self.file.project.settings():
                telaah = self.file.project.telaah(year)
                assert telaah is not None
                assert telaah.keputusan == "diperiksa"
            self.signed[year] = (self.file.exported(year), target.read_bytes())
            self.once_signed.add(year)
            self.ahead.clear()
            self.ulangi()  # nothing may be redone past a signing

    @precondition(lambda self: self.signed)
    @rule(at=nomor)
    def buka_kembali(self, at: int) -> None:
        year = sorted(self.signed)[at % len(self.signed)]
        years.reopen(self.file.project, SAAT, year, "Data susulan")
        del self.signed[year]
        self.ahead.clear()

    # What must always hold

    @invariant()
    def the_rows_are_those_of_the_model(self) -> None:
        assert rows_of(self.file.path) == self.states[-1]

    @invariant()
    def the_journal_says_what_the_data_are(self) -> None:
        assert check(self.file.project) == []

    @invariant()
    def a_signed_year_stays(self) -> None:
        for year, (table, pdf) in self.signed.items():
            assert self.file.exported(year) == table
            signing = self.file.project.pengesahan(year)
            assert signing is not None
            assert signing.berlaku
            assert self.file.project.pdf(signing.id) == pdf

    def teardown(self) -> None:
        try:
            if not self.out_of_order:
                self._done_afresh()
            for year in list(self.signed):
                years.reopen(self.file.project, SAAT, year, "Selesai")
            self.signed.clear()
            while len(self.states) > 1 and not self._kept_by_a_signing():
                self.urungkan()
                assert rows_of(self.file.path) == self.states[-1]
            if len(self.states) == 1:
                self.urungkan()
            assert check(self.file.project) == []
        finally:
            self.file.project.close()
            self.room.cleanup()

    def _done_afresh(self) -> None:
        """Do what stands in a new file: years never signed must come out the same.

        While a year is signed, edits of records leave its findings open, so that one may differ.
        """
        (self.folder / "baru").mkdir()
        fresh = Berkas(self.folder / "baru")
        try:
            for op in self.stands:
                fresh.do(op)
            assert fresh.project.years() == self.file.project.years()
            for year in set(fresh.project.years()) - self.once_signed:
                assert fresh.told(year) == self.file.told(year)
        finally:
            fresh.project.close()


TestMesin = Mesin.TestCase
TestMesin.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
