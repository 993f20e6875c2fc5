"""Incidents: what is one, of which type it is, what it cost; and incidents across reports."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import conflictkit as ck
from conflictkit._incidents import dated

DAY = dt.date(2025, 11, 5)
BOMB = "A car bomb killed 12 people in the town of Tamir on Monday. The blast also wounded 30."
PIECES = (
    "Rebels attacked Tamir on Monday, killing at least 12.", "The attack wounded 30.", "The war has killed 40,000 people.", "Meanwhile, gunmen shot dead nine traders.",
    "In May, a blast hit Dural.", "Nobody was killed.", "Attacks are frequent.", "Five more died.", "including two children", "\n", "“We fought,” he said.",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=20).map(" ".join)


def incidents(text: str) -> tuple[ck.Incident, ...]:
    return ck.parse(text, published=DAY).incidents


def tolls(incident: ck.Incident) -> dict[str, object]:
    return {str(toll.measure): toll.best for toll in incident.tolls}


def triggers(text: str) -> list[list[str]]:
    return [[event.trigger.text for event in incident.events] for incident in incidents(text)]


# --- what is one incident ------------------------------------------------------------------------------------------------


def test_the_lead_and_what_points_back_to_it() -> None:
    (incident,) = incidents(BOMB)
    assert incident.sub_event_type == "Remote explosive/landmine/IED"
    assert (incident.first, incident.place and incident.place.name) == (dt.date(2025, 11, 3), "Tamir")
    assert tolls(incident) == {"killed": 12, "wounded": 30}
    assert incident.salience is ck.Salience.CORE


def test_a_war_is_no_incident_and_its_dead_are_in_no_toll() -> None:
    (incident,) = incidents(f"{BOMB} The war has killed 40,000 people.")
    assert tolls(incident) == {"killed": 12, "wounded": 30}


def test_another_day_is_another_incident() -> None:
    first, second = incidents(f"{BOMB} In May, gunmen shot dead nine traders in the city of Dural.")
    assert (first.salience, second.salience) == (ck.Salience.CORE, ck.Salience.BACKGROUND)
    assert tolls(second) == {"killed": 9}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen are said to have killed six people in the town of Tamir.", DAY),
        ("Five people were killed a few days ago in the town of Tamir.", None),
        ("Five people were killed hours ago in the town of Tamir.", DAY),
        ("The envoy flew home on Monday after the bombings that killed six people in the town of Tamir.", None),
        ("The games are infamous as those at which 11 clerks were taken hostage and murdered in the town of Tamir.", None),
        ("The committee met. A shooting killed two men in the town of Tamir.", DAY),
        ("The ministry condemned the attack on a school in Tamir.", None),
        ("Troops were shelling Tamir, the mayor said.", None),
        ("Tamir is the town where ten farmers were killed.", None),
        ("Two men accused of beating a farmer to death in Tamir were cleared.", None),
        ("Miners held hostage in Tamir criticized the mayor.", None),
    ],
)
def test_a_lead_without_a_day_has_that_of_the_news_unless_it_was_days_ago(text: str, day: dt.date | None) -> None:
    (incident,) = incidents(text)
    assert incident.first == day


def test_what_stands_behind_after_is_another_incident() -> None:
    assert triggers("Police arrested four men on Tuesday after an attack that killed six people in the port of Dural on Sunday.") == [["arrested"], ["attack", "killed"]]


@pytest.mark.parametrize(
    "text",
    [
        "The army did not attack the town.",
        "Rebels could attack the town in 2027.",
        "Attacks on convoys are frequent in the hills.",
        "The minister welcomed the proposal and thanked the envoy.",
        "The navy fired missiles during an exercise off Dural on Tuesday.",
        "The army carried out a mock attack near Tamir on Monday.",
        "The mayor of Tamir resigned on Monday after he sent a sexually explicit message.",
    ],
    ids=["denied", "possible", "a habit", "words", "an exercise", "a mock attack", "a message"],
)
def test_what_is_none(text: str) -> None:
    assert incidents(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A car exploded at a mall in the town of Tamir on Monday. It was not clear who was shooting. The explosion killed two.", [["exploded", "explosion", "killed"]]),
        ("A bus exploded in Tamir on Monday. It was a terrorist attack, the mayor said.", [["exploded", "attack"]]),
        ("Norland shelling killed 55 rebels in Tamir on Saturday, sources said, in retaliation for weeks of rocket attacks on Dural.", [["shelling", "killed"]]),
        ("Gunmen shot dead two men in Tamir on Monday. In a third incident, a woman was shot in Dural.", [["shot"], ["shot"]]),
        ("Gunmen opened fire on police in Tamir on Monday. The officers shot two of the gunmen.", [["opened", "shot"]]),
        ("Rebels attacked a base near Tamir on Monday. The military said 45 rebels were believed to have been killed.", [["attacked", "killed"]]),
        ("Leaders agreed to a cessation of hostilities on Monday after rebels attacked Tamir on Sunday.", [["attacked"]]),
        ("Rain followed Friday's attacks on two depots near Tamir, the mayor said.", [["attacks"]]),
        ("Rebels attacked Tamir on Monday. They will continue to strike depots in Dural, they said.", [["attacked"]]),
        ("Six miners were killed when gunmen staged an ambush near Tamir on Monday.", [["killed", "ambush"]]),
        ("Six miners were killed on Monday before gunmen staged an ambush near Tamir.", [["killed"], ["ambush"]]),
        ("The envoy was shot dead by gunmen who ambushed his car in Tamir on Monday.", [["shot", "ambushed"]]),
        ("Gunmen stormed a bus in Tamir on Monday. The last attack was in May, when a bomb killed nine in Dural.", [["stormed"], ["attack", "killed"]]),
        ("Gunmen shot two men in Tamir on Monday. One of them later died. Later, a blast hit Dural.", [["shot", "died"], ["blast", "hit"]]),
        ("Gunmen shot nine men in Tamir on Monday, the daily Tamir Post said.", [["shot"]]),
        ("Rebels captured the town of Tamir on Monday after a clash with the army.", [["captured", "clash"]]),
        ("Rebels shelled the town of Tamir on Monday after a clash with the army in Dural.", [["shelled"], ["clash"]]),
    ],
    ids=[
        "named again", "said what it is", "in retaliation", "a third", "shot back", "believed", "to end", "of a day", "will continue", "staged", "before", "who ambushed",
        "was when", "later", "a daily", "won by", "after",
    ],
)
def test_what_is_joined(text: str, wanted: list[list[str]]) -> None:
    violent = [[event.trigger.text for event in one.events] for one in incidents(text) if one.kind is ck.EventKind.ASSAULT]
    assert violent == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gunmen attacked a bus in Tamir on Monday. Gunmen attacked a market in Tamir on Tuesday.", [["attacked"], ["attacked"]]),
        ("Gunmen shot dead two men in Tamir on Monday. The massacre of nine traders in 2019 shocked the country.", [["shot"], ["massacre"]]),
        ("Gunmen attacked a bus in Tamir on Monday. Gunmen attacked a bus in Dural.", [["attacked"], ["attacked"]]),
        ("Rebels captured the town of Tamir on Monday. A suicide bomber blew himself up at a mosque.", [["captured"], ["blew"]]),
        ("A car bomb killed 12 people in Tamir on Monday, while eight men were killed at a mill.", [["killed"], ["killed"]]),
        ("A car bomb killed 12 people on Monday. In Dural, gunmen shot dead four men.", [["killed"], ["shot"]]),
        ("Gunmen attacked a bus on Monday. The shooting of a trader in Dural is not forgotten.", [["attacked"], ["shooting"]]),
        ("Gunmen attacked a bus in Tamir on Monday. They also attacked a mill, killing two.", [["attacked"], ["attacked", "killing"]]),
        ("Norland bombed Tamir on Monday after rebels attacked a bus on Sunday.", [["bombed"], ["attacked"]]),
        ("A blast killed four people in Tamir, doctors said. Gunmen opened fire on a bus on Sunday.", [["blast", "killed"], ["opened"]]),
        ("Drones hit a depot in Tamir on Monday. Gunmen opened fire, killing a guard.", [["hit"], ["opened", "killing"]]),
        ("A car bomb killed 12 people in Tamir on Monday. Another car bomb killed two policemen.", [["killed"], ["killed"]]),
        ("A car bomb killed 12 people in Tamir on Monday. Another soldier was killed in hospital.", [["killed", "killed"]]),
        ("A shooting left two boys dead in Tamir on Monday.\n\nThe mayor spoke.\n\nA shooting left two boys dead in Dural on Monday.", [["shooting", "left"], ["shooting", "left"]]),
        ("Police spoke of a shooting in Tamir on Monday.\n\nThe mayor was calm.\n\nOn Sunday, Olen Baran fired a gun at a car, they said.", [["shooting"], ["fired"]]),
    ],
    ids=["day", "far apart", "town", "sort of act", "toll", "scene", "of a new one", "also", "after", "a day of its own", "from the air", "another bomb", "another victim", "anew elsewhere", "another deed"],
)
def test_what_is_parted(text: str, wanted: list[list[str]]) -> None:
    violent = [[event.trigger.text for event in one.events] for one in incidents(text) if one.kind is ck.EventKind.ASSAULT]
    assert violent == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels attacked a base near Tamir on Monday. The minister spoke for an hour. He has led the party since 2019. The attack destroyed a depot.", [["attacked", "attack", "destroyed"]]),
        ("A blast wounded 14 traders in Tamir on Monday. The mayor spoke. She was calm. Doctors said 14 people were wounded.", [["blast", "wounded", "wounded"]]),
        ("Gunmen shot dead a party chief in Tamir on Monday. The minister spoke. He was calm. The killing of Olen Baran shocked the party.", [["shot", "killing"]]),
        ("A bus blew up in Tamir on Monday. Rebels shelled a mill on Tuesday. The attack on Monday shocked the town.", [["blew", "attack"], ["shelled"]]),
        ("Gunmen shot dead Olen Baran in Tamir on Monday. The minister spoke. He was calm. Baran was killed by one bullet.", [["shot", "killed"]]),
        ("A bomber blew himself up in Tamir on Monday. The explosion damaged a school.", [["blew", "explosion", "damaged"]]),
        ("Norland fired rockets at Tamir on Monday. Air defence shot down ten drones.", [["fired", "shot"]]),
        ("Police detained nine people during a rally in Tamir on Monday.", [["detained", "rally"]]),
        ("A shooting left two boys dead in Tamir on Monday.\n\nThe mayor spoke. She was calm.\n\nA shooting left two boys dead in Tamir on Monday.", [["shooting", "left", "shooting", "left"]]),
        ("Police spoke of a shooting in Tamir on Monday.\n\nThe mayor was calm.\n\nOlen Baran fired a gun at a car, they said.", [["shooting", "fired"]]),
        ("Olen Baran was arrested in May. He was arrested on May 14 with a friend.", [["arrested", "arrested"]]),
        ("A gunman opened fire in Tamir on Monday. A bullet struck a trader.", [["opened", "struck"]]),
        ("Gunmen attacked a hotel in Tamir on Monday. The attack, which killed six, was the worst this year.", [["attacked", "attack", "killed"]]),
        ("Two soldiers were killed during an exercise near Tamir on Monday.", [["killed"]]),
    ],
    ids=["points back", "number", "a name for the victim", "names its day", "victim", "named again", "shot down", "at a rally", "told anew", "tells how", "of a month", "bullet", "of its year", "in an exercise"],
)
def test_what_is_one(text: str, wanted: list[list[str]]) -> None:
    assert triggers(text) == wanted


def test_an_arrest_is_no_member_of_the_attack_before_it() -> None:
    first, second = incidents("Gunmen shot dead two traders in Tamir on Sunday. Police arrested four men on Tuesday.")
    assert (first.sub_event_type, second.sub_event_type) == ("Attack", "Arrests")


def test_an_offensive_that_is_launched_is_a_series() -> None:
    assert triggers("Norland launched its offensive after rebels attacked the town of Tamir.") == [["attacked"]]


def test_a_series_of_its_own_day_or_town_is_background() -> None:
    text = "Gunmen shot dead a trader in the town of Tamir on Monday. "
    first, second = incidents(text + "There were fierce clashes in Dural on Sunday.")
    assert (first.salience, second.salience) == (ck.Salience.CORE, ck.Salience.BACKGROUND)
    assert (second.place and second.place.name, second.first) == ("Dural", dt.date(2025, 11, 2))
    assert len(incidents(text + "There were fierce clashes.")) == 1


def test_a_series_of_other_days_in_the_same_town_is_background() -> None:
    text = "Gunmen shot dead a trader in the town of Tamir on Monday. "
    _, second = incidents(text + "Norland launched an offensive in Tamir on Sunday, in a war that has lasted since 2019.")
    assert (second.place and second.place.name, second.first) == ("Tamir", dt.date(2025, 11, 2))
    assert len(incidents(text + "There were clashes in Tamir.")) == 1


def test_an_act_of_no_place_and_no_toll_is_no_background() -> None:
    text = "Gunmen shot dead a trader in the town of Tamir on Monday. Meanwhile, "
    assert len(incidents(text + "rebels attacked a bus.")) == 1
    assert len(incidents(text + "rebels attacked a bus on Sunday.")) == 2
    assert len(incidents(text + "rebels attacked a bus, killing two.")) == 2
    assert len(ck.parse(text.replace(" on Monday", "") + "rebels attacked a bus in Iraq.").incidents) == 1
    assert len(ck.parse(text.replace(" on Monday", "") + "rebels attacked a bus near Dural.").incidents) == 2
    told = "“We had to fight for our votes,” she said. The rebels have killed soldiers. "
    assert len(incidents(told)) == 1
    assert incidents(told + "The vote is in May. She is a teacher.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Senator Olen Baran attacked his rival on Monday in Tamir. The battle for the nomination goes on.",
        "Olen Baran crushed Sani Maro in the primary in Tamir on Monday.",
        "Olen Baran, speaking at a rally in Tamir on Monday, said that taxes would fall.",
        "Gunmen shot dead six people in Dural on Sunday. Senator Olen Baran attacked his rival in Tamir over taxes.",
    ],
)
def test_what_rivals_do_in_words_or_at_the_polls_is_no_incident(text: str) -> None:
    assert all(one.place is not None and one.place.name == "Dural" for one in incidents(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Tamir on Monday.",
        "Norland attacked the town of Tamir on Monday.",
        "Attackers hit a police post in Tamir on Monday.",
        "Thousands of people joined a rally against the government in Tamir on Monday.",
        "Olen Baran attacked a guard in Tamir on Monday with a knife.",
    ],
)
def test_what_is_done_in_arms_or_by_a_crowd_is_one(text: str) -> None:
    assert len(incidents(text)) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police in Tamir arrested a trader on Monday for allegedly kidnapping a guard in Dural.", ("trader",)),
        ("Police in Tamir were called to investigate a reported shooting on Monday.", ()),
        ("Someone shot dead a trader in Tamir on Monday.", ()),
        ("Fighters of the VLF attacked a base in Tamir on Monday.", ("VLF",)),
        ("Gunmen from the Varn Front killed a guard in Tamir on Monday.", ("Varn Front",)),
        ("Gunmen shot dead a trader in Tamir on Monday.", ("Gunmen",)),
    ],
)
def test_who_did_it(text: str, who: tuple[str, ...]) -> None:
    assert tuple(one.name for one in incidents(text)[-1].actors) == who


def test_the_name_of_a_car_is_no_place() -> None:
    (incident,) = incidents("Gunmen shot dead a trader in a Varna Star on Monday.")
    assert incident.place is None


def test_what_courts_and_governments_decide_is_no_incident() -> None:
    assert incidents("A court in Tamir sentenced the trader to ten years in prison on Monday.") == ()
    assert incidents("The minister resigned on Monday in Tamir.") == ()
    (incident,) = incidents("The rebels released a trader in Tamir on Monday.")
    assert incident.mode == "release"


def test_a_suicide_bomber_is_in_no_air_strike() -> None:
    drone = "A drone strike killed the commander at the weekend. Within an hour, "
    assert len(incidents(drone + "a suicide bomber attacked a bus near Tamir, killing 11 people.")) == 2
    assert len(incidents(drone + "it was confirmed that the strike had killed 11 people.")) == 1


def test_the_previous_day_sets_nothing_apart() -> None:
    (incident,) = incidents("Police were on alert after the previous day's attack in Tamir, which killed four people.")
    assert incident.salience is ck.Salience.CORE


def test_words_of_another_act_of_the_sentence_give_no_type() -> None:
    one, *_ = incidents("Rebels attacked farmers near Tamir on Monday, and Norland launched air strikes on Dural on Tuesday.")
    assert one.sub_event_type == "Attack"


def test_the_town_told_most_often_is_the_place() -> None:
    text = "A bomb exploded at a market in Tamir on Monday. The blast in Tamir was condemned in a letter that named the camp in Dural in Norland."
    assert [one.place and one.place.name for one in incidents(text)] == ["Tamir"]


def test_drones_shot_down_alone_are_disrupted() -> None:
    assert [one.sub_event_type for one in incidents("The air force shot down 14 drones over the town of Tamir on Monday.")] == ["Disrupted weapons use"]


def test_the_dead_since_a_day_are_no_toll_of_one_attack() -> None:
    text = "A bomb wounded three guards in Tamir on Monday.\n\nOver 1,700 people have been killed there since January 2004."
    assert [(toll.measure, toll.high) for one in incidents(text) for toll in one.tolls] == [(ck.Measure.WOUNDED, 3)]
    text = "Gunmen shot dead two men in Tamir on Monday. The mission said 93 civilians had been killed there as of Friday."
    assert [toll.best for one in incidents(text) for toll in one.tolls] == [2]


def test_those_murdered_since_somebody_took_office_are_no_toll_of_one_attack() -> None:
    (lead,) = incidents("Protesters tore down fences in Bariz on Monday. Since Ana Ruiz took office in October 2024, ten mayors have been murdered.")
    assert not lead.tolls


@pytest.mark.parametrize("text", ["A pause in the shelling of Brod ended on Monday.", "The suspension of attacks on Brod began on Monday."])
def test_attacks_that_are_over_are_no_incident(text: str) -> None:
    assert not incidents(text)


def test_the_name_of_a_month_tells_of_no_march() -> None:
    assert [one.sub_event_type for one in incidents("The army retook the town of Tamir in March.")] == ["Government regains territory"]


def test_another_wave_long_before_is_in_no_toll() -> None:
    text = "Norland launched a drone attack on the city of Tamir on Tuesday. During another wave of attacks in 2023, Norland fired missiles at targets across Sudland, killing at least 31 people and injuring 150 others."
    assert tolls(incidents(text)[0]) == {}


def test_troops_and_truces_without_a_day_are_background_of_an_attack() -> None:
    text = f"{BOMB} About 9,000 police were deployed in Dural."
    assert [one.sub_event_type for one in incidents(text)] == ["Remote explosive/landmine/IED"]
    assert [one.sub_event_type for one in incidents(f"{text[:-1]} on Sunday.")] == ["Remote explosive/landmine/IED", "Change to group/activity"]


def test_battles_told_by_name_and_day_are_others_and_of_their_own_place() -> None:
    text = "Rebels attacked soldiers in the town of Tamir. The battle in Dural in 2023 lasted a month. Ten people have left Tamir since Norland launched its invasion in 2022."
    first, second, *rest = incidents(text)
    assert (first.place and first.place.name, second.first) == ("Tamir", dt.date(2023, 1, 1))
    assert all(one.place is None or one.place.name != "Tamir" for one in rest)


def test_an_agreement_is_an_incident() -> None:
    (incident,) = incidents("Norland and the rebels agreed on a ceasefire in Tamir on Monday.")
    assert (incident.sub_event_type, incident.first) == ("Agreement", dt.date(2025, 11, 3))
    assert incidents("The company agreed to buy a bank in Tamir on Monday.") == ()


TWO = "Gunmen killed seven farmers in the village of Ondo on Sunday. In a separate attack, rebels ambushed soldiers near Bareli on Monday, wounding two. "


@pytest.mark.parametrize(
    ("text", "of_first"),
    [("The farmers were shot in their fields.", ["killed", "shot"]), ("Two farmers were shot in their fields.", ["killed"])],
    ids=["those who suffered", "others"],
)
def test_the_noun_of_those_who_suffered_points_back(text: str, of_first: list[str]) -> None:
    assert triggers(TWO + text)[0] == of_first


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The army captured the village of Lozuva on Sunday and Vovcha on Monday.", [("Lozuva", 2), ("Vovcha", 3)]),
        ("The army shelled the village of Lozuva on Sunday and Monday.", [("Lozuva", 2)]),
    ],
    ids=["a name for each day", "no other name"],
)
def test_a_verb_with_two_days_tells_of_the_name_before_each(text: str, wanted: list[tuple[str, int]]) -> None:
    assert [(one.place and one.place.name, one.first and one.first.day) for one in incidents(text)] == wanted


@pytest.mark.parametrize(
    "text",
    ["The air force carried out no strikes on Dural.", "The rebels have carried out dozens of attacks in the region.", "The rebels have carried out attacks in the region.", "An attack on the town of Dural is likely."],
)
def test_what_is_no_act_is_no_incident(text: str) -> None:
    assert len(incidents(f"{BOMB} {text}")) == 1


def test_people_are_arrested_in_a_raid() -> None:
    (incident,) = incidents("Police detained nine people in a raid in Brod on Monday.")
    assert incident.sub_event_type == "Arrests"
    assert incidents("Soldiers killed nine people in a raid in Brod on Monday.")[0].sub_event_type != "Arrests"


def test_arrests_told_first_are_the_lead() -> None:
    text = "Police arrested three men in Brod on Monday. They had bought a pistol, prosecutors said. Flats were searched. In 2019 a gunman killed two people in Tamir."
    assert [(one.sub_event_type, one.salience) for one in incidents(text)] == [("Arrests", ck.Salience.CORE), ("Attack", ck.Salience.BACKGROUND)]


def test_what_is_told_before_an_act_parts_it_only_if_it_is_one() -> None:
    bomber = "A suicide bomber killed 22 workers in the town of Hilla on Sunday. "
    assert len(incidents(f"{bomber}The bomber lured the men to his bus before detonating his explosives.")) == 1


def test_the_background_has_the_day_that_the_text_named_last() -> None:
    text = "Gunmen killed two guards in Tamir on Sunday.\n\nSchools were closed.\n\nTraders met. Prices rose.\n\nA rocket hit a house in the town of Dural, the mayor said."
    last = incidents(text)[-1]
    assert (last.place and last.place.name, last.first) == ("Dural", dt.date(2025, 11, 2))


def test_what_is_new_leads_before_what_its_sentence_tells_of_long_ago() -> None:
    text = "Aslan Tor, who led the 2012 seizure of a theatre in Gorsk, was killed in a drone strike on Monday."
    assert [(one.first and one.first.year, one.salience) for one in incidents(text)] == [(2012, ck.Salience.BACKGROUND), (2025, ck.Salience.CORE)]
    text = "Gunmen seized a theatre in Gorsk in 2012. Aslan Tor led them. He was killed in a drone strike on Monday."
    assert incidents(text)[0].salience is ck.Salience.BACKGROUND


def test_what_goes_on_with_what_was_told_last() -> None:
    text = "A raid killed two men in Dural on Sunday.\n\nA blast hit a market in the town of Tamir on Monday.\n\nThe mayor closed the schools.\n\nDoctors worked all night.\n\n{}"
    assert len(incidents(text.format("Nine people were killed."))) == 2
    assert len(incidents(text.format("Gunmen attacked a bus, killing three."))) == 3


# --- day and place -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "within"),
    [
        ("Two villages near Tamir were shelled on Monday.", "Tamir", ()),
        ("Several villages near Tamir were shelled on Monday.", "Tamir", ()),
        ("Villages near Tamir were shelled on Monday.", "Tamir", ()),
        ("Two Rivers village was shelled on Monday.", "Two Rivers", ()),
        ("A gunman opened fire in a shrine in Tamir on Monday, killing two.", "Tamir", ()),
        ("Rebels hit a hospital in a rebel-held area of Syria's Aleppo on Monday and killed nine.", "Aleppo", ("Syria",)),
        ("Two men were killed in Dural. Gunmen stormed a Dural restaurant on Monday and killed a guard.", "Dural", ()),
        ("Gunmen shot dead five officers on a road just north of Baghdad on Monday.", "Baghdad", ()),
        ("A bomb went off outside the U.S. embassy in Tamir on Monday, killing six.", "Tamir", ()),
        ("The mayor of the southern city of Kremen, Oleh Baran, was shot dead on Monday.", "Kremen", ()),
        ("A cleric was shot dead on Friday night in the heart of Mogadishu.", "Mogadishu", ()),
        ("Rebels overran Varn on Monday.", "Varn", ()),
        ("The Islamic State group was pushed out of Tamir last month.", "Tamir", ()),
        ("Norland carried out a strike on Tuesday night near the city of Kersk.", "Kersk", ()),
        ("Rebels captured the village of al-Dural near Tamir on Monday.", "al-Dural", ()),
        ("Rebels shot dead the mayor of a village near Tamir on Monday.", "Tamir", ()),
        ("Five men were hurt when a gunman opened fire in a park on Monday, Tamir police said.", "Tamir", ()),
        ("Norland opened talks in Gorod after rebels killed nine people in Israel on Monday.", "Israel", ()),
        ("Traders fled from the town of Tamir. Gunmen shot dead a guard in the city on Monday.", "Tamir", ()),
        (
            "A bomb killed two men in Tamir on Monday. Kadin, who heads an institute (IFW) in Dural, said rebels shot dead a guard in the town on Friday.",
            "Tamir",
            (),
        ),
        ("The envoy met traders in the port of Dural. A bomb killed two men in the capital on Monday.", "capital", ()),
        ("Traders met in the town of Tamir. Shells hit an airfield on Monday, killing two.", "airfield", ()),
        ("Shells hit the Tamir region near the village of Dural on Monday.", "Dural", ("Tamir",)),
        ("Drones hit a depot in the Dural countryside in the town of Tamir on Monday.", "Tamir", ("Dural",)),
        ("A bomb killed two men in Bell County on Monday. A third died of his wounds in Tamir after the blast.", "Tamir", ()),
        ("Two men were shot dead on Monday when they were about to speak in Tamir, near Dural.", "Tamir", ()),
        ("Gunmen shot dead two men in Europe on Monday.", "Europe", ()),
        ("A missile attack on Odrava killed two people on Monday.", "Odrava", ()),
        ("The envoy met traders in Cairo and in the port of Dural. A bomb killed two men in the capital on Monday.", "Cairo", ()),
        ("Police in Brod are looking for a man after a boy was shot dead on Monday.", "Brod", ()),
        ("A bomb killed two men in the provincial capital, Odrava, on Monday.", "Odrava", ()),
        ("A bomb killed two men in the city, Kadin said, on Monday.", "city", ()),
        ("Traders fear for roads in Mali. Gunmen shot dead a nurse on Monday.", "Mali", ()),
        ("Traders met in the city of Dural, west of Tamir, and in its Souq district. Rebels hurled a grenade at a guard in the city on Monday.", "Dural", ()),
        ("Traders met in the province of Tarqa and in the town of Sahl. Shells hit a camp in the province on Monday, killing two.", "Tarqa", ()),
    ],
    ids=["two villages", "several villages", "villages", "a number in a name", "building", "owner", "named before", "road", "embassy", "of the city of", "heart", "captured", "pushed out", "no time", "suffers", "only near", "police", "its own", "the city", "who speaks", "the capital", "points to none", "near", "region", "county", "in, not near", "continent", "hit from afar", "a known capital", "police of", "named behind", "who says it", "country", "the city it is in", "the province"],
)
def test_the_town_is_the_place(text: str, place: str, within: tuple[str, ...]) -> None:
    found = incidents(text)[-1].place
    assert found is not None
    assert (found.name, found.within) == (place, within)


def test_the_lead_is_in_the_town_of_the_dateline_where_only_a_building_is_told() -> None:
    (incident,) = incidents("TAMIR, Nov 5 (Reuters) - Gunmen shot dead nine people at Harrow High School on Monday.")
    assert incident.place is not None
    assert incident.place.name.lower() == "tamir"


def test_two_countries_told_alike_are_no_place() -> None:
    assert incidents("Traders fear for roads in Mali and in Chad. Gunmen shot dead a nurse on Monday.")[-1].place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Traders fear for roads in Mali. Shells hit a school on Monday, killing two.", "Mali"),
        ("Traders live in Tamir. Gunmen shot dead a guard on Monday.", "Tamir"),
        ("Traders met in Tamir and in Dural. Gunmen shot dead a guard on Monday.", None),
        ("Malian troops came. Malian traders fled. The Malian army slept. Gunmen shot dead a nurse on Monday.", "Mali"),
        ("Malian troops came. Chadian traders fled. The Malian army slept. Nigerien guests left. Gunmen shot dead a nurse on Monday.", None),
        ("Two men were shot dead on Monday. The incident took place in Tamir.", "Tamir"),
        ("Two men were shot dead on Monday. The incident took place after talks in Tamir had failed.", None),
        ("Officials in Tamir said a shell hit a house on Monday, killing two.", "Tamir"),
        ("The embassy in Tamir said a shell hit a house on Monday, killing two.", "house"),
        ("Troops shot dead two men in the Saltiv district of Tamir on Monday.", "Saltiv"),
        ("Guests sang in Tamir. More guests came to Tamir. An envoy flew to Dural.\n\nTroops stormed the embassy on Monday, killing two gunmen.", "Tamir"),
    ],
    ids=["site in a country", "sentence before", "two before", "nation", "several nations", "took place", "took place after", "who says", "embassy", "finest", "town told most"],
)
def test_what_the_report_tells_around_it_places_an_incident(text: str, place: str | None) -> None:
    found = incidents(text)[-1].place
    assert (found.name if found is not None else None) == place


def test_a_country_told_late_is_that_of_a_report_only_if_its_nation_is_told_most() -> None:
    text = "Gunmen shot dead a nurse on Monday. {} troops came. The nurse was 30. She had two sons. Her house is empty. Nobody spoke. A cousin lives in Mali."
    assert [incidents(text.format(whose))[0].place is None for whose in ("Chadian", "Malian")] == [True, False]


def test_a_person_or_a_body_that_is_hit_is_no_place() -> None:
    assert [one.place for one in incidents("An air strike on Rask killed two people on Monday. Anton Rask was a trader.")] == [None]
    assert [one.place for one in incidents("Jets bombed Hezbollah on Monday, killing two men.")] == [None]


def test_the_town_of_an_incident_is_not_its_actor() -> None:
    (incident,) = incidents("Drones hit several buildings in Moscow on Monday. Eight drones took part in the Moscow attack.")
    assert (incident.place and incident.place.name, incident.actors) == ("Moscow", ())


def test_a_force_of_no_town_gives_no_place() -> None:
    assert [one.place for one in incidents("Five men were hurt when a gunman opened fire on Monday, Border Police said.")] == [None]


@pytest.mark.parametrize(("head", "place"), [("TAMIR, Nov 5 (Reuters) - ", "tamir"), ("TAMIR/DURAL, Nov 5 (Reuters) - ", None)])
def test_powers_agree_in_the_town_of_a_dateline_that_names_one(head: str, place: str | None) -> None:
    (incident,) = incidents(f"{head}Major powers agreed on Tuesday to a ceasefire.")
    assert (incident.place and incident.place.name.lower()) == place


def test_a_place_within_the_other_is_no_other_place() -> None:
    text = "Gunmen shot two men in the Marek district of Tamir on Monday. The men attacked a bank in Tamir. A guard was killed in Marek."
    assert len(incidents(text)) == 1


def test_of_a_month_the_day_told_within_it() -> None:
    month, day = (ck.parse(text, published=DAY).events[0] for text in ("Rebels attacked Tamir this month.", "Rebels attacked Tamir."))
    news = ck.DatedEvent(day.trigger, day.kind, None, None, DAY, DAY, 1, ck.DateSource.PUBLICATION, day.factuality)
    assert dated([month, news]) is news


# --- tolls ---------------------------------------------------------------------------------------------------------------


def test_a_victim_and_the_list_beside_him_are_one_toll() -> None:
    (incident,) = incidents("The mayor was killed along with his driver and two guards.")
    assert tolls(incident) == {"killed": 4}
    (incident,) = incidents("A father and his two sons were killed. The father died at once.")
    assert tolls(incident) == {"killed": 3}


def test_the_dead_and_hurt_are_those_of_the_act_beside_them_not_of_who_admits_it() -> None:
    (incident,) = incidents("The army admitted that one miner died and five were wounded in the clashes in Brod on Monday.")
    assert tolls(incident) == {"killed": 1, "wounded": 5}
    assert not any(tolls(one) for one in incidents("The mayor arrived in Brod on Monday and met the envoy. He said 40 people live there."))


def test_who_dies_of_it_later_is_in_its_toll() -> None:
    (incident,) = incidents("Four miners were shot in Brod on Saturday. One of the miners died on Sunday.")
    assert tolls(incident) == {"killed": 1, "casualties": 4}
    assert len(incidents("Four miners were shot in Brod on Saturday. A baker died in a raid on Sunday.")) == 2


def test_a_figure_that_somebody_denies_is_in_no_toll() -> None:
    (incident,) = incidents(f"{BOMB} A newspaper put the number of dead at 70, a figure that the council denied.")
    assert tolls(incident) == {"killed": 12, "wounded": 30}


def test_subsets_and_what_is_denied_are_in_no_toll() -> None:
    (incident,) = incidents("Rebels attacked the town of Tamir on Monday, killing 12 people, including two children. No soldier was killed in the attack.")
    assert tolls(incident) == {"killed": 12}


def test_two_voices_give_low_and_high() -> None:
    text = "A blast killed 12 people in the town of Tamir on Monday, the governor said. Doctors said the blast killed 15 people."
    (incident,) = incidents(text)
    (toll,) = incident.tolls
    assert (toll.low, toll.high) == (12, 15)


def test_the_numbers_of_one_verb_are_added_up() -> None:
    (incident,) = incidents("Gunmen killed two guards and three nurses in the town of Tamir on Monday.")
    assert tolls(incident) == {"killed": 5}


def test_a_breakdown_is_not_added_to_its_whole() -> None:
    (incident,) = incidents("A bomb killed 12 people, seven guards and five nurses, in the town of Tamir on Monday.")
    assert tolls(incident) == {"killed": 12}


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("The mayor was shot dead in the town of Tamir on Monday. Three other people also died in the attack.", 4),
        ("Two elders and two other men were shot dead in the town of Tamir on Monday.", 4),
        ("Gunmen killed a judge and three other people in the town of Tamir on Monday. Three passers-by died.", 4),
        ("A bomb killed nine people in the town of Tamir on Monday. Another three people died of the blast, doctors said.", 9),
        ("A boy was wounded in the town of Tamir on Monday. Three other people were killed in the attack.", 3),
    ],
)
def test_others_come_on_top_of_victims_told_without_a_number(told: str, killed: int) -> None:
    assert tolls(incidents(told)[0])["killed"] == killed


def test_a_toll_told_again_is_of_the_incident_that_has_one() -> None:
    text = "Guards shot dead six men in the town of Tamir on Monday. Officers said youths had thrown stones. A spokesman put the death toll at two."
    first, *others = incidents(text)
    assert [(toll.low, toll.best) for toll in first.tolls] == [(2, 6)]
    assert not any(toll.measure is ck.Measure.KILLED for other in others for toll in other.tolls)


def test_a_toll_is_of_the_incident_with_one_of_its_order() -> None:
    lead, other = incidents("Gunmen killed 35 men in Bariz.\n\nFive others were killed in an earlier attack in Tirsa.\n\nRadio Lorn put the toll at 43.")
    assert [toll.high for toll in lead.tolls + other.tolls] == [43, 5]


def test_a_word_for_what_is_only_feared_takes_no_number() -> None:
    (lead,) = incidents("Shells killed 20 men in Bariz.\n\nA clerk, who would not be named for fear of reprisals, put the toll at 26.")
    assert lead.tolls[0].high == 26


def test_a_number_alone_is_of_its_paragraph_or_of_the_lead() -> None:
    bomb = "A car bomb killed 12 people in the town of Tamir on Monday.\n\n"
    village = "Gunmen attacked the village of Dural on Sunday. Residents put the number of dead at 40."
    assert [tolls(one).get("killed") for one in incidents(bomb + village)] == [12, 40]
    barracks = "In January, gunmen stormed a barracks in Dural, killing nine soldiers.\n\nA doctor said the number of dead had risen to 14."
    assert [(toll.best, toll.high) for one in incidents(bomb + barracks) for toll in one.tolls] == [(14, 14), (9, 9)]


def test_a_count_told_by_itself_raises_a_toll_within_reason() -> None:
    bomb = "A car bomb killed nine people in the town of Tamir on Monday, police said. The governor later put the death toll at {}."
    assert [(toll.low, toll.best, toll.high) for toll in incidents(bomb.format(17))[0].tolls] == [(9, 17, 17)]
    assert [toll.best for toll in incidents(bomb.format(170))[0].tolls] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "A man was arrested in Tamir on Monday. Tom Reed was taken into custody at his home, police said.",
        "Police arrested two men in Tamir on Monday. Tom Reed and Ron Mast were arrested at a bar.",
        "Two men shot a baker in Tamir on Monday. He suffered a gunshot wound to the leg.",
        "Ann Reed was arrested on Monday at a bar in Tamir. On Monday Ann Reed was arrested again and sent to a jail in Dural.",
    ],
)
def test_whoever_is_arrested_or_hurt_is_told_again(text: str) -> None:
    assert len(incidents(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two men in Tamir on Monday. Tom Reed was arrested in Dural on Tuesday.",
        "Tom Reed was arrested in Tamir on Monday. Ron Mast was arrested at his home.",
        "Tom Reed was arrested in Tamir on Monday. Ron Mast was also arrested.",
        "Two men shot a baker in Tamir on Monday. On Tuesday two men shot a tailor in Dural.",
    ],
)
def test_others_are_arrested_or_hurt_apart(text: str) -> None:
    assert len(incidents(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The office for the prevention of torture sent a letter on Monday.",
        "He praised the fight against the rebels.",
        "The bold march will end at the square in Tamir.",
        "The suspect is still under arrest in Tamir.",
        "Officers obtained a warrant for his arrest.",
    ],
)
def test_what_names_a_sort_of_act_or_is_to_come_is_no_incident(text: str) -> None:
    assert not incidents(text)


def test_what_a_war_brings_is_no_incident() -> None:
    text = "A bomb killed two people in Tamir on Monday. The war has displaced 700,000 others since 2017."
    assert [one.sub_event_type for one in incidents(text)] == ["Remote explosive/landmine/IED"]


# --- type ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Warplanes bombed a market in the rebel-held town on Monday, killing nine.", "Air/drone strike"),
        ("Police used tear gas to disperse protesters who had gathered outside parliament.", "Protest with intervention"),
        ("Two grenades were found near a school in Marrun.", "Disrupted weapons use"),
        ("The army has set up a new base near Marrun.", "Headquarters or base established"),
        ("Forty soldiers have defected to the rebels in Marrun.", "Change to group/activity"),
        ("Police said two women were raped near Marrun on Sunday.", "Sexual violence"),
        ("Gunmen attacked three villages near Marrun, killing six people.", "Attack"),
        ("Troopers captured two rebel camps near Marrun.", "Government regains territory"),
        ("Thousands of people marched peacefully through the capital to demand new elections.", "Peaceful protest"),
        ("Gunmen abducted two aid workers on the road to the northern border town.", "Abduction/forced disappearance"),
        ("The army recaptured the town of Sirte from militants after a month.", "Government regains territory"),
        ("A suicide bomber blew himself up outside a mosque in Tamir, killing four.", "Suicide bomb"),
        ("Rebels fired mortars at the village of Dural on Monday, wounding three.", "Shelling/artillery/missile attack"),
        ("A roadside bomb killed three soldiers near the town of Tamir.", "Remote explosive/landmine/IED"),
        ("Gunmen stormed a restaurant in the diplomatic area of Tamir on Monday, killing 20 people.", "Attack"),
        ("Police were deployed in Tamir after an attack killed 202 people there.", "Attack"),
        ("A passenger jet was blown up by a bomb over the town of Tamir in October.", "Remote explosive/landmine/IED"),
        ("Rebels shot down a military helicopter over the town of Tamir on Monday.", "Armed clash"),
        ("Ukraine carried out a strike on a storage facility near the city of Kersk on Monday.", "Air/drone strike"),
        ("A Russian strike trapped seven people under a hall in the city of Kersk on Monday.", "Air/drone strike"),
        ("An artillery shell exploded beside a group of reporters near Marrun on Monday.", "Shelling/artillery/missile attack"),
        ("Suicide and car bomb blasts struck a suburb of Tamir on Monday.", "Suicide bomb"),
        ("Gunmen stormed a bakery in Marrun on Monday and killed 20 customers.", "Attack"),
        ("Explosive devices were found at a school in the Marrun area on Monday.", "Disrupted weapons use"),
        ("Militants destroyed a gas plant outside the city of Palmar on Monday.", "Looting/property destruction"),
        ("Troops destroyed 14 landmines near the town of Tamir on Monday.", "Disrupted weapons use"),
        ("Militants captured the village of Dural from government forces on Monday.", "Non-state actor overtakes territory"),
        ("Armed men attacked a school near Marrun on Monday, killing two teachers, police said.", "Attack"),
        ("Rebels captured the town of Tamir on Monday, shelling its barracks.", "Non-state actor overtakes territory"),
        ("Gunmen killed the deputy head of the land office in Tamir on Monday, police said.", "Attack"),
        ("Gunmen shot dead a reporter who was covering clashes in Tamir on Monday.", "Attack"),
        ("Bandits invaded three villages near Tamir on Monday, killing nine people.", "Attack"),
        ("Rebels ambushed travellers on the road to Tamir on Monday.", "Attack"),
        ("Rebels ambushed a convoy of soldiers on the road to Tamir on Monday.", "Armed clash"),
        ("Two officers were shot dead by gunmen in Tamir on Monday.", "Armed clash"),
        ("Nine people died in Tamir on Monday in clashes between herders and farmers.", "Armed clash"),
        ("The army launched a fresh ground offensive near Tamir on Monday.", "Armed clash"),
        ("A man was shot in Tamir on Monday, police said. Officers found him in a car.", "Attack"),
        ("A car bomb was detonated by a suicide bomber in Tamir on Monday.", "Suicide bomb"),
        ("Rebels attacked the air force headquarters in Tamir on Monday, killing two guards.", "Armed clash"),
        ("The air force bombed a village near Tamir on Monday.", "Air/drone strike"),
        ("Rebels fired at the pilot of a helicopter near Tamir on Monday, killing two soldiers.", "Armed clash"),
        ("A helicopter fired at a village near Tamir on Monday, killing two farmers.", "Air/drone strike"),
        ("Rebels clashed with an army convoy that carried explosives near Tamir on Monday.", "Armed clash"),
    ],
)
def test_one_type_for_the_whole_library(text: str, label: str) -> None:
    (row,) = ck.to_format(ck.parse(text, published=DAY), "acled")
    assert row["sub_event_type"] == label == incidents(text)[0].sub_event_type


def test_what_nature_does_is_no_attack() -> None:
    assert [one.sub_event_type for one in incidents("An earthquake killed eight people in Marrun on Monday.")] == [None]


def test_the_words_of_types_can_be_extended() -> None:
    text = "The greycoats captured the village of Mirren on Sunday after the town had been empty for a week."
    mine = ck.evolve(ck.ENGLISH, add={"incidents.type.rebel": "greycoats"})
    assert [one.sub_event_type for one in ck.parse(text, language=mine).incidents] == ["Non-state actor overtakes territory"]
    assert [one.sub_event_type for one in ck.parse(text).incidents] != ["Non-state actor overtakes territory"]


# --- properties ----------------------------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(texts)
def test_an_incident_holds_records_of_its_report(text: str) -> None:
    report = ck.parse(text, published=DAY)
    events, claims = set(map(id, report.events)), set(map(id, report.claims))
    for incident in report.incidents:
        assert incident.events or incident.claims
        assert {id(event) for event in incident.events} <= events
        assert {id(claim) for claim in incident.claims} <= claims
        assert all(event.factuality in (ck.Factuality.ASSERTED, ck.Factuality.CLAIMED) for event in incident.events)
        for toll in incident.tolls:
            ends = [end for end in (toll.low, toll.best, toll.high) if end is not None]
            assert ends == sorted(ends)
            assert toll.claims and all(any(claim is held for held in incident.claims) for claim in toll.claims)
            assert all(claim.factuality in (ck.Factuality.ASSERTED, ck.Factuality.CLAIMED) for claim in toll.claims)
    assert report.incidents == ck.parse(text, published=DAY).incidents
    assert ck.from_dict(ck.to_dict(report)) == report


def test_an_event_is_in_one_incident() -> None:
    report = ck.parse(" ".join(PIECES), published=DAY)
    held = [id(event) for incident in report.incidents for event in incident.events]
    assert len(held) == len(set(held))


# --- across reports ------------------------------------------------------------------------------------------------------

FIRST = ck.parse(
    "A bomb exploded at the Marek bus station in the town of Tamir on Monday, killing 12 people, governor Ana Ruiz said.", published=dt.date(2025, 11, 4), id="first"
)
LATER = ck.parse("The bombing of the Marek bus station in Tamir on Monday killed 15 people, Ana Ruiz said on Wednesday.", published=dt.date(2025, 11, 5), id="later")
RIVAL = ck.parse("A bomb at the Marek bus station in Tamir killed 20 people on Monday, doctors told Ana Ruiz.", published=dt.date(2025, 11, 4), id="rival")
ELSEWHERE = ck.parse("At least 30 people were killed when gunmen attacked a ferry on the river Osk on Monday.", published=dt.date(2025, 11, 4), id="ferry")


def test_a_toll_that_grew_is_no_conflict() -> None:
    (shared,) = ck.compare([FIRST, LATER, ELSEWHERE]).incidents
    assert [name for name, _ in shared.incidents] == ["first", "later"]
    assert not shared.conflicts
    assert [[told.toll.best for told in grown] for grown in shared.growth] == [[12, 15]]


def test_a_toll_grows_from_what_was_told_as_a_least() -> None:
    least = ck.parse(FIRST.text.replace("killing 12", "killing at least 12"), published=FIRST.published, id="least")
    (shared,) = ck.compare([least, LATER]).incidents
    assert [[told.toll.best for told in grown] for grown in shared.growth] == [[12, 15]]
    assert ck.compare([FIRST, RIVAL]).incidents[0].growth == ()


def test_tolls_of_one_day_that_exclude_each_other_conflict() -> None:
    (shared,) = ck.compare({"a": FIRST, "b": RIVAL}).incidents
    ((smaller, larger),) = shared.conflicts
    assert (smaller.report, smaller.toll.best, larger.report, larger.toll.best) == ("a", 12, "b", 20)


def test_one_who_is_told_to_have_died_may_be_one_of_more() -> None:
    one = ck.parse("A bomb at the Marek bus station in Tamir killed a nurse on Monday, Ana Ruiz said.", published=dt.date(2025, 11, 4))
    two = ck.parse("Two people were killed by a bomb at the Marek bus station in Tamir on Monday, Ana Ruiz said.", published=dt.date(2025, 11, 4))
    (shared,) = ck.compare([one, two]).incidents
    assert not shared.conflicts


@pytest.mark.parametrize(("other", "one"), [("Tamir on Monday", True), ("Dural on Monday", True), ("Tamir on Sunday", True), ("Dural on Sunday", False)])
def test_another_day_in_another_town_is_another_incident(other: str, one: bool) -> None:  # noqa: FBT001
    texts = ("A bomb killed two men in {} at a Marek fair, Ana Ruiz of the Lotus Guild said.", "Two men were killed by a bomb at the fair of Marek in {}, said Ana Ruiz, who leads the Lotus Guild.")
    reports = [ck.parse(text.format(where), published=DAY) for text, where in zip(texts, ("Tamir on Monday", other))]
    assert bool(ck.compare(reports).incidents) is one


def test_one_report_and_copies_share_nothing() -> None:
    assert ck.compare([FIRST]).incidents == ()
    assert ck.compare([FIRST, FIRST]).incidents == ()
    with pytest.raises(ck.InputTypeError, match="not one Report"):
        ck.compare(FIRST)  # type: ignore[arg-type]
    with pytest.raises(ck.InputTypeError, match="item 1 must be a Report"):
        ck.compare([FIRST, "text"])  # type: ignore[list-item]


@settings(max_examples=30)
@given(st.lists(texts, max_size=4))
def test_what_is_shared_stands_in_its_reports(made: list[str]) -> None:
    reports = [ck.parse(text, published=DAY) for text in made]
    found = ck.compare(reports)
    for shared in found.incidents:
        assert len({name for name, _ in shared.incidents}) == len(shared.incidents) > 1
        assert all(incident in reports[int(name)].incidents for name, incident in shared.incidents)
    assert found == ck.compare(iter(reports))


def test_a_report_without_a_single_act_tells_its_series() -> None:
    (one,) = ck.parse("Warplanes carried out strikes on hills near Marrun, wounding four men.").incidents
    assert one.sub_event_type == "Air/drone strike"
    assert not ck.parse("Attacks on convoys are frequent in the hills.").incidents


def test_a_table_of_losses_belongs_to_no_incident_of_the_text() -> None:
    text = "In Hollin two people were killed in a strike.\n\nLosses of the enemy per day:\nPersonnel: 1,180\nTanks: 6 (total 8,430)\n"
    (incident,) = ck.parse(text, published=dt.date(2024, 8, 14)).incidents
    assert [(toll.measure, toll.best) for toll in incident.tolls] == [(ck.Measure.KILLED, 2)]


def test_what_follows_an_act_by_hours_has_its_day() -> None:
    text = (
        "A bomb tore through a depot in Brod on Sunday, killing 14 people.\n\nNo group has claimed it; the ministry blamed the Front, which has fought since 1994."
        "\n\nHours after the blast, army helicopters fired rockets at rebel positions outside Tirsa."
    )
    report = ck.parse(text, published=dt.date(2001, 3, 5))
    assert {(event.first, event.last) for event in report.events if event.trigger.text in ("blast", "fired")} == {(dt.date(2001, 3, 4),) * 2}


def test_the_town_of_talks_is_not_where_the_attack_was() -> None:
    text = "The raid, the worst since an assault on a market killed 41 people in November, came days before talks between the council and the guild were to resume in Hollin."
    incidents = ck.parse(text, published=dt.date(2024, 3, 5)).incidents
    assert [incident.place.name for incident in incidents if incident.place and incident.tolls] == ["market"]


def test_the_attack_behind_an_older_aside_is_the_lead() -> None:
    lead = "Gunmen killed five officers at a post in Tirsa on Monday.\n\nOn Friday, three soldiers were killed by a mine near Hollin.\n\n"
    first, mine = ck.parse(f"{lead}The council condemned the attack.", published=dt.date(2025, 11, 4)).incidents
    assert ([event.trigger.text for event in first.events], [event.trigger.text for event in mine.events]) == (["killed", "attack"], ["killed"])
    later = ck.parse(f"{lead}The attack on the soldiers was the second in Hollin.", published=dt.date(2025, 11, 4)).incidents
    assert [len(one.events) for one in later] == [1, 2]


def test_a_definite_target_or_weapon_points_back() -> None:
    text = "A shell hit a hospital in Kebra on 10 September.\n\nOn 12 September, air strikes hit a market in Umm Zarif.\n\nThe envoy condemned the attack on the hospital."
    assert [event.trigger.text for event in ck.parse(text, published=dt.date(2025, 9, 15)).incidents[0].events] == ["hit", "attack"]
    other = text.replace("on the hospital", "on a bakery")
    assert [event.trigger.text for event in ck.parse(other, published=dt.date(2025, 9, 15)).incidents[0].events] == ["hit"]


def test_what_the_attackers_do_opens_no_incident() -> None:
    text = "Militants stormed a police post in Tirsa on Monday, killing five officers. {} fled after a gun battle that lasted two hours."
    (one,) = ck.parse(text.format("The attackers"), published=dt.date(2025, 11, 4)).incidents
    (other,) = ck.parse(text.format("Residents"), published=dt.date(2025, 11, 4)).incidents
    assert ([event.trigger.text for event in one.events], len(other.events)) == (["stormed", "killing", "battle"], 2)


def test_the_sentence_below_a_headline_tells_the_same() -> None:
    text = "Gunmen raid police post\n\nTIRSA, Nov 3 (Reuters) - Militants stormed a police post in Tirsa on Monday, wounding an officer."
    (headed,) = ck.parse(text, published=dt.date(2025, 11, 3)).incidents
    (told,) = ck.parse(text.replace("post\n", "post.\n"), published=dt.date(2025, 11, 3)).incidents
    assert (len(headed.events), len(told.events)) == (3, 2)


@pytest.mark.parametrize(
    ("sentence", "tolls"),
    [
        ("Last year, 31 people were killed in Tirsa.", 1),
        ("In 2018, gunmen killed 31 people in a mall in Tirsa.", 2),
        ("Norland has lost about 1,180 soldiers and seven tanks over the past 24 hours.", 1),
        ("Norland lost seven soldiers in a battle in Tirsa on Sunday.", 2),
    ],
)
def test_sums_of_a_time_are_no_incident(sentence: str, tolls: int) -> None:
    report = ck.parse(f"A bomb killed four people in Hollin on Monday.\n\n{sentence}", published=dt.date(2019, 11, 5))
    assert len([one for one in report.incidents if one.tolls]) == tolls


def test_what_they_are_armed_with_is_not_how_they_attack() -> None:
    text = "Militants {} a police post in Tirsa on Monday, killing five officers."
    (armed,) = ck.parse(text.format("armed with rifles and rockets attacked"), published=dt.date(2025, 11, 4)).incidents
    (fired,) = ck.parse(text.format("fired rockets at"), published=dt.date(2025, 11, 4)).incidents
    assert (armed.sub_event_type, fired.sub_event_type) == ("Armed clash", "Shelling/artillery/missile attack")


def test_an_entry_of_a_live_page_does_not_go_on_with_the_one_before() -> None:
    text = "17:05\nNine people were killed in an air strike on a school in Gasal.\n\n{}\nSirens sound in Ashkar. No casualties are reported."
    (one,) = ck.parse(text.format("16:30"), published=dt.date(2024, 11, 3)).incidents
    assert [toll.measure for toll in one.tolls] == [ck.Measure.KILLED]


def test_nobody_hurt_is_of_what_was_told_right_before() -> None:
    text = "A bomb hit a farm in Izhum on Monday, killing a driver. {}No one was hurt."
    far, near = (ck.parse(text.format(between), published=dt.date(2025, 5, 12)).incidents[0] for between in ("In Kharvel debris fell on the roof of a depot. ", ""))
    assert ([toll.measure for toll in far.tolls], len(near.tolls)) == ([ck.Measure.KILLED], 2)


def test_a_district_may_lie_in_the_town_of_the_dateline() -> None:
    text = "KHARVEL, March 4 (NNA) - Rockets hit a house in the {}, killing four people.\n\nThe attack in Kharvel wounded nine."
    part, town = (ck.parse(text.format(place), published=dt.date(2025, 3, 4)).incidents for place in ("Saltiv district", "town of Saltiv"))
    assert ([len(one.events) for one in part], [len(one.events) for one in town]) == ([4], [2, 2])


def test_a_second_target_is_told_beside_the_first() -> None:
    text = "Gunmen killed Judge Ana Ruiz {}in Brod on Monday. The killers then fired at farmers."
    alone, both = (ck.parse(text.format(more), published=dt.date(2025, 3, 4)).incidents[0] for more in ("", "and wounded two guards "))
    assert ([who.name for who in alone.targets], [who.name for who in both.targets]) == (["Ana Ruiz"], ["Ana Ruiz", "two guards"])


def test_what_is_told_behind_a_legal_act_is_no_other_act() -> None:
    text = "Man charged after fatal stabbing in Brod\n\nA man has been charged with murder after a boy was stabbed to death in Brod on Wednesday."
    (one,) = [one for one in ck.parse(text, published=dt.date(2025, 2, 7)).incidents if one.kind is ck.EventKind.ASSAULT]
    assert {"stabbing", "stabbed"} <= {event.trigger.text for event in one.events}


def test_the_present_of_a_headline_is_no_habit() -> None:
    text = "Strikes kill four in Tirsa\n\nRockets struck a house in Tirsa on Monday, killing four people.\n\n{}"
    (one,) = ck.parse(text.format("Strikes kill people every week."), published=dt.date(2025, 3, 4)).incidents
    assert [event.trigger.text for event in one.events] == ["Strikes", "kill", "struck", "killing"]


def test_the_present_of_a_chronicle_tells_acts() -> None:
    text = "{}Two gunmen kill 12 people at an office in Paraz.\n\n14 July 2016: A man stabs four people in Nizza. One of them dies."
    days = [one.first for one in ck.parse(text.format("7 January 2015: "), published=dt.date(2020, 1, 10)).incidents]
    assert days == [dt.date(2015, 1, 7), dt.date(2016, 7, 14)]
    assert len(ck.parse("A bomb killed a man in Paraz on 3 May 2019. Two gunmen kill 12 people a year in Nizza.").incidents) == 1


def test_what_the_headline_counts_may_be_told_apart_below() -> None:
    text = "Bus crash kills 11; separate attack leaves {} dead\n\nEleven pilgrims died when a bus crashed near Brod.\n\nIn a separate incident, gunmen killed three labourers in Tirsa."
    same, other = (ck.parse(text.format(number), published=dt.date(2025, 5, 7)).incidents for number in ("three", "seven"))
    assert ({one.place.name for one in same if one.place and one.tolls}, len(other) - len(same)) == ({"Tirsa"}, 1)


def test_what_it_was_done_with_is_no_doer() -> None:
    text = "{} detonated at a gate in Kalom on Monday, killing four soldiers."
    (one,) = ck.parse(text.format("A vehicle-borne IED"), published=dt.date(2023, 8, 15)).incidents
    assert one.actors == ()
    (one,) = ck.parse("Russian warplanes bombed Kalom on Monday, killing four soldiers.", published=dt.date(2023, 8, 15)).incidents
    assert [who.name for who in one.actors]


def test_the_name_of_a_front_takes_no_ground() -> None:
    text = "The {} Front killed three labourers in the province of Tirsa on Monday, fighters said."
    (one,) = ck.parse(text.format("Balo Liberation"), published=dt.date(2025, 5, 7)).incidents
    assert one.sub_event_type in ("Armed clash", "Attack")


def test_who_is_named_elsewhere_is_told_beside_who_is_not() -> None:
    text = "Gunmen shot dead {} in Hollin on Monday. Police said Bo Tarn was killed by the gunmen."
    unnamed, named = (ck.parse(text.format(victim), published=dt.date(2024, 3, 5)).incidents[0] for victim in ("a journalist", "Emil Haber"))
    assert [[who.name for who in one.targets] for one in (unnamed, named)] == [["journalist", "Bo Tarn"], ["Emil Haber"]]


def test_the_core_is_told_at_the_top_and_new() -> None:
    old = "Rebels shot dead two guards in Tamir in {}. The guards were brothers."
    assert [incidents(old.format(when))[0].salience for when in ("2019", "October")] == [ck.Salience.BACKGROUND, ck.Salience.CORE]
    talks = "The envoy met traders. " * 6
    assert incidents(f"{talks}Rebels shot dead two guards in Tamir on Monday.")[0].salience is ck.Salience.BACKGROUND


def test_nouns_of_two_towns_are_two_incidents() -> None:
    told = "The envoy condemned both the attack on a market in Tamir and the bomb attacks in {} on Monday."
    assert [len(incidents(told.format(where))) for where in ("Dural", "Tamir")] == [2, 1]


def test_what_is_protested_or_answered_is_another_incident() -> None:
    assert triggers("Traders boycotted the courts of Tamir on Monday in protest against the bomb attacks in Dural.")[0] == ["boycotted", "protest"]
    assert triggers("The army shelled a field on Monday. The shelling came in response to a missile launched into Tamir.") == [["shelled", "shelling"], ["launched"]]
    assert triggers("The army shelled a field on Monday with a missile launched from Tamir.") == [["shelled", "launched"]]


def test_a_crowd_with_stones_is_not_the_bomb_told_before() -> None:
    bomb = "A bomb killed two people on Monday. "
    assert triggers(f"{bomb}Students threw stones at the embassy.")[0] == ["killed"]
    assert triggers(f"{bomb}In Kenya, gunmen attacked the embassy.")[0] == ["killed"]
    assert triggers(f"{bomb}It wounded nine.") == [["killed", "wounded"]]


def test_who_is_arrested_where_troops_storm_a_town() -> None:
    (one,) = incidents("Troops stormed the town of Tamir and arrested three traders on Monday.")
    assert (one.sub_event_type, tolls(one)) == ("Arrests", {"captured": 3})
    (one,) = incidents("Troops stormed the town of Tamir and captured a police station on Monday.")
    assert one.sub_event_type != "Arrests"


def test_troops_that_leave_a_town_hand_it_over() -> None:
    left = "Non-violent transfer of territory"
    assert [incidents(f"{who} on Monday.")[0].sub_event_type for who in ("Norland troops withdrew from Tamir", "Sudland withdrew from NATO")] == [left, None]


def test_hostages_may_be_killed_in_any_act() -> None:
    text = "A bomb exploded at a farm in Tamir on Monday. {}"
    assert len(incidents(text.format("It killed one hostage."))) == 1
    assert len(incidents(text.format("Gunmen took hostages at a school."))) == 2


def test_a_list_that_ends_with_the_most_is_added_up() -> None:
    (one,) = incidents("The blast in Tamir on Monday killed one nurse, two guards and 14 soldiers.")
    assert tolls(one) == {"killed": 17}
    (one,) = incidents("The blast in Tamir on Monday killed 14 people, two guards and one nurse.")
    assert tolls(one) == {"killed": 14}


def test_entries_that_open_with_a_day_or_an_hour_are_not_gone_on_with() -> None:
    text = "7 April: Warships shell the harbour of Tamir.\n11 April: Rebels shoot down a helicopter over the bay. Both pilots are killed.\n19 April: A bus is hit by a mortar round, killing eleven."
    assert [(one.first and one.first.day, tolls(one).get("killed")) for one in incidents(text)] == [(7, None), (11, 2), (19, 11)]
    hours = "09:25 A shell hit a house in Tamir.\n14:30 {}Two people were killed."
    assert [len(incidents(hours.format(what))) for what in ("A drone hit a bus in Dural. ", "")] == [2, 1]


def test_who_is_fired_on_and_shoots_back_is_in_the_same_fight() -> None:
    text = "Gunmen shot dead an officer near Tamir on Monday.\n\nThe officers were going home. Their car came under fire.\n\nTwo guards returned fire. In January rebels killed a guard in Dural."
    assert triggers(text)[0] == ["shot", "fire", "returned", "fire"]


def test_a_toll_that_what_is_told_brings_to_more() -> None:
    text = "Gunmen killed nine people in Tamir on Monday. Two of the wounded later died, {}."
    assert [tolls(incidents(text.format(more))[0]) for more in ("bringing the toll to 11", "police said")] == [{"killed": 11}, {"killed": 9}]


def test_what_was_told_to_do_the_harm_is_not_what_it_came_after() -> None:
    text = "Three men were killed {} the massacre in Tamir on Monday."
    assert [len(triggers(text.format(how))) for how in ("in an air strike after", "in")] == [2, 1]


def test_prisoners_of_war_tell_of_no_war() -> None:
    assert triggers("Rebels freed 30 prisoners of war in Tamir on Monday. A bomb killed two men in Dural.") == [["freed"], ["killed"]]


def test_supporters_are_no_protest() -> None:
    text = "A guard was killed on Monday in a clash with supporters of the mayor. One guard was killed in Monday's clash, police said."
    assert triggers(text) == [["killed", "clash", "killed", "clash"]]


def test_a_series_of_years_is_no_incident_beside_what_happened() -> None:
    text = "Gunmen shot dead nine men in Tamir on Monday. The region of Dural has seen clashes between herders and farmers {}."
    assert [len(incidents(text.format(when))) for when in ("since 2018", "on Sunday")] == [1, 2]


@pytest.mark.parametrize("text", ["A strike on Tamir may not end the war.", "An attack on the port of Tamir could cut the road."])
def test_an_act_that_is_only_thought_of_is_no_incident(text: str) -> None:
    assert incidents(text) == ()


def test_that_attack_is_the_one_told_last() -> None:
    text = "A bomb killed nine people in Tamir on Monday. The blast was similar to a bombing of the port of Dural in January. In that attack, a bomber killed four guards."
    assert [(one.first and one.first.month, tolls(one)) for one in incidents(text)] == [(1, {"killed": 4}), (11, {"killed": 9})][::-1]


def test_what_neither_points_back_nor_tells_harm_is_far_from_what_was_told() -> None:
    text = "Gunmen shelled the port on Monday.\n\nThe mayor left. He had no comment.\n\nTroops stormed the town of Dural{}."
    assert [len(incidents(text.format(more))) for more in ("", " and the port")] == [2, 2]
    assert len(incidents("Gunmen shelled the port on Monday.\n\nThe mayor left. He had no comment.\n\nTwo people were killed.")) == 1


def test_a_roundup_has_no_core_that_counts_all() -> None:
    body = "At least 40 people were killed in a {} across Norland on Sunday, police said.\n\nIn Tamir, a bomb killed 22 people.\n\nIn the city of Dural, police found six men who had been shot dead."
    core = [incidents(f"At least 40 killed in Norland\n\n{body.format(what)}")[0] for what in ("string of attacks", "bomb attack")]
    assert [tolls(one).get("killed") for one in core] == [None, 40]


def test_a_sentence_that_begins_with_another_town_goes_on_with_nothing() -> None:
    text = "Gunmen shot dead four guards in Tamir on Monday. In {}, police found six men who had been shot."
    assert [len(incidents(text.format(where))) for where in ("the city of Dural", "Tamir")] == [2, 1]


def test_the_past_that_looks_like_the_present_is_told() -> None:
    assert triggers("Six men came to her house in Tamir. They beat her brother with rifle butts and left.") == [["beat"]]


def _killed(text: str) -> list[list[tuple[str, int | None, int | None, int | None]]]:
    report = ck.parse(text, published=dt.date(2025, 11, 7))
    return [[(str(toll.measure), toll.low, toll.best, toll.high) for toll in incident.tolls] for incident in report.incidents]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Gunmen attacked a bus in Brod on Monday. Police said four people were killed; the mayor said seven were killed.", [[("killed", 4, 4, 7)]]),
        ("A raid in Brod killed 12 people on Monday, while in Dural eight people were killed.", [[("killed", 12, 12, 12)], [("killed", 8, 8, 8)]]),
    ],
    ids=["two voices, one act", "two towns"],
)
def test_another_figure_in_one_sentence_is_another_act_unless_another_voice_tells_it(text: str, tolls: list[list[tuple[str, int, int, int]]]) -> None:
    assert _killed(text) == tolls


def test_a_number_beside_the_toll_of_a_war_is_of_the_war() -> None:
    lone = "Police shot Milan Dorr dead in Brod on Monday."
    assert _killed(f"{lone} Some 9,000 people died in the 2002-2005 war. More than 1,100 people are still missing.") == _killed(lone)


def test_what_police_are_called_to_is_the_act_of_the_report() -> None:
    text = "A boy was shot in Tamir on Monday. "
    assert len(incidents(text + "Officers responded to reports of a shooting at a house on Rask Street at about 9 p.m.")) == 1
    assert len(incidents(text + "In Dural, a shooting at a house killed a man.")) == 2


def test_a_charge_alone_opens_no_incident() -> None:
    text = "A boy was shot in Tamir on Monday. Police arrested Ana Ruiz in Dural on Tuesday. She has a long record and was once convicted of assault."
    assert [one.sub_event_type for one in incidents(text)] == ["Attack", "Arrests"]


def test_one_arrest_is_told_with_its_day_later() -> None:
    (one,) = incidents("Writer Ana Ruiz, who was arrested in Tamir, was granted bail. She went home. Ana Ruiz was arrested on October 12 during a rally.")
    assert (one.first, tolls(one)) == (dt.date(2025, 10, 12), {"captured": 1})
    first, second = incidents("Writer Ana Ruiz was arrested in Tamir on Monday. Ana Ruiz was also arrested in 2019 in Tamir.")
    assert (first.first, second.first) == (dt.date(2025, 11, 3), dt.date(2019, 1, 1))


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("The attack on Dural, 40 km west of the capital, began shortly before dawn.", 1),
        ("The attack on Dural wounded 14 people and killed three.", 2),
        ("In Dural, rebels attacked a bus.", 2),
        ("An attack on Dural wounded six.", 2),
    ],
)
def test_a_town_may_lie_in_the_region_told_before(told: str, rows: int) -> None:
    made = incidents(f"Gunmen attacked a village in northern Norland on Sunday, killing at least 12 people. {told}")
    assert len(made) == rows
    assert made[-1].place is not None
    assert made[-1].place.name == "Dural"


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("About three hours later, gunmen shot dead a trader in the city.", 2),
        ("Two later died in the city.", 1),
        ("A nurse was also murdered.", 1),
        ("The rebels also attacked a bus, killing four.", 2),
        ("The rebels have previously attacked buses in Dural.", 2),
    ],
)
def test_what_is_told_of_another_time_is_another_incident(told: str, rows: int) -> None:
    assert len(incidents(f"Rebels attacked a hospital in Tamir on Monday, wounding 12 people. {told}")) == rows


def test_who_clears_mines_is_hit_by_any_act() -> None:
    (one,) = incidents("Six members of a mine-removal team were killed by gunmen near Tamir on Monday.")
    assert one.sub_event_type == "Attack"


def test_one_act_brings_about_another() -> None:
    assert triggers("Two rockets landed near a base in Tamir on Monday, causing two explosions.") == [["landed", "explosions"]]


def test_an_arrest_for_a_death_is_an_arrest() -> None:
    (one,) = incidents("Ana Ruiz was arrested in Tamir on Friday in connection with the death of a trader.")
    assert one.sub_event_type == "Arrests"


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("The minister spoke of the fear of arbitrary arrest in Dural.", 0),
        ("The camp was set up following the Dural attack.", 0),
        ("A blast rocked the town of Dural.", 1),
        ("The mayor spoke of an attack by rebels in Dural.", 1),
    ],
)
def test_what_is_only_named_without_a_day_is_no_background(told: str, rows: int) -> None:
    lead = "A car bomb killed 12 people in the town of Tamir."
    assert len(ck.parse(f"{lead} The hospital was full, doctors said. {told}").incidents) == 1 + rows


def test_a_gun_that_goes_off_is_no_bomb() -> None:
    (one,) = incidents("A boy was wounded in Tamir on Monday when a gun went off.")
    assert one.sub_event_type == "Attack"
    (one,) = incidents("A boy was wounded in Tamir on Monday when a bomb went off.")
    assert one.sub_event_type == "Remote explosive/landmine/IED"
