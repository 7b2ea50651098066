"""What is signed, as canonical text, and back into a `YearState`.

The text is JSON with sorted keys and no spaces: the same year gives the same bytes. It holds
everything that a figure of the report rests on, the scores themselves included, so that a signed
year is shown and printed for ever without computing anything anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

import numpy as np

from ..model.catalogue import CARDS
from ..model.finding import Finding
from ..model.roster import Block, Roster, Statements
from ..model.scores import Group, InstrumentScore, Scores
from ..model.settings import Pejabat, Settings, Targets
from ..model.stored import (
    Asal,
    Pengesahan,
    StoredFinding,
    StoredImport,
    StoredRecord,
    StoredSheet,
)
from ..model.vocab import Bukti, slug
from ..rules.loader import parse_edition
from ..scoring.year_state import YearState

BENTUK = 1
"""Version of the text's shape; a reader keeps understanding every one that was ever signed."""

Json = dict[str, Any]
Texts = Mapping[str, list[StoredRecord]]


def write(
    state: YearState,
    texts: Texts,
    pejabat: Pejabat,
    revisi: int,
    waktu: str,
    earlier: Pengesahan | None = None,
) -> str:
    """Write everything that is signed as canonical text.

    Args:
        state: The year.
        texts: Every record of everybody in it, with texts and origins.
        pejabat: Who signs; number, place and date of the report.
        revisi: 0 for the first signing of the year.
        waktu: ISO text of the moment of signing, with its zone.
        earlier: The signing that this one replaces, None for the first of the year.
    """
    replaced = None if earlier is None else asdict(earlier.pejabat)
    everything = {
        "bentuk": BENTUK,
        "tahun": state.tahun,
        "aturan": {"id": state.edition.id, "teks": state.edition.teks},
        "pegawai": _people(state.roster),
        "rekaman": {name: _block(block) for name, block in state.roster.rekaman.items()},
        "teks_rekaman": {name: [_record(one) for one in rows] for name, rows in texts.items()},
        "pernyataan": {
            slug(kind): {"bentuk": said.bentuk.tolist(), "nilai": said.nilai.tolist()}
            for kind, said in state.roster.pernyataan.items()
        },
        "cakupan": {
            slug(kind): covered.astype(int).tolist()
            for kind, covered in state.roster.cakupan.items()
        },
        "tertahan": {
            slug(kind): doubted.astype(int).tolist()
            for kind, doubted in state.roster.tertahan.items()
        },
        "nilai": _scores(state.scores),
        "instansi": asdict(state.instansi),
        "pengaturan": state.settings.as_text(),
        "target": _targets(state.targets),
        "temuan": [_stored_finding(one) for one in state.temuan],
        "turunan": [_finding(one) for one in state.turunan],
        "diabaikan": dict(state.diabaikan),
        "tidak_masuk": list(state.tidak_masuk),
        "sumber": [asdict(one) for one in state.sumber],
        "pengesahan": asdict(pejabat)
        | {"revisi": revisi, "waktu": waktu, "menggantikan": replaced},
        "kepala_jurnal": state.kepala_jurnal,
    }
    return json.dumps(everything, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _people(roster: Roster) -> Json:
    return {
        "id": roster.id.tolist(),
        "nip": roster.nip.tolist(),
        "nama": list(roster.nama),
        "jabatan": list(roster.jabatan),
        "opd_nama": list(roster.opd_nama),
        "keadaan": {name: codes.tolist() for name, codes in roster.keadaan.items()},
    }


def _block(block: Block) -> Json:
    columns = {name: column.tolist() for name, column in block.columns.items()}
    return {"start": block.start.tolist(), "id": block.id.tolist(), "kolom": columns}


def _record(record: StoredRecord) -> list[Any]:
    asal = record.asal
    origin = [asal.berkas, asal.lembar, asal.baris]
    return [record.id, record.nip, record.tahun, list(record.isi), origin]


def _scores(scores: Scores) -> Json:
    arrays = ("poin", "nilai", "tercatat", "langkah", "keadaan", "sumber", "verdict")
    return {
        "instrumen": [
            {"id": one.id, "dimensi": one.dimensi, "blok": one.blok}
            | {name: getattr(one, name).tolist() for name in arrays}
            for one in scores.instrumen
        ],
        "dimensi": scores.dimensi.tolist(),
        "indeks": scores.indeks.tolist(),
        "kategori": scores.kategori.tolist(),
        "lengkap": scores.lengkap.astype(int).tolist(),
        "diukur": scores.diukur.astype(int).tolist(),
        "kolom": scores.kolom.tolist(),
    }


def _targets(targets: Targets) -> Json:
    parts = {name: str(value) for name, value in targets.dimensi.items()}
    return parts if targets.indeks is None else parts | {"indeks": str(targets.indeks)}


def _finding(finding: Finding) -> Json:
    return {
        "kode": finding.kode,
        "isi": dict(finding.isi),
        "berkas": finding.berkas,
        "lembar": finding.lembar,
        "baris": finding.baris,
        "kolom": finding.kolom,
        "nip": finding.nip,
        "siapa": finding.siapa,
        "bidang": finding.bidang,
        "tahan": [slug(kind) for kind in finding.tahan],
        "menolak_baris": finding.menolak_baris,
        "tahun": finding.tahun,
        "sidik": finding.sidik,
    }


def _stored_finding(one: StoredFinding) -> Json:
    return {
        "temuan": _finding(one.temuan),
        "keadaan": one.keadaan,
        "alasan": one.alasan,
        "kepala": one.kepala,
    }


def read(text: str, signed: Pengesahan) -> YearState:
    """Turn a signed text back into the year it tells of.

    Args:
        text: The canonical text.
        signed: The signing it belongs to.
    """
    data: Json = json.loads(text)
    target = {name: Fraction(value) for name, value in data["target"].items()}
    indeks = target.pop("indeks", None)
    aturan = data["aturan"]
    group = data["instansi"]
    return YearState(
        edition=parse_edition(aturan["teks"], aturan["id"]),
        roster=_read_roster(data),
        scores=_read_scores(data["nilai"]),
        instansi=Group(
            group["nama"],
            group["jumlah"],
            tuple(group["total"]),
            group["belum_lengkap"],
            tuple(group["kategori"]),
        ),
        settings=Settings.from_text(data["pengaturan"]),
        targets=Targets(target, indeks),
        temuan=tuple(
            StoredFinding(
                _read_finding(one["temuan"]), one["keadaan"], one["alasan"], one["kepala"]
            )
            for one in data["temuan"]
        ),
        turunan=tuple(_read_finding(one) for one in data["turunan"]),
        diabaikan=data["diabaikan"],
        tidak_masuk=tuple(data["tidak_masuk"]),
        sumber=tuple(_read_import(one) for one in data["sumber"]),
        pengesahan=signed,
        kepala_jurnal=data["kepala_jurnal"],
    )


def read_texts(text: str, nip: int | None = None) -> dict[str, list[StoredRecord]]:
    """Return records with texts and origins out of a signed text, one person's or everybody's."""
    rows: Json = json.loads(text)["teks_rekaman"]
    return {
        name: [
            StoredRecord(number, whose, tahun, tuple(isi), Asal(*asal))
            for number, whose, tahun, isi, asal in records
            if nip is None or whose == nip
        ]
        for name, records in rows.items()
    }


def _read_roster(data: Json) -> Roster:
    people = data["pegawai"]
    kinds = {slug(kind): kind for kind in Bukti}
    return Roster(
        tahun=data["tahun"],
        id=np.array(people["id"], np.int64),
        nip=np.array(people["nip"], np.int64),
        nama=tuple(people["nama"]),
        jabatan=tuple(people["jabatan"]),
        opd_nama=tuple(people["opd_nama"]),
        keadaan={name: np.array(codes, np.int16) for name, codes in people["keadaan"].items()},
        rekaman={
            name: Block(
                np.array(block["start"], np.int64),
                np.array(block["id"], np.int64),
                {column: np.array(values, np.int32) for column, values in block["kolom"].items()},
            )
            for name, block in data["rekaman"].items()
        },
        pernyataan={
            kinds[name]: Statements(
                np.array(said["bentuk"], np.int8), np.array(said["nilai"], np.int32)
            )
            for name, said in data["pernyataan"].items()
        },
        cakupan={
            kinds[name]: np.array(covered, np.bool_) for name, covered in data["cakupan"].items()
        },
        tertahan={
            # Texts signed before this was told apart do not say it.
            kinds[name]: np.array(doubted, np.bool_)
            for name, doubted in data.get("tertahan", {}).items()
        },
    )


def _read_scores(data: Json) -> Scores:
    return Scores(
        instrumen=tuple(
            InstrumentScore(
                id=one["id"],
                dimensi=one["dimensi"],
                poin=np.array(one["poin"], np.int32),
                nilai=np.array(one["nilai"], np.int32),
                tercatat=np.array(one["tercatat"], np.int32),
                langkah=np.array(one["langkah"], np.int8),
                keadaan=np.array(one["keadaan"], np.int8),
                sumber=np.array(one["sumber"], np.int8),
                blok=one["blok"],
                verdict=np.array(one["verdict"], np.int8),
            )
            for one in data["instrumen"]
        ),
        dimensi=np.array(data["dimensi"], np.int32),
        indeks=np.array(data["indeks"], np.int32),
        kategori=np.array(data["kategori"], np.int8),
        lengkap=np.array(data["lengkap"], np.bool_),
        diukur=np.array(data["diukur"], np.bool_),
        kolom=np.array(data["kolom"], np.int8),
    )


def _read_finding(data: Json) -> Finding:
    kinds = {slug(kind): kind for kind in Bukti}
    fields = {name: value for name, value in data.items() if name not in ("kode", "tahan")}
    return Finding(
        CARDS[data["kode"]], tahan=tuple(kinds[name] for name in data["tahan"]), **fields
    )


def _read_import(data: Json) -> StoredImport:
    sheets = tuple(StoredSheet(**sheet) for sheet in data["lembar"])
    return StoredImport(**{**data, "lembar": sheets})
