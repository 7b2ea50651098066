"""Tests of IPASN: a folder a package, and what several of them share."""
