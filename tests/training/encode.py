"""What a trained model makes of texts, in plain Python: the yardstick for src/search/embedding.

    python3 tests/training/encode.py lib/search/model [--vectors N] < texts.json

Reads a list of texts; prints their pieces, and the vectors of the first N.
"""

import argparse
import json
import math
import struct
import sys
from array import array
from collections import Counter
from pathlib import Path

from texts import words
from vocabulary import Pieces


def encode(rows: list[int], table: array, scales: tuple[float, ...], width: int) -> list[float]:
    total = [0.0] * width
    for row, count in Counter(rows).items():
        weight = math.sqrt(count) * scales[row]
        start = row * width
        total = [t + weight * v for t, v in zip(total, table[start : start + width])]
    length = math.sqrt(sum(t * t for t in total)) or 1.0
    return [t / length for t in total]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("--vectors", type=int, default=0)
    args = parser.parse_args()
    vocabulary = (args.model / "vocabulary.txt").read_text().rstrip("\n").split("\n")
    table = array("b", (args.model / "table.i8").read_bytes())
    scales = struct.unpack(f"<{len(vocabulary)}e", (args.model / "scales.f16").read_bytes())
    cut = Pieces(vocabulary)
    texts = json.load(sys.stdin)
    pieces = [[row for word in words(text) for row in cut.of_word(word)] for text in texts]
    width = len(table) // len(vocabulary)
    vectors = [[round(v, 6) for v in encode(rows, table, scales, width)] for rows in pieces[: args.vectors]]
    json.dump({"pieces": pieces, "vectors": vectors}, sys.stdout, separators=(",", ":"))


if __name__ == "__main__":
    main()
