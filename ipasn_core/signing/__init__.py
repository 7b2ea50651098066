"""Electronic signatures: a certificate from a PKCS#12 file, PAdES, and what a signature proves."""
