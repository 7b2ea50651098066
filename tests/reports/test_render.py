"""The file: its bytes, its fonts, its text, its pages, and what it says about itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from ipasn_core.progress import Cancelled
from ipasn_core.reports.document import (
    Arah,
    Bagian,
    Blok,
    Daftar,
    Document,
    HalamanBaru,
    Judul,
    Kaki,
    Kertas,
    Kop,
    Lampiran,
    Paragraf,
    Pengesahan,
    Tanda,
)
from ipasn_core.reports.pdf.fonts import load_faces
from ipasn_core.reports.pdf.kop import lay_kop
from ipasn_core.reports.pdf.page import MM, geometry
from ipasn_core.reports.pdf.render import render
from ipasn_core.reports.pdf.signature import qr_modules, qr_payload
from tests.reports.sample import (
    BLOK,
    HASIL,
    KAKI,
    LAPORAN,
    META,
    SIDIK_JARI,
    TANDA_TANGAN,
    nominatif,
    page_texts,
    pdf_bytes,
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf_bytes(LAPORAN)


def content(data: bytes) -> bytes:
    """Return all streams that inflate."""
    found = []
    for match in re.finditer(rb"stream\r?\n(.*?)\s*endstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(match[1]))
        except zlib.error:
            found.append(match[1])
    return b"\n".join(found)


def test_the_same_report_gives_the_same_bytes(data: bytes) -> None:
    assert pdf_bytes(LAPORAN) == data


def test_every_font_is_embedded(data: bytes) -> None:
    fonts = re.findall(rb"/Type /FontDescriptor", data)
    assert len(fonts) == 3
    assert len(re.findall(rb"/FontFile2 \d+ 0 R", data)) == 3
    assert b"Helvetica" not in data
    assert b"Helvetica" not in content(data)


def test_words_come_out_whole(data: bytes) -> None:
    texts = page_texts(data)
    first = texts[0]
    for words in (
        "PEMERINTAH KOTA CONTOH",
        "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
        "LAPORAN HASIL PENGUKURAN",
        "NOMOR 800/1/2022",
        "Peraturan Badan Nomor 8 Tahun 2019.",
        "Instrumen tercantum dalam Tabel 1.",
        "Indeks adalah 71,59, rinciannya dalam Tabel 2.",
        "12,13 15 80,86",
        "124,75",
        "belum ada",
    ):
        assert words in " ".join(texts), words
    assert "Halaman 1 dari" in first
    assert "Sidik jari isi C9A6" in first


def test_the_signature_says_who_and_what() -> None:
    (text,) = page_texts(pdf_bytes(Document((TANDA_TANGAN,), KAKI)))
    for words in (
        "Bontang, 31 Januari 2022",
        "Plt. KEPALA BADAN KEPEGAWAIAN,",
        "NAMA LENGKAP, S.Sos., M.Si.",
        "Pembina Utama Muda, IV/c",
        "NIP 19700101 199501 1 000",
        "Revisi 0, tahun ukur 2021",
        "C9A6 5C10 36D5 13C0",
        "Tembusan: 1. Wali Kota Bontang 2. Sekretaris Daerah",
    ):
        assert words in text, words


def test_an_unsigned_block_has_no_mark() -> None:
    block = replace(TANDA_TANGAN, pengesahan=None, tanggal=None, tembusan=("Wali Kota",))
    (text,) = page_texts(pdf_bytes(Document((block,), KAKI)))
    assert "Tanda pengesahan" not in text
    assert "C9A6 5C10" not in text
    assert "Tembusan: Wali Kota" in text


def test_a_signature_is_never_alone_on_its_page() -> None:
    filler = tuple(Paragraf("Kata " * 60) for _ in range(9))
    for count in range(1, 8):
        short = Paragraf("Kata " * 15 * count)
        document = Document((*filler, short, TANDA_TANGAN), KAKI)
        page = page_texts(pdf_bytes(document))[-1]
        assert "Kata" in page.split("Bontang,")[0]


def test_the_code_holds_the_fingerprint_and_fits_version_5() -> None:
    pengesahan = TANDA_TANGAN.pengesahan
    assert pengesahan is not None
    payload = qr_payload(pengesahan)
    assert payload == f"IPASN1*R:0*T:2021*I:71.59*P:3395*H:{SIDIK_JARI.upper()}"
    modules = qr_modules(payload)
    assert len(modules) == 37
    assert all(len(row) == 37 for row in modules)
    finder = [True] * 7
    assert modules[0][:7] == finder
    assert modules[0][-7:] == finder
    assert [row[0] for row in modules[-7:]] == finder
    longest = Pengesahan("", 99, 2021, "100.00", 4_000_000, SIDIK_JARI)
    assert len(qr_modules(qr_payload(longest))) == 37


def test_a_code_that_would_burst_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr_modules("A" * 123)
    with pytest.raises(ValueError, match="alphanumeric"):
        qr_modules("huruf kecil")


def test_the_file_describes_itself(data: bytes) -> None:
    info = pypdfium2.PdfDocument(data).get_metadata_dict()
    assert info["Title"] == META.judul
    assert info["Author"] == META.instansi
    assert info["Subject"] == META.subjek
    assert info["Keywords"] == f"{SIDIK_JARI}, perban-bkn-8-2019"
    assert info["Creator"] == "IPASN 0.1.0"
    assert info["CreationDate"] == "D:20220131021522+00'00'"
    text = data + content(data)
    for trace in (b"unspecified", b"anonymous", b"untitled", b"ReportLab", b"D:2000"):
        assert trace not in text, trace
    short = SIDIK_JARI[:32].upper().encode()
    assert b"/ID [<" + short + b"><" + short + b">]" in data
    assert b"/Lang (id-ID)" in data
    assert b"<xmp:CreateDate>2022-01-31T02:15:22+00:00</xmp:CreateDate>" in data
    assert b"/DisplayDocTitle true" in data


def test_without_a_fingerprint_the_content_makes_the_id() -> None:
    meta = replace(META, sidik_jari="")
    one = pdf_bytes(LAPORAN, meta)
    assert one == pdf_bytes(LAPORAN, meta)
    other = pdf_bytes(Document((Bagian("Lain"),), KAKI), meta)
    found = [re.search(rb"/ID\s*\[(.*?)\]", data, re.DOTALL) for data in (one, other)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0][1] != found[1][1]
    assert b"ReportLab" not in one


def test_the_outline_leads_to_sections_tables_annexes_and_opd(data: bytes) -> None:
    items = pypdfium2.PdfDocument(data).get_toc()
    titles = [(item.level, item.get_title()) for item in items]
    assert titles == [
        (0, "I. Pendahuluan"),
        (1, "A. Dasar Hukum"),
        (0, "II. Metode Pengukuran"),
        (1, "Tabel 1. Instrumen pengukuran"),
        (0, "III. Hasil Pengukuran"),
        (1, "Tabel 2. Hasil pengukuran"),
        (0, "Lampiran DAFTAR NOMINATIF"),
        (1, "Dinas Satu"),
        (1, "Dinas Dua"),
    ]


@pytest.mark.parametrize(
    ("kertas", "tegak", "mendatar"),
    [(Kertas.F4, (215, 330), (330, 215)), (Kertas.A4, (210, 297), (297, 210))],
)
def test_paper(kertas: Kertas, tegak: tuple[int, int], mendatar: tuple[int, int]) -> None:
    blok = (Paragraf("a"), HalamanBaru(Arah.MENDATAR), Paragraf("b"))
    document = pypdfium2.PdfDocument(pdf_bytes(Document(blok, KAKI, kertas=kertas)))
    sizes = [tuple(round(value / MM) for value in page.get_size()) for page in document]
    assert sizes == [tegak, mendatar]


def test_a_draft_says_so_on_every_page_and_under_the_text() -> None:
    for tanda in Tanda:
        texts = page_texts(pdf_bytes(Document(BLOK, KAKI, tanda)))
        assert len(texts) > 2
        assert all(f"{tanda.value} · BELUM DISAHKAN" in text for text in texts)
    assert all("BELUM DISAHKAN" not in text for text in page_texts(pdf_bytes(LAPORAN)))


def test_progress_counts_pages_and_can_stop() -> None:
    seen: list[tuple[int, int]] = []
    target = BytesIO()

    def watch(step: str, done: int, total: int) -> None:
        assert step == "Menyusun halaman"
        seen.append((done, total))

    pages = render(LAPORAN, target, META, watch)
    assert seen == [(done, pages) for done in range(pages + 1)]
    assert pages == len(page_texts(target.getvalue()))

    def stop(step: str, done: int, total: int) -> None:
        if done == 2 and step and total:
            raise Cancelled

    stopped = BytesIO()
    with pytest.raises(Cancelled):
        render(LAPORAN, stopped, META, stop)
    assert stopped.getvalue() == b""


def test_a_character_without_a_glyph_does_not_stop_the_report() -> None:
    texts = page_texts(pdf_bytes(Document((Paragraf("Nama \U0001f600 (a\\b) 中文 é − –"),), KAKI)))
    assert "Nama" in texts[0]
    assert "(a\\b)" in texts[0]
    assert "é − –" in texts[0]


@pytest.mark.parametrize(
    ("instansi", "lines", "size"),
    [
        ("INSPEKTORAT DAERAH", ["INSPEKTORAT DAERAH"], 17),
        (
            "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
            ["BADAN KEPEGAWAIAN DAN", "PENGEMBANGAN SUMBER DAYA MANUSIA"],
            17,
        ),
        ("DINAS SATU\nDAN DUA", ["DINAS SATU", "DAN DUA"], 17),
    ],
)
def test_the_agency_keeps_its_name_whole(instansi: str, lines: list[str], size: float) -> None:
    page = geometry(Kertas.F4, Arah.TEGAK)
    layout = lay_kop(Kop("PEMERINTAH", instansi, ("Jalan",)), page, load_faces())
    assert [line.text for line in layout.lines[1:-1]] == lines
    assert {line.size for line in layout.lines[1:-1]} == {size}


def test_a_long_agency_shrinks_before_it_takes_a_third_line() -> None:
    page = geometry(Kertas.F4, Arah.TEGAK)
    name = (
        "DINAS PENGENDALIAN PENDUDUK KELUARGA BERENCANA DAN "
        "PEMBERDAYAAN PEREMPUAN PERLINDUNGAN ANAK"
    )
    layout = lay_kop(Kop("PEMERINTAH", name, ("Jalan",)), page, load_faces())
    names = layout.lines[1:-1]
    assert len(names) == 2
    assert 14 <= names[0].size < 17
    assert all(line.width <= page.measure for line in layout.lines)


def test_long_names_stay_inside_the_margins() -> None:
    long = "KABUPATEN PEGUNUNGAN BERSAMA KEPULAUAN SEKITARNYA YANG SANGAT PANJANG NAMANYA"
    blok = (
        Kop(long, f"DINAS {long} DAN {long}", (f"Jalan {long.title()} Nomor 1",) * 2),
        Judul((f"LAPORAN HASIL PENGUKURAN DI LINGKUNGAN {long}",), "800/1/2022", 1, long.title()),
        Bagian(f"Rekapitulasi {long}"),
        Bagian(f"Rekapitulasi {long.title()} {long.title()}", 2),
        Daftar((f"{long.title()} {long.title()};",)),
        replace(HASIL, judul=f"{long.title()} {long.title()}"),
        replace(
            TANDA_TANGAN,
            jabatan=(f"KEPALA DINAS {long}",),
            nama=f"{long}, S.Sos., M.Si.",
            tembusan=(f"Bupati {long.title()}",),
        ),
        Lampiran(f"LAPORAN {long} TAHUN 2021", (f"DAFTAR {long} {long} {long}",)),
        nominatif((long.title(), 3)),
    )
    kaki = Kaki(((f"Laporan {long.title()}", f"Nomor 800/{long}", "Revisi 1"), (long,)))
    for kertas in Kertas:
        document = pypdfium2.PdfDocument(pdf_bytes(Document(blok, kaki, kertas=kertas)))
        for page in document:
            width, height = page.get_size()
            left = (30 if width < height else 15) * MM
            right = width - (20 if width < height else 15) * MM
            text = page.get_textpage()
            for at in range(text.count_chars()):
                box = text.get_charbox(at)
                assert box[0] >= left - 1, text.get_text_range(max(at - 30, 0), 40)
                assert box[2] <= right + 1, text.get_text_range(max(at - 30, 0), 40)
                assert box[1] >= 7.8 * MM


def test_a_png_emblem_is_drawn_in_its_proportions() -> None:
    picture = BytesIO()
    Image.new("RGBA", (40, 20), (0, 0, 0, 128)).save(picture, "PNG")
    kop = Kop("PEMERINTAH KOTA CONTOH", "DINAS CONTOH", ("Jalan Contoh",), picture.getvalue())
    data = pdf_bytes(Document((kop, Paragraf("a")), KAKI))
    assert data == pdf_bytes(Document((kop, Paragraf("a")), KAKI))
    placed = re.search(rb"([\d.]+) 0 0 ([\d.]+) [\d.]+ [\d.]+ cm\s*/FormXob", content(data))
    assert placed is not None
    assert [float(side) / MM for side in placed.groups()] == pytest.approx([24, 12])
    without = lay_kop(replace(kop, lambang=None), geometry(Kertas.F4, Arah.TEGAK), load_faces())
    assert without.centre == pytest.approx((30 + 165 / 2) * MM)


def test_a_head_with_one_line_of_text_goes_with_the_table_that_follows() -> None:
    filler = Paragraf("Kata demi kata mengisi halaman ini sampai hampir penuh. " * 3)
    for count in range(8, 22):
        blok: tuple[Blok, ...] = (
            *([filler] * count),
            Bagian("Rekapitulasi"),
            Paragraf("Satu baris saja."),
            HASIL,
        )
        pages = page_texts(pdf_bytes(Document(blok)))
        head = next(at for at, text in enumerate(pages) if "REKAPITULASI" in text)
        assert "Kualifikasi" in pages[head], count


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is not on this machine")
def test_poppler_and_qpdf_find_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(pdf_bytes(LAPORAN))
    listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    fonts = listed.splitlines()[2:]
    assert len(fonts) == 3
    # Columns: name, type, encoding, embedded, subset, unicode, object.
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
