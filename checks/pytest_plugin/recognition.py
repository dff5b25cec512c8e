"""Recognition: which files are derivation scripts, told from their names, their places and their text, without running them."""

from __future__ import annotations

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

SCRIPTS = "lemmata_scripts"
LEDGER = "ledger.toml"
IMPORTED = "checks.statements"
PERHAPS = re.compile(rb"^\s*from\s+checks\.statements\s+import\b", re.MULTILINE)


def is_script(path: Path, session: pytest.Session, *, is_named: bool) -> bool:
    """Whether a file states something, is no test module, and is wanted: it or its folder is named, or holds a ledger, or it is configured."""
    config = session.config
    if path.suffix != ".py" or path.name.startswith("_") or path.name == "conftest.py" or _matches(path, config.getini("python_files")):
        return False
    named = is_named and (session.isinitpath(path) or session.isinitpath(path.parent))
    return (named or (path.parent / LEDGER).exists() or _is_configured(path, config)) and _states(path)


def is_named(config: pytest.Config) -> bool:
    """Whether the user named what is to be collected on the command line."""
    return config.args_source is pytest.Config.ArgsSource.ARGS


def has_examples(path: Path) -> bool:
    """Whether there may be doctests in it."""
    return b">>>" in path.read_bytes()


def _is_configured(path: Path, config: pytest.Config) -> bool:
    globs: list[str] = config.getini(SCRIPTS)
    return bool(globs) and path.is_relative_to(config.rootpath) and _matches(path.relative_to(config.rootpath), globs)


def _matches(path: Path, globs: list[str]) -> bool:
    """As pytest matches files: a glob without a slash is for the name, one with a slash for the end of the path."""
    return any(fnmatch(path.name, each) if "/" not in each else fnmatch(f"/{path.as_posix()}", f"*/{each}") for each in globs)


def _states(path: Path) -> bool:
    """Whether it imports what makes statements and defines no tests; what cannot be parsed is for the checker to tell."""
    try:
        source = path.read_bytes()
    except OSError:
        return False
    if not PERHAPS.search(source):
        return False
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return True
    return any(_imports_statement(node) for node in ast.walk(tree)) and not any(_is_test(node) for node in tree.body)


def _imports_statement(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == IMPORTED and any(each.name in ("statement", "*") for each in node.names)


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name.lower().startswith("test")
