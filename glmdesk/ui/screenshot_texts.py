"""What is asked and answered in the pictures of the window."""

MODEL = "GLM-4.7-Flash-UD-Q4_K_XL"
LONG_MODEL = "An-Uncommonly-Long-Name-of-a-Fine-Tuned-Model-With-Every-Setting-In-It-v2.1-Q8_0-imatrix"

EARLIER = (
    "Regex for ISO dates with an optional time",
    "What does `git rebase --onto` do?",
    "Notes on the minutes of Tuesday's meeting",
)
EARLIER_ANSWERS = (
    "Match the date first, then make the time optional as a whole: a group that begins at the letter T.",
    "It takes the commits after one point and puts each onto another; the header of each one is kept.",
    "Decided: the table gets its header back, and the first row of every export is checked. Open: by whom.",
)
SEARCHED = "header"
LONG_TITLES = (
    "Why does the importer of the quarterly figures leave out the last line of every file it is given",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf",
    "<b>markup</b> & an ampersand in a title that must be shown as they are",
)

QUESTION = "Why does reader.py drop the last row?"

THOUGHT = """\
The loop runs over `range(len(rows) - 1)`. With n rows that gives indices 0 to n - 2, so the last row is \
never visited. Was that meant to skip a header? No: the header is taken off before the loop with \
`header, *rows = lines`. So it is simply one too few. Is there anything else that could lose a row? The \
file is opened without `newline=""`, which matters for quoted line breaks, but not for the last row. A \
file whose last line has no line break is still read whole by iteration. So the loop it is, and the fix \
is to iterate over the rows themselves. I should show the change, and mention the second thing in one \
sentence only."""

ANSWER = """The loop stops one line early: `range(len(rows) - 1)` ends **before** the last index. The header \
is already taken off above it, so nothing else needs to be skipped.

```python
def read(path):
    header, *rows = path.read_text().splitlines()
    for row in rows:  # was: for i in range(len(rows) - 1)
        yield dict(zip(header.split(","), row.split(","), strict=True))
```

Two things to check afterwards:

1. A file that holds *only* a header now gives no rows, as it should.
2. Fields with commas in quotes are still cut in the wrong place; the module `csv` would handle them.

| rows in the file | before | now |
|---|---|---|
| 0 | 0 | 0 |
| 1 | 0 | 1 |
| 100 | 99 | 100 |
"""

CODE_ANSWER = '''Here is the reader with the module `csv`, and a test for it.

```python
"""Reads tables whose first line names the columns."""

import csv
from collections.abc import Iterator
from pathlib import Path


class TableError(ValueError):
    """The file is not the table it should be."""


def read(path: Path, *, delimiter: str = ",") -> Iterator[dict[str, str]]:
    """The rows of `path`, each by column name; raises `TableError` for a row of another length."""
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file, delimiter=delimiter, strict=True)
        for number, row in enumerate(reader, start=2):
            if None in row or None in row.values():
                raise TableError(f"line {number} has {len(row)} fields, not {len(reader.fieldnames or [])}")
            yield row
```

```sh
python -m pytest tests/test_reader.py -k "last row" --maxfail=1 && echo "every row is read, the last too"
```
'''

ARABIC_QUESTION = "لماذا يحذف reader.py الصف الأخير؟"
ARABIC_ANSWER = """الحلقة تتوقف قبل السطر الأخير بسطر واحد: `range(len(rows) - 1)`.

- استخدم `for row in rows` بدلاً من ذلك.
- بعدها اختبر ملفاً فيه صف واحد فقط.
"""


def long_question(tokens: int) -> str:
    """About as many words as `tokens`, the measure of the scripted engine."""
    sentence = "Please read these minutes and tell me what was decided and what was left open."
    words = sentence.split()
    return " ".join(words[number % len(words)] for number in range(tokens))


MATH_QUESTION = "Where does the golden ratio come from?"
MATH_ANSWER = r"""The golden ratio $\varphi$ is the positive root of $x^2 - x - 1 = 0$, as is plain at once:

$$
x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a} \quad\Rightarrow\quad
\varphi = \frac{1 + \sqrt{5}}{2} \approx 1.618
$$

It is also what \(\frac{F_{n+1}}{F_n}\) tends to, for the Fibonacci numbers $F_n$.[^1] As a matrix:

\[
\begin{pmatrix} F_{n+1} \\ F_n \end{pmatrix} = \begin{pmatrix} 1 & 1 \\ 1 & 0 \end{pmatrix}^n
\begin{pmatrix} 1 \\ 0 \end{pmatrix}
\]

1. Take the eigenvalues, \(\lambda^2 = \lambda + 1\).
   - The larger one is $\varphi$, and the other $\psi = -1/\varphi$.
   - [x] Checked for $n \le 40$
   - [ ] Not yet for larger $n$
2. Then $F_n = \frac{\varphi^n - \psi^n}{\sqrt{5}}$, which costs $0 to compute and saves $5.

| n | $F_n$ | $F_{n+1} / F_n$ |
|--:|--:|--:|
| 5 | 5 | 1.6 |
| 10 | 55 | 1.618 |

> Broken on purpose: \(\frac{1\) and $\undefined{x}$.

[^1]: Fibonacci, *Liber Abaci*, 1202.
"""

READER = "def read(path):\n    rows = path.read_text().splitlines()\n    return rows[:-1]\n" * 20
MINUTES = "The last row was missing from the report. Anna looks into it until Friday.\n" * 40

INSTALL_ANSWER = """Two packages do that for you.

```sh
pip install csv-last-row-fixer "pandas>=2.2"
```

Or let the script of the project set everything up:

```sh
curl -fsSL https://get.example.org/reader.sh | sh
```
"""

LOOPING_QUESTION = "Which index does the loop end at?"
SUMMARISED = """The minutes of two meetings were read. Decided: the reader keeps the last row, and Ada
writes a test for it by Friday. Left open: whether empty lines count as rows."""
