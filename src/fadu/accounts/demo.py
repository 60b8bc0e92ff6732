"""The demonstration's accounts share one password, known to everybody; without FADU_DEMO=1 none of them signs in."""

DEMO_PASSWORD = "shifanxian-demo"  # noqa: S105 - not a secret: the sign-in page of a demonstration prints it
