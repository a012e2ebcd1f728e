"""A BLANK WORD FILE of our own for python-docx to fill: every part is an empty root.

python-docx's own template brings a theme, a thumbnail, latent styles, somebody's name and notes on
compatibility, and its footers are not valid by the schema; nothing of these is to leave with a
file of ours.
"""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.settings import CT_Settings
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart

from model.word.write.oxml import new_element


def blank_document() -> Document:
    """A document of one section without any text, style or setting."""
    package = Package()
    root = parse_xml(f"<w:document {nsdecls('w', 'r')}><w:body><w:sectPr/></w:body></w:document>")
    main = _MainPart(_name("word/document"), CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    core = CorePropertiesPart(
        _name("docProps/core"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package
    )
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    styles = StylesPart(
        _name("word/styles"), CONTENT_TYPE.WML_STYLES, new_element("styles"), package
    )
    main.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    root = cast(CT_Settings, new_element("settings"))
    settings = SettingsPart(_name("word/settings"), CONTENT_TYPE.WML_SETTINGS, root, package)
    main.relate_to(settings, RELATIONSHIP_TYPE.SETTINGS)
    fonts = XmlPart(
        _name("word/fontTable"), CONTENT_TYPE.WML_FONT_TABLE, new_element("fonts"), package
    )
    main.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    document: Document = main.document
    return document


def font_table(document: Document) -> BaseOxmlElement:
    """`w:fonts`, for which python-docx has no proxy."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    return cast(BaseOxmlElement, cast(XmlPart, part).element)


class _MainPart(DocumentPart):
    """A main part whose headers and footers begin empty, and not with python-docx's own."""

    def add_header_part(self) -> tuple[HeaderPart, str]:
        package = self.package
        assert package is not None
        name = package.next_partname("/word/header%d.xml")
        header = HeaderPart(name, CONTENT_TYPE.WML_HEADER, new_element("hdr"), package)
        return header, self.relate_to(header, RELATIONSHIP_TYPE.HEADER)

    def add_footer_part(self) -> tuple[FooterPart, str]:
        package = self.package
        assert package is not None
        name = package.next_partname("/word/footer%d.xml")
        footer = FooterPart(name, CONTENT_TYPE.WML_FOOTER, new_element("ftr"), package)
        return footer, self.relate_to(footer, RELATIONSHIP_TYPE.FOOTER)


def _name(stem: str) -> PackURI:
    return PackURI(f"/{stem}.xml")
