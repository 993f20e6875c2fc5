"""Tags: one letter a word."""

from __future__ import annotations

import random
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflictkit.english.grammar.groups import GROUPINGS
from conflictkit.english.grammar.repair import LETTERED, REPAIRS
from conflictkit.english.grammar.ruleset import Rule, RuleSet, before
from conflictkit.english.grammar.tags import REMEMBERED, is_title, read_table, tag, tagger
from conflictkit.english.grammar.words import LETTERS, MARKS, Words, stems
from tools import tag_table


def tags(sentence: str) -> str:
    words = sentence.split()
    return tag(words, [word.lower() for word in words])


@pytest.mark.parametrize(
    ("sentence", "letters"),
    [
        ("The rebels attacked the village on Monday .", "dsDdnip."),
        ("Two soldiers were killed by a sniper .", "qs1Nidn."),
        ("The mayor said that the bridge had been destroyed .", "dnDSdn32N."),
        ("He did not deny that he would resign .", "o4rBSoMB."),
        ("Troops who hold the dam want to leave .", "swPdnPtB."),
        ("Many of the villagers have not been found .", "qOds3r2N."),
        ("More than 200 people fled .", "rrqsD."),
        ("They later called Ana Hesling and Senator Varnelly about bread .", "orDppcppin."),
        ("They left quickly , shelling the town .", "oDr,Gdn."),
        ("Former Norland candidate Ana Ruiz fled .", "ppnppD."),
        ("The town was recaptured after a siege .", "dn1Nidn."),
    ],
)
def test_letters(sentence: str, letters: str) -> None:
    assert tags(sentence) == letters


@pytest.mark.parametrize("rule", [*LETTERED, *REPAIRS, *(rule for rules in GROUPINGS.rules.values() for rule in rules)])
def test_the_letters_before_a_word_are_those_that_its_rule_asks_for(rule: Rule) -> None:
    draw, letters, where = random.Random(rule.name), "".join(LETTERS), re.compile(rule.where)
    for _ in range(300):
        tagged = "".join(draw.choices(letters, k=12))
        assert not before(rule.where) or all(f" {tagged}"[found.start()] in before(rule.where) for found in where.finditer(tagged))


def test_no_address_stands_in_the_table() -> None:
    assert not [word for word in tagger().words.listed if tag_table.ADDRESS.search(word)]


def test_a_plural_is_no_singular() -> None:
    assert tags("He urged rebels to resume the talks that were suspended .") == "oDstBdsw1N."
    listed = tagger().words.listed
    assert not [word for word in tag_table.plurals(listed) if "n" in listed[word]]


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("disembarked", "DN"),  # of a listed verb, by its ending
        ("re-armed", "DN"),
        ("overran", "D"),
        ("gunmen", "s"),
        ("bombards", "Zs"),
        ("resupplying", "Gn"),
        ("zorbification", "n"),
    ],
)
def test_a_word_that_is_not_listed_has_the_letters_of_its_form(word: str, letters: str) -> None:
    words = Words({}, tagger().words.unknown)
    assert set(words.letters(words.of(word))) == set(letters)


def test_stems() -> None:
    assert "try" in stems("tries", "s")
    assert "ram" in stems("ramming", "ing")
    assert "seize" in stems("seized", "ed")
    assert "deny" in stems("denied", "ed")


@pytest.mark.parametrize("headline", ["Rebels Attack Village Near Border", "REBELS ATTACK VILLAGE NEAR BORDER"])
def test_headlines_are_read_whatever_their_case(headline: str) -> None:
    assert is_title(headline.split())
    assert tags(headline)[1] in "BP"


def test_a_sentence_with_names_is_no_headline() -> None:
    assert not is_title("Colonel Ivan Petrenko told Radio Lyman that the road was open .".split())


