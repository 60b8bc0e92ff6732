"""Who may take a measure and on what basis, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import m
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

APPLIED = m(applied_on="2026-03-02", kind="seize", basis_level="law", organ_kind="statutory")
TAKEN = {**APPLIED, **m(taken_on="2026-03-03")}

TABLES = [
    *table("QZ-005", APPLIED, [
        ("milder means were weighed", m(alternatives_weighed=True), PASSES),
        ("they were not", m(alternatives_weighed=False), FAILS),
        ("not known", {}, OPEN),
        ("not applied for", m(applied_on=None, alternatives_weighed=False), OPEN),
    ]),
    *table("QZ-009", APPLIED, [
        ("restraint of a person", m(kind="restrain"), PASSES),
        ("sealing", m(kind="seal"), PASSES),
        ("seizing", {}, PASSES),
        ("freezing", m(kind="freeze"), PASSES),
        ("another that the statute names", m(kind="other", basis_names_kind=True), PASSES),
        ("another that no statute names", m(kind="other", basis_names_kind=False), FAILS),
        ("another, of which nobody said", m(kind="other"), OPEN),
    ]),
    *table("QZ-010-1", APPLIED, [
        ("a law may provide any kind", m(kind="restrain"), PASSES),
        ("a regulation of the State Council where no law is", m(basis_level="admin_regulation", basis_residual=True), PASSES),
        ("where there is a law", m(basis_level="admin_regulation", basis_residual=False), FAILS),
        ("a regulation never restrains", m(basis_level="admin_regulation", basis_residual=True, kind="restrain"), FAILS),
        ("nor freezes", m(basis_level="admin_regulation", basis_residual=True, kind="freeze"), FAILS),
        ("but may provide other kinds", m(basis_level="admin_regulation", basis_residual=True, kind="other"), PASSES),
        ("a local regulation seizes", m(basis_level="local_regulation", basis_residual=True), PASSES),
        ("or seals", m(basis_level="local_regulation", basis_residual=True, kind="seal"), PASSES),
        ("and nothing else", m(basis_level="local_regulation", basis_residual=True, kind="other"), FAILS),
        ("and not where there is a law", m(basis_level="local_regulation", basis_residual=False), FAILS),
        ("a department's rule never", m(basis_level="department_rule", basis_residual=True), FAILS),
        ("whether there is a law is not known", m(basis_level="local_regulation"), OPEN),
    ]),
    *table("QZ-010-4", APPLIED, [
        ("law", {}, PASSES),
        ("regulation of the State Council", m(basis_level="admin_regulation"), PASSES),
        ("local regulation", m(basis_level="local_regulation"), PASSES),
        ("department's rule", m(basis_level="department_rule"), FAILS),
        ("local rule", m(basis_level="local_rule"), FAILS),
        ("other paper", m(basis_level="other"), FAILS),
        ("not known", m(basis_level=None), OPEN),
    ]),
    *table("QZ-016-2", {**APPLIED, **m(minor=True)}, [
        ("minor, yet reasoned", m(minor_reasoned=True), PASSES),
        ("minor and not reasoned", m(minor_reasoned=False), FAILS),
        ("not known", {}, OPEN),
        ("not minor", m(minor=False), APART),
    ]),
    *table("QZ-017-1", APPLIED, [
        ("the organ itself", {}, PASSES),
        ("an organ of concentrated powers", m(organ_kind="concentrated"), PASSES),
        ("a delegate", m(organ_kind="entrusted"), FAILS),
        ("not known", m(organ_kind=None), OPEN),
    ]),
    *table("QZ-017-2", {**APPLIED, **m(organ_kind="concentrated")}, [
        ("matched to the powers concentrated", m(basis_matched=True), PASSES),
        ("not matched", m(basis_matched=False), FAILS),
        ("not known", {}, OPEN),
        ("an ordinary organ", m(organ_kind="statutory"), APART),
    ]),
    *table("QZ-017-3", TAKEN, [
        ("nobody without a credential", m(unqualified=0), PASSES),
        ("one assistant took part", m(unqualified=1), FAILS),
        ("not known", {}, OPEN),
        ("not taken", m(taken_on=None, unqualified=1), OPEN),
    ]),
    *table("QZ-070", {**APPLIED, **m(organ_kind="authorised")}, [
        ("within its grant and in its own name", m(in_scope=True), PASSES),
        ("beyond its grant", m(in_scope=False), FAILS),
        ("granted by a local regulation alone", m(organ_kind="otherwise", in_scope=True), FAILS),
        ("not known", {}, OPEN),
        ("an organ", m(organ_kind="statutory"), APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
