"""The order that WordprocessingML demands of children (ECMA-376 Part 1, annex A), to check ours.

Word refuses or repairs a file whose elements stand in another order; python-docx and LibreOffice
do not notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.word.samples import W

ORDER = {
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
        effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath""",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr
        trPr tcPr tblStylePr""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "font": """altName panose1 charset family notTrueType pitch sig embedRegular embedBold
        embedItalic embedBoldItalic""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime
        mirrorMargins defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl
        strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat
        docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator""",
    "compat": "doNotExpandShiftReturn useFELayout compatSetting",
}
_FIRST = {"p": "pPr", "r": "rPr"}
"""What comes first where everything else may come in any order."""


def misplaced(root: Any) -> Iterator[str]:
    """What stands where Word does not want it, in words."""
    for parent in root.iter(f"{W}*"):
        name = parent.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in parent]
        order = ORDER.get(name)
        if order is not None:
            places = order.split()
            unknown = set(children) - set(places)
            if unknown:
                yield f"{name} holds {unknown}"
                continue
            ranks = [places.index(child) for child in children]
            if ranks != sorted(ranks):
                yield f"{name}: {children}"
        elif name in _FIRST and _FIRST[name] in children[1:]:
            yield f"{name}: {_FIRST[name]} is not first"
        elif name == "body" and children[-1:] != ["sectPr"]:
            yield "body does not end in sectPr"
