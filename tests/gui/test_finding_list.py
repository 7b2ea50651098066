"""The list of findings: grouped, virtual, searchable, and opened by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from ipasn_core.model.cards_doubts import BELUM_ADA_DATA
from ipasn_core.model.cards_people import NIP_KOSONG
from ipasn_core.model.cards_tables import KOLOM_DIABAIKAN
from ipasn_core.model.cards_values import JP_TAK_TERBACA
from ipasn_core.model.finding import Finding, Severity
from ipasn_core.workflow.finding_words import Group
from ipasn_gui.models.finding_rows import ROLE_OPEN, ROLE_PLACE, FindingRows
from ipasn_gui.theme import Theme
from ipasn_gui.widgets.finding_list import FindingList

MODE = QAbstractItemModelTester.FailureReportingMode.Fatal


def findings(many: int = 3) -> list[Finding]:
    return [
        Finding(KOLOM_DIABAIKAN, {"kolom": "KET"}, "daftar.xlsx", "Daftar"),
        *(
            Finding(JP_TAK_TERBACA, {"nilai": f"x{row}"}, "riwayat.xlsx", "Diklat", row, "C")
            for row in range(2, many + 2)
        ),
        Finding(NIP_KOSONG, {}, "daftar.xlsx", "Daftar", 7, "B"),
    ]


@pytest.fixture
def made(theme: Theme, qtbot: QtBot) -> FindingList:
    """The list with findings of three kinds, in sight."""
    one = FindingList(theme)
    qtbot.addWidget(one)
    one.resize(420, 400)
    one.show_findings(findings())
    one.show()
    return one


def said(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_model_keeps_its_promises_while_groups_open_and_shut(qapp: object) -> None:
    model = FindingRows()
    tester = QAbstractItemModelTester(model, MODE)
    model.set_findings(findings())
    first, second, _ = model.groups
    model.set_open(first, opened=True)
    model.set_open(second, opened=True)
    model.set_open(second, opened=False)
    model.set_search("diklat x3")
    assert said(model) == [
        "JP tidak terbaca sebagai angka",
        "JP “x3” tidak dapat dibaca sebagai angka.",
    ]
    model.set_search("")
    model.set_findings([])
    assert model.rowCount() == 0
    assert tester.model() is model


def test_only_some_severities_and_names_are_listed(qapp: object) -> None:
    model = FindingRows()
    tester = QAbstractItemModelTester(model, MODE)
    derived = Finding(BELUM_ADA_DATA, {"instrumen": "Nilai", "nip": "1"}, nip=7, tahun=2021)
    model.set_names({7: "Ani"}.get)  # type: ignore[arg-type]
    model.set_findings([*findings(), derived])
    model.set_severities(frozenset((Severity.INFO,)))
    assert said(model) == ["Kolom tidak dipakai"]
    model.set_severities(frozenset())
    assert not model.prepare_search(1)
    model.set_search("ani")
    assert [one.kode for one in model.findings] == ["belum-ada-data"]
    model.set_open(model.groups[0], opened=True)
    assert str(model.index(1).data(ROLE_PLACE)).startswith("Ani, ")
    model.set_findings([derived], keep_open=True)
    assert model.rowCount() == 2
    assert model.prepare_search(1)
    assert tester.model() is model


def test_a_kind_opens_to_its_cells_and_shuts_again(made: FindingList) -> None:
    kinds = ["JP tidak terbaca sebagai angka", "NIP kosong", "Kolom tidak dipakai"]
    assert said(made.rows) == kinds
    made.choose(made.rows.groups[0])
    QTest.keyClick(made.view, Qt.Key.Key_Right)
    assert made.rows.rowCount() == 6
    assert made.rows.index(0).data(ROLE_OPEN)
    QTest.keyClick(made.view, Qt.Key.Key_Down)
    QTest.keyClick(made.view, Qt.Key.Key_Left)
    assert said(made.rows) == kinds
    assert isinstance(made.current(), Group)
    place = made.view.visualRect(made.rows.index(1)).center()
    QTest.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.rows.rowCount() == 4
    current = made.current()
    assert isinstance(current, Group)
    assert current.kode == "nip-kosong"


def test_what_is_chosen_is_told(made: FindingList) -> None:
    told: list[object] = []
    groups: list[object] = []
    made.chosen.connect(told.append)
    made.group_chosen.connect(groups.append)
    wanted = findings()[3]
    made.choose(made.rows.groups[1])
    made.choose(wanted)
    assert told == [findings()[4], wanted]
    assert [one.kode for one in groups if isinstance(one, Group)] == ["nip-kosong"]


def test_search_keeps_the_current_finding_and_says_when_nothing_matches(made: FindingList) -> None:
    wanted = findings()[3]
    made.choose(wanted)
    made.set_search("JP")
    assert made.current() == wanted
    made.set_search("zzz")
    assert made.rows.rowCount() == 0
    assert made.none.isVisible()
    assert made.none.text() == "Tidak ada temuan yang cocok dengan “zzz”."
    made.set_search(" ")
    assert made.view.isVisible()


def test_ten_thousand_findings_are_still_this_list(made: FindingList) -> None:
    made.show_findings(findings(10_000))
    assert made.rows.rowCount() == 3
    made.choose(made.rows.groups[0])
    made.rows.set_open(made.rows.groups[0], opened=True)
    assert made.rows.rowCount() == 10_003
    last = made.rows.index(10_000)
    made.view.setCurrentIndex(last)
    assert "C10001" in str(last.data(int(Qt.ItemDataRole.AccessibleTextRole)))
    made.set_search("x9999")
    assert made.rows.groups[0].findings[0].isi["nilai"] == "x9999"


def test_what_is_heard_is_what_is_seen(made: FindingList) -> None:
    spoken = made.rows.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == (
        "Galat: JP tidak terbaca sebagai angka. Tulis jumlah jam pelajaran sebagai angka saja, "
        "misalnya 24. 3 temuan"
    )
