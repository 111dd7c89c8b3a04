"""How fast, how large and how heavy: measured against the tools that people would use instead. Nothing is asserted."""
