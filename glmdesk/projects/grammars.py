"""What tree-sitter calls the definitions of each language, and which grammar reads which file.

Every grammar is a wheel of its own; none is fetched while the program runs.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tree_sitter import Language


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language: what is one piece, what holds pieces, what only stands around either.

    `leaves` are definitions whose text stays together, `containers` have a name and definitions inside,
    `wrappers` have none (`export`, a decorator, `#ifdef`).
    """

    module: str
    leaves: frozenset[str]
    containers: frozenset[str]
    wrappers: frozenset[str]
    function: str = "language"


def _grammar(module: str, leaves: str, containers: str, wrappers: str, function: str = "language") -> Grammar:
    return Grammar(
        module,
        frozenset(leaves.split()),
        frozenset(containers.split()),
        frozenset(wrappers.split()),
        function,
    )


_JS_LEAVES = (
    "function_declaration generator_function_declaration method_definition field_definition"
    " public_field_definition variable_declarator assignment_expression"
)
_JS_WRAPPERS = (
    "program export_statement statement_block lexical_declaration variable_declaration"
    " expression_statement class_body"
)
_TS_LEAVES = f"{_JS_LEAVES} interface_declaration type_alias_declaration enum_declaration function_signature"
_TS_CONTAINERS = "class_declaration abstract_class_declaration class internal_module module"
_TS_WRAPPERS = f"{_JS_WRAPPERS} ambient_declaration"
_C_LEAVES = (
    "function_definition struct_specifier union_specifier enum_specifier type_definition preproc_function_def"
)
_C_WRAPPERS = (
    "translation_unit preproc_ifdef preproc_if preproc_else preproc_elif linkage_specification"
    " declaration_list"
)

_GRAMMARS = {
    "python": _grammar(
        "tree_sitter_python",
        "function_definition",
        "class_definition",
        "module decorated_definition block if_statement else_clause try_statement "
        "except_clause with_statement",
    ),
    "javascript": _grammar("tree_sitter_javascript", _JS_LEAVES, "class_declaration class", _JS_WRAPPERS),
    "typescript": _grammar(
        "tree_sitter_typescript", _TS_LEAVES, _TS_CONTAINERS, _TS_WRAPPERS, "language_typescript"
    ),
    "tsx": _grammar("tree_sitter_typescript", _TS_LEAVES, _TS_CONTAINERS, _TS_WRAPPERS, "language_tsx"),
    "go": _grammar(
        "tree_sitter_go",
        "function_declaration method_declaration type_spec",
        "",
        "source_file type_declaration",
    ),
    "rust": _grammar(
        "tree_sitter_rust",
        "function_item struct_item enum_item union_item macro_definition type_item function_signature_item"
        " const_item static_item",
        "impl_item trait_item mod_item",
        "source_file declaration_list foreign_mod_item",
    ),
    "java": _grammar(
        "tree_sitter_java",
        "method_declaration constructor_declaration compact_constructor_declaration "
        "annotation_type_declaration",
        "class_declaration interface_declaration enum_declaration record_declaration",
        "program class_body interface_body enum_body enum_body_declarations",
    ),
    "c": _grammar("tree_sitter_c", _C_LEAVES, "", _C_WRAPPERS),
    "cpp": _grammar(
        "tree_sitter_cpp",
        "function_definition enum_specifier type_definition alias_declaration "
        "preproc_function_def concept_definition",
        "class_specifier struct_specifier union_specifier namespace_definition",
        f"{_C_WRAPPERS} template_declaration field_declaration_list",
    ),
    "c_sharp": _grammar(
        "tree_sitter_c_sharp",
        "method_declaration constructor_declaration destructor_declaration property_declaration"
        " operator_declaration indexer_declaration delegate_declaration enum_declaration "
        "local_function_statement",
        "class_declaration struct_declaration interface_declaration record_declaration namespace_declaration",
        "compilation_unit declaration_list file_scoped_namespace_declaration global_statement preproc_if",
    ),
    "ruby": _grammar(
        "tree_sitter_ruby",
        "method singleton_method",
        "class module singleton_class",
        "program body_statement",
    ),
    "php": _grammar(
        "tree_sitter_php",
        "function_definition method_declaration",
        "class_declaration interface_declaration trait_declaration enum_declaration namespace_definition",
        "program declaration_list enum_declaration_list compound_statement if_statement",
        "language_php",
    ),
    "bash": _grammar("tree_sitter_bash", "function_definition", "", "program if_statement"),
}
_SUFFIXES = {
    "python": "py pyi pyw pyx",
    "javascript": "js mjs cjs jsx",
    "typescript": "ts mts cts",
    "tsx": "tsx",
    "go": "go",
    "rust": "rs",
    "java": "java",
    "c": "c",
    "cpp": "cc cpp cxx c++ h hh hpp hxx inl ipp cu cuh",
    "c_sharp": "cs csx",
    "ruby": "rb rake gemspec ru",
    "php": "php phtml php5 inc",
    "bash": "sh bash zsh ksh bats",
}
_LANGUAGES = {suffix: language for language, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_NAMES = {"rakefile": "ruby", "gemfile": "ruby", "vagrantfile": "ruby"}
_OTHERS = (
    "kt kts swift scala clj cljs ex exs erl hs ml mli fs fsx lua pl pm r jl dart zig nim "
    "vue svelte m mm d sql ps1"
    " groovy v sv vhd proto asm s el lisp scm"
)
CODE_SUFFIXES = frozenset(_LANGUAGES) | frozenset(_OTHERS.split())


def language_of(path: str) -> str | None:
    """The name of the grammar that reads a file, None where none does."""
    name = path.rpartition("/")[2].lower()
    return _LANGUAGES.get(name.rpartition(".")[2]) if "." in name else _NAMES.get(name)


@cache
def grammar_of(language: str) -> tuple[Grammar, Language]:
    """A grammar, and what a parser needs of it; read once."""
    grammar = _GRAMMARS[language]
    made = getattr(import_module(grammar.module), grammar.function)
    return grammar, Language(made())
