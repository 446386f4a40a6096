"""Papers as rows of pieces, and the pairs of texts that ought to lie close to each other."""

from dataclasses import dataclass

import numpy as np

OPENINGS = [
    "which papers", "papers on", "papers about", "work on", "research on", "studies of", "which works study",
    "what are papers about", "any papers on", "i am looking for work on", "references for", "literature on",
    "are there papers that", "which studies propose", "could you list research about", "what research exists on",
    "can you recommend papers about", "articles on", "recent work on", "which paper introduced", "methods for",
    "approaches to", "who worked on", "which articles deal with", "list publications on", "what has been done on",
    "give me papers that use", "can you point me to studies on", "what works have explored", "examples of research on",
]


@dataclass
class Corpus:
    pieces: np.ndarray  # int32, all texts one after another
    sentences: np.ndarray  # where each sentence begins in `pieces`
    papers: np.ndarray  # where each paper begins in `sentences`; its title comes first
    groups: list[np.ndarray]  # papers of one primary category
    size: int  # of the vocabulary
    openings: list[np.ndarray]

    def span(self, first: int, last: int) -> np.ndarray:
        return self.pieces[self.sentences[first] : self.sentences[last]]


def pair_of(corpus: Corpus, paper: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, bool]:
    """A query, a document, and whether the query may get an opening."""
    title, last = corpus.papers[paper], corpus.papers[paper + 1]
    count = last - title - 1
    kind = rng.random()
    if kind < 0.33:
        return corpus.span(title, title + 1), corpus.span(title + 1, last), True
    if kind < 0.55:
        body = corpus.span(title + 1, last)
        length = min(int(rng.integers(3, 16)), max(1, len(body) // 2))
        start = int(rng.integers(0, len(body) - length + 1))
        rest = np.concatenate([corpus.span(title, title + 1), body[:start], body[start + length :]])
        return body[start : start + length], rest, True
    if kind < 0.83 and count >= 2:
        order = title + 1 + rng.permutation(count)
        half = count // 2
        sides = [np.concatenate([corpus.span(s, s + 1) for s in part]) for part in (order[:half], order[half:])]
        return sides[0], sides[1], False
    if count < 2:
        return corpus.span(title, title + 1), corpus.span(title + 1, last), True
    one = title + 1 + int(rng.integers(0, count))
    rest = np.concatenate([corpus.span(title, one), corpus.span(one + 1, last)])
    return corpus.span(one, one + 1), rest, True


def choose(corpus: Corpus, size: int, rng: np.random.Generator) -> np.ndarray:
    """Papers of a batch; one batch in five is of one category, where telling papers apart is harder."""
    if rng.random() < 0.2:
        group = corpus.groups[int(rng.integers(0, len(corpus.groups)))]
        if len(group) >= size:
            return rng.choice(group, size, replace=False)
    return rng.choice(len(corpus.papers) - 1, size, replace=False)


def make_batch(corpus: Corpus, size: int, rng: np.random.Generator):
    """Queries and documents as (pieces, offsets, √tf)."""
    queries, documents = [], []
    for paper in choose(corpus, size, rng):
        query, document, opens = pair_of(corpus, int(paper), rng)
        if opens and rng.random() < 0.3:
            query = np.concatenate([corpus.openings[int(rng.integers(0, len(corpus.openings)))], query])
        queries.append(query)
        documents.append(document)
    q, d = counted(queries, corpus.size), counted(documents, corpus.size)
    thinned = rng.random(size) < 0.5
    shared = np.isin(d[0], q[0], assume_unique=True)
    dropped = shared & thinned[d[0] // corpus.size] & (rng.random(len(d[0])) < 0.5)
    return bag(*q, size, corpus.size), bag(d[0][~dropped], d[1][~dropped], size, corpus.size)


def counted(texts: list[np.ndarray], size: int) -> tuple[np.ndarray, np.ndarray]:
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), [len(t) for t in texts])
    return np.unique(owner * size + np.concatenate(texts), return_counts=True)


def bag(keys: np.ndarray, counts: np.ndarray, texts: int, size: int):
    owner = keys // size
    offsets = np.searchsorted(owner, np.arange(texts))
    return keys % size, offsets, np.sqrt(counts).astype(np.float32)
