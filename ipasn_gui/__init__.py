"""The window over ipasn_core: it asks and shows, and computes nothing."""
