"""Lists in and out: one description of a sheet gives its template, its export, its import and the faults of a file."""
