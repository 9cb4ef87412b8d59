"""Rust is cut and named as its writers think of it; the pieces are like those of fd, cargo and ripgrep."""

from pathlib import Path

from glmdesk.core.parts import whole
from glmdesk.projects.chunks import pieces_of
from glmdesk.projects.project import opened
from glmdesk.projects.retrieve import Retrieval
from tests.projects.trees import plant

SIZE = """use once_cell::sync::Lazy;
use regex::Regex;

static SIZE_CAPTURES: Lazy<Regex> =
    Lazy::new(|| Regex::new(r"(?i)^([+-]?)(\\d+)(b|[kmgt]i?b?)$").unwrap());

const KILO: u64 = 1000;

/// What a size is followed by.
const UNITS: &[(&str, u64)] = &[
    ("k", KILO),
    ("m", KILO * KILO),
    ("ki", 1024),
];

/// Only files of such a size.
#[derive(Clone, Copy, Debug)]
pub enum SizeFilter {
    Max(u64),
    Min(u64),
    Equals(u64),
}

impl SizeFilter {
    /// Reads a size such as +10k for the filter.
    pub fn from_string(text: &str) -> Result<Self> {
        SizeFilter::parse(text).ok_or_else(|| anyhow!("not a size: {}", text))
    }

    fn parse(text: &str) -> Option<Self> {
        let captures = SIZE_CAPTURES.captures(text)?;
        let limit = captures.get(1).map_or("+", |it| it.as_str());
        let quantity = captures.get(2)?.as_str().parse::<u64>().ok()?;
        let multiplier = UNITS.iter().find(|(unit, _)| *unit == &captures[3])?.1;
        let size = quantity * multiplier;

        // without a sign it is exactly so much
        match limit {
            "+" => Some(SizeFilter::Min(size)),
            "-" => Some(SizeFilter::Max(size)),
            "" => Some(SizeFilter::Equals(size)),
            _ => None,
        }
    }

    /// Whether a file of `size` bytes is
    /// one that is looked for.
    pub fn is_within(&self, size: u64) -> bool {
        match *self {
            SizeFilter::Max(limit) => size <= limit,
            SizeFilter::Min(limit) => size >= limit,
            SizeFilter::Equals(limit) => size == limit,
        }
    }
}

impl<'a> From<SizeFilter> for &'a path::Limit<u64> {
    fn from(filter: SizeFilter) -> Self {
        &Limit(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! gen_size_filter_parse_test {
        ($($name:ident: $value:expr,)*) => { $(
            #[test]
            fn $name() { let (text, expected) = $value; }
        )* };
    }

    #[test]
    fn sizes_are_read_for_the_filter() {
        // sizes such as +10k are read for the filter, sizes such as +5m are read too
        let filter = SizeFilter::from_string("+10k").unwrap();
        assert_eq!(filter, SizeFilter::Min(10_000));
    }

    #[test]
    fn sizes_with_another_unit_are_not_read_for_the_filter() {
        assert!(SizeFilter::from_string("+10x").is_err());
    }
}
"""


def named(text: str) -> list[tuple[str, str]]:
    return [(piece.name, piece.kind) for piece in whole(pieces_of("size.rs", text)) if piece.kind != "lines"]


def test_what_is_defined_is_named_by_the_type_that_it_belongs_to() -> None:
    assert named(SIZE) == [
        ("UNITS", "const_item"),
        ("SizeFilter", "enum_item"),
        ("SizeFilter", "impl_item"),
        ("SizeFilter.from_string", "function_item"),
        ("SizeFilter.parse", "function_item"),
        ("SizeFilter.is_within", "function_item"),
        ("Limit", "impl_item"),
        ("tests", "mod_item"),
        ("tests.gen_size_filter_parse_test", "macro_definition"),
        ("tests.sizes_are_read_for_the_filter", "function_item"),
        ("tests.sizes_with_another_unit_are_not_read_for_the_filter", "function_item"),
    ]


def test_a_module_that_is_another_file_is_not_defined_where_it_is_named() -> None:
    assert named("pub mod size;\nmod walk;\n\npub fn main() {\n    walk::scan();\n}\n") == [
        ("main", "function_item")
    ]


def test_what_another_language_defines_is_found_where_it_is_declared() -> None:
    text = 'extern "C" {\n    fn flock(fd: c_int, operation: c_int) -> c_int;\n}\n'
    assert named(text) == [("flock", "function_signature_item")]


def test_a_test_beside_what_it_tries_comes_after_it_unless_tests_are_asked_for(tmp_path: Path) -> None:
    plant(tmp_path / "p", {"src/filter/size.rs": SIZE, "src/main.rs": "fn main() {\n    run();\n}\n"})
    with opened(tmp_path / "p", tmp_path / "cache", rules=()) as index:
        for _ in index.refresh():
            pass
        rank = Retrieval(index).rank
        best = rank("How are sizes such as +10k read for the filter?").pieces[0]
        assert best.piece.name == "SizeFilter.from_string"
        best = rank("Which tests try that sizes such as +10k are read for the filter?").pieces[0]
        assert best.piece.name == "tests.sizes_are_read_for_the_filter"
