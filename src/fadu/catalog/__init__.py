"""据: statutes, power items (执法事项), discretion tables, the working calendar."""
