"""How the catalogue tells the rooms above that working days change; it knows none of them.

A receiver of `notice_previewed` gets the calendars `now` and `then` and answers (what it counts, how many would move), such
as ("办理中的期限", 12), or None. A receiver of `notice_loaded` gets them and the `actor`, within the transaction that loads
the notice, and counts its dates anew.
"""

from django.dispatch import Signal

notice_previewed = Signal()
notice_loaded = Signal()
