"""The side pane: what it says of a person, and that it never shows another one's data."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ipasn_core.scoring.explain import explain
from ipasn_core.scoring.year_state import YearState
from ipasn_gui.jobs import Job
from ipasn_gui.theme import DARK, LIGHT
from ipasn_gui.widgets.record_list import RecordRow
from ipasn_gui.widgets.side_pane import LEAST, WIDTH, SidePane
from ipasn_gui.widgets.trace_view import StepBlock
from tests.shots.screens_panel import LACKING, LONG, MANY, PPPK, PUNISHED, odd_project, person_id
from tests.shots.stage import Stage
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, Kantor, lebar, run

NURUL, SITI = "198203212011072700", "196503011992082319"


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of four: 60 courses and long names, no data, not measured, sentences."""
    return odd_project(tmp_path_factory.mktemp("ganjil") / "Ganjil.ipasn")


@pytest.fixture
def pane(stage: Stage, qtbot: QtBot) -> SidePane:
    """A pane in sight."""
    made = SidePane(stage.theme, stage.window.workspace)
    qtbot.addWidget(made)
    made.resize(WIDTH, 572)
    made.show()
    return made


def show(stage: Stage, pane: SidePane, nip: str, place: int | None) -> None:
    pane.set_dimensi(place)
    pane.show_person(person_id(stage, nip))
    stage.settle()


def texts(pane: SidePane) -> list[str]:
    return [one.text() for one in pane.area.findChildren(QLabel)]


def blocks(pane: SidePane) -> dict[str, StepBlock]:
    return {one.step.instrumen: one for one in pane.area.findChildren(StepBlock)}


def test_nobody_then_somebody_with_all_instruments(
    stage: Stage, sample: Path, pane: SidePane
) -> None:
    stage.open(sample)
    assert pane.hint.isVisible()
    assert not pane.head.isVisible()
    show(stage, pane, NURUL, None)
    assert pane.head.name.text() == "Nurul Simanjuntak, S.Tr.Kes."
    assert pane.head.nip.text() == "19820321 201107 2 700"
    assert pane.head.post.text_whole() == "· Guru Ahli Pertama, III/d"
    assert {"PNS", "Fungsional", "Dinas Pendidikan dan Kebudayaan"} <= set(texts(pane))
    assert "nominatif.xlsx, lembar Nominatif, baris\u00a032" in texts(pane)
    current = stage.window.workspace.current
    assert current is not None
    state = current.state
    place = int(state.roster.nip.searchsorted(int(NURUL)))
    steps = explain(state.roster, state.edition, state.scores, place).langkah
    assert [one.step for one in blocks(pane).values()] == list(steps)
    assert pane.head.points.accessibleDescription() == (
        "Kualifikasi 15,00 dari 25,00; Kompetensi 15,00 dari 40,00; Kinerja 25,00 dari 30,00; "
        "Disiplin 5,00 dari 5,00; indeks 60,00, Sangat Rendah"
    )
    pane.show_person(0)
    assert pane.hint.isVisible()


def test_a_dimension_shows_its_records_and_its_instruments(
    stage: Stage, sample: Path, pane: SidePane
) -> None:
    stage.open(sample)
    show(stage, pane, NURUL, 1)
    row = pane.findChildren(RecordRow)[0]
    assert row.accessibleName() == (
        "Diklat Fungsional Ahli Pertama · Diklat Fungsional · 12–22 Agustus 2010 · 80 JP"
    )
    assert "riwayat.xlsx, lembar Riwayat Diklat, baris\u00a092" in row.toolTip()
    found = blocks(pane)
    assert found["diklat_teknis"].gain.text() == "+15,00 bila 20 JP pada 2021"
    assert found["diklat_teknis"].origin.text() == "nominatif.xlsx, lembar Nominatif, baris\u00a032"
    assert found["diklat_kepemimpinan"].points.text() == "–"
    assert {"Riwayat pengembangan", "Perhitungan", "15,00 dari 40"} <= set(texts(pane))
    pane.set_dimensi(0)
    assert {"Riwayat pendidikan", "15,00 dari 25"} <= set(texts(pane))


