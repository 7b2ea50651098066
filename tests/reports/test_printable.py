"""What the typeface cannot print is named before anybody signs it."""

from __future__ import annotations

from dataclasses import replace

from ipasn_core.reports import lengkap
from ipasn_core.reports.printable import missing, unprintable
from tests.reports.years import NOW, PEJABAT, SETTINGS, TARGETS, empty_person, seal, year

NIP = "198503122010011001"


def test_ordinary_names_print() -> None:
    names = ("Nurʼaini", "D’Angelo", "Siti “Ā’isyah”", "Ḥasan Ṣāliḥ", "Zoë Müller-Çelik", "½ №")
    people = [empty_person(nip=int(NIP) + at, nama=name) for at, name in enumerate(names)]
    state = year(people, targets=TARGETS)
    assert missing(state, PEJABAT) == ()
    assert unprintable(lengkap.build(state, seal(), NOW)) == frozenset()


def test_a_text_that_would_be_boxes_is_named_with_its_person_and_field() -> None:
    settings = replace(SETTINGS, alamat=("Jalan 王", "Telepon 1"))
    people = [
        empty_person(nama="Li 王文王", jabatan="Guru 教", opd="Dinas 学"),
        empty_person(nip=198503122010011002, nama="Ayu"),
    ]
    state = year(people, settings)
    official = replace(PEJABAT, nama="Budi 文")
    found = [(m.nip, m.bidang, m.huruf) for m in missing(state, official)]
    assert found == [
        ("", "pengaturan alamat", "王"),
        ("", "pejabat nama", "文"),
        ("", "perangkat daerah", "学"),
        (NIP, "nama", "王文"),
        (NIP, "jabatan", "教"),
    ]
    said = missing(state)[2].kalimat
    assert said == "NIP 19850312 201001 1 001, nama “Li 王文王”: 王 (U+738B), 文 (U+6587)"
    document = lengkap.build(state, seal(official), NOW)
    assert unprintable(document) == frozenset("王文学教")


def test_what_cannot_be_seen_is_named_by_its_code() -> None:
    (one,) = missing(year([empty_person(nama="Ayu\x07")]))
    assert one.kalimat.endswith("nama “Ayu[U+0007]”: U+0007")


def test_who_is_not_measured_is_not_printed() -> None:
    guest = empty_person(nip=198503122010011002, status="PPPK", nama="王", opd="学")
    assert missing(year([empty_person(), guest])) == ()
