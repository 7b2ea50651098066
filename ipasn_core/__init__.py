"""The core of IPASN: reads, scores, stores and prints; knows no window, no clock, no user."""

__version__ = "0.1.0"
