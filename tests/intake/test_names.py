"""Names in English and slugs of all divisions."""

import re

import pytest

from region_report.codelists import Division
from region_report.intake import names

LISTED = names.listed()
SPECIAL = [("810000", "香港特别行政区"), ("820000", "澳门特别行政区")]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("110000", "Beijing Municipality"),
        ("150000", "Inner Mongolia Autonomous Region"),
        ("540000", "Xizang Autonomous Region"),
        ("610000", "Shaanxi Province"),
        ("140000", "Shanxi Province"),
        ("650000", "Xinjiang Uygur Autonomous Region"),
        ("330300", "Wenzhou City"),
        ("341500", "Lu'an City"),
        ("331000", "Taizhou City"),
        ("610100", "Xi'an City"),
        ("141100", "Lüliang City"),
        ("411100", "Luohe City"),
        ("150100", "Hohhot City"),
        ("540200", "Xigazê City"),
        ("650100", "Ürümqi City"),
        ("653100", "Kashgar Prefecture"),
        ("152500", "Xilingol League"),
        ("422800", "Enshi Tujia and Miao Autonomous Prefecture"),
        ("530925", "Shuangjiang Lahu, Va, Blang and Dai Autonomous County"),
        ("622926", "Dongxiang Autonomous County"),
        ("410304", "Chanhe Hui District"),
        ("310112", "Minhang District"),
        ("310115", "Pudong New Area"),
        ("441803", "Qingxin District"),
        ("231202", "Beilin District"),
        ("330382", "Yueqing City"),
        ("430723", "Lixian County"),
        ("140303", "Kuangqu District"),
        ("429021", "Shennongjia Forestry District"),
        ("520203", "Liuzhi Special District"),
        ("150521", "Horqin Left Wing Middle Banner"),
        ("150723", "Oroqen Autonomous Banner"),
        ("150223", "Darhan Muminggan United Banner"),
        ("441900", "Dongguan City"),
        ("130272", "Tangshan Hangu Administrative Area"),
        ("460322", "Nansha Islands"),
    ],
)
def test_a_name_is_put_into_english_as_it_is_customary(code, name):
    assert names.english(LISTED[code]).full == name


LATIN = re.compile(r"[A-ZÜ][A-Za-zêëéü'-]+(,? (and |of |the )*[A-Z][A-Za-zêü'-]*)+")


def test_every_division_has_a_name_in_latin_letters_with_its_type():
    found = {code: names.english(each).full for code, each in LISTED.items() if each.level not in ("pseudo", "nation")}
    assert {code: name for code, name in found.items() if not LATIN.fullmatch(name)} == {}


def test_no_two_divisions_share_a_slug_and_each_slug_is_allowed():
    slugs = names.slugs()
    assert set(slugs) == {"100000", *LISTED}
    assert len(set(slugs.values())) == len(slugs)
    assert [slug for slug in slugs.values() if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", slug)] == []


def test_the_four_districts_called_gulou_have_their_codes_in_their_slugs():
    found = {code: slug for code, slug in names.slugs().items() if LISTED[code].name_zh == "鼓楼区"}
    assert found == {code: f"gulou-{code}" for code in ("320106", "320302", "350102", "410204")}


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("610800", "yulin-610800"),
        ("450900", "yulin-450900"),
        ("331000", "taizhou-331000"),
        ("321200", "taizhou-321200"),
        ("220000", "jilin"),
        ("220200", "jilin-220200"),
        ("360100", "nanchang"),
        ("360121", "nanchang-360121"),
        ("450200", "liuzhou"),
        ("141100", "lyuliang"),
        ("650100", "urumqi"),
        ("130100", "shijiazhuang"),
        ("130172", "shijiazhuang-circular-chemical-industrial-park"),
    ],
)
def test_of_divisions_that_share_a_name_the_highest_alone_keeps_the_plain_slug(code, slug):
    assert names.slugs()[code] == slug


def test_a_name_that_is_only_transcribed_says_so():
    assert [names.english(LISTED[code]).certain for code in ("450200", "150100", "450000")] == [False, True, True]


def test_the_special_administrative_regions_have_their_own_names():
    made = [names.english(Division(code, zh, "province", "100000")).full for code, zh in SPECIAL]
    assert made == ["Hong Kong Special Administrative Region", "Macao Special Administrative Region"]
    assert names.slug(Division(*SPECIAL[0], "province", "100000")) == "hong-kong"


def test_a_region_outside_the_list_gets_a_slug_from_its_name():
    assert names.slug(Division("450299", "柳东新区", "county", "450200")) == "liudong"
