"""The draw: reproducible from what is told, none twice, and no question or place favoured."""

from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.agencies.exams.drawing import Stream, commitment_of, draw, order_of, seed_of, shortage, to_bank, to_shown

LINES = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 5)), min_size=1, max_size=4)


@given(LINES, st.binary(min_size=32, max_size=32))
def test_a_paper_is_drawn_the_same_again_and_no_question_comes_twice(lines, seed):
    blueprint = [{"count": count, "marks": marks} for count, marks in lines]
    pool = [list(range(start, start + 24)) for start in range(0, 3 * len(lines), 3)]
    assert not any(shortage(blueprint, pool))
    paper = draw(seed, blueprint, pool)
    assert paper == draw(seed, blueprint, pool)
    assert len({pk for pk, _ in paper}) == len(paper) == sum(count for count, _ in lines)
    at = 0
    for (count, marks), ids in zip(lines, pool, strict=True):
        part = paper[at : at + count]
        at += count
        assert all(pk in ids and given_marks == marks for pk, given_marks in part)


@given(st.integers(1, 10), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 12)), min_size=1, max_size=4))
def test_what_is_not_short_can_be_drawn_whatever_the_seed(seed, lines):
    blueprint = [{"count": count + 1, "marks": 1} for count, _ in lines]
    pool = [list(range(size)) for _, size in lines]
    if any(shortage(blueprint, pool)):
        return
    assert len(draw(bytes([seed]) * 32, blueprint, pool)) == sum(line["count"] for line in blueprint)


def test_the_stream_is_what_is_written_of_it():
    """Reckoned here by hand from SHA-256."""
    seed = sha256(b"fadu-exam/1|geheim|3|17|1").digest()
    assert seed_of("geheim", 3, 17, 1) == seed
    assert commitment_of("geheim") == sha256(b"geheim").hexdigest()
    words = [int.from_bytes(sha256(seed + counter.to_bytes(8, "big")).digest()[:8], "big") for counter in range(3)]
    stream = Stream(seed)
    assert [stream.below(10) for _ in range(3)] == [word % 10 for word in words]


@pytest.mark.parametrize("bound", [2, 3, 7, 24])
def test_numbers_are_even(bound):
    """Chi square beyond the 99.99% point of the widest bound asked about would be a bias."""
    stream, times = Stream(sha256(b"even").digest()), 12_000
    counts = Counter(stream.below(bound) for _ in range(times))
    expected = times / bound
    assert sum((counts[number] - expected) ** 2 / expected for number in range(bound)) < 58


def test_every_question_is_as_likely_and_every_order_of_options():
    times, pool = 4_000, [list(range(20))]
    drawn: Counter[int] = Counter()
    orders: Counter[str] = Counter()
    for person in range(times):
        seed = seed_of("secret", 1, person, 1)
        drawn.update(pk for pk, _ in draw(seed, [{"count": 5, "marks": 1}], pool))
        orders[order_of(seed, 7, "single", "ABCD")] += 1
    assert sum((drawn[pk] - times / 4) ** 2 / (times / 4) for pk in range(20)) < 58
    assert len(orders) == 24
    assert sum((count - times / 24) ** 2 / (times / 24) for count in orders.values()) < 65


def test_persons_and_tries_have_papers_of_their_own():
    pool = [list(range(200))]
    papers = {tuple(draw(seed_of("s", 1, person, attempt), [{"count": 20, "marks": 1}], pool)) for person in range(30) for attempt in (1, 2)}
    assert len(papers) == 60


def test_yes_and_no_stay_in_their_places():
    assert {order_of(seed_of("s", 1, person, 1), 3, "judge", "AB") for person in range(20)} == {"AB"}


@given(st.permutations("ABCDEF"), st.sets(st.sampled_from("ABCDEF")))
def test_letters_go_to_the_bank_and_back(order, chosen):
    word = "".join(sorted(chosen))
    assert to_shown(to_bank(word, "".join(order)), "".join(order)) == word