def test_missing_data_is_empty_not_zero(stage: Stage, odd: Path, pane: SidePane) -> None:
    stage.open(odd)
    show(stage, pane, LACKING, 0)
    block = blocks(pane)["pendidikan"]
    assert block.points.text() == "kosong"
    assert block.gain.text() == "Sampai +25,00 bila data pendidikan dilengkapi"
    assert "Tidak ada catatan." in texts(pane)
    show(stage, pane, LACKING, 1)
    teknis = blocks(pane)["diklat_teknis"]
    assert teknis.points.text() == "0,00"
    assert teknis.origin.text() == "Ganjil.xlsx, lembar Diklat"


def test_what_did_not_count_says_why(stage: Stage, odd: Path, pane: SidePane) -> None:
    stage.open(odd)
    show(stage, pane, PUNISHED, 3)
    told = [(row.record.baris.judul, row.record.alasan) for row in pane.findChildren(RecordRow)]
    assert told == [
        ("Teguran tertulis", "tidak dihitung: sesudah tahun ukur"),
        ("Penundaan kenaikan pangkat 1 tahun", "dihitung"),
        ("Teguran lisan", "tidak dihitung: di luar jendela waktu"),
    ]
    assert blocks(pane)["disiplin"].points.text() == "2,00"
    assert blocks(pane)["disiplin"].gain.text() == ""


def test_somebody_not_measured_has_no_points(stage: Stage, odd: Path, pane: SidePane) -> None:
    stage.open(odd)
    show(stage, pane, PPPK, None)
    assert pane.head.unmeasured.text() == "Tidak diukur menurut Perban BKN 8/2019."
    assert not pane.head.points.isVisible()
    assert blocks(pane) == {}
    assert "PPPK" in texts(pane)


@pytest.mark.parametrize("width", [LEAST, WIDTH])
def test_sixty_records_and_the_longest_names_fit(
    stage: Stage, odd: Path, pane: SidePane, width: int
) -> None:
    pane.resize(width, 390)
    stage.open(odd)
    show(stage, pane, MANY, 1)
    rows = pane.findChildren(RecordRow)
    assert len(rows) == 60
    assert pane.head.name.text() == LONG[0]
    body = pane.area.widget()
    assert body is not None
    assert body.width() <= pane.area.viewport().width()
    assert all(row.width() <= body.width() for row in rows)
    bottoms = [row.geometry().bottom() for row in rows]
    assert all(b.geometry().top() > a for a, b in zip(bottoms[:-1], rows[1:], strict=True))
    lacking = [row.record.alasan for row in rows if row.record.kurang]
    assert set(lacking) == {"tidak dihitung: JP kosong"}


