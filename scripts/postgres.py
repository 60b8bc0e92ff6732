"""`postgres.py make|drop SERVER NAME`: the database that test databases copy: UTF-8, sorted by code points (C.UTF-8).

Ends with 1 where no server answers, or where it lets nobody in without a password.
"""

import sys

import psycopg
from psycopg import sql

MAKE = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
DROP = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")


def main(action: str, server: str, name: str) -> int:
    """Do it; what is left of a run that was killed goes too."""
    try:
        connection = psycopg.connect(f"{server}/postgres", autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        return 1
    with connection:
        left = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"test\\_{name}%"]).fetchall()
        for row in [*left, (name,)]:
            connection.execute(DROP.format(sql.Identifier(row[0])))
        if action == "make":
            connection.execute(MAKE.format(sql.Identifier(name)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
