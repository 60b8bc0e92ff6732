"""The only writers of organs, people and credentials.

Each takes who asks, asks the permission table, validates what was entered (raising `law.forms.Invalid` with a message for
each field), writes in one transaction, and records the change with its reason.
"""

from fadu.agencies.services.applications import apply_for_credential, move_application
from fadu.agencies.services.credentials import change_state, issue_credential
from fadu.agencies.services.organs import add_organ, edit_organ, end_organ
from fadu.agencies.services.people import add_officer, edit_officer, end_service
from fadu.agencies.services.posts import appoint, dismiss, open_account, reset_password, switch_account
from fadu.agencies.services.results import annul_result, record_result

__all__ = [
    "add_officer",
    "add_organ",
    "annul_result",
    "apply_for_credential",
    "appoint",
    "change_state",
    "dismiss",
    "edit_officer",
    "edit_organ",
    "end_organ",
    "end_service",
    "issue_credential",
    "move_application",
    "open_account",
    "record_result",
    "reset_password",
    "switch_account",
]
