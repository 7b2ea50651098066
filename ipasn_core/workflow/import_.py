"""`impor`: spreadsheets read, planned, and stored in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import UserError
from ..importing.layout_choice import parse_choice
from ..importing.parse import Reading, read_tables
from ..importing.plan import Planned, PlanOptions, make_plan
from ..importing.plan_coverage import LEMBAR, TAMBAHAN
from ..importing.plan_findings import FileRead
from ..importing.workbook import Workbook, open_workbook
from ..model.catalogue import BERKAS_TAK_TERBACA
from ..model.change import ImportRules, Plan, Stored
from ..model.finding import Finding, Severity
from ..model.vocab import Bukti
from ..progress import Progress, silent
from ..rules.edition import PER_NILAI, Edition
from ..storage.journal import Json
from ..storage.project import Project, open_project
from .context import Context
from .files import check_output
from .refused import save_refused
from .score import edition_of

_FILE_GONE = frozenset(("berkas-tidak-ada", "berkas-folder"))
"""What the officer mistyped, as against a file that is there and cannot be read."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the officer asked for; fields as the options of CLI.md.

    Attributes:
        tahun: The measured year, None for the newest.
        kolom: `[FILE:LEMBAR:]FIELD=COL`, columns pointed out by hand.
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
        reading, planned = _plan(project, tahun, sheets, options, progress)
        saved = None
        if options.galat is not None:
            saved = save_refused(options.galat, reading, planned)
        if not planned.berguna:
            raise _nothing(planned.plan)
        if not options.coba:
            _store(project, context, tahun, planned.plan)
    return Outcome(planned.plan, options.coba, saved)


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


def _plan(
    project: Project, tahun: int, sheets: Sequence[Path], options: Options, progress: Progress
) -> tuple[Reading, Planned]:
    rules = import_rules(tahun, edition_of(project, tahun))
    choices = tuple(parse_choice(text) for text in options.kolom)
    books, files, unread = _open_all(sheets, progress)
    # Mappings of earlier calls are few; the people in the tables are not yet known.
    remembered = project.load_stored(tahun, frozenset()).pemetaan
    reading = read_tables(books, rules, choices, remembered, progress)
    stored = _stored(project, tahun, reading, options, [file.berkas for file in files])
    planned = make_plan(
        reading.tabel,
        files,
        stored,
        rules,
        PlanOptions(options.cakup, options.ganti, reading.pemetaan),
        (*unread, *reading.temuan),
        reading.id_temuan,
    )
    return reading, planned


def _stored(
    project: Project, tahun: int, reading: Reading, options: Options, berkas: Sequence[str]
) -> Stored:
    """Load what is stored of the people in the tables; of everybody where coverage asks for it."""
    if set(options.cakup) - {LEMBAR, TAMBAHAN}:
        return project.load_stored(tahun, berkas=berkas)
    people = {nip for table in reading.tabel for nip in table.nip if nip}
    return project.load_stored(tahun, people, berkas)


def _open_all(
    sheets: Sequence[Path], progress: Progress
) -> tuple[list[Workbook | None], list[FileRead], list[Finding]]:
    """Open every file; one of several that cannot be read is a finding and the others go on."""
    books: list[Workbook | None] = []
    files: list[FileRead] = []
    unread: list[Finding] = []
    for path in sheets:
        try:
            book = open_workbook(path, progress)
        except UserError as fault:
            if len(sheets) == 1 or fault.kode in _FILE_GONE:
                raise
            digest, size = _identity(path)
            books.append(None)
            files.append(FileRead(path.name, digest, size))
            unread.append(
                Finding(
                    BERKAS_TAK_TERBACA,
                    {"sebab": fault.pesan, "saran": fault.perbaikan},
                    path.name,
                    sidik=digest,
                )
            )
        else:
            books.append(book)
            names = tuple(sheet.nama for sheet in book.sheets)
            files.append(FileRead(book.berkas, book.sha256, book.ukuran, names))
    if len(unread) == len(books):
        first = unread[0]
        raise UserError(first.pesan, first.perbaikan or "", first.kode)
    return books, files, unread


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
    place = " · ".join(part for part in (first.berkas, first.lembar) if part)
    more = f" Masih ada {len(told) - 1} temuan lain." if len(told) > 1 else ""
    kode = first.kode if len({one.kode for one in told}) == 1 else "tidak-ada-yang-masuk"
    return UserError(f"{lead} {place}: {first.pesan}{more}", first.perbaikan or remedy, kode)


def _store(project: Project, context: Context, tahun: int, plan: Plan) -> None:
    detail: dict[str, Json] = {
        "tahun": tahun,
        "berkas": [{"nama": one.berkas, "sha256": one.sha256} for one in plan.berkas],
        "baru": plan.count("baru"),
        "berubah": plan.count("berubah"),
        "tetap": plan.count("tetap"),
        "ditolak": plan.ditolak,
    }
    if not plan.kosong:
        project.back_up(context, "impor")
    with project.change(context, "impor", detail) as writer:
        writer.apply_plan(tahun, plan)
