# The fields of the word tables; python -m tools.table_types writes them from the files of words.

from typing import Any

from attrs import frozen

BY_WORD: frozenset[str]
RAW: dict[str, dict[str, Any]]

@frozen
class ClaimsNounEnding:
    person: frozenset[str]
    no_person: frozenset[str]

@frozen
class ClaimsNoun:
    fixed: dict[str, str]
    built: dict[str, str]
    person: dict[str, str]
    thing: dict[str, str]
    ending: ClaimsNounEnding

@frozen
class ClaimsVerb:
    object: dict[str, str]
    subject: dict[str, str]

@frozen
class ClaimsPhrase:
    object: dict[str, str]
    subject: dict[str, str]

@frozen
class ClaimsWord:
    dead: frozenset[str]
    hurt: frozenset[str]
    others: frozenset[str]
    lately: frozenset[str]
    means: frozenset[str]
    bounded: frozenset[str]
    anybody: frozenset[str]
    currently: frozenset[str]
    singular: frozenset[str]
    adds_up: frozenset[str]
    figure: frozenset[str]
    reckoned: frozenset[str]
    fraction: frozenset[str]
    companion: frozenset[str]
    gathered: frozenset[str]
    degree: frozenset[str]
    whole: frozenset[str]
    armies: frozenset[str]
    manned: frozenset[str]
    wound: frozenset[str]
    tended: frozenset[str]
    hospital: frozenset[str]
    death: frozenset[str]
    fleeing: frozenset[str]
    officially: frozenset[str]
    estimate: frozenset[str]
    fatal: frozenset[str]
    deadly: frozenset[str]
    stuck: frozenset[str]
    body: frozenset[str]
    outlives: frozenset[str]
    air_defence: frozenset[str]
    oneself: frozenset[str]
    citizen: frozenset[str]
    nobody: frozenset[str]
    takes_life: frozenset[str]
    granted: frozenset[str]
    visits: frozenset[str]
    tends: frozenset[str]
    blow: frozenset[str]
    strikes: frozenset[str]
    shoots: frozenset[str]
    well: frozenset[str]
    seems: frozenset[str]
    no_single: frozenset[str]
    animal: frozenset[str]
    kin: frozenset[str]
    deed: frozenset[str]
    bare: frozenset[str]
    hosts: frozenset[str]
    deals: frozenset[str]
    amounts: frozenset[str]
    changes: frozenset[str]
    holds: frozenset[str]
    suffers: frozenset[str]
    lies: frozenset[str]
    figures: frozenset[str]
    revises: frozenset[str]
    tallies: frozenset[str]
    reports: frozenset[str]
    talks: frozenset[str]
    tolls: frozenset[str]
    inhabitant: frozenset[str]
    loss: frozenset[str]

@frozen
class ClaimsRole:
    increment: frozenset[str]
    remainder: frozenset[str]
    subset: frozenset[str]

@frozen
class Claims:
    noun: ClaimsNoun
    verb: ClaimsVerb
    state: dict[str, str]
    event: dict[str, str]
    toll: dict[str, str]
    phrase: ClaimsPhrase
    alike: dict[str, str]
    word: ClaimsWord
    role: ClaimsRole

@frozen
class DatesContext:
    after_noun: frozenset[str]
    epithets: frozenset[str]
    named_for_a_day: frozenset[str]
    lasting: frozenset[str]
    counted: frozenset[str]
    future: frozenset[str]
    ahead: frozenset[str]
    timetable: frozenset[str]
    timetabled: frozenset[str]
    conditions: frozenset[str]
    leading: frozenset[str]
    before_front: frozenset[str]
    before_until: frozenset[str]
    then: frozenset[str]
    modal: frozenset[str]
    future_before: frozenset[str]
    not_year: frozenset[str]
    past: frozenset[str]
    upcoming: frozenset[str]
    planned: frozenset[str]
    fixing: frozenset[str]
    being: frozenset[str]
    plan_links: frozenset[str]
    deferring: frozenset[str]
    appointed: frozenset[str]
    will: frozenset[str]
    prepositions: frozenset[str]
    time_prepositions: frozenset[str]
    counts_on: frozenset[str]
    goes_on: frozenset[str]
    behind_neighbour: frozenset[str]
    expects_day: frozenset[str]
    before_units: frozenset[str]
    before_a_day: frozenset[str]
    before_weekend: frozenset[str]
    rated: frozenset[str]
    no_plural: frozenset[str]
    before_season: frozenset[str]
    before_spring: frozenset[str]
    stops: frozenset[str]
    before_participle: frozenset[str]
    not_possible: frozenset[str]
    no_past: frozenset[str]
    was: frozenset[str]
    before_then: frozenset[str]
    before_known: frozenset[str]
    day_links: frozenset[str]
    hour_links: frozenset[str]
    range_gaps: frozenset[str]
    working: frozenset[str]
    before_hours: frozenset[str]
    opening: frozenset[str]
    behind_hours: frozenset[str]
    up_to_now: frozenset[str]
    from_now: frozenset[str]
    before_years: frozenset[str]
    plain_words: frozenset[str]
    in_story: frozenset[str]

