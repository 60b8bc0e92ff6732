"""Drawing a paper: chance that anybody can repeat afterwards.

The seed of a paper is SHA-256 of the exam's secret, the exam, the person and the try; the secret's own hash was told when the
exam was published, so nobody can choose a secret afterwards that gives a wanted paper. From the seed comes a stream of bytes
(SHA-256 of seed and counter), from the stream whole numbers without bias (what does not divide evenly is thrown away).
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from fadu.agencies.exams.kinds import LETTERS, QuestionKind

T = TypeVar("T")


def commitment_of(secret: str) -> str:
    """What is told of a secret before it is used."""
    return sha256(secret.encode()).hexdigest()


def seed_of(secret: str, exam_id: int, officer_id: int, attempt: int) -> bytes:
    """The seed of one person's paper."""
    return sha256(f"fadu-exam/1|{secret}|{exam_id}|{officer_id}|{attempt}".encode()).digest()


class Stream:
    """Whole numbers from a seed, each as likely as any other."""

    def __init__(self, seed: bytes) -> None:
        self._seed, self._counter = seed, 0

    def _word(self) -> int:
        word = sha256(self._seed + self._counter.to_bytes(8, "big")).digest()
        self._counter += 1
        return int.from_bytes(word[:8], "big")

    def below(self, bound: int) -> int:
        """A number from 0 up to `bound` (not included)."""
        limit = 2**64 - 2**64 % bound
        while (word := self._word()) >= limit:
            pass
        return word % bound

    def shuffled(self, items: Sequence[T], count: int | None = None) -> list[T]:
        """`count` of the items (all unless told) in an order of chance (Fisher–Yates)."""
        left, wanted = list(items), len(items) if count is None else count
        for place in range(wanted):
            other = place + self.below(len(left) - place)
            left[place], left[other] = left[other], left[place]
        return left[:wanted]


def draw(seed: bytes, blueprint: Sequence[Mapping[str, Any]], pool: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """(version id, marks) of each question: line by line of the blueprint, none twice."""
    stream, drawn, taken = Stream(seed), [], set[int]()
    for line, ids in zip(blueprint, pool, strict=True):
        chosen = stream.shuffled([pk for pk in ids if pk not in taken], line["count"])
        taken.update(chosen)
        drawn += [(pk, line["marks"]) for pk in chosen]
    return drawn


def order_of(seed: bytes, version_id: int, kind: str, letters: str) -> str:
    """In which order a question's options are shown; 正确 and 错误 stay where everybody expects them."""
    if kind == QuestionKind.JUDGE:
        return letters
    return "".join(Stream(sha256(seed + version_id.to_bytes(8, "big")).digest()).shuffled(letters))


def shortage(blueprint: Sequence[Mapping[str, Any]], pool: Sequence[Sequence[int]]) -> list[int]:
    """How many questions each line may lack, whatever the lines before it have drawn."""
    lacks, sets = [], [set(ids) for ids in pool]
    for place, line in enumerate(blueprint):
        gone = sum(min(blueprint[before]["count"], len(sets[before] & sets[place])) for before in range(place))
        lacks.append(max(0, line["count"] - (len(sets[place]) - gone)))
    return lacks


def to_bank(chosen: str, order: str) -> str:
    """Letters as shown → letters of the bank, in the order of the bank."""
    return "".join(sorted(order[LETTERS.index(letter)] for letter in chosen))


def to_shown(answer: str, order: str) -> str:
    """Letters of the bank → letters as shown, in the order of the page."""
    return "".join(sorted(LETTERS[order.index(letter)] for letter in answer))
