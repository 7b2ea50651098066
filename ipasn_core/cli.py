"""The command line: words in, a workflow called, an answer out.

Standard output carries one JSON object where `--json` is asked for and nothing else; everything
for people goes to standard error. Exit status: 0 done · 1 something was kept out or found · 2 wrong
use · 3 a file that cannot be read or a state that forbids it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from . import __version__, cli_verbs
from .cli_progress import Bar
from .cli_verbs import Answer
from .errors import IpasnError, UsageError, reason
from .progress import silent
from .workflow.context import Context

_ENGLISH = (
    (r"the following arguments are required: (.*)", r"yang wajib belum ada: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"argument (\S+): expected one argument", r"\1 memerlukan satu nilai"),
    (r"argument (\S+): expected at least one argument", r"\1 memerlukan paling sedikit satu nilai"),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)", r"\2 bukan pilihan: \3"),
    (r"argument (\S+): invalid int value: (.*)", r"\1 harus berupa bilangan bulat, bukan \2"),
    (r"argument (\S+): invalid (\S+) value: (.*)", r"\1 tidak menerima \3"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 tidak dapat bersama \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 dapat berarti \2"),
)


class _Help(argparse.HelpFormatter):
    """Help with an Indonesian lead."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that helps and refuses in Indonesian, the latter by exception."""

    def __init__(self, **words: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Help, **words)
        self._positionals.title = "Yang wajib"
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def _print_message(self, message: str, file: object = None) -> None:
        """Help and version are words for people: to standard error, in any encoding."""
        _tell(message.rstrip())

    def error(self, message: str) -> NoReturn:
        for english, indonesian in _ENGLISH:
            message, found = re.subn(english, indonesian, message)
            if found:
                break
        name = f"“{self.prog}”"
        raise UsageError(f"Perintah {name} keliru: {message}.", f"Lihat: {self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    top = _Parser(prog="main.py", description="Indeks Profesionalitas ASN")
    top.add_argument(
        "--version", action="version", version=f"IPASN {__version__}", help="tampilkan versi"
    )
    verbs = top.add_subparsers(dest="verba", metavar="PERINTAH", parser_class=_Parser)

    def verb(name: str, about: str, *, project: bool = True, year: bool = True) -> _Parser:
        sub: _Parser = verbs.add_parser(name, help=about, description=about)
        if project:
            sub.add_argument("berkas", metavar="FILE.ipasn", type=Path)
        if project and year:
            sub.add_argument("--tahun", type=int, metavar="Y", help="tahun ukur")
        sub.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran baku")
        return sub

    _add_project_verbs(verb)
    _add_result_verbs(verb)
    _add_template(verb)
    sub = verb("aturan", "daftar edisi aturan, atau isi satu edisi", project=False)
    sub.add_argument("id", nargs="?", metavar="ID")
    return top


_Verb = Callable[..., _Parser]


def _add_project_verbs(verb: _Verb) -> None:
    sub = verb("buat", "membuat berkas proyek", year=False)
    sub.add_argument("--instansi", required=True, metavar="TEXT")
    sub.add_argument("--tahun", type=int, required=True, metavar="Y")
    sub.add_argument("--aturan", metavar="ID")
    sub.add_argument("--target", metavar="DIMENSI=NILAI,…")
    sub = verb("atur", "menampilkan atau mengubah pengaturan")
    sub.add_argument("pasangan", nargs="*", metavar="KUNCI=NILAI")
    sub.set_defaults(daftar=("pasangan", str))
    sub.add_argument("--kop", type=Path, metavar="FILE.toml")
    sub = verb("impor", "mengimpor lembar kerja")
    sub.add_argument("lembar", nargs="*", type=Path, metavar="SHEET")
    sub.set_defaults(daftar=("lembar", Path))
    sub.add_argument("--coba", action="store_true", help="hanya merencanakan")
    sub.add_argument("--batal", action="store_true", help="urungkan impor terbaru yang berlaku")
    sub.add_argument("--galat", type=Path, metavar="OUT.xlsx", help="simpan baris yang ditolak")
    sub.add_argument("--kolom", action="append", default=[], metavar="[FILE:LEMBAR:]BIDANG=KOLOM")
    sub.add_argument("--cakup", action="append", default=[], metavar="lembar|semua|tambahan|OPD")
    sub.add_argument(
        "--lembar",
        dest="tentang",
        action="append",
        default=[],
        metavar="FILE:LEMBAR:lewati|baca|kepala=BARIS|jenis=JENIS",
        help="lembar yang dilewati, lembar tersembunyi yang dibaca, baris judul, jenis tabel",
    )
    sub.add_argument("--ganti", action="store_true", help="buang yang tidak lagi tercantum")
    sub = verb("tahun", "menambah tahun ukur", year=False)
    sub.add_argument("--buat", type=int, required=True, metavar="Y")
    sub.add_argument("--dari", type=int, metavar="Y0", help="pegawai dibawa dari tahun ini")
    sub.add_argument("--aturan", metavar="ID")
    sub.add_argument("--target", metavar="DIMENSI=NILAI,…")
    sub = verb("cadangan", "daftar cadangan, atau memulihkan satu", year=False)
    sub.add_argument("--pulihkan", metavar="ID")
    sub.add_argument("-o", dest="keluaran", type=Path, metavar="NEW.ipasn")
    sub = verb("urungkan", "mengurungkan perubahan terbaru yang berlaku")
    sub.add_argument("--ulangi", action="store_true", help="batalkan urungan terbaru")
    verb("periksa", "memeriksa berkas, jurnal, dan data")
    sub = verb("riwayat", "jurnal perubahan")
    sub.add_argument("--nip", metavar="NIP", help="hanya yang mengubah data orang ini")
    sub.add_argument("--perbuatan", choices=cli_verbs.DEEDS, metavar="PERBUATAN")
    sub.add_argument("--sejak", metavar="YYYY-MM-DD")
    sub.add_argument("--sampai", metavar="YYYY-MM-DD")


def _add_result_verbs(verb: _Verb) -> None:
    verb("hitung", "menghitung indeks")
    sub = verb("rekap", "rata-rata dan jumlah per kelompok")
    sub.add_argument("--per", required=True, choices=cli_verbs.GROUPINGS)
    sub.add_argument("--dan", choices=cli_verbs.GROUPINGS)
    sub = verb("jelas", "mengapa seorang pegawai memperoleh nilainya")
    sub.add_argument("nip", metavar="NIP")
    sub = verb("temuan", "temuan yang terbuka")
    sub.add_argument("--abaikan", metavar="ID")
    sub.add_argument("--alasan", metavar="TEXT")
    sub = verb("ekspor", "satu baris seorang pegawai")
    sub.add_argument("-o", dest="keluaran", type=Path, required=True, metavar="OUT.xlsx|OUT.csv")
    sub = verb("laporan", "laporan PDF")
    sub.add_argument("-o", dest="keluaran", type=Path, required=True, metavar="OUT.pdf")
    sub.add_argument("--jenis", choices=cli_verbs.PAPERS, default="lengkap")
    sub.add_argument("--nip", action="append", default=[], metavar="NIP", help="perorangan")
    sub.add_argument("--opd", metavar="NAMA", help="nominatif atau perorangan satu OPD saja")
    sub = verb("telaah", "telaah verifikator atas tahun ukur")
    sub.add_argument("--nip", required=True, metavar="NIP", help="verifikator yang terdaftar")
    sub.add_argument("--tolak", metavar="ALASAN")
    sub = verb("sahkan", "mengesahkan tahun ukur")
    sub.add_argument("-o", dest="keluaran", type=Path, required=True, metavar="OUT.pdf")
    for name in ("nomor", "tempat", "tanggal", "nama", "jabatan"):
        sub.add_argument(f"--{name}", required=True)
    for name in ("pangkat", "nip"):
        sub.add_argument(f"--{name}", default="")
    sub.add_argument("--p12", type=Path, metavar="FILE", help="menandatangani secara elektronik")
    _add_roots(sub)
    sub = verb("buka-kembali", "membuka kembali tahun yang disahkan")
    sub.add_argument("--alasan", required=True, metavar="TEXT")
    sub = verb("verifikasi", "memeriksa keaslian laporan", project=False)
    sub.add_argument("pdf", type=Path, metavar="OUT.pdf")
    sub.add_argument("--berkas", type=Path, metavar="FILE.ipasn")
    _add_roots(sub)


def _add_roots(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--akar",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="sertifikat akar yang dipercaya kantor, PEM atau DER",
    )


def _add_template(verb: _Verb) -> None:
    sub = verb("templat", "buku kerja untuk dibagikan ke perangkat daerah", project=False)
    sub.add_argument("-o", dest="keluaran", type=Path, required=True, metavar="OUT.xlsx")
    sub.add_argument(
        "--berkas", type=Path, metavar="FILE.ipasn", help="pegawai proyek ini sudah terisi"
    )
    sub.add_argument(
        "--opd",
        nargs="?",
        const="",
        metavar="NAMA",
        help="satu berkas setiap perangkat daerah, atau hanya yang disebut",
    )
    sub.add_argument(
        "--jenis", choices=("lebar", "riwayat"), default="lebar", help="bentuk lembarnya"
    )
    sub.add_argument("--tahun", type=int, metavar="Y", help="tahun ukur")


def main(
    argv: Sequence[str],
    context: Context,
    ask_secret: Callable[[str], str | None] = lambda _: None,
) -> int:
    """Run one command and return its exit status.

    Args:
        argv: The words after the program's name.
        context: The moment and the user.
        ask_secret: Asks for a passphrase by a prompt; gives None where nobody can be asked.
    """
    as_json = "--json" in argv
    try:
        if not argv or _is_project_alone(argv):
            _tell(_parser().format_help())
            return 0
        if any(not _is_text(word) for word in argv):
            raise UsageError("Ada nama atau kata yang bukan teks yang sah.", "Ganti namanya.")
        arguments = _parse(argv)
        if arguments.verba is None:
            raise UsageError("Tidak ada perintah.", "Lihat: main.py --help")
        if getattr(arguments, "p12", None) is not None:
            arguments.sandi = _secret("IPASN_P12_SANDI", ask_secret)
        answer = _run(arguments, context)
    except UsageError as fault:
        return _refuse(fault, as_json, status=2)
    except IpasnError as fault:
        return _refuse(fault, as_json, status=3)
    except KeyboardInterrupt:
        _tell("Dibatalkan.")
        return 130
    except Exception as fault:  # noqa: BLE001 - the edge: our own bug, told calmly
        return _refuse(_unforeseen(fault), as_json, status=3)
    return _give(answer, as_json)


def _secret(name: str, ask_secret: Callable[[str], str | None]) -> str:
    """Return the passphrase of a certificate: from the environment, else from the terminal.

    Raises:
        UsageError: It is in neither.
    """
    found = os.environ.get(name)
    if found is None:
        found = ask_secret("Kata sandi sertifikat: ")
    if found is None:
        raise UsageError(
            "Kata sandi sertifikat belum diketahui.", f"Isi {name}, atau jalankan di terminal."
        )
    return found


def _is_text(word: str) -> bool:
    """Tell whether a word came over as text: bytes that are none arrive as lone surrogates."""
    return word.isascii() or word == word.encode("utf-8", "ignore").decode()


def _is_project_alone(argv: Sequence[str]) -> bool:
    """Tell whether a project file is opened by itself; until there is a window, help answers."""
    return len(argv) == 1 and argv[0].lower().endswith(".ipasn")


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    """Parse words; a list of files or settings may go on after an option, which argparse forbids.

    Raises:
        UsageError: Words that mean nothing here.
    """
    parser = _parser()
    arguments, rest = parser.parse_known_args(list(argv))
    if not rest:
        return arguments
    name, kind = getattr(arguments, "daftar", ("", str))
    if not name or any(word.startswith("-") for word in rest):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    setattr(arguments, name, [*getattr(arguments, name), *map(kind, rest)])
    return arguments


def _run(arguments: argparse.Namespace, context: Context) -> Answer:
    verb = cli_verbs.VERBS[arguments.verba]
    if not sys.stderr.isatty():
        return verb(arguments, context, silent)
    bar = Bar(sys.stderr)
    try:
        return verb(arguments, context, bar)
    finally:
        bar.close()


def _give(answer: Answer, as_json: bool) -> int:
    if not as_json:
        _tell(answer.teks)
        return answer.status
    text = json.dumps(answer.objek, ensure_ascii=False, indent=1)
    try:
        sys.stdout.buffer.write(text.encode() + b"\n")
        sys.stdout.flush()
    except OSError as fault:
        # The reader has gone, or the disk behind ">" is full. What is still in the buffer must
        # not be tried again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _tell(f"Perintah selesai, tetapi jawabannya tidak dapat ditulis ({reason(fault)}).")
        return 3
    return answer.status


def _refuse(fault: IpasnError, as_json: bool, status: int) -> int:
    if as_json:
        objek = {"kode": fault.kode, "pesan": fault.pesan, "perbaikan": fault.perbaikan}
        return _give(Answer({"galat": objek}, "", status), as_json)
    _tell(f"{fault.pesan}\n{fault.perbaikan}".rstrip())
    return status


def _unforeseen(fault: Exception) -> IpasnError:
    """Describe a bug by where it happened: its own words might hold a name or an NIP."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = " ← ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-4:]))
    return IpasnError(
        f"Terjadi kesalahan tak terduga ({type(fault).__name__} di {places}).",
        "Lihat dengan perintah riwayat apakah perubahan tersimpan; laporkan baris ini kepada "
        "pengembang.",
        "tak-terduga",
    )


def _tell(text: str) -> None:
    """Write for people, to standard error, whatever encoding the terminal has."""
    encoding = sys.stderr.encoding or "utf-8"
    safe = text.encode(encoding, "replace").decode(encoding)
    print(safe, file=sys.stderr, flush=True)
