"""The core of IPASN: reads, scores, stores and prints; knows no window, no clock, no user."""

import os

__version__ = "0.1.0"

# Where lxml is installed openpyxl writes through it, and a full disk then raises what is no
# OSError. It asks this variable once, when it is first imported.
os.environ["OPENPYXL_LXML"] = "False"
