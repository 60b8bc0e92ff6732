"""What several articles of 生态环境行政处罚办法 and 生态环境法典 speak of."""

import polars as pl

from fadu.law.penalty.terms import GENERAL, PENALISED, SIMPLE
from fadu.law.vocabulary import case

ECOLOGY = case.field == "ecology"
"""生态环境领域."""

ECO_GENERAL = ECOLOGY & GENERAL
"""适用普通程序的生态环境案件."""

ECO_SIMPLE = ECOLOGY & SIMPLE
"""当场处罚的生态环境案件."""

ECO_PENALTY_GIVEN = ECO_GENERAL & PENALISED
"""适用普通程序给予处罚的生态环境案件."""

OF_A_PERSON = (case.party_kind == "person").fill_null(value=False)


def by_party(person: int, unit: int) -> pl.Expr:
    """An amount that differs for a person and a unit."""
    return pl.when(OF_A_PERSON).then(person).otherwise(unit)
