"""Grids: closed classes of words crossed with what stands beside them, so that no member of a class is missed because no text at hand has it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from conflictkit import EventKind, Factuality, Measure, parse, parse_claims, parse_events, parse_quotes
from conflictkit._document import Document
from conflictkit.engine.syntax import Kind
from conflictkit.english import pack
from conflictkit.english.grammar import syntax_of

DAY = dt.date(2024, 3, 5)
LANDS = """
Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh, Belarus, Belgium, Benin, Bolivia,
Bosnia, Botswana, Brazil, Bulgaria, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Croatia, Cuba, Cyprus, Denmark, Djibouti,
Ecuador, Egypt, Eritrea, Estonia, Eswatini, Ethiopia, Finland, France, Gabon, Georgia, Germany, Ghana, Greece, Guatemala, Guinea, Guyana, Haiti,
Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait,
Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Mali, Malta, Mauritania, Mexico,
Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Nicaragua, Niger, Nigeria, Norway, Oman, Pakistan, Palestine, Panama,
Paraguay, Peru, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Senegal, Serbia, Singapore, Slovakia, Slovenia, Somalia, Spain, Sudan, Suriname,
Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, Uruguay, Uzbekistan,
Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, Gaza, Chechnya, Crimea, Darfur, Kashmir, Kurdistan, Tibet, Xinjiang, Transnistria, Abkhazia, Mindanao,
Aleppo, Donbas, Burma, Zaire, Rhodesia, Czechoslovakia, Yugoslavia, South Sudan, Sri Lanka, Ivory Coast, Burkina Faso, Saudi Arabia, North Korea,
South Korea, South Africa, El Salvador, Costa Rica, Papua New Guinea, New Zealand, Sierra Leone, East Timor, Timor-Leste, North Macedonia, Northern
Ireland, Equatorial Guinea, Guinea-Bissau, Nagorno-Karabakh, South Ossetia, Western Sahara, the Central African Republic, the Democratic Republic of
Congo, the Congo, the Republic of Congo, the Gambia, the Dominican Republic, the Czech Republic, the Netherlands, the United States, the United
Kingdom, the United Arab Emirates, the Philippines, the Maldives, the Comoros, the Gaza Strip, the West Bank, the Palestinian territories, the Golan
Heights, the Soviet Union, the UAE, the DRC, the US, the UK, the Vatican, Hong Kong, Inner Mongolia, the Sahel, the Balkans, the Caucasus, the Middle
East, the Horn of Africa, the Sinai, the Donbas, Central Asia, Africa, West Africa, Europe, Latin America
"""
"""States and regions."""


@pytest.mark.parametrize("land", [" ".join(land.split()) for land in LANDS.split(",")])
def test_every_land_is_a_place(land: str) -> None:
    event = next(event for event in parse_events(f"A bomb killed two soldiers in {land} on Monday.", DAY) if event.trigger.text == "killed")
    assert event.place is not None
    assert event.place.mention.text == land


ACTORS = (
    *("The military", "The army", "Police", "Troops", "Rebels", "Gunmen", "The government", "Soldiers", "Protesters", "The junta", "The militia", "A mob"),
    *("A gunman", "The navy", "The coast guard", "Riot police", "Unidentified men", "Special forces", "Two men", "The rebel group", "Members of the militia"),
)
TO_PERSONS = """
killed shot attacked arrested detained captured freed released ambushed kidnapped abducted executed beheaded tortured beat stabbed wounded injured deported
rescued repelled murdered massacred assaulted evicted
"""
TO_PLACES = "shelled bombed seized raided stormed besieged destroyed burned torched surrounded recaptured retook bombarded overran occupied attacked"


@pytest.mark.parametrize("actor", ACTORS)
def test_every_actor_does_what_every_verb_tells(actor: str) -> None:
    told = [*((verb, "two guards") for verb in TO_PERSONS.split()), *((verb, "the town") for verb in TO_PLACES.split())]
    for verb, target in told:
        event = next(event for event in parse_events(f"{actor} {verb} {target} on Monday.", DAY) if event.trigger.text == verb)
        assert event.kind is not None, verb
        assert event.target is not None, verb
        assert event.target.mention.text == target
        assert event.actor is not None, verb
        assert event.actor.mention.text.lower() in actor.lower()
        assert str(event.first) == "2024-03-04"


TOLLS = {
    Measure.KILLED: """
        {N} people were killed in the attack
        {N} people died in the attack
        The attack killed {n} people
        The attack left {n} people dead
        The attack left {n} dead
        {N} people lost their lives in the attack
        The attack claimed {n} lives
        The attack claimed the lives of {n} people
        The attack cost {n} lives
        {N} people perished in the attack
        {N} people were shot dead
        {N} people were gunned down
        {N} soldiers were martyred
        {N} people were slain
        {N} civilians were massacred
        {N} prisoners were executed
        {N} people were beheaded
        {N} people were hacked to death
        {N} people were burned to death
        {N} people were stabbed to death
        {N} people were beaten to death
        {N} people drowned
        {N} people starved to death
        The death toll rose to {n}
        The death toll stands at {n}
        The death toll has reached {n}
        The toll of dead rose to {n}
        There were {n} fatalities
        There were {n} deaths
        {N} deaths were reported
        Officials reported {n} deaths
        {N} bodies were found
        {N} bodies were recovered from the rubble
        Rescuers pulled {n} bodies from the rubble
        Police found {n} bodies
        {N} bodies were taken to the morgue
        {N} people were found dead
        {N} people were confirmed dead
        {N} people are feared dead
        {N} people were pronounced dead
        {N} people died of their wounds
        {N} people succumbed to their injuries
        The army killed {n} rebels
        The army neutralised {n} militants
        The army eliminated {n} militants
        The army lost {n} men
        {N} soldiers fell in the battle
        {N} soldiers gave their lives
        {N} rebels were eliminated
        The dead included {n} children
        Among the dead were {n} children
        {N} of the dead were children
        {N} children were among the dead
        {N} children were among those killed
        The attack killed at least {n} people
        The attack killed as many as {n} people
        More than {n} people were killed
        Those killed included {n} nurses
        {N} people have been killed since Monday
        The number of dead rose to {n}
        The number of people killed rose to {n}
        {N} were killed
        {N} dead
        {N} killed in attack
        Attack kills {n}
        Attack leaves {n} dead
        The bombing was responsible for {n} deaths
        The raid resulted in {n} deaths
        The raid resulted in the deaths of {n} people
        The raid caused {n} deaths
        The raid led to the death of {n} people
        The fighting has taken {n} lives
        {N} people were assassinated
        {N} people were lynched
        {N} people were murdered
        {N} people were crushed to death
        A mine blast killed {n}
        The killing of {n} people shocked the town
        The deaths of {n} people shocked the town
        The blast brought to {n} the number of people killed this year
        {N} executions were carried out
        {N} civilians paid with their lives
        {N} die in Brod blast
    """,
    Measure.WOUNDED: """
        {N} people were wounded in the attack
        {N} people were injured in the attack
        The attack wounded {n} people
        The attack injured {n} people
        {N} people were hurt
        The attack left {n} people wounded
        The attack left {n} injured
        {N} people suffered injuries
        {N} people sustained injuries
        {N} people sustained wounds
        There were {n} injured
        There were {n} injuries
        {N} injuries were reported
        {N} people were hospitalised
        {N} people were taken to hospital
        {N} people were treated for burns
        {N} people were treated for gunshot wounds
        {N} people are in critical condition
        {N} people remain in hospital
        The wounded included {n} children
        Among the wounded were {n} children
        {N} children were among the wounded
        {N} were wounded
        {N} wounded
        Attack wounds {n}
        Attack leaves {n} hurt
        The number of wounded rose to {n}
        {N} people were maimed
        {N} soldiers were seriously wounded
        {N} people were lightly injured
        {N} policemen received injuries
        {N} people were rushed to hospital
        {N} people with shrapnel wounds were treated
        Doctors treated {n} wounded
        Doctors treated {n} people for wounds
        {N} people needed surgery
        {N} remain in intensive care
        {N} remain hospitalised
        {N} wounded people were evacuated
        {N} patients were brought in with gunshot wounds
        Police beat {n} protesters
        {N} people were trampled
        {N} people were poisoned
    """,
    Measure.DISPLACED: """
        {N} people were displaced by the fighting
        {N} people fled their homes
        {N} people have fled the fighting
        {N} people were driven from their homes
        {N} people were forced from their homes
        The fighting displaced {n} people
        The fighting has driven {n} people from their homes
        The fighting forced {n} people to flee
        {N} people were evacuated
        {N} people were uprooted
        {N} people left their homes
        {N} people crossed the border
        {N} refugees arrived
        The number of displaced rose to {n}
        {N} families were displaced
        {N} people were left homeless
        {N} people have taken refuge in camps
        {N} people sought shelter in schools
        {N} people were moved to safety
        {N} asylum seekers arrived
        The camp is home to {n} displaced people
    """,
    Measure.CAPTURED: """
        {N} people were arrested
        {N} people were detained
        {N} soldiers were captured
        {N} soldiers were taken prisoner
        {N} people were taken hostage
        {N} people were kidnapped
        {N} people were abducted
        Gunmen abducted {n} girls
        The army captured {n} rebels
        Police arrested {n} people
        {N} people are in custody
        {N} people were jailed
        {N} hostages are being held
        The rebels hold {n} hostages
        {N} people were rounded up
        {N} people remain in captivity
        {N} suspects were held
        {N} people were seized by gunmen
        Police took {n} people into custody
        {N} people were imprisoned
        {N} abductions were recorded
        Police hauled away {n} people
    """,
    Measure.RELEASED: """
        {N} hostages were freed
        {N} prisoners were released
        The rebels released {n} hostages
        The army freed {n} hostages
        {N} prisoners were exchanged
        {N} prisoners were handed over
        {N} people were set free
        {N} hostages were rescued
        {N} prisoners walked free
        {N} detainees were let out
        {N} pupils were reunited with their families
    """,
    Measure.MISSING: """
        {N} people are missing
        {N} people went missing
        {N} people remain missing
        {N} sailors are unaccounted for
        {N} people were reported missing
        {N} people have disappeared
    """,
}
"""What tells of twelve, by the measure."""


@pytest.mark.parametrize(("measure", "told"), [(measure, line.strip()) for measure, lines in TOLLS.items() for line in lines.strip().splitlines()])
def test_every_way_to_tell_a_toll_has_its_measure(measure: Measure, told: str) -> None:
    claims = parse_claims(told.format(n="twelve", N="Twelve") + "." * told.startswith(("The ", "There ", "A ", "Among ")), DAY)
    assert [claim.measure for claim in claims if 12 in (claim.quantity.low, claim.quantity.high)][:1] == [measure]  # noqa: PLR2004

NUMBERED = """
    Terminal 3 was shut. Option 2 is war. Law 30 was signed. Reactor 3 was hit. Channel 12 reported the attack. The guild met at camera 4. The Group of Seven met.
    The Group of 77 met. The Brod Nine were tried. It began at 2130 and ended at 2200. It began around 10 Saturday night. It began at 9 on Sunday. Call 911.
    Call (800) TIP-3333. Text tips to 274637. Trade went both ways. Zero tolerance is shown. He was charged under sections 34 (intent), 153-A (hatred) and 124 (sedition).