@frozen
class DatesEvents:
    before_duration: frozenset[str]
    hours: frozenset[str]
    back: frozenset[str]
    superlative: frozenset[str]
    vague: frozenset[str]
    life: frozenset[str]
    noun_only: frozenset[str]
    noun_too: frozenset[str]
    occurs: frozenset[str]
    holds: frozenset[str]
    does: frozenset[str]
    follows: frozenset[str]
    links: frozenset[str]
    compared: frozenset[str]
    refuses: frozenset[str]
    supposes: frozenset[str]
    begins: frozenset[str]
    harms: frozenset[str]
    to: frozenset[str]
    there: frozenset[str]
    before_date: frozenset[str]
    scene: frozenset[str]
    it: frozenset[str]
    event: frozenset[str]
    acted: frozenset[str]
    ahead: frozenset[str]
    parts_of: frozenset[str]
    called: frozenset[str]
    called_to: frozenset[str]
    police: frozenset[str]
    causes: frozenset[str]
    begin: frozenset[str]
    attackers: frozenset[str]
    attempts: frozenset[str]
    far: frozenset[str]
    war: frozenset[str]
    generic: frozenset[str]
    same_time: frozenset[str]
    looks_into: frozenset[str]
    ongoing: frozenset[str]

@frozen
class Dates:
    MONTH: frozenset[str]
    LONGMONTH: frozenset[str]
    SHORTMONTH: frozenset[str]
    SMALLMONTH: frozenset[str]
    WEEKDAY: frozenset[str]
    WEEKDAYS: frozenset[str]
    SHORTDAY: frozenset[str]
    HIJRI: frozenset[str]
    DAYPARTS: frozenset[str]
    BC: frozenset[str]
    AD: frozenset[str]
    ZONE: frozenset[str]
    AMPM: frozenset[str]
    CLOCK12: frozenset[str]
    HALFYEAR: frozenset[str]
    QUARTER: frozenset[str]
    UNIT: frozenset[str]
    LONGUNIT: frozenset[str]
    ONEUNIT: frozenset[str]
    MANYUNITS: frozenset[str]
    VAGUE: frozenset[str]
    ABOUT: frozenset[str]
    AROUND: frozenset[str]
    AGO: frozenset[str]
    COMING: frozenset[str]
    EARLY: frozenset[str]
    EARLIER: frozenset[str]
    EDGE: frozenset[str]
    LASTING: frozenset[str]
    LONG: frozenset[str]
    SEPARATOR: frozenset[str]
    SET: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    ordinals: dict[str, int]
    decades: dict[str, int]
    adverbs: dict[str, str]
    units: dict[str, str]
    mods: dict[str, str]
    feasts: dict[str, str]
    hijri: dict[str, int]
    before: dict[str, str]
    context: DatesContext
    steps: dict[str, int]
    sides: dict[str, str]
    events: DatesEvents

@frozen
class EventsPlain:
    verb: frozenset[str]
    lasting: frozenset[str]
    noun: frozenset[str]
    single: frozenset[str]
    deed: frozenset[str]
    by_subject: frozenset[str]

@frozen
class EventsWord:
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modal: frozenset[str]
    preposition: frozenset[str]
    predicate: frozenset[str]

@frozen
class Events:
    list: dict[str, str]
    verb: dict[str, str]
    frame: dict[str, dict[str, str]]
    phrasal: dict[str, dict[str, str]]
    compound: dict[str, dict[str, str]]
    means: dict[str, str]
    beside: dict[str, dict[str, str]]
    noun: dict[str, str]
    plain: EventsPlain
    word: EventsWord
    irregular: dict[str, str]

