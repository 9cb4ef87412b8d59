"""The definitions of a source file, as tree-sitter sees them: functions, methods, classes, types.

Only what stands at the top of a file or inside a class, module or namespace is looked at, so a file costs
little more than its parsing; what a function defines inside itself belongs to it. Parsing pauses, and is
given up where a text leads the parser astray: a few thousand quotes and brackets that nobody closes can keep
one busy for minutes.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node, Parser, Tree

from glmdesk.core.parts import Parts
from glmdesk.projects.grammars import Grammar, grammar_of

_SMALL_CLASS_LINES = 30
"""A class up to this size is one piece."""

_PART_S, _PATIENCE_S = 0.02, 5.0  # of this thread's own time; a megabyte of code takes 0.1 to 0.6 s
_READ_AT_ONCE = 65_536  # bytes
_VISITED_A_PART = 1_000  # nodes
_MOST_NESTED = 24
_MOST_SIGNATURE = 200  # characters
_MOST_LOOKED_AT = 2_000  # bytes, for a signature
_RUST_NAME = re.compile(r"(?<!')\b[A-Za-z_]\w*")
_NAME_FIELDS = ("name", "type", "left")
_VALUES = frozenset(
    (
        "arrow_function",
        "function_expression",
        "generator_function",
        "class",
        "function",
        "object",
        "call_expression",
    )
)
_NAMES = frozenset(
    (
        "identifier",
        "field_identifier",
        "type_identifier",
        "qualified_identifier",
        "destructor_name",
        "name",
        "operator_name",
        "operator_cast",
        "word",
        "property_identifier",
        "constant",
    )
)
_HOLD_ONE = frozenset(
    (
        "decorated_definition",
        "export_statement",
        "template_declaration",
        "lexical_declaration",
        "variable_declaration",
        "expression_statement",
        "ambient_declaration",
        "type_declaration",
    )
)
"""Wrappers that belong to the one definition in them, as a rule."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition in lines `start` to `end`; `is_open` where these are only the head of a larger one."""

    name: str
    kind: str
    start: int
    end: int
    signature: str
    is_open: bool = False

    def starting(self, line: int) -> "Definition":
        """The definition with another first line."""
        return self if line == self.start else replace(self, start=line)


def definitions_in(
    language: str, text: str, clock: Callable[[], float] = time.thread_time
) -> Parts[list[Definition]]:
    """The definitions of a source text in order, none holding another's lines."""
    grammar, read_by = grammar_of(language)
    data = text.encode("utf-8", "surrogatepass")
    tree = yield from _parsed(Parser(read_by), data, clock)
    if tree is None:
        return []
    found: list[Definition] = []
    reached = 0
    for definition in _Source(grammar, data).definitions(tree.root_node):
        if definition is None:
            yield
            continue
        start = max(definition.start, reached + 1)
        if start <= definition.end:
            found.append(definition.starting(start))
            reached = definition.end
    return found


def _parsed(parser: Parser, data: bytes, clock: Callable[[], float]) -> Parts[Tree | None]:
    """The tree of a text; None where it takes the parser too long."""
    spent = 0.0
    while spent < _PATIENCE_S:
        begun = clock()
        try:
            return parser.parse(
                lambda start, _: data[start : start + _READ_AT_ONCE],
                progress_callback=lambda _, __: clock() - begun > _PART_S,  # noqa: B023 - called in here alone
            )
        except ValueError:  # it was halted, and goes on from there
            spent += clock() - begun
            yield
    return None


