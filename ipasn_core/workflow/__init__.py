"""The verbs that both faces, window and command line, call; a module a verb."""