@frozen
class FactsVerb:
    light: frozenset[str]
    makes: frozenset[str]
    meets: frozenset[str]
    throws: frozenset[str]
    lays: frozenset[str]
    explodes: frozenset[str]
    endures: frozenset[str]
    aspect: frozenset[str]
    answers: frozenset[str]
    attends: frozenset[str]
    taken: frozenset[str]
    together: frozenset[str]
    busy: frozenset[str]
    speaks: frozenset[str]
    suffers: frozenset[str]
    harmed: frozenset[str]
    loses: frozenset[str]
    obtains: frozenset[str]
    takes: frozenset[str]
    gains: frozenset[str]
    visits: frozenset[str]
    hits: frozenset[str]
    leaves: frozenset[str]
    removes: frozenset[str]
    holds: frozenset[str]
    reaches: frozenset[str]
    harms: frozenset[str]
    blames: frozenset[str]
    accuses: frozenset[str]
    admits: frozenset[str]
    owns: frozenset[str]
    clears: frozenset[str]
    arrests: frozenset[str]
    awaits: frozenset[str]
    responsible: frozenset[str]
    gives: frozenset[str]
    settles: frozenset[str]
    inflicts: frozenset[str]
    topics: frozenset[str]
    breaks: frozenset[str]
    aims: frozenset[str]
    sees: frozenset[str]
    power: frozenset[str]
    warns: frozenset[str]

@frozen
class FactsTarget:
    any: tuple[str, ...]
    noun: tuple[str, ...]
    aimed: tuple[str, ...]
    none: frozenset[str]
    during: frozenset[str]
    within: frozenset[str]
    occasion: frozenset[str]
    besides: frozenset[str]

@frozen
class FactsNoun:
    act: frozenset[str]
    weapon: frozenset[str]
    arms: frozenset[str]
    mine: frozenset[str]
    bank: frozenset[str]
    arresting: frozenset[str]
    raid: frozenset[str]
    aimed: frozenset[str]
    hold: frozenset[str]
    gathering: frozenset[str]
    strike: frozenset[str]
    mutual: frozenset[str]
    personal: frozenset[str]
    series: frozenset[str]
    side: frozenset[str]
    charge: frozenset[str]
    held: frozenset[str]
    way: frozenset[str]
    tried: frozenset[str]
    suffered: frozenset[str]
    of_agent: frozenset[str]
    talk: frozenset[str]
    member: frozenset[str]
    adherent: frozenset[str]
    force: frozenset[str]
    ordinal: frozenset[str]
    number: frozenset[str]
    complaint: frozenset[str]
    money: frozenset[str]
    meeting: frozenset[str]
    stay: frozenset[str]
    victim: frozenset[str]
    injury: frozenset[str]
    call: frozenset[str]
    fire: frozenset[str]
    sympathy: frozenset[str]
    police: frozenset[str]
    part: frozenset[str]
    time: frozenset[str]
    resident: frozenset[str]
    fought_for: frozenset[str]
    fought_at: frozenset[str]
    deed: frozenset[str]
    scene: frozenset[str]
    kindred: frozenset[str]

@frozen
class FactsPlace:
    noun: frozenset[str]
    region: frozenset[str]
    unit: frozenset[str]
    of_a_name: frozenset[str]
    town: frozenset[str]
    isle: frozenset[str]
    land: frozenset[str]
    soil: frozenset[str]
    landless: frozenset[str]
    lands: frozenset[str]
    lesser_towns: frozenset[str]
    no_capital: frozenset[str]
    two_seats: frozenset[str]
    of_town: frozenset[str]
    other: frozenset[str]
    lesser: frozenset[str]
    site: frozenset[str]
    no_site: frozenset[str]
    bare: frozenset[str]
    care: frozenset[str]
    direction: frozenset[str]
    preposition: frozenset[str]
    sure: frozenset[str]
    part: frozenset[str]
    before: frozenset[str]
    named: frozenset[str]
    none: frozenset[str]
    shared: frozenset[str]
    aloft: frozenset[str]
    abroad: frozenset[str]
    seat: frozenset[str]
    beside: frozenset[str]

