"""The project file: one SQLite database, every change a journalled transaction."""
