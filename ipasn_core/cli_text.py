"""Values as lines for people at a terminal, in Indonesian."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .cli_values import rounding
from .formatting import format_exact, format_int, format_nip, format_number, format_points
from .model.finding import Finding
from .model.scores import Group
from .model.stored import Asal
from .rules.edition import Edition
from .scoring.explain import ALASAN_VERDICT, gain_words
from .scoring.recap import kategori_of_mean
from .scoring.year_state import YearState, capaian
from .storage.journal import Entry
from .workflow.explain import Explanation
from .workflow.import_ import Outcome
from .workflow.journal_words import Known, entry_words, moment_words
from .workflow.recap import RecapRow
from .workflow.record_words import record_words
from .workflow.review import DISAHKAN, DRAF, Status
from .workflow.verify import Verification

_DASH = "–"


def _number(value: Fraction | None) -> str:
    return _DASH if value is None else format_number(value, 2)


def _entered(value: Fraction | None) -> str:
    return _DASH if value is None else format_exact(value)


def result_text(state: YearState, stands: Status) -> str:
    """Return the result table of `hitung`."""
    lines = [
        f"Indeks Profesionalitas ASN {state.settings.instansi} Tahun {state.tahun}",
        f"{state.edition.singkatan}" + (" (ATURAN DRAF)" if state.edition.draf else ""),
        "",
        f"{'Dimensi':<14}{'Nilai':>9}{'Target':>9}{'Capaian (%)':>13}",
    ]
    for d, dimensi in enumerate(state.edition.dimensi):
        target = state.targets.dimensi.get(dimensi.id)
        lines.append(_result_line(state, dimensi.nama, state.instansi.mean(d), target))
    lines.append(_result_line(state, "IPASN", state.instansi.indeks, state.target_indeks))
    lines += ["", *_counts(state), f"Keadaan        {_standing(stands)}"]
    if stands.berubah_sejak_pengesahan:
        lines.append("Data berubah sejak pengesahan; yang tampil adalah yang disahkan.")
    return "\n".join(lines)


def _standing(stands: Status) -> str:
    telaah = stands.telaah
    if telaah is None or stands.keadaan == DISAHKAN:
        return stands.keadaan
    if stands.keadaan == DRAF and telaah.alasan:
        return f"{DRAF}, ditolak {telaah.nama}: {telaah.alasan}"
    if stands.keadaan == DRAF:
        return f"{DRAF}, berubah sejak diperiksa {telaah.nama}"
    return f"{stands.keadaan} {telaah.nama}"


def _result_line(
    state: YearState, name: str, value: Fraction | None, target: Fraction | None
) -> str:
    reached = capaian(value, target)
    shown = _DASH if reached is None else format_number(reached, 2, rounding(state))
    return f"{name:<14}{_number(value):>9}{_entered(target):>9}{shown:>13}"


def _counts(state: YearState) -> list[str]:
    group = state.instansi
    kategori = _DASH
    if group.indeks is not None:
        kategori = kategori_of_mean(group.indeks, state.edition)
    return [
        f"Kategori       {kategori}",
        f"Diukur         {format_int(group.jumlah)} pegawai",
        f"Belum lengkap  {format_int(group.belum_lengkap)} pegawai",
        f"Tidak diukur   {format_int(state.tidak_diukur)} pegawai",
        f"Tidak masuk    {format_int(len(state.tidak_masuk))} orang",
        f"Temuan galat   {format_int(state.galat_terbuka)} terbuka",
    ]


def recap_text(state: YearState, keys: Sequence[str], rows: Sequence[RecapRow]) -> str:
    """Return the table of `rekap`."""
    named = [(" · ".join(row.kunci), row.kelompok) for row in rows]
    named.append((state.settings.instansi, state.instansi))
    width = max(len(name) for name, _ in named) + 2
    heads = [d.nama for d in state.edition.dimensi]
    lines = [
        f"{'Menurut ' + ' dan '.join(keys):<{width}}{'Pegawai':>8}"
        + "".join(f"{head:>13}" for head in heads)
        + f"{'IPASN':>9}  Kategori"
    ]
    lines += [_group_line(state, name, group, width) for name, group in named]
    return "\n".join(lines)


def _group_line(state: YearState, name: str, group: Group, width: int) -> str:
    means = "".join(f"{_number(group.mean(d)):>13}" for d in range(len(state.edition.dimensi)))
    kategori = _DASH if group.indeks is None else kategori_of_mean(group.indeks, state.edition)
    return (
        f"{name:<{width}}{format_int(group.jumlah):>8}{means}{_number(group.indeks):>9}  {kategori}"
    )


def trace_text(state: YearState, found: Explanation) -> str:
    """Return the trace of `jelas`."""
    trace, scores = found.jejak, state.scores
    i = trace.orang
    nip = format_nip(str(int(state.roster.nip[i])))
    post = [state.roster.jabatan[i]] if state.roster.jabatan[i] else []
    lines = [f"{state.roster.nama[i]} · NIP {nip}", *post, ""]
    if not scores.diukur[i]:
        lines.append(f"Tidak diukur menurut {state.edition.singkatan}.")
        return "\n".join(lines)
    for step in trace.langkah:
        if not step.maksimal:
            continue
        points = f"{format_points(step.poin)} dari {format_points(step.maksimal)}"
        lines.append(f"{step.nama} (Pasal {step.pasal}): {points}")
        lines.append(f"  {step.alasan}")
        for one in step.rekaman:
            record = found.rekaman[step.blok, one.id]
            words = record_words(step.blok, record) + _origin(record.asal)
            lines.append(f"  - {words}: {ALASAN_VERDICT[one.verdict]}")
        if step.tambahan:
            lines.append(f"  {gain_words(step)}")
    kategori = state.edition.kategori[scores.kategori[i]].nama
    complete = "lengkap" if scores.lengkap[i] else "belum lengkap"
    lines += ["", f"IPASN {format_points(int(scores.indeks[i]))}, {kategori}, data {complete}"]
    return "\n".join(lines)


def _origin(asal: Asal) -> str:
    row = None if asal.baris is None else f"baris {asal.baris}"
    place = ", ".join(part for part in (asal.berkas, asal.lembar, row) if part)
    return f" ({place})" if place else ""


def finding_text(finding: Finding) -> str:
    """Return a finding as one or two lines: severity, address, sentence, remedy."""
    address = [finding.berkas, finding.lembar]
    cell = f"{finding.kolom or ''}{finding.baris or ''}"
    where = " · ".join(part for part in (*address, cell) if part)
    head = f"[{finding.tingkat}] {finding.id} {where + ': ' if where else ''}{finding.pesan}"
    return f"{head}\n    {finding.perbaikan}" if finding.perbaikan else head


def import_text(outcome: Outcome) -> str:
    """Return what an import did, or would do, and its findings."""
    plan = outcome.rencana
    new, changed, same = (format_int(plan.count(k)) for k in ("baru", "berubah", "tetap"))
    people = format_int(len(plan.orang))
    lines = [
        "Rencana impor; belum ada yang disimpan." if outcome.coba else "Impor selesai.",
        f"Diterima {people} pegawai: {new} baru, {changed} berubah, {same} tetap.",
        f"Ditolak {format_int(plan.ditolak)} baris, ganda {format_int(plan.ganda)} baris.",
    ]
    lines += map(finding_text, plan.temuan)
    if outcome.galat is not None:
        lines.append(f"Baris yang ditolak disimpan di {outcome.galat}.")
    return "\n".join(lines)


def entry_text(entry: Entry, zona: str, others: Known) -> str:
    """Return an entry of the journal as a line: number, moment, who, what."""
    when = moment_words(entry.waktu, zona)
    return f"{entry.id:>4}  {when}  {entry.pengguna}  {entry_words(entry, others)}"


def rules_text(edition: Edition) -> str:
    """Return an edition as a line."""
    years = f"{edition.tahun[0]}–{edition.tahun[-1]}"
    return f"{edition.id}  {edition.nama}  tahun ukur {years}  {edition.status}"


_CHANGES_TOLD = 20
"""Of each kind of change so many lines; `--json` has all."""


def verification_text(found: Verification) -> str:
    """Return the answer of `verifikasi`, and what changed since an older revision."""
    lines = [found.kalimat]
    if found.beda is not None:
        lines.append(found.beda.kalimat)
        for title, told in found.beda.sections():
            lines += [f"{title}:", *(f"  {line}" for line in told[:_CHANGES_TOLD])]
            if len(told) > _CHANGES_TOLD:
                lines.append(f"  dan {format_int(len(told) - _CHANGES_TOLD)} lainnya")
    return "\n".join(lines)