@frozen
class FactsTruth:
    prevents: frozenset[str]
    fails: frozenset[str]
    denies: frozenset[str]
    sought: frozenset[str]
    doubts: frozenset[str]
    verifies: frozenset[str]
    proof: frozenset[str]
    rumour: frozenset[str]
    false: frozenset[str]
    true: frozenset[str]
    substance: frozenset[str]
    open: frozenset[str]
    unverified: frozenset[str]
    calls: frozenset[str]
    planned: frozenset[str]
    possible: frozenset[str]
    failed: frozenset[str]
    wanted: frozenset[str]
    supposed: frozenset[str]
    weighs: frozenset[str]
    feared: frozenset[str]
    plan: frozenset[str]
    end: frozenset[str]
    allegation: frozenset[str]
    occurs: frozenset[str]
    oneself: frozenset[str]
    coming: frozenset[str]
    ready: frozenset[str]
    told: frozenset[str]

@frozen
class Facts:
    verb: FactsVerb
    target: FactsTarget
    noun: FactsNoun
    place: FactsPlace
    truth: FactsTruth

@frozen
class GrammarTime:
    units: frozenset[str]
    counted: frozenset[str]
    behind: frozenset[str]

@frozen
class GrammarVerb:
    headline: frozenset[str]
    gives: frozenset[str]
    charges: frozenset[str]
    drives: frozenset[str]
    equips: frozenset[str]
    meets: frozenset[str]
    known_as: frozenset[str]
    names: frozenset[str]
    exists: frozenset[str]
    received: frozenset[str]
    sees: frozenset[str]
    lets: frozenset[str]
    links: frozenset[str]
    controls: frozenset[str]
    wants: frozenset[str]
    appeals: frozenset[str]
    stands: frozenset[str]
    no_object: frozenset[str]
    tries: frozenset[str]
    aims: frozenset[str]
    dies: frozenset[str]
    leaves: frozenset[str]
    finds: frozenset[str]
    lasts: frozenset[str]

@frozen
class GrammarNoun:
    held: frozenset[str]
    trials: frozenset[str]
    persons: frozenset[str]
    partisan: frozenset[str]
    alliances: frozenset[str]
    acts: frozenset[str]
    named_by: frozenset[str]
    attacking: frozenset[str]
    lengths: frozenset[str]
    meetings: frozenset[str]

@frozen
class GrammarUse:
    gets: frozenset[str]
    particles: frozenset[str]
    takes: frozenset[str]
    wounding: frozenset[str]
    bare: frozenset[str]
    arrived: frozenset[str]
    leading: frozenset[str]
    repeated: frozenset[str]
    no_nouns: frozenset[str]
    uncounted: frozenset[str]
    harms: frozenset[str]
    added: frozenset[str]
    modifying: frozenset[str]

@frozen
class GrammarForm:
    going_on: frozenset[str]
    going_by: frozenset[str]
    felt: frozenset[str]
    in_ly: frozenset[str]

@frozen
class GrammarPhrase:
    means: frozenset[str]

@frozen
class GrammarMood:
    possible: frozenset[str]
    wanted: frozenset[str]
    future: frozenset[str]
    negates: frozenset[str]
    alleged: frozenset[str]
    hearsay: frozenset[str]
    known: frozenset[str]
    perhaps: frozenset[str]
    nearly: frozenset[str]
    nobody: frozenset[str]
    conditions: frozenset[str]

@frozen
class GrammarGovern:
    wanted: frozenset[str]
    tried: frozenset[str]
    purpose: frozenset[str]
    met: frozenset[str]
    negated: frozenset[str]
    gerund_not: frozenset[str]
    gerund_wanted: frozenset[str]
    gerund_possible: frozenset[str]
    gerund_as: frozenset[str]
    unable: frozenset[str]
    likely: frozenset[str]
    ahead: frozenset[str]

@frozen
class Grammar:
    time: GrammarTime
    verb: GrammarVerb
    noun: GrammarNoun
    use: GrammarUse
    form: GrammarForm
    phrase: GrammarPhrase
    mood: GrammarMood
    govern: GrammarGovern

