"""compare(): which claims are put together, which contradict each other, how a toll is told over time; and the rows of other systems."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit.export.fatalities import POLICIES, fatalities
from conflictkit.export.gkg import to_gkg_counts
from conflictkit.export.ucdp import to_ucdp

NOVEMBER = dt.date(2025, 11, 7)


def report(text: str, day: int = 7, month: int = 11) -> ck.Report:
    return ck.parse(text, published=dt.date(2025, month, day))


def only(*reports: ck.Report, measure: ck.Measure = ck.Measure.KILLED) -> ck.ClaimGroup:
    (group,) = [group for group in ck.compare_claims(reports) if group.measure is measure]
    return group


def numbers(figures: tuple[ck.NumericClaim, ...]) -> list[float | int | None]:
    return [claim.quantity.best for claim in figures]


# --- what is put together ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia lost 12 tanks.", "Some 14 Russian tanks were destroyed."),
        ("In Kiev, 12 people were killed.", "In Kyiv, 14 people were killed."),
        ("At least 12 people died.", "A blast killed 14 villagers."),
        ("On Monday 12 people died.", "On Thursday 14 people died."),
    ],
)
def test_spellings_nations_nouns_and_near_days_are_one_group(one: str, other: str) -> None:
    assert len(ck.compare_claims([report(one), report(other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 12 people were killed in Brod.", "Some 14 people were killed in Luka."),
        ("Some 12 Russian soldiers died.", "Some 14 Ukrainian soldiers died."),
        ("Some 12 people died.", "Some 14 soldiers died."),
        ("Some 12 people died.", "Some 14 people were hurt."),
        ("Some 12 people died.", "Some 14 people died in 2019."),
        ("They fire 12 shells a day.", "They fire 14 shells a week."),
        ("They sent 12 tanks.", "They sent 14 guns."),
        ("Some 12 people died.", "Some 14 people died in Brod."),
    ],
)
def test_another_place_side_object_measure_time_or_rate_is_another_group(one: str, other: str) -> None:
    assert len(ck.compare_claims([report(one), report(other)])) == 2


def test_more_than_a_week_apart_is_another_time() -> None:
    assert len(ck.compare_claims([report("Some 12 people died.", 1), report("Some 14 people died.", 8)])) == 1
    assert len(ck.compare_claims([report("Some 12 people died.", 1), report("Some 14 people died.", 9)])) == 2


def test_without_reports_a_claim_without_a_date_is_compared_with_such_only() -> None:
    dated, undated = report("On Monday 12 people died.").claims, report("Some 14 people died.").claims
    assert [numbers(group.claims) for group in ck.compare_claims(dated + undated)] == [[12], [14]]


@pytest.mark.parametrize("text", ["Some 12 percent fled.", "It is 40 km away.", "The two sides met.", "The raid did not kill 12 people.", "If 500 people died, it would end."])
def test_what_is_not_said_to_be_or_says_not_of_what_is_in_no_group(text: str) -> None:
    assert ck.compare_claims([report(text)]) == ()


def test_groups_come_in_order_of_first_mention() -> None:
    groups = ck.compare_claims([report("They lost 3 tanks. Some 12 people died."), report("Some 14 people died. They lost 4 tanks.")])
    assert [str(group.measure) for group in groups] == ["equipment_lost", "killed"]


# --- who contradicts whom ----------------------------------------------------------------------------------------------


def test_two_sources_with_figures_that_exclude_each_other_conflict() -> None:
    group = only(report("Police said 12 people were killed."), report("The army said 20 people were killed."))
    assert (group.low, group.high, group.agree) == (12, 20, False)
    assert [(a.quantity.best, b.quantity.best) for a, b in group.conflicts] == [(12, 20)]
    assert group.sources == ("Police", "The army")


@pytest.mark.parametrize("bounded", ["at least 12", "up to 30", "about 19", "dozens of", "between 12 and 30", "nearly 21"])
def test_a_bound_agrees_with_what_it_allows(bounded: str) -> None:
    assert only(report(f"Police said {bounded} people were killed."), report("The army said 20 people were killed.")).agree


def test_two_reports_disagree_one_report_does_not_with_itself() -> None:
    assert not only(report("Some 3 people died."), report("Some 9 people died.")).agree
    assert only(report("Some 3 people died. Some 9 people died.")).agree


def test_a_source_that_gives_two_figures_does_not_contradict_itself() -> None:
    assert only(report("Police said 12 people died."), report("Police said 20 people died.")).agree


def test_a_toll_that_grows_is_no_conflict_but_one_that_falls() -> None:
    assert only(report("Police said 12 people died.", 5), report("The army said 20 people died.", 6)).agree
    assert not only(report("Police said 20 people died.", 5), report("The army said 12 people died.", 6)).agree


def test_a_toll_over_time() -> None:
    group = only(report("The toll rose to 15.", 6), report("The toll rose to 12.", 5), report("The toll rose to 22.", 8))
    assert [figure.claim.quantity.best for figure in group.timeline] == [12, 15, 22]


def test_increments_and_subsets_are_apart_from_totals() -> None:
    group = only(report("Police said 12 people were killed, including three teachers. Another 4 people were killed."))
    assert (numbers(group.claims), [figure.claim.quantity.best for figure in group.parts]) == ([12], [3, 4])
    assert (group.low, group.high) == (12, 12)


def test_drones_shot_down_out_of_more_are_a_total() -> None:
    group = only(report("The army shot down 14 of 16 drones."), report("The ministry said 14 drones were shot down."), measure=ck.Measure.INTERCEPTED)
    assert (numbers(group.claims), group.agree) == ([14, 14], True)


# --- how it is told ----------------------------------------------------------------------------------------------------


def test_summary_names_figures_sources_and_days() -> None:
    groups = ck.compare_claims(
        [
            report("Zelenskiy said on Friday that 170,000 Russian troops were near Pokrovsk.", 31, 10),
            report("Syrskyi said that 150,000 Russian troops were near Pokrovsk.", 5),
        ]
    )
    assert [group.summary() for group in groups] == ["Russian troops in Pokrovsk: 150,000 (Syrskyi, 5 Nov 2025) to 170,000 (Zelenskiy, 31 Oct 2025) [conflict]"]


def test_rows_are_a_table() -> None:
    first, second = only(report("Police said that at least 12 people were killed, including two boys.")).rows()
    assert first | {"source": None} == {
        "measure": "killed", "unit": None, "per": None, "side": None, "place": None, "role": "total", "low": 12, "best": 12, "high": None,
        "bound": "at_least", "source": None, "stance": "said", "date": "2025-11-07", "published": "2025-11-07", "report": 0, "text": "at least 12 people",
    }  # fmt: skip
    assert first["source"] == "Police"
    assert (second["role"], second["best"]) == ("subset", 2)


def test_compare_refuses_what_is_no_claim() -> None:
    with pytest.raises(ck.InputTypeError, match="not str"):
        ck.compare_claims(["12 killed"])  # type: ignore[list-item]


# --- properties --------------------------------------------------------------------------------------------------------

SENTENCES = st.sampled_from(
    [
        "Police said 12 people were killed.",
        "The army said 20 people were killed on Monday.",
        "Another three people were killed.",
        "At least 40 people were hurt in Brod.",
        "Russia lost 22 tanks.",
        "Some 30 Russian tanks were destroyed.",
        "About 300 people fled in May.",
    ]
)
REPORTS = st.builds(lambda sentences, day: report(" ".join(sentences), day), st.lists(SENTENCES, max_size=4), st.integers(1, 28))


def about(groups: tuple[ck.ClaimGroup, ...]) -> list[tuple[object, ...]]:
    """Groups without the number of the report, which shifts."""
    return [(g.measure, g.unit, g.side, g.place, [str(f) for f in g.figures], [str(f) for f in g.parts], g.conflicts) for g in groups]


@given(st.lists(REPORTS, max_size=4), st.integers(0, 4))
def test_an_unrelated_report_changes_no_group(reports: list[ck.Report], at: int) -> None:
    unrelated = report("The navy launched 9 torpedoes in Oran. Dozens of bakeries reopened in Oran.")
    mixed = [*reports[:at], unrelated, *reports[at:]]
    others = [group for group in ck.compare_claims(mixed) if group.place != "Oran"]
    assert about(tuple(others)) == about(ck.compare_claims(reports))


@given(st.lists(REPORTS, max_size=4))
def test_every_comparable_claim_is_in_one_group(reports: list[ck.Report]) -> None:
    groups = ck.compare_claims(reports)
    inside = [figure.claim for group in groups for figure in (*group.figures, *group.parts)]
    assert len(inside) == sum(len(r.claims) for r in reports)
    for group in groups:
        assert all(low.quantity.best < high.quantity.best for low, high in group.conflicts if low.quantity.best and high.quantity.best)


# --- export ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wording", "counts"),
    [
        ("12", (12, 12, 12, 12)),
        ("dozens of", (12, 12, 12, 120)),
        ("hundreds of", (100, 100, 100, 1000)),
        ("between 20 and 30", (20, 20, 20, 30)),
        ("at least 12", (12, 12, 12, 12)),
        ("up to 40", (40, 40, 40, 40)),
    ],
)
def test_policies_read_one_number(wording: str, counts: tuple[int, ...]) -> None:
    group = only(report(f"Police said {wording} people were killed."))
    assert tuple(fatalities(group, policy) for policy in POLICIES) == counts


def test_of_conflicting_figures_acled_takes_the_smallest_and_ucdp_tells_all() -> None:
    group = only(report("Police said 12 people were killed. The army said 20 people were killed."))
    assert {policy: fatalities(group, policy) for policy in POLICIES} == {"acled": 12, "ucdp_low": 12, "ucdp_best": 12, "ucdp_high": 20}


def test_a_grown_toll_counts_as_last_told() -> None:
    assert fatalities(only(report("The toll rose to 12.", 5), report("The toll rose to 15.", 6))) == 15


def test_only_parts_give_no_number() -> None:
    assert fatalities(only(report("Another 4 people were killed."))) is None


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(ck.InputTypeError, match="there are: acled"):
        fatalities([], "gdelt")


def test_ucdp_rows() -> None:
    text = "On Monday 40 people were killed in Brod. Some 9 Russian soldiers and 12 civilians were killed in Brod on Monday. On Monday another 3 people died in Brod."
    (row,) = to_ucdp([report(text)], side_a="Russia", side_b="Ukraine")
    assert (row["date_start"], row["date_end"], row["date_prec"], row["where_description"]) == ("2025-11-03", "2025-11-03", 1, "Brod")
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == (9, 0, 12, 19)
    assert (row["low"], row["best"], row["high"]) == (40, 40, 40)


def test_what_nothing_dates_has_no_day_in_its_row() -> None:
    (row,) = to_ucdp([ck.parse("Some 12 people were killed in Brod.")])
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (None, None, None)


@given(st.lists(REPORTS, max_size=3))
def test_ucdp_best_is_the_sum_of_its_columns_and_lies_between_low_and_high(reports: list[ck.Report]) -> None:
    for row in to_ucdp(reports, side_a="Russia"):
        assert row["best"] == row["deaths_a"] + row["deaths_b"] + row["deaths_civilians"] + row["deaths_unknown"]
        assert row["deaths_unknown"] >= 0 and row["low"] <= row["best"] <= row["high"]


def test_gkg_counts() -> None:
    text = "Police arrested 12 men in Brod. Dozens of protesters marched in Tirsa. Rebels held 4 hostages. The raid did not kill 9 people."
    assert [(row["CountType"], row["Count"], row["ObjectType"], row["Geo"]) for row in to_gkg_counts(report(text))] == [
        ("ARREST", 12, "man", "Brod"),
        ("PROTEST", 12, "protester", "Tirsa"),
        ("KIDNAP", 4, "hostage", None),
    ]
