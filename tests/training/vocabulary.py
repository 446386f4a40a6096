"""Learns WordPieces: the pair of neighbours that is met most often becomes one piece, again and again."""

import heapq
from collections import Counter, defaultdict
from string import ascii_lowercase, digits

UNKNOWN = "[UNK]"
CONTINUATION = "##"
LONGEST_WORD = 60


def alphabet() -> list[str]:
    letters = list(digits + ascii_lowercase)
    return letters + [CONTINUATION + letter for letter in letters]


def learn(counts: Counter, size: int, least: int = 3) -> list[str]:
    """`size` pieces from words and how often each occurs; words met fewer than `least` times teach nothing."""
    kept = sorted((w, n) for w, n in counts.items() if n >= least and len(w) <= LONGEST_WORD)
    split = [[w[0]] + [CONTINUATION + c for c in w[1:]] for w, _ in kept]
    weight = [n for _, n in kept]
    pairs: Counter = Counter()
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, pieces in enumerate(split):
        for pair in zip(pieces, pieces[1:]):
            pairs[pair] += weight[at]
            holders[pair].add(at)
    queue = [(-n, pair) for pair, n in pairs.items()]
    heapq.heapify(queue)
    vocabulary = [UNKNOWN, *alphabet()]
    known = set(vocabulary)
    while queue and len(vocabulary) < size:
        negative, pair = heapq.heappop(queue)
        count = pairs.get(pair, 0)
        if count <= 0:
            continue
        if count != -negative:
            heapq.heappush(queue, (-count, pair))
            continue
        piece = pair[0] + pair[1].removeprefix(CONTINUATION)
        if piece not in known:
            known.add(piece)
            vocabulary.append(piece)
        changed = set()
        for at in holders.pop(pair):
            merge(split, at, pair, piece, weight[at], pairs, holders, changed)
        for other in changed:
            if pairs[other] > 0:
                heapq.heappush(queue, (-pairs[other], other))
        pairs.pop(pair, None)
    return vocabulary


def merge(split, at, pair, piece, weight, pairs, holders, changed) -> None:
    old = split[at]
    new, here = [], 0
    while here < len(old):
        if here + 1 < len(old) and old[here] == pair[0] and old[here + 1] == pair[1]:
            new.append(piece)
            here += 2
        else:
            new.append(old[here])
            here += 1
    if len(new) == len(old):
        return
    for gone in zip(old, old[1:]):
        pairs[gone] -= weight
    for come in zip(new, new[1:]):
        pairs[come] += weight
        holders[come].add(at)
        changed.add(come)
    split[at] = new


class Pieces:
    """Greedy longest match from the left; a word that no pieces make up, or that is too long, is unknown."""

    def __init__(self, vocabulary: list[str]):
        self.row = {piece: at for at, piece in enumerate(vocabulary)}
        self.longest = max(map(len, vocabulary))
        self.kept: dict[str, list[int]] = {}

    def of_word(self, word: str) -> list[int]:
        found = self.kept.get(word)
        if found is None:
            found = self.kept[word] = self.cut(word)
        return found

    def cut(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [0]
        rows, start = [], 0
        while start < len(word):
            mark = CONTINUATION if start else ""
            for end in range(min(len(word), start + self.longest), start, -1):
                row = self.row.get(mark + word[start:end])
                if row is not None:
                    break
            else:
                return [0]
            rows.append(row)
            start = end
        return rows
