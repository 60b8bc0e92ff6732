"""Courses."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.agencies.models import Organ
from fadu.agencies.training.kinds import CourseKind, Method, Mode


class Course(models.Model):
    """What is taught, by whom, for how many hours. A course whose sessions were attended keeps its kind and hours."""

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="courses", verbose_name="举办机关")
    title = models.CharField("课程名称", max_length=100)
    kind = models.CharField("课程种类", max_length=12, choices=CourseKind.choices)
    topics = models.JSONField("专题", default=list)
    method = models.CharField("培训方式", max_length=10, choices=Method.choices)
    mode = models.CharField("线上线下", max_length=8, choices=Mode.choices)
    hours = models.PositiveSmallIntegerField("学时")
    teacher = models.CharField("授课人", max_length=100)
    material = models.CharField("教材、教程", max_length=200, blank=True)
    ends_on = models.DateField("停开之日", null=True, blank=True)

    class Meta:
        """Held by the database too: practice is done in person (聊城市实施方案三(一)2)."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(kind="skill", mode="online"), name="course_practice_in_person"),
            models.CheckConstraint(condition=Q(hours__gte=1, hours__lte=200), name="course_hours"),
        ]

    def __str__(self) -> str:
        return self.title
