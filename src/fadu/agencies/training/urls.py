"""Addresses of training."""

from django.urls import path

from fadu.agencies.training.views import courses, home, leave, people, plans, sessions

app_name = "training"
urlpatterns = [
    path("training/", home.home, name="home"),
    path("training/me/", people.me, name="me"),
    path("training/people/", people.people, name="people"),
    path("training/people/<int:officer_id>/", people.person, name="person"),
    path("training/people/<int:officer_id>/export/", people.export, name="export"),
    path("training/people/<int:officer_id>/off-duty/", leave.off_duty_begin, name="off_duty_begin"),
    path("training/plans/", plans.plans, name="plans"),
    path("training/plans/new/<int:organ_id>/", plans.plan_draw, name="plan_draw"),
    path("training/plans/<int:plan_id>/", plans.plan, name="plan"),
    path("training/plans/<int:plan_id>/edit/", plans.plan_redraw, name="plan_redraw"),
    path("training/plans/<int:plan_id>/file/", plans.plan_file, name="plan_file"),
    path("training/plans/<int:plan_id>/change/", plans.plan_change, name="plan_change"),
    path("training/courses/", courses.courses, name="courses"),
    path("training/courses/new/<int:organ_id>/", courses.course_add, name="course_add"),
    path("training/courses/<int:course_id>/", courses.course, name="course"),
    path("training/courses/<int:course_id>/edit/", courses.course_edit, name="course_edit"),
    path("training/courses/<int:course_id>/end/", courses.course_end, name="course_end"),
    path("training/courses/<int:course_id>/sessions/new/", courses.session_call, name="session_call"),
    path("training/sessions/", sessions.sessions, name="sessions"),
    path("training/sessions/<int:session_id>/", sessions.session, name="session"),
    path("training/sessions/<int:session_id>/code/", sessions.code, name="code"),
    path("training/sessions/<int:session_id>/signin/", sessions.signin, name="signin"),
    path("training/sessions/<int:session_id>/cancel/", sessions.session_cancel, name="session_cancel"),
    path("training/sessions/<int:session_id>/add/", sessions.attendance_add, name="attendance_add"),
    path("training/attendance/<int:attendance_id>/strike/", sessions.attendance_strike, name="attendance_strike"),
    path("training/off-duty/", leave.off_duties, name="off_duties"),
    path("training/off-duty/<int:off_duty_id>/", leave.off_duty, name="off_duty"),
    path("training/off-duty/<int:off_duty_id>/end/", leave.off_duty_end, name="off_duty_end"),
]
