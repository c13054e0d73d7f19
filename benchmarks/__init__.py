"""Benchmarks: generators with a fixed seed, peers, and one command that prints tables."""
