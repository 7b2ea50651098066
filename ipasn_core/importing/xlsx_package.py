"""The zip around a workbook: opened under limits, inflated by us before anyone else does.

calamine trusts the file: a part that inflates without end or cells that lie far apart end the
whole process, not the import. So every part it will read is inflated here first and counted, and
not by what the zip declares but by what really comes out.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from ..errors import UserError

MIB = 1024 * 1024
FEED = 256 * 1024
LOCAL_HEADER = 30
WORKBOOK = "xl/workbook.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a workbook may ask of this computer.

    Args:
        entries: Files inside the zip.
        part: Bytes one part may inflate to.
        tree: Bytes of a part that is parsed as a tree (the list of sheets).
        total: Bytes all parts that are read may inflate to.
        ratio: Inflated to compressed size; asked only of parts above `ratio_from` bytes.
        cells: Area of the smallest rectangle around all values of a sheet, and number of values.
        noise: Values that a sheet of `noise_columns` or more may have: no table is so wide.
        noise_columns: See `noise`.
        strings: Entries of the table of shared strings.
        text: Bytes of all texts, shared strings counted wherever they are used.
    """

    entries: int = 20_000
    part: int = 1024 * MIB
    tree: int = 16 * MIB
    total: int = 1536 * MIB
    ratio: int = 250
    ratio_from: int = 64 * MIB
    cells: int = 20_000_000
    noise: int = 1_000_000
    noise_columns: int = 2000
    strings: int = 10_000_000
    text: int = 2048 * MIB


LIMITS = Limits()


def damaged(berkas: str, why: str) -> UserError:
    """Return the error for a file that is a workbook by name but cannot be read as one."""
    return UserError(
        f"{berkas} rusak dan tidak dapat dibaca ({why}).",
        "Buka di Excel, biarkan Excel memperbaikinya, simpan ulang; atau minta kirim ulang.",
        "xlsx-rusak",
    )