@frozen
class IncidentsAct:
    state: frozenset[str]
    war: frozenset[str]
    charge: frozenset[str]
    sort: frozenset[str]
    struggle: frozenset[str]
    vague: frozenset[str]
    weak: frozenset[str]
    reply: frozenset[str]
    ends: frozenset[str]
    doer: frozenset[str]
    attacker: frozenset[str]
    legal: frozenset[str]
    raid: frozenset[str]
    report: frozenset[str]
    reported: frozenset[str]
    no_weapon: frozenset[str]
    unsure: frozenset[str]
    names: frozenset[str]
    harm: frozenset[str]
    mild: frozenset[str]
    cause: frozenset[str]
    in_arms: frozenset[str]
    staged: frozenset[str]
    played: frozenset[str]

@frozen
class IncidentsDeterminer:
    indefinite: frozenset[str]

@frozen
class IncidentsPreposition:
    other: frozenset[str]
    behind: frozenset[str]
    act: frozenset[str]

@frozen
class IncidentsCue:
    opener: frozenset[str]
    amount: frozenset[str]
    another: frozenset[str]
    series: frozenset[str]
    done: frozenset[str]

@frozen
class IncidentsName:
    time: frozenset[str]
    continent: frozenset[str]
    faith: frozenset[str]
    of_street: frozenset[str]
    site: frozenset[str]
    nobody: frozenset[str]
    whole: frozenset[str]
    part: frozenset[str]
    office: frozenset[str]

@frozen
class Incidents:
    act: IncidentsAct
    determiner: IncidentsDeterminer
    preposition: IncidentsPreposition
    cue: IncidentsCue
    name: IncidentsName
    type: dict[str, str]

@frozen
class LayoutLines:
    never_last: frozenset[str]
    before_hyphen: frozenset[str]
    small: frozenset[str]
    acronyms: frozenset[str]
    adjectives: frozenset[str]
    credits: frozenset[str]
    before_weapon: frozenset[str]
    before_names: frozenset[str]

@frozen
class LayoutHead:
    no_place: frozenset[str]
    agencies: frozenset[str]
    flags: frozenset[str]

@frozen
class LayoutResidue:
    whole: frozenset[str]
    begin: frozenset[str]
    label: frozenset[str]
    mail: frozenset[str]
    counters: frozenset[str]

@frozen
class LayoutSheets:
    increment: frozenset[str]
    no_count: frozenset[str]
    side: frozenset[str]
    place: frozenset[str]
    generic: frozenset[str]

@frozen
class Layout:
    lines: LayoutLines
    head: LayoutHead
    residue: LayoutResidue
    sheets: LayoutSheets

@frozen
class NumeralsArticle:
    units: frozenset[str]
    spans: frozenset[str]

@frozen
class NumeralsNever:
    fractions: tuple[str, ...]

@frozen
class NumeralsHalf:
    spans: frozenset[str]
    wholes: frozenset[str]
    ordered: frozenset[str]
    behind: frozenset[str]

@frozen
class Numerals:
    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    vague: dict[str, list[int]]
    some: dict[str, list[int]]
    words: dict[str, float]
    multiples: dict[str, float]
    article: NumeralsArticle
    denominators: dict[str, int]
    last_denominators: dict[str, int]
    never: NumeralsNever
    half: NumeralsHalf

@frozen
class QuantitiesNegation:
    words: frozenset[str]

@frozen
class QuantitiesServes:
    words: frozenset[str]

@frozen
class QuantitiesParticleOver:
    words: frozenset[str]

@frozen
class QuantitiesFiller:
    words: frozenset[str]

@frozen
class QuantitiesPlural:
    words: frozenset[str]
    peoples: frozenset[str]
    never: frozenset[str]

@frozen
class QuantitiesAttributive:
    words: frozenset[str]

@frozen
class QuantitiesNominal:
    words: frozenset[str]

@frozen
class QuantitiesSkip:
    words: frozenset[str]

@frozen
class QuantitiesBetween:
    words: frozenset[str]
    whole: frozenset[str]

@frozen
class QuantitiesToll:
    words: frozenset[str]

@frozen
class QuantitiesIdiom:
    both: frozenset[str]
    zero: frozenset[str]
    dialled: frozenset[str]
    switched: frozenset[str]
    dials: frozenset[str]

@frozen
class QuantitiesCode:
    words: frozenset[str]
    lower: frozenset[str]

@frozen
class QuantitiesStreet:
    words: frozenset[str]

@frozen
class QuantitiesOne:
    stressed: frozenset[str]
    hyphened: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    quasi: frozenset[str]
    never: frozenset[str]
    lone: frozenset[str]

