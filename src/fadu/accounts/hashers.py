"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 46 MiB and two passes: above the least that OWASP's password storage sheet asks (46 MiB, one pass).

    Django's own 100 MiB for each sign-in under way would be most of what a web process needs: a morning's sign-ins take
    two at once in each. Passwords kept with other measures are kept anew at the next sign-in.
    """

    memory_cost = 47_104
    time_cost = 2
    parallelism = 1
