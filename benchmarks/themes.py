"""What agreements of a portfolio are about: twelve trades, each with its parties, data, people and purpose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One trade.

    ``data`` pairs a noun with what it is a kind of; ``purpose`` does so for what the data is shared for; ``banned``
    are purposes that recipients promise to leave alone; ``law`` is what such agreements are made under.
    """

    giver: str
    taker: str
    people: str
    data: tuple[tuple[str, str], ...]
    purpose: tuple[str, str]
    banned: tuple[str, ...]
    law: str


THEMES = (
    Theme(
        "bank",
        "processor and a payment processor",
        "cardholders",
        (
            ("card slips", "transaction history"),
            ("ledger lines", "bank account data"),
            ("dispute files", "payment data"),
        ),
        ("payment screening", "fraud detection"),
        ("marketing", "profiling"),
        "GDPR Art. 6",
    ),
    Theme(
        "retailer",
        "processor and an analytics provider",
        "shoppers",
        (
            ("till receipts", "purchase history"),
            ("basket counts", "service usage data"),
            ("loyalty points", "purchase history"),
        ),
        ("shop statistics", "statistics"),
        ("ad targeting", "direct marketing"),
        "GDPR Art. 6",
    ),
    Theme(
        "hospital",
        "laboratory",
        "patients",
        (("blood panels", "health data"), ("ward notes", "health data"), ("scan images", "health data")),
        ("sample testing", "treatment"),
        ("marketing", "AI training"),
        "GDPR Art. 9",
    ),
    Theme(
        "insurer",
        "processor and a software company",
        "policyholders",
        (
            ("claim forms", "financial data"),
            ("cover sheets", "financial data"),
            ("damage photographs", "financial data"),
        ),
        ("claims settlement", "service provision"),
        ("marketing", "credit decisions"),
        "GDPR Art. 6",
    ),
    Theme(
        "school",
        "educational technology company",
        "pupils",
        (
            ("homework marks", "education records"),
            ("class lists", "education records"),
            ("reading scores", "education records"),
        ),
        ("lesson planning", "education"),
        ("advertising", "profiling"),
        "GDPR Art. 6",
    ),
    Theme(
        "platform",
        "cloud provider",
        "members",
        (("session traces", "activity logs"), ("upload folders", "stored files"), ("fault dumps", "telemetry")),
        ("platform upkeep", "security"),
        ("advertising", "AI training"),
        "GDPR Art. 6",
    ),
    Theme(
        "telecommunications company",
        "research organisation",
        "subscribers",
        (
            ("mast counts", "approximate location data"),
            ("roaming tallies", "communications metadata"),
            ("traffic grids", "approximate location data"),
        ),
        ("mobility study", "research"),
        ("advertising", "tracking of people"),
        "GDPR Art. 89",
    ),
    Theme(
        "employer",
        "processor and a software company",
        "staff members",
        (
            ("shift rosters", "employment data"),
            ("wage statements", "financial data"),
            ("leave balances", "employment data"),
        ),
        ("payroll running", "human resources management"),
        ("marketing", "automated decisions"),
        "GDPR Art. 6",
    ),
    Theme(
        "utility",
        "analytics provider",
        "households served",
        (
            ("meter curves", "smart meter data"),
            ("tariff choices", "purchase history"),
            ("outage reports", "customer service records"),
        ),
        ("load forecasting", "analytics"),
        ("marketing", "profiling"),
        "GDPR Art. 6",
    ),
    Theme(
        "travel company",
        "payment processor",
        "travellers",
        (
            ("seat bookings", "travel bookings"),
            ("fare payments", "transaction history"),
            ("boarding times", "travel history"),
        ),
        ("fare settlement", "payments"),
        ("direct marketing", "profiling"),
        "GDPR Art. 6",
    ),
    Theme(
        "publisher",
        "processor and a cloud provider",
        "readers",
        (
            ("article visits", "reading history"),
            ("subscription terms", "purchase history"),
            ("letter drafts", "user content"),
        ),
        ("archive hosting", "hosting"),
        ("advertising", "AI training"),
        "GDPR Art. 6",
    ),
    Theme(
        "manufacturer",
        "vendor and a processor",
        "device owners",
        (
            ("service tickets", "customer service records"),
            ("sensor streams", "sensor data"),
            ("warranty cards", "purchase history"),
        ),
        ("warranty care", "customer support"),
        ("advertising", "data monetisation"),
        "GDPR Art. 6",
    ),
)

PLACES = ("Germany", "the Netherlands", "France", "Ireland", "Spain", "Denmark", "Austria", "Finland")
FORMS = ("Inc.", "Ltd", "GmbH", "S.A.", "B.V.", "AG", "SE", "Oy")
PEERS = ("research organisation", "analytics provider", "cloud provider", "software company")
"""What a party to which data is passed on is."""