"""
"""Numbers that are names, times and idioms."""


@pytest.mark.parametrize("text", [f"{line.strip()}." for line in NUMBERED.split(".") if line.strip()])
def test_what_has_a_number_as_its_name_counts_nothing(text: str) -> None:
    assert not parse_claims(text, DAY)


@pytest.mark.parametrize("text", ["In Brod 12 were killed.", "On Monday 12 were killed.", "The toll stood at 2130.", "Brod 12 people fled.", "Around 10 were hurt on Saturday."])
def test_what_counts_somebody_is_no_name(text: str) -> None:
    assert len(parse_claims(text, DAY)) == 1


ACTS = {
    "Shelling/artillery/missile attack": """
        Russian forces shelled Brod on Monday.
        Rockets hit Brod on Monday, killing two.
        A missile struck a school in Brod on Monday.
        Artillery fire killed two people in Brod on Monday.
        Rebels fired mortars at Brod on Monday.
        Tank fire hit a clinic in Brod on Monday.
        A shell hit a house in Brod on Monday, killing two.
        Two people were killed by shelling in Brod on Monday.
        Militants launched 12 rockets at Brod on Monday.
        A grad rocket attack on Brod killed two on Monday.
    """,
    "Air/drone strike": """
        An airstrike hit Brod on Monday, killing two.
        Warplanes bombed Brod on Monday.
        A drone hit a car in Brod on Monday, killing two.
        Jets struck a hospital in Brod on Monday.
        A helicopter fired on a village near Brod on Monday.
        Two people were killed in a drone strike in Brod on Monday.
        The air force bombed rebel positions near Brod on Monday.
        A glide bomb hit a house in Brod on Monday.
        Drones attacked Brod overnight, injuring two.
        Barrel bombs were dropped on Brod on Monday.
    """,
    "Suicide bomb": """
        A suicide bomber killed two people in Brod on Monday.
        A suicide bombing in Brod killed two on Monday.
        A man blew himself up in Brod on Monday, killing two.
        A suicide car bomb killed two in Brod on Monday.
    """,
    "Remote explosive/landmine/IED": """
        A roadside bomb killed two soldiers near Brod on Monday.
        A landmine killed two farmers near Brod on Monday.
        A car bomb exploded in Brod on Monday, killing two.
        An IED hit an army truck near Brod on Monday.
        A bomb went off at a market in Brod on Monday.
        An explosive device detonated in Brod on Monday.
    """,
    "Grenade": """
        A grenade was thrown at a cafe in Brod on Monday, injuring two.
        Attackers hurled grenades at a bar in Brod on Monday.
    """,
    "Armed clash": """
        Soldiers and rebels clashed near Brod on Monday.
        Clashes between the army and rebels killed two near Brod on Monday.
        Rebels attacked an army post near Brod on Monday, killing two soldiers.
        Troops killed two militants in a gun battle near Brod on Monday.
        Gunmen ambushed an army convoy near Brod on Monday, killing two soldiers.
        Police exchanged fire with gunmen in Brod on Monday.
    """,
    "Attack": """
        Gunmen killed two villagers in Brod on Monday.
        Two journalists were shot dead in Brod on Monday.
        Militants attacked a church in Brod on Monday, killing two.
        A man stabbed two people in Brod on Monday.
        Soldiers beat a teacher to death in Brod on Monday.
        Unidentified gunmen shot dead a politician in Brod on Monday.
    """,
    "Abduction/forced disappearance": """
        Gunmen kidnapped two teachers in Brod on Monday.
        Two aid workers were abducted near Brod on Monday.
        Militants took two farmers hostage near Brod on Monday.
    """,
    "Sexual violence": """
        Soldiers raped two women in Brod on Monday.
    """,
    "Peaceful protest": """
        Hundreds of people protested in Brod on Monday.
        Thousands marched in Brod on Monday to demand elections.
        Demonstrators rallied in Brod on Monday.
    """,
    "Protest with intervention": """
        Police fired tear gas at protesters in Brod on Monday.
        Police dispersed a protest in Brod on Monday with tear gas.
        Police arrested dozens of protesters in Brod on Monday.
    """,
    "Excessive force against protesters": """
        Police shot dead two protesters in Brod on Monday.
        Soldiers opened fire on demonstrators in Brod on Monday, killing two.
    """,
    "Violent demonstration": """
        Protesters threw stones at police in Brod on Monday.
        Rioters set fire to a police station in Brod on Monday.
        Demonstrators clashed with police in Brod on Monday.
    """,
    "Mob violence": """
        A mob lynched two men in Brod on Monday.
        A mob attacked a mosque in Brod on Monday.
    """,
    "Looting/property destruction": """
        Rebels looted shops in Brod on Monday.
        Militants burned houses in Brod on Monday.
        Soldiers destroyed crops near Brod on Monday.
    """,
    "Arrests": """
        Police arrested two men in Brod on Monday.
        Security forces detained dozens of activists in Brod on Monday.
    """,
    "Agreement": """
        The government and rebels signed a ceasefire in Brod on Monday.
        Norland and Sudland agreed on a truce on Monday.
    """,
    "Government regains territory": """
        The army recaptured Brod on Monday.
        Government forces took Brod from rebels on Monday.
    """,
    "Non-state actor overtakes territory": """
        Rebels captured Brod on Monday.
        Militants seized the town of Brod on Monday.
    """,
    "Disrupted weapons use": """
        Air defences shot down two drones over Brod on Monday.
        Police defused a bomb in Brod on Monday.
        The army intercepted two missiles over Brod on Monday.
    """,
    "Non-violent transfer of territory": """
        Troops withdrew from Brod on Monday.
    """,
}
"""What was done, by its sub-event type."""


@pytest.mark.parametrize(("kind", "told"), [(kind, line.strip()) for kind, lines in ACTS.items() for line in lines.strip().splitlines()])
def test_every_way_to_tell_an_act_has_its_type(kind: str, told: str) -> None:
    assert [incident.sub_event_type for incident in parse(f"{told} It was calm in Brod on Sunday.", published=DAY).incidents] == [kind]

TRUTH = {
    Factuality.PLANNED: """
        Rebels will {b} Brod on Friday.
        Rebels plan to {b} Brod.
        Rebels are planning to {b} Brod.
        Rebels are preparing to {b} Brod.
        Rebels intend to {b} Brod.
        Rebels vowed to {b} Brod.
        Rebels are expected to {b} Brod.
        Rebels are about to {b} Brod.
        Rebels want to {b} Brod.
        Rebels were ordered to {b} Brod.
        The army said rebels would {b} Brod.
        Rebels are set to {b} Brod.
        Rebels threatened to {b} Brod.
        Rebels are poised to {b} Brod.
        Rebels were to {b} Brod.
        Rebels are determined to {b} Brod.
    """,
    Factuality.NEGATED: """
        Rebels did not {b} Brod.
        Rebels have not {d} Brod.
        Rebels never {d} Brod.
        Rebels failed to {b} Brod.
        Rebels refused to {b} Brod.
        Rebels stopped {g} Brod.
        No rebels {d} Brod.
        Rebels agreed not to {b} Brod.
        The army prevented rebels from {g} Brod.
        Rebels were unable to {b} Brod.
        The army foiled a plot to {b} Brod.
        Rebels denied {g} Brod.
        Reports that rebels {d} Brod are false.
    """,
    Factuality.HYPOTHETICAL: """
        If rebels {b} Brod, the army will act.
        Rebels may {b} Brod.
        Rebels could {b} Brod.
        Rebels might {b} Brod.
        Unless rebels {b} Brod, it will stay.
        Rebels would have {d} Brod.
    """,
    Factuality.CLAIMED: """
        The army said rebels {d} Brod.
        Rebels allegedly {d} Brod.
        Rebels reportedly {d} Brod.
        The army accused rebels of {g} Brod.
        Rebels are accused of {g} Brod.
        Rebels are said to have {d} Brod.
        According to the army, rebels {d} Brod.
        Rebels {d} Brod, the army said.
        Rebels are suspected of {g} Brod.
        Rebels apparently {d} Brod.
        The army claims rebels {d} Brod.
        Rebels are believed to have {d} Brod.
    """,
    Factuality.DOUBTED: """
        It is unclear whether rebels {d} Brod.
        There is no evidence that rebels {d} Brod.
        Rumours that rebels {d} Brod could not be confirmed.
    """,
    Factuality.ASSERTED: """
        Rebels {d} Brod on Monday.
        Rebels have {d} Brod.
        Rebels had {d} Brod before.
        Rebels managed to {b} Brod.
        Rebels began to {b} Brod.
        Rebels continued {g} Brod.
        After {g} Brod, rebels left.
        Rebels who {d} Brod fled.
        Rebels succeeded in {g} Brod.
        Rebels used drones to {b} Brod.
    """,
}
"""Whether rebels shell, seize or storm a town."""
VERBS = ("shell shelled shelling", "seize seized seizing", "storm stormed storming")


@pytest.mark.parametrize(("factuality", "told"), [(factuality, line.strip()) for factuality, lines in TRUTH.items() for line in lines.strip().splitlines()])
def test_every_way_to_tell_whether_it_is_so(factuality: Factuality, told: str) -> None:
    for forms in map(str.split, VERBS):
        base, past, going = forms
        events = [event for event in parse_events(told.format(b=base, d=past, g=going), DAY) if event.trigger.text in forms]
        assert [event.factuality for event in events] == [factuality], forms


PASSIVES = {"shot": "shot", "beat": "beaten", "retook": "retaken", "overran": "overrun"}


@pytest.mark.parametrize("actor", ["rebels", "soldiers", "gunmen", "police", "the army", "militants", "two men"])
def test_the_passive_tells_what_the_active_tells(actor: str) -> None:
    for verbs, target in ((TO_PERSONS, "two guards"), (TO_PLACES, "the town"), (TO_PLACES, "the base")):
        for verb in verbs.split():
            done = PASSIVES.get(verb, verb)
            active = parse_events(f"{actor.capitalize()} {verb} {target} on Monday.", DAY)
            passive = parse_events(f"{target.capitalize()} {'were' if 'two' in target else 'was'} {done} by {actor} on Monday.", DAY)
            told = [[(event.kind, event.mode, event.first) for event in events if event.trigger.text in (verb, done)] for events in (active, passive)]
            assert told[0] == told[1] != [], verb


@pytest.mark.parametrize("verb", ["re-captured", "re-took", "gang-raped", "fire-bombed", "re-attacked"])
def test_a_verb_with_a_hyphen_is_the_verb_behind_it(verb: str) -> None:
    for told, done in (
        (f"Two towns were {verb} by rebels on Monday.", "Two towns"),
        (f"Rebels have {verb} two towns this week.", "two towns"),
        (f"Rebels {verb} two towns on Monday.", "two towns"),
        (f"The mayor fled after rebels {verb} the town on Monday.", "the town"),
        (f"Rebels stormed the hills and {verb} two towns.", "two towns"),
        (f"The rebels who {verb} two towns on Monday have fled.", "two towns"),
    ):
        event = next(event for event in parse_events(told, DAY) if event.trigger.text in (verb, verb.partition("-")[2]))
        assert event.kind is not None, told
        assert event.actor is not None, told
        assert event.target is not None, told
        assert event.target.mention.text == done


@pytest.mark.parametrize("verb", ["broke out", "erupted", "flared", "raged", "began"])
def test_fighting_that_begins_is_an_incident(verb: str) -> None:
    (incident,) = parse(f"Fighting {verb} between the army and rebels near Brod on Monday.", published=DAY).incidents
    assert incident.kind is EventKind.ASSAULT
    assert incident.place is not None
    assert incident.place.mention.text == "Brod"


@pytest.mark.parametrize("text", ["The fighting went on near Brod on Monday.", "No fighting broke out near Brod on Monday."])
def test_fighting_that_goes_on_or_never_was_is_none(text: str) -> None:
    assert not parse(text, published=DAY).incidents


HEARERS = """
reporters; the reporters; police; a news conference; AFP; the BBC; The Associated Press; the court; state TV; lawmakers; the AFP news agency; his followers;
Radio Delta; reporters in Bariz; a crowd of supporters; reporters on Monday; the public broadcaster NRK; Norland's state agency; investigators
"""
TOLD = """
gunmen opened fire on the market; the bridge was gone; 12 people had been killed; it was not clear who fired; there was no sign of a struggle; many had fled;
the rebels, who hold the town, had left; among the dead were two children; nobody was hurt; troops have entered the town; Israeli forces shot the boy;
armed men stopped the bus; heavy shelling had begun; if the talks failed, the war would go on
"""


@pytest.mark.parametrize("hearer", [" ".join(hearer.split()) for hearer in HEARERS.split(";")])
@pytest.mark.parametrize("opener", ["", "that "])
def test_whoever_is_told_is_no_part_of_what_is_told(hearer: str, opener: str) -> None:
    for told in (" ".join(told.split()) for told in TOLD.split(";")):
        quotes = parse_quotes(f"Officials told {hearer} {opener}{told}.")
        assert [quote.content[0].text for quote in quotes] == [opener + told]


SOURCES = """
Ivan Petrenko; the mayor; officials; police; the WHO; the Israeli military; one of the guards; the first; a third; some; many; another; the 34-year-old;
a man named Omar; the governor, John Smith,; Ivan Petrenko, a baker,; the army's spokesman, Ali Hassan,; residents of the village; two police officers
"""


@pytest.mark.parametrize("source", [" ".join(source.split()) for source in SOURCES.split(";")])
@pytest.mark.parametrize("verb", ["said", "warned", "added"])
def test_every_source_stands_before_and_behind(source: str, verb: str) -> None:
    first = source[0].upper() + source[1:]
    for text in (
        f"{first} {verb} that the bridge was gone.",
        f"{first} {verb} on Monday that nobody was hurt.",
        f"{first} {verb}, “The bridge was gone.”",
        f"{first} {verb}: “The bridge was gone.”",
        f"“The bridge was gone,” {source} {verb}.",
        f"The bridge was gone, {source} {verb}.",
    ):
        (quote,) = parse_quotes(text)
        assert quote.source is not None, text
        assert quote.source.mention is not None, text
        assert quote.source.mention.text.lower() == source.lower().rstrip(","), text


TYPES = {
    "Armed clash": "a shoot-out between police and gunmen; an exchange of fire between police and gunmen; a gun-battle between police and gunmen; a counter-offensive by the army",
    "Remote explosive/landmine/IED": "a car-bomb blast; a truck-bomb attack; a roadside bombing; the explosion of a land-mine",
    "Air/drone strike": "an air-strike; an air-raid by warplanes; a drone-strike on a truck",
    "Peaceful protest": "a sit-in by teachers; a die-in by students; a vigil by nurses; a rally against the government",
    "Attack": "the execution of a farmer by soldiers; the beheading of a teacher; the stabbing of a nurse",
    "Abduction/forced disappearance": "the kidnapping of a priest; the taking of hostages by rebels",
    "Looting/property destruction": "the burning of houses by militiamen; the looting of shops by soldiers",
    "Sexual violence": "the rape of two women by soldiers",
    "Shelling/artillery/missile attack": "the shelling of a school; a rocket-attack on a base; a missile strike on an apartment building",
}
SAID = ("{N} took place in Brod on Monday.", "{N} was reported in Brod on Monday.", "There was {n} in Brod on Monday.", "On Monday, officials reported {n} in Brod.")


@pytest.mark.parametrize(("sub_type", "noun"), [(sub_type, noun.strip()) for sub_type, nouns in TYPES.items() for noun in nouns.split(";")])
def test_every_noun_of_an_act_is_an_incident(sub_type: str, noun: str) -> None:
    for said in SAID:
        (incident,) = parse(said.format(n=noun, N=noun[0].upper() + noun[1:]), published=DAY).incidents
        assert incident.sub_event_type == sub_type, said
        assert incident.first == incident.last == dt.date(2024, 3, 4), said
        assert incident.place is not None, said
        assert incident.place.name == "Brod", said


TRIED = """
    {s} was charged with {x}. Police charged {s} with {x}. {s} was accused of {x}. {s} is wanted for {x}. {s} was arrested for {x}. {s} was indicted on charges of {x}.
    {s} was sentenced to life for {x}. {s} was found guilty of {x}. {s} pleaded not guilty to {x}. {s} admitted {x}. {s} faces charges of {x}. {s} is on trial for {x}.
    {s} was arrested on suspicion of {x}. {s} is in custody for {x}. {s} was convicted in {x}. {s} was identified as the suspect in {x}. {s} is a suspect in {x}.
    Police identified the suspect in {x} as {s}. {s} was charged with murder in {x}. {s} was charged in connection with {x}. {s} was behind {x}. {s} was blamed for {x}.
