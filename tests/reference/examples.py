"""How the property tests run: the same examples every time, and no deadline, since worlds differ in size."""

from hypothesis import HealthCheck, settings


def examples(count: int) -> settings:
    """So many examples, always the same."""
    return settings(
        max_examples=count,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
