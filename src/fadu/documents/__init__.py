"""书: what a step says on paper. `forms` say it in words, `typst` draws it, `services` number, keep and prove it."""
