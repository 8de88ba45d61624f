"""Texts that every writer must carry over."""

from __future__ import annotations

from mentorcrm.core.documents import Document

BODY = """\
## The goal

Lead the **data team** by *June 2027*, not ~~alone~~, see [the plan](https://example.org/p?x=1&y=2).

- First
- Second
  1. Inner one
  2. Inner two

## Must have

- [x] Has led a team of `ten`
- [ ] Has failed once

| Need | Kind | Weight |
|:--|:-:|--:|
| Feedback | skill | 3 |
| Room | access | 1 |

> Be the mentor you needed.

```
code  <kept>
```

---

### Odd signs

Zoë, Ağrı, 日本語, naïve & <b>not bold</b>, 👩‍👩‍👧‍👦 🇩🇪, e\u0301.

أريد أن أتعلم القيادة.
"""

ODD = "Zoë, Ağrı, 日本語, naïve & <b>not bold</b>, 👩‍👩‍👧‍👦 🇩🇪, e\u0301."
ARABIC = "أريد أن أتعلم القيادة."


def document(body: str = BODY, **fields: str) -> Document:
    given = {"title": "My *ideal* <mentor>", "subtitle": "For: Lead & grow", "footer": "A foot"}
    return Document(body=body, **{**given, "language": "en-GB", **fields})
