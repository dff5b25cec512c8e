"""Slimming: an SVG with the same picture in fewer bytes; imported only where figures are drawn."""

from __future__ import annotations

import re

from scour import scour

DIGITS = 4  # of a coordinate, in points: far less than the width of a line
OPTIONS = scour.sanitizeOptions()
OPTIONS.strip_ids = OPTIONS.shorten_ids = OPTIONS.group_create = OPTIONS.strip_comments = OPTIONS.strip_xml_prolog = True
OPTIONS.indent_type, OPTIONS.newlines, OPTIONS.digits, OPTIONS.cdigits = "none", False, DIGITS, DIGITS - 1


BLANK = re.compile(r'<path id="([^"]+)" transform="[^"]*"/>')  # a letter without an outline, such as a space


def slim(svg: str) -> str:
    """The picture without what its looks do not depend on."""
    blank = "|".join(map(re.escape, BLANK.findall(svg))) or "(?!)"
    return str(scour.scourString(re.sub(rf'<use xlink:href="#(?:{blank})"[^>]*/>', "", svg), OPTIONS))
