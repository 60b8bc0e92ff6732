"""Addresses of care."""

from fadu.agencies.care.views import REGISTERS
from fadu.agencies.registers.pages import urls

app_name = "care"
urlpatterns = [pattern for register in REGISTERS for pattern in urls(register, REGISTERS)]
