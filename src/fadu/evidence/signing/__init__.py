"""签名和送达: who signed what they were shown, and how a document reached the party, each with its proofs."""
