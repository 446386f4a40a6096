"""Titles and abstracts to train on, and the cutting of text into words, which src/search/words.ts repeats exactly."""

import gzip
import json
import lzma
import re
import unicodedata
from pathlib import Path

TEX_ACCENT = re.compile(r"""\\(?:["'`^~=.][ \t]*|[uvHcbdrk](?:[ \t]+|(?=\{)))\{?\\?([A-Za-z])\}?""")
TEX_COMMAND = re.compile(r"\\[A-Za-z]+")
WORD = re.compile(r"[a-z]+|[0-9]+")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z$\\])")
# Letters that Unicode does not take apart into a plain letter and an accent.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


def words(text: str) -> list[str]:
    """Lower case, without accents and TeX commands, in runs of letters or of digits."""
    if "\\" in text:
        text = TEX_COMMAND.sub(" ", TEX_ACCENT.sub(r"\1", text))
    text = text.lower()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Mn")
        text = text.translate(LETTERS)
    return WORD.findall(text)


def title_key(title: str) -> str:
    return " ".join(words(title))


def read_lines(path: Path):
    opened = {".gz": gzip.open, ".xz": lzma.open}[path.suffix]
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def held_out_titles(collections: Path) -> set[str]:
    """Titles of every collection that the model will be judged by."""
    return {title_key(r["title"]) for corpus in sorted(collections.glob("*/corpus.jsonl.gz")) for r in read_lines(corpus)}


def read_papers(arxiv: Path, collections: Path):
    """Yields (sentences, primary category) of every paper that may be trained on; the title is the first sentence."""
    barred = set((arxiv / "not-for-training.txt").read_text().split())
    titles = held_out_titles(collections)
    seen: set[str] = set()
    for name in ("papers.jsonl.gz", "training-extra.jsonl.xz"):
        for record in read_lines(arxiv / name):
            if record["id"] in barred or record["id"] in seen or title_key(record["title"]) in titles:
                continue
            seen.add(record["id"])
            sentences = [words(record["title"])]
            sentences += [words(s) for s in SENTENCE_END.split(record["abstract"].strip())]
            sentences = [s for s in sentences if s]
            if len(sentences) > 1:
                categories = record["categories"]
                first = categories.split()[0] if isinstance(categories, str) else (categories or [""])[0]
                yield sentences, record.get("primary_category") or first
