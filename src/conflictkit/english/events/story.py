"""Which date reaches a trigger that none governs: that of its clause or noun, of the same incident told before, of the story, of the day's news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from conflictkit._document import Document
from conflictkit._models import DateSource
from conflictkit.engine.syntax import Clause, Kind, Role, Syntax, Time

from ..dates.headings import opens_entry
from ..grammar.lists import UP_TO
from ..lexicon.events import Kind as EventKind
from ..lexicon.events import known
from ..lexicon.facts import singular
from .links import OTHER_TIME, SPEECH, WORDS, Dated, Link, is_bare_hour, is_hours, is_within_a_day, precision, sections, whole
from .retold import LEAD, NO_DAY, SENTENCES, Told
from .triggers import NEWS_FORMS, PAST, UNFINISHED, VERBAL
from .within import PERFECT, Within

ANSWERED = frozenset({"about"})
"""What :meth:`governing` says of what is only answered: "in revenge for the killing"."""
YESTERDAY = 1
"""Days before publication within which what is said is the news."""
LONG = 5
"""Precision of more than a month: no story goes on from it."""
SOME_DAYS = frozenset({2, 3})
"""Precisions of some days: what goes on from "this week" or "the weekend" has no day."""
DEEPEST = 20
"""How many triggers may ask each other for their day, one the next: an endless chain of them has none."""
CARRYING = {DateSource.TEXT: PAST | {"noun", "progressive"}, DateSource.PUBLICATION: NEWS_FORMS}
"""Where a day comes from -> the forms of what the story goes on from; else those of the past."""


class Story(Within):
    """What the sentences read so far say about the days of events; asked in text order."""

    def __init__(self, doc: Document, syntax: Syntax, forms: dict[int, str], times: set[int], published: dt.date | None) -> None:
        super().__init__(doc, syntax, forms, times, published)
        self._newest: tuple[int, int, Link] | None = None
        """Sentence, token and day of the last event that carries the story and is no background."""
        self._is_history = False
        """Whether the report opens with a day of long ago, and has told nothing new yet."""
        self._attack: Link | None = None
        """The day of the last attack."""
        self._spoken: tuple[int, Link] | None = None
        self._reached: dict[int, Link | None] = {}
        self._asked = 0
        """How many triggers ask each other for their day right now."""
        self._entry: tuple[int, Link] = (-1, NO_DAY)
        """The paragraph of a chronicle that a date opens, and that date."""
        self._sections = sections(doc)
        """The paragraphs under dates that are headings; a new section goes on with no story."""
        self._section: Link | None = None
        self._has_day = False
        self._first = doc.sentence_of[syntax.verbs[0].start] if syntax.verbs else 0
        """The first sentence with a verb: lines of a letterhead have none; ``_leads`` whether the news of the day is told."""
        self._leads = self._news_strikes = False
        """Whether a sentence at the head of a report tells an attack."""

    def governed(self, dates: list[Dated], order: list[int]) -> dict[int, list[Link]]:
        """The dates that govern triggers; an hour without a day is one of the day of the last attack, where it tells of an attack."""
        ruled, day = super().governed(dates, order), self._attack
        if day is None or day.source is DateSource.PUBLICATION or not self._is_news(day) or not all(is_bare_hour(d.date) or is_hours(d.date) for d in dates):
            return ruled
        return {k: [self._on(day, link) if self._is_of_attack(k) else link for link in links] for k, links in ruled.items()}

    @staticmethod
    def _on(day: Link, link: Link) -> Link:
        """An hour on a day."""
        return link._replace(first=day.first, last=day.last) if link.when is not None and is_bare_hour(link.when) else link

    def _is_of_attack(self, k: int) -> bool:
        """Whether a trigger tells an attack, or when one took place or began."""
        clause = self._clause(k)
        subject = clause.subject if clause is not None and (clause.verb.lemma in WORDS.begin or self.occurs(clause)) else None
        return self.strikes(k) or subject is not None and self.is_noun(subject.head) and self.strikes(subject.head)

    def begin(self, n: int, ruled: dict[int, list[Link]], dates: list[Dated], order: list[int]) -> None:
        """Sentence n with the triggers that dates govern in it."""
        if any(is_hours(d.date) for d in dates):
            ruled = {k: links for k, links in ruled.items() if not is_within_a_day(links)}
        self._sentence, self._ruled, self._reached, self._doing = n, ruled, {}, {}
        self._has_day, self._day, self._strike = False, None, None
        self._dated = any(d.date.first is not None for d in dates) or any(link.first is None for links in ruled.values() for link in links)  # "recent"
        self._leads = n - self._first < LEAD
        self._news_strikes = self._leads and any(self.strikes(k) and self._tells(k) for k in order)
        self._looks_back = self._looks_back or self._leads and any(self._prosecutes(clause) for k in order if (clause := self._clause(k)) is not None)
        section = self._sections.get(self.doc.paragraph_of[self.doc.sentences[n]])
        if section is not self._section and self._sections:
            self._section, self._carrier, self._newest, self._spoken = section, None, None, None
            self._told.clear()
        if dates and opens_entry(self.doc, dates[0].date):
            first = dates[0].date
            self._entry = (self.doc.paragraph_of[dates[0].a], Link(first, first.first, first.last, DateSource.TEXT, "entry"))
        if ruled:
            self._read_days(ruled)

    def _read_days(self, ruled: dict[int, list[Link]]) -> None:
        """Which noun a dated relative tells of, whether a day is named, which one is the only one, of the sentence and of its attacks."""
        self._doing = {noun: k for k in ruled if (noun := self._antecedent(k)) >= 0}
        self._has_day = any(
            precision(link.first, link.last) == 1 and (not known(self.low[k]).report or link.last != self.published) for k, links in ruled.items() for link in links
        )
        told = {k: links[-1] for k, links in ruled.items() if self.low[k] not in WORDS.life and not known(self.low[k]).report and not self._is_aside(k, OTHER_TIME) and not self._is_meant(k)}
        self._day = self._one([link for k, link in told.items() if not self._is_aside(k, WORDS.noun_only) and not self._tells_apart(k) and not (self._is_background(k) and (known(self.low[k]).kinds[0] or not self.is_noun(k)))])
        self._strike = self._one([link for k, link in told.items() if self.strikes(k)])

    def _one(self, links: list[Link]) -> Link | None:
        """What all these dates name alike, if it is over."""
        one = links[0] if links else None
        if one is None or one.first is None or self._is_to_come(one):
            return None
        return one if all((link.first, link.last) == (one.first, one.last) for link in links) else None

    def reach(self, k: int) -> Link | None:
        """The date of a trigger that none governs, or None."""
        link = self._of(k)
        if link is None or link is NO_DAY or self.forms[k] in PAST and self._is_to_come(link):
            return None
        return link

    def hear(self, k: int, kind: EventKind | None, link: Link | None) -> None:
        """Keep what the date of an event says about later ones."""
        noun = singular(self.low[k]) if self.forms[k] == "noun" else ""
        if link is not None and link.source is not DateSource.PUBLICATION:
            self._tell_back(k, link)
        if self.strikes(k) and not self._is_charge(k):
            self._keep_attack(k, link)
        if noun or kind is not None and (link is not None or self.is_noun(k)):
            strikes = kind is not None and kind[0] == "ASSAULT" and self._may_be_named_again(k, noun, link)
            self._told.append(Told(k, noun, strikes, self._sentence, link))
        if link is not None and link.first is not None:
            self._attack = link if self.strikes(k) and not self._is_charge(k) else self._attack
            self._keep_day(k, kind, link)

    def _may_be_named_again(self, k: int, noun: str, link: Link | None) -> bool:
        """Whether "the attack" may mean a trigger of that kind: no war, no "has fought since 1994", no charge of murder, no "fugitive from November's attacks"."""
        lasts = known(self.low[k]).lasting if noun else link is not None and (precision(link.first, link.last) or 0) >= LONG
        return not (lasts or self._is_charge(k) or self._tells_apart(k) or self._is_aside(k, ANSWERED))

    def _keep_day(self, k: int, kind: EventKind | None, link: Link) -> None:
        """Keep the day of what the story goes on from, and that of what is said."""
        form, says = self.forms[k], known(self.low[k]).report or kind is None and self._issues(k)
        if (says or kind is not None and kind[0] in SPEECH) and form in PAST and link.source is DateSource.TEXT and self._is_news(link):
            self._spoken = (self._sentence, link)
        carries = not says and form in CARRYING.get(link.source, PAST) and (form != "noun" or kind is not None) and not self._is_background(k)
        if carries and (precision(link.first, link.last) or LONG) < LONG:
            self._is_history = self._is_old(link) and (self._is_history or self._carrier is None and self._leads and self._opens(k, link))
            self._carrier = (self._sentence, k, link)
            if not self._is_old(link):
                self._newest = self._carrier
        elif carries and self._is_old(link):
            self._carrier = None  # what follows "In 1988 he refused an order" is history too

    def _opens(self, k: int, link: Link) -> bool:
        """Whether the day of a trigger stands at the head of its sentence: "On 13 May 2020 a crowd gathered"."""
        at = self.doc.at[link.when.span.start] if link.when is not None else -1
        lo = self.doc.bounds[k][0]
        return lo <= at <= lo + 1

    # ---- inside the sentence

    def _of(self, k: int) -> Link | None:
        """The date that governs a trigger, or that of the clause, noun, incident or story that it belongs to."""
        if k in self._ruled:
            return self._inherited(whole(self._ruled[k]), "clause")
        if k not in self.forms or k in self.lasting:
            return None
        if k not in self._reached:
            self._reached[k] = None  # asked again by what it asks
            self._asked += 1
            rules = () if self._asked > DEEPEST else NOUN_RULES if self.is_noun(k) else RULES_OF[self.forms[k]]
            self._reached[k] = next((self._inherited(link, rule) for rule, step in rules if (link := step(self, k)) is not None), None)
            self._asked -= 1
        return self._reached[k]

    # ---- from sentence to sentence

    def _carried(self, k: int) -> Link | None:
        """What a plain past in a clause of its own goes on with: the day of speaking for acts in words, else the story's."""
        clause, kind = self._clause(k), known(self.low[k]).kind
        told = self._took_place(k) if self.is_noun(k) else self.forms[k] in PAST or self._is_hearsay(clause)
        if not told or self._is_generic(k, clause) or clause is not None and (clause.verb.status.time is Time.PRESENT or self._recalls(clause)):
            return None
        if kind is not None and kind[0] in SPEECH:
            return self._speaking(k, clause)
        return self._gone_on(k, clause) if not self._dated and not (clause is not None and self._only_places(clause)) else None

    def _speaking(self, k: int, clause: Clause | None) -> Link | None:
        """The day of what is said: that of the news, of the speaking told before, or of a reaction."""
        spoken = self._spoken
        if spoken is None and self._carrier is not None and self._carrier[2].source is DateSource.PUBLICATION:
            return self._carrier[2]
        return spoken[1] if spoken is not None and self._is_spoken_on(spoken, k) else self._reaction(clause)

    def _gone_on(self, k: int, clause: Clause | None) -> Link | None:
        """The day of what the story goes on from, or of the attack that it comes back to."""
        if self._carrier is None:
            return None
        n, at, link = self._carrier
        if self._is_old(link) and self.doc.paragraph_of[at] != self.doc.paragraph_of[k] and not self._is_history:
            if self._newest is None:
                return None
            n, at, link = self._newest
        if precision(link.first, link.last) in SOME_DAYS:
            return NO_DAY
        if self._is_attack_before(k, clause, at):
            return self._attack
        if self._attack is not None and self.strikes(k) and not (clause is not None and clause.kind is Kind.MAIN) and self._is_of_words(at):
            return self._attack if not self._is_old(self._attack) else None
        return link if self._sentence - n <= SENTENCES else None

    def _is_spoken_on(self, spoken: tuple[int, Link], k: int) -> bool:
        """Whether what is said has the day of speaking that was told last: what was said days before the news, only in its paragraph."""
        n, link = spoken
        days = (self.published - link.last).days if self.published is not None and link.last is not None else 0
        if days > YESTERDAY:
            return self.doc.paragraph_of[self.doc.sentences[n]] == self.doc.paragraph_of[k]
        return self._sentence - n <= SENTENCES

    def _is_attack_before(self, k: int, clause: Clause | None, at: int) -> bool:
        """Whether an attack is told behind what was done about it: "was arrested on Saturday. Six people were killed"; or what else belongs to the crime behind a sentence: "was jailed on Tuesday. He robbed a shop"."""
        told, noun = self._clause(at), self.carried(clause) if clause is not None else -1
        if told is None or not self._prosecutes(told):
            return False
        tried = (known(self.low[at]).kind or ("", ""))[1] == "convict" and clause is not None and not self._prosecutes(clause)
        return tried or self.strikes(k) or noun >= 0 and self.strikes(noun)

    def _is_of_words(self, k: int) -> bool:
        """Whether a trigger tells of what is said or of a meeting: an attack told behind it has the day of the last attack."""
        clause = self._clause(k)
        kind = (self._facts.type_of(clause) if clause is not None else "") or (known(self.low[k]).noun_kind or ("",))[0]
        return kind in SPEECH or kind == "CONSULT"

    def _only_places(self, clause: Clause) -> bool:
        """Whether a relative of an attack beside a visit or words only tells which place or man is meant: "toured a bridge where troops killed 12"; not what befalls "it" or "them"."""
        relative = clause.kind is Kind.RELATIVE or clause.opener >= 0 and self.low[clause.opener] == "where"
        if not relative or clause.parent is None or self._carrier is None or not self.strikes(clause.verb.word):
            return False
        carrier = self._clause(self._carrier[1])
        type_ = self._facts.type_of(clause.parent) or (self._facts.type_of(carrier) if carrier is not None else "")
        met = type_ == "CONSULT" or type_ in SPEECH and self._carrier[0] < self._sentence  # the news may be that somebody is praised for it
        return met and not any(group is not None and group.pronoun for group in (clause.subject, clause.object))

    def _of_entry(self, k: int) -> Link | None:
        """ "July 2012: Rebels seize the city": what an entry or a section of a chronicle tells, in the present too, has the date at its head."""
        n, paragraph, link = self.doc.paragraph_of[k], *self._entry
        link = link if n == paragraph else self._sections.get(n, NO_DAY)
        if link.first is None or self._is_to_come(link):
            return None
        clauses = [clause for clause, _ in self._beside(k)] if self.is_noun(k) else [self._clause(k)]
        return link if any(clause is not None and self._may_tell(clause) and self.forms.get(clause.verb.word) in NEWS_FORMS | {"present"} for clause in clauses) else None

    def _took_place(self, k: int) -> bool:
        """Whether an act noun is told as what happened: "a truce began", "there was an attack"."""
        beside = [clause for clause, role in self._beside(k) if role is Role.SUBJECT or role is Role.OBJECT and self.strikes(k) and not self._is_definite(k)]
        return any(self._happened(clause) and {"has", "have"}.isdisjoint(self.low[clause.verb.start : clause.verb.end]) for clause in beside)

    def _reaction(self, clause: Clause | None) -> Link | None:
        """A report of news has what is said of them said on the day of publication."""
        if self._carrier is None or self.published is None or clause is None or clause.kind is not Kind.MAIN:
            return None
        n, _, day = self._carrier
        if not self._is_news(day._replace(first=day.last)) or self._sentence - n > SENTENCES or self.doc.region(clause.verb.word) is not None:
            return None
        return self._today("reaction")

    def _day_below(self, k: int) -> Link | None:
        """ "Blew himself up after joining a queue to enter an office on Monday": news at the head of a report has the one day that is told in a clause below it, of no act of its own."""
        clause = self._clause(k) if self._leads else None
        if clause is None or not self._tells_attack(k) or not self._tells(k):
            return None
        own = [(below, links[-1]) for j, links in self._ruled.items() if not known(self.low[j]).report and (below := self._clause(j)) is not None]
        day = self._one([link for _, link in own])
        if day is None or not self._is_news(day):
            return None
        return day if any(self._hangs_below(below, clause) for below, _ in own) else None

    def _hangs_below(self, below: Clause, clause: Clause) -> bool:
        """Whether a clause stands below another and tells an aim, a time or whom or what is meant."""
        if below is clause or below.verb.status.pluperfect or below.kind in (Kind.RELATIVE, Kind.REDUCED) and self.has_kind(below):
            return False
        above = tuple(self._upwards(below))
        return clause in above and all(self._days_before(other.opener) == 0 and not (other.opener >= 0 and self.low[other.opener] in UP_TO) for other in above if other.kind is Kind.ADVERBIAL)

    def _news(self, k: int) -> Link | None:
        """The day of the dateline, else that of publication, where the head of a report tells something as its news."""
        day = self.dateline
        if self.published is None and day is None or not self._leads or self._has_day or self._is_history:
            return None
        if self._sets_scene(k) or not (self._tells(k) or self._news_strikes and self._tells_attack(k) or self._is_headline(k)):
            return None
        if day is not None:
            return Link(day, day.first, day.last, DateSource.INHERITED, "dateline")
        return self._today("publication")

    def _sets_scene(self, k: int) -> bool:
        """Whether a clause with "when" stands before the one that it belongs to: "When police caught him, they knew that he had help" is no news."""
        clause = self._clause(k)
        return clause is not None and clause.kind is Kind.ADVERBIAL and clause.parent is not None and clause.start < clause.parent.verb.start and self.low[clause.opener] == "when"

    def _is_headline(self, k: int) -> bool:
        """ "Rocket strike kills six": the present of headlines."""
        return self._sentence == 0 and self.forms[k] == "present" and self.strikes(k) and not self._is_generic(k, self._clause(k))

    # ---- conditions

