"""Tables of the result: dimensions against targets, groups of people, kategori, OPD."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ..formatting import Pembulatan, percent_of
from ..model.scores import Group
from ..scoring.recap import kategori_of_mean
from ..scoring.year_state import YearState, capaian
from .document import KE_KIRI, Baris, Jenis, JenisBaris, Kolom, Rata, Sel, Tabel, Ukuran
from .groups import OpdGroups

MEANS = "Nilai Rata-rata"


def result(state: YearState) -> Tabel:
    """Return the published table: maximum, value, target and achievement of each dimension."""
    rows = [
        Baris(
            (
                d + 1,
                dimensi.nama,
                dimensi.maksimal,
                state.instansi.mean(d),
                _as_entered(target := state.targets.dimensi.get(dimensi.id)),
                capaian(state.instansi.mean(d), target),
            )
        )
        for d, dimensi in enumerate(state.edition.dimensi)
    ]
    most = sum(dimensi.maksimal for dimensi in state.edition.dimensi)
    index, target = state.instansi.indeks, state.target_indeks
    total = (
        "Indeks Profesionalitas ASN",
        KE_KIRI,
        most,
        index,
        _as_entered(target),
        capaian(index, target),
    )
    rows.append(Baris(total, JenisBaris.UTAMA))
    kategori = ("Kategori", KE_KIRI, mean_class(state, state.instansi).upper(), *(KE_KIRI,) * 3)
    rows.append(Baris(kategori, JenisBaris.UTAMA))
    rounding = Pembulatan(state.settings.capaian)
    return Tabel(
        kolom=(
            Kolom("No.", 10, Jenis.NOMOR),
            Kolom("Dimensi", 51),
            Kolom("Bobot\nMaksimal", 26, Jenis.POIN, susut=1.25),
            Kolom("Nilai\nInstansi", 26, Jenis.POIN, desimal=2, susut=1.25),
            Kolom("Target\nInstansi", 26, Jenis.POIN, susut=1.25),
            Kolom("Capaian\n(%)", 26, Jenis.POIN, desimal=2, pembulatan=rounding, susut=1.25),
        ),
        baris=tuple(rows),
        judul=f"Indeks Profesionalitas ASN {state.settings.instansi} Tahun {state.tahun}",
        kunci="hasil",
        nomor_kolom=("1", "2", "3", "4", "5", "6 = 4 : 5"),
        catatan=(
            "Nilai dibulatkan pada dua desimal, setengah ke atas; capaian "
            f"{rounding_words(rounding)} pada dua desimal. Indeks adalah jumlah nilai sebelum "
            "dibulatkan, sehingga dapat berselisih 0,01 dari jumlah nilai yang tercetak."
        ),
        ukuran=Ukuran.PENTING,
    )


def _as_entered(target: Fraction | None) -> Sel:
    """Return a target as thousandths, which print with as many decimals as were entered."""
    if target is None or (target * 1000).denominator != 1:
        return target
    return int(target * 1000)


def rounding_words(rounding: Pembulatan) -> str:
    """Return how achievements are printed, in words."""
    return "dipotong" if rounding == Pembulatan.POTONG else "dibulatkan"


def mean_class(state: YearState, group: Group) -> str:
    """Return the kategori of a group's index; empty for an empty group."""
    return "" if group.indeks is None else kategori_of_mean(group.indeks, state.edition)


def _means(state: YearState, group: Group) -> tuple[Sel, ...]:
    dimensions = range(len(state.edition.dimensi))
    return (*(group.mean(d) for d in dimensions), group.indeks)


def _mean_columns(state: YearState, widths: Sequence[float]) -> list[Kolom]:
    names = [*(dimensi.nama for dimensi in state.edition.dimensi), "IPASN"]
    return [
        Kolom(name, width, Jenis.POIN, MEANS, desimal=2)
        for name, width in zip(names, widths, strict=True)
    ]