# Where each rule fires: words, letters before, letters after.
CASES = {
    "Tuesday's Hollin PRIMARY": ("Tuesday 's Hollin primary", "phpj", "phpn"),
    "the July 4 SHOOTING": ("in the July 4 shooting at Hollin", "idpqGip", "idpqnip"),
    "a REPORTED shooting": ("to a reported shooting in Hollin", "tdDGip", "tdjnip"),
    "a reported SHOOTING": ("to a suspected bombing in Hollin", "tdNGip", "tdjnip"),
    "gunmen SET fire to": ("gunmen set fire to two trucks", "snntqs", "sDntqs"),
    "please check": ("please check", "BB", "uB"),
    "got killed": ("men got killed", "sDN", "s1N"),
    "pulled back its forces": ("pulled back its forces", "Drds", "Dlds"),
    "took on the army": ("took on the army", "Didn", "Dldn"),
    "took over the city": ("took over the city", "Didn", "Dldn"),
    "about 200": ("about 200 men", "iqs", "rqs"),
    "MORE than 200": ("more than 200", "jiq", "rrq"),
    "NO fewer than 200": ("no fewer than 200", "djiq", "rrrq"),
    "more THAN 200": ("fewer than 200", "jiq", "rrq"),
    "AT least 200": ("at least 200", "ijq", "rrq"),
    "at LEAST 200": ("at most 200", "ijq", "rrq"),
    "many of": ("many of them", "jOo", "qOo"),
    "many were": ("many were killed", "j1N", "q1N"),
    "a statement Friday": ("a statement friday .", "dnp.", "dnr."),
    "struck overnight": ("struck overnight .", "Dj.", "Dr."),
    "Norland papers say THAT armed men": ("papers say that armed men", "sPwjs", "sPSjs"),
    "said that they": ("said that they", "Ddo", "DSo"),
    "please check it": ("please check it", "uno", "uBo"),
    "may not backfire": ("it may not backfire .", "oMrn.", "oMrB."),
    "to plunder the stores": ("to plunder the stores", "tnds", "tBds"),
    "did not barter": ("did not barter for", "4rni", "4rBi"),
    "who often wields power": ("who often raids the", "wrsd", "wrZd"),
    "the film chronicles the war": ("the film chronicles the war", "dnsdn", "dnZdn"),
    "it often bars travel": ("it often bars the", "orsd", "orZd"),
    "was conquered BY": ("was soon conquered by", "1rji", "1rNi"),
    "it had been DEFUSED": ("it had been defused .", "o32j.", "o32N."),
    "Rask briefly DUSTED his hands": ("rask briefly dusted his hands", "prjds", "prDds"),
    "a room UPHOLSTERED with silk": ("a room upholstered with silk", "dnjin", "dnNin"),
    "men who FIGHT in the zone": ("men who fight in the zone", "swnidn", "swPidn"),
    "told reporters THAT guards fled": ("told reporters that guards fled", "DswsD", "DsSsD"),
    "what MATTERS is": ("what matters is that", "ws1S", "wZ1S"),
    "the sea that SURROUNDS it": ("the sea that surrounds it", "dnSso", "dnSZo"),
    "the Norlanders PAY for it": ("the palestinians pay for it", "dpnio", "dpPio"),
    "helped her WIN the fight": ("helped her win the fight", "Ddndn", "DdBdn"),
    'the note STATES, "': ('the note states , "', 'dns,"', 'dnZ,"'),
    "the rapidly CHANGING town": ("the rapidly changing town", "drGn", "drjn"),
    "a COWARDLY act": ("a cowardly act", "drB", "djB"),
    "a cowardly ACT": ("a cowardly act and", "drBc", "drnc"),
    "it had to be CUT off": ("it had to be cut off", "o3t2Bl", "o3t2Nl"),
    "it had to be CALM": ("it had to be calm", "o3t2B", "o3t2j"),
    "ten men went MISSING": ("ten men went missing", "qsDG", "qsDj"),
    "who guard the town": ("who guard the town", "wndn", "wPdn"),
    "the rebels attack the town": ("the rebels attack the town", "dsndn", "dsPdn"),
    "they attack the town": ("they attack the town", "ondn", "oPdn"),
    "the Iranians fear that": ("the iranians fear that", "dpnS", "dpPS"),
    "they usually land near": ("they usually land the", "ornd", "orPd"),
    "to attack the town and risk a war": ("and risk a war", "cndn", "cBdn"),
    "Iran sponsors Hezbollah": ("iran sponsors hezbollah", "psp", "pZp"),
    "in Brod, the capital, MASKED men fired": ("in Brod , the capital , masked men fired", "ip,dn,NsD", "ip,dn,jsD"),
    "in Brod MASKED men fired": ("in Brod masked men fired", "ipNsD", "ipjsD"),
    "said on Monday that MASKED men had": ("said on monday that masked men had", "DipwDs3", "DipwNs3"),
    "said on Monday that GUARDS at the gate": ("said on monday that guards at the gate", "DipwZidn", "Dipwsidn"),
    "army SHELLS hospital": ("army shells hospital", "nsn", "nZn"),
    "a soldier, POSTED near Brod, told": ("soldier , posted near brod , told", "n,Dip,D", "n,Nip,D"),
    "were encircled and SAID that": ("encircled and said that", "NcNS", "NcDS"),
    "rebels STORM prison": ("rebels storm prison", "snn", "sPn"),
    "two sailors DROWN, three saved": ("two sailors drown , three saved", "qsn,qN", "qsP,qN"),
    "turned to BOMB attacks": ("they turned to bomb attacks", "oDtBs", "oDtns"),
    '"...," TRUMP tweeted': ('" no , " trump tweeted friday', '"r,"BNp', '"r,"pNp'),
    '"...," DECLARED Holt': ('" no , " declared holt', '"r,"Np', '"r,"Dp'),
    '"...," Holt NOTES': ('" no , " holt notes .', '"r,"ps.', '"r,"pZ.'),
    "army CLAIMS to have": ("the army claims to have", "dnst3", "dnZt3"),
    "which POLICE said": ("raid which police said", "nwPD", "nwsD"),
    "police ARREST mayor": ("police arrest mayor", "nnn", "nPn"),
    "militants ABDUCT 14 pupils": ("militants abduct 14 pupils", "snqs", "sPqs"),
    "rebel SHELLING kills 14": ("rebel shelling kills 14", "nGsq", "nnsq"),
    "rebel shelling KILLS 14": ("rebel shelling kills 14", "nGsq", "nGZq"),
    "strike kills three in": ("strike kills three in", "nsqi", "nZqi"),
    "with troops leaving": ("with troops leaving ,", "isn,", "isG,"),
    "officials saying that": ("officials saying the", "snd", "sGd"),
    "place the call": ("place the call", "ndn", "Bdn"),
    "very worried": ("very worried", "rN", "rj"),
    "recruiting is": ("recruiting is slow", "G1j", "n1j"),
    "an attack": ("an attack on", "dBi", "dni"),
    "the army's CAPTURE of": ("the army 's capture of", "dnhBO", "dnhnO"),
    "the town's most WANTED man": ("the town 's most wanted man", "dnhrDn", "dnhrNn"),
    "an air attack on": ("a deadly attack on", "djBi", "djni"),
    "turned to PROTEST": ("they turned to protest .", "oDtB.", "oDtn."),
    "came to power": ("came to power .", "DtB.", "Dtn."),
    "Marta DE Castera": ("marta de castera", "pip", "ppp"),
    "Norland's MILITARY said": ("norland 's military said", "phjD", "phnD"),
    "police CHIEF Olha Rudenko": ("police chief olha", "njp", "nnp"),
    "an appeals COURT said": ("the appeals court said", "dsPD", "dsnD"),
    '"Fight," STARS a clown': ('fight , " stars a clown', 'n,"sdn', 'n,"Zdn'),
    "CONTRARY to reports": ("contrary to reports", "nts", "rts"),
    "the council REPORTS:": ("the council reports :", "dns:", "dnZ:"),
    "the Herald reports that": ("herald reports that", "psS", "pZS"),
    "keep bombing towns": ("they keep bombing the town", "oPndn", "oPGdn"),
    "an eruption of FIGHTING": ("an eruption of fighting near", "dniGi", "dnini"),
    "DE Haber said": ("de haber said", "ipD", "ppD"),
    "FIGHTING also erupted": (". fighting also erupted", ".GrD", ".nrD"),
    "has SINCE killed": ("has since killed", "3iN", "3rN"),
    "guards SHOT dead two men": ("guards shot dead two", "snjq", "sDjq"),
    "guards fatally SHOT two men": ("guards fatally shot two", "srnq", "srDq"),
    "the man SHOT two men": ("the man shot two", "dnnq", "dnDq"),
    "entering the house and OPENING fire": ("entering the house and opening fire", "Gdncnn", "GdncGn"),
    "a U.S. military official": ("a u.s. military official", "dnjn", "djjn"),
    "two men WEDNESDAY night": ("two men wednesday night .", "qspn.", "qsrn."),
    "two men Wednesday NIGHT": ("two men wednesday night .", "qspn.", "qspr."),
    "was fatally shot WEDNESDAY night": ("was fatally shot wednesday night .", "1rNpn.", "1rNrn."),
    "was fatally shot Wednesday NIGHT": ("was fatally shot wednesday night .", "1rNpn.", "1rNpr."),
    "on Wednesday NIGHT guards": ("on wednesday night guards", "ipns", "iprs"),
    "Norland SHELLING killed": ("norland shelling killed two", "pGDq", "pnDq"),
    "a soldier POSTED near Brod killed two": ("a soldier posted near brod killed two", "dnDipNq", "dnNipNq"),
    "killed in police FIRING": ("killed in police firing on", "NinGi", "Ninni"),
    "stormed the house and later HIT two men": ("stormed the house and later hit two", "DdncrBq", "DdncrDq"),
    "stormed the house and SHOT guards": ("stormed the house and shot guards", "Ddncns", "DdncDs"),
    "said the army SHOT two men": ("said the army shot two", "Ddnnq", "DdnDq"),
    "said THAT army and navy had": ("said that army and navy", "Ddncn", "DSncn"),
    "said the war COST 12 men their lives": ("said the war cost 12 men", "Ddnnqs", "DdnDqs"),
    "said the war COST nearly 12 men their lives": ("said the war cost nearly 12", "Ddnnrq", "DdnDrq"),
    "among the seven DEAD, police said": ("among the seven dead ,", "idqj,", "idqn,"),
    "HAD the army attacked, they would": ("had the army attacked ,", "3dnD,", "3dnN,"),
    "when ASKED about it": ("when asked about it", "wDio", "wNio"),
    "HOPES for a truce were raised": ("hopes for a truce were", "Zidn1", "sidn1"),
    "guards POSTED there killed two": ("guards posted there killed two", "sDrNq", "sNrNq"),
    "the man SHOT Tuesday died": ("the man shot tuesday died", "dnDrD", "dnNrD"),
    "a SHOOTING Thursday": ("a shooting thursday killed six", "dGpDq", "dnpDq"),
    "a suicide BOMBING that killed": ("a suicide bombing that killed", "dnGSD", "dnnSD"),
    "a raid on Friday THAT killed": ("a raid on friday that killed", "dnipdD", "dnipSD"),
    "the army CUT off the road": ("the army cut off the road", "dnnrdn", "dnDrdn"),
    "the ONLY working clinic": ("the only working clinic", "drGn", "djGn"),
    "TWIN bombs": ("twin car bombs went off", "BnsDl", "jnsDl"),
    "a man held over Brod SHOOTING": ("held over brod shooting", "NipG", "Nipn"),
    "murder, TORTURE and looting": ("guilty of murder , torture and looting", "jOn,Bcn", "jOn,ncn"),
    "HOLT, 31, died": ("reed , 31 , died", "N,q,D", "p,q,D"),
    "SUSPECT held in Brod": ("suspect held in brod", "BNip", "nNip"),
    "guard SHOT in Brod": ("a guard shot in brod", "dnnip", "dnNip"),
    "NEIGHBOURING Norland": ("they fled into neighbouring norland", "oDiGp", "oDijp"),
    "losses since May AMOUNT to 400": ("losses since 2022 amount to 400 men", "siqntqs", "siqPtqs"),
    "arrested WANTED men": ("arrested wanted men", "DDs", "Djs"),
    "killed FLEEING soldiers": ("killed fleeing soldiers", "DGs", "Djs"),
    "killed by FLEEING soldiers": ("killed by fleeing soldiers", "NiGs", "Nijs"),
    "WARRING sides": ("warring sides met", "GsD", "jsD"),
    "Norland ARMED forces": ("norland armed forces fled", "pDsD", "pjsD"),
    "the United Nations NUCLEAR agency": ("the united nations nuclear agency", "dppjn", "dppnn"),
    "from house to HOUSE": ("from house to house", "intB", "intn"),
    "was INVOLVED in": ("was involved in", "1Ni", "1ji"),
    "all there is to DO is": ("all there is to do is", "de1t41", "de1tB1"),
    "if it rains, PLACE the call": ("rains , place the call", "Z,ndn", "Z,Bdn"),
    "hit by TENSE relations": ("hit by tense relations", "NiBs", "Nijs"),
    "left SO they could flee": ("left so they could flee", "DroMB", "DSoMB"),
    "should EITHER flee or fight": ("should either flee or fight", "McBcB", "MrBcB"),
    "in people'S lives": ("in people 's lives", "is1s", "ishs"),
    "ONCE they had left": ("once they had left", "ro3N", "So3N"),
    "offered Lee HELP to": ("offered lee help to flee", "NpPtB", "NpntB"),
    "rebel SHELLING of": ("rebel shelling of the town", "nGOdn", "nnOdn"),
    "that the mayor RESIGN": ("that the mayor resign .", "Sdnn.", "SdnB."),
    "said MONDAY rebels fled": ("said monday rebels fled", "DpsD", "DrsD"),
    "the border CROSSING at": ("the border crossing at", "dnGi", "dnni"),
    "had SHOT a guard": ("had shot a guard", "3ndn", "3Ndn"),
    "raided a clinic, BEAT two men and": ("troops raided a clinic , beat two men and took it", "sDdn,Bqscdo", "sDdn,DqscDo"),
    "a gunshot WOUND": ("a gunshot wound to", "dnDt", "dnnt"),
    "shot DEAD two men": ("guards shot dead two", "snjq", "snlq"),
    "made clear its aim": ("made clear its aim", "NBdn", "Nldn"),
    "leading to muddy ground": ("leading to muddy ground", "GtBn", "Gtjn"),
    "the army withdraws from": ("army withdraws from", "nsi", "nZi"),
    "weapons attack that killed": ("weapons attack that killed", "sPSD", "snSD"),
    "armed KIDNAPPING and robbery": ("with armed kidnapping and robbery", "iNGcn", "iNncn"),
    "a ransom KIDNAPPING wave": ("a ransom kidnapping wave", "dnGn", "dnnn"),
    "injured by fighting": ("injured by fighting .", "NiG.", "Nin."),
    "which reportedly killed many": ("which reportedly killed many", "wrNj", "wrDj"),
    "Norland guards on Sunday": ("norland guards on", "pZi", "psi"),
    "the army rejected rebel CLAIMS that": ("rejected rebel claims that", "DnZS", "DnsS"),
    "peace talks have failed": ("peace talks have", "nZ3", "ns3"),
    "rebel attacks on Sunday left": ("rebel attacks on sunday left", "nZipD", "nsipD"),
    "14 Norland attack drones": ("14 norland attack drones", "qpnZ", "qpns"),
    "left two dead and ten wounded": ("dead and ten wounded .", "jcqD.", "jcqN."),
    "the forces PRESS committee": ("the forces press committee", "dsPn", "dsnn"),
    "the affidavit STATES that": ("the affidavit states that two", "dnswq", "dnZwq"),
    "voiced ALARM that": ("voiced alarm that", "DBS", "DnS"),
    "expressed REGRET over": ("expressed regret over", "DBi", "Dni"),
    "called the KILLING senseless": ("called the killing senseless .", "DdGj.", "Ddnj."),
    "TEAR gas": ("police used tear gas", "sDBn", "sDnn"),
    "the health agency (WHO)": ("agency ( WHO ) staff", "n(w)n", "n(p)n"),
    "in Brod JUNE 13": ("died in brod june 13 .", "Dippq.", "Diprq."),
    "were SHOT on Monday": ("after being shot saturday night", "i2nnn", "i2Nrn"),
    "a boy SHOT in Brod has died": ("a boy shot in Brod has died", "dnnip3N", "dnNip3N"),
    "were SHOT": ("drones were shot down", "s1nl", "s1Nl"),
    "but CHIEF of staff": ("but chief of staff", "cjOn", "cnOn"),
    "it fled, the letter NOTES": ("it fled , the letter notes .", "oD,dns.", "oD,dnZ."),
    "Ruiz LIVES in": ("Ruiz lives in Brod", "psip", "pZip"),
    "scores more REPORTED missing": ("scores more reported missing", "srDG", "srNG"),
    "a statement READ on television": ("a statement read on television", "dnnin", "dnNin"),
    "were found SHOT dead": ("men were found shot in Brod", "s1Nnip", "s1NNip"),
    "gunmen SHOT and killed": ("gunmen shot and killed two", "sncDq", "sDcDq"),
    "destroyed SEVERAL bridges": ("destroyed several bridges", "Djs", "Dds"),
    "a mainly SHIITE town": ("he fled a mainly shiite town", "oDdrpn", "oDdrjn"),
    "was also heavily HIT": ("it was also heavily hit", "o1rrB", "o1rrN"),
    "were LIKELY killed": ("they were likely killed", "o1jN", "o1rN"),
    "captured eight men and SEIZED supplies": ("they captured men and seized supplies", "oDscNs", "oDscDs"),
    "the army SHOT two men": ("the army shot two men", "dnnqs", "dnDqs"),
    "stormed the house and SHOT dead two": ("they stormed houses and shot dead two", "oDscnjq", "oDscDjq"),
    "killed LATE Monday": ("killed late monday", "Njp", "Nrp"),
    "set houses ABLAZE": ("set houses ablaze", "Dsn", "Dsl"),
    "were BURNT to death": ("men were burnt to death", "s1jtn", "s1Ntn"),
    "opened fire, STRIKING two boys": ("opened fire , striking two boys", "Dn,jqs", "Dn,Gqs"),
    "killed two, BURNING nine houses": ("two , burning nine", "q,nq", "q,Gq"),
    "said a man KILLED in the raid was": ("a man killed in the raid was", "dnDidn1", "dnNidn1"),
    "the seriously WOUNDED": ("the seriously wounded to", "drNt", "drnt"),
    "martyrs and WOUNDED": ("martyrs and wounded .", "scN.", "scn."),
    "gunmen SUSPECTED to be bandits killed two": ("gunmen suspected to be bandits killed two", "sDt2sDq", "sNt2sDq"),
    "the shooting HAPPENED Tuesday": ("the shooting happened tuesday", "dnNp", "dnDp"),
    "two NORLANESE died": ("two chinese died", "qjD", "qsD"),
    "the MILITARY killed two": ("the military killed two", "djNq", "dnNq"),
    "the MILITARY shot two": ("the military shot two", "djnq", "dnnq"),
    "a gunman SHOT at two men": ("the gunman shot at two men", "dnniqs", "dnDiqs"),
    "the military SHOT two men": ("the military shot two men", "djnqs", "djDqs"),
    "the military ISSUED orders": ("the military issued new orders", "djNjs", "djDjs"),
    "rebels never ATTACKED it": ("rebels never attacked it", "srNo", "srDo"),
    "rebels never ATTACKED villages": ("rebels never attacked villages", "srNs", "srDs"),
    "are ABOUT to attack": ("are about to attack", "1itB", "1jtB"),
    "accused of BOMBING Brod": ("accused of bombing Brod", "NOnp", "NOGp"),
    "if rebels BOMB Brod": ("if rebels bomb Brod", "Ssnp", "SsPp"),
    "the DEAD included two": ("the dead included two", "djNq", "dnNq"),
    "the number of men KILLED rose": ("the number of men killed rose", "dnOsDD", "dnOsND"),
    "the Norland MILITARY said": ("the norland military said", "dpjD", "dpnD"),
    "was ITSELF hit": ("it was itself hit twice", "o1oDr", "o1rDr"),
    "the guards ALL fled": ("the guards all fled", "dsdD", "dsrD"),
    "gunmen SHOT to death two men": ("gunmen shot to death two men", "sntnqs", "sDtnqs"),
    "a boy SHOT to death": ("a boy shot to death was", "dnntn1", "dnNtn1"),
    "rebels EITHER killed or": ("rebels either killed or captured", "scNcN", "srNcN"),
    "were EACH shot": ("they were each shot", "o1dn", "o1rn"),
    "were each SHOT": ("they were each shot .", "o1rn.", "o1rN."),
    "got SHOT in Brod": ("he got shot in brod", "oDnip", "oDNip"),
    "GOT shot in Brod": ("he got shot in brod", "oDnip", "o1nip"),
    "may GET shot": ("he may get shot .", "oMBn.", "oM2n."),
    "may GET killed": ("he may get killed", "oMBN", "oM2N"),
    "those SHOT in Brod": ("one of those shot died", "qOdnD", "qOdND"),
    "a 21-year-old MALE,": ("a male was killed", "dj1N", "dn1N"),
    "have BOTH decried": ("they have both decried it", "o3dNo", "o3rNo"),
    "the town that rebels SEIZED in May": ("town that rebels seized in may", "nSsNip", "nSsDip"),
    "after rebels ATTACKED two ships": ("after rebels attacked two", "isNq", "isDq"),
    "as police FIRED tear gas": ("as police fired tear gas", "inNnn", "inDnn"),
    "as soldiers SHOT at them": ("as soldiers shot at them", "isNio", "isDio"),
    "but POLICE threatened them": ("but police threatened them", "cPDo", "cnDo"),
    "after the rebels ATTACKED it": ("after the rebels attacked it", "idsNo", "idsDo"),
    "returned HOME": ("they returned home on monday", "oDnip", "oDrip"),
    "she was INTERESTED": ("she was interested", "o1N", "o1j"),
    "they BRIEFLY held it": ("they unbriefly held it", "onDo", "orDo"),
    "a DOZEN gunmen": ("a dozen gunmen", "dns", "dqs"),
    "two network TEST rooms": ("two network test rooms", "qnBs", "qnns"),
    "four FAILED wars": ("four failed wars", "qDs", "qNs"),
    "oil WELL heads": ("oil well heads", "nrs", "nns"),
    "attacked a bus KILLING two men": ("attacked a bus killing two men", "Ddnnqs", "DdnGqs"),
    "rebels ATTACKED, looted and burned homes": ("rebels attacked , looted and burned homes", "sN,NcNs", "sD,DcDs"),
    "have killed, TORTURED and kidnapped men": ("they have killed , tortured , and kidnapped men", "o3N,N,cDs", "o3N,D,cDs"),
    "have killed, tortured and KIDNAPPED men": ("they have killed , tortured and kidnapped men", "o3N,NcNs", "o3N,DcDs"),
    "tortured and BEAT to death a clerk": ("tortured and beat to death a clerk", "Dcntndn", "DcDtndn"),
    "rapes and TORTURE": ("rapes and torture .", "scB.", "scn."),
    "raid a home, ARREST two": ("police raid home , arrest two", "pPn,nq", "pPn,Bq"),
    "drug TRAFFICKING gangs": ("the drug trafficking gangs", "dnGs", "dnns"),
    "SUSPECTED armed men fled": ("suspected armed rebels fled", "DjsD", "jjsD"),
    "infantry FIGHTING vehicles": ("infantry fighting vehicles", "nGs", "nns"),
    "26 saves": ("26 saves .", "qZ.", "qs."),
    "one REMARK": ("one remark", "qB", "qn"),
    "five people SHOT in Brod": ("five people shot in brod", "qsnip", "qsNip"),
    "one of the first plays": ("one of the first plays", "qOdjZ", "qOdjs"),
    "left 18 men dead and WOUNDED scores": ("they left 18 dead and wounded scores", "oDqjcNs", "oDqjcDs"),
    "guards whose SLAYING of": ("guards whose slaying of a farmer", "swGOdn", "swnOdn"),
    "three men, two of them GUARDS, fled": ("three men , two of them guards , fled", "qs,qOoZ,D", "qs,qOos,D"),
    "FIGHTING in Brod killed 12": ("fighting in brod killed two", "GipDq", "nipDq"),
    "a man ACCUSED of murder": ("a man accused of murder", "dnnOn", "dnNOn"),
    "FROM 10 to 20 men fled": ("from 10 to 20 men fled", "iqtqsD", "rqtqsD"),
    "from 10 TO 20 men fled": ("from 10 to 20 men fled", "iqtqsD", "iqrqsD"),
    "at 2 AM": ("they left at 2 am", "oNiq1", "oNiqn"),
    "he'D left": ("he 'd left", "oMD", "o3D"),
    "HALF of them": ("half of them left", "nOoD", "qOoD"),
    "which on Monday KILLED many": ("which on monday killed two", "wipNq", "wipDq"),
    "three men, two of them MASKED, fled": ("three men , two of them masked , fled", "qs,qOoD,D", "qs,qOoN,D"),
    "suspected of PLANNING raids": ("suspected of planning raids", "NOns", "NOGs"),
    "TRUMP said": ("trump said", "BD", "pD"),
    "TRUMP declared in": ("trump declared in", "BNi", "pNi"),
    'a "strictly CONTROLLED" zone': ('a " strictly controlled " zone', 'd"rN"n', 'd"rj"n'),
    "the renewed CALLS for": ("the renewed calls for", "dNZi", "dNsi"),
    "accused it of a raid and CUT ties": ("accused it of a raid and cut ties", "DoOdncns", "DoOdncDs"),
    "the claim THAT money could": ("the claim that money could help", "dndnMB", "dnSnMB"),
    "the FOLLOWING day": ("the following day", "din", "djn"),
    "said THAT tomorrow they would": ("said that tomorrow they would", "DdnoM", "DSnoM"),
    "are due to OPEN in Brod": ("are due to open in", "1jtni", "1jtBi"),
    "said THAT money could": ("said that money could", "DdnM", "DSnM"),
    "Ruiz, a medic, DENIES that": ("ruiz , a medic , denies that", "p,dn,sS", "p,dn,ZS"),
    "the guards — and their chief — SAY": ("guards — say that", "s:fS", "s:PS"),
    "the fire also RAGED in": ("fire also raged in", "nrNi", "nrDi"),
    "can conduct elaborate raids": ("can conduct elaborate raids", "MBBs", "MBjs"),
    "the men THERE were killed": ("men there were killed", "se1N", "sr1N"),
    "that PAID guards would": ("that paid guards would", "SDsM", "SNsM"),
    "said THERE certainly was": ("there certainly was", "rr1", "er1"),
    "thousands of SCREAMING girls": ("thousands of screaming girls", "sOGs", "sOjs"),
    "held EXERCISES with": ("the army held exercises with Spain", "dnDZip", "dnDsip"),
    "from the NORTH came": ("the north came", "drD", "dnD"),
    "two men, AGED 24 and 27, were": ("two men , aged 24 were", "qs,Dq1", "qs,Nq1"),
    "said THAT would help": ("said that would", "DSM", "DdM"),
    "warned on Monday THAT nobody fled": ("warned on monday that nobody fled", "DipdnN", "DipSnN"),
    "MANY warned": ("many warned", "jN", "qN"),
    "many WARNED that": ("many warned that", "jNS", "qDS"),
    "many TOLD reporters": ("many told reporters", "jNs", "jDs"),
    "the first WARNED that": ("the first warned that", "djNS", "djDS"),
    "a man NAMED Omar said": ("a man named omar said", "dnDpD", "dnNpD"),
    "“...,” WARNED officials": (', " warned officials', ',"Ns', ',"Ds'),
    "told POLICE the man fled": ("told police the man fled", "DBdnD", "DndnD"),
    "if he wins, THAT will help": (", that will", ",SM", ",dM"),
    "GIVEN the raid": ("given the raid", "Ndn", "idn"),
    "another US think tank": ("another us think tank", "dpPn", "dpnn"),
    "gunmen SEALED off a street": ("gunmen sealed off a street", "sNidn", "sDidn"),
    "security chief FRIDAY": ("security chief friday .", "njp.", "njr."),
    "a Kadra REPUBLICAN said": ("a kadra republican said", "dpjD", "dpnD"),
    "Ana FRENCH of": ("ana french of the guild", "pjOdn", "ppOdn"),
    "a Supreme Court ADVOCATE,": ("a court advocate ,", "dpB,", "dpn,"),
    "Norland REGISTERED voters": ("norland registered voters", "jDs", "jjs"),
    "one NORLANDER dead": ("one iraqi dead .", "qjj.", "qpj."),
    "win back lost ground": ("win back lost ground", "BrDn", "BrNn"),
    "NORTH of Brod, a bomb went off": ("north of Brod, a bomb went off", "pOp,dnDl", "rOp,dnDl"),
    "19 PRIOR arrests": ("19 prior arrests", "qrs", "qjs"),
    "the database ESTIMATES 40 men": ("the database estimates about 40 men", "dnsiqs", "dnZiqs"),
    "figures from police SHOW that": ("figures from police show that", "sinnS", "sinPS"),
    "according to POLICE": ("according to police killed", "itBN", "itnN"),
    "left two Taliban DEAD": ("two taliban dead", "qpn", "qpj"),
    "SCORES of men": ("which scores of men", "wZOs", "wsOs"),
    "the raid COST 12 men their lives": ("the raid cost 12 men", "dnnqs", "dnDqs"),
    "two men were DEAD": ("were dead", "1N", "1j"),
    "stopped a bus and SHOT 11 men": ("stopped a bus and shot 11 men", "Ddncnqs", "DdncDqs"),
    "seized it and BROADCAST a call": ("seized it and broadcast a call", "DocBdn", "DocDdn"),
    "checkpoints RUN by militias": ("checkpoints run by militias", "sPis", "sNis"),
    "twice AS many men": ("twice as many men", "rijs", "rrjs"),
    "THERE remains a": ("said there remains a", "DrZd", "DeZd"),
    "what he DOES is": ("what he does can", "wo4M", "woZM"),
    "what they DO is": ("what they do is", "wo41", "woP1"),
    "what he DID was": ("what he did was", "wo41", "woD1"),
    "the siren SOUNDS at dawn": ("the siren sounds at dawn .", "dnsin.", "dnZin."),
    "a war that CLAIMS many lives": ("plan that suits two men .", "nSsjs.", "nSZjs."),
    "is FOLLOWING Brod": ("is following two men", "1iqs", "1Gqs"),
    "police MET two men": ("police met two men", "snqs", "sDqs"),
    "killed MANY on Monday": ("killed many on monday", "Djip", "Dqip"),
    "a man held in Brod CUT the road": ("a man held in Brod cut the road", "dnNipBdn", "dnNipDdn"),
    "the mayor CUT two posts": ("the mayor cut two posts .", "dnnqs.", "dnDqs."),
    "police SEARCH the town": ("police search the town .", "sndn.", "sPdn."),
    "gunmen VISIT the town": ("gunmen raid the town .", "sndn.", "sPdn."),
    "rockets LAND at a station": ("rockets land at stations .", "snis.", "sPis."),
    "that losses at the front SHOW the need": ("that two losses show the need .", "Sqsndn.", "SqsBdn."),
    "that the programme END because": ("that the programme end .", "Sdnn.", "SdnB."),
    "that the school SCAMMED pupils": ("that the school scammed pupils .", "Sdnjs.", "SdnDs."),
    "a raid that on Sunday KILLED ten": ("a raid that reportedly killed ten men", "dnSrNqs", "dnSrDqs"),
    "World War I": ("died in world war i", "Dippo", "Dippp"),
    "12 DIE in Brod": ("more than 12 die in fire", "rrqnin", "rrqPin"),
    "voters almost always END up": ("voters always end up", "srBl", "srPl"),
    "the heat and UNSETTLED weather could": ("heat and unsettled weather could", "ncDnM", "ncjnM"),
}


