"""Search as you type over names, companies, e-mails, tags, notes and activities.

One or two letters match a large part of everything, so matches are never ranked: they
come newest first, straight from the index, which can stop as soon as there are enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import TextClause, text as sql
from sqlalchemy.orm import Session

_MOST_WORDS = 12
_LONGEST_WORD = 64
_READ_AT_MOST = 4_000  # documents looked at for a first answer


def words(text: str) -> list[str]:
    """Return the words of ``text`` that the index can know, each once."""
    clean = "".join(" " if _unstorable(letter) else letter for letter in text)
    found = (word[:_LONGEST_WORD] for word in clean.split())
    known = [word for word in found if any(letter.isalnum() for letter in word)]
    return list(dict.fromkeys(known))[:_MOST_WORDS]


def match_expression(text: str) -> str | None:
    """Return the expression that finds documents with every word, or None without a word."""
    quoted = [_quoted(word) for word in words(text)]
    return " ".join(quoted) if quoted else None


def contact_ids(
    session: Session, text: str, limit: int | None = None, where: str = "degree = 1"
) -> list[int]:
    """Return who matches ``text``, the newest match first.

    With ``limit`` only the newest documents are read, and words that are spread over
    several documents of one person are not brought together. ``where`` is a condition on
    the contact, in SQL.
    """
    expression = match_expression(text)
    if expression is None:
        return []
    query = (
        "SELECT s.contact_id FROM search_index AS s CROSS JOIN contact ON contact.id = s.contact_id"
        f" WHERE s.search_index MATCH :expression AND {where} ORDER BY s.rowid DESC"
    )
    if limit is not None:
        query += f" LIMIT {_READ_AT_MOST}"
    result = session.execute(sql(query), {"expression": expression}).scalars()
    newest = _distinct(result, limit)
    result.close()
    if limit is None:
        spread = everyone(text)
        found = session.execute(
            sql(f"SELECT id FROM contact WHERE id IN ({spread.text}) AND {where}"), _binds(text)
        ).scalars()
        newest = _distinct([*newest, *found], None)
    return newest


def everyone(text: str) -> TextClause:
    """Return the subquery of everybody who matches: all words in one document or in several.

    Words of one letter are looked for in one document only: nearly everybody has each.
    """
    one = "SELECT contact_id FROM search_index WHERE search_index MATCH :{}"
    count = len(_binds(text)) - 1
    query = one.format("words")
    if count:
        across = " INTERSECT ".join(one.format(f"word{place}") for place in range(count))
        query = f"{query} UNION SELECT contact_id FROM ({across})"
    return sql(query).bindparams(**_binds(text))


def _binds(text: str) -> dict[str, str]:
    each = words(text)
    binds = {"words": match_expression(text) or '""'}
    if len(each) > 1 and all(len(word) > 1 for word in each):
        binds |= {f"word{place}": _quoted(word) for place, word in enumerate(each)}
    return binds


def _distinct(ids: Iterable[int], limit: int | None) -> list[int]:
    return list(_first(iter(ids), limit))


def _first(ids: Iterator[int], limit: int | None) -> Iterator[int]:
    seen: set[int] = set()
    for one in ids:
        if one not in seen:
            seen.add(one)
            yield one
            if len(seen) == limit:
                return


def _quoted(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}"*'


def _unstorable(letter: str) -> bool:
    return letter == "\x00" or "\ud800" <= letter <= "\udfff"
