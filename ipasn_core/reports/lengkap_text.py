"""The sentences of the full report, each computed from the same values as the tables."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..formatting import (
    Pembulatan,
    format_exact,
    format_int,
    format_number,
    format_percent,
    format_points,
    percent_of,
    spell_int,
    spell_printed,
)
from ..model.elektronik import Rantai, Sertifikat
from ..model.scores import InstrumentScore
from ..model.vocab import Status
from ..rules.edition import Edition, Terberat, Tingkat
from ..scoring.year_state import YearState, capaian
from .document import Bagian, Blok, Daftar, Isi, Lampiran, Paragraf, Rujukan, Tebal
from .result_tables import mean_class, rounding_words

CLOSING = (
    "Demikian laporan ini disusun berdasarkan data kepegawaian yang tersedia untuk digunakan "
    "sebagaimana mestinya."
)
QR_NOTE = (
    "Kode QR memuat revisi, tahun ukur, indeks, jumlah pegawai, dan sidik jari isi; kode itu bukan "
    "tanda tangan. Keaslian berkas dapat diperiksa dengan aplikasi IPASN, perintah verifikasi."
)
_STATUS = {
    Status.PNS: "Pegawai Negeri Sipil",
    Status.CPNS: "Calon Pegawai Negeri Sipil",
    Status.PPPK: "Pegawai Pemerintah dengan Perjanjian Kerja",
    Status.PPPK_PARUH_WAKTU: "Pegawai Pemerintah dengan Perjanjian Kerja Paruh Waktu",
}


def electronic_note(sertifikat: Sertifikat) -> str:
    """Return in plain words what an electronic signature is, and what it is not."""
    known = {
        Rantai.SENDIRI: (
            f"dengan sertifikat yang diterbitkan sendiri oleh {sertifikat.penerbit}. Sertifikat "
            "itu bukan sertifikat elektronik Balai Besar Sertifikasi Elektronik (BSrE)"
        ),
        Rantai.BELUM: (
            f"dengan sertifikat yang diterbitkan {sertifikat.penerbit}; rantai sertifikat itu "
            "belum terverifikasi oleh aplikasi ini"
        ),
        Rantai.TERVERIFIKASI: (
            f"dengan sertifikat yang diterbitkan {sertifikat.penerbit}; rantai sertifikat itu "
            "berakhir pada akar yang dipercaya instansi ini"
        ),
    }
    return (
        f"Dokumen ini ditandatangani secara elektronik {known[sertifikat.rantai]}. Kode QR bukan "
        "tanda tangan. Keaslian berkas dapat diperiksa dengan aplikasi IPASN, perintah verifikasi."
    )


def title(state: YearState) -> str:
    """Return the report's title in one line."""
    return (
        "Laporan Hasil Pengukuran Indeks Profesionalitas Aparatur Sipil Negara di Lingkungan "
        f"{state.settings.instansi} Tahun {state.tahun}"
    )


def place(state: YearState) -> str:
    """Return the short name of the region, for footers."""
    return state.settings.wilayah or state.settings.instansi.removeprefix("Pemerintah ")


def legal_basis(state: YearState) -> tuple[Isi, ...]:
    """Return the legal bases, the edition's first, with their closing marks."""
    listed = [*state.edition.dasar_hukum, *state.settings.dasar_hukum]
    marks = [";"] * len(listed)
    marks[-1] = "."
    if len(listed) > 1:
        marks[-2] = "; dan"
    return tuple(text.rstrip(".;") + mark for text, mark in zip(listed, marks, strict=True))


def _dimensions(edition: Edition) -> str:
    names = [dimensi.nama.lower() for dimensi in edition.dimensi]
    return listing(names)


def listing(words: Sequence[str]) -> str:
    """Join words as a sentence does: "a, b, dan c"; two by "dan" alone."""
    if len(words) <= 2:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


FIELDS = ("instansi", "tahun", "indeks", "kategori", "jumlah")
"""What an office's own words may name in braces: "{indeks}"."""


def filled(text: str, state: YearState) -> str:
    """Put the year's figures into an office's own words; braces of no field stay as they are."""
    index = state.instansi.indeks
    values = {
        "instansi": state.settings.instansi,
        "tahun": str(state.tahun),
        "indeks": "" if index is None else format_number(index, 2),
        "kategori": mean_class(state, state.instansi),
        "jumlah": format_int(state.instansi.jumlah),
    }
    for name in FIELDS:
        text = text.replace(f"{{{name}}}", values[name])
    return text


def purpose(state: YearState) -> str:
    """Return why the report is made: the office's own words, else ours."""
    if state.settings.maksud:
        return filled(state.settings.maksud, state)
    return (
        "Laporan ini menyajikan tingkat profesionalitas pegawai Aparatur Sipil Negara (ASN) di "
        f"lingkungan {state.settings.instansi} Tahun {state.tahun}, yang diukur menurut dimensi "
        f"{_dimensions(state.edition)}. Hasilnya menjadi dasar bagi pimpinan untuk menetapkan "
        "prioritas pengembangan kompetensi, memperbaiki kelengkapan data kepegawaian, dan memantau "
        "pencapaian target instansi."
    )


