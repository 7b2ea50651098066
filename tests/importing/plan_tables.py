"""Tables as reading hands them to planning, and a project that remembers plans."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from ipasn_core.importing.plan import Planned, PlanOptions, make_plan
from ipasn_core.importing.plan_findings import FileRead
from ipasn_core.importing.table import TableRead, Value
from ipasn_core.model.change import ImportRules, Stored
from ipasn_core.model.finding import Finding
from ipasn_core.model.vocab import PENGEMBANGAN, Bukti

ANI, BUDI, CITRA, DEDI = (
    198503122010012001,
    197901012005011002,
    199005052019032003,
    198811112022211004,
)
RULES = ImportRules(
    tahun=2021,
    tahun_kinerja=0,
    batas_atas_nilai=100_000,
    peta_diklat={
        1: Bukti.DIKLAT_KEPEMIMPINAN,
        2: Bukti.DIKLAT_FUNGSIONAL,
        3: Bukti.DIKLAT_TEKNIS,
        9: Bukti.SEMINAR,
    },
    status_diukur=(1,),
)

Row = tuple[int, Mapping[str, Value]]
"""NIP and values of a row."""


def table(
    jenis: str,
    rows: Sequence[Row],
    *,
    berkas_ke: int = 0,
    lembar_ke: int = 0,
    ditolak: Sequence[int] = (),
    temuan: Sequence[Finding] = (),
    bukti: tuple[Bukti, ...] | None = None,
    awal: int = 2,
    lembar_pegawai: bool | None = None,
    fields: Sequence[str] = (),
) -> TableRead:
    """Make a table: its columns are all fields that any row mentions."""
    names = dict.fromkeys([*fields, *(name for _, values in rows for name in values)])
    if bukti is None:
        bukti = {"pengembangan": PENGEMBANGAN, "hukuman": (Bukti.HUKUMAN,)}.get(jenis, ())
    if lembar_pegawai is None:
        lembar_pegawai = jenis == "pegawai" and {"nama", "jenis_jabatan"} <= names.keys()
    return TableRead(
        berkas_ke=berkas_ke,
        lembar_ke=lembar_ke,
        berkas=f"{berkas_ke}.xlsx",
        sidik=f"sha{berkas_ke}",
        lembar=f"L{lembar_ke}",
        kepala="kepala",
        jenis=jenis,
        lembar_pegawai=lembar_pegawai,
        baris=[awal + i for i in range(len(rows))],
        nip=[nip for nip, _ in rows],
        siapa=[str(nip) for nip, _ in rows],
        isi={name: [values.get(name) for _, values in rows] for name in names},
        ditolak=[i in ditolak for i in range(len(rows))],
        bukti_baris=(),
        bukti=bukti,
        temuan=temuan,
        kolom={name: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i % 26] for i, name in enumerate(names)},
    )


def plan(
    *tables: TableRead,
    stored: Stored | None = None,
    cakup: tuple[str, ...] = (),
    ganti: bool = False,
    temuan: Sequence[Finding] = (),
) -> Planned:
    """Plan a call of as many files and sheets as the tables speak of."""
    files = [
        FileRead(f"{at}.xlsx", f"sha{at}", 1, tuple(f"L{n}" for n in range(9)))
        for at in range(1 + max((t.berkas_ke for t in tables), default=0))
    ]
    options = PlanOptions(cakup=cakup, ganti=ganti)
    return make_plan(tables, files, stored or Stored(), RULES, options, temuan)


def after(planned: Planned, stored: Stored | None = None) -> Stored:
    """Return what is stored once a plan is applied."""
    stored = stored or Stored()
    plan = planned.plan
    gone = {name: set(ids) for name, ids in plan.hapus.items()}
    records = {
        name: {
            nip: {record: at for record, at in own.items() if at not in gone.get(name, ())}
            for nip, own in people.items()
        }
        for name, people in stored.rekaman.items()
    }
    number = 1 + max(
        (at for p in records.values() for o in p.values() for at in o.values()), default=0
    )
    for name, rows in plan.rekaman.items():
        for nip, record, _ in rows:
            records.setdefault(name, {}).setdefault(nip, {})[record] = number
            number += 1
    said = {
        (nip, kind): value
        for kind, found in plan.pernyataan.items()
        for nip, value, _ in found.rows()
    }
    return dataclasses.replace(
        stored,
        keadaan={**stored.keadaan, **{nip: values for nip, (values, _) in plan.keadaan.items()}},
        roster=stored.roster | plan.keadaan.keys(),
        pernyataan={**stored.pernyataan, **said},
        penilaian={**stored.penilaian, **{k: values for k, (values, _) in plan.penilaian.items()}},
        rekaman=records,
        cakupan=stored.cakupan | {(nip, kind) for nip, kind, _, _ in plan.cakupan},
    )


def evidence(stored: Stored) -> tuple[object, ...]:
    """Return everything stored but the ids of records, in a form that compares."""
    return (
        dict(stored.keadaan),
        stored.roster,
        dict(stored.pernyataan),
        dict(stored.penilaian),
        {
            (name, nip, record)
            for name, people in stored.rekaman.items()
            for nip, own in people.items()
            for record in own
        },
        stored.cakupan,
    )
