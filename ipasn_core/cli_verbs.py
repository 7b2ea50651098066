"""What each verb of the command line does: words to a workflow, its values to an answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .cli_text import (
    entry_text,
    finding_text,
    import_text,
    recap_text,
    result_text,
    rules_text,
    trace_text,
    verification_text,
)
from .cli_values import (
    entry_json,
    finding_json,
    import_json,
    recap_json,
    result_json,
    review_json,
    rules_json,
    trace_json,
    verification_json,
)
from .errors import UsageError
from .formatting import format_int
from .model.settings import Pejabat, Settings, setting_shown
from .progress import Progress
from .rules.loader import by_id, editions
from .storage import backup
from .storage.periksa import check
from .storage.project import open_project
from .workflow import (
    configure,
    create,
    explain,
    export,
    findings,
    history,
    import_,
    papers,
    recap,
    review,
    sign,
    template,
    undo,
    verify,
    years,
)
from .workflow.context import Context
from .workflow.files import read_file
from .workflow.journal_words import PERBUATAN, entry_words, first_of, known
from .workflow.official import check_word
from .workflow.score import load_year

GROUPINGS = recap.GROUPINGS
DEEDS = PERBUATAN
PAPERS = tuple(one.value for one in papers.JenisLaporan)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb answers: an object for programs, a text for people, an exit status."""

    objek: Json = field(default_factory=dict)
    teks: str = ""
    status: int = 0


def _buat(words: Namespace, context: Context, _progress: Progress) -> Answer:
    edition = create.create(
        words.berkas, context, words.instansi, words.tahun, words.aturan, words.target
    )
    objek = {"berkas": str(words.berkas), "tahun": words.tahun, "aturan": edition.id}
    return Answer(objek, f"{words.berkas} dibuat: tahun {words.tahun}, aturan {edition.singkatan}.")


def _atur(words: Namespace, context: Context, _progress: Progress) -> Answer:
    changes = configure.parse_pairs(words.pasangan)
    if words.kop is not None:
        changes = configure.read_kop(words.kop) | changes
    if changes:
        with open_project(words.berkas, context) as project:
            configure.change_settings(project, context, words.tahun, changes)
            shown = configure.show_settings(project, words.tahun)
    else:
        with open_project(words.berkas) as project:
            shown = configure.show_settings(project, words.tahun)
    return Answer(dict(shown), "\n".join(map(_setting_line, shown.items())))


def _setting_line(setting: tuple[str, str]) -> str:
    return f"{setting[0]} = {setting_shown(*setting)}"


def _impor(words: Namespace, context: Context, progress: Progress) -> Answer:
    if words.batal:
        if words.lembar:
            raise UsageError("--batal tidak menerima lembar.", "Tulis: impor FILE.ipasn --batal")
        return _taken_back(words, context, "impor")
    if not words.lembar:
        raise UsageError("Tidak ada lembar yang disebut.", "Tulis: impor FILE.ipasn LEMBAR…")
    options = import_.Options(
        tahun=words.tahun,
        kolom=tuple(words.kolom),
        lembar=tuple(words.tentang),
        cakup=tuple(words.cakup),
        ganti=words.ganti,
        galat=words.galat,
        coba=words.coba,
    )
    outcome = import_.import_sheets(words.berkas, context, words.lembar, options, progress)
    status = 1 if outcome.kept_out else 0
    return Answer(import_json(outcome), import_text(outcome), status)


def _taken_back(words: Namespace, context: Context, perbuatan: str = "") -> Answer:
    with open_project(words.berkas, context) as project:
        entry = undo.undo(project, context, perbuatan)
    text = f"Diurungkan, nomor {entry.id}: {entry_words(entry)}"
    return Answer(entry_json(entry), text)


def _tahun(words: Namespace, context: Context, _progress: Progress) -> Answer:
    with open_project(words.berkas, context) as project:
        edition = years.add_year(
            project, context, words.buat, words.dari, words.aturan, words.target
        )
        people = len(project.load_roster(words.buat))
    objek = {"tahun": words.buat, "aturan": edition.id, "pegawai": people}
    text = f"Tahun {words.buat} ditambahkan, aturan {edition.singkatan}, {people} pegawai."
    return Answer(objek, text)


def _buka_kembali(words: Namespace, context: Context, _progress: Progress) -> Answer:
    with open_project(words.berkas, context) as project:
        signing = years.reopen(project, context, words.tahun, words.alasan)
    objek = {"tahun": signing.tahun, "revisi": signing.revisi}
    text = (
        f"Tahun {signing.tahun} dibuka kembali; pengesahan berikutnya Revisi {signing.revisi + 1}."
    )
    return Answer(objek, text)


