"""What stands round every tab: menu row, tabs, info bar, status bar."""