Step = Callable[[Story, int], Link | None]
STORY_RULES: tuple[tuple[str, Step], ...] = (
    ("entry", Story._of_entry),  # noqa: SLF001
    ("same day", Story._same_day),  # noqa: SLF001
    ("after", Story._after),  # noqa: SLF001
    ("day below", Story._day_below),  # noqa: SLF001
    ("story", Story._carried),  # noqa: SLF001
    ("publication", Story._news),  # noqa: SLF001
)
NOUN_RULES: tuple[tuple[str, Step], ...] = (
    ("same victim", Story._victim_again),  # noqa: SLF001
    ("same incident", Story._named_again),  # noqa: SLF001
    ("counted back", Story._counted_noun),  # noqa: SLF001
    ("what it does", Story._by_relative),  # noqa: SLF001
    ("its verb", Story._by_verb),  # noqa: SLF001
    *STORY_RULES,
)
VERB_RULES: tuple[tuple[str, Step, frozenset[str]], ...] = (
    ("counted from", Story._counted, NEWS_FORMS),  # noqa: SLF001
    ("meanwhile", Story._at_the_time, NEWS_FORMS),  # noqa: SLF001
    ("counted back", Story._counted_back, VERBAL),  # noqa: SLF001
    ("its noun", Story._of_its_noun, VERBAL),  # noqa: SLF001
    ("clause above", Story._hanging, VERBAL),  # noqa: SLF001
    ("its subject", Story._of_subject, PAST),  # noqa: SLF001
    ("its whole", Story._of_whole, VERBAL),  # noqa: SLF001
    ("its occasion", Story._of_occasion, NEWS_FORMS | UNFINISHED),  # noqa: SLF001
    ("since then", Story._since, PERFECT),  # noqa: SLF001
    ("joined verb", Story._of_joined, PAST | UNFINISHED),  # noqa: SLF001
    ("same victim", Story._victim_again, VERBAL),  # noqa: SLF001
    *((name, step, VERBAL) for name, step in STORY_RULES),
)
"""What tells the day of a verb, and of which forms, the surest first."""
RULES_OF = {form: tuple((name, step) for name, step, forms in VERB_RULES if form in forms) for form in VERBAL}
"""Form of a verb -> the rules that can tell its day."""
