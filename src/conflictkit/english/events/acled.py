"""The one best ACLED sub-event type of a whole report: a ladder of frames over its lead."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from conflictkit._models import Report


class Step(NamedTuple):
    """One step of the ACLED ladder: the sub-event type, what must be found and what must not."""

    name: str
    sub_event: str | None
    needs: tuple[str, ...]
    never: str | None = None
    whole: bool = False
    """Searched in the whole text, not only in its lead."""


def _re(pattern: str) -> str:
    return rf"\b(?:{pattern})\b"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the ladder, compiled when it is first tried: parsing alone needs none."""
    return re.compile(pattern)


STATE = (
    r"police|polices?|policemen|security forces|security personnel|troops|soldiers|army|military|"
    r"authorities|riot police|officers|forces"
)
CROWD = r"protest\w*|demonstrat\w+|rall(?:y|ies|ied)|march(?:es|ed|ers)|sit-?ins?|vigils?|crowds?|die-in|activists"
PROTEST = _re(
    r"protest(?:s|ed|ing|ers?)?|demonstrat(?:ed|ing|ors?|ions?|e)|(?:staged|held|hold|join\w*|"
    r"attended|peaceful|mass|anti-\w+) (?:a )?(?:rall(?:y|ies)|march(?:es)?)|"
    r"rallied|rallies|march(?:ed|ers) (?:in|through|on|to|across|against|for|peacefully)|sit-?ins?|"
    r"took to the streets|take to the streets|(?:hunger|general) strikes?|strikers?|"
    r"(?:went|go|going|are|were) on strike|vigils?|die-in|picket\w*|walk(?:ed)? ?outs?|"
    r"hunger-strik\w+|(?:blocked|blocking) (?:a |the |main )?(?:roads?|streets|highways?|traffic)|"
    r"roadblocks|"
    r"(?:lit|light) candles|(?:chant|shout)(?:ed|ing) slogans|crowds? (?:of|march|walk|gather)\w*"
)
NOT_PROTEST = _re(
    r"air ?-?strikes?|warplanes|bomb(?:er|ing|ed)s?|abduct\w*|kidnap\w*|raped?|gang-raped|grenades?|"
    r"car bomb|militants|rebels|taliban|al-shabaa?b|boko haram|isis|isil"
)
WEAPONS = (
    r"weapons?|arms|guns?|rifles?|pistols?|revolvers?|ammunition\w*|ammo|cartridges|explosives?|"
    r"explosive devices?|devices?|ieds?|grenades?|landmines?|mines?|bombs?|rockets?|missiles?|"
    r"drones?|uavs?|shells|detonators?|munitions|firearms|kalashnikovs?|ak-?47s?|caches?|tnt|projectiles?|mortars?|depot|unmanned \w+"
)
FOUND = (
    r"seiz(?:ed|e|es|ing|ure)|found|discover(?:ed|s|y)?|defus(?:ed|e|ing)|neutrali[sz]ed|"
    r"intercept(?:ed|s|ing)?|destroy(?:ed|s|ing)?|recover(?:ed|s|y)?|shot down|shoots? down|downed|"
    r"confiscat\w+|unearthed|"
    r"dismantl\w+|foil(?:ed|s)?|thwart(?:ed|s)?|identified|dispos(?:al|ed)|detect(?:ed|s)|remov(?:ed|ing)|impound\w+|located|surrendered"
)
PLACES = (
    r"towns?|villages?|cit(?:y|ies)|districts?|territor(?:y|ies)|areas?|bases?|control|airports?|"
    r"hills?|mountains?|heights?|positions?|regions?|provinces?|settlements?|neighbou?rhoods?|"
    r"bridges?|capital|crossing|lands?|parts of|camps?|checkpoints?|strategic|island|port|points?|"
    r"farms?|grounds?|swathes?|outposts?|posts?|dam|outskirts"
)
TAKE = (
    r"captur(?:ed?|es|ing)|retak(?:en?|es|ing)|retook|recaptur(?:ed?|es|ing)|seiz(?:ed?|es|"
    r"ing)(?: (?:back|control))?|liberat(?:ed?|es|ing|ion)|advanc(?:ed?|es|ing)|drove out|driven out|"
    r"drive out|took (?:over|control|full control)|taken (?:over|control)|takes? (?:over|control|"
    r"full control)|"
    r"overr[au]n|reclaim(?:ed|s)?|regain(?:ed|s|ing)?|clear(?:ed|ing)|purg(?:ed|ing)|fell|"
    r"expell(?:ed|ing)|wrest\w*|conquer\w*|freed|secured?|gain(?:ed)? (?:control|ground)|cleans(?:ed|"
    r"ing)|impos(?:ed|ing) control|restor(?:ed?|ing) (?:control|security)|recover(?:ed|"
    r"ing)(?: control)?|controll(?:ed|ing)|taken? control|establish(?:ed)? (?:full )?control|"
    r"won (?:back|control)"
)
FIGHT = (
    r"clash\w*|fight(?:ing|s)?|fought|battl\w+|attack\w*|assault\w*|offensive|kill\w*|firefight|"
    r"ambush\w*|gun-?battle|heavy losses|operations?|combat|storm(?:ed|ing)"
)
REBELS = (
    r"rebels?|militants?|insurgents?|is|isis|isil|daesh|taliban|al-shabaa?b|boko haram|islamic state|"
    r"fighters|gunmen|terrorists?|jihadists?|militia\w*|houthis?|separatists?|guerrillas?|opposition|"
    r"sdf|ypg|pkk|al-qaida|al-qaeda|hezbollah|haftar|tahrir"
)
ARMY = r"army|troops|security forces|government forces|military|forces|coalition|peshmerga|soldiers|police|navy|servicemen|units"
ARMED = (
    r"gunmen|armed (?:men|groups?|bandits?|robbers|assailants|attackers)|assailants?|attackers?|"
    r"bandits?|militants?|extremists?|jihadists?|rebels?|terrorists?|boko haram|al-shabaa?b|taliban|"
    r"isis|isil|islamic state|insurgents?|militia\w*|settlers|shooter|cartels?|gang members"
)
CIVIL = (
    r"villages?|villagers?|civilians?|church(?:es)?|mosques?|worshipp?ers|schools?|students?|"
    r"teachers?|journalists?|doctors?|nurses|aid workers?|farmers?|herders?|people|residents?|"
    r"wom[ae]n|children|bus|hotel|market|passengers?|home|house|family|politician|candidate|mayor|"
    r"priests?|activists?|shoppers|tribal|elders?|workers?|plane|hospital|wedding|funeral|restaurant|"
    r"nightclub|mall|university|hajj|pilgrims|judge|lawyer"
)
SOLDIERS = (
    r"soldiers?|troops|army|polic(?:e|emen)|officers|base|patrol|convoy|checkpoint|barracks|outpost|"
    r"security forces|military|garrison|positions?|peacekeepers?|commandos|fighters|"
    r"militants? (?:were )?killed|camp"
)

