"""Measurements beside their floors: `python3 dev.py bench [impor] [nilai] [lampiran]`."""