def _cadangan(words: Namespace, _context: Context, _progress: Progress) -> Answer:
    if (words.pulihkan is None) != (words.keluaran is None):
        raise UsageError("--pulihkan dan -o berpasangan.", "Tulis: --pulihkan ID -o NEW.ipasn")
    if words.pulihkan is not None:
        done = backup.restore(words.berkas, words.pulihkan, words.keluaran)
        objek: Json = {"id": done.id, "keluaran": str(words.keluaran)}
        return Answer(objek, f"Cadangan {done.id} disalin ke {words.keluaran}.")
    found = backup.listing(words.berkas)
    listed = [
        {"id": b.id, "waktu": b.waktu.isoformat(), "sebab": b.sebab, "ukuran": b.ukuran}
        for b in found
    ]
    text = "\n".join(f"{b.id}  {format_int(b.ukuran)} bita" for b in found)
    return Answer({"cadangan": listed}, text or "Belum ada cadangan.")


def _urungkan(words: Namespace, context: Context, _progress: Progress) -> Answer:
    if not words.ulangi:
        return _taken_back(words, context)
    with open_project(words.berkas, context) as project:
        entry = undo.redo(project, context)
        others = known(project.journal())
    first = first_of(entry, others) or entry
    return Answer(entry_json(entry, others), f"Diulangi, nomor {first.id}: {entry_words(first)}")


def _hitung(words: Namespace, _context: Context, _progress: Progress) -> Answer:
    with open_project(words.berkas) as project:
        state = load_year(project, words.tahun)
        stands = review.status(project, state)
    return Answer(result_json(state, stands), result_text(state, stands))


def _rekap(words: Namespace, _context: Context, _progress: Progress) -> Answer:
    keys = (words.per,) if words.dan is None else (words.per, words.dan)
    if len(set(keys)) < len(keys):
        raise UsageError("--per dan --dan sama.", "Pilih dua pengelompokan yang berbeda.")
    with open_project(words.berkas) as project:
        state = load_year(project, words.tahun)
    rows = recap.recap(state, keys)
    return Answer(recap_json(state, keys, rows), recap_text(state, keys, rows))


def _jelas(words: Namespace, _context: Context, _progress: Progress) -> Answer:
    with open_project(words.berkas) as project:
        state = load_year(project, words.tahun)
        found = explain.explain_person(project, state, words.nip)
    return Answer(trace_json(state, found), trace_text(state, found))


def _temuan(words: Namespace, context: Context, _progress: Progress) -> Answer:
    if words.abaikan is not None:
        with open_project(words.berkas, context) as project:
            state = load_year(project, words.tahun)
            done = findings.set_aside(project, context, state, words.abaikan, words.alasan or "")
        return Answer({"diabaikan": finding_json(done)}, f"Diabaikan: {done.pesan}")
    if words.alasan is not None:
        raise UsageError("--alasan hanya bersama --abaikan.", "Sertakan --abaikan ID.")
    with open_project(words.berkas) as project:
        state = load_year(project, words.tahun)
    found = findings.open_findings(state)
    objek = {
        "tahun": state.tahun,
        "temuan": [finding_json(one) for one in found],
        "tidak_masuk": list(state.tidak_masuk),
    }
    return Answer(objek, "\n".join(map(finding_text, found)) or "Tidak ada temuan terbuka.")


def _ekspor(words: Namespace, _context: Context, progress: Progress) -> Answer:
    with open_project(words.berkas) as project:
        state = load_year(project, words.tahun)
    export.export(state, words.berkas, words.keluaran, progress)
    objek = {"keluaran": str(words.keluaran), "jumlah": len(state.roster)}
    return Answer(objek, f"{words.keluaran}: {len(state.roster)} pegawai.")


def _laporan(words: Namespace, context: Context, progress: Progress) -> Answer:
    with open_project(words.berkas) as project:
        asked = papers.Pilihan(
            papers.JenisLaporan(words.jenis), words.opd or "", _nip_list(words.nip)
        )
        state = papers.write_paper(project, context, words.tahun, asked, words.keluaran, progress)
    objek = {"keluaran": str(words.keluaran), "disahkan": state.disahkan, "jenis": words.jenis}
    kind = "laporan yang disahkan" if state.disahkan else "DRAF, belum disahkan"
    return Answer(objek, f"{words.keluaran}: {kind}.")


