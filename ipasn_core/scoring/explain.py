"""One person's trace, rendered from the same arrays that made the score.

Nothing is computed anew here: points, steps, verdicts and states are read where scoring left them,
so a trace cannot differ from a score.
"""

from __future__ import annotations

from fractions import Fraction

from ..formatting import EN_DASH, format_exact, format_gain
from ..model.roster import ABSENT, Roster
from ..model.scores import (
    InstrumentScore,
    Scores,
    Source,
    State,
    Trace,
    TraceRecord,
    TraceStep,
    Verdict,
)
from ..model.vocab import (
    Bentuk,
    Bukti,
    JenisJabatan,
    Pendidikan,
    TingkatDiklat,
    TingkatHukuman,
    label,
)
from ..rules.edition import (
    PER_JP,
    PER_NILAI,
    Edition,
    Instrumen,
    Jam,
    Jumlah,
    Pernah,
    Rentang,
    Terberat,
    Tingkat,
)

ALASAN_VERDICT: dict[Verdict, str] = {
    Verdict.DIHITUNG: "dihitung",
    Verdict.DI_LUAR_JENDELA: "tidak dihitung: di luar jendela waktu",
    Verdict.SESUDAH_TAHUN_UKUR: "tidak dihitung: sesudah tahun ukur",
    Verdict.TANPA_TANGGAL: "tidak dihitung: tanpa tanggal",
    Verdict.TIDAK_SESUAI: "tidak dihitung: tidak sesuai jenjang jabatan",
    Verdict.TINGKAT_TAK_TERBACA: "tidak dihitung: tingkat tidak terbaca",
    Verdict.JENJANG_KOSONG: "tidak dihitung: jenjang jabatan belum ada",
    Verdict.JP_KOSONG: "tidak dihitung: JP kosong",
    Verdict.DIBATALKAN: "tidak dihitung: keputusan dibatalkan",
    Verdict.BUKAN_HUKUMAN: "tidak dihitung: bukan hukuman disiplin",
    Verdict.TAHUN_LAIN: "tidak dihitung: penilaian tahun lain",
    Verdict.TANPA_NILAI: "tidak dihitung: tanpa nilai atau predikat yang terbaca",
    Verdict.TIDAK_BERLAKU: "tidak dihitung: tidak berlaku bagi jenis jabatan ini",
}
"""What an officer is told of a record's verdict."""

KURANG_DATA = frozenset(
    (
        Verdict.TANPA_TANGGAL,
        Verdict.TINGKAT_TAK_TERBACA,
        Verdict.JENJANG_KOSONG,
        Verdict.JP_KOSONG,
        Verdict.TANPA_NILAI,
    )
)
"""Verdicts of records that might count if what they lack were filled in."""

BELUM_ADA_DATA = "belum ada data"


def explain(roster: Roster, edition: Edition, scores: Scores, i: int) -> Trace:
    """Say why a person has this score.

    Args:
        roster: One year's people and evidence.
        edition: The rules.
        scores: Everybody's points under them.
        i: Index of the person in the roster.

    Returns:
        One step an instrument, in the order of the edition.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    kolom = int(scores.kolom[i])
    steps = tuple(
        _step(roster, edition, one, instrumen, i, kolom)
        for (_, instrumen), one in zip(edition.instrumen, scores.instrumen, strict=True)
    )
    return Trace(i, steps)


def _step(
    roster: Roster,
    edition: Edition,
    one: InstrumentScore,
    instrumen: Instrumen,
    i: int,
    kolom: int,
) -> TraceStep:
    state, poin, langkah = State(one.keadaan[i]), int(one.poin[i]), int(one.langkah[i])
    maksimal = max(instrumen.maksimal[kolom], 0) if kolom else 0
    extra, gain = _what_would_add(roster, edition, instrumen, one, i, kolom)
    return TraceStep(
        instrumen=instrumen.id,
        nama=instrumen.nama,
        dimensi=edition.dimensi[one.dimensi].id,
        pasal=instrumen.langkah[langkah].pasal if langkah >= 0 else instrumen.pasal,
        keadaan=state,
        sumber=Source(one.sumber[i]),
        nilai_dipakai=value_words(instrumen, one, i),
        alasan=_reason(roster, edition, instrumen, one, i, kolom),
        uraian=_found(roster, instrumen, one, i),
        poin=poin,
        maksimal=maksimal,
        tambahan=extra,
        tambahan_poin=gain,
        tafsir=instrumen.tafsir,
        blok=one.blok,
        rekaman=_records(roster, one, i),
        pernyataan=statement_words(roster, instrumen, i),
    )


def _records(roster: Roster, one: InstrumentScore, i: int) -> tuple[TraceRecord, ...]:
    block = roster.rekaman[one.blok]
    begin, end = int(block.start[i]), int(block.start[i + 1])
    applies = one.keadaan[i] != State.TIDAK_BERLAKU
    return tuple(
        TraceRecord(
            begin + k,
            int(block.id[begin + k]),
            Verdict(verdict) if applies else Verdict.TIDAK_BERLAKU,
        )
        for k, verdict in enumerate(one.verdict[begin:end].tolist())
        if verdict
    )


def value_words(instrumen: Instrumen, one: InstrumentScore, i: int) -> str:
    """Return the value used in words an officer knows: "S-1", "24 JP", "Sudah", "90,11".

    Args:
        instrumen: The instrument.
        one: Its scores.
        i: Index of the person.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    state, value, langkah = State(one.keadaan[i]), int(one.nilai[i]), int(one.langkah[i])
    if state == State.TIDAK_BERLAKU:
        return "–"
    if state == State.BELUM_ADA:
        return BELUM_ADA_DATA
    match instrumen:
        case Tingkat():
            return label(Pendidikan(value))
        case Jam() if value != ABSENT:
            return f"{hours(value)} JP"
        case Pernah() | Jumlah() | Jam():
            return "Sudah" if langkah >= 0 else "Belum"
        case Rentang() if value != ABSENT:
            return appraisal_words(value)
        case Rentang():
            return instrumen.langkah[langkah].ukuran
        case Terberat():
            return label(TingkatHukuman(value)) if value else "tidak pernah"
        case _:
            raise TypeError(type(instrumen).__name__)


