"""THE ZIP: parts as one .docx, the same bytes for the same parts on every PC and at any time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_LEVEL = 3
_EPOCH = (1980, 1, 1, 0, 0, 0)


def package(parts: Mapping[str, bytes]) -> bytes:
    """A .docx of the named parts. Nothing in it tells where or when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            is_packed = name.endswith(".xlsx")
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data, compresslevel=_LEVEL)
    return out.getvalue()
