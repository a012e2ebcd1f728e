"""Word files for tests, built part by part from XML written in the test."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = f'<Types xmlns="{_PACKAGE}/content-types"/>'
_RELS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")


def docx(
    body: str, extra: dict[str, bytes] | None = None, /, types: str = _TYPES, **parts: str
) -> bytes:
    """A .docx whose body is `body`; `parts` are the insides of its other parts (styles=…)."""
    roots = {"header": "hdr", "footer": "ftr"}
    related = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    files = {
        "[Content_Types].xml": types,
        "_rels/.rels": _RELS,
        "word/document.xml": element("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'
        ),
    }
    for kind, inside in parts.items():
        files[f"word/{kind}.xml"] = element(roots.get(kind, kind), inside)
    return zipped({name: text.encode() for name, text in files.items()} | (extra or {}))


def element(name: str, inside: str) -> str:
    """A root element of Word around `inside`."""
    return f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'


def zipped(files: dict[str, bytes]) -> bytes:
    """The files as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{inside}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