@frozen
class QuantitiesRank:
    words: frozenset[str]

@frozen
class QuantitiesRatio:
    words: frozenset[str]

@frozen
class QuantitiesScore:
    words: frozenset[str]

@frozen
class QuantitiesCalibre:
    bore: frozenset[str]
    words: frozenset[str]

@frozen
class QuantitiesChanged:
    words: frozenset[str]

@frozen
class QuantitiesAge:
    words: frozenset[str]
    suffixes: frozenset[str]
    parents: frozenset[str]
    persons: frozenset[str]
    verbs: frozenset[str]
    turns: frozenset[str]
    anybody: frozenset[str]
    until: frozenset[str]
    identified: frozenset[str]
    named: frozenset[str]

@frozen
class QuantitiesRates:
    words: frozenset[str]

@frozen
class QuantitiesTimes:
    comparative: frozenset[str]

@frozen
class QuantitiesArticle:
    behind: frozenset[str]
    powers: frozenset[str]

@frozen
class QuantitiesMultiple:
    before: frozenset[str]
    behind: frozenset[str]
    idiom: frozenset[str]

@frozen
class Quantities:
    before: dict[str, str]
    after: dict[str, str]
    negation: QuantitiesNegation
    serves: QuantitiesServes
    particle_over: QuantitiesParticleOver
    filler: QuantitiesFiller
    plural: QuantitiesPlural
    attributive: QuantitiesAttributive
    nominal: QuantitiesNominal
    skip: QuantitiesSkip
    between: QuantitiesBetween
    toll: QuantitiesToll
    idiom: QuantitiesIdiom
    code: QuantitiesCode
    street: QuantitiesStreet
    one: QuantitiesOne
    rank: QuantitiesRank
    ratio: QuantitiesRatio
    score: QuantitiesScore
    calibre: QuantitiesCalibre
    changed: QuantitiesChanged
    age: QuantitiesAge
    rates: QuantitiesRates
    rate_adverbs: dict[str, str]
    times: QuantitiesTimes
    article: QuantitiesArticle
    multiple: QuantitiesMultiple
    singular: dict[str, str]

@frozen
class QuotesWords:
    part: frozenset[str]
    admitted: frozenset[str]
    costs: frozenset[str]
    taken_for: frozenset[str]
    adverb: frozenset[str]
    apposed: frozenset[str]
    asserting: frozenset[str]
    begin: frozenset[str]
    conjunction: frozenset[str]
    no_source: frozenset[str]
    reasoning: frozenset[str]
    holding: frozenset[str]
    prompts: frozenset[str]
    count_bound: frozenset[str]
    measured: frozenset[str]
    connective: frozenset[str]
    withheld: frozenset[str]
    decline: frozenset[str]
    determiner: frozenset[str]
    occasion: frozenset[str]
    no_complement: frozenset[str]
    no_participle: frozenset[str]
    no_speaker: frozenset[str]
    object_cut: frozenset[str]
    fronts: frozenset[str]
    object_end: frozenset[str]
    place: frozenset[str]
    plural: frozenset[str]
    question: frozenset[str]
    voicing: frozenset[str]
    reporters: frozenset[str]
    speech_partner: frozenset[str]
    sayings: frozenset[str]
    subordinate: frozenset[str]
    time: frozenset[str]
    seen: frozenset[str]
    figures: frozenset[str]
    modifier: frozenset[str]
    shows: frozenset[str]
    undone: frozenset[str]
    unalike: frozenset[str]
    unsaid: frozenset[str]

@frozen
class Quotes:
    count_opens: dict[str, str]
    words: QuotesWords

@frozen
class SpeakersTitles:
    any: frozenset[str]
    after: frozenset[str]
    beside: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    names: frozenset[str]
    short: dict[str, str]

@frozen
class SpeakersOffices:
    words: frozenset[str]

@frozen
class SpeakersRoles:
    epithets: frozenset[str]
    person: frozenset[str]
    none: frozenset[str]
    single: frozenset[str]
    over: dict[str, str]

@frozen
class SpeakersGroups:
    peoples: frozenset[str]
    nouns: frozenset[str]

@frozen
class SpeakersGovernment:
    nouns: frozenset[str]
    seats: frozenset[str]

@frozen
class SpeakersMilitary:
    nouns: frozenset[str]

