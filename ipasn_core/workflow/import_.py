"""`impor`: spreadsheets opened, planned, and stored in one transaction; on either face."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import UserError
from ..importing.collector import collector_resting
from ..importing.layout_choice import parse_choice
from ..importing.parse import Reading, read_tables
from ..importing.plan import Planned, PlanOptions, make_plan
from ..importing.plan_coverage import LEMBAR, TAMBAHAN
from ..importing.plan_findings import FileRead
from ..importing.sheet_choice import parse_sheet_choice
from ..importing.vocabulary_own import own_vocabulary
from ..importing.workbook import Workbook, open_workbook
from ..model.cards_tables import BERKAS_TAK_TERBACA
from ..model.change import ImportRules, Plan, Stored
from ..model.finding import Finding, Severity
from ..model.vocab import Bukti
from ..progress import Progress, silent
from ..rules.edition import PER_NILAI, Edition
from ..storage import journal
from ..storage.journal import Json
from ..storage.project import Project, open_project
from .context import Context
from .files import check_output
from .refused import save_refused
from .score import edition_of

_FILE_GONE = frozenset(("berkas-tidak-ada", "berkas-folder"))
"""What the officer mistyped, as against a file that is there and cannot be read."""

STALE = "rencana-usang"
"""Code of the fault of a plan that was overtaken: it is to be made again."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the officer asked for; fields as the options of CLI.md.

    Attributes:
        tahun: The measured year, None for the newest.
        kolom: `[FILE:LEMBAR:]FIELD=COL`, columns pointed out by hand.
        lembar: `FILE:LEMBAR:ACT`, what is said of whole sheets.
        cakup: For whom history sheets are complete.
        ganti: Remove what a complete sheet does not list.
        galat: Where refused rows are saved, if anywhere.
        coba: Only plan.
    """

    tahun: int | None = None
    kolom: tuple[str, ...] = ()
    cakup: tuple[str, ...] = ()
    ganti: bool = False
    galat: Path | None = None
    coba: bool = False
    lembar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, or would do.

    Attributes:
        rencana: The plan.
        coba: Whether it was only planned.
        galat: Where refused rows were saved; None if there were none or nobody asked.
    """

    rencana: Plan
    coba: bool
    galat: Path | None

    @property
    def kept_out(self) -> bool:
        """Whether rows or values were kept out."""
        return any(one.tingkat == Severity.GALAT for one in self.rencana.temuan)


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """One spreadsheet, opened; or why it could not be.

    Attributes:
        path: Where it lies.
        buku: Its sheets; None where it cannot be read.
        berkas: What the project keeps of it.
        galat: Why it cannot be read, else None.
    """

    path: Path
    buku: Workbook | None
    berkas: FileRead
    galat: UserError | None

    @property
    def gone(self) -> bool:
        """Whether there is no such file, as against one that cannot be read."""
        return self.galat is not None and self.galat.kode in _FILE_GONE


