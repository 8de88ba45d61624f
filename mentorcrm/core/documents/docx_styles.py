"""What Word's format says about a page, a list, a link: the parts python-docx leaves to us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mentorcrm.core.documents import look

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import _Row as Row
    from docx.text.paragraph import Paragraph as Lines

LINK, CODE = "Hyperlink", "Code"
_STEP = 360
"""Twentieths of a point that one level of a list is indented."""
_LEVELS = 9
_KEPT_PARTS = ("styles", "numbering", "settings", "fontTable", "theme", "webSettings")
_KEPT_PACKAGE_PARTS = ("officeDocument", "core-properties")
_BULLETS = ("\u2022", "\u25e6", "\u25aa")


def empty_file(paper: str, language: str) -> File:
    """Return an empty file on ``paper`` without a trace of who or what made it."""
    from docx import Document  # noqa: PLC0415 - 150 ms, only when a file is written
    from docx.shared import Mm  # noqa: PLC0415

    file = Document()
    _forget_template(file)
    section = file.sections[0]
    width, height = look.PAPERS[paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    _set_styles(file)
    if language:
        (named,) = file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
        named.set(_name("w:val"), language)
    return file


def _forget_template(file: File) -> None:
    """Drop what python-docx's template brings: its maker, a thumbnail, a hundred table styles."""
    package = file.part.package
    for key, link in list(package.rels.items()):
        if not link.reltype.endswith(_KEPT_PACKAGE_PARTS):
            del package.rels[key]
    for key, link in list(file.part.rels.items()):
        if not link.reltype.endswith(_KEPT_PARTS):
            del file.part.rels[key]
    properties = file.core_properties._element
    for child in list(properties):
        properties.remove(child)
    for style in list(file.styles):
        is_table = style.type is not None and style.type.name == "TABLE"
        if is_table and style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def _set_styles(file: File) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415

    file.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    code = file.styles.add_style(CODE, WD_STYLE_TYPE.PARAGRAPH)
    code.base_style = file.styles["Normal"]
    sizes = {"Title": 22, "Subtitle": 11, "Heading 1": 14, "Heading 2": 12, "Normal": 11}
    for name, size in {**sizes, "Footer": 9, LINK: None, CODE: 10}.items():
        _set_style(file, name, size)
    for level in range(3, 10):
        _set_style(file, f"Heading {level}", 11)
    file.styles[LINK].font.underline = True
    for border in file.styles["Title"].element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)


def _set_style(file: File, name: str, size: float | None) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    style: Any = file.styles[name]
    set_font(style, "Consolas" if name == CODE else "Calibri")
    colours = {"Subtitle": look.MUTED, "Footer": look.MUTED, LINK: look.LINK}
    style.font.color.rgb = RGBColor.from_string(colours.get(name, look.INK))
    if size is not None:
        style.font.size = Pt(size)
    if name in ("Title", "Subtitle"):
        style.font.italic = False
        style.paragraph_format.space_after = Pt(2 if name == "Title" else 12)
    elif name.startswith("Heading"):
        style.paragraph_format.space_before = Pt(14 if name == "Heading 1" else 10)
        style.paragraph_format.space_after = Pt(4)
    elif name in ("Normal", CODE):
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.line_spacing = 1.15


def set_font(owner: Any, family: str) -> None:
    """Write with ``family``, whatever the theme of the file says."""
    fonts = owner.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(_name(f"w:{script}"), family)


def bullets(file: File) -> int:
    """Add the definition of lists with bullets; return its number."""
    return _definition(file, 90, [("bullet", _BULLETS[level % 3]) for level in range(_LEVELS)])


def numbers(file: File) -> int:
    """Add the definition of numbered lists; return its number."""
    return _definition(file, 91, [("decimal", f"%{level + 1}.") for level in range(_LEVELS)])


def _definition(file: File, key: int, levels: list[tuple[str, str]]) -> int:
    made = _element("w:abstractNum", abstractNumId=str(key))
    made.append(_element("w:multiLevelType", val="multilevel"))
    for level, (form, sign) in enumerate(levels):
        part = _element("w:lvl", ilvl=str(level))
        for tag, value in (("start", "1"), ("numFmt", form), ("lvlText", sign), ("lvlJc", "left")):
            part.append(_element(f"w:{tag}", val=value))
        place = _element("w:pPr")
        left = str(_STEP * (level + 1))
        place.append(_element("w:ind", left=left, hanging=str(_STEP)))
        part.append(place)
        made.append(part)
    numbering = file.part.numbering_part.element
    # Definitions stand before the lists that use them.
    numbering.xpath("w:num")[0].addprevious(made)
    return key


def new_list(file: File, definition: int, level: int, start: int | None) -> int:
    """Begin a list of its own, so that its numbers do not go on from the list before."""
    made = file.part.numbering_part.element.add_num(definition)
    override = made.add_lvlOverride(ilvl=level)
    override.add_startOverride(1 if start is None else start)
    return int(made.numId)


def set_number(lines: Lines, number: int, level: int) -> None:
    """Make a paragraph an entry of the list ``number``."""
    properties = lines._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number
    _indent(lines, _STEP * (level + 1), _STEP)


def set_box(lines: Lines, depth: int) -> None:
    """Make a paragraph an entry that begins with a box instead of a bullet."""
    properties = lines._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 0
    _indent(lines, _STEP * (depth + 1), _STEP)


def indent(lines: Lines, depth: int) -> None:
    """Put a paragraph below the entry of a list that it belongs to."""
    if depth:
        _indent(lines, _STEP * depth, 0)


def _indent(lines: Lines, left: int, hanging: int) -> None:
    from docx.shared import Twips  # noqa: PLC0415

    lines.paragraph_format.left_indent = Twips(left)
    lines.paragraph_format.first_line_indent = Twips(-hanging)


def link(lines: Lines, address: str) -> Any:
    """Add a link to the end of a paragraph; the runs appended to it are its words."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    key = lines.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = _element("w:hyperlink")
    made.set(_name("r:id"), key)
    lines._p.append(made)
    return made


def draw_rule(lines: Lines) -> None:
    """Draw a line across the page."""
    border = _element("w:pBdr")
    border.append(_element("w:bottom", val="single", sz="6", space="1", color=look.LINE))
    lines._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def set_right_to_left(lines: Lines) -> None:
    """Let a paragraph begin at the right."""
    lines._p.get_or_add_pPr().insert_element_before(
        _element("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def align(lines: Lines, side: str) -> None:
    """Put the text of a cell to ``side``; nothing leaves it where the language begins."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    if side in ("center", "right"):
        lines.alignment = getattr(WD_ALIGN_PARAGRAPH, side.upper())
    lines.paragraph_format.space_after = 0


def repeat_row(row: Row) -> None:
    """Show a row again at the top of every page that the table goes on to."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), value)
    return made


def _name(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415

    return str(qn(tag))
