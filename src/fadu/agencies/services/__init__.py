"""The only writers of organs, people and credentials.

Each takes who asks, asks the permission table, validates what was entered (raising `law.forms.Invalid` with a message for
each field), writes in one transaction, and records the change with its reason.
"""

from fadu.agencies.services.applications import apply_for_credential, move_application
from fadu.agencies.services.credentials import change_state, issue_credential
from fadu.agencies.services.organs import add_organ, edit_organ, end_organ
from fadu.agencies.services.people import add_officer, edit_officer, end_service
from fadu.agencies.services.posts import appoint, dismiss, open_account, reset_password, switch_account
from fadu.agencies.services.publicity import edit_publicity
from fadu.agencies.services.results import annul_result, record_result
from fadu.agencies.services.standings import announce_standing, cancel_standing, change_standing, confirm_standing
from fadu.agencies.services.successions import merge, rename, split, transfer

__all__ = [
    "add_officer",
    "add_organ",
    "announce_standing",
    "annul_result",
    "apply_for_credential",
    "appoint",
    "cancel_standing",
    "change_standing",
    "change_state",
    "confirm_standing",
    "dismiss",
    "edit_officer",
    "edit_organ",
    "edit_publicity",
    "end_organ",
    "end_service",
    "issue_credential",
    "merge",
    "move_application",
    "open_account",
    "record_result",
    "rename",
    "reset_password",
    "split",
    "switch_account",
    "transfer",
]