"""


@pytest.mark.parametrize("told", [f"{line.strip()}." for line in TRIED.split(".") if line.strip()])
def test_who_is_tried_for_it_is_who_did_it(told: str) -> None:
    for act in ("the shooting", "the fatal shooting", "the attack", "the bombing of a market"):
        event = next(event for event in parse_events(told.format(s="John Smith", x=act), DAY) if event.trigger.text == act.split(" of ")[0].split()[-1])
        assert event.actor is not None, act
        assert event.actor.mention is not None
        assert event.actor.mention.text == "John Smith"


OPENINGS = (
    *("A bomb exploded at a market in Brod on Monday", "Gunmen attacked a bus near Brod on Monday", "Clashes between soldiers and rebels broke out in Brod on Monday"),
    "An airstrike hit a school in Brod on Monday",
)
AND_THEN = """
    , killing 12 people; , police said, killing 12 people; . Twelve people were killed; . The death toll stands at 12; . The death toll rose to 12 on Tuesday; . In all, 12 people died
    . It was the deadliest attack in Brod this year, with 12 dead; . Officials put the number of dead at 12; . Ten soldiers and two civilians were killed; . The mayor and 11 others were killed
    . The death toll rose to 12, up from eight; . A hospital official said 12 bodies were brought in; . Thirty people were hurt, 12 of whom died; . Twelve of the 30 people inside were killed
    . Ten people died at the scene and two more in hospital; . Ten people were killed. Two others died later in hospital; . Twelve people were killed. Rebels said two others died
