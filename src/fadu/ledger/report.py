"""What a verification found, in words a party to a case can read."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from fadu.ledger.errors import LedgerError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        ok: whether it holds.
        where: what it is about, such as 第 3 步 or 文书 D-1.
        text: what holds, or what is wrong.
        code: stable identifier of the fault; empty when it holds.

    """

    ok: bool
    where: str
    text: str
    code: str = ""

    def __str__(self) -> str:
        """One line."""
        return plain(f"{'✓' if self.ok else '✗'} {self.where}：{self.text}")


@dataclass(slots=True)
class Report:
    """All checks of one verification, in the order in which they were made."""

    subject: str
    checks: list[Check] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What the reader must know though nothing is wrong, such as where the public key was taken from."""

    @property
    def ok(self) -> bool:
        """Whether something was checked and everything held."""
        return bool(self.checks) and all(check.ok for check in self.checks)

    @property
    def faults(self) -> list[Check]:
        """The checks that did not hold."""
        return [check for check in self.checks if not check.ok]

    def hold(self, where: str, text: str) -> None:
        """Note that something holds."""
        self.checks.append(Check(ok=True, where=where, text=text))

    def fail(self, where: str, text: str, code: str) -> None:
        """Note that something does not hold."""
        self.checks.append(Check(ok=False, where=where, text=text, code=code))

    def expect(self, where: str, *, that: bool, holds: str, fails: str, code: str) -> None:
        """Note whether something holds."""
        if that:
            self.hold(where, holds)
        else:
            self.fail(where, fails, code)

    @contextmanager
    def expecting(self, where: str, holds: str) -> Generator[None, None, None]:
        """Note that something holds unless the block refuses it; the refusal is noted, not passed on."""
        try:
            yield
        except LedgerError as error:
            self.fail(where, error.reason, error.code)
        else:
            self.hold(where, holds)

    def lines(self, *, full: bool = False) -> Iterator[str]:
        """Give the report as text: the verdict, what is wrong (with `full`: every check), the remarks."""
        held = len(self.checks) - len(self.faults)
        verdict = "核验通过" if self.ok else "核验未通过"
        count = f"共 {len(self.checks)} 项，相符 {held} 项，不符 {len(self.faults)} 项"
        yield f"{verdict}：{plain(self.subject)}（{count}）"
        yield from map(str, self.checks if full else self.faults)
        yield from (f"注意：{remark}" for remark in self.remarks)


def plain(text: str) -> str:
    """Show signs that a screen would obey rather than print (escapes, direction marks, line breaks) as a blank mark.

    Names in a package come from whoever made it; a report must not be made to say something else by them.
    """
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
