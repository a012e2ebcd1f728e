"""WHERE python-docx ENDS: elements of Word that it has no names for, put where the schema wants.

Everything here takes and gives python-docx's own element classes.
"""

from __future__ import annotations

from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.font import CT_RPr
from docx.oxml.xmlchemy import BaseOxmlElement

from model.word.write.elements import PARAGRAPH, RUN


def new_element(name: str, /, **attributes: str | int) -> BaseOxmlElement:
    """An element of Word's namespace: `new_element("jc", val="both")` for `<w:jc …/>`."""
    said = {qn(f"w:{key}"): str(value) for key, value in attributes.items()}
    return cast(BaseOxmlElement, OxmlElement(f"w:{name}", said))


def put_property(properties: BaseOxmlElement, name: str, /, **attributes: str | int) -> None:
    """Put a new element into a `w:pPr` or a `w:rPr`, before all that must follow it."""
    order = RUN if isinstance(properties, CT_RPr) else PARAGRAPH
    later = order[order.index(name) + 1 :]
    properties.insert_element_before(
        new_element(name, **attributes), *(f"w:{following}" for following in later)
    )