"""


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_is_told_behind_it_is_its_toll(opening: str) -> None:
    for then in (one.strip() for line in AND_THEN.strip().splitlines() for one in line.split(";")):
        (incident,) = parse(f"{opening}{then}. It was calm in Lenz on Sunday.", published=DAY).incidents
        assert [toll.best for toll in incident.tolls if toll.measure is Measure.KILLED] == [12], then


@pytest.mark.parametrize("text", ["The execution of the plan began on Monday.", "The building of a bridge in Brod began on Monday.", "Anti-war songs were heard in Brod on Monday."])
def test_other_nouns_are_none(text: str) -> None:
    assert not parse(text, published=DAY).incidents


@pytest.mark.parametrize("told", ["Rebels clashed with soldiers", "Students protested against the government", "Gunmen attacked villagers", "Soldiers set fire to houses", "The army shelled a school"])
@pytest.mark.parametrize("said", ["{} in Brod on Monday.", "{} in Brod on Monday, police said.", "{} in Brod early on Monday morning, a spokesman for the ministry said.", "Police said on Tuesday that {} in Brod on Monday."])
def test_who_tells_it_changes_nothing(told: str, said: str) -> None:
    (incident,) = parse(said.format(told[0].lower() + told[1:] if said[0] == "P" else told), published=DAY).incidents
    assert [who.mention.text.lower().split()[-1] for who in incident.actors if who.mention is not None] == [told.lower().removeprefix("the ").split()[0]]
    assert incident.first == dt.date(2024, 3, 4)
    assert incident.place is not None
    assert incident.place.name == "Brod"


TIMES_PAST = {
    "on Saturday": "2024-03-02", "Saturday night": "2024-03-02", "early on Saturday": "2024-03-02", "at 3 p.m. on Saturday": "2024-03-02",
    "in the early hours of Saturday": "2024-03-02", "on March 2": "2024-03-02", "on Saturday, March 2": "2024-03-02", "yesterday": "2024-03-04",
    "overnight": "2024-03-05", "last week": "2024-02-26 2024-03-03", "earlier this week": "2024-03-04 2024-03-05", "three days ago": "2024-03-02",
    "in January": "2024-01-01 2024-01-31", "over the weekend": "2024-03-02 2024-03-03", "between Friday and Sunday": "2024-03-01 2024-03-03",
    "from March 1 to 3": "2024-03-01 2024-03-03", "in the past 24 hours": "2024-03-04 2024-03-05",
}  # fmt: skip
TIMES_TO_COME = {
    "on Saturday": "2024-03-09", "Saturday night": "2024-03-09", "early on Saturday": "2024-03-09", "at 3 p.m. on Saturday": "2024-03-09",
    "at dawn on Saturday": "2024-03-09", "on March 9": "2024-03-09", "on Saturday, March 9": "2024-03-09", "tomorrow": "2024-03-06",
    "tomorrow night": "2024-03-06", "next week": "2024-03-11 2024-03-17", "later this week": "2024-03-05 2024-03-10", "in three days": "2024-03-08",
    "in May": "2024-05-01 2024-05-31", "between Saturday and Monday": "2024-03-09 2024-03-11", "from March 9 to 11": "2024-03-09 2024-03-11",
}  # fmt: skip
TOLD_PAST = (
    "Rebels seized Brod {e}.", "{E}, rebels seized Brod.", "Brod was seized {e} by rebels.", "The army said rebels had seized Brod {e}.",
    "Rebels seized Brod {e}, the army said.", "Rebels seized Brod {e}, killing two guards.", "He fled when rebels seized Brod {e}.",
    "Rebels are believed to have seized Brod {e}.", "Rebels seized Brod ({e}).",
)  # fmt: skip
TOLD_TO_COME = (
    "Rebels will attack Brod {e}.", "{E}, rebels will attack Brod.", "Rebels will {e} attack Brod.", "The rebels said that {e} they would attack Brod.",
    "The rebels said on Monday they would attack Brod {e}.", "Rebels are to attack Brod {e}.", "Rebels plan to attack Brod {e}.",
    "Rebels are going to attack Brod {e}.", "If the rebels attack Brod {e}, the army will act.", "Rebels could attack Brod {e}.",
)  # fmt: skip


@pytest.mark.parametrize(("told", "times", "word"), [*((told, TIMES_PAST, "seized") for told in TOLD_PAST), *((told, TIMES_TO_COME, "attack") for told in TOLD_TO_COME)])
def test_every_time_dates_its_verb_wherever_it_stands(told: str, times: dict[str, str], word: str) -> None:
    for time, days in times.items():
        if "will {e}" in told and time.startswith(("between", "from", "at dawn")):
            continue  # nobody writes so
        text = told.format(e=time, E=time[0].upper() + time[1:])
        (event,) = (event for event in parse_events(text, DAY) if event.trigger.text == word)
        assert (str(event.first), str(event.last)) == (days.split()[0], days.split()[-1]), text
        if times is TIMES_TO_COME:
            assert event.factuality in (Factuality.PLANNED, Factuality.HYPOTHETICAL), text


FROM_THERE = {
    1: "the next day, the following day, a day later, the next morning, the following evening",
    2: "two days later",
    0: "the same day, that night, later that day, hours later, minutes later, in the evening, at dawn, at 3 p.m., at around 11:30 p.m., an hour earlier",
    -1: "a day earlier, the previous day, the previous night",
    -3: "three days earlier",
}
"""Days on from the day that was told before -> what says so."""


@pytest.mark.parametrize(
    "told",
    [
        "Rebels attacked Brod on Friday. {E}, the army seized a bridge.",
        "Rebels attacked Brod on Friday. The bridge was seized by the army {e}.",
        "Rebels attacked Brod on Friday but {e} the army seized a bridge.",
        "Rebels attacked Brod on Friday and {e} the army seized a bridge.",
        "Rebels attacked Brod on Friday; {e}, the army seized a bridge.",
        "Rebels attacked Brod on Friday.\n\n{E} the army seized a bridge.",
    ],
)
def test_days_are_counted_from_the_day_told_before(told: str) -> None:
    for on, times in FROM_THERE.items():
        for time in times.split(", "):
            text = told.format(e=time, E=time[0].upper() + time[1:])
            days = {event.trigger.text: str(event.first) for event in parse_events(text, DAY)}
            assert days == {"attacked": "2024-03-01", "seized": str(dt.date(2024, 3, 1) + dt.timedelta(on))}, text


HEDGED = {
    "12": (12, 12, 12), "at least 12": (12, 12, None), "nearly 12": (None, 12, 12), "close to 12": (None, 12, 12), "upwards of 12": (12, 12, None),
    "up to 12": (None, 12, 12), "as many as 12": (None, 12, 12), "no fewer than 12": (12, 12, None), "an estimated 12": (None, 12, None),
    "between 20 and 30": (20, None, 30), "20 to 30": (20, None, 30), "20-30": (20, None, 30), "20 or 30": (20, None, 30), "12 or more": (12, 12, None),
    "more than a dozen": (12, 12, None), "half a dozen": (6, 6, 6), "a few": (3, None, None), "a handful of": (3, None, None), "scores of": (20, None, 100),
    "another 12": (12, 12, 12), "a total of 12": (12, 12, 12),
}  # fmt: skip
HARMED = (
    *("{} {} were killed in Brod.", "A bomb killed {} {}.", "A bomb went off, killing {} {}.", "The raid left {} {} dead.", "The dead included {} {}."),
    *("The raid led to the deaths of {} {}.", "The raid cost {} {} their lives.", "The raid ended with {} {} killed.", "Gunmen shot {} {} dead."),
    "The gunman fled after killing {} {} in Brod.",
)


@pytest.mark.parametrize("told", HARMED)
def test_a_hedge_takes_no_number_out_of_its_clause(told: str) -> None:
    for hedged, bounds in HEDGED.items():
        for whom in ("soldiers", "members of the militia", "students and teachers", "Taliban"):
            text = told.format(hedged, whom)
            claims = parse_claims(text[0].upper() + text[1:], DAY)
            assert [(claim.measure, claim.quantity.low, claim.quantity.best, claim.quantity.high) for claim in claims] == [(Measure.KILLED, *bounds)], text


LISTS = (
    "one hostage, two members of the security forces and all 14 hostage-takers",
    "12 soldiers, three police officers and two drivers",
    "four workers from Brod, six women and three clerks of the court",
)


@pytest.mark.parametrize("counted", LISTS)
@pytest.mark.parametrize("told", ["The raid killed {}.", "A bomb went off, killing {}.", "The dead included {}."])
def test_a_list_of_counted_groups_shares_its_verb(counted: str, told: str) -> None:
    text = told.format(counted)
    assert [claim.measure for claim in parse_claims(text, DAY)] == [Measure.KILLED] * 3, text


COUNTS = (
    *("{S} put the toll at 12.", "{S} raised the death toll to 12.", "{S} lowered its estimate to 12 dead.", "{S} documented 12 killings.", "{S} has verified 12 deaths."),
    *("12 deaths were reported by {s}.", "12 killings were documented by {s}.", "The toll was given as 12 by {s}.", "The toll, put by {s} at 12, may rise."),
    *("A toll given by {s} stood at 12.", "By the count of {s}, 12 people were killed.", "Data compiled by {s} show 12 people were killed.", "Figures from {s} show that 12 people were killed."),
    *("{S} reported 12 deaths.", "12 people were killed, according to {s}.", "{S} estimated the number of dead at 12.", "{S} listed 12 people as dead."),
)


@pytest.mark.parametrize("told", COUNTS)
def test_whoever_counts_is_the_source(told: str) -> None:
    for source in ("the army", "police", "UNICEF", "Human Rights Watch", "local officials", "Norland", "Ana Holt"):
        (claim,) = parse_claims(told.format(s=source, S=source[0].upper() + source[1:]), DAY)
        assert claim.source is not None, told
        assert claim.source.mention is not None
        assert claim.source.mention.text.lower().removeprefix("figures from ").removeprefix("data compiled by ").removeprefix("the ") == source.lower().removeprefix("the ")


@pytest.mark.parametrize("told", ["The blast raised the death toll to 12.", "The army raised the number of troops to 12.", "We count 12 dead.", "She left, according to 12 of her friends.", "The army killed 12 rebels."])
def test_who_only_acts_is_none(told: str) -> None:
    assert [claim.source for claim in parse_claims(told, DAY)] == [None]


@pytest.mark.parametrize("act", ["raid", "airstrike", "drone strike", "rocket attack", "assault", "bombardment", "ambush"])
@pytest.mark.parametrize("told", ["12 people were killed in the {} on Odrin.", "The {} on Odrin killed 12 people.", "Police said the {} on Odrin left 12 people dead."])
def test_a_name_of_which_nothing_is_known_is_where_the_attack_on_it_is(act: str, told: str) -> None:
    (claim,) = parse_claims(told.format(act), DAY)
    assert claim.place is not None
    assert claim.place.mention.text == "Odrin"


def test_lines_of_a_list_tell_their_own_fates() -> None:
    assert [claim.measure for claim in parse_claims("- 12 killed\n- 40 wounded\n- 3 missing\n", DAY)] == [Measure.KILLED, Measure.WOUNDED, Measure.MISSING]


POLICE_NEWS = {
    1: """
        A man was found with gunshot wounds in Brod on Monday. He was pronounced dead at the scene.
        A man was shot in Brod on Monday. He was pronounced dead at the hospital.
        A man was shot in Brod on Monday. He was declared dead on arrival.
        A man was shot in Brod on Monday. He later died at the hospital.
        A man was shot in Brod on Monday. The victim died at the hospital.
        A man was shot in Brod on Monday. He succumbed to his injuries on Tuesday.
        A man was fatally shot in Brod on Monday.
        A man is dead after a shooting in Brod on Monday.
        A man was found dead with a gunshot wound to the head in Brod on Monday.
        John Smith, 34, died from a gunshot wound to the head in Brod on Monday.
        Two men were shot in Brod on Monday. One of them died.
    """,
    2: """
        A mother and daughter were shot dead in Brod on Monday.
        Peter Lund, 41, and Ana Ruiz, 30, were killed in a shooting in Brod on Monday.
    """,
    3: """
        Gunmen killed the mayor and two guards in Brod on Monday.
        The mayor, his driver and a guard were shot dead in Brod on Monday.
    """,
    18: """
        Eleven civilians, three soldiers and all four attackers were killed in an attack in Brod on Monday.
        Gunmen killed 18 people, 12 guards and six nurses in Brod on Monday.
    """,
}


@pytest.mark.parametrize(("killed", "text"), [(killed, line.strip()) for killed, lines in POLICE_NEWS.items() for line in lines.strip().splitlines()])
def test_every_way_to_tell_who_died(killed: int, text: str) -> None:
    (incident,) = parse(text, published=DAY).incidents
    assert [toll.best for toll in incident.tolls if toll.measure is Measure.KILLED] == [killed]
    assert incident.place is not None
    assert incident.place.name == "Brod"
SUBJECTS = (
    *("The mayor", "Two men", "Rebels", "Anna Holt", "Police", "The army's chief", "The head of the guild", "Some of the guards", "Troops from Norland"),
    *("The Norland military", "Others", "Guards and soldiers", "Unknown gunmen", "A group of men", "One of them", "Norland guards"),
)
CLAUSES = (
    *("{} two houses.", "The clerk said that {} two houses.", "{} two houses, the clerk said.", "After {} two houses, the clerk fled.", "On Monday, {} two houses."),
    *("The clerk fled because {} two houses.", "The clerk fled and {} two houses.", "The clerk fled, but {} two houses.", "If {} two houses, the clerk will flee."),
)
REPORTED = "The clerk told reporters {} two houses."
"""Behind whom somebody tells, lists and phrases are still taken for one with them: "told reporters guards and soldiers had"."""


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_is_found_in_every_clause(subject: str) -> None:
    inside = subject if subject.split()[0] in ("Anna", "Norland") else subject[0].lower() + subject[1:]
    for clause in (*CLAUSES, *((REPORTED,) if not re.search(" (?:and|from) ", subject) else ())):
        for verb in ("seized", "had seized", "did not seize", "will seize"):
            text = clause.format(f"{subject if clause[0] == '{' else inside} {verb}")
            doc = Document(text, pack().lexicon)
            syntax = syntax_of(doc)
            found = next(found for found in syntax.clauses if found.verb.lemma == "seize")
            who = syntax.subject_of(found)
            assert who is not None, text
            assert found.object is not None, text
            assert subject.lower().startswith(doc.words(who.start, who.end).lower()), text
            assert doc.words(found.object.start, found.object.end) == "two houses", text


@pytest.mark.parametrize("subject", ["Twelve", "At least 12", "Several", "Many", "Most", "Others", "The rest", "Two more", "Half"])
def test_whoever_is_counted_has_a_verb_in_the_plural(subject: str) -> None:
    for told in ("live in camps", "remain in hospital", "include two boys", "come from Norland"):
        (clause,) = syntax_of(Document(f"{subject} {told}.", pack().lexicon)).clauses
        assert clause.subject is not None, told
        assert clause.kind is Kind.MAIN, told


@pytest.mark.parametrize("verb", ["killed", "wounded", "abducted", "arrested"])
def test_a_vague_number_alone_is_an_object(verb: str) -> None:
    for place in ("in the market", "at a mosque", "on Monday", "near Brod"):
        claim = parse_claims(f"Gunmen {verb} several {place}.", DAY)[0]
        assert claim.measure is not Measure.OTHER, place