class _Source:
    """A source text, which the nodes of its tree point into; asked for their own text, they are slow."""

    def __init__(self, grammar: Grammar, data: bytes) -> None:
        self._grammar, self._data = grammar, data
        self._visited = 0

    def definitions(self, root: Node) -> Iterator[Definition | None]:
        """The definitions below `root`, and None for each pause."""
        return self._found(root, root, "", 0)

    def _found(self, node: Node, outer: Node, scope: str, depth: int) -> Iterator[Definition | None]:
        """The definitions in and below `node`; `outer` is the outermost wrapper that holds it alone."""
        self._visited += 1
        if self._visited % _VISITED_A_PART == 0:
            yield None
        kind = node.type
        if kind in self._grammar.leaves:
            if (name := self._leaf_name(node)) is not None:
                yield self._definition(node, outer, _joined(scope, name))
        elif kind in self._grammar.containers:
            yield from self._container(node, outer, scope, depth)
        elif kind in self._grammar.wrappers and depth < _MOST_NESTED:
            for child in _children(node):
                yield from self._found(child, outer if kind in _HOLD_ONE else child, scope, depth + 1)

    def _container(self, node: Node, outer: Node, scope: str, depth: int) -> Iterator[Definition | None]:
        body = node.child_by_field_name("body")
        if body is None and node.type == "mod_item":  # it is another file
            return
        name = _joined(scope, self._name(node) or "")
        whole = self._definition(node, outer, name)
        if whole.end - whole.start < _SMALL_CLASS_LINES and node.type not in (
            "namespace_definition",
            "mod_item",
        ):
            yield whole
            return
        is_open = False
        for child in _children(body or node) if depth < _MOST_NESTED else ():
            for definition in self._found(child, child, name, depth + 1):
                if definition is not None and not is_open:
                    is_open = True
                    if definition.start > whole.start:
                        yield replace(whole, end=definition.start - 1, is_open=True)
                yield definition
        if not is_open:
            yield whole

    def _definition(self, node: Node, outer: Node, name: str) -> Definition:
        start, end = outer.start_point[0] + 1, outer.end_point[0] + (1 if outer.end_point[1] else 0)
        return Definition(name, node.type, start, max(end, start), self._signature(node))

    def _leaf_name(self, node: Node) -> str | None:
        """The name of a leaf; None where it defines nothing worth a piece, such as a number."""
        if node.type in ("variable_declarator", "assignment_expression"):
            value = node.child_by_field_name("value") or node.child_by_field_name("right")
            if value is None or value.type not in _VALUES:
                return None
            if value.type in ("object", "call_expression") and value.end_point[0] - value.start_point[0] < 3:
                return None
        if node.type in ("const_item", "static_item") and node.end_point[0] - node.start_point[0] < 3:
            return None
        if node.type in (
            "struct_specifier",
            "union_specifier",
            "enum_specifier",
        ) and not node.child_by_field_name("body"):
            return None
        return self._name(node)

    def _name(self, node: Node) -> str | None:
        for field in _NAME_FIELDS:
            named = node.child_by_field_name(field)
            if named is not None and (field != "type" or node.type == "impl_item"):
                receiver = node.child_by_field_name("receiver")
                name = self._text(named)
                name = _rust_type(name) if node.type == "impl_item" else name.partition("<")[0].strip()
                return f"{_receiver(self._text(receiver))}.{name}" if receiver is not None else name
        declarator = node.child_by_field_name("declarator")
        while declarator is not None:
            if declarator.type in _NAMES:
                return self._text(declarator).replace("::", ".")
            following = declarator.child_by_field_name("declarator")
            if following is None:
                following = next((child for child in declarator.named_children if child.type in _NAMES), None)
            declarator = following
        return None

    def _signature(self, node: Node) -> str:
        body = node.child_by_field_name("body") or node.child_by_field_name("value")
        if body is None or body.start_byte <= node.start_byte:
            body = None
        end = node.end_byte if body is None else body.start_byte
        head = self._between(node.start_byte, min(end, node.start_byte + _MOST_LOOKED_AT))
        if body is None:
            head = head.partition("\n")[0]
        return " ".join(head.split())[:_MOST_SIGNATURE].rstrip(" {")

    def _text(self, node: Node) -> str:
        return self._between(node.start_byte, node.end_byte)

    def _between(self, start: int, end: int) -> str:
        return self._data[start:end].decode("utf-8", "replace")


def _children(node: Node) -> Iterator[Node]:
    """The named children of a node, one by one: a list of 50,000 takes a moment."""
    cursor = node.walk()
    there = cursor.goto_first_child()
    while there:
        if (child := cursor.node) is not None and child.is_named:
            yield child
        there = cursor.goto_next_sibling()


def _rust_type(text: str) -> str:
    """The type that something is implemented for: `Walk` of `&'a mut walk::Walk<T>`."""
    names = _RUST_NAME.findall(text.partition("<")[0])
    return names[-1] if names else text


def _receiver(text: str) -> str:
    """The type of a Go receiver: `Engine` of `(e *Engine)`."""
    return text.strip("() ").rpartition(" ")[2].lstrip("*").partition("[")[0]


def _joined(scope: str, name: str) -> str:
    return f"{scope}.{name}" if scope and name else scope or name
