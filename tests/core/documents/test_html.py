"""HTML read back with a parser: whole, escaped, without anything that runs or loads."""

from __future__ import annotations

from html.parser import HTMLParser

from mentorcrm.core.documents import as_html
from tests.core.documents.samples import ARABIC, ODD, document

VOID = {"meta", "br", "hr", "input"}


class Reader(HTMLParser):
    """Collect elements with their texts; every element must be closed in turn."""

    def __init__(self, source):
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict]] = []
        self.text: dict[str, list[str]] = {}
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.text.setdefault(tag, []).append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        for tag in self.open:
            self.text[tag][-1] += data

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def test_file_is_complete_and_carries_the_text():
    source = as_html(document())
    page = Reader(source)
    assert source.startswith("<!DOCTYPE html>\n")
    assert page.all("html") == [{"lang": "en-GB"}]
    assert page.text["title"] == page.text["h1"] == ["My *ideal* <mentor>"]
    assert page.text["h2"] == ["The goal", "Must have"]
    assert page.text["h3"] == ["Odd signs"]
    assert page.text["strong"] == ["data team"]
    assert page.text["em"] == ["June 2027"]
    assert page.text["del"] == ["alone"]
    assert page.text["code"] == ["ten", "code  <kept>"]
    assert page.text["th"] == ["Need", "Kind", "Weight"]
    assert page.text["td"] == ["Feedback", "skill", "3", "Room", "access", "1"]
    assert page.text["footer"] == ["A foot"]
    assert ODD in page.text["p"]
    assert ARABIC in page.text["p"]
    assert {"charset": "utf-8"} in page.all("meta")


def test_only_links_lead_out_and_nothing_runs():
    hostile = (
        "<script>alert(1)</script>\n\n![p](https://x.example/p.png) <img src=x onerror=y>\n\n"
        '[a](javascript:b) [c](https://d.example/"onclick="e) <style>*{}</style>'
    )
    page = Reader(as_html(document(hostile, title="</title><script>x</script>")))
    assert {tag for tag, _attrs in page.elements} & {"script", "img", "link", "iframe"} == set()
    for _tag, attrs in page.elements:
        assert not any(name.startswith("on") or name in ("src", "style") for name in attrs)
    assert all(link["href"].startswith("https://d.example/") for link in page.all("a"))
    assert len(page.text["style"]) == 1
    assert "url(" not in page.text["style"][0]
    assert "@import" not in page.text["style"][0]


def test_links_lists_and_tasks_are_real():
    page = Reader(as_html(document()))
    assert page.all("a") == [{"href": "https://example.org/p?x=1&y=2"}]
    assert len(page.all("ul")) == 2
    assert len(page.all("ol")) == 1
    assert [("checked" in box) for box in page.all("input")] == [True, False]


def test_language_is_english_when_it_is_not_known():
    assert Reader(as_html(document(language=""))).all("html") == [{"lang": "en"}]


def test_a_megabyte_is_written():
    body = "Some **bold** words and a [link](https://a.example).\n\n" * 20_000
    assert len(body) > 1_000_000
    assert as_html(document(body[:999_990])).count("<strong>") > 18_000
