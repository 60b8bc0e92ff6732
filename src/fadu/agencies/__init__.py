"""人: organs, the people who enforce for them, credentials, how far each reaches."""
