"""Which words mean the same when people write about what they need and what they can.

A concept is a small group of words; whoever writes "salary talk" and whoever writes
"negotiated" speak of the same one. Words of no group are concepts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from mentorcrm.core.match.stems import stem, words

_GROUPS = """
negotiation: negotiate bargain salary pay compensation contract deal haggle equity
  + pay rise; pay raise; get raise; ask for raise; ask for more; talk about money; role and pay; job offer; package deal
delegation: delegate empower entrust
  + hand over; handed over; hand off; hand work; let go; give work; trust team; take work back
feedback: feedback critique criticism review candid blunt
  + honest opinion; read draft; read drafts; on drafts; hard truth
speaking: speak speaker keynote presentation presenter audience conference rhetoric
  panel podium lecture toastmasters
  + public speaking; stage fright; on stage; give talk; clear talk; good talk; conference talk; her talk; his talk; talk on; talk about hiring
confidence: confident confidence courage brave shy nervous impostor imposter doubt fear anxiety
  assertive freeze introvert
  + self doubt; self esteem; stage fright; speak up
sponsorship: sponsor advocate champion patron backer endorse ally
  + open doors; open door; put in word; vouch for; recommend me; recommended me
network: network introduce introduction connector acquaintance contacts referral refer
  + knows everybody; knows everyone; well connected; knows half; knows many; can introduce
leadership: lead leader boss head chief director executive supervise manager management
  + run team; ran team; led team; head of; in charge; people management
hiring: hire hires hired hiring recruit recruiter recruitment interview headhunter staffing onboarding
  + build team; built team; built two teams; grow team; first hires
strategy: strategy roadmap vision prioritise prioritize priority positioning
  + three bets; big picture; long term; product bets
product: product pm discovery
  + product management; product manager; user needs
decision: decide decision tradeoff
  + make up mind; say no; saying no
engineering: engineer engineering developer programmer architect software coding code technical
  backend frontend
design: design designer ux usability typography prototype
research: research researcher study experiment science scientist phd paper publication
data: data analytics statistics statistician metrics machine
writing: write writer author essay article book blog editor editing draft publish publisher
fundraising: fundraise fundraising investor investment venture funding capital seed pitch grant donor
  + raise money; raised money; raise capital; series a; seed round; pitch deck; venture capital
founding: founder cofounder startup entrepreneur entrepreneurship bootstrap
  + co founder; start up; start company; started company; own company; own business; self employed
sales: sell sale seller revenue account customer pipeline prospect
  + close deals; closed deals
marketing: marketing brand branding campaign copywriting advertising
finance: finance financial accounting accountant budget controller bookkeeping treasury
  + cash flow; profit and loss; balance sheet
operations: operations logistics process supply
legal: legal law lawyer attorney barrister solicitor patent compliance
academia: academic academia professor university faculty tenure lecturer doctorate postdoc thesis
  + tenure track; grant writing
teaching: teach teacher educator education coach coaching training trainer workshop
career: career transition pivot reinvent switch
  + career change; changed careers; changed career; new field; moved from; switched from; move into
return: comeback returner
  + returning to work; return to work; returned to work; career break; after break; parental leave
  maternity leave; back to work; time off
promotion: promote promotion appoint advance
  + next level; stepped up
conflict: conflict quarrel dispute mediate mediator disagreement argue argument confront
  + difficult conversation; hard conversation; difficult conversations; hard conversations
practice: practice practise rehearse rehearsal roleplay exercise drill
  + role play; dry run
visibility: visible visibility recognition reputation exposure
  + be seen; seen me; personal brand
project: project initiative pilot assignment
international: international abroad expat relocate relocation overseas emigrate
  + moved abroad; work abroad
health: health healthcare medical medicine clinic clinical nurse doctor hospital
remote: remote distributed asynchronous async
diversity: diversity inclusion inclusive equality minority belonging
wellbeing: burnout balance wellbeing stress overwhelm overload resilience
  + work life; well being
board: trustee nonexecutive governance
  + board member; non executive; supervisory board
acquisition: acquisition merger acquire exit
  + sold company; sold his company; sold her company; sold their company
confidential: confidential confidence discreet trust
  + keeps secrets; in confidence; between us
directness: direct plain plainly candour candor frank honest straightforward unpleasant
  + speaks plainly; says unpleasant; tells truth
kindness: kind kindly gentle warm empathy empathic caring patient patience supportive encourage
questions: curious curiosity listen listener
  + asks before; good question; good questions; asks questions; ask questions
structure: structured agenda organised organized prepared punctual reliable
humour: humour humor funny laugh playful
change: adapt turnaround restructure reorganise reorganize
  + change of plan; hard change
