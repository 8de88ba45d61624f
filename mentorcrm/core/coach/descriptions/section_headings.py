"""Which section a heading or a label means, in anybody's words."""

from __future__ import annotations

import re

_MOST_WORDS = 14

_RULES: tuple[tuple[str, float, str], ...] = (
    # first what would otherwise be read as something else
    ("success", 1.0, r"how (we|i|you|they)( both)?('ll|'d| will| would| can| could| shall)?( both)? (know|tell|see|notice|measure|judge|recogni[sz]e)\b"),
    ("style", 1.0, r"matters? (to (me|us) )?(in|about) (a|the|you|how)|what you('re| are) like|who we"),
    ("style", 0.8, r"how (you|we|i) .*(work|talk|treat|speak|communicat|learn|get (along|on)|treat)"),
    ("style", 0.8, r"how i('d| would) like|between (us|you)|each other|one another"),
    ("success", 1.0, r"definition of (done|success)|value realis|when to stop|exit (criteri|point)"),
    ("offer", 1.0, r"value proposition|you('d|'ll| would| will)? have from|for your (pain|troubl|time)"),
    ("goal", 0.9, r"purpose of (the|this|my|our)|have in mind|what (i'm|we're|i am|we are) \w+ing( for| to| at)?$"),
    ("why", 1.0, r"why (it|this|that|any|we|now|care|should|does|do|bother|i want|i'm doing|i do)"),
    ("success", 1.0, r"success|succe|how .*\b(know|tell|see|measure|judge|recogni|notice|check)"),
    ("success", 1.0, r"\b(know|tell|see|agree) (that |when |if )?(it|we|i|this|you)('s|'re|'ve)?\b"),
    ("success", 0.9, r"measur|proof|\bprov(e|es|en)\b|\bsigns?\b|indicator|marker|verif|outcome|\bresults?\b"),
    ("success", 0.9, r"worked\b|criteri|metric|\bkpi|evidence|finish( line)?$|milestone|evaluat|yardstick"),
    ("success", 0.9, r"\b(done|finished|over|good enough|victory|win|enough) (means|when|if|looks|is)"),
    ("success", 0.9, r"we('re| are) (done|there|finished)|\bcheck\b|\btest\b|^done\b|^end$|^the end$|complet"),
    ("success", 0.9, r"\b(when|where) .*\b(stop|done|finish|part ways|over|there)\b|verdict|judg|benchmark"),
    ("success", 0.7, r"looks? like (at the end|if|when)|at the end|what good looks|by the end|goodbye"),
    ("obstacles", 1.0, r"obstacle|hindr|stuck|stop(s|ping)? (me|us)|(in|on) (the|my|our) (way|road|path)"),
    ("obstacles", 1.0, r"\bhard(est|er)?\b|difficult|challeng|barrier|hurdle|problem|bottleneck|struggl"),
    ("obstacles", 1.0, r"trouble|against (me|us)|imped|weak(ness| point| spot)|eat(s|ing) (me|at)"),
    ("obstacles", 1.0, r"\bblock|\bgaps?\b|\bfears?\b|\b(stones?|rocks?|rub)\b|\black|snag|worr(y|ies)|headwind"),
    ("obstacles", 1.0, r"keep(s|ing)? (me|us)|h[eo]ld(s|ing)? (me|us)|hurt|pain\b|pain points?|adversit|bothers? (me|us)"),
    ("obstacles", 0.9, r"stumbl|sticking|pinch|headache|friction|afraid|scare|\bneeds?\b$|\bmissing\b|risks?\b"),
    ("obstacles", 0.9, r"hinder|prevent|matter dey|slow(s|ing) (me|us)|tripp?|stall|wrong|constraint|^but$"),
    ("obstacles", 0.8, r"where .*\b(now|today|stand)\b|current (situation|state)|tangle|wall|mess|shortcoming|not working"),
    ("offer", 1.0, r"\boffer|in (return|exchange)|giv(e|ing) (back|you)|\b(i|we)('d|'ll|will|can|could)?( \w+)? gives?\b|\bfor (you|them|him|her|the mentor)\b"),
    ("offer", 1.0, r"your (side|gain|benefit|reward|part of)|you('d|'ll| will| would| can)? (get|gain|receive|take)\b"),
    ("offer", 1.0, r"\bdeal\b|quid|consideration|payback|payment|^get$|^gifts?$|^pay$|bargain|incentive|perks?"),
    ("offer", 1.0, r"\b(i|we)('d|'ll| will| would| can| could)? (bring|do for|contribut|pay|share|have to)"),
    ("offer", 1.0, r"reward|reciproc|\bmy side|from (me|us)\b|to you\b|swap|compensat|\bthank|barter|trade"),
    ("offer", 0.9, r"^yours\b|contribut|what.?s in it|gift|repay|return(ing)? (the )?favou?r|both ways|benefit"),
    ("why", 1.0, r"\bwhy\b|matter|meaning|bigger|larger|wider|stakes?\b|part of|so what|belong|rationale"),
    ("why", 1.0, r"hangs? on|purpose|motivat|signific|importan|worth|reason|\bcause\b|legacy|impact|who cares"),
    ("why", 0.9, r"(all )?for\?|all for|good for|beyond|the thing itself|what for|who else|sake|under(neath| it)|context"),
    ("time", 1.0, r"\btimes?\b|hours?\b|schedul|rhythm|cadence|frequen|how (often|much|long|many)"),
    ("time", 1.0, r"\bwhen\b|commit|availab|diary|appointment|logistic|calendar|duration|meetings?\b|rate\b"),
    ("time", 0.9, r"\bask(ing|s|ed)?\b|practical|format|meet\b|tempo|dates?\b|arrangement|rota|sessions?|give me"),
    ("style", 1.0, r"style|\bvalues?\b|personalit|manner|\btone\b|chemistr|temper|character|get on with"),
    ("style", 1.0, r"communicat|way of (work|be|talk|teach)|attitude|ethos|rapport|vibe|culture|soft skill"),
    ("style", 0.8, r"human|\bfit\b|approach|click|get along|spirit|treat|nature|(house|ground) rules|^how$|^be$|mindset"),
    ("experience", 1.0, r"experience|background|must.?haves?|nice.?to|qualif|skills?\b|require|expert|essential|desirable"),
    ("experience", 1.0, r"look(ing)?\b.*\bfor|profile|knowledge|track record|credential|who(m)? (could|can|would|will|i|we)\b"),
    ("experience", 0.9, r"ideal(ly)?\b|you('ve| have)\b|kind of|sort of|candidate|^whom?\b|(right|the) (person|mentor|body)"),
    ("experience", 0.9, r"mentor (should|must|who)|seek(ing)?\b|\bwanted\b|done before|been there|\bcv\b|helper|^must\b|history"),
    ("goal", 1.0, r"goal|\baims?\b|\baiming|objective|ambition|target|want|achiev|working (on|toward)|destination"),
    ("goal", 1.0, r"after$|i('m| am) after|head(ing|ed)|going|plan\b|vision|dream|mission|next step|project"),
    ("goal", 0.8, r"the work|the job|reach|become|hope|ziel|i intend|intention|aspir|direction|future|end ?game|this is about"),
)  # fmt: skip

