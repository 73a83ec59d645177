"""The shipped list of administrative divisions."""

from collections import Counter

from region_report import codelists


def test_the_list_has_every_division_of_mid_2023():
    levels = Counter(each.level for each in codelists.divisions())
    assert levels == {"province": 31, "prefecture": 333, "pseudo": 9, "county": 2978}


def test_a_name_does_not_identify_a_division():
    same = [each.code for each in codelists.divisions() if each.name_zh == "鼓楼区"]
    assert same == ["320106", "320302", "350102", "410204"]


def test_a_county_lies_in_its_prefecture_and_province():
    jiajiang = next(each for each in codelists.divisions() if each.code == "511126")
    assert [each.name_zh for each in codelists.parents(jiajiang)] == ["四川省", "乐山市"]


def test_codes_that_only_hold_others_together_are_passed_over():
    dongcheng = next(each for each in codelists.divisions() if each.code == "110101")
    assert [each.name_zh for each in codelists.parents(dongcheng)] == ["北京市"]


def test_every_division_has_parents_up_to_a_province():
    for each in codelists.divisions():
        if each.level != "province":
            assert codelists.parents(each)[0].level == "province"
