"""Writes the references anew after a change that is meant.

`python -m tests.word.update_references`; look at the difference before committing it.
"""

from model.library.house_styles import load_house_style
from model.word.write.word_file import write_document
from tests.word.samples import REFERENCES, STAMP, STYLES, parts, pretty, report

COMPARED = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "[Content_Types].xml",
)


def current() -> dict[str, str]:
    """The prettified parts of the sample report in proof, by name of their reference."""
    style = load_house_style(STYLES / "gbt9704.json")
    made = parts(write_document(report(), style, mode="proof", stamp=STAMP).data)
    return {reference_name(part): pretty(made[part]) for part in COMPARED}


def reference_name(part: str) -> str:
    """`word/styles.xml` is kept as `word-styles.xml`."""
    return part.replace("/", "-").replace("[", "").replace("]", "")


if __name__ == "__main__":
    REFERENCES.mkdir(exist_ok=True)
    for name, xml in current().items():
        (REFERENCES / name).write_text(xml, encoding="utf-8")
