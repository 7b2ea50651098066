"""Small workbooks shaped like those offices send, one peculiarity each, and what they must give."""