nothing: + introduced by; pay attention; in terms; deal with; stage of; at this stage; in charge of me
"""

_SAYS_NOTHING = "nothing"
"""The group of phrases that only look like something: introduced by somebody."""
SENIOR = "senior"
"""The concept of words in a position that say somebody decides."""
_SENIOR = "head director vp chief president partner founder executive principal owner chair"

_NOTHING = """
a about above across after again against all almost along already also although always am among
an and another any anybody anyone anything are around as at away be because been before being
best better between both but by came can cannot come comes could did do does doing done down
during each else end enough even ever every everybody everything few first for from further get
gets getting given go goes going good got great had has have having he her here hers him his how
i if in into is it its itself just keep kind knew know known large last later least less let like
little look looking lot made make makes making many may me mean might mine more most much must my
myself need needs needed never new next nice no nobody none nor not nothing now of off often old
on once one only or other others our ours out over own part per perhaps please put quite rather
really right said same say says see seen shall she should show since small so some somebody
someone something soon still such take taken than that the their theirs them then there these
they thing things think this those though through till time times to today together told too
toward towards tried true try under until up upon us use used using very want wanted wants was way
we week weeks well went were what when where whether which while who whom whose why will wish with
within without work worked working would year years yet you your yours month months day days
person people somebody learn learnt learned understand help helps helped helping mentor mentors
mentee mentoring experience experienced someday world life big long high real able become begin
call feel find give happen hold hope important idea kind leave live lose love matter meet move
must open outside inside place play point possible provide reach ready run second send set side
sort start stay step stop sure talk tell turn under wait walk win word zero two three four five six seven eight nine ten hundred dozen half
"""

_WEAK = """
team company role job group organisation organization career hard conversation context small public
different change problem question business industry field area level goal plan decision grow build
manage lead product build clear simple honest avoid first-time market customer user
"""

_NEGATIONS = frozenset({"no", "not", "never", "without", "hardly", "isn", "hasn", "haven", "didn"})
_NEGATED_WORDS = 4


_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|\bbut\b")
_SKIPPED_IN_PHRASES = frozenset(
    {"a", "an", "the", "my", "your", "his", "her", "their", "our", "of"}
)
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class _Tables:
    words: dict[str, str]
    """Stem to concept."""
    phrases: dict[tuple[str, ...], str]
    nothing: frozenset[str]
    weak: frozenset[str]
    senior: frozenset[str]


@cache
def _tables() -> _Tables:
    single: dict[str, str] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for concept, group, spoken in _groups():
        for word in group:
            single.setdefault(stem(word), concept)
        for phrase in spoken:
            phrases.setdefault(_phrase(words(phrase)), concept)
    return _Tables(
        single,
        phrases,
        frozenset(stem(word) for word in _NOTHING.split()) - single.keys(),
        frozenset(stem(word) for word in words(_WEAK)) - single.keys(),
        frozenset(stem(word) for word in _SENIOR.split()),
    )


def _phrase(spoken: list[str]) -> tuple[str, ...]:
    return tuple(stem(word) for word in spoken if word not in _SKIPPED_IN_PHRASES)


@cache
def _groups() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return name, single words and phrases of each group."""
    found = []
    for line in _GROUPS.strip().replace("\n  ", " ").splitlines():
        name, _colon, rest = line.partition(":")
        single, _plus, spoken = rest.partition("+")
        phrases = tuple(part.strip() for part in spoken.split(";") if part.strip())
        found.append((name, tuple(single.split()), phrases))
    return tuple(found)


def words_of(concept: str) -> tuple[str, ...]:
    """Return what to look for in an index: the words and phrases of a concept, else itself."""
    for name, group, phrases in _groups():
        if name == concept:
            return (*group, *phrases)
    return (concept,)


def is_group(concept: str) -> bool:
    """Tell whether a concept is one of the lexicon's, not a word that stands for itself."""
    return any(name == concept for name, _words, _phrases in _groups())


def is_weak(concept: str) -> bool:
    """Tell whether a word says little about what somebody can: team, company, conversation."""
    return concept in _tables().weak


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``, where a line is one too."""
    return [part.strip() for part in _SENTENCE.split(text) if part and part.strip()]


def concepts(text: str, *, denied_too: bool = False) -> dict[str, str]:
    """Return the concepts that ``text`` speaks of, each with the words it was said with.

    What is denied ("has never negotiated") is not spoken of, unless ``denied_too``: an
    obstacle says what somebody has never done.
    """
    found: dict[str, str] = {}
    for sentence in sentences(text):
        for concept, said in _of_sentence(words(sentence), denied_too):
            found.setdefault(concept, said)
    return found


def _of_sentence(spoken: list[str], denied_too: bool) -> Iterator[tuple[str, str]]:
    tables = _tables()
    kept = [word for word in spoken if word not in _SKIPPED_IN_PHRASES]
    base = [stem(word) for word in kept]
    place, denied = 0, 0
    while place < len(kept):
        if kept[place] in _NEGATIONS and not denied_too:
            denied, place = _NEGATED_WORDS + 1, place + 1
            continue
        denied -= 1
        length = _phrase_at(base, place, tables.phrases)
        if denied <= 0:
            if length:
                phrase = tuple(base[place : place + length])
                if tables.phrases[phrase] != _SAYS_NOTHING:
                    yield tables.phrases[phrase], " ".join(kept[place : place + length])
            elif (concept := _single(base[place], tables)) is not None:
                yield concept, kept[place]
        place += max(1, length)


def _phrase_at(base: list[str], place: int, phrases: dict[tuple[str, ...], str]) -> int:
    """Return how many words the longest known phrase has that begins at ``place``."""
    for length in range(min(_LONGEST_PHRASE, len(base) - place), 1, -1):
        if tuple(base[place : place + length]) in phrases:
            return length
    return 0


def _single(one: str, tables: _Tables) -> str | None:
    concept = tables.words.get(one)
    if concept is not None:
        return concept
    return None if one in tables.nothing or len(one) < 2 or one.isdigit() else one


def is_senior(position: str) -> bool:
    """Tell whether a position is one of somebody who decides."""
    return any(stem(word) in _tables().senior for word in words(position))
