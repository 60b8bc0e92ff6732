"""What is judged, in words: a grain is called by the procedures whose cases have it."""

from fadu.law.registry import newest

MOST = 2


def grain_words(grain: str) -> str:
    """行政处罚普通程序、行政处罚简易程序的案件."""
    titles = [procedure.title for procedure in newest() if procedure.grain == grain]
    if not titles:
        return {"organ": "机关", "step": "步骤"}.get(grain, grain)
    return "、".join(titles[:MOST]) + (f"等 {len(titles)} 个程序" if len(titles) > MOST else "")
