"""`perorangan`: one page a person: result, bars, why, and what would raise it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from ..formatting import format_nip, format_number, format_points, points
from ..model.roster import ABSENT
from ..model.scores import Group, State, TraceStep
from ..model.vocab import GOLONGAN, JenisJabatan, Jenjang, Pendidikan, label
from ..rules.edition import Instrumen, Jumlah, Pernah, Tingkat
from ..scoring.explain import explain
from ..scoring.weigh import jenjang_of
from ..scoring.year_state import YearState
from .chart_values import BarisGrafik, Grafik, JenisGrafik, Skala
from .document import (
    KE_KIRI,
    Baris,
    Blok,
    Document,
    Gambar,
    Identitas,
    Jenis,
    JenisBaris,
    Judul,
    Kolom,
    Penunjuk,
    Tabel,
    Ukuran,
)
from .frame import frame, kop
from .seal import Seal

_KOP = 0.86
_SHORT = "Hasil Pengukuran IPASN Perorangan"


def title(state: YearState) -> str:
    """Return the title of the pages in one line."""
    return f"{_SHORT} {state.settings.instansi} Tahun {state.tahun}"


def build(
    state: YearState,
    i: int,
    rata: Group,
    catatan: Mapping[str, str],
    seal: Seal | None,
    now: datetime.datetime,
) -> Document:
    """Build the page of one person.

    Args:
        state: The year.
        i: Index of the person in the roster; somebody who is measured.
        rata: Means of the perangkat daerah.
        catatan: Instrument → the records that counted, in words; what is missing is told by the
            trace alone.
        seal: The marks of the year's signing; None makes a draft.
        now: When a draft is printed.
    """
    steps = explain(state.roster, state.edition, state.scores, i).langkah
    blocks: list[Blok] = [
        kop(state.settings, _KOP),
        Judul(("HASIL PENGUKURAN PERORANGAN", f"INDEKS PROFESIONALITAS ASN TAHUN {state.tahun}")),
        _identity(state, i),
        _bars(state, i, rata),
        _why(state, i, steps, catatan),
    ]
    if advice := _advice(state, i, steps):
        blocks.append(advice)
    return frame(state, blocks, seal, now, f"{_SHORT} Tahun {state.tahun}")


def _identity(state: YearState, i: int) -> Identitas:
    roster, scores = state.roster, state.scores
    rank = GOLONGAN.get(int(roster.keadaan["golongan"][i]), "")
    opd = int(roster.keadaan["opd"][i])
    level = int(jenjang_of(roster, state.edition)[i])
    kind = label(JenisJabatan(scores.kolom[i])).lower()
    words = label(Jenjang(level)).split() if level else []
    rank_of_post = " ".join(word if word.isupper() else word.lower() for word in words)
    post = ", ".join(filter(None, (kind, rank_of_post)))
    jabatan = roster.jabatan[i]
    listed = (
        ("Nama", roster.nama[i]),
        ("NIP", format_nip(str(roster.nip[i]))),
        ("Golongan", rank),
        ("Jabatan", f"{jabatan} ({post})" if jabatan else post.capitalize()),
        ("Perangkat Daerah", roster.opd_nama[opd] if opd >= 0 else ""),
        ("Pendidikan", _degree(state, i)),
    )
    kategori = state.edition.kategori[scores.kategori[i]].nama
    return Identitas(
        tuple(pair for pair in listed if pair[1]),
        (("IPASN", format_points(int(scores.indeks[i]))), ("Kategori", kategori)),
    )


def _degree(state: YearState, i: int) -> str:
    for instrumen, one in state.instrumen:
        if isinstance(instrumen, Tingkat) and one.nilai[i] != ABSENT:
            return label(Pendidikan(int(one.nilai[i])))
    return ""


def _bars(state: YearState, i: int, rata: Group) -> Gambar:
    rows = []
    for d, dimensi in enumerate(state.edition.dimensi):
        value, mean = points(int(state.scores.dimensi[d, i])), rata.mean(d)
        most = format_points(dimensi.maksimal)
        beside = "–" if mean is None else format_number(mean, 2)
        words = format_number(value, 2)
        rows.append(
            BarisGrafik(
                label=dimensi.nama,
                nilai=value,
                sel=(dimensi.nama, words, beside, most),
                kalimat=f"{dimensi.nama} {words} dari {most}; rata-rata {beside}.",
                kode=d,
                maksimal=points(dimensi.maksimal),
                target=mean,
                catatan=f"bobot {most}",
            )
        )
    longest = max(d.maksimal for d in state.edition.dimensi)
    chart = Grafik(
        jenis=JenisGrafik.BATANG,
        judul="Nilai menurut dimensi",
        kepala=("Dimensi", "Nilai", "Rata-rata", "Maks."),
        baris=tuple(rows),
        skala=Skala(Fraction(0), points(longest)),
        alt=" ".join(row.kalimat for row in rows),
    )
    whose = "perangkat daerah" if state.roster.keadaan["opd"][i] >= 0 else "instansi"
    return Gambar(
        f"Nilai pegawai menurut dimensi, dibandingkan dengan rata-rata {whose}",
        chart,
        Penunjuk.RATA_OPD if whose == "perangkat daerah" else Penunjuk.RATA_INSTANSI,
    )


def _why(
    state: YearState, i: int, steps: tuple[TraceStep, ...], catatan: Mapping[str, str]
) -> Tabel:
    instrumen = {one.id: one for _, one in state.edition.instrumen}
    rows: list[Baris] = []
    shown: list[int] = []
    for d, dimensi in enumerate(state.edition.dimensi):
        own = [
            step
            for step in steps
            if step.dimensi == dimensi.id and step.keadaan != State.TIDAK_BERLAKU
        ]
        reached = int(state.scores.dimensi[d, i])
        head = (dimensi.nama, KE_KIRI, KE_KIRI, reached, dimensi.maksimal)
        rows.append(Baris(head, JenisBaris.SUBTOTAL))
        shown += [reached, dimensi.maksimal]
        for step in own:
            words = catatan.get(step.instrumen) or step.uraian
            used = _data(instrumen[step.instrumen], step, words)
            rows.append(Baris((step.nama, used, f"Pasal {step.pasal}", step.poin, step.maksimal)))
            shown += [step.poin, step.maksimal]
    total = int(state.scores.indeks[i])
    most = sum(d.maksimal for d in state.edition.dimensi)
    rows.append(Baris(("IPASN", KE_KIRI, KE_KIRI, total, most), JenisBaris.JUMLAH))
    places = _decimals([*shown, total, most])
    return Tabel(
        kolom=(
            Kolom("Dimensi dan Instrumen", 53),
            Kolom("Data yang Dipakai", 52, susut=5),
            Kolom(f"Dasar,\n{state.edition.singkatan}", 28),
            Kolom("Nilai", 14, Jenis.POIN, desimal=places),
            Kolom("Nilai\nMaksimal", 18, Jenis.POIN, desimal=places),
        ),
        baris=tuple(rows),
        judul="Uraian perhitungan",
        ukuran=_dense(state),
    )


def _decimals(thousandths: list[int]) -> int:
    """Return the decimals the values need, so that a column has one number of them."""
    return next(d for d in (0, 1, 2, 3) if not any(v % 10 ** (3 - d) for v in thousandths))


def _data(instrumen: Instrumen, step: TraceStep, words: str) -> str:
    """Return the data used: the record by name where what it says is that there is one."""
    if isinstance(instrumen, Pernah | Jumlah | Tingkat):
        return words[0].upper() + words[1:]
    return step.uraian[0].upper() + step.uraian[1:]


def _advice(state: YearState, i: int, steps: tuple[TraceStep, ...]) -> Tabel | None:
    """Return what would add points, the greatest gain first; None where nothing would."""
    useful = sorted((one for one in steps if one.tambahan), key=lambda one: -one.tambahan_poin)
    if not useful:
        return None
    now = int(state.scores.indeks[i])
    gains = [one.tambahan_poin for one in useful]
    places = _decimals([now, *gains])
    rows = tuple(
        Baris((at, action_words(step), step.tambahan_poin, now + step.tambahan_poin))
        for at, step in enumerate(useful, 1)
    )
    office = _spoken(state.settings.perangkat_daerah or state.settings.instansi)
    unknown = (
        " Kenaikan dari data yang belum ada adalah yang paling banyak mungkin."
        if any(one.keadaan == State.BELUM_ADA for one in useful)
        else ""
    )
    return Tabel(
        kolom=(
            Kolom("No.", 9, Jenis.NOMOR),
            Kolom("Tindakan", 100, susut=4),
            Kolom("Kenaikan\n(poin)", 28, Jenis.KENAIKAN, desimal=places),
            Kolom("IPASN\nmenjadi", 28, Jenis.POIN, desimal=places),
        ),
        baris=rows,
        judul="Saran, dari kenaikan nilai terbesar",
        catatan=(
            f"Setiap tindakan dihitung sendiri-sendiri terhadap nilai sekarang.{unknown} Data "
            f"menurut keadaan 31 Desember {state.tahun}; bila ada data yang keliru, sampaikan "
            f"kepada {office} disertai bukti."
        ),
        ukuran=_dense(state),
    )


def action_words(step: TraceStep) -> str:
    """Return what would add points as something to do, the instrument named once."""
    name = step.nama.split(",", maxsplit=1)[0]
    if name.split()[0].lower() in step.tambahan:
        return step.tambahan[0].upper() + step.tambahan[1:]
    return f"{name}: {step.tambahan}"


def _dense(state: YearState) -> Ukuran:
    """Return how tables are set, so that a person stays on one page."""
    return Ukuran.NOMINATIF if state.settings.kertas == "a4" else Ukuran.RAPAT


def _spoken(name: str) -> str:
    """Return a name that the letterhead has in capitals as a sentence writes it."""
    if not name.isupper():
        return name
    return " ".join(w.lower() if w in _SMALL_WORDS else w.capitalize() for w in name.split())


_SMALL_WORDS = frozenset(("DAN", "SERTA", "ATAU", "DI", "KE", "DARI", "UNTUK"))