def too_large(berkas: str, what: str) -> UserError:
    """Return the error for a workbook beyond the limits."""
    return UserError(
        f"{berkas} melampaui batas yang aman dibaca: {what}.",
        "Salin tabelnya saja ke buku kerja baru (Tempel Nilai), lalu impor buku kerja itu.",
        "xlsx-melampaui-batas",
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A worksheet of the workbook: its name as shown, and the part of the zip it lies in."""

    nama: str
    path: str


class Package:
    """A zip in memory whose parts come out counted.

    Args:
        data: The zip.
        berkas: File name, for sentences.
        limits: How much it may ask for.
        kind: The part that makes it a workbook of its format.
        relationships: The part that says which part is which; empty where the format has none.

    Raises:
        UserError: Damaged or encrypted zip, duplicate names, too many entries, no workbook in it.
    """

    def __init__(
        self,
        data: bytes,
        berkas: str,
        limits: Limits = LIMITS,
        kind: str = WORKBOOK,
        relationships: str = "",
    ) -> None:
        self._data = data
        self._berkas = berkas
        self._limits = limits
        self._inflated: dict[str, int] = {}
        self._entries = self._directory()
        if kind not in self._entries:
            raise self._no_workbook()
        if kind == WORKBOOK:
            relationships = RELATIONSHIPS
        self._relationships = self._read_relationships(relationships) if relationships else {}

    def _read_relationships(self, path: str) -> dict[str, tuple[str, str]]:
        """Read id → (kind, path) of what the workbook refers to."""
        found: dict[str, tuple[str, str]] = {}
        for element in self.xml(path):
            key = element.get("Id", "")
            if key in found:
                raise damaged(self._berkas, f"hubungan {key} ada dua kali")
            kind = element.get("Type", "").rpartition("/")[2]
            found[key] = (kind, _absolute(element.get("Target", "")))
        return found

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the parts of a kind (`sharedStrings`, `styles`) that are in the zip."""
        paths = {path for found, path in self._relationships.values() if found == kind}
        return tuple(sorted(path for path in paths | {f"xl/{kind}.xml"} if path in self))

    def target(self, key: str) -> str:
        """Return the part that a relationship leads to.

        Raises:
            UserError: There is none.
        """
        found = self._relationships.get(key)
        if found is None:
            raise damaged(self._berkas, f"hubungan {key} tidak ada")
        return found[1]

    def _directory(self) -> dict[str, zipfile.ZipInfo]:
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                infos = archive.infolist()
        except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
            raise damaged(self._berkas, "arsip zip-nya tidak utuh") from error
        if len(infos) > self._limits.entries:
            raise too_large(self._berkas, f"berisi {len(infos)} berkas")
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            # Readers differ in which of two equal names they take: then we would check the wrong.
            name = info.filename.replace("\\", "/").lower()
            if name in entries:
                raise damaged(self._berkas, f"{info.filename} ada dua kali")
            entries[name] = info
        return entries

    def _no_workbook(self) -> UserError:
        if "content.xml" in self._entries:
            what, kode = (
                "adalah dokumen OpenDocument lain, bukan lembar kerja",
                "bukan-lembar-kerja",
            )
        elif "word/document.xml" in self._entries or "ppt/presentation.xml" in self._entries:
            what, kode = "adalah dokumen Office lain, bukan lembar kerja", "bukan-lembar-kerja"
        else:
            return UserError(
                f"{self._berkas} adalah arsip zip, bukan lembar kerja.",
                "Bila arsip itu berisi lembar kerja, keluarkan dahulu dari arsipnya.",
                "bukan-lembar-kerja",
            )
        return UserError(
            f"{self._berkas} {what}.",
            "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu impor berkas itu.",
            kode,
        )

    def __contains__(self, path: str) -> bool:
        """Tell whether the zip has this part, whatever the case of its name."""
        return path.lower() in self._entries

    def declared(self, path: str) -> int:
        """Return the inflated size that the zip declares for a part, for progress only."""
        return self._entries[path.lower()].file_size

    def compressed(self, path: str) -> bytes:
        """Return the stored bytes of a part.

        Raises:
            UserError: Encrypted, cut short, or of an unusual compression.
        """
        info = self._entries.get(path.lower())
        if info is None:
            raise damaged(self._berkas, f"bagian {path} tidak ada")
        if info.flag_bits & 1:
            raise UserError(
                f"{self._berkas} dikunci dengan kata sandi.",
                "Hapus kata sandinya, lalu simpan ulang.",
                "berkas-bersandi",
            )
        start = info.header_offset
        header = self._data[start : start + LOCAL_HEADER]
        if len(header) < LOCAL_HEADER or header[:4] != b"PK\x03\x04":
            raise damaged(self._berkas, f"bagian {path} tidak utuh")
        name, extra = struct.unpack("<HH", header[26:30])
        begin = start + LOCAL_HEADER + name + extra
        return self._data[begin : begin + info.compress_size]

    def blocks(self, path: str, size: int = 4 * MIB) -> Iterator[bytes]:
        """Inflate a part block by block, counting what really comes out.

        Raises:
            UserError: Damaged, or beyond the limits.
        """
        info = self._entries.get(path.lower())
        raw = self.compressed(path)
        if info is not None and info.compress_type == zipfile.ZIP_STORED:
            self._count(path, len(raw), 0, len(raw))
            yield raw
            return
        inflater = zlib.decompressobj(-15)
        done = 0
        position = 0
        try:
            while not inflater.eof:
                feed = inflater.unconsumed_tail
                if not feed:
                    feed = raw[position : position + FEED]
                    position += len(feed)
                    if not feed:
                        raise damaged(self._berkas, f"bagian {path} terpotong")
                block = inflater.decompress(feed, size)
                self._count(path, len(block), done, len(raw))
                done += len(block)
                yield block
        except zlib.error as error:
            raise damaged(self._berkas, f"bagian {path} tidak dapat dimampatkan balik") from error

    def _count(self, path: str, size: int, before: int, compressed: int) -> None:
        limits = self._limits
        done = before + size
        # A part looked through twice is still one part.
        self._inflated[path] = max(done, self._inflated.get(path, 0))
        if done > limits.part or sum(self._inflated.values()) > limits.total:
            raise too_large(self._berkas, f"isi {path} lebih dari {done // MIB} MB")
        if done > limits.ratio_from and done > limits.ratio * max(compressed, 1):
            raise too_large(self._berkas, f"isi {path} mengembang lebih dari {limits.ratio} kali")

    def read(self, path: str) -> bytes:
        """Inflate a whole part.

        Raises:
            UserError: As `blocks`.
        """
        return b"".join(self.blocks(path))

    def xml(self, path: str) -> ElementTree.Element:
        """Parse a small part; a DOCTYPE, with which entities could explode, is refused.

        Raises:
            UserError: Too large, not well-formed, or with a DOCTYPE.
        """
        builder = _NoDoctype(self._berkas)
        xml = self.read(path)
        if len(xml) > self._limits.tree:
            raise too_large(self._berkas, f"isi {path} lebih dari {len(xml) // MIB} MB")
        try:
            return ElementTree.fromstring(xml, ElementTree.XMLParser(target=builder))
        except (ElementTree.ParseError, LookupError, ValueError) as error:
            raise damaged(self._berkas, f"bagian {path} bukan XML yang sah") from error

    def worksheets(self) -> dict[str, Part]:
        """Map the name of each sheet to its part, by the same rules calamine follows.

        Raises:
            UserError: Two sheets with one name, so that readers could differ.
        """
        parts: dict[str, Part] = {}
        for element in self.xml(WORKBOOK).iter():
            if element.tag.rpartition("}")[2] != "sheet":
                continue
            nama = element.get("name", "")
            key = element.get(ID) or element.get(STRICT_ID) or ""
            if nama in parts:
                raise damaged(self._berkas, f"lembar {nama} ada dua kali")
            parts[nama] = Part(nama, self._relationships.get(key, ("", ""))[1])
        return parts


def _absolute(target: str) -> str:
    """Resolve a target of the workbook's relationships to a path in the zip."""
    if target.startswith("/"):
        return target[1:]
    return target if target.startswith("xl/") else f"xl/{target}"


class _NoDoctype(ElementTree.TreeBuilder):
    """Builds a tree, but stops at a document type declaration."""

    def __init__(self, berkas: str) -> None:
        super().__init__()
        self._berkas = berkas

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Refuse: no spreadsheet program writes one."""
        raise doctype_refused(self._berkas)


def doctype_refused(berkas: str) -> UserError:
    """Return the error for XML that declares a document type."""
    return UserError(
        f"{berkas} memuat DOCTYPE, yang tidak pernah ditulis program lembar kerja.",
        "Jangan buka berkas ini; minta berkas asli dari pengirimnya.",
        "xlsx-doctype",
    )