@pytest.mark.parametrize("rule", [*LETTERED, *REPAIRS], ids=lambda rule: rule.name)
def test_every_rule_fires(rule: Rule) -> None:
    sentence, before, after = CASES[rule.name]
    changed = RuleSet([rule]).apply(before, sentence.split(), tagger().words)
    assert changed != before
    assert all(letter in (old, new) for letter, old, new in zip(changed, before, after, strict=True))


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in (*LETTERED, *REPAIRS)]
    assert len(set(names)) == len(names) == len(CASES)


@pytest.mark.parametrize(
    ("sentence", "letters"),
    [
        ("two men arrested and charged the previous day were released .", "qsNcNdjn1N."),  # a finite verb follows
        ("they were told and elected officials left", "o1NcNsD"),  # the verb before is a passive
        ("they met ministers and elected officials", "oDscNs"),  # a participle that often stands before a noun
        ("they sent men and armed guards", "oDscNs"),
        ("they have limited success", "o3jn"),
        ("three men , two of them died , fled", "qs,qOoD,D"),  # it has no passive
        ("fighting for months , the rebels lost", "Gis,dsD"),  # a comma stands before the verb in "fighting for months, they lost"
        ("medics carried two dead and wounded soldiers", "sDqjcNs"),  # they are carried, not left so
        ("the men also wounded by guards", "dsrNis"),  # an agent follows in "the fire also raged in"
        ("a gunman firing on guards fled", "dnGisD"),  # no preposition stands before "a gunman"
        ("the army said there killed two", "dnDeNq"),
        ("the man died tuesday said", "dnDrD"),  # it has no passive
        ("they told the men , posted near brod , that", "oDds,Dip,S"),  # no verb comes first in "a soldier, posted near Brod, told"
    ],
)
def test_no_rule_fires(sentence: str, letters: str) -> None:
    assert RuleSet(REPAIRS).apply(letters, sentence.split(), tagger().words) == letters


