"""`RecordEditor`: the forms of one pane, each with what was typed into it, and what saves them.

One form a person: what was half typed stays while others are looked at, and is told of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ipasn_core.errors import IpasnError
from ipasn_core.model.evidence import PERSON_FIELDS
from ipasn_core.model.vocab import Bukti
from ipasn_core.scoring.year_state import YearState
from ipasn_core.storage.project import Project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.edit import (
    NewRecord,
    add_records,
    change_record,
    change_statement,
    delete_record,
)
from ipasn_core.workflow.edit_form import TAHUN
from ipasn_core.workflow.edit_offers import KEADAAN, ORANG, PERNYATAAN, Offer
from ipasn_core.workflow.edit_paste import MOST, read_paste
from ipasn_core.workflow.edit_people import correct_person, correct_state
from ipasn_core.workflow.edit_words import brief_words
from ipasn_core.workflow.explain import Explanation

from ..theme import Theme
from ..workspace import Workspace
from .record_form import RecordForm
from .record_paste import PasteForm
from .record_target import Target, check_of, leading_kinds, make_form, start_of

_NOTHING_PASTED = "Papan klip tidak memuat baris yang dapat ditempelkan."
PASTED = -1
"""Stands for the id of records that were pasted."""
_GONE = "Catatan ini sudah dihapus. Simpan untuk menambahkannya lagi, atau batalkan."


Form = RecordForm | PasteForm


@dataclass(slots=True)
class _Open:
    target: Target
    form: Form


class RecordEditor(QObject):
    """Opens, keeps, saves and closes forms.

    Args:
        theme: Tokens.
        workspace: Where changes are made.
        attic: Holds forms that are not in sight.

    Attributes:
        field: The field of the form opened last that is asked for; empty for the first.
        changed: A form was opened or closed: whoever shows them shows them anew.
        saved: Something is in the file: (set, id of the record, 0 for none).
    """

    changed = Signal()
    saved = Signal(str, int)

    def __init__(self, theme: Theme, workspace: Workspace, attic: QWidget) -> None:
        super().__init__(attic)
        self._theme = theme
        self._workspace = workspace
        self._attic = attic
        self._open: dict[tuple[int, int], _Open] = {}
        self._whose: tuple[YearState, Explanation] | None = None
        self.field = ""
        workspace.closed.connect(self._forget)

    # Whose ----------------------------------------------------------------------------------------

    def show_person(self, state: YearState, found: Explanation) -> None:
        """Be about a person from now on; a form in which nothing was typed is not kept."""
        self._whose = (state, found)
        here = int(state.roster.id[found.jejak.orang])
        for key, one in list(self._open.items()):
            if key != (here, state.tahun) and not one.form.dirty and not one.form.busy:
                self._drop(key)
        held = self._held()
        if held is not None:
            self._rebase(held, state, found)

    def _rebase(self, held: _Open, state: YearState, found: Explanation) -> None:
        """Take over what is stored by now; what was typed stays."""
        target = held.target
        form = held.form
        gone = target.catatan > 0 and (target.himpunan, target.catatan) not in found.rekaman
        if gone and isinstance(form, RecordForm):
            if not held.form.dirty:
                self._drop(target.key)
                return
            held.target = Target(
                target.person, target.nip, target.nama, target.tahun, target.himpunan
            )
            form.disown(_GONE)
        elif isinstance(form, RecordForm) and (
            target.catatan or target.himpunan in (ORANG, KEADAAN, PERNYATAAN)
        ):
            form.rebase(start_of(target, state, found))

    def form(self, himpunan: str, catatan: int, bukti: Bukti | None = None) -> Form | None:
        """Return the open form of a record, of a new one (0) or of what else is edited."""
        held = self._held()
        if held is None:
            return None
        target = held.target
        same = (target.himpunan, target.catatan, target.bukti) == (himpunan, catatan, bukti)
        return held.form if same else None

    @property
    def open_form(self) -> Form | None:
        """The form of who is looked at."""
        held = self._held()
        return None if held is None else held.form

    def _held(self) -> _Open | None:
        if self._whose is None:
            return None
        state, found = self._whose
        return self._open.get((int(state.roster.id[found.jejak.orang]), state.tahun))

    def unsaved(self) -> list[Target]:
        """Return what was half typed for others than who is looked at."""
        here = self._held()
        return [one.target for one in self._open.values() if one is not here and one.form.dirty]

    def unsaved_names(self) -> list[str]:
        """Return the names of all for whom something was half typed."""
        return [one.target.nama for one in self._open.values() if one.form.dirty]

    def detach(self) -> None:
        """Take the forms out of what is about to go."""
        for held in self._open.values():
            held.form.setParent(self._attic)

    # Open and close -------------------------------------------------------------------------------

    def begin(self, wish: Offer) -> None:
        """Open a form for who is looked at, unless another one holds something unsaved."""
        if self._whose is None or self._workspace.locked:
            return
        state, found = self._whose
        held = self._held()
        if held is not None and held.form is self.form(wish.himpunan, wish.catatan, wish.bukti):
            held.form.fill(wish.isi)
            held.form.focus_field(wish.bidang)
            return
        if held is not None and (held.form.dirty or held.form.busy):
            held.form.remind()
            return
        target = self._target(wish, state, found)
        form = self._make(target, state, found)
        form.fill(wish.isi)
        self._put(target, form, wish.bidang)

    def paste(self, himpunan: str, text: str) -> None:
        """Show what was pasted into the records of who is looked at, to be added or not."""
        if self._whose is None or self._workspace.locked:
            return
        state, found = self._whose
        held = self._held()
        if held is not None and (held.form.dirty or held.form.busy):
            held.form.remind()
            return
        rows = read_paste(himpunan, text, int(state.roster.nip[found.jejak.orang]))
        if not rows:
            self._workspace.told.emit(_NOTHING_PASTED, False)
            return
        target = self._target(Offer("", himpunan, PASTED), state, found)
        form = PasteForm(
            self._theme,
            himpunan,
            rows[:MOST],
            check_of(target, state, None),
            leading_kinds(state) if himpunan == "pengembangan" else None,
            left=max(len(rows) - MOST, 0),
        )
        form.save_wanted.connect(partial(self._save, target.key))
        form.cancel_wanted.connect(self.cancel)
        self._put(target, form, "")

    def _target(self, wish: Offer, state: YearState, found: Explanation) -> Target:
        i, roster = found.jejak.orang, state.roster
        return Target(
            int(roster.id[i]), int(roster.nip[i]), roster.nama[i], state.tahun,
            wish.himpunan, wish.catatan, wish.bukti,
        )  # fmt: skip

    def _put(self, target: Target, form: Form, field: str) -> None:
        """Put a form in the place of the one before."""
        if target.key in self._open:
            self._drop(target.key)
        form.setParent(self._attic)
        self._open[target.key] = _Open(target, form)
        self.field = field
        self.changed.emit()

    def cancel(self) -> None:
        """Close the form of who is looked at as if nothing had been typed."""
        held = self._held()
        if held is not None and not held.form.busy:
            self._drop(held.target.key)
            self.saved.emit(held.target.himpunan, held.target.catatan)
            self.changed.emit()

    def _drop(self, key: tuple[int, int]) -> None:
        held = self._open.pop(key)
        held.form.deleteLater()

    def _forget(self) -> None:
        self._whose = None
        for key in list(self._open):
            self._drop(key)

    def _make(self, target: Target, state: YearState, found: Explanation) -> RecordForm:
        form = make_form(self._theme, target, state, found)
        form.save_wanted.connect(partial(self._save, target.key))
        form.cancel_wanted.connect(self.cancel)
        form.remove_wanted.connect(lambda: self.remove(target.himpunan, target.catatan))
        return form

    # Into the file --------------------------------------------------------------------------------

    def _save(self, key: tuple[int, int]) -> None:
        held = self._open[key]
        target, form = held.target, held.form
        if isinstance(form, PasteForm):
            self._change(held, partial(_store_all, target, form.records()))
        else:
            self._change(held, partial(_store, target, form.texts()))

    def remove(self, himpunan: str, catatan: int) -> None:
        """Delete a record of who is looked at; it can be undone, so nothing is asked."""
        if self._workspace.locked:
            return
        held = self._held()
        own = held is not None and held.form is self.form(himpunan, catatan)
        if held is not None and own:
            held.form.set_busy(busy=True)
        elif held is not None and held.form.dirty:
            held.form.remind()
            return

        def work(project: Project, context: Context) -> int:
            delete_record(project, context, himpunan, catatan)
            return 0

        self._change(held if own else None, work, himpunan)

    def withdraw(self, bukti: Bukti) -> None:
        """Take a statement of who is looked at away."""
        if self._whose is None or self._workspace.locked:
            return
        target = self._target(Offer("", PERNYATAAN, bukti=bukti), *self._whose)
        held = self._held()
        if held is not None and held.form.dirty:
            held.form.remind()
        else:
            self._change(None, partial(_store, target, {"nilai": ""}), PERNYATAAN)

    def _change(
        self, held: _Open | None, work: Callable[[Project, Context], int], himpunan: str = ""
    ) -> None:
        block = himpunan if held is None else held.target.himpunan
        if held is not None:
            held.form.set_busy(busy=True)

        def do(project: Project, context: Context, _: object) -> tuple[int, str]:
            number = work(project, context)
            return number, brief_words(project.journal()[-1])

        def done(result: tuple[int, str]) -> None:
            if held is not None and self._open.get(held.target.key) is held:
                # It goes with the body that shows it, as soon as the person is read anew.
                self._open.pop(held.target.key)
            self.saved.emit(block, result[0])
            self._workspace.told.emit(result[1], True)

        def failed(fault: IpasnError) -> None:
            if held is not None:
                held.form.refuse(fault)
            else:
                self._workspace.jobs.refused.emit(fault)

        def stopped() -> None:
            if held is not None:
                held.form.set_busy(busy=False)

        self._workspace.change("Menyimpan catatan", do, done, failed, stopped)


def _store(target: Target, texts: Mapping[str, str], project: Project, context: Context) -> int:
    """Put what a form says into the file, in the worker; return the record's id, 0 for none."""
    nip, himpunan = target.nip, target.himpunan
    if target.bukti is not None:
        change_statement(project, context, target.tahun, nip, target.bukti, texts["nilai"])
    elif himpunan == ORANG:
        correct_person(project, context, nip, _only(texts, person=True))
    elif himpunan == KEADAAN:
        correct_state(project, context, target.tahun, nip, _only(texts, person=False))
    elif target.catatan:
        change_record(project, context, himpunan, target.catatan, texts)
        return target.catatan
    else:
        own = {name: text for name, text in texts.items() if name != TAHUN}
        new = NewRecord(own, texts.get(TAHUN, ""))
        return add_records(project, context, nip, himpunan, [new])[0]
    return 0


def _store_all(
    target: Target, rows: Sequence[Mapping[str, str]], project: Project, context: Context
) -> int:
    """Add what was pasted, in the worker; return the id of its first."""
    new = [
        NewRecord({name: text for name, text in row.items() if name != TAHUN}, row.get(TAHUN, ""))
        for row in rows
    ]
    return add_records(project, context, target.nip, target.himpunan, new)[0]


def _only(texts: Mapping[str, str], *, person: bool) -> dict[str, str]:
    return {name: text for name, text in texts.items() if (name in PERSON_FIELDS) == person}
