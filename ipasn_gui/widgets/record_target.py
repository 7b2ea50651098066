"""What a form edits, and the form for it: fields, what stands in them, what is wrong with that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from ipasn_core.model.stored import StoredRecord
from ipasn_core.model.vocab import Bukti, JenisDiklat, label
from ipasn_core.scoring.year_state import YearState
from ipasn_core.workflow.edit_form import (
    TAHUN,
    FormField,
    check_form,
    check_statement,
    form_fields,
    statement_field,
    typed,
    typed_statement,
)
from ipasn_core.workflow.edit_offers import KEADAAN, ORANG
from ipasn_core.workflow.explain import Explanation
from ipasn_core.workflow.import_ import import_rules
from ipasn_core.workflow.person_words import state_values
from ipasn_core.workflow.record_words import origin_words

from ..theme import Theme
from .record_form import FormWords, RecordForm

_TITLES = {
    "pendidikan": "Ijazah baru",
    "pengembangan": "Kegiatan baru",
    "penilaian": "Penilaian baru",
    "hukuman": "Hukuman baru",
    ORANG: "Identitas, berlaku di semua tahun",
}
_REMOVE = "Hapus"
_NEW_UNIT = "Perangkat daerah ini belum ada pada tahun ini; dicatat sebagai yang baru."


@dataclass(frozen=True, slots=True)
class Target:
    """What a form edits.

    Attributes:
        person: Id of whom.
        nip: The NIP.
        nama: The name.
        tahun: The year that is looked at.
        himpunan: A set of records, "penilaian", or one of `ORANG`, `KEADAAN`, `PERNYATAAN`.
        catatan: Id of the record, 0 for a new one.
        bukti: Of a statement.
    """

    person: int
    nip: int
    nama: str
    tahun: int
    himpunan: str
    catatan: int = 0
    bukti: Bukti | None = None

    @property
    def key(self) -> tuple[int, int]:
        """Whose form it is, in which year."""
        return self.person, self.tahun


def make_form(theme: Theme, target: Target, state: YearState, found: Explanation) -> RecordForm:
    """Return the form for what is edited.

    Args:
        theme: Tokens.
        target: What is edited.
        state: The year.
        found: What is known of the person.
    """
    record = found.rekaman.get((target.himpunan, target.catatan))
    form = RecordForm(
        theme,
        target.himpunan,
        _fields(target),
        start_of(target, state, found),
        check_of(target, state, record),
        {"opd": state.roster.opd_nama},
        FormWords(
            _title(target, record),
            "" if record is None else f"Asal: {origin_words(record.asal)}",
            "" if record is None else _REMOVE,
        ),
    )
    hint = partial(_hint, form, state)
    form.edited.connect(hint)
    hint()
    return form


def _title(target: Target, record: StoredRecord | None) -> str:
    if target.himpunan == KEADAAN:
        return f"Jabatan dan unit, tahun {target.tahun}"
    if target.bukti is not None:
        return f"Pernyataan tahun {target.tahun}: {label(target.bukti)}"
    if record is not None:
        return f"Penilaian kinerja {record.tahun}" if record.tahun else ""
    return _TITLES[target.himpunan]


def start_of(target: Target, state: YearState, found: Explanation) -> Mapping[str, str]:
    """Return what a form shows before anything is typed."""
    i = found.jejak.orang
    if target.bukti is not None:
        said = state.roster.stated(target.bukti)
        form, value = int(said.bentuk[i]), int(said.nilai[i])
        return {"nilai": typed_statement(target.bukti, form, value) if form else ""}
    if target.himpunan in (ORANG, KEADAAN):
        return typed("keadaan", state_values(state, i))
    record = found.rekaman.get((target.himpunan, target.catatan))
    return {} if record is None else typed(target.himpunan, record.isi, record.tahun)


def check_of(
    target: Target, state: YearState, record: StoredRecord | None
) -> Callable[[Mapping[str, str]], Mapping[str, str]]:
    """Return what tells what is wrong with what was typed."""
    bukti = target.bukti
    if bukti is not None:
        return lambda texts: check_statement(bukti, texts.get("nilai", ""), target.tahun)
    rules = import_rules(state.tahun, state.edition)
    kind = KEADAAN if target.himpunan in (ORANG, KEADAAN) else target.himpunan
    return lambda texts: check_form(kind, record, texts, rules)


def leading_kinds(state: YearState) -> frozenset[str]:
    """Return the kinds of course that have a level, in words."""
    kinds = import_rules(state.tahun, state.edition).peta_diklat
    return frozenset(
        label(code) for code in JenisDiklat if kinds.get(code) is Bukti.DIKLAT_KEPEMIMPINAN
    )


def _hint(form: RecordForm, state: YearState) -> None:
    """Say of a unit that nobody is in yet; show the level of leadership courses alone."""
    unit = form.fields.inputs.get("opd")
    if unit is not None:
        known = {name.casefold() for name in (*state.roster.opd_nama, "")}
        form.say_hint("" if unit.text().casefold() in known else _NEW_UNIT)
    if form.rows == "pengembangan":
        inputs = form.fields.inputs
        inputs["tingkat"].setVisible(inputs["jenis"].text() in leading_kinds(state))


def _fields(target: Target) -> tuple[FormField, ...]:
    """Return what a form asks for; the year of an appraisal that is there cannot be another."""
    if target.bukti is not None:
        return (statement_field(target.bukti),)
    if target.himpunan in (ORANG, KEADAAN):
        return form_fields("keadaan")
    fields = form_fields(target.himpunan)
    return tuple(one for one in fields if not (target.catatan and one.name == TAHUN))
