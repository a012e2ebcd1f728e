"""What can go wrong, as exceptions whose message is what the clerk reads.

    XugaoError                  anything expected that the program tells instead of doing
    ├── UsageError              a command, key or name that does not exist
    ├── PlaceError              no such place in the project
    ├── ValueRefused            a typed value that does not fit its place
    ├── TemplateError           a template, bank or house style is wrong
    ├── ReadRefused             a manuscript (Word, text) that cannot be read
    │   └── OldFormatRefused    it is in an old format, which an office program can convert
    │       └── ConvertibleRefused  and this PC has one
    ├── ProjectFileError        a project file cannot be read
    │   └── NewerVersionError   it was saved by a newer program: open read-only
    ├── SaveError               a file could not be written; nothing was lost
    │   ├── ConflictError       somebody else changed the file meanwhile
    │   ├── ReadOnlyError       the project was opened read-only
    │   └── UnconfirmedError    the new file stands, but it was not confirmed
    └── ExportRefused           a 定稿 with blanks or unchecked text

Messages are Chinese: what is wrong, where, and what to do. `exit_code` is what the
command line returns: 1 problems found, 2 wrong use or unreadable input.
"""

import re

from model.file_names import readable

_LONG_QUOTE = re.compile(r"“([^“”]{60})[^“”]{240,}”")
"""Longer than any path: a whole page that was pasted where a number belongs."""


class XugaoError(Exception):
    """Base of all expected failures; `str(error)` is the message for the clerk.

    What it quotes of hers is told by its beginning where it is very long.
    """

    exit_code = 2

    def __init__(self, message: str = "") -> None:
        super().__init__(_LONG_QUOTE.sub(r"“\1…”", readable(message)))


class UsageError(XugaoError):
    """A command, template key, report id or style name that does not exist."""


class PlaceError(XugaoError):
    """A place that is not in the project."""


class ValueRefused(XugaoError):
    """A typed value that does not fit: names what came and what is expected."""


class TemplateError(XugaoError):
    """A template, the indicator bank or a house style is wrong; names file and place."""


class ReadRefused(XugaoError):
    """A manuscript that cannot be read; names the file, what it is and what to do."""


class OldFormatRefused(ReadRefused):
    """A manuscript in an old format (.doc, .wps), which an office program can convert."""


class ConvertibleRefused(OldFormatRefused):
    """A manuscript in an old format, on a PC that has a program to convert it if asked to."""


class ProjectFileError(XugaoError):
    """A project file that cannot be read; names the file and the place in it."""


class NewerVersionError(ProjectFileError):
    """A project saved by a newer version of the program."""


class SaveError(XugaoError):
    """A file could not be written; the former file stands untouched."""


class ConflictError(SaveError):
    """The file changed on disk since it was opened."""


class ReadOnlyError(SaveError):
    """The project was opened read-only and cannot be saved in its place."""


class UnconfirmedError(SaveError):
    """The new file is in its place, but not all is well: a power cut now could still bring the
    former one back, or which draft it is could not be kept.

    `digest` tells what the file holds now, to be expected by the next save.
    """

    def __init__(self, message: str, digest: str) -> None:
        super().__init__(message)
        self.digest = digest


class ExportRefused(XugaoError):
    """A final version was asked for while blanks or unchecked text remain."""

    exit_code = 1