def scope(state: YearState, opd: int, tanpa: int) -> str:
    """Return who was measured, and how many were not.

    Args:
        state: The year.
        opd: How many OPD have measured people.
        tanpa: How many measured people are without an OPD.
    """
    edition = state.edition
    who = listing([_STATUS[status] for status in edition.status_diukur])
    sentences = [
        (
            f"Pengukuran mencakup {format_int(state.instansi.jumlah)} {who}{_at_opd(opd)} menurut "
            f"keadaan tanggal 31 Desember {state.tahun}."
        )
    ]
    if tanpa:
        sentences.append(
            f"Sebanyak {format_int(tanpa)} pegawai di antaranya tidak disebut perangkat daerahnya "
            "dalam data sumber."
        )
    if Status.CPNS not in edition.status_diukur:
        sentences.append(f"{_STATUS[Status.CPNS]} tidak diukur.")
    if state.tidak_diukur:
        sentences.append(
            f"Sebanyak {format_int(state.tidak_diukur)} pegawai dalam daftar tidak termasuk yang "
            "diukur."
        )
    sentences.append(
        "Nilai setiap pegawai dihitung dari riwayat pendidikan, pengembangan kompetensi, penilaian "
        "kinerja, dan hukuman disiplin yang tercatat sampai dengan tanggal tersebut."
    )
    return " ".join(sentences)


def _at_opd(opd: int) -> str:
    return f" pada {format_int(opd)} perangkat daerah" if opd else ""


_PARTS = {
    "pendahuluan": "pendahuluan",
    "metode": "metode",
    "hasil_pengukuran": "hasil",
    "analisis": "analisis per dimensi",
    "rekapitulasi": "rekapitulasi perangkat daerah",
    "penutup": "penutup",
}


def structure(blocks: Sequence[Blok]) -> str:
    """Return the order of the parts that are there."""
    parts = [_PARTS[b.kunci] for b in blocks if isinstance(b, Bagian) and b.kunci in _PARTS]
    text = f"Laporan ini terdiri atas {listing(parts)}"
    if any(isinstance(b, Lampiran) for b in blocks):
        text += ", disertai lampiran"
    return text + "."


def method(edition: Edition) -> Isi:
    """Return how a person's and the agency's values are made."""
    most = format_points(sum(dimensi.maksimal for dimensi in edition.dimensi))
    count = spell_int(len(edition.dimensi))
    lead = (
        f"Nilai seorang pegawai adalah jumlah nilai {count} dimensi, paling tinggi {most}. Nilai "
        "instansi untuk setiap dimensi adalah rata-rata nilai seluruh pegawai yang diukur; indeks "
        f"instansi adalah jumlah ke{count} rata-rata itu sebelum dibulatkan. Instrumen, ukuran, "
        "dan nilainya tercantum dalam "
    )
    return (
        lead,
        Rujukan("instrumen"),
        ", kategorinya dalam ",
        Rujukan("kategori"),
        ".",
    )


def rounding(state: YearState) -> str:
    """Return how figures are rounded."""
    words = rounding_words(Pembulatan(state.settings.capaian))
    return (
        "Nilai dihitung dengan bilangan eksak dan baru dibulatkan saat dicetak, setengah ke atas, "
        f"pada dua desimal. Capaian terhadap target {words} pada dua desimal. Kategori ditentukan "
        "dari nilai yang tercetak."
    )


def sources(state: YearState) -> list[Isi]:
    """Return where the data come from, what is missing, who was kept out."""
    files = len({one.sha256 for one in state.sumber})
    origin = state.settings.sumber_data or "berkas kepegawaian"
    group = state.instansi
    sentences: list[Isi] = [
        (
            f"Data berasal dari {origin}, {spell_int(files)} berkas, menurut keadaan 31 Desember "
            f"{state.tahun}."
        ),
        "Instrumen tanpa data bernilai nol dan pegawainya ditandai belum lengkap"
        + (
            f": {format_int(group.belum_lengkap)} dari {format_int(group.jumlah)} pegawai."
            if group.belum_lengkap
            else "; tidak ada pegawai yang belum lengkap."
        ),
    ]
    if state.tidak_masuk:
        sentences.append(
            f"Sebanyak {format_int(len(state.tidak_masuk))} orang dalam berkas sumber tidak dapat "
            "dimasukkan karena datanya bermasalah dan tidak ikut dihitung."
        )
    aside = sum(one.keadaan == "diabaikan" for one in state.temuan) + len(state.diabaikan)
    if aside:
        sentences.append(f"Sebanyak {format_int(aside)} temuan dikesampingkan dengan alasan.")
    sentences.append(
        (
            "Daftar berkas sumber beserta sidik jarinya tercantum dalam ",
            Rujukan("berkas_sumber"),
            ".",
        )
    )
    return sentences