def _nip_list(texts: Sequence[str]) -> tuple[int, ...]:
    """Return NIP as numbers.

    Raises:
        UsageError: One is no NIP.
    """
    found = []
    for text in texts:
        clean = check_word("nip", text)
        if clean:
            found.append(int(clean))
    return tuple(found)


def _telaah(words: Namespace, context: Context, _progress: Progress) -> Answer:
    with open_project(words.berkas, context) as project:
        done = review.review(project, context, words.tahun, words.nip, words.tolak)
    passed = f"Tahun {done.tahun} diperiksa {done.nama}; dapat disahkan pejabat lain."
    rejected = f"Tahun {done.tahun} ditolak {done.nama}: {done.alasan}"
    return Answer(review_json(done), rejected if done.alasan else passed)


def _sahkan(words: Namespace, context: Context, progress: Progress) -> Answer:
    pejabat = Pejabat(
        words.nomor,
        words.tempat,
        words.tanggal,
        words.nama,
        words.jabatan,
        words.pangkat,
        words.nip,
    )
    kunci = None
    if words.p12 is not None:
        kunci = sign.Kunci(read_file(words.p12), words.sandi, _read_all(words.akar))
    with open_project(words.berkas, context) as project:
        signing = sign.sign(project, context, words.tahun, pejabat, words.keluaran, progress, kunci)
    objek = {
        "keluaran": str(words.keluaran),
        "tahun": signing.tahun,
        "revisi": signing.revisi,
        "sidik": signing.snapshot_sha256,
        "sha256": signing.pdf_sha256,
    }
    text = (
        f"Tahun {signing.tahun} disahkan, Revisi {signing.revisi}: {words.keluaran}\n"
        f"Sidik jari isi {signing.snapshot_sha256.upper()}"
    )
    return Answer(objek, text)


def _read_all(paths: Sequence[Path]) -> tuple[bytes, ...]:
    return tuple(read_file(path) for path in paths)


def _verifikasi(words: Namespace, context: Context, _progress: Progress) -> Answer:
    found = verify.verify(words.pdf, words.berkas, context.now, _read_all(words.akar))
    status = 0 if found.jawaban == verify.Answer.ASLI else 1
    return Answer(verification_json(found), verification_text(found), status)


def _periksa(words: Namespace, _context: Context, progress: Progress) -> Answer:
    with open_project(words.berkas) as project:
        problems = check(project, progress)
    listed = [{"kode": one.kode, "pesan": one.pesan} for one in problems]
    text = "\n".join(one.pesan for one in problems) or "Berkas, jurnal, dan data sesuai."
    return Answer({"masalah": listed}, text, 1 if problems else 0)


def _riwayat(words: Namespace, _context: Context, _progress: Progress) -> Answer:
    wanted = history.Filter.of(words.nip, words.perbuatan, words.sejak, words.sampai)
    with open_project(words.berkas) as project:
        entries = history.entries(project, wanted)
        others = known(project.journal())
        zona = Settings.from_text(project.settings()).zona_waktu
    return Answer(
        {"jurnal": [entry_json(one, others) for one in entries]},
        "\n".join(entry_text(one, zona, others) for one in entries),
    )


def _aturan(words: Namespace, _context: Context, _progress: Progress) -> Answer:
    shipped = editions()
    if words.id is None:
        objek: Json = {"aturan": [rules_json(one) for one in shipped]}
        return Answer(objek, "\n".join(map(rules_text, shipped)))
    edition = by_id(words.id, shipped)
    return Answer(rules_json(edition) | {"teks": edition.teks}, edition.teks)


def _templat(words: Namespace, _context: Context, progress: Progress) -> Answer:
    made = template.save_templates(
        words.keluaran, words.jenis, words.berkas, words.opd, words.tahun, progress
    )
    names = [str(path) for path in made]
    return Answer({"berkas": names}, "\n".join(f"Disimpan: {name}" for name in names))


VERBS: Mapping[str, Callable[[Namespace, Context, Progress], Answer]] = {
    "buat": _buat,
    "atur": _atur,
    "impor": _impor,
    "tahun": _tahun,
    "buka-kembali": _buka_kembali,
    "cadangan": _cadangan,
    "urungkan": _urungkan,
    "hitung": _hitung,
    "rekap": _rekap,
    "jelas": _jelas,
    "temuan": _temuan,
    "ekspor": _ekspor,
    "laporan": _laporan,
    "telaah": _telaah,
    "sahkan": _sahkan,
    "verifikasi": _verifikasi,
    "periksa": _periksa,
    "riwayat": _riwayat,
    "aturan": _aturan,
    "templat": _templat,
}