def hours(hundredths: int) -> str:
    """Return hours with as many decimals as they need: 24, 7,5.

    Dasar: Perban BKN 8/2019 Pasal 8 ayat (6)
    """
    return format_exact(Fraction(hundredths, PER_JP))


def appraisal_words(value: int) -> str:
    """Return an appraisal with two decimals, more where it has more: 90,11 or 89,995.

    Args:
        value: Hundred thousandths.

    Dasar: Perban BKN 8/2019 Pasal 9
    """
    return format_exact(Fraction(value, PER_NILAI), 2)


def recorded_words(instrumen: Instrumen, value: int) -> str:
    """Return what records alone say, in words; `value` as in `InstrumentScore.tercatat`.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    match instrumen:
        case Tingkat():
            return label(Pendidikan(value))
        case Jam():
            return f"{hours(value)} JP"
        case Jumlah():
            return f"{value} kegiatan"
        case Terberat():
            return label(TingkatHukuman(value)) if value else "tidak pernah"
        case Rentang():
            return appraisal_words(value)
        case _:
            return "sudah" if value else "belum"


def statement_words(roster: Roster, instrumen: Instrumen, i: int) -> str:
    """Return what a wide table states of a person, in words; empty where it states nothing.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    bukti = instrumen.bukti[0]
    said = roster.stated(bukti)
    form, value = int(said.bentuk[i]), int(said.nilai[i])
    if not form:
        return ""
    if form == Bentuk.TIDAK_ADA:
        return "tidak ada" if bukti == Bukti.HUKUMAN else "belum"
    if form == Bentuk.SUDAH:
        return "sudah"
    match bukti:
        case Bukti.PENDIDIKAN:
            return label(Pendidikan(value))
        case Bukti.DIKLAT_KEPEMIMPINAN:
            return label(TingkatDiklat(value))
        case Bukti.HUKUMAN:
            return label(TingkatHukuman(value))
        case Bukti.DIKLAT_TEKNIS:
            return f"{hours(value)} JP"
        case _:
            return f"{value} kegiatan"


def _fits(instrumen: Instrumen) -> bool:
    """Tell whether an instrument asks for a course that fits the level of the post."""
    return isinstance(instrumen, Pernah) and instrumen.sesuai is not None


def _lacks_level(roster: Roster, edition: Edition, instrumen: Instrumen, i: int) -> bool:
    """Tell whether the level of the post is needed and known neither stated nor by echelon."""
    post, table = roster.keadaan, edition.jabatan
    stated, eselon = int(post["jenjang"][i]), int(post["eselon"][i])
    known = table.kelompok[stated] or table.kelompok[table.jenjang_eselon[eselon]]
    return _fits(instrumen) and not known


def _reason(
    roster: Roster, edition: Edition, instrumen: Instrumen, one: InstrumentScore, i: int, kolom: int
) -> str:
    """Say in one sentence why these points and no others."""
    state = State(one.keadaan[i])
    if state == State.TIDAK_BERLAKU:
        return f"Tidak berlaku bagi jabatan {_post(kolom)}."
    if state == State.BELUM_ADA:
        if _lacks_level(roster, edition, instrumen, i):
            return "Jenjang jabatannya belum ada, sehingga tidak dapat dinilai; bernilai 0."
        return "Belum ada data; bernilai 0."
    lead = _origin(Source(one.sumber[i]), state)
    if state == State.NIHIL or one.sumber[i] == Source.CAKUPAN:
        return f"{lead}."
    return f"{lead}: {_found(roster, instrumen, one, i)}."