@frozen
class SpeakersOrganizations:
    shortened: frozenset[str]
    heads: frozenset[str]
    group: frozenset[str]
    names: frozenset[str]
    literal: frozenset[str]
    watchers: frozenset[str]
    aid: frozenset[str]

@frozen
class SpeakersDocuments:
    nouns: frozenset[str]
    issued: frozenset[str]
    bare: frozenset[str]
    figures: frozenset[str]
    reports: frozenset[str]

@frozen
class SpeakersSpeaking:
    organization: frozenset[str]
    document: frozenset[str]

@frozen
class SpeakersMedia:
    before: frozenset[str]
    platforms: frozenset[str]
    nouns: frozenset[str]
    names: frozenset[str]
    outlets: tuple[str, ...]

@frozen
class SpeakersSpellings:
    given: tuple[str, ...]
    places: tuple[str, ...]

@frozen
class SpeakersSame:
    bodies: tuple[list[str], ...]

@frozen
class SpeakersPlaces:
    tails: frozenset[str]
    heads: frozenset[str]

@frozen
class SpeakersFirstNames:
    male: frozenset[str]
    female: frozenset[str]
    either: frozenset[str]

@frozen
class SpeakersRuns:
    breaks: frozenset[str]
    particle: frozenset[str]
    dotted: frozenset[str]
    nick_mark: tuple[str, ...]

@frozen
class SpeakersMentions:
    cut: frozenset[str]
    impersonal: frozenset[str]

@frozen
class Speakers:
    titles: SpeakersTitles
    offices: SpeakersOffices
    roles: SpeakersRoles
    groups: SpeakersGroups
    government: SpeakersGovernment
    military: SpeakersMilitary
    organizations: SpeakersOrganizations
    documents: SpeakersDocuments
    speaking: SpeakersSpeaking
    media: SpeakersMedia
    spellings: SpeakersSpellings
    same: SpeakersSame
    nations: dict[str, list[str]]
    places: SpeakersPlaces
    first_names: SpeakersFirstNames
    runs: SpeakersRuns
    mentions: SpeakersMentions

@frozen
class Speech:
    verb: dict[str, str]
    noun: dict[str, str]

@frozen
class UnitsSi:
    prefixes: dict[str, str]
    units: dict[str, list[str]]

@frozen
class UnitsCodes:
    other: frozenset[str]

@frozen
class UnitsHundredths:
    words: frozenset[str]

@frozen
class Units:
    share: dict[str, str]
    ratio: dict[str, str]
    length: dict[str, str]
    area: dict[str, str]
    volume: dict[str, str]
    mass: dict[str, str]
    speed: dict[str, str]
    temperature: dict[str, str]
    energy: dict[str, str]
    duration: dict[str, str]
    other: dict[str, str]
    si: UnitsSi
    symbols: dict[str, str]
    currencies: dict[str, str]
    codes: UnitsCodes
    parts: dict[str, dict[str, int]]
    hundredths: UnitsHundredths
    signs: dict[str, str]

@frozen
class WordsClosed:
    article: frozenset[str]
    owned: frozenset[str]
    possessive: frozenset[str]
    demonstrative: frozenset[str]
    quantifier: frozenset[str]
    cardinal: frozenset[str]
    nominative: frozenset[str]
    personal: frozenset[str]
    objective: frozenset[str]
    reflexive: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modal: frozenset[str]
    coordinator: frozenset[str]
    conditional: frozenset[str]
    subordinator: frozenset[str]
    question: frozenset[str]
    relative: frozenset[str]
    title: frozenset[str]
    function: frozenset[str]

@frozen
class WordsBreaks:
    abbreviations: frozenset[str]
    last: frozenset[str]
    either: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]
    openers: frozenset[str]
    letters: frozenset[str]
    within: frozenset[str]
    days: frozenset[str]
    elisions: frozenset[str]

@frozen
class WordsMore:
    verbs: frozenset[str]
    nouns: frozenset[str]

@frozen
class Words:
    closed: WordsClosed
    breaks: WordsBreaks
    more: WordsMore

@frozen
class Tables:
    claims: Claims
    dates: Dates
    events: Events
    facts: Facts
    grammar: Grammar
    incidents: Incidents
    layout: Layout
    numerals: Numerals
    quantities: Quantities
    quotes: Quotes
    speakers: Speakers
    speech: Speech
    units: Units
    words: Words

TABLES: Tables