def test_a_row_unfolds_to_everything_and_is_copied(stage: Stage, odd: Path, pane: SidePane) -> None:
    stage.open(odd)
    show(stage, pane, MANY, 1)
    rows = pane.findChildren(RecordRow)
    folded = rows[0].height()
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Space)
    assert rows[0].height() > folded
    QTest.keyClick(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    QTest.keyClick(rows[1], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Diklat Teknis Tata Kelola 4 · Diklat Teknis · 5–7 Mei 2022 · 4 JP")
    assert copied.endswith("Asal: Ganjil.xlsx, lembar Diklat, baris\u00a06")
    QTest.keyClick(rows[0], Qt.Key.Key_Space)
    assert rows[0].height() == folded


def test_the_nip_is_copied_as_plain_digits(stage: Stage, odd: Path, pane: SidePane) -> None:
    stage.open(odd)
    show(stage, pane, MANY, None)
    pane.head.copy.click()
    assert QGuiApplication.clipboard().text() == MANY


def test_a_late_answer_for_another_person_is_not_shown(
    stage: Stage, sample: Path, pane: SidePane
) -> None:
    stage.open(sample)
    show(stage, pane, NURUL, 1)
    shown: list[str] = []
    shot = pane.head.show_person
    current = stage.window.workspace.current
    assert current is not None

    def watch(state: YearState, i: int, dimensi: int | None) -> None:
        shown.append(state.roster.nama[i])
        shot(state, i, dimensi)

    pane.head.show_person = watch  # type: ignore[method-assign]
    pane.show_person(person_id(stage, SITI))
    assert pane.head.name.text().startswith("Nurul")
    for place in range(20):
        pane.show_person(int(current.state.roster.id[place]))
    stage.settle()
    assert shown == [current.state.roster.nama[19]]


def test_another_year_or_project_is_read_anew(
    stage: Stage, sample: Path, odd: Path, pane: SidePane
) -> None:
    stage.open(sample)
    show(stage, pane, NURUL, None)
    stage.window.workspace.reload()
    stage.settle()
    assert pane.head.name.text().startswith("Nurul")
    assert len(blocks(pane)) == 7
    stage.window.workspace.close()
    stage.settle()
    assert pane.hint.isVisible()
    stage.open(odd)
    assert not pane.head.isVisible()


def test_the_same_person_read_anew_stays_where_it_was(
    stage: Stage, odd: Path, pane: SidePane
) -> None:
    stage.open(odd)
    show(stage, pane, MANY, 1)
    pane.findChildren(RecordRow)[1].toggle()
    stage.settle()
    bar = pane.area.verticalScrollBar()
    bar.setValue(400)
    first = pane.findChildren(RecordRow)[0]
    stage.window.workspace.reload()
    stage.settle()
    rows = pane.findChildren(RecordRow)
    assert rows[0] is not first
    assert [row.unfolded for row in rows[:3]] == [False, True, False]
    assert bar.value() == 400
    show(stage, pane, LACKING, 1)
    show(stage, pane, MANY, 1)
    assert bar.value() == 0
    assert not any(row.unfolded for row in pane.findChildren(RecordRow))


def test_a_dimension_chosen_while_another_year_is_read_stays_with_one_person(
    stage: Stage, sample: Path, odd: Path, pane: SidePane
) -> None:
    stage.open(sample)
    show(stage, pane, NURUL, 1)
    workspace = stage.window.workspace
    told: list[tuple[str, set[int]]] = []

    def choose() -> None:
        pane.set_dimensi(0)
        whose = {row.record.rekaman.nip for row in pane.findChildren(RecordRow)}
        told.append((pane.head.nip.text().replace(" ", ""), whose))

    pane.show_person(1)
    workspace.changed.connect(choose)
    workspace.open(odd)
    stage.settle()
    assert [whose for _, whose in told] == [{int(nip)} for nip, _ in told]
    assert pane.head.name.text() in (LONG[0], "Tono", "Rina Wati", "Dewi Lestari")


def test_another_project_begins_with_nobody(stage: Stage, sample: Path, odd: Path) -> None:
    stage.open(odd)
    workspace = stage.window.workspace
    workspace.choose_person(person_id(stage, PUNISHED))
    seen: list[int] = []
    workspace.changed.connect(lambda: seen.append(workspace.person))
    stage.open(sample)
    assert seen == [0]


def test_a_hidden_pane_reads_nothing_until_it_is_seen(
    stage: Stage, sample: Path, pane: SidePane
) -> None:
    stage.open(sample)
    pane.hide()
    pane.show_person(person_id(stage, NURUL))
    assert stage.idle
    pane.show()
    stage.settle()
    assert pane.head.name.text().startswith("Nurul")


def test_a_slow_answer_shows_at_least_who_it_is(stage: Stage, sample: Path, pane: SidePane) -> None:
    stage.open(sample)
    show(stage, pane, NURUL, 1)
    pane.show_person(person_id(stage, SITI))
    pane._patience.timeout.emit()
    assert pane.head.name.text().startswith("Siti")
    assert texts(pane) == ["Membaca data pegawai …"]
    stage.settle()
    assert blocks(pane)


def test_a_reading_that_was_stopped_says_so_and_can_be_had_again(
    stage: Stage, sample: Path, pane: SidePane
) -> None:
    stage.open(sample)
    person, jobs = person_id(stage, NURUL), stage.window.workspace.jobs
    gate = threading.Event()
    jobs.run(Job("Menunggu", lambda _: gate.wait(30), lambda _: None))
    pane.show_person(person)
    jobs.cancel()
    gate.set()
    stage.settle()
    assert pane.head.name.text().startswith("Nurul")
    assert texts(pane) == ["Pembacaan dihentikan. Pilih lagi pegawai ini untuk membacanya."]
    pane.show_person(person)
    stage.settle()
    assert blocks(pane)


def test_keys_and_buttons(stage: Stage, odd: Path, pane: SidePane, qtbot: QtBot) -> None:
    stage.open(odd)
    show(stage, pane, MANY, 1)
    pane.activateWindow()
    previous, following, close = pane.head.buttons
    with qtbot.waitSignals([pane.previous_wanted, pane.next_wanted, pane.closed]):
        previous.click()
        following.click()
        close.click()
    previous.setFocus()
    order: list[QWidget] = []
    for _ in range(7):
        now = QApplication.focusWidget()
        assert now is not None
        order.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    rows = pane.findChildren(RecordRow)
    assert order[:5] == [previous, following, close, pane.head.copy, pane.area]
    assert order[5].accessibleName() == "Tambah riwayat pengembangan"
    assert order[6] is rows[0]
    with qtbot.waitSignal(pane.closed):
        QTest.keyClick(rows[0], Qt.Key.Key_Escape)
    rows[0].setFocus()
    show(stage, pane, MANY, 0)
    assert QApplication.focusWidget() is pane.findChildren(RecordRow)[0]
    show(stage, pane, LACKING, 0)
    assert QApplication.focusWidget() is previous


def test_a_signed_year_is_told_from_what_was_signed(
    stage: Stage, tmp_path: Path, pane: SidePane
) -> None:
    kantor = Kantor(tmp_path)
    project = kantor.buat()
    rows = [lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95)]
    kantor.impor(project, kantor.buku("a", Data=[LEBAR, *rows]))
    assert run("sahkan", project, "-o", tmp_path / "sah.pdf", *PENGESAHAN).status == 0
    stage.open(project)
    show(stage, pane, BUDI, 2)
    row = pane.findChildren(RecordRow)[0]
    assert row.record.baris.judul == "Penilaian kinerja 2021"
    assert row.record.baris.ukuran == "95"
    assert blocks(pane)["kinerja"].points.text() == "30,00"


def test_dark_is_live(stage: Stage, odd: Path, pane: SidePane) -> None:
    stage.open(odd)
    show(stage, pane, MANY, 1)
    light = pane.grab().toImage().pixelColor(WIDTH - 3, 3)
    stage.theme.set_tokens(DARK)
    dark = pane.grab().toImage().pixelColor(WIDTH - 3, 3)
    stage.theme.set_tokens(LIGHT)
    assert light.lightness() > 200
    assert dark.lightness() < 80


def test_a_pane_that_is_gone_wants_no_answer(stage: Stage, odd: Path) -> None:
    stage.open(odd)
    current = stage.window.workspace.current
    assert current is not None
    first, second = (int(one) for one in current.state.roster.id[:2])
    gone = SidePane(stage.theme, stage.window.workspace)
    gone.show()
    gone.show_person(first)  # is being read
    assert not stage.idle
    gone.show_person(second)  # else the answer alone would be thrown away
    shiboken6.delete(gone)
    stage.settle()
    assert stage.idle
