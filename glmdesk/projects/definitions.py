"""The definitions of a source file, as tree-sitter sees them: functions, methods, classes, types.

Only what stands at the top of a file or inside a class, module or namespace is looked at, so a file costs
little more than its parsing; what a function defines inside itself belongs to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from glmdesk.projects.grammars import Grammar, grammar_of

_SMALL_CLASS_LINES = 30
"""A class up to this size is one piece."""

_MOST_NESTED = 24
_MOST_SIGNATURE = 200  # characters
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


def definitions_in(language: str, text: str) -> list[Definition]:
    """The definitions of a source text in order, none holding another's lines."""
    grammar, parser = grammar_of(language)
    tree = parser.parse(text.encode("utf-8", "surrogatepass"))
    found: list[Definition] = []
    reached = 0
    for definition in _found(tree.root_node, tree.root_node, grammar, "", 0):
        start = max(definition.start, reached + 1)
        if start <= definition.end:
            found.append(definition.starting(start))
            reached = definition.end
    return found


def _found(node: Node, outer: Node, grammar: Grammar, scope: str, depth: int) -> Iterator[Definition]:
    """The definitions in and below `node`; `outer` is the outermost wrapper that holds it alone."""
    kind = node.type
    if kind in grammar.leaves:
        if (name := _leaf_name(node)) is not None:
            yield _definition(node, outer, _joined(scope, name))
    elif kind in grammar.containers:
        yield from _container(node, outer, grammar, scope, depth)
    elif kind in grammar.wrappers and depth < _MOST_NESTED:
        for child in node.named_children:
            yield from _found(child, outer if kind in _HOLD_ONE else child, grammar, scope, depth + 1)


def _container(node: Node, outer: Node, grammar: Grammar, scope: str, depth: int) -> Iterator[Definition]:
    name = _joined(scope, _name(node) or "")
    whole = _definition(node, outer, name)
    if whole.end - whole.start < _SMALL_CLASS_LINES and node.type not in ("namespace_definition", "mod_item"):
        yield whole
        return
    body = node.child_by_field_name("body")
    children = body.named_children if body is not None else node.named_children
    inside = (
        [definition for child in children for definition in _found(child, child, grammar, name, depth + 1)]
        if depth < _MOST_NESTED
        else []
    )
    if not inside:
        yield whole
        return
    if inside[0].start > whole.start:
        yield replace(whole, end=inside[0].start - 1, is_open=True)
    yield from inside


def _definition(node: Node, outer: Node, name: str) -> Definition:
    end = outer.end_point[0] + (1 if outer.end_point[1] else 0)
    return Definition(
        name, node.type, outer.start_point[0] + 1, max(end, outer.start_point[0] + 1), _signature(node)
    )


def _leaf_name(node: Node) -> str | None:
    """The name of a leaf; None where it defines nothing worth a piece, such as a variable with a number."""
    if node.type in ("variable_declarator", "assignment_expression"):
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        if value is None or value.type not in _VALUES:
            return None
        if value.type in ("object", "call_expression") and value.end_point[0] - value.start_point[0] < 3:
            return None
    if node.type in (
        "struct_specifier",
        "union_specifier",
        "enum_specifier",
    ) and not node.child_by_field_name("body"):
        return None
    return _name(node)


def _name(node: Node) -> str | None:
    for field in _NAME_FIELDS:
        named = node.child_by_field_name(field)
        if named is not None and (field != "type" or node.type == "impl_item"):
            receiver = node.child_by_field_name("receiver")
            name = _text(named).partition("<")[0].strip()
            return f"{_receiver(_text(receiver))}.{name}" if receiver is not None else name
    declarator = node.child_by_field_name("declarator")
    while declarator is not None:
        if declarator.type in _NAMES:
            return _text(declarator).replace("::", ".")
        following = declarator.child_by_field_name("declarator")
        if following is None:
            following = next((child for child in declarator.named_children if child.type in _NAMES), None)
        declarator = following
    return None


def _receiver(text: str) -> str:
    """The type of a Go receiver: `Engine` of `(e *Engine)`."""
    return text.strip("() ").rpartition(" ")[2].lstrip("*").partition("[")[0]


def _signature(node: Node) -> str:
    text = _text(node)
    body = node.child_by_field_name("body") or node.child_by_field_name("value")
    if body is not None and body.start_byte > node.start_byte:
        data = node.text or b""
        text = data[: body.start_byte - node.start_byte].decode("utf-8", "replace")
    else:
        text = text.partition("\n")[0]
    return " ".join(text.split())[:_MOST_SIGNATURE].rstrip(" {")


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")


def _joined(scope: str, name: str) -> str:
    return f"{scope}.{name}" if scope and name else scope or name
