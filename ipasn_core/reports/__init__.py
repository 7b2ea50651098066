"""What leaves the office: reports are built as a `Document` of values and drawn elsewhere."""