def _found(roster: Roster, instrumen: Instrumen, one: InstrumentScore, i: int) -> str:
    """Say what was found of an instrument, without where: the heart of the reason."""
    state, langkah = State(one.keadaan[i]), int(one.langkah[i])
    value = value_words(instrumen, one, i)
    if state in (State.TIDAK_BERLAKU, State.BELUM_ADA):
        return value
    if state == State.NIHIL or one.sumber[i] == Source.CAKUPAN:
        return f"tidak ada{_seen(instrumen, roster.tahun)}"
    row = instrumen.langkah[max(langkah, 0)]
    match instrumen:
        case Jam() if one.nilai[i] != ABSENT:
            return _hours_of(instrumen, int(one.nilai[i]), roster.tahun)
        case Pernah() | Jumlah() | Jam() if langkah >= 0:
            return row.ukuran[0].lower() + row.ukuran[1:]
        case Pernah() | Jumlah() | Jam():
            left = sum(record.verdict != Verdict.DIHITUNG for record in _records(roster, one, i))
            return "belum" + (f"; {left} catatan tidak dihitung" if left else "")
        case _ if value.casefold() == row.ukuran.casefold():
            return value
        case _:
            return f"{value}; termasuk “{row.ukuran}”"


def _seen(instrumen: Instrumen, tahun: int) -> str:
    """Return the years an instrument looks at, after a blank; empty where it looks at all."""
    if isinstance(instrumen, Terberat | Jam | Jumlah):
        return f" pada {_window(instrumen.jendela_tahun, tahun)}"
    return ""


def _hours_of(instrumen: Jam, value: int, tahun: int) -> str:
    """Say "12 dari 20 JP pada 2021", and "60 JP pada 2021, cukup 20" when reached."""
    when = _window(instrumen.jendela_tahun, tahun)
    needed = hours(instrumen.ambang_jp)
    if value < instrumen.ambang_jp:
        return f"{hours(value)} dari {needed} JP pada {when}"
    return f"{hours(value)} JP pada {when}, cukup {needed}"


def _window(years: int, tahun: int) -> str:
    """Return a window of calendar years: "2021", "2020–2021"."""
    return str(tahun) if years == 1 else f"{tahun - years + 1}{EN_DASH}{tahun}"


def _origin(source: Source, state: State) -> str:
    if state == State.NIHIL or source == Source.CAKUPAN:
        return "Sumber lengkap tidak mencatat satu pun"
    if source == Source.PERNYATAAN:
        return "Dinyatakan"
    return "Menurut riwayat"


def _post(kolom: int) -> str:
    return label(JenisJabatan(kolom)).lower() if kolom else "ini"


def _what_would_add(
    roster: Roster, edition: Edition, instrumen: Instrumen, one: InstrumentScore, i: int, kolom: int
) -> tuple[str, int]:
    """Name what the next better step asks for, and its gain in thousandths; nothing at the maximum.

    Where data is missing, nobody knows the next step: the gain is the most there could be.
    """
    state = State(one.keadaan[i])
    if state == State.TIDAK_BERLAKU or not kolom:
        return "", 0
    now = int(one.poin[i])
    better = [row for row in instrumen.langkah if row.poin[kolom] > now]
    if not better:
        return "", 0
    if state == State.BELUM_ADA:
        what = label(instrumen.bukti[0]).lower()
        lacking = "jenjang jabatan" if _lacks_level(roster, edition, instrumen, i) else what
        return f"data {lacking} dilengkapi", instrumen.maksimal[kolom] - now
    row = min(better, key=lambda step: step.poin[kolom])
    gain = row.poin[kolom] - now
    match instrumen:
        case Terberat():
            return "", 0  # a sentence that stands only ages out of the window
        case Tingkat():
            return f"berpendidikan {row.ukuran}", gain
        case Rentang():
            return f"nilai kinerja {row.ukuran}", gain
        case Jam() | Jumlah():
            return _more(instrumen, int(one.nilai[i]), roster.tahun), gain
        case _:
            fitting = " yang sesuai jenjang jabatan" if _fits(instrumen) else ""
            return f"mengikuti {label(instrumen.bukti[0]).lower()}{fitting}", gain


def _more(instrumen: Jam | Jumlah, value: int, tahun: int) -> str:
    """Say "8 JP lagi pada 2021", "ada kegiatan pada 2020–2021"."""
    when = f"pada {_window(instrumen.jendela_tahun, tahun)}"
    again = " lagi" if value > 0 else ""
    if isinstance(instrumen, Jam):
        return f"{hours(instrumen.ambang_jp - max(value, 0))} JP{again} {when}"
    missing = instrumen.ambang - max(value, 0)
    if missing == 1 and not again:
        return f"ada kegiatan {when}"
    return f"{missing} kegiatan{again} {when}"


def gain_words(step: TraceStep) -> str:
    """Return what would add points, with how many: "+15,00 bila 8 JP lagi pada 2021".

    Args:
        step: One instrument of a person.

    Returns:
        Empty where nothing would; "Sampai +25,00 bila …" where data is missing.

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    if not step.tambahan:
        return ""
    most = "Sampai " if step.keadaan == State.BELUM_ADA else ""
    return f"{most}{format_gain(step.tambahan_poin, 2)} bila {step.tambahan}"


def article_words(pasal: str) -> str:
    """Return an article as narrow columns cite it: "8 ayat (6)" is "Pasal 8 (6)".

    Dasar: Perban BKN 8/2019 Pasal 7 sampai dengan Pasal 10
    """
    return f"Pasal {pasal.replace(' ayat', '')}"