LADDER: tuple[Step, ...] = (
    Step(
        "chemical weapon",
        "Chemical weapon",
        (
            _re(
                r"(?:poison(?:ous)?|toxic|mustard|nerve|chlorine|sarin) (?:gas|agent|gases)|sarin|"
                r"chlorine (?:munitions?|bombs?|barrels?|attacks?|cylinders?)|chemical[- ](?:weapons?|attacks?|"
                r"agents?|bomb\w*|munitions|shells|strike|warfare)|"
                r"suffocat\w+|asphyxia\w*|white phosphorus"
            ),
        ),
        _re(r"leak\w*|chemical plant|tear gas|plant fire|train|treaty"),
    ),
    Step(
        "suicide bomb",
        "Suicide bomb",
        (
            _re(
                r"suicide[- ](?:\w+[- ]){0,2}(?:bomb\w*|attack\w*|vest\w*|blast\w*|explosion\w*|vehicle\w*|"
                r"mission)|(?:blew|blow|blown|blowing) (?:himself|herself|themselves|itself)(?: up)?|svbieds?|"
                r"explosive vest|suicide vehicle-borne"
            ),
        ),
        _re(r"(?:foiled|thwarted|arrested) (?:a )?(?:would-be )?suicide"),
        whole=True,
    ),
    Step(
        "sexual violence",
        "Sexual violence",
        (
            _re(
                r"(?:gang-? ?)?rap(?:e|ed|es|ing|ist)|defilement|sexual (?:slavery|exploitation)|sodomi[sz]\w+|"
                r"gang-?rapes?|sexual(?:ly)? (?:assault|abus|violen|harass)\w*|molest\w*"
            ),
        ),
        None,
        whole=True,
    ),
    Step(
        "grenade",
        "Grenade",
        (
            _re(
                r"(?:hand[- ])?grenades? (?:was |were |had been |has been )?(?:attacks?|hurled|thrown|lobbed|"
                r"explo\w+|blasts?|went off|tossed|detonated)|(?:hurl\w*|threw|throw\w*|lobb\w+|toss\w*|"
                r"fired) (?:\w+ ){0,3}grenades?|grenade (?:attack|explosion|blast)\w*"
            ),
        ),
        _re(r"(?:found|defused|seized|recovered|discovered)\b.{0,40}grenades?|rocket-propelled|tear gas|stun grenades?"),
    ),
    Step(
        "protest: excessive force",
        "Excessive force against protesters",
        (
            PROTEST,
            _re(
                r"violently (?:suppress|dispers)\w+|violent(?:ly)? (?:suppression|crackdown)|"
                r"hits? (?:\w+ ){0,4}(?:baton|truncheon)|(?:die|died|dead|deaths?|killed) (?:\w+ ){0,3}(?:in|"
                r"during) (?:\w+ )?(?:protest|crackdown|demonstrat)\w*|live (?:rounds|ammunition|fire|bullets)|"
                r"excessive force|shot (?:dead|at|and)|shooting|open(?:ed|s|ing) fire|fired (?:on|at|upon|into|"
                r"live)|gunned down|killed (?:\w+ ){0,4}(?:protest|demonstrat)\w*|"
                r"(?:protest|demonstrat)(?:ers|ors) (?:\w+ ){0,3}(?:killed|dead|shot|beaten|injured)|"
                r"bloody crackdown|beat(?:en|ing)? (?:\w+ ){0,2}(?:protest|demonstrat)\w*|kill(?:ed|"
                r"ing) (?:at least )?\w+"
            ),
            _re(STATE),
        ),
        _re(
            r"riot(?:ed|ing|s)|hurl\w*|threw|throw(?:n|ing) stones|stones|petrol bombs|looted|"
            r"against police (?:brutality|violence)|police brutality|mourn|turned violent|clash\w*|"
            r"last (?:month|year)|floyd|militants?|rebels|bomb(?:ed|ing)?|air ?-?strikes?|convoy"
        ),
    ),
    Step(
        "protest: violent",
        "Violent demonstration",
        (
            _re(
                CROWD + r"|rioters?|riots?|riot(?:ed|ing)|supporters|unrest|yellow vests?|gilets jaunes|youths?|students|"
                r"migrants|strikers"
            ),
            _re(
                r"riot(?:s|ed|ing|ers?)|(?:turn\w*|becom\w*|became|grew) (?:\w+ )?violent|descend\w* into|"
                r"clash(?:ed|es|ing)?|scuffl\w+|(?:hurl|throw|threw|pelt|fir)\w* (?:\w+ ){0,4}(?:stones?|rocks?|"
                r"bottles?|bricks?|firecrackers|petrol bombs|fireworks|objects|molotov\w*)|"
                r"stone-throwing|petrol bombs?|molotov\w*|burn(?:ed|t|ing)?|torch\w*|barricades|loot(?:ed|ing)|"
                r"set (?:\w+ ){0,3}(?:on fire|ablaze|alight)|set fire|vandali[sz]\w+|violent (?:protests?|"
                r"demonstrations?|clashes)|street violence|running battles|stormed|smash\w+|trash(?:ed|ing)|"
                r"aggressive demonstrations|projectiles|injur\w+ (?:\w+ ){0,3}(?:police|officers)|brawl\w*|"
                r"ransack\w+"
            ),
        ),
        _re(
            r"riot police (?:used|fired|dispersed|arrested)|peaceful,? (?:protest|rall|march|demonstrat)\w*|"
            r"air ?-?strikes?|militants|taliban|al-shabaa?b|ypg|isis|isil|suicide|mob|artillery|"
            r"armed clashes|border clashes|troops clashed|ied|fighters"
        ),
    ),
    Step(
        "protest: intervention",
        "Protest with intervention",
        (
            PROTEST,
            _re(
                r"tear ?gas(?:sed)?|water cannons?|dispers\w+|detain\w*|arrest(?:ed|s|ing)?|broke up|break up|"
                r"broken up|dragg\w+|rubber bullets|pepper spray|batons?|baton-charge\w*|taken into custody|"
                r"crack(?:ed)? down|crackdown|rounded up|cordon\w*|riot police|(?:were|in|took into) custody|"
                r"block(?:ed)? by police|halt"
            ),
        ),
        NOT_PROTEST,
    ),
    Step("protest: peaceful", "Peaceful protest", (PROTEST,), NOT_PROTEST),
    Step(
        "mob",
        "Mob violence",
        (
            _re(
                r"mobs?|lynch\w*|vigilantes?|angry (?:residents|villagers|crowd|youths?|people)|group of (?:men|"
                r"youths?|people) (?:attacked|beat|stormed)|communal (?:clashes|violence)|stoned to death|irate|"
                r"rival (?:fans|groups of supporters)|beaten to death"
            ),
        ),
        _re(r"soldiers|army|air ?-?strikes?|militants"),
    ),
    Step(
        "air or drone strike",
        "Air/drone strike",
        (
            _re(
                r"air ?-?(?:strikes?|raids?|attacks?|bombardments?|bombings?|assaults?)|aerial (?:attacks?|"
                r"bombard\w+|bombing\w*|raids?|strikes?)|barrel bombs?|drone(?:s|-)? ?(?:strikes?|attacks?|"
                r"struck|hit|raids?|targeted|bombed)|bombing raids?|missile strikes? by (?:jets|warplanes)|"
                r"(?:war-?planes?|(?:fighter )?jets|aircrafts?|helicopters?|gunships?|air force|"
                r"bombers)(?: \w+){0,12} (?:hit|bomb(?:ed|ing)|pound(?:ed|ing)|struck|strik(?:e|es|ing)|"
                r"target(?:ed|ing)|attack(?:ed|s)?|raid(?:ed|s)?|kill(?:ed|ing)|destroy(?:ed|ing)|dropp(?:ed|"
                r"ing)|shell(?:ed|ing)|fired|launched|conducted|carried out)|"
                r"(?:bombed|pounded|hit|struck|targeted|attack(?:ed)?|"
                r"raids?) (?:\w+ ){0,4}by (?:\w+ ){0,4}(?:warplanes|jets|aircraft|drones?|helicopters?|"
                r"the air force)|(?:attack|raids?|strikes?|bombing) by (?:\w+ ){0,3}(?:jets|warplanes|drones?|"
                r"aircraft)"
            ),
        ),
        _re(r"shot down|downed|shoot down|sort(?:y|ies)|overflights?|entered the|agreed|ceasefire takes"),
    ),
    Step(
        "weapons disrupted",
        "Disrupted weapons use",
        (_re(rf"(?:{FOUND})\b.{{0,70}}\b(?:{WEAPONS})|(?:{WEAPONS})\b.{{0,70}}\b(?:{FOUND})"),),
        _re(
            r"(?:kill|wound|injur)\w*\b.{0,60}\b(?:bomb|blast|explo|ied|mine|grenade)\w*|(?:bomb|blast|explo|"
            r"mine|missile|rocket|shell)\w*\b.{0,60}\b(?:kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))|"
            r"(?:captured?|seized|retook|retaken?|took)(?: full)?(?: control)?\b.{0,30}\b(?:town|village|"
            r"city|control|district|base)s?|"
            r"detonat(?:ed|ing)|exploded|blew up|went off|fired (?:\w+ ){0,2}(?:missiles|rockets)|"
            r"launched (?:\w+ ){0,2}(?:missiles|rockets)|clashed|looted|mass graves?"
        ),
    ),
    Step(
        "shelling before bombs",
        "Shelling/artillery/missile attack",
        (
            _re(
                r"shell(?:ed|ing)|artillery|mortars?|(?:fired|launched|fire|firing|"
                r"launch) (?:\w+ ){0,5}(?:rockets?|missiles?|shells|projectiles)|(?:rockets?|missiles?|"
                r"projectiles)\b.{0,40}\b(?:hit|fired|land(?:ed)?|struck|slammed|launched|attacks?|fell|"
                r"targeted)|(?:hit|struck) by (?:\S+ ){0,5}(?:missiles?|rockets?|shells?)|(?:missile|rocket|"
                r"tank) (?:attacks?|fire|strikes?)|bombardments?|cruise missiles?"
            ),
        ),
        _re(
            rf"(?:{TAKE}) (?:\w+ ){{0,4}}(?:{PLACES})|roadside|ied|landmines?|car bomb|improvised|"
            rf"claimed responsibility|ceasefire|air defen[cs]e|test(?:ed|s)?|drills?"
        ),
    ),
    Step(
        "remote explosive",
        "Remote explosive/landmine/IED",
        (
            _re(
                r"ieds?|improvised explosive|landmines?|land mines?|ground mines?|(?:roadside|car|truck|magnetic|"
                r"sticky|limpet|parcel|pipe|petrol|planted|home-?made|vehicle|"
                r"motorcycle)[- ]?(?:borne )?(?:bomb\w*|mines?|blasts?|explosions?|explosives?)|"
                r"bomb(?:s|ings?)? (?:\w+ ){0,3}(?:explo\w+|went off|ripped|blasts?|attacks?|killed|hit)|"
                r"bomb(?:ing)? (?:attacks?|blasts?|explosions?)|blasts?|explosions?|detonat(?:ed|ion|ing)|"
                r"bombings?|bombs?|vbieds?|mines?|explosive device|explosives"
            ),
        ),
        _re(
            r"gas leak|chemical plant|accident\w*|boiler|gunmen|(?:nuclear|atomic) bombs?|"
            r"claimed responsibility|gold mine|coal mine|fireworks|transformer|volcan\w*|denied|"
            r"rejected accusation|container|refinery|mineworkers|gas explosion"
        ),
    ),
    Step(
        "abduction",
        "Abduction/forced disappearance",
        (
            _re(
                r"abduct\w*|kidnap\w*|hostages?|forced disappearances?|enforced disappearances?|went missing|"
                r"disappeared|forcibly (?:taken|disappeared)|held captive|taken captive"
            ),
        ),
        _re(r"hostages? (?:freed|released|rescued)|(?:rescued|freed|released) (?:\w+ ){0,3}hostages?"),
    ),
    Step(
        "headquarters",
        "Headquarters or base established",
        (
            _re(
                r"(?:establish\w*|set(?:ting|s)? up|built|build(?:ing|s)?|open(?:ed|ing|s)?|construct\w*|"
                r"erect\w*|inaugurat\w+) (?:\S+ ){0,5}(?:bases?|posts?|outposts?|(?:\S+ )?camps? |headquarters|"
                r"checkpoints?|barracks|installations?|facilit(?:y|ies)|encampment|observation|garrison|"
                r"positions|airbase)|(?:new|permanent) (?:\w+ )?(?:military|naval|army|air) (?:base|outpost|post|"
                r"camp|headquarters)"
            ),
        ),
        _re(r"attack(?:ed|s)?|killed|bomb\w*|open(?:ed)? fire"),
    ),
    Step(
        "territory: without a fight",
        "Non-violent transfer of territory",
        (
            _re(
                rf"(?:withdr[ae]w(?:n|al|ing)?|hand(?:ed|ing|s)? over|left|evacuat\w+|pull(?:ed|ing) (?:out|back)|"
                rf"retreat\w*|vacat\w+|abandon\w*|without (?:a fight|fighting|resistance|firing)|enter(?:ed|s|"
                rf"ing)?|surrender(?:ed)?|deliver(?:ed)? control|re-?open\w*)\b.{{0,80}}\b(?:{PLACES})"
            ),
            _re(
                rf"{TAKE}|withdr[ae]w\w*|hand(?:ed|ing)? over|enter(?:ed|s|ing)|surrender(?:ed)?|left|evacuat\w+|"
                rf"vacat\w+|abandon\w*|pull(?:ed|ing) (?:out|back)"
            ),
            _re(rf"{REBELS}|{ARMY}"),
        ),
        _re(
            rf"{FIGHT}|defence identification zone|prisoners|soldiers have withdrawn|treaty|pact|weapons|"
            rf"disaster|flood\w*|earthquake|leak\w*|migrants|nuclear|joined"
        ),
    ),
    Step(
        "territory: by rebels",
        "Non-state actor overtakes territory",
        (
            _re(
                rf"(?:{REBELS})(?: \S+){{0,9}} (?:{TAKE})(?: \S+){{0,8}} (?:{PLACES})|"
                rf"(?:{PLACES})(?: \S+){{0,5}} (?:fell|fallen|falls) to (?:\S+ ){{0,3}}(?:{REBELS})|"
                rf"(?:{TAKE})(?: \S+){{0,6}} by (?:\S+ ){{0,3}}(?:{REBELS})"
            ),
        ),
        _re(
            rf"(?:army|troops|security forces|government forces|iraqi forces|syrian forces|peshmerga|police|"
            rf"coalition|soldiers)(?: \S+){{0,6}} (?:{TAKE})|from (?:the )?(?:\S+ )?(?:{REBELS})|prevented|"
            rf"repel\w*|repuls\w*|foil\w*|thwart\w*|arrest\w*|prisoners?|weapons|ammunition"
        ),
    ),
    Step(
        "territory: by the state",
        "Government regains territory",
        (
            _re(
                rf"(?:{TAKE})(?: \S+){{0,9}} (?:{PLACES})|(?:{PLACES})(?: \S+){{0,6}} (?:{TAKE})|"
                rf"gain(?:ed)? ground|back control|(?:pushed|driving|drove) (?:\S+ ){{0,4}}(?:back|out)"
            ),
            _re(rf"{ARMY}|government|regime|state|ally|allies|allied"),
        ),
        _re(
            r"arrest(?:ed|s)|prisoners?|drugs|firefighters|wildfires?|cancel\w*|earthquake|advance team|"
            r"intended to|tried to|attempt\w*|failed|weapons"
        ),
    ),
    Step(
        "agreement",
        "Agreement",
        (
            _re(
                r"cease-?fires?|truces?|accords?|peace (?:talks|deal|agreement|process|treaty|pact)|"
                r"surrender(?:ed|s|ing)?|laid down|lay down (?:their )?arms|prisoner (?:swaps?|exchange)|"
                r"exchange of prisoners|exchanged? prisoners|swap(?:ped)? prisoners|agree(?:d|s|ments?)|"
                r"sign(?:ed|s|ing)|pacts?|deals?|treaty|negotiat\w+|held talks|release of (?:\S+ ){0,4}prisoners|"
                r"reconciliation"
            ),
        ),
        _re(
            r"violat\w+|breach\w*|(?:killed|wounded|injured|arrested|shot|attack\w*|clash\w*) |"
            r"sanctions bill|gas deal|drug deal\w*|trade"
        ),
    ),
    Step(
        "property",
        "Looting/property destruction",
        (
            _re(
                r"loot(?:ed|ing|ers|s)?|ransack\w*|vandali[sz]\w*|torch(?:ed|ing)|set (?:\S+ ){0,5}(?:on fire|"
                r"ablaze|alight|fire)|set(?:ting)? fire|burn(?:t|ed|ing)? (?:down|houses|homes)|demolish\w*|"
                r"bulldoz\w*|raz(?:ed|ing)|arson\w*|burn(?:t|ed) (?:\S+ ){0,4}(?:houses|homes|vehicles|cars|"
                r"crops|trucks|huts|churches|schools?)|uproot\w*|destroy(?:ed|ing) (?:\S+ ){0,4}(?:houses|homes|"
                r"shrines?|property|crops|statue)|stole|defac\w+|desecrat\w*|plunder\w*"
            ),
        ),
        _re(r"wildfires?|firefighters|accident\w*|kill(?:ed|ing)|shot|gunmen"),
    ),
    Step(
        "no conflict",
        None,
        (
            _re(
                r"earthquakes?|aftershocks?|flood(?:s|ing|ed)?|leak(?:s|ed|ing)?|accident\w*|smuggl\w*|"
                r"robber(?:y|s)|claimed responsibility|condemned|criticized|wildfires?|storms?|cyclone|hurricane|"
                r"typhoon|landslides?|crash(?:ed)?|fire ?fighters|alcohol|outbreak|virus"
            ),
        ),
        _re(rf"{ARMED}|clash\w*|fought|ambush\w*|arrest(?:ed|s)?|detain(?:ed|s)?|deploy\w*|raid\w*"),
    ),
    Step(
        "arrests",
        "Arrests",
        (
            _re(
                r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|detention of|intercepted \d+|rounded up|apprehend\w*|"
                r"taken into custody|nabbed|held (?:\d+|\w+) suspects?|captured (?:\S+ ){0,4}(?:militants?|"
                r"terrorists?|commander|suspects?|leaders?|member)|imprison\w*|jailed"
            ),
        ),
        _re(r"kill(?:ed|ing)|clash(?:ed|es)|ambush\w*|gun-?battle|attacked|fought|open(?:ed)? fire|shot dead"),
    ),
    Step(
        "attack on civilians",
        "Attack",
        (
            _re(
                rf"{ARMED}|security forces|police|soldiers|forces|army|man|men|knife|unknown|someone|suspected|"
                rf"unidentified|killed by|hit ?men"
            ),
            _re(
                r"attack(?:ed|s|ing)?|open(?:ed|ing|s)? fire|kill(?:ed|ing|s)?|shot|gunn(?:ed|ing) down|stabb\w+|"
                r"massacr\w+|execut\w+|behead\w+|murder\w*|slaughter\w*|assassinat\w+|shooting|beat(?:en|ing)?|"
                r"tortur\w+|slain|knifed|hacked|fired (?:on|at)|assault(?:ed)?|rampage|raid(?:ed)?"
            ),
            _re(CIVIL),
        ),
        _re(rf"{SOLDIERS}|clash(?:ed|es)|fought|ambush(?:ed)?|gun-?battle|accident|heavy losses|prison(?:ers)?"),
    ),
    Step(
        "armed clash",
        "Armed clash",
        (
            _re(
                r"clash(?:ed|es|ing)?|fought|fighting|gun-?(?:battles?|fights?)|fire-?fights?|ambush\w*|"
                r"raid(?:ed|s)?|repel\w*|repuls\w*|shoot-?outs?|exchang\w+ (?:of )?(?:gun)?fire|attack(?:ed|s|"
                r"ing)?|kill(?:ed|ing|s)?|battl\w+|storm(?:ed|ing)|push(?:ed|ing) (?:\S+ ){0,3}back|assault|"
                r"offensive|heavy losses|foil\w*|gunfire|shots|shot|open(?:ed)? fire|inflict\w*|skirmish\w*"
            ),
            _re(rf"{SOLDIERS}|{REBELS}|{ARMY}|gunmen|bandits|tribes?|tribal|cartels?|factions?"),
        ),
        _re(
            r"claimed responsibility|condemned|criticized|denied|denies|anniversary|rejected|deployed to|"
            r"be deployed|sentenced|mobilizing|cyber"
        ),
    ),
    Step(
        "arrests after clashes",
        "Arrests",
        (
            _re(
                r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|captured (?:\S+ ){0,4}(?:militants?|terrorists?|leader|"
                r"commander)"
            ),
        ),
    ),
    Step(
        "change to a group",
        "Change to group/activity",
        (
            _re(
                r"deploy\w*|dispatch\w*|mobili[sz]\w+|defect\w*|joined|joining|form(?:ed|ing|"
                r"ation of) (?:\S+ ){0,5}(?:brigade|group|unit|force|battalion|militia|organi[sz]ation|alliance|"
                r"company)|(?:groups?|units?|brigades?) (?:\S+ ){0,4}(?:formed|set up|established)|"
                r"reinforcements?|(?:waiting for|awaiting) (?:\S+ )?orders?|reorgani[sz]\w+|renam(?:ed|ing)|"
                r"split from|splinter\w*|new (?:commander|leader|chief)|appointed|withdr[ae]w\w*|moving troops|"
                r"mov(?:ed|ing) (?:\S+ ){0,3}(?:troops|forces|tanks)|set up|sent (?:\S+ ){0,5}(?:troops|soldiers|"
                r"forces|reinforcements|warships?|tanks)|redeploy\w*|pull(?:ed|ing)? (?:out|back)|stationed|"
                r"mass(?:ed|ing)|merg(?:ed|er)|recruit\w*|military (?:planes|drills?|exercises?)|enter(?:ed|ing)|"
                r"amass\w*|troops (?:arrived|were sent)|sent to|build-?up|preparing"
            ),
        ),
        _re(r"diplomat\w*|treaty|company said|navy ships"),
    ),
)
"""First step that applies. A condensation of the sub-event definitions of the ACLED codebook; the severe forms come first."""

LEAD = 60


def _lead(text: str) -> str:
    """The first sentence of at least 60 characters."""
    end = re.search(r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!Gen)(?<!St)[.!?]['\")\]]*\s", text[LEAD:2_000])
    return text[: LEAD + end.end()] if end else text[:2_000]


def acled_sub_event_type(report: Report | str) -> str | None:
    """The one best ACLED sub-event type of a report or its text, or None."""
    step = acled_step(report if isinstance(report, str) else report.text)
    return step.sub_event if step else None


def acled_step(text: str) -> Step | None:
    """The step of the ladder that a report's lead takes."""
    whole = text[:5_000].lower().replace("’", "'")
    lead = _lead(text[:5_000].strip()).lower().replace("’", "'")
    return _first_step(lead, whole) or _first_step(whole, whole)


def _first_step(lead: str, whole: str) -> Step | None:
    for step in LADDER:
        part = whole if step.whole else lead
        if all(_compiled(need).search(part) for need in step.needs) and not (step.never and _compiled(step.never).search(part)):
            return step
    return None
