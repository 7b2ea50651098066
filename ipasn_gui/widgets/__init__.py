"""Parts that two or more places of the window use."""
