"""Addresses of staffing."""

from fadu.agencies.registers.pages import urls
from fadu.agencies.staffing.views import REGISTERS

app_name = "staffing"
urlpatterns = [pattern for found in REGISTERS for pattern in urls(found, REGISTERS)]
