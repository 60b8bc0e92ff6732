"""示: what the public sees: records derived by allow-list, masked, looked at, released, corrected, withdrawn."""
