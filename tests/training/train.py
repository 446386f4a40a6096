"""Trains the embedding that the project ships. See lib/search/model/README.md.

    python3 tests/training/train.py --arxiv DATA/arxiv --collections DATA/ir --out lib/search/model
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from batches import OPENINGS, Corpus, make_batch
from texts import read_papers, words
from vocabulary import Pieces, learn

DIMENSIONS = 256
NESTED = (256, 128, 64)
SCALE = 16.0
WARM_UP = 30


def read_corpus(arxiv: Path, collections: Path, size: int) -> tuple[Corpus, list[str]]:
    papers, categories, counts = [], [], Counter()
    for sentences, category in read_papers(arxiv, collections):
        # Each word is kept once in memory, however often it is written.
        for sentence in sentences:
            counts.update(sentence)
        papers.append([" ".join(s) for s in sentences])
        categories.append(category)
    print(f"{len(papers)} papers, {len(counts)} words", flush=True)
    vocabulary = learn(counts, size)
    print(f"{len(vocabulary)} pieces, {time.process_time():.0f} s", flush=True)
    cut = Pieces(vocabulary)
    rows, sentence_starts, paper_starts = [], [0], [0]
    total = 0
    for sentences in papers:
        for sentence in sentences:
            found = np.fromiter((r for w in sentence.split(" ") for r in cut.of_word(w)), dtype=np.int32)
            rows.append(found)
            total += len(found)
            sentence_starts.append(total)
        paper_starts.append(len(sentence_starts) - 1)
    names = np.array(categories)
    # A category is drawn as often as it has papers.
    order = np.argsort(names, kind="stable")
    bounds = np.flatnonzero(np.r_[True, names[order][1:] != names[order][:-1], True])
    groups = [order[a:b] for a, b in zip(bounds, bounds[1:]) if b - a >= 2048]
    openings = [np.array([r for w in words(o) for r in cut.of_word(w)], dtype=np.int32) for o in OPENINGS]
    corpus = Corpus(np.concatenate(rows), np.array(sentence_starts), np.array(paper_starts), groups, len(vocabulary), openings)
    return corpus, vocabulary


def first_rows(corpus: Corpus, generator: torch.Generator) -> torch.Tensor:
    """A random projection of TF-IDF."""
    starts = corpus.sentences[corpus.papers[:-1]]
    owner = np.searchsorted(starts, np.arange(len(corpus.pieces)), side="right")
    holders = np.unique(owner.astype(np.int64) * corpus.size + corpus.pieces) % corpus.size
    found = np.bincount(holders, minlength=corpus.size)
    idf = np.log((1 + len(starts)) / (1 + found))
    weight = torch.from_numpy((idf / idf.mean()).astype(np.float32))
    rows = torch.randn(corpus.size, DIMENSIONS, generator=generator) / DIMENSIONS**0.5
    return rows * weight[:, None]


def encode(table: torch.Tensor, batch) -> torch.Tensor:
    pieces, offsets, weights = map(torch.from_numpy, batch)
    return F.embedding_bag(pieces, table, offsets, mode="sum", per_sample_weights=weights)


def loss_of(q: torch.Tensor, d: torch.Tensor) -> torch.Tensor:
    target = torch.arange(len(q))
    total = 0.0
    for width in NESTED:
        near = SCALE * F.normalize(q[:, :width], dim=1) @ F.normalize(d[:, :width], dim=1).T
        total = total + F.cross_entropy(near, target) + F.cross_entropy(near.T, target)
    return total / (2 * len(NESTED))


def train(corpus: Corpus, args) -> torch.Tensor:
    generator = torch.Generator().manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    table = first_rows(corpus, generator).requires_grad_()
    optimiser = torch.optim.Adam([table], lr=args.rate)
    for step in range(args.steps):
        left = (args.steps - step) / max(1, args.steps - WARM_UP)
        optimiser.param_groups[0]["lr"] = args.rate * min((step + 1) / WARM_UP, left, 1.0)
        q, d = make_batch(corpus, args.batch, rng)
        loss = loss_of(encode(table, q), encode(table, d))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        if step % 50 == 0 or step == args.steps - 1:
            print(f"step {step} loss {loss.item():.3f} {time.process_time():.0f} s", flush=True)
            if step and step % 250 == 0:
                write(table.detach(), args.out)
    return table.detach()


def write(table: torch.Tensor, out: Path) -> None:
    """int8 with one float16 scale a row, little endian."""
    rows = table.numpy()
    scale = np.maximum(np.abs(rows).max(axis=1) / 127, 1e-7).astype("<f2")
    whole = np.clip(np.rint(rows / scale.astype(np.float32)[:, None]), -127, 127).astype(np.int8)
    (out / "table.i8").write_bytes(whole.tobytes())
    (out / "scales.f16").write_bytes(scale.tobytes())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--arxiv", type=Path, required=True)
    parser.add_argument("--collections", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pieces", type=int, default=30_000)
    parser.add_argument("--steps", type=int, default=1_100)
    parser.add_argument("--batch", type=int, default=2_048)
    parser.add_argument("--rate", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    corpus, vocabulary = read_corpus(args.arxiv, args.collections, args.pieces)
    (args.out / "vocabulary.txt").write_text("\n".join(vocabulary) + "\n")
    print(f"{len(corpus.pieces)} pieces of text, {len(corpus.groups)} large categories", flush=True)
    write(train(corpus, args), args.out)
    facts = {"papers": len(corpus.papers) - 1, "steps": args.steps, "batch": args.batch, "seed": args.seed}
    print(json.dumps(facts | {"seconds": round(time.process_time())}), flush=True)


if __name__ == "__main__":
    main()
