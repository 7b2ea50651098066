"""Values that the rooms of the house hand to each other; nothing here computes or reads files."""
