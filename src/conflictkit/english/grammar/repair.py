"""Letters of a tag string that their context corrects, each by a rule with a name.

A decision of the tagger sees two letters before and one class behind; these rules see the letters on both sides as they were decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..lexicon import speech
from ..lexicon.inflection import BASE_AS_PARTICIPLE, BASE_IN_PAST, inflect, plural
from ..tables import TABLES
from . import lists
from .lists import (
    ACTS,
    ARTICLES,
    CONDITIONAL,
    DAY_PARTS,
    DAYS,
    DOCUMENT,
    HEADLINE,
    NATIONALITIES,
    PARTISAN,
    PARTITIVE,
    PERSONS,
    PLACES_AND_TIMES,
    POSSESSIVE,
    TABLE,
    TIME_ORDER,
)
from .ruleset import Rule, RuleSet
from .words import Words

USE, REPORTS = TABLE.use, speech.verbs("reports")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _forms(verbs: Iterable[str], *places: int) -> frozenset[str]:
    """Forms of verbs: third person, past, participle, -ing form; all and the base where no place is given."""
    return frozenset(form for verb in verbs for form in (map(inflect(verb).__getitem__, places) if places else (verb, *inflect(verb))))


# closed classes
QUANTITY = _words("many much more most few several some any all both each none half less least enough little")
DETERMINERS = POSSESSIVE | ARTICLES | {"no", "every"}
INDEFINITE_PRONOUNS = frozenset(some + one for some in ("any", "every", "no", "some") for one in ("body", "one", "thing"))
SINGLE = _words("a an another every this")
WHO = _words("who which that")
DEGREE = _words("very too quite more most less rather how extremely deeply highly")
PARTICLES = TABLES.speakers.runs.particle - lists.FUNCTION
"""Small words inside names: "Marta de Castera"."""
COMPASS = _words("north south east west northwest northeast southwest southeast")
SEVERAL = _words("several many few numerous")
HURT = _words("wounded injured displaced missing detained")
"""Participles that name who was hurt: "the seriously wounded"."""
TELLINGS = _words("reports claims notes estimates states")
"""Nouns that are verbs between whoever tells and what is told."""
NEARLY = _words("about around over nearly almost under")
COMPARED = _words("more less fewer rather")
YEARS = frozenset(map(str, range(1900, 2100)))
# forms and nouns of the lists
NO_NOUNS, OCCURRED, HARMING, HELPED, TELLING, SAYING = (
    _forms(USE.no_nouns, 0), _forms(TABLE.verb.no_object, 1), _forms(USE.harms, 3), _forms(TABLE.verb.lets), _forms(speech.verbs("tells")), _forms(REPORTS)
)
CONTENTS = frozenset(form for noun in speech.nouns("content") for form in (noun, plural(noun)))
"""Nouns, of one and of many, whose content "that" tells."""
SHOOTERS = PERSONS - _words("witness victim")
"""Singular nouns of whoever shoots."""
ACTED = frozenset(map(plural, ACTS))
"""Nouns of acts in the plural."""
GUARDS = frozenset(f"{person}s" for person in PERSONS)
"""Nouns of persons in the plural; some are verbs too."""

LETTERED = (
    Rule("please check", "u", "(?<!t)[BPn]", _words("please")),
    Rule("got killed", "1", "[ZDP](?=r?N)", USE.gets),
    Rule("guards whose SLAYING of", "n", "(?<=w)G(?=[OiMZD13])", before=_words("whose")),
    Rule("the ONLY working clinic", "j", "(?<=d)r(?=G[nsp])", _words("only")),
    Rule("TWIN bombs", "j", "[BPn](?=[jn]*[ns])", _words("twin")),
    Rule("World War I", "p", "(?<=p)o", _words("i"), before=_words("war")),
    Rule("at 2 AM", "n", "(?<=q)1", _words("am")),
    Rule("he'D left", "3", "M(?=r*[DN2])", _words("'d ’d")),
    Rule("pulled back its forces", "l", "(?<=[ZDPBGN])[ir](?=[irjt]*[q$]|[dnspj])", USE.particles),
    Rule("took over the city", "l", "(?<=[ZDPBGN])i(?=[dnspjq$])", _words("over about"), before=USE.takes),
    Rule("took on the army", "l", "(?<=[ZDPBGN])(?<![12c]N)(?<![12]rN)i(?=[dnspjq$])", _words("on"), before=USE.takes),
    Rule("the FOLLOWING day", "j", "(?<=d)[iG](?=[jqns])", _words("following"), before=_words("the")),
    Rule("about 200", "r", "[ij](?=[q$])", NEARLY),
    Rule("MORE than 200", "r", "[jr](?:(?=i[q$])|(?=id[qn])|(?=inO))", COMPARED, after=_words("than")),
    Rule("more THAN 200", "r", "(?<=[jr])i(?:(?=[q$])|(?=d[qn])|(?=nO))", _words("than"), before=COMPARED),
    Rule("FROM 10 to 20 men fled", "r", "(?:^|(?<=,))i(?=qtq[jns])", _words("from")),
    Rule("from 10 TO 20 men fled", "r", "(?:(?<=^iq)|(?<=,iq))t(?=q[jns])", _words("to")),
    Rule("HALF of them", "q", "n(?=O)", _words("half")),
    Rule("NO fewer than 200", "r", "[dr](?=[jr][ri][q$])", _words("no not"), after=COMPARED),
    Rule("AT least 200", "r", "i(?=[jr])", _words("at"), after=_words("least most")),
    Rule("at LEAST 200", "r", "(?<=i)[jr]", _words("least most"), before=_words("at")),
    Rule("is FOLLOWING Brod", "G", "(?:(?<=[12])|(?<=[12]r))i(?=[dqopnsj])", _words("following")),
    Rule("police MET two men", "D", "(?<=[nspo])n(?=[dnspoqjirt,.])", _words("met")),
    Rule("a DOZEN gunmen", "q", "n", _words("dozen")),
    Rule("twice AS many men", "r", "i(?=[jqrd])", _words("as"), before=_words("twice times half"), after=_words("many much")),
    Rule("many of", "q", "[jrd](?=O)", QUANTITY),
    Rule("many were", "q", "j(?=[MZDP1234r,.]|Ni|B[idoqt])", QUANTITY),
    Rule("killed MANY on Monday", "q", "(?<=[ZDPBGN])j(?=i)", SEVERAL),
    Rule("MANY warned", "q", "j(?=[NDj])", QUANTITY, after=SAYING - USE.modifying),
    Rule("a statement Friday", "r", "(?<=[nspoZDPBNG134l])[pn](?![nsh])", DAYS),
    Rule("in Brod JUNE 13", "r", "(?<=[np])p(?:(?=q[^jnsp])|(?=q$))", lists.MONTHS - {"march", "may"}),
    Rule("struck overnight", "r", "[jn](?![jnsp])", _words("overnight nationwide worldwide daily weekly")),
    Rule("TRUMP said", "p", "^B(?=[DZM3]|N[Sdspo]|,[wG]|sS)"),
    Rule("TRUMP declared in", "p", "^B(?=Ni)", after=SAYING),
    Rule("the claim THAT money could", "S", "(?<=[ns])d(?=[nj]*[ns]r*[MZ13])", _words("that"), before=CONTENTS),
    Rule("said THAT money could", "S", "(?<=[DNZPG])d(?=[nj]*[ns]r*[MZ13])", _words("that"), unless_after=_words("day evening morning night time week month year")),
    Rule("said THAT tomorrow they would", "S", "(?<=[DNZPG])[dw](?=[npr]n?[doepqs])", _words("that"), after=DAYS),
    Rule("are due to OPEN in Brod", "B", "(?<=t)[nj]", _words("open"), earlier=_words("due set")),
    Rule("Ruiz, a medic, DENIES that", "Z", "s", NO_NOUNS),
    Rule("the guards — and their chief — SAY", "P", "(?<=:)f", _words("say")),
    Rule("Norland papers say THAT armed men", "S", "(?<=[PZDN])w(?![MZ134r]|D(?![sZ][MDZP1]))", _words("that"), before=SAYING),
    Rule("told reporters THAT guards fled", "S", "(?<=[DNZPBG][nspo])w(?=[djnspoq])", _words("that"), earlier=TELLING),
    Rule("said that they", "S", "d(?=\"?[dpoe]|\"?[nj]*s|\"[iG]|q[nj]*s)", _words("that")),
    Rule("said THAT would help", "d", "(?<=[DNZPBG])[Sw](?=r?[M1])", _words("that"), before=SAYING),
    Rule("warned on Monday THAT nobody fled", "S", "(?<![iO])d(?=n)", _words("that"), after=INDEFINITE_PRONOUNS),
    Rule("many TOLD reporters", "D", "(?<=[qdj])N(?=[dnspoqS])", _words("told")),
    Rule("the first WARNED that", "D", '(?:(?<=d[jq])|(?<=[qd]))[Nj](?=[S:]|,"|i[pn][Sd])|(?<=[,"]d[jq])N(?=[.,])', SAYING, unless=USE.modifying),
    Rule("many WARNED that", "D", '(?<=[qjd])[Nj](?=[S:.,]|i[pn][Sd])', SAYING, before=QUANTITY | {"another"}, unless=USE.modifying),
    Rule("a man NAMED Omar said", "N", "(?<=n)D(?=p)", _words("called named"), earlier=SINGLE),
    Rule("“...,” WARNED officials", "D", '(?<=,")N(?=[jnspdq])', SAYING, unless=USE.modifying),
    Rule("if he wins, THAT will help", "d", "(?<=,)[Sw](?=r?[M1])", _words("that")),
    Rule("said THERE certainly was", "e", "r(?=r*M?r?3?r*[12])", _words("there")),
    Rule("THERE remains a", "e", "r(?=[ZDP][dj])", _words("there"), after=_words("remains remained remain exists exist existed comes came")),
    Rule("the men THERE were killed", "r", "(?<=[nsp])e(?=[13]r?[NG2])"),
    Rule("that PAID guards would", "N", "(?<=[Sw])D(?=[sZ][MDZP1])", before=_words("that")),
    Rule("GIVEN the raid", "i", "(?:^|(?<=[Sc,]))N(?=[dhns])", _words("given")),
    Rule("a raid on Friday THAT killed", "S", "(?<=[nsp])d(?=r?[DZM134])", _words("that")),
    Rule("the army CUT off the road", "D", "(?<=[nspor])n(?=[ril][dnspji])", _words("cut shut"), after=USE.particles),
    Rule("Norland ARMED forces", "j", "[DN](?=s)", _words("armed")),
    Rule("a COWARDLY act", "j", "(?<=d)r(?=[BPns])", ending=("ly",), before=DETERMINERS),
    Rule("a cowardly ACT", "n", "(?<=d[jr])[BP](?=[.,iOcS])", before_ending=("ly",), earlier=DETERMINERS),
    Rule("the United Nations NUCLEAR agency", "n", "(?:(?<=dp)|(?<=dpp)|(?<=dppp))j(?=[ns])"),
    Rule("was INVOLVED in", "j", "(?:(?<=[12])|(?<=[12]r))N(?=[it])", _words("based involved opposed"), unless_after=_words("by")),
    Rule("all there is to DO is", "B", "(?<=[tM])4(?=[1M])", sure=True),
    Rule("what he DOES is", "Z", "(?<![tM])4(?=[1M])", _words("does")),
    Rule("what they DO is", "P", "(?<![tM])4(?=[1M])", _words("do")),
    Rule("what he DID was", "D", "(?<![tM])4(?=[1M])", _words("did")),
    Rule("left SO they could flee", "S", "r(?=r?o[MZDP1234]|d?[jh]*[nsp]+[MZDP1234])", _words("so"), unless_after=QUANTITY),
    Rule("should EITHER flee or fight", "r", "(?<=[MZDP1234])c", _words("both either neither")),
    Rule("in people'S lives", "h", "(?<=i[ns])1(?=j*[ns])", _words("'s ’s")),
    Rule("ONCE they had left", "S", "r(?=o[3MDZP1])", _words("once")),
    Rule("offered Lee HELP to", "n", "(?<=p)[BP](?=t)", _words("help aid")),
    Rule("losses since May AMOUNT to 400", "P", "(?<=[spqr])n(?=t[ir]?[q$d])", _words("amount")),
    Rule("that the mayor RESIGN", "B", "(?<=Sdn)n(?=[.,irt])", verb_only=True),
    Rule("the border CROSSING at", "n", "(?<=[npj])G(?=[.,i)cZDM13:])", _words("crossing"), before=_words("border level rail railway river road")),
    Rule("had SHOT a guard", "N", "(?<=3)n(?=[doqps])", _words("shot")),
    Rule("raided a clinic, BEAT two men and", "D", r"(?<=,)[BPn](?=[djnspqo][^.,;:]*c)", BASE_IN_PAST, after_past=True),
    Rule("a gunshot WOUND", "n", "(?<=n)[DNPB]", _words("wound"), before=USE.wounding),
    Rule("WARRING sides", "j", "G(?=[js])", TABLE.form.going_on),
    Rule("NEIGHBOURING Norland", "j", "G(?=p)", _words("neighboring neighbouring")),
    Rule("she was INTERESTED", "j", "(?:(?<=[12])|(?<=[12]r)|(?<=[12]rr))[ND]", TABLE.form.felt, unless_after=_words("by")),
    Rule("has SINCE killed", "r", "(?<=3)i(?=r?[ND2G])", _words("since")),
    Rule("gunmen SEALED off a street", "D", "(?<=[spo])N(?=[ril][dns])", _words("cordoned fenced roped sealed walled"), after=_words("off")),
    Rule("guards SHOT dead two men", "D", "(?:(?<=[nspo])|(?<=[nspo]\")|(?<=[nspo]Nc))[nN](?=[jnN])", _words("shot"), after=_words("dead")),
    Rule("the army SHOT two men", "D", "(?<=[np])n(?=[qdos])", _words("shot beat"), unless_before=_words("gun drum heart"), first_verb=True),
    Rule("the military SHOT two men", "D", "(?<=j)n(?=[qdos])", _words("shot beat"), before=_words("military"), first_verb=True),
    Rule("stormed the house and SHOT dead two", "D", "(?:(?<=c)|(?<=cr))[nN](?=[jnNot])", _words("shot"), after=_words("dead to them him her two three four five six"), after_past=True),
    Rule("returned HOME", "r", "n(?![nsh])", _words("home"), before=_words("return returns returned returning go goes went gone going come comes came coming head headed heading sent back get got getting")),
    Rule("killed LATE Monday", "r", "(?<=[ND])j(?=[pn])", _words("late early"), after=DAYS),
    Rule("set houses ABLAZE", "l", "[njr]", _words("ablaze alight aflame")),
    Rule("Tuesday's Hollin PRIMARY", "n", "(?:(?<=hp)|(?<=hpp))j(?=[.,:;iOMZDP1]|$)"),
    Rule("the July 4 SHOOTING", "n", "(?<=dpq)G(?=[i.,:;cSw]|$)"),
    Rule("gunmen SET fire to", "D", "(?<=[nspo])[nN](?=n)", _words("set"), after=_words("fire")),
    Rule("gunmen SHOT and killed", "D", "(?<=[nspo])[nN](?=c[DN])", _words("shot beat")),
    Rule("the forces PRESS committee", "n", "(?<=[nsp])[BP](?=[ns])", _words("press"), after=_words("agency centre center committee conference corps office release secretary service statement")),
    Rule("it fled, the letter NOTES", "Z", "(?<=,dn)s(?=[.]|$)", _words("states notes"), before=DOCUMENT),
    Rule("Ruiz LIVES in", "Z", "(?<=p)s(?=[ir][dpn])", _words("lives works")),
    Rule("the affidavit STATES that", "Z", "(?<=n)s(?=[wSd][djnspqo])", _words("states notes"), before=DOCUMENT),
    Rule("voiced ALARM that", "n", "(?<=[DZPBGN])[BP](?=S)", _words("alarm concern")),
    Rule("called the KILLING senseless", "n", "(?<=d)G(?=j[.,ciS])", ACTS),
    Rule("TEAR gas", "n", "[BPj]", _words("tear"), after=_words("gas")),
    Rule("the health agency (WHO)", "p", "w", before=frozenset(["("]), after=frozenset([")"])),
    Rule("were SHOT", "N", "(?:(?<=[123])|(?<=[123]r))[nj](?=[ilrcjt.,;]|$)", _words("shot")),
    Rule("a statement READ on television", "N", "(?<=[np])n(?=[lirO])", _words("read")),
    Rule("were SHOT on Monday", "N", "(?:(?<=[123])|(?<=[123]r))[nj]", _words("shot"), after=DAYS),
    Rule("a boy SHOT in Brod has died", "N", "(?<=n)n(?=i[djnspq]+r?[13M])", _words("shot"), before=PERSONS),
    Rule("were found SHOT dead", "N", "(?<=N)[nj](?=[ilrcjnt.,;]|$)", _words("shot"), before=_words("found")),
    Rule("destroyed SEVERAL bridges", "d", "(?<=[NDZPBG])j(?=[jnsNp])", SEVERAL),
    Rule("a Kadra REPUBLICAN said", "n", "(?<=p)j(?=[.,:cwDZPO]|i[dp])", PARTISAN),
    Rule("Ana FRENCH of", "p", "(?<=p)j(?=[.,:cwDZPO])", NATIONALITIES),
    Rule("a Supreme Court ADVOCATE,", "n", "(?<=p)B(?=[.,])", _words("advocate associate delegate graduate")),
    Rule("Norland REGISTERED voters", "j", "(?<=[pj])D(?=s)", _words("registered")),
    Rule("one NORLANDER dead", "p", "(?<=q)j(?=[1i.,c]|[jN][^jnsp])", NATIONALITIES, before=_words("one")),
    Rule("two NORLANESE died", "s", "(?<=q)j(?=[1DNi.,]|c[^jp])", NATIONALITIES, ending=("ese",)),
    Rule("was ITSELF hit", "r", "(?<=[123])o(?=r*[ND2G])", lists.REFLEXIVE),
    Rule("have BOTH decried", "r", "(?<=[123])[dqo](?=r?[NG])", _words("both all each")),
    Rule("the guards ALL fled", "r", "(?<=[nsp])d(?=r?[DZPM123N])", _words("both all each")),
    Rule("those SHOT in Brod", "N", "(?<=d)n", _words("shot"), before=_words("those")),
    Rule("a 21-year-old MALE,", "n", "(?<=[dqj])j(?=[.,:;cwitrDZM123N]|$)", _words("male female")),
    Rule("were LIKELY killed", "r", "(?<=1)j(?=N)", _words("likely")),
    Rule("guards fatally SHOT two men", "D", "(?:(?<=[spo])|(?<=[nspowr]r))[nN](?=[qdps])", _words("shot")),
    Rule("the man SHOT two men", "D", "(?<=n)[nN](?=[qdops])", _words("shot"), before=SHOOTERS),
    Rule("entering the house and OPENING fire", "G", "(?<=[ci,])n(?=n)", _words("opening"), after=_words("fire")),
    Rule("a U.S. military official", "j", "[np](?=j[nsp])", _words("u.s. u.n. u.k.")),
    Rule("said MONDAY rebels fled", "r", "(?<=D)[pn](?=[nspjq])", DAYS, before=_words("said"), unless_after=DAY_PARTS),
    Rule("two men WEDNESDAY night", "r", "(?<=[nspo])[pn](?=n)", DAYS, after=DAY_PARTS),
    Rule("two men Wednesday NIGHT", "r", "(?<=[nspo][pn])n", DAY_PARTS, before=DAYS),
    Rule("on Wednesday NIGHT guards", "r", "(?<=i[pn])n(?=[nsp])", DAY_PARTS, before=DAYS, earlier=_words("on by until from since")),
    Rule("shot DEAD two men", "l", "(?<=[nDN])[jnN]", _words("dead"), before=_words("shot")),
    Rule("made clear its aim", "l", "(?<=[ZDPBGN])[jBr](?=[dnps])", _words("clear"), before=_words("make makes made making steer steers steered steering")),
    Rule("Marta DE Castera", "p", "(?<=p)i(?=p)", PARTICLES),
    Rule("Norland's MILITARY said", "n", "(?<=h)j(?=[ZDPM134rs,.])", _words("military principal chief")),
    Rule('a "strictly CONTROLLED" zone', "j", '(?:(?<=d")|(?<=d"r))[DN](?="j*[ns])'),
    Rule("the renewed CALLS for", "s", "(?<=dN)Z", before=USE.modifying),
    Rule("two men were DEAD", "j", "(?:(?<=[12])|(?<=[12]r))N", _words("dead")),
    Rule("left two Taliban DEAD", "j", "(?<=[qO]p)n", _words("dead")),
    Rule("SCORES of men", "s", "Z(?=O|r?[1DN])", _words("scores")),
    Rule("stopped a bus and SHOT 11 men", "D", "(?:(?<=c)|(?<=cr))[nN](?=q)", _words("shot"), after_past=True),
    Rule("seized it and BROADCAST a call", "D", "(?<=[nspo]c)[BPn](?=l?[do])", BASE_IN_PAST, after_past=True),
    Rule("checkpoints RUN by militias", "N", "(?<=[nsp])[PBDn](?=i)", BASE_AS_PARTICIPLE, after=_words("by")),
    Rule("accused it of a raid and CUT ties", "D", "(?<=c)n(?=s)", _words("cut"), after=_words("links relations ties")),
    Rule("the MILITARY killed two", "n", "(?:^|(?<=[dhpnj]))j(?=r?N[^np-])", _words("military chief")),
    Rule("rebels never ATTACKED it", "D", "(?<=[nsp]r)N(?=[pdoq])", ending=("ed", "d")),
    Rule("rebels never ATTACKED villages", "D", "(?<=[nsp]r)N(?=s)", ending=("ed", "d"), first_verb=True),
    Rule("are ABOUT to attack", "j", "(?<=1)[in](?=t)", _words("about due")),
    Rule("accused of BOMBING Brod", "G", "(?<=[iO])n(?=[po])", ACTS, ending=("ing",), unless=_words("meeting"), unless_after=DAYS),
    Rule("if rebels BOMB Brod", "P", "(?<=[SM]s)n(?=[pdoq])", HEADLINE),
    Rule("the MILITARY shot two", "n", "(?:^|(?<=[dhp]))j(?=n[qdos])", _words("military"), after=_words("shot beat")),
    Rule("the military ISSUED orders", "D", "(?<=j)N(?=[qdosSjtp])", before=_words("military chief")),
    Rule("the DEAD included two", "n", "(?<=d)[jNG](?=[NP][irjlt]*[qdos])", _words("dead wounded injured missing")),
    Rule("the number of men KILLED rose", "N", "(?<=O[ns])D(?=r?[DM13])"),
    Rule("the Norland MILITARY said", "n", "(?<=p)j(?=[ZDPM134,.])", _words("military")),
    Rule("Norland guards on Sunday", "s", "(?<![owrM1])Z(?![doq$])", GUARDS),
    Rule("but CHIEF of staff", "n", "j(?=O)", _words("chief military principal")),
    Rule("police CHIEF Olha Rudenko", "n", "(?<=[nps])j(?=[p,.ZDM134])", _words("chief")),
    Rule("security chief FRIDAY", "r", "(?<=j)[pn](?![nsh])", DAYS, before=_words("chief general official")),
)
"""Letters that name a use rather than a part of speech."""

REPAIRS = (
    Rule("army SHELLS hospital", "Z", "(?<=[npsj])s(?=[npsjdq])", frozenset(inflect(verb)[0] for verb in HEADLINE), headline=True),
    Rule("rebels STORM prison", "P", "(?:(?<=s)|(?<=^p))[nrj](?=[npsjdq])", HEADLINE, before_ending=("s", "men"), headline=True),
    Rule("two sailors DROWN, three saved", "P", "(?<=[qs]s)n(?=[,i])", verb_only=True),
    Rule("turned to BOMB attacks", "n", "(?<=t)B(?=[ns])", ACTS | _words("bomb rocket mortar suicide air"), earlier=USE.arrived),
    Rule("murder, TORTURE and looting", "n", "(?<=[ns],)B(?=c)", ACTS),
    Rule("HOLT, 31, died", "p", r"^[BDGNPj](?=,q[,.])"),
    Rule("SUSPECT held in Brod", "n", r"^[BP](?=N)", PERSONS | {"suspect"}),
    Rule("guard SHOT in Brod", "N", "(?<=[np])n(?=i[pd])", _words("shot"), before=PERSONS, headline=True),
    Rule('"...," TRUMP tweeted', "p", '(?<=[,?!]")B(?=N)', after=SAYING),
    Rule('"...," DECLARED Holt', "D", '(?:(?<=[,?!]")|(?<=[,?!]"p)|(?<=[,?!]"pp))N(?=[pdrtin.])', SAYING),
    Rule('"...," Holt NOTES', "Z", '(?:(?<=[,?!]"p)|(?<=[,?!]"pp))s(?=[.,ip])', frozenset(f"{verb}s" for verb in REPORTS)),
    Rule("the raid COST 12 men their lives", "D", "(?<=[nspo])n(?=sO|[rijt]*[qdo$])", _words("cost"), first_verb=True),
    Rule("the database ESTIMATES 40 men", "Z", "(?<=[np])s(?=[rij]*q)", _words("estimates reports claims counts records lists"), first_verb=True, unless_before=_words("media news police press")),
    Rule("figures from police SHOW that", "P", "(?<=[nsp])n(?=S|[rij]*q)", _words("show"), first_verb=True, unless_before=_words("television trade tv")),
    Rule("according to POLICE", "n", "(?<=t)B", earlier=_words("according")),
    Rule("a raid that on Sunday KILLED ten", "D", "(?:(?<=[nsp]Sr)|(?<=[nsp]Si[np])|(?<=[nsp]Sit[nspB])|(?<=[nsp]Sitjs)|(?<=[nsp]S,it[nspB],))N(?=[qdnspoj])", sure=True),
    Rule("army CLAIMS to have", "Z", "(?<=[np])s(?=t[3B])", _words("claims"), first_verb=True),
    Rule("which POLICE said", "s", "(?<=w)[PBD](?=[DMZP134])", _words("police")),
    Rule("the siren SOUNDS at dawn", "Z", "(?<!q)(?<!q[njp])(?<!q[njp][njp])(?:(?<=[np])|(?<=[np]r))s(?=[dojpqitSr.])", lacking=".S", unless=ACTED),
    Rule("a war that CLAIMS many lives", "Z", "(?<=[nsp]S)s(?=[doj])", lacking="S", before=_words("that")),
    Rule("the mayor CUT two posts", "D", "(?:(?<=[nspo])|(?<=[nspo]r))n(?=[dojqps])", BASE_IN_PAST | {"shot"}, lacking=".S"),
    Rule("police SEARCH the town", "P", "(?<=[nsp])n(?=[doqp])", before=_words("police"), lacking=".S"),
    Rule("gunmen VISIT the town", "P", "(?:(?<=s)|(?<=sr))n(?=[doqp])", ACTS, lacking=".S"),
    Rule("rockets LAND at a station", "P", "(?:(?<=s)|(?<=sr))n(?=[dojqitSr])", lacking=".S", unless=ACTS),
    Rule("that losses at the front SHOW the need", "B", "(?:(?<=[nspj])|(?<=[nsp]r))[nj](?=[dotG])", lacking="S"),
    Rule("that the programme END because", "B", "(?<=[ns])n(?=[S.])", lacking="S"),
    Rule("that the school SCAMMED pupils", "D", "(?:(?<=[nsp])|(?<=[nsp]r))[jn](?=[dojqpsitr.])", ending=("ed",), lacking=".S", sure=True),
    Rule("police ARREST mayor", "P", "(?<=[nps])n(?=[npsjdq])", HEADLINE, before=_words("police"), headline=True),
    Rule("the Herald reports that", "Z", "(?:(?<=p)|(?<=[nop]r))s(?=[Sw:]|o[MZPD1234])", TELLINGS),
    Rule('the note STATES, "', "Z", '(?<=[cnpq])s(?=,")', TELLINGS),
    Rule("keep bombing towns", "G", "(?<=[BPZDG])n(?=[djnspoq])", HARMING, before=_words("continue continued continues keep keeps kept resume resumed start started stop stopped"), unless_after=_words("attacks campaign missions operations raids runs sprees strikes")),
    Rule("FIGHTING also erupted", "n", "(?<![nspo])G(?=r*[DNZ])", HARMING, unless_after=frozenset([","])),
    Rule("FIGHTING in Brod killed 12", "n", r"^G(?=[iO][^,.;:ZDMNP13]*[ZDMN13])", HARMING),
    Rule("suspected of PLANNING raids", "G", "(?<=O)n(?=[jn]*s)", _words("planning plotting preparing"), before=_words("of")),
    Rule("an eruption of FIGHTING", "n", "(?<=[iGnO])G(?![djnspoq])", HARMING, before=_words("amid despite during ending intensified intensify of renewed resumed")),
    Rule("DE Haber said", "p", r"^i(?=p)", PARTICLES),
    Rule("please check it", "B", "(?<=[ur])[nj]", before=_words("please")),
    Rule("may not backfire", "B", '(?:(?<=[^.]M)|(?<=M[r"cd])|(?<=M[ri]r))[nj](?![MZD134])'),
    Rule("from house to HOUSE", "n", "(?<=int)[nB]", USE.repeated, earlier=USE.repeated),
    Rule("to plunder the stores", "B", "(?<=t)[nr](?=[dow(]|i|r|cB|[.,]|j*[sp]|j+n)", unless_earlier=USE.arrived),
    Rule("did not barter", "B", "(?:(?<=4)|(?<=4r))[nj](?=[dotSirqps])"),
    Rule("who often wields power", "Z", "(?:(?<=w)|(?<=wr))s(?=[dojprqtniSO,])", unless_before=PLACES_AND_TIMES | {"how", "why"}),
    Rule("the army rejected rebel CLAIMS that", "s", "(?<=Dn)[sZ](?=S)", _words("charges claims demands reports warnings"), unless_earlier=SAYING),
    Rule("the film chronicles the war", "Z", "(?<=[nspoe])s(?=[dS])", unless_after=CONDITIONAL | {"as", "once"}),
    Rule("it often bars travel", "Z", "(?:(?<=o)|(?<=or))s(?=[dojpsqiStr])"),
    Rule("was conquered BY", "N", "j(?=i)", ending=("ed",), after=_words("by")),
    Rule("it had been DEFUSED", "N", "(?:(?<=2)|(?<=2r)|(?<=3)|(?<=3r))j(?=[.,:oic]|$)|(?:(?<=3)|(?<=3r))j(?=[dq]|p[.,ir])", ending=("ed", "fed"), unless=USE.modifying),
    Rule("Rask briefly DUSTED his hands", "D", "(?:(?<=[nspow])|(?<=[nspow,]r))j(?=[doq])", ending=("ed", "fed"), unless_before=DEGREE),
    Rule("a room UPHOLSTERED with silk", "N", "(?<=[ns])j(?=i[dnspq])", ending=("ed",), unless=USE.modifying),
    Rule("who guard the town", "P", "(?<=w)n(?=[dotjspq])"),
    Rule("men who FIGHT in the zone", "P", "(?<=[sp]w)n(?=[irt])", before=_words("who")),
    Rule("what MATTERS is", "Z", "(?<=w)s(?=1)", before=_words("what")),
    Rule("the sea that SURROUNDS it", "Z", "(?<=[nsp]S)s(?=[do])", before=_words("that")),
    Rule("the Norlanders PAY for it", "P", "(?<=p)n(?=[ir])", before_ending=("ians", "cans", "nders")),
    Rule("helped her WIN the fight", "B", "(?<=[BPZDGN][do])n(?=[td])", before=_words("her him it me them us you"), earlier=HELPED),
    Rule("a man ACCUSED of murder", "N", "(?<=[nspq])[nD](?=O)", _words("accused acquitted convicted deprived robbed stripped suspected")),
    Rule("the rebels attack the town", "P", "(?<=s)n(?=[dot]|S[^ZDPM13])"),
    Rule("militants ABDUCT 14 pupils", "P", "(?:(?<=s)|(?<=^p))[nj](?=q)", before_ending=("s", "men"), verb_only=True),
    Rule("12 DIE in Brod", "P", "(?<=q)n", USE.uncounted),
    Rule("they attack the town", "P", "(?<=o)[nj](?=[doSwt])"),
    Rule("the Iranians fear that", "P", "(?<=p)n(?=[doSt])", before_ending=("s", "ese", "ish")),
    Rule("they usually land near", "P", "(?<=r)n(?=[do])"),
    Rule("voters almost always END up", "P", "(?:(?<=[so]r)|(?<=[so]rr))B", sure=True, first_verb=True),
    Rule("to attack the town and risk a war", "B", "(?<=c)n(?=[do])"),
    Rule("Iran sponsors Hezbollah", "Z", "(?<!q[nj])(?<!q[nj][njp])(?<=p)s(?=[ps])"),
    Rule("strike kills three in", "Z", "(?<=[np])s(?=q[NjG]*[i.,:nsp])"),
    Rule("rebel SHELLING kills 14", "n", "(?:^|(?<=[npjis]))G(?=sq)", ACTS),
    Rule("rebel shelling KILLS 14", "Z", "(?<=G)s(?=q)", before=ACTS),
    Rule("a suicide BOMBING that killed", "n", "(?<=[njp])[Gn](?=S[ZDPM13N])", ACTS),
    Rule("officials saying that", "G", "(?<=[nsp])n(?=[dSo])", ending=("ing",)),
    Rule("killed two, BURNING nine houses", "G", "(?<=,)n(?=[qdo])", ending=("ing",)),
    Rule("with troops leaving", "G", "(?<=s)n(?=[,.i])", ending=("ing",)),
    Rule("place the call", "B", '(?:^|(?<=^[":]))[np](?=d)'),
    Rule("if it rains, PLACE the call", "B", "(?<=,)n(?=d)"),
    Rule("the heat and UNSETTLED weather could", "j", "(?<=[nsp]c)[DN](?=[ns]r?[M13])", unless=SAYING),
    Rule("the rapidly CHANGING town", "j", "(?<=dr)G(?=[ns])"),
    Rule("it had to be CUT off", "N", "(?<=2)B"),
    Rule("it had to be CALM", "j", "(?<=2)B"),
    Rule("ten men went MISSING", "j", "(?<=[BPZDGN])G", _words("missing"), before=_words("go goes going gone went")),
    Rule("very worried", "j", "(?<=r)[NG]", before=DEGREE),
    Rule("recruiting is", "n", "(?:^|(?<=[nj]))G(?=[13MZ])", unless_before=_words("not")),
    Rule("an attack", "n", "(?<=d)[BP]", before=DETERMINERS),
    Rule("the army's CAPTURE of", "n", "(?<=[nspf]h)[BP]"),
    Rule("the town's most WANTED man", "N", "(?:(?<=h)|(?<=hr))D(?=j*[ns])"),
    Rule("an air attack on", "n", "(?<=dj)[BP](?=[.,iOc])", earlier=DETERMINERS),
    Rule("the seriously WOUNDED", "n", "(?<=dr)N(?=[tiZDM13,.])", HURT, before_ending=("ly",)),
    Rule("martyrs and WOUNDED", "n", "(?:(?:(?<=sc)|(?<=O))N(?=[,.]|$)|(?<=[nsq]O)N(?=[ic1]))", HURT),
    Rule("turned to PROTEST", "n", "(?:(?<=t)B(?=[.,:cS)])|(?<![12]jt)(?<=t)B(?=i))", earlier=USE.arrived),
    Rule("came to power", "n", "(?<=t)B(?=[.,:ciS)])", _words("power prison jail court task market office school trial war form base camp")),
    Rule("leading to muddy ground", "j", "(?<=t)B(?=[ns])", earlier=USE.leading),
    Rule("another US think tank", "n", "(?:(?<=dp)|(?<=dn))P(?=[ns])", earlier=SINGLE),
    Rule("win back lost ground", "N", "(?:(?<=B[lr])|(?<=G[lr]))D(?=[ns])"),
    Rule("the army withdraws from", "Z", "(?<!q[nj])(?<!q[nj][njp])(?<=[npo])[sn](?=[dojpsqitSr,.])", ending=("s",), verb_only=True),
    Rule("a man held over Brod SHOOTING", "n", r"(?<=ip)G(?![\s\S])|(?<=jp)G(?![\s\S])", ACTS),
    Rule("weapons attack that killed", "n", "(?<=s)P(?=S[ZDPM13N])", ACTS),
    Rule("Norland SHELLING killed", "n", "(?<=[npjiS])G(?=[ZDN]l?r*[dqjpi])", ACTS),
    Rule("rebel SHELLING of", "n", "(?<=[hnpjsi,])G(?=O)", ACTS),
    Rule("armed KIDNAPPING and robbery", "n", "(?<=[i,c]N)G(?=[.,c])", ACTS),
    Rule("a ransom KIDNAPPING wave", "n", "(?<=[njiO])G(?=[ns])", ACTS, after=TABLE.noun.named_by),
    Rule("injured by fighting", "n", "(?<=[ijpn])G(?=[.,cihw])(?!iqcq)(?!iji[q$])", ACTS),
    Rule("two men, AGED 24 and 27, were", "N", "(?<=[,nsp])D(?=r?q)", _words("aged")),
    Rule("captured eight men and SEIZED supplies", "D", "(?<=[nspqo]c)(?:[Nj](?=l?[jnsp])|j(?=[dqo]))", ending=("ed", "t", "n"), unless=USE.modifying, after_past=True),
    Rule("left 18 men dead and WOUNDED scores", "D", "(?<=[jnspqoDN]c)N(?=[so])", after=_words("scores dozens hundreds thousands others"), after_past=True),
    Rule("were encircled and SAID that", "D", "(?<=c)N(?=S|i[pn]S)", _words("said added announced argued claimed declared insisted stated")),
    Rule("a soldier, POSTED near Brod, told", "N", "(?<=[nsp],)D(?=i[^MZDP1234,;:.]+,r*[MZD1234])", first_verb=True),
    Rule("a soldier POSTED near Brod killed two", "N", "(?<=[nsp])D(?=i[dj]*[nsp]p*[ND]r*[dq])", first_verb=True),
    Rule("said a man KILLED in the raid was", "N", "(?<=[nspq])D(?=i[djqnsp]+r?[13M])", ending=("ed", "n"), after=_words("in during by at near on")),
    Rule("the fire also RAGED in", "D", "(?<=[nspG]r)N", ending=("ed",), before=USE.added, unless_after=_words("by")),
    Rule("scores more REPORTED missing", "N", "(?<=[nspqr])D(?=[GjN])", _words("believed confirmed feared listed presumed reported"), after=_words("dead missing")),
    Rule("gunmen SUSPECTED to be bandits killed two", "N", "(?<=[nsp])D(?=t2)", lists.SUPPOSED, unless_before=DAYS),
    Rule("the shooting HAPPENED Tuesday", "D", "(?<=[nspoG])N", OCCURRED),
    Rule("the town that rebels SEIZED in May", "D", "(?<=[nsp]S[nspo])N(?=[i.,r])", ending=("ed", "n")),
    Rule("after rebels ATTACKED two ships", "D", "(?<=i[nsp])N(?=r?[dqpo]|j*[ns])", ending=("ed", "d"), earlier=TIME_ORDER | {"because"}),
    Rule("as police FIRED tear gas", "D", "(?<=i[nsp])N(?=r?[dqpo]|j*[ns])", ending=("ed", "d"), earlier=_words("as")),
    Rule("as soldiers SHOT at them", "D", "(?<=i[sp])N(?=i)", _words("shot fired"), earlier=TIME_ORDER | {"as", "because"}, after=_words("at")),
    Rule("told POLICE the man fled", "n", "[PB]", _words("police"), before=TELLING),
    Rule("but POLICE threatened them", "n", "(?<![tMo])[PB](?=r?[DMZN])", _words("police")),
    Rule("after the rebels ATTACKED it", "D", "(?<=id[nsp])N(?=[dpo])", ending=("ed", "d")),
    Rule("which on Monday KILLED many", "D", "(?:(?<=wi[pn])|(?<=wipq))N(?=r?[dpnsqo])"),
    Rule("which reportedly killed many", "D", "(?<=wr)N", earlier=WHO),
    Rule("three men, two of them MASKED, fled", "N", "(?<=,[qjdn]Oo)D(?=,)", before=PARTITIVE, unless=OCCURRED),
    Rule("three men, two of them GUARDS, fled", "s", "(?<=Oo)[ZPB](?=[,.cirMD13]|$)", before=PARTITIVE),
    Rule("peace talks have failed", "s", "(?<=[nspj])Z(?=r*[MD134])"),
    Rule("rebel attacks on Sunday left", "s", "(?<=[nspj])Z(?=i[dj]*[nps]+r?[MD13])"),
    Rule("14 Norland attack drones", "s", "(?:(?<=q)|(?<=q[npjr])|(?<=q[npjr][npj]))Z", unless_before=YEARS | {"one"}, unless_earlier=_words("one")),
    Rule("two network TEST rooms", "n", "(?:(?<=q)|(?<=q[npj])|(?<=q[npj][npj]))[BP](?=s)"),
    Rule("four FAILED wars", "N", "(?:(?<=[dq])|(?<=qr))D(?=[jp]?s)", unless=_words("told")),
    Rule("oil WELL heads", "n", "(?<=n)r(?=[sZ])", _words("well"), before=_words("oil gas water")),
    Rule("from the NORTH came", "n", "(?<=d)r(?![jnspqr])", COMPASS),
    Rule("NORTH of Brod, a bomb went off", "r", "(?<![a-zA-Z0-9])p(?=O)", COMPASS),
    Rule("19 PRIOR arrests", "j", "(?<=q)r(?=[nspZ])", COMPASS | {"prior"}),
    Rule("infantry FIGHTING vehicles", "n", "(?<=n)G(?=s)", _words("fighting"), before=_words("infantry")),
    Rule("26 saves", "s", "(?:(?<=q)|(?<=q[nj])|(?<=qj[npj])|(?<=qnr))Z", unless_before=YEARS | {"one"}, unless_earlier=_words("one"), unless=NO_NOUNS, sure=True),
    Rule("thousands of SCREAMING girls", "j", "(?<=O)G(?=s)", earlier=_words("dozens hundreds scores thousands millions billions")),
    Rule("one REMARK", "n", "(?<![M4]q)(?<=q)[BP]", before=_words("one")),
    Rule("five people SHOT in Brod", "N", "(?:(?<=[sq])|(?<=qp)|(?<=sr))[np](?=[ijlr,.cp]|$)", _words("shot")),
    Rule("one of the first plays", "s", "(?:(?<=Odj)|(?<=[ps]h)|(?<=hj))Z"),
    Rule("left two dead and ten wounded", "N", "(?:(?<=jc[qs])|(?<=jcqs)|(?<=jcr[qs]))D(?=[.,:;i])", _words("wounded injured hurt")),
    Rule("they BRIEFLY held it", "r", "n(?=[NDZPBGM13])", ending=("ly",), unless=lists.IN_LY),
    Rule("hit by TENSE relations", "j", "(?<=[iO])[BP](?=[jns])", unless_before=TIME_ORDER | {"as", "except", "like", "than"}),
    Rule("can conduct elaborate raids", "j", "(?<=[Mt]B)B(?=[nsjp])", unless_before=USE.bare | TABLE.verb.lets),
)
"""Letters that were decided wrong. A word becomes a verb only if its form can be one."""


LETTERINGS = RuleSet(LETTERED)
CORRECTIONS = RuleSet(REPAIRS)


def repaired(tags: str, low: Sequence[str], words: Words) -> str:
    """The tag string with letters of use, and with the letters corrected that their context refutes."""
    return CORRECTIONS.apply(LETTERINGS.apply(tags, low, words), low, words)