def test_a_word_that_is_no_verb_stays_a_noun() -> None:
    assert RuleSet(REPAIRS).apply("sndn", ["rebels", "humanity", "the", "town"], tagger().words) == "sndn"


WORD = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=8)


@given(st.lists(st.one_of(WORD, st.sampled_from(["the", "men", "who", "Said", "killed", ",", "to", *MARKS])), max_size=20))
def test_a_letter_for_each_word_and_always_the_same(words: list[str]) -> None:
    low = [word.lower() for word in words]
    first = tag(words, low)
    assert len(first) == len(words)
    assert set(first) <= set(LETTERS)
    assert tag(words, low) == first


def test_what_is_remembered_changes_no_letter() -> None:
    words = "The brigade repelled three attacks near the river overnight .".split()
    own = tagger()
    before = own.decided(words)
    own._kept = REMEMBERED + 1
    assert own.decided(words) == before
    assert own._kept < REMEMBERED


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two small texts, tagged."""
    path = tmp_path / "tagged.zip"
    line = "The_DT bridge_NN fell_VBD ._. \nThe_DT envoy_NN left_VBD the_DT bridge_NN ._. \n"
    with ZipFile(path, "w") as archive:
        archive.writestr("masc_tagged/written/one.txt", line * 2 + "Only_RB one_CD zeppelin_NN ,_, a_DT zeppelin_NN ,_, the_DT zeppelin_NN ._. \n")
        archive.writestr("masc_tagged/written/two.txt", line)
        archive.writestr("masc_tagged/spoken/three.txt", "Uh_UH uh_UH uh_UH ._. \n" * 5)
    return path


def test_the_table_lists_words_of_two_texts_and_is_made_the_same_each_time(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_table, "COURSES", 1)
    monkeypatch.setattr(tag_table, "EPOCHS", 2)
    text = tag_table.table(corpus)
    assert text == tag_table.table(corpus)
    made = read_table(text)
    assert {"bridge", "envoy", "fell", "left", "the"} <= set(made.words.listed)
    assert not {"zeppelin", "uh", "only"} & set(made.words.listed)  # of one text, of no written text, seen twice
    assert made.decided("The bridge fell .".split()) == "dnD."


def test_a_word_of_grammar_in_capitals_is_a_name() -> None:
    assert tags("IS has claimed the raid , and US jets struck IS near Tirsa .")[0] == "p"
    assert tags("Jets struck IS near Tirsa .")[2] == "p"
    assert tags("THE ARMY IS LEAVING THE TOWN OF TIRSA")[2] == "1"
