"""公开查询接口: what is published, for machines. Described at /api/open/v1/openapi.json and, for people, at /open/data/api/."""

from fadu.disclosure.opendata.api import operations
from fadu.disclosure.opendata.api.base import api

__all__ = ["api", "operations"]
"""The interface and, so that they are registered, its operations; `door.urls` gives its addresses."""
