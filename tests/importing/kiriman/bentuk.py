"""One table in every format, in every way of writing text, under endings that lie."""

from __future__ import annotations

from tests.importing import xlsx_plant
from tests.importing.kiriman.kiriman import (
    ANI,
    BUDI,
    CITRA,
    LENGKAP,
    NOMINATIF,
    Buku,
    Galat,
    Kiriman,
    Lembar,
    Mentah,
    ani,
    budi,
    citra,
)

# fmt: off
# Rows are laid out to be read as rows.


def _format(jenis: str, nama: str) -> Kiriman:
    """Return a table with a title, a merged group, a hidden row, an error, a hidden sheet."""
    lembar = Lembar(
        "Data",
        [
            ("DAFTAR NOMINATIF TAHUN 2021",),
            (),
            NOMINATIF,
            ani(),
            budi(),
            [*citra()[:9], Galat("#N/A"), "Tidak Ada"],
        ],
        gabung=("A1:K1",),
        baris_tersembunyi=(5,),
    )
    lain = Lembar("Lama", [NOMINATIF, ani()], tersembunyi=True)
    return Kiriman(
        f"format-{jenis}",
        f"the ordinary workbook as {jenis}, under the name {nama}",
        (Buku(nama, (lembar, lain), jenis),),
        orang={ANI: LENGKAP, BUDI: LENGKAP, CITRA: "15 40 0 5"},
        catatan="penilaian 2",
        temuan=[
            ("baris-tersembunyi", "Data", 5, None),
            ("sel-galat", "Data", 6, "J"),
            ("lembar-tersembunyi", "Lama", None, None),
        ],
    )


def _csv(pemisah: str = ";", desimal: str = ",", akhir: str = "\r\n") -> str:
    """Return the table as text: two people, one of them with 80 and a half."""
    rows = [NOMINATIF, ani(), [*budi()[:9], f"90{desimal}5", "Tidak Ada"]]
    return "".join(
        pemisah.join(
            f'"{text}"' if pemisah in text else text for text in map(str, row)
        ) + akhir
        for row in rows
    )


def _teks(nama: str, tentang: str, isi: bytes, berkas: str = "kiriman.csv") -> Kiriman:
    return Kiriman(
        f"csv-{nama}",
        tentang,
        (Mentah(berkas, isi),),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    )


def _berwarna() -> bytes:
    """Return a workbook whose column L is painted down to row 500,000, and row 2 out to XFD."""
    cells = [NOMINATIF, ani(), budi()]
    rows = []
    for row, values in enumerate(cells, 1):
        inner = "".join(
            f'<c r="{chr(65 + col)}{row}" t="inlineStr"><is><t>{value}</t></is></c>'
            for col, value in enumerate(values)
        )
        far = '<c r="XFD2" s="1"/>' if row == 2 else ""
        rows.append(f'<row r="{row}">{inner}{far}</row>')
    rows += [f'<row r="{row}"><c r="L{row}" s="1"/></row>' for row in range(4, 500_001, 499)]
    rows.append('<row r="500000"><c r="L500000" s="1"/></row>')
    return xlsx_plant.workbook("".join(rows))


