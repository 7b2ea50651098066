"""The rules as data: editions of the regulation, their shape, their strict loading."""
