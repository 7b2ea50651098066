"""What tables show, as Qt models over arrays."""
