"""Reads our own source for the tests of the architecture: imports, writes, lengths.

Works on the syntax tree and runs nothing. `writes` is a net, not a proof: it knows the usual
ways to write a file in Python, lets calls of the atomic writer pass, and takes a buffer in
memory for what it is.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OURS = ("main", "model", "ui", "tests", "bench")
THE_WRITER = "model.storage.atomic"
LARGEST_FILE = 400
LONGEST_FUNCTION = 60

WRITING_METHODS = {"write_text", "write_bytes", "touch", "symlink_to", "hardlink_to", "rename"}
WRITING_CALLS = {
    "os": {"open", "write", "fdopen", "replace", "rename", "link", "symlink", "truncate"},
    "json": {"dump"},
    "pickle": {"dump"},
    "shutil": {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "make_archive"},
    "tempfile": {"mkstemp", "mktemp", "NamedTemporaryFile", "TemporaryFile"},
}
CHANGING_FLAGS = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND")
BUFFERS = {"BytesIO", "StringIO", "io.BytesIO", "io.StringIO"}


@dataclass(frozen=True)
class Import:
    """One imported name: where it stands, and its full dotted name."""

    path: Path
    line: int
    name: str

    @property
    def is_ours(self) -> bool:
        """Whether the name lies in this checkout."""
        return self.name.split(".")[0] in OURS

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: imports {self.name}"


@dataclass(frozen=True)
class Module:
    """One source file: its path below the root, its dotted name, its text."""

    path: Path
    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text, filename=str(self.path))

    @cached_property
    def imports(self) -> list[Import]:
        """All imports, those inside functions and under TYPE_CHECKING too."""
        return [
            Import(self.path, node.lineno, name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in self._names(node)
        ]

    def _names(self, node: ast.Import | ast.ImportFrom) -> list[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        origin = node.module or ""
        if node.level:
            package = self.name.split(".")
            kept = len(package) - node.level + self.path.name.count("__init__")
            origin = ".".join([*package[:kept], *([origin] if origin else [])])
        return [f"{origin}.{alias.name}" for alias in node.names]


def module_of(path: str, text: str) -> Module:
    """Make a module of `text`, as if it lay at `path` (with slashes, below the root)."""
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Module(Path(path), name, text)


def all_modules() -> list[Module]:
    """Return every module under model/ and ui/."""
    paths = sorted(path for room in ("model", "ui") for path in (ROOT / room).rglob("*.py"))
    return [module_of(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]


def room_of(name: str) -> str:
    """Return the package in which the dotted `name` lies; a module at the top is its own room."""
    parts = name.split(".")
    while len(parts) > 1:
        path = ROOT.joinpath(*parts)
        if path.is_dir():
            break
        if path.with_name(f"{path.name}.py").is_file():
            parts = parts[:-1] if len(parts) > 2 else parts
            break
        parts.pop()
    return ".".join(parts)


def imports_by_room(modules: list[Module]) -> dict[str, dict[str, Import]]:
    """Return for each room the other rooms of ours that it imports, each with one such import."""
    graph: dict[str, dict[str, Import]] = {}
    for module in modules:
        found = graph.setdefault(room_of(module.name), {})
        for imported in module.imports:
            if imported.is_ours and room_of(imported.name) != room_of(module.name):
                found.setdefault(room_of(imported.name), imported)
    return graph


def find_cycle(graph: dict[str, dict[str, Import]]) -> list[Import]:
    """Return the imports that lead from a room back to itself; none where no room does."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        rooms = list(reversed(error.args[1]))  # each is imported by the one before
        return [graph[importer][imported] for importer, imported in pairwise(rooms)]
    return []


def long_functions(module: Module) -> list[str]:
    """Return the functions of `module` that are longer than a screen, with their lengths."""
    return [
        f"{module.path}:{node.lineno}: {node.name} has {length} lines"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]


def writes(module: Module) -> Iterator[tuple[int, str]]:
    """Yield line and source of each call in `module` that writes a file."""
    buffers = _buffers(module.tree)
    by_the_writer = any(found.name == THE_WRITER for found in module.imports)
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        if by_the_writer and ast.unparse(node.func).startswith("atomic."):
            continue
        if _writes(node, buffers):
            yield node.lineno, ast.unparse(node)


def _buffers(tree: ast.Module) -> set[str]:
    """The names that are bound to, or annotated as, a buffer in memory."""
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_buffer(value):
                names.add(name)
            case (
                ast.AnnAssign(target=ast.Name(id=name), annotation=annotation)
                | ast.arg(arg=name, annotation=ast.expr() as annotation)
            ) if ast.unparse(annotation) in BUFFERS:
                names.add(name)
    return names


def _is_buffer(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) in BUFFERS


def _writes(call: ast.Call, buffers: set[str]) -> bool:
    """Whether `call` is one of the ways to write a file."""
    owner, _, name = ast.unparse(call.func).rpartition(".")
    target = call.args[0] if call.args else None
    in_memory = target is not None and (
        _is_buffer(target) or (isinstance(target, ast.Name) and target.id in buffers)
    )
    if name in WRITING_CALLS.get(owner, ()):
        return not (name == "open" and _only_reads(call))
    if name == "ZipFile":
        return not in_memory and _mode(call, 1) != "r"
    if name == "open":
        return _mode(call, 1 if owner in ("", "io") else 0) not in ("r", "rb", "rt")
    if name == "save" and isinstance(call.func, ast.Attribute):
        return _saves_a_document(owner) and not in_memory
    if name == "replace":  # Path.replace takes one argument, str.replace at least two
        return len(call.args) == 1 and not call.keywords
    return owner not in ("", "self") and name in WRITING_METHODS  # no class of ours is a Path


def _only_reads(call: ast.Call) -> bool:
    """Whether the flags of a call of `os.open` name O_RDONLY and nothing that changes a file."""
    flags = ast.unparse(call)
    return "O_RDONLY" in flags and not any(flag in flags for flag in CHANGING_FLAGS)


def _saves_a_document(owner: str) -> bool:
    return owner.rpartition(".")[2] in ("document", "docx", "package", "workbook", "doc")


def _mode(call: ast.Call, position: int) -> str:
    """The mode a file is opened with; `?` where it is computed."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    match [*given, *call.args[position : position + 1]]:
        case []:
            return "r"
        case [ast.Constant(value=str(mode)), *_]:
            return mode
        case _:
            return "?"
