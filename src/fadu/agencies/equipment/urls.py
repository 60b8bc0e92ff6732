"""Addresses of equipment."""

from django.urls import path

from fadu.agencies.equipment.views import REGISTERS, pages
from fadu.agencies.registers.pages import urls

app_name = "equipment"
urlpatterns = [
    path("devices/", pages.public, name="public_devices"),
    path("equipment/needs/", pages.needs, name="needs"),
    *(pattern for register in REGISTERS for pattern in urls(register, REGISTERS)),
]
