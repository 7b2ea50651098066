"""Values as JSON objects: Indonesian keys, exact numbers as strings with a decimal point."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .formatting import Pembulatan, plain_exact, plain_fraction, plain_number, plain_points
from .model.finding import Finding
from .model.scores import Group, TraceRecord, TraceStep
from .model.stored import StoredRecord, Telaah
from .rules.edition import Edition
from .scoring.recap import kategori_of_mean
from .scoring.year_state import YearState, capaian
from .storage.journal import Entry
from .workflow.explain import Explanation
from .workflow.import_ import Outcome
from .workflow.journal_words import Known, entry_words
from .workflow.recap import RecapRow
from .workflow.record_words import exact_text, fields_of
from .workflow.review import Status
from .workflow.revisions import Changes
from .workflow.verify import Verification

Json = dict[str, Any]


def _decimal(value: Fraction | None) -> str | None:
    """Return a target as it was entered: as many decimals as it needs."""
    return None if value is None else plain_exact(value)


def _printed(value: Fraction | None) -> str | None:
    return None if value is None else plain_number(value, 2)


def _full(value: Fraction | None) -> str | None:
    return None if value is None else plain_fraction(value)


def rounding(state: YearState) -> Pembulatan:
    """Return how this project prints achievements."""
    return Pembulatan(state.settings.capaian)


def _reached(state: YearState, value: Fraction | None, target: Fraction | None) -> str | None:
    reached = capaian(value, target)
    return None if reached is None else plain_number(reached, 2, rounding(state))


def result_json(state: YearState, stands: Status) -> Json:
    """Return the answer of `hitung`, and where the year stands."""
    group, targets = state.instansi, state.targets.dimensi
    return {
        "tahun": state.tahun,
        "aturan": state.edition.id,
        "instansi": state.settings.instansi,
        "jumlah": group.jumlah,
        "belum_lengkap": group.belum_lengkap,
        "tidak_diukur": state.tidak_diukur,
        "tidak_masuk": len(state.tidak_masuk),
        "temuan_galat": state.galat_terbuka,
        "dimensi": {
            dimensi.id: {
                "nilai": _printed(group.mean(d)),
                "nilai_penuh": _full(group.mean(d)),
                "target": _decimal(targets.get(dimensi.id)),
                "capaian": _reached(state, group.mean(d), targets.get(dimensi.id)),
            }
            for d, dimensi in enumerate(state.edition.dimensi)
        },
        "indeks": _printed(group.indeks),
        "indeks_penuh": _full(group.indeks),
        "target": _decimal(state.target_indeks),
        "capaian": _reached(state, group.indeks, state.target_indeks),
        "kategori": _kategori(state, group),
        "disahkan": state.disahkan,
        "keadaan": stands.keadaan,
        "telaah": None if stands.telaah is None else review_json(stands.telaah),
        "berubah_sejak_pengesahan": stands.berubah_sejak_pengesahan,
    }


def review_json(telaah: Telaah) -> Json:
    """Return a review."""
    return {
        "tahun": telaah.tahun,
        "nip": telaah.nip,
        "nama": telaah.nama,
        "waktu": telaah.waktu,
        "keputusan": telaah.keputusan,
        "alasan": telaah.alasan or None,
    }


def _kategori(state: YearState, group: Group) -> str | None:
    return None if group.indeks is None else kategori_of_mean(group.indeks, state.edition)


def _group_json(state: YearState, group: Group) -> Json:
    names = [k.nama for k in state.edition.kategori]
    return {
        "jumlah": group.jumlah,
        "belum_lengkap": group.belum_lengkap,
        "dimensi": {
            dimensi.id: {"nilai": _printed(group.mean(d)), "nilai_penuh": _full(group.mean(d))}
            for d, dimensi in enumerate(state.edition.dimensi)
        },
        "indeks": _printed(group.indeks),
        "indeks_penuh": _full(group.indeks),
        "kategori": _kategori(state, group),
        "jumlah_kategori": dict(zip(names, group.kategori, strict=True)),
    }


def recap_json(state: YearState, keys: Sequence[str], rows: Sequence[RecapRow]) -> Json:
    """Return the answer of `rekap`."""
    return {
        "tahun": state.tahun,
        "per": keys[0],
        "dan": keys[1] if len(keys) > 1 else None,
        "kelompok": [
            dict(zip(keys, row.kunci, strict=True)) | _group_json(state, row.kelompok)
            for row in rows
        ],
        "instansi": _group_json(state, state.instansi),
    }


def trace_json(state: YearState, found: Explanation) -> Json:
    """Return the answer of `jelas`."""
    trace = found.jejak
    i, scores = trace.orang, state.scores
    measured = bool(scores.diukur[i])
    return {
        "tahun": state.tahun,
        "aturan": state.edition.id,
        "nip": str(int(state.roster.nip[i])),
        "nama": state.roster.nama[i],
        "jabatan": state.roster.jabatan[i],
        "diukur": measured,
        "lengkap": bool(scores.lengkap[i]) if measured else None,
        "instrumen": [_step_json(step, found) for step in trace.langkah],
        "dimensi": {
            dimensi.id: plain_points(int(scores.dimensi[d, i])) if measured else None
            for d, dimensi in enumerate(state.edition.dimensi)
        },
        "indeks": plain_points(int(scores.indeks[i])) if measured else None,
        "kategori": state.edition.kategori[scores.kategori[i]].nama if measured else None,
    }


def _step_json(step: TraceStep, found: Explanation) -> Json:
    return {
        "instrumen": step.instrumen,
        "nama": step.nama,
        "dimensi": step.dimensi,
        "pasal": step.pasal,
        "keadaan": step.keadaan.name.lower(),
        "sumber": step.sumber.name.lower(),
        "nilai_dipakai": step.nilai_dipakai,
        "alasan": step.alasan,
        "poin": plain_points(step.poin),
        "maksimal": plain_points(step.maksimal),
        "tambahan": step.tambahan or None,
        "tambahan_poin": plain_points(step.tambahan_poin),
        "tafsir": list(step.tafsir),
        "pernyataan": step.pernyataan or None,
        "rekaman": [
            _record_json(one, found.rekaman.get((step.blok, one.id)), step.blok)
            for one in step.rekaman
        ],
    }


def _record_json(one: TraceRecord, record: StoredRecord | None, block: str) -> Json:
    verdict: Json = {
        "dihitung": one.verdict.name == "DIHITUNG",
        "putusan": one.verdict.name.lower(),
    }
    if record is None:
        return verdict
    values = {
        field.name: exact_text(field, value)
        for field, value in zip(fields_of(block), record.isi, strict=True)
        if value is not None
    }
    if record.tahun is not None:
        values["tahun"] = str(record.tahun)
    origin = {
        "berkas": record.asal.berkas,
        "lembar": record.asal.lembar,
        "baris": record.asal.baris,
    }
    return verdict | {"isi": values, "asal": origin}


def finding_json(finding: Finding) -> Json:
    """Return a finding with its id and the eight keys of CLI.md."""
    return {"id": finding.id} | finding.as_json()


def import_json(outcome: Outcome) -> Json:
    """Return the answer of `impor`."""
    plan = outcome.rencana
    return {
        "berkas": [one.berkas for one in plan.berkas],
        "diterima": len(plan.orang),
        "baru": plan.count("baru"),
        "berubah": plan.count("berubah"),
        "tetap": plan.count("tetap"),
        "ditolak": plan.ditolak,
        "ganda": plan.ganda,
        "temuan": [{**one.as_json(), "id": one.id} for one in plan.temuan],
    }


def verification_json(found: Verification) -> Json:
    """Return the answer of `verifikasi`."""
    signing = found.pengesahan
    about = None
    if signing is not None:
        about = {
            "tahun": signing.tahun,
            "revisi": signing.revisi,
            "nomor": signing.pejabat.nomor,
            "waktu": signing.waktu,
            "sidik": signing.snapshot_sha256,
            "terbaru": found.terbaru,
        }
    return {
        "jawaban": str(found.jawaban),
        "kalimat": found.kalimat,
        "sha256": found.sha256,
        "pengesahan": about,
        "tanda_tangan": [
            {
                "subjek": one.sertifikat.subjek,
                "penerbit": one.sertifikat.penerbit,
                "nomor_seri": one.sertifikat.nomor_seri,
                "rantai": str(one.sertifikat.rantai),
                "utuh": one.utuh,
                "seluruh": one.seluruh,
                "waktu": one.waktu or None,
            }
            for one in found.tanda_tangan
        ],
        "beda": None if found.beda is None else _changes_json(found.beda),
    }


def _changes_json(beda: Changes) -> Json:
    """Return what changed between two revisions."""

    def pair(old: object, new: object) -> Json:
        return {"lama": old, "baru": new}

    return {
        "revisi": pair(beda.lama, beda.baru),
        "jumlah": pair(*beda.jumlah),
        "kategori": pair(*beda.kategori),
        "nilai": {
            one.nama.lower(): pair(_printed(one.lama), _printed(one.baru)) for one in beda.rata
        },
        "masuk": [{"nip": str(nip), "nama": nama} for nip, nama in beda.masuk],
        "keluar": [{"nip": str(nip), "nama": nama} for nip, nama in beda.keluar],
        "berubah": [
            {
                "nip": str(one.nip),
                "nama": one.nama,
                "nilai": {
                    name.lower(): pair(plain_points(old), plain_points(new))
                    for name, old, new in one.nilai
                },
            }
            for one in beda.berubah
        ],
    }


def rules_json(edition: Edition) -> Json:
    """Return what `aturan` says of an edition."""
    return {
        "id": edition.id,
        "nama": edition.nama,
        "status": edition.status,
        "revisi": edition.revisi,
        "tahun": list(edition.tahun),
        "sha256": edition.sidik,
        "tafsir": list(edition.semua_tafsir),
    }


def entry_json(entry: Entry, others: Known | None = None) -> Json:
    """Return an entry of the journal; `others` as for `entry_words`."""
    return {
        "id": entry.id,
        "waktu": entry.waktu,
        "pengguna": entry.pengguna,
        "perbuatan": entry.perbuatan,
        "kalimat": entry_words(entry, others or {}),
        "isi": dict(entry.isi),
        "hash": entry.hash,
    }