def result(state: YearState) -> Isi:
    """Return the result in one sentence, the index once in words."""
    index = state.instansi.indeks
    printed = "" if index is None else format_number(index, 2)
    target = state.target_indeks
    reached = capaian(index, target)
    against = f"Nilai itu dihitung dari {format_int(state.instansi.jumlah)} pegawai."
    if reached is not None and target is not None:
        percent = format_percent(reached, 2, Pembulatan(state.settings.capaian))
        against = (
            f"Nilai itu mencapai {percent} dari target instansi sebesar {format_exact(target)} dan "
            f"dihitung dari {format_int(state.instansi.jumlah)} pegawai."
        )
    return (
        f"Indeks Profesionalitas ASN {state.settings.instansi} Tahun {state.tahun} adalah ",
        Tebal(printed),
        f" ({spell_printed(printed)}), kategori ",
        Tebal(mean_class(state, state.instansi)),
        f". {against} Rinciannya tercantum dalam ",
        Rujukan("hasil"),
        ".",
    )


def reading_of_result(state: YearState) -> list[Blok]:
    """Return what can be read from the result table; nothing where a target is missing."""
    gaps = _gaps(state)
    if len(gaps) < len(state.edition.dimensi):
        return []
    worst = max(range(len(gaps)), key=lambda d: gaps[d])
    items = tuple(_reading(state, d, gaps[d], d == worst) for d in range(len(gaps)))
    lead: Isi = ("Dari ", Rujukan("hasil"), " dapat dibaca hal-hal berikut.")
    return [Paragraf(lead), Daftar(items)]


def _gaps(state: YearState) -> list[Fraction]:
    """Return how far each dimension is below its target, of those that have one."""
    gaps = []
    for d, dimensi in enumerate(state.edition.dimensi):
        target, mean = state.targets.dimensi.get(dimensi.id), state.instansi.mean(d)
        if target is not None and mean is not None:
            gaps.append(target - mean)
    return gaps


def _reading(state: YearState, d: int, gap: Fraction, worst: bool) -> Isi:
    dimensi = state.edition.dimensi[d]
    reached = capaian(state.instansi.mean(d), state.targets.dimensi[dimensi.id])
    assert reached is not None  # a target is above zero, and somebody is measured
    percent = format_percent(reached, 2, Pembulatan(state.settings.capaian))
    points = format_number(abs(gap), 2)
    if gap <= 0:
        text = f" melampaui target ({percent})." if gap else f" tepat mencapai target ({percent})."
    elif worst:
        count = spell_int(len(state.edition.dimensi))
        text = (
            f" mencapai {percent} dari target; kekurangannya, {points} poin, adalah yang terbesar "
            f"di antara ke{count} dimensi."
        )
    else:
        text = f" mencapai {percent} dari target; kurang {points} poin."
    return (Tebal(dimensi.nama), text + _about_people(state, d))


def _about_people(state: YearState, d: int) -> str:
    """Return a sentence about people where the instrument's values say it by themselves."""
    for instrumen, one in state.instrumen:
        if one.dimensi == d and isinstance(instrumen, Terberat):
            return _sentenced(state, instrumen, one)
        if one.dimensi == d and isinstance(instrumen, Tingkat):
            return _below_target(state, instrumen, one)
    return ""


def _sentenced(state: YearState, instrumen: Terberat, one: InstrumentScore) -> str:
    count = int(((one.nilai > 0) & state.scores.diukur).sum())
    if not count:
        return ""
    return (
        f" Sebanyak {format_int(count)} pegawai dijatuhi hukuman disiplin dalam "
        f"{spell_int(instrumen.jendela_tahun)} tahun terakhir."
    )


def _below_target(state: YearState, instrumen: Tingkat, one: InstrumentScore) -> str:
    """Count who stands below the lowest step that is worth the target."""
    target = state.targets.dimensi[state.edition.dimensi[one.dimensi].id]
    enough = [s for s in instrumen.langkah if s.seragam is not None and s.seragam >= target * 1000]
    if not enough:
        return ""
    step = min(enough, key=lambda s: s.seragam or 0)
    below = (one.poin < (step.seragam or 0)) & state.scores.diukur & (one.langkah >= 0)
    count = int(below.sum())
    if not count:
        return ""
    share = format_percent(percent_of(count, state.instansi.jumlah))
    return f" Sebanyak {format_int(count)} pegawai ({share}) berpendidikan di bawah {step.ukuran}."


def groups_lead() -> Isi:
    """Return the sentence that leads to the recap by kind of post and the kategori."""
    return (
        "Nilai menurut jenis jabatan tercantum dalam ",
        Rujukan("kelompok"),
        ", jumlah pegawai menurut kategori dalam ",
        Rujukan("jumlah_kategori"),
        ".",
    )


def recap_lead(tanpa: int) -> Isi:
    """Return the sentence that leads to the recap by OPD; `tanpa` people are without one."""
    rest = "."
    if tanpa:
        rest = "; pegawai yang tidak disebut perangkat daerahnya tercantum tersendiri, tanpa nomor."
    return (Rujukan("opd"), " memuat nilai rata-rata setiap perangkat daerah" + rest)
