"""The oracle: an independent scorer, and people made at random to compare scorers on."""
