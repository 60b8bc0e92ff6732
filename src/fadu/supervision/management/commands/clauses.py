"""`fadu clauses`: which figure answers which clause of the five policies, as the table of docs/clauses.md."""

from typing import Any

from django.core.management.base import BaseCommand

from fadu.supervision.figures import POLICIES, answered, figures


class Command(BaseCommand):
    """Clauses and figures."""

    help = "条款与指标对照表（Markdown）"

    def handle(self, *_: Any, **__: Any) -> None:
        """Print it."""
        found = answered()
        self.stdout.write("# 条款与指标\n")
        self.stdout.write("由 `fadu clauses` 生成：五份政策文件中人员、培训、装备、事项清单各条款，各由哪些指标回答。页面在 `/figures/`。\n")
        self.stdout.write(f"条款 {len(found)} 条，指标 {len(figures())} 项。")
        for number, policy in POLICIES.items():
            self.stdout.write(f"\n## {policy.title}\n\n| 条款 | 指标 | 目标 |\n|---|---|---|")
            for (of, place), answers in found.items():
                if of == number:
                    for place_, figure in zip((place, *("" for _ in answers[1:])), answers, strict=True):
                        self.stdout.write(f"| {place_} | {figure.title}（`{figure.id}`） | {figure.line} |")
