"""Verbs and phrases as lawyers put them, read as the act, the aim or the manner that is meant."""
