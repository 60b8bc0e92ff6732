"""签章: the organ's electronic signature on its documents. `suites` sign bytes, `pades` a PDF, `stamps` fetches times, `services` write."""
