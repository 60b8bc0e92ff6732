"""Equipment, monitoring devices and premises: what there is, who holds it, whether it suffices."""