@dataclass(frozen=True, slots=True)
class Opened:
    """The spreadsheets of one call, opened; none of a project is needed for that."""

    berkas: tuple[OpenedFile, ...]

    @property
    def books(self) -> list[Workbook | None]:
        """Every file's sheets, None where it cannot be read."""
        return [one.buku for one in self.berkas]

    @property
    def files(self) -> list[FileRead]:
        """What the project keeps of every file."""
        return [one.berkas for one in self.berkas]

    @property
    def unread(self) -> list[Finding]:
        """Return a finding for each file that cannot be read: the others go on."""
        return [
            Finding(
                BERKAS_TAK_TERBACA,
                {"sebab": one.galat.pesan, "saran": one.galat.perbaikan},
                one.berkas.berkas,
                sidik=one.berkas.sha256,
            )
            for one in self.berkas
            if one.galat is not None
        ]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan that may be applied, as long as nothing else was done to the project.

    Attributes:
        tahun: The measured year.
        opened: The spreadsheets.
        reading: What was read in them.
        stored: What the project knew of the people in them.
        planned: The plan.
        options: What the officer asked for.
        jurnal: Number of the newest entry of the journal when it was planned.
    """

    tahun: int
    opened: Opened
    reading: Reading
    stored: Stored
    planned: Planned
    options: Options
    jurnal: int

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.planned.plan

    @property
    def useless(self) -> UserError | None:
        """Why nothing at all would be stored; None where the call is of use."""
        return None if self.planned.berguna else _nothing(self.plan)


@collector_resting()
def import_sheets(
    path: Path,
    context: Context,
    sheets: Sequence[Path],
    options: Options,
    progress: Progress = silent,
) -> Outcome:
    """Import spreadsheets into a project file, or only plan to.

    Args:
        path: The project file.
        context: When and by whom.
        sheets: The spreadsheets, in any order.
        options: What the officer asked for.
        progress: Told of files, sheets and rows.

    Raises:
        UsageError: A column or coverage that makes no sense.
        UserError: A missing file, no file that can be read, nothing to store.
        StorageError: The project file cannot be used, or the year is signed.
    """
    if options.galat is not None:
        check_output(options.galat, ".xlsx", [path, *sheets])
    writer = None if options.coba else context
    with open_project(path, writer) as project:
        tahun = project.choose_year(options.tahun)
        _refuse_signed(project, tahun)
        prepared = prepare(
            project, tahun, open_sheets(sheets, progress, _asked_hidden(options)), options, progress
        )
        saved = None
        if options.galat is not None:
            saved = save_refused(options.galat, prepared.reading, prepared.planned)
        if prepared.useless is not None:
            raise prepared.useless
        if not options.coba:
            apply(project, context, prepared, progress)
    return Outcome(prepared.plan, options.coba, saved)


def _asked_hidden(options: Options) -> frozenset[str]:
    """Return the names of files of which hidden sheets are asked for."""
    said = map(parse_sheet_choice, options.lembar)
    return frozenset(one.berkas.casefold() for one in said if one.perbuatan == "baca")


def open_sheets(
    sheets: Sequence[Path], progress: Progress = silent, hidden_of: frozenset[str] = frozenset()
) -> Opened:
    """Open every spreadsheet; one of several that cannot be read lets the others go on.

    Args:
        sheets: The files.
        progress: Told of each.
        hidden_of: Names of files, casefolded, of which hidden sheets are read too.

    Raises:
        UserError: A missing file, or none that can be read.
        Cancelled: `progress` asked for it.
    """
    opened = []
    for path in sheets:
        hidden = path.name.casefold() in hidden_of
        one = open_sheet(path, progress, tersembunyi=hidden)
        if one.galat is not None and (len(sheets) == 1 or one.gone):
            raise one.galat
        opened.append(one)
    found = Opened(tuple(opened))
    if len(found.unread) == len(opened):
        first = found.unread[0]
        raise UserError(first.pesan, first.perbaikan or "", first.kode)
    return found


@collector_resting()
def open_sheet(path: Path, progress: Progress = silent, *, tersembunyi: bool = False) -> OpenedFile:
    """Open one spreadsheet; what keeps it from being read is part of what is returned.

    Raises:
        Cancelled: `progress` asked for it.
    """
    try:
        book = open_workbook(path, progress, tersembunyi=tersembunyi)
    except UserError as fault:
        digest, size = _identity(path)
        return OpenedFile(path, None, FileRead(path.name, digest, size), fault)
    names = tuple(sheet.nama for sheet in book.sheets)
    return OpenedFile(path, book, FileRead(book.berkas, book.sha256, book.ukuran, names), None)


@collector_resting()
def prepare(
    project: Project,
    tahun: int,
    opened: Opened,
    options: Options,
    progress: Progress = silent,
) -> Prepared:
    """Plan an import into a project that is open; nothing is stored.

    Args:
        project: Open for reading or writing.
        tahun: The measured year; that of `options` is not asked.
        opened: At least one spreadsheet that can be read.
        options: Columns, coverage and removal.
        progress: Told of each sheet.

    Raises:
        UsageError: A column or coverage that makes no sense.
        UserError: The year is signed, or an OPD is unknown.
        StorageError: The project file cannot be read.
        Cancelled: `progress` asked for it.
    """
    _refuse_signed(project, tahun)
    rules = import_rules(tahun, edition_of(project, tahun))
    choices = tuple(parse_choice(text) for text in options.kolom)
    said = tuple(map(parse_sheet_choice, options.lembar))
    # Mappings of earlier calls are few; the people in the tables are not yet known.
    remembered = project.load_stored(tahun, frozenset()).pemetaan
    vocab = own_vocabulary(project.settings())
    reading = read_tables(opened.books, rules, choices, remembered, progress, vocab, said)
    stored = _stored(project, tahun, reading, options, [file.berkas for file in opened.files])
    planned = make_plan(
        reading.tabel,
        opened.files,
        stored,
        rules,
        PlanOptions(options.cakup, options.ganti, reading.pemetaan),
        (*opened.unread, *reading.temuan),
        reading.id_temuan,
    )
    return Prepared(tahun, opened, reading, stored, planned, options, newest_entry(project))


@collector_resting()
def apply(
    project: Project, context: Context, prepared: Prepared, progress: Progress = silent
) -> None:
    """Store a plan: a backup first, then one transaction.

    Args:
        project: Open for writing.
        context: When and by whom.
        prepared: The plan.
        progress: May stop the work until the last word of it; nothing is stored then.

    Raises:
        UserError: Nothing to store, or the project is not as it was when this was planned.
        StorageError: The year is signed, or the disk is full; nothing was changed.
        Cancelled: `progress` asked for it; nothing was changed.
    """
    if prepared.useless is not None:
        raise prepared.useless
    if newest_entry(project) != prepared.jurnal:
        raise UserError(
            "Data proyek sudah berubah sejak rencana impor ini disusun.",
            "Susun lagi rencananya, lalu terapkan.",
            STALE,
        )
    plan = prepared.plan
    detail: dict[str, Json] = {
        "tahun": prepared.tahun,
        "berkas": [{"nama": one.berkas, "sha256": one.sha256} for one in plan.berkas],
        "baru": plan.count("baru"),
        "berubah": plan.count("berubah"),
        "tetap": plan.count("tetap"),
        "ditolak": plan.ditolak,
    }
    progress("Membuat cadangan", 0, 3)
    if not plan.kosong:
        project.back_up(context, "impor")
    progress("Menyimpan perubahan", 1, 3)
    with project.change(context, "impor", detail) as writer:
        writer.apply_plan(prepared.tahun, plan, progress)
        # The last moment to stop: a fault in here leaves everything as it was.
        progress("Menyimpan perubahan", 2, 3)


def newest_entry(project: Project) -> int:
    """Return the number of the newest entry of the journal."""
    return journal.head(project.database)[0]


def import_rules(tahun: int, edition: Edition) -> ImportRules:
    """Return what importing has to know of a year and its edition."""
    tops = {
        int(dasar): skala.tertinggi * 1000 // PER_NILAI for dasar, skala in edition.skala.items()
    }
    return ImportRules(
        tahun=tahun,
        tahun_kinerja=edition.tahun_kinerja,
        batas_atas_nilai=tops[edition.skala_tahun[tahun]],
        peta_diklat={kind: Bukti(bukti) for kind, bukti in enumerate(edition.peta_diklat) if bukti},
        status_diukur=tuple(map(int, edition.status_diukur)),
        batas_atas=tops,
    )


def _refuse_signed(project: Project, tahun: int) -> None:
    if project.is_signed(tahun):
        raise UserError(
            f"Tahun {tahun} sudah disahkan; tidak ada yang dapat diimpor ke dalamnya.",
            "Impor ke tahun lain, atau buka kembali tahun itu dengan alasan.",
            "tahun-disahkan",
        )


def _stored(
    project: Project, tahun: int, reading: Reading, options: Options, berkas: Sequence[str]
) -> Stored:
    """Load what is stored of the people in the tables; of everybody where coverage asks for it."""
    if set(options.cakup) - {LEMBAR, TAMBAHAN}:
        return project.load_stored(tahun, berkas=berkas)
    people = {nip for table in reading.tabel for nip in table.nip if nip}
    return project.load_stored(tahun, people, berkas)


def _identity(path: Path) -> tuple[str, int]:
    """Return sha256 and size of a file that cannot be read as a spreadsheet, if at all."""
    try:
        with path.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest(), path.stat().st_size
    except OSError:
        return hashlib.sha256(path.name.encode()).hexdigest(), 0


def _nothing(plan: Plan) -> UserError:
    """Say why nothing at all would be stored: by the first fault, else the first remark."""
    faults = [one for one in plan.temuan if one.tingkat == Severity.GALAT]
    told = faults or list(plan.temuan)
    lead = "Tidak ada yang dapat disimpan dari impor ini."
    remedy = "Pastikan berkasnya memuat tabel dengan kolom NIP."
    if not told:
        return UserError(lead, remedy, "tidak-ada-yang-masuk")
    first = told[0]
    named = first.berkas and first.berkas in first.pesan  # a file that cannot be read says its name
    place = " · ".join(part for part in (first.berkas, first.lembar) if part and not named)
    more = f" Masih ada {len(told) - 1} temuan lain." if len(told) > 1 else ""
    kode = first.kode if len({one.kode for one in told}) == 1 else "tidak-ada-yang-masuk"
    told_of = f"{place}: {first.pesan}" if place else first.pesan
    return UserError(f"{lead} {told_of}{more}", first.perbaikan or remedy, kode)
