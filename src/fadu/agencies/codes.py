"""Codes of the room: those that check themselves stand in `fadu.law.codes`, which the forms share; the rest are here."""

import re

from fadu.law.codes import CREDIT_ALPHABET, check_credit_code, check_id_number, check_organ_code, credit_code, id_number, organ_code

__all__ = [
    "CREDIT_ALPHABET",
    "check_credential_number",
    "check_credit_code",
    "check_id_number",
    "check_organ_code",
    "check_region_code",
    "credit_code",
    "id_number",
    "organ_code",
]


def check_credential_number(text: str) -> None:
    """A number of an enforcement credential: 11 digits as a rule, not confirmed for every place, so only a warning."""
    if not re.fullmatch(r"[0-9]{11}", text):
        raise ValueError(f"执法证号一般为 11 位数字，现有 {len(text)} 位" if text.isdigit() else "执法证号一般为 11 位数字")


def check_region_code(text: str) -> None:
    """A code of a region: six digits (GB/T 2260), nine down to a township (GB/T 10114)."""
    if not re.fullmatch(r"[1-9][0-9]{5}([0-9]{3})?", text):
        raise ValueError("行政区划代码为 6 位数字（县级以上）或者 9 位数字（乡镇、街道）")