def by_group(state: YearState, groups: Sequence[Group], head: str, caption: str) -> Tabel:
    """Return a recap by a grouping: count and means, and everybody below.

    Args:
        state: The year.
        groups: Groups that have people, in the order they are listed.
        head: Head of the column of names.
        caption: The table's caption.
    """
    rows = [
        Baris((at, group.nama, group.jumlah, *_means(state, group)))
        for at, group in enumerate(groups, start=1)
    ]
    everybody = ("Seluruh pegawai", KE_KIRI, state.instansi.jumlah)
    rows.append(Baris((*everybody, *_means(state, state.instansi)), JenisBaris.JUMLAH))
    return Tabel(
        kolom=(
            Kolom("No.", 10, Jenis.NOMOR),
            Kolom(head, 38),
            Kolom("Jumlah\nPegawai", 19, Jenis.BULAT),
            *_mean_columns(state, (21, 22, 18, 18, 19)),
        ),
        baris=tuple(rows),
        judul=caption,
        kunci="kelompok",
    )


def by_class(state: YearState) -> Tabel:
    """Return how many people each kategori has."""
    group = state.instansi
    rows = [
        Baris((at, kategori.nama, kategori.rentang, count, percent_of(count, group.jumlah)))
        for at, (kategori, count) in enumerate(
            zip(state.edition.kategori, group.kategori, strict=True), start=1
        )
    ]
    total = ("Jumlah", KE_KIRI, KE_KIRI, group.jumlah, percent_of(1, 1))
    rows.append(Baris(total, JenisBaris.JUMLAH))
    return Tabel(
        kolom=(
            Kolom("No.", 10, Jenis.NOMOR),
            Kolom("Kategori", 57),
            Kolom("Rentang Nilai", 32, rata=Rata.TENGAH),
            Kolom("Jumlah Pegawai", 33, Jenis.BULAT),
            Kolom("Persentase (%)", 33, Jenis.POIN, desimal=2),
        ),
        baris=tuple(rows),
        judul="Jumlah pegawai menurut kategori",
        kunci="jumlah_kategori",
        catatan=(
            "Persentase setiap kategori dibulatkan sendiri-sendiri; jumlahnya dapat berselisih "
            "0,01 dari 100."
        ),
    )


def by_opd(state: YearState, opd: OpdGroups) -> Tabel:
    """Return the recap by OPD, the agency as a whole below.

    Args:
        state: The year.
        opd: In organisational order; who is without one stands last, and has no number.
    """
    rows = [
        Baris(
            (
                at + 1 if opd.is_opd(at) else None,
                one.nama,
                one.jumlah,
                *_means(state, one),
                mean_class(state, one),
            )
        )
        for at, one in enumerate(opd.kelompok)
    ]
    whole = state.instansi
    total = (state.settings.instansi, KE_KIRI, whole.jumlah, *_means(state, whole))
    rows.append(Baris((*total, mean_class(state, whole)), JenisBaris.JUMLAH))
    return Tabel(
        kolom=(
            Kolom("No.", 8, Jenis.NOMOR),
            Kolom("Perangkat Daerah", 55),
            Kolom("Jumlah\nPegawai", 13.5, Jenis.BULAT),
            *_mean_columns(state, (17, 18, 13, 13, 13)),
            Kolom("Kategori", 14.5, rata=Rata.TENGAH),
        ),
        baris=tuple(rows),
        judul="Nilai rata-rata, indeks, dan kategori perangkat daerah",
        kunci="opd",
        nomor_kolom=tuple(map(str, range(1, 10))),
        catatan=(
            "Kolom 8 adalah jumlah kolom 4 sampai dengan 7 sebelum dibulatkan. Nilai "
            f"{state.settings.instansi} adalah rata-rata seluruh pegawai, bukan rata-rata "
            "perangkat daerah."
        ),
        ukuran=Ukuran.RAPAT,
    )