DAFTAR = (
    _format("xlsx", "kiriman.xlsx"),
    _format("xls", "kiriman.xls"),
    _format("ods", "kiriman.ods"),
    _format("xlsb", "kiriman.xlsb"),
    _format("xml2003", "kiriman.xls"),
    Kiriman(
        "format-html",
        "a web application's table of a page, saved as .xls",
        (
            Buku(
                "ekspor.xls",
                (
                    Lembar(
                        "tabel",
                        [
                            ("DAFTAR NOMINATIF TAHUN 2021",),
                            ("NO", "NIP", "NAMA", "JABATAN", None, "NILAI KINERJA"),
                            (None, None, None, "JENIS JABATAN", "NAMA", None),
                            (1, f"'{ANI}", "Ani", "Pelaksana", "Pengelola", "80,00"),
                        ],
                        gabung=("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"),
                    ),
                ),
                "html",
            ),
        ),
        orang={ANI: "0 0 25 0"},
        catatan="penilaian 1",
    ),
    Kiriman(
        "akhiran-berbohong",
        "an .xlsx under the name .xls: the content decides",
        (Buku("kiriman.xls", (Lembar("Data", [NOMINATIF, ani()]),)),),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
    ),
    _teks("titik-koma", "semicolons and decimal commas", _csv().encode()),
    _teks("koma", "commas and decimal points", _csv(",", ".").encode()),
    _teks("koma-berkutip", "commas, and decimal commas in quotes", _csv(",", ",").encode()),
    _teks("tab", "tabs, named .txt", _csv("\t").encode(), "kiriman.txt"),
    _teks("pipa", "vertical bars between the fields", _csv("|").encode()),
    _teks("bom", "UTF-8 with a mark", b"\xef\xbb\xbf" + _csv().encode()),
    _teks("utf16", "UTF-16 with a mark, tabs: Excel's Unicode text",
          b"\xff\xfe" + _csv("\t").encode("utf-16-le")),
    _teks("utf16-be", "UTF-16 the other way round", b"\xfe\xff" + _csv().encode("utf-16-be")),
    _teks("utf16-tanpa-bom", "UTF-16 without a mark", _csv("\t").encode("utf-16-le")),
    _teks("utf16-be-tanpa-bom", "UTF-16 the other way round without a mark",
          _csv().encode("utf-16-be")),
    _teks("sep", "Excel's first line sep=;", b"sep=;\r\n" + _csv().encode()),
    _teks("mac", "lines that end as on old Macintoshes", _csv(akhir="\r").encode()),
    _teks("sebagai-xls", "a CSV under the name .xls", _csv().encode(), "kiriman.xls"),
    _teks("judul", "titles above, narrower than the table",
          b"DAFTAR NOMINATIF;;;\r\nTAHUN 2021\r\n\r\n" + _csv().encode()),
    _teks("ekor-kosong", "blank lines and separators below",
          _csv().encode() + b";;;;;;;;;;\r\n\r\n;;;;;;;;;;\r\n"),
    Kiriman(
        "csv-cp1252",
        "Windows' Western encoding: letters with marks stay",
        (Mentah("a.csv", _csv().replace("Budi Santoso", "André “B” Santoso").encode("cp1252")),),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        nama_orang={ANI: "Ani Lestari", BUDI: "André “B” Santoso"},
    ),
    Kiriman(
        "csv-baris-baru-dalam-kutip",
        "a line break and the separator inside a quoted name: records are counted, not lines",
        (
            Mentah(
                "a.csv",
                _csv().replace("Ani Lestari", '"Ani\nLestari; S.E."')
                .replace("90,5", "190,5").encode(),
            ),
        ),
        orang={ANI: LENGKAP, BUDI: "15 40 0 5"},
        catatan="penilaian 1",
        nama_orang={ANI: "Ani Lestari; S.E.", BUDI: "Budi Santoso"},
        temuan=[("nilai-di-luar-skala", None, 3, "J")],
    ),
    Kiriman(
        "csv-awalan-rumus",
        "a quote before = + - @ is the exporter's guard, and comes off; without it it is text too",
        (
            Mentah(
                "a.csv",
                _csv().replace("Ani Lestari", "'=Ani").replace("Budi", "+Budi").encode(),
            ),
        ),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
        nama_orang={ANI: "=Ani", BUDI: "+Budi Santoso"},
    ),
    Kiriman(
        "csv-nip-eksponen",
        "Excel's exponent for an NIP in a CSV: its digits are lost",
        (Mentah("a.csv", _csv().replace(BUDI, "1,98102E+17").encode()),),
        orang={ANI: LENGKAP},
        catatan="penilaian 1",
        temuan=[("nip-angka", None, 3, "B")],
        ditolak=1,
    ),
    Kiriman(
        "diwarnai-sampai-500000",
        "a column painted down to row 500,000 and a row out to XFD are litter",
        (Mentah("kiriman.xlsx", _berwarna()),),
        orang={ANI: LENGKAP, BUDI: LENGKAP},
        catatan="penilaian 2",
    ),
)
