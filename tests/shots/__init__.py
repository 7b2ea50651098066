"""Pictures of every screen and dialog, to be looked at beside LOOK's: `python3 dev.py shots`."""