_COMPILED = tuple((name, weight, re.compile(rule)) for name, weight, rule in _RULES)
_PERSON = re.compile(
    r"(who )?(are )?(you|the mentor|my mentor|mentor|the person|person|mr?s? right|about you)"
    r"( are| person| i need| i want)?"
)
_DECORATION = re.compile(r"^[\W\d_]+|[\W_]+$")
_NUMBERED = re.compile(r"^(?:[\W_]*(?:\d{1,2}|[ivx]{1,4}|[a-z])[.):]\s+)", re.IGNORECASE)


def heading_sections(title: str) -> dict[str, float]:
    """Return the sections a heading speaks of, each with how sure that is (0 to 1).

    An empty answer means that the heading is not one of ours.
    """
    words = title.replace("’", "'")[:200].lower()
    words = _DECORATION.sub("", _NUMBERED.sub("", words))
    if not words or len(words.split()) > _MOST_WORDS:
        return {}
    if _PERSON.fullmatch(words):
        return {"experience": 0.6, "style": 0.5}
    found: dict[str, float] = {}
    for name, weight, rule in _COMPILED:
        if name not in found and rule.search(words):
            found[name] = weight
    return _chosen(words, found)


def _chosen(words: str, found: dict[str, float]) -> dict[str, float]:
    """Keep the first section, or the few a heading joins ("Style and time")."""
    if len(found) < 2:
        return found
    if re.search(r"\band\b|&|/|\+|,", words):
        parts = [part for part in re.split(r"\band\b|&|/|\+|,", words) if part.strip()]
        joined: dict[str, float] = {}
        for part in parts:
            for name, weight, rule in _COMPILED:
                if rule.search(part):
                    joined.setdefault(name, weight * 0.8)
                    break
        if len(joined) > 3:
            return {}
        if len(joined) > 1:
            return joined
    first = next(iter(found))
    return {first: found[first]}
