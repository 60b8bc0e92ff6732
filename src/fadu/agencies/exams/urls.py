"""Addresses of exams."""

from django.urls import path

from fadu.agencies.exams.books import SYLLABUS
from fadu.agencies.exams.views import bank, exams, grading, results, sittings
from fadu.agencies.registers.bound import register
from fadu.agencies.registers.pages import urls

app_name = "exams"
urlpatterns = [
    path("exams/", exams.exams, name="exams"),
    path("exams/new/", exams.exam_add, name="exam_add"),
    *urls(register(SYLLABUS), ()),
    path("exams/questions/", bank.questions, name="questions"),
    path("exams/questions/new/", bank.question_add, name="question_add"),
    path("exams/questions/<int:question_id>/", bank.question, name="question"),
    path("exams/questions/<int:question_id>/edit/", bank.question_edit, name="question_edit"),
    path("exams/questions/<int:question_id>/switch/", bank.question_switch, name="question_switch"),
    path("exams/sittings/<int:sitting_id>/", sittings.sitting, name="sitting"),
    path("exams/sittings/<int:sitting_id>/answer/", sittings.answer, name="answer"),
    path("exams/sittings/<int:sitting_id>/away/", sittings.away, name="away"),
    path("exams/sittings/<int:sitting_id>/close/", sittings.close, name="close"),
    path("exams/sittings/<int:sitting_id>/result/", sittings.result, name="result"),
    path("exams/sittings/<int:sitting_id>/review/", sittings.review, name="review"),
    path("exams/marking/", grading.marking, name="marking"),
    path("exams/marking/<int:script_id>/", grading.script, name="script"),
    path("exams/marking/<int:script_id>/release/", grading.release, name="release"),
    path("exams/sittings/<int:sitting_id>/standing/", grading.standing, name="standing"),
    path("exams/sittings/<int:sitting_id>/accept/", grading.accept, name="accept"),
    path("exams/sittings/<int:sitting_id>/appeal/<int:place>/", grading.appeal, name="appeal"),
    path("exams/appeals/<int:appeal_id>/", grading.ruling, name="ruling"),
    path("exams/<int:exam_id>/markers/", grading.markers, name="markers"),
    path("exams/<int:exam_id>/appeals/", grading.appeals, name="appeals"),
    path("exams/<int:exam_id>/", exams.exam, name="exam"),
    path("exams/<int:exam_id>/edit/", exams.exam_edit, name="exam_edit"),
    path("exams/<int:exam_id>/invite/", exams.exam_invite, name="exam_invite"),
    path("exams/<int:exam_id>/publish/", exams.exam_publish, name="exam_publish"),
    path("exams/<int:exam_id>/cancel/", exams.exam_cancel, name="exam_cancel"),
    path("exams/<int:exam_id>/begin/", sittings.begin, name="begin"),
    path("exams/<int:exam_id>/results/", results.results, name="results"),
    path("exams/<int:exam_id>/shares/", results.shares, name="shares"),
]
