"""Runs what is measured, and its peers, and says how they compare."""
