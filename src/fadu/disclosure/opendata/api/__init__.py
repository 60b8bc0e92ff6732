"""公开查询接口: what is published, for machines. Described at /api/open/v1/openapi.json and, for people, at /open/data/api/."""

from fadu.disclosure.opendata.api.operations import api

__all__ = ["api"]
"""The interface itself; `door.urls` gives its addresses."""
