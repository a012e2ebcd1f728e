"""What `structure` makes of a text, in the marks of the labelled reports, to be compared at sight.

`⟪…⟫` is a sign, `⟨…⟩` a lead; the role stands before each paragraph: `h1 ⟪一、⟫工业`.
"""

from model.parse.structure import Shape, structure
from model.reading.text_file import read_pasted


def shapes(text: str) -> list[str]:
    """The marked paragraphs of `text`."""
    return [marked(shape) for shape in structure(read_pasted(text).lines())]


def roles(text: str) -> list[str]:
    """The role of every paragraph, headings with their level."""
    return [role_of(shape) for shape in structure(read_pasted(text).lines())]


def role_of(shape: Shape) -> str:
    return f"h{shape.level}" if shape.role == "heading" else shape.role


def marked(shape: Shape) -> str:
    marks: list[tuple[int, str]] = []
    for span, signs in ((shape.marker, "⟪⟫"), (shape.lead, "⟨⟩")):
        marks += [(at, sign) for at, sign in zip(span or (), signs, strict=False)]
    for point in shape.points:
        for span, signs in ((point.marker, "⟪⟫"), (point.lead, "⟨⟩")):
            marks += [(at, sign) for at, sign in zip(span or (), signs, strict=False)]
    text = shape.text
    for at, sign in sorted(marks, key=lambda mark: (mark[0], mark[1] not in "⟫⟩"), reverse=True):
        text = text[:at] + sign + text[at:]
    return f"{role_of(shape)} {text}"
