"""The rules on data, beyond what their pages show."""

from tests.rules.road import found, levels

DEAL = 'agreement "Deal" between Acme and Globex.\n'
FINDER = "Store finder is a purpose, needs names.\n"


def test_two_flows_and_two_banks_are_one_case_each() -> None:
    text = (
        "Umbrella is a bank.\n"
        'agreement "Deal" between Acme and Globex and Umbrella.\n'
        "1: Acme and Umbrella will share location data with Globex. 2: Acme may share location data with Globex. "
        "3: Globex must not use location data for advertising, marketing or ad targeting."
    )
    (finding,) = found("useful-for-banned", text)
    assert finding.severity.value == "error"
    assert {evidence.clause for evidence in finding.related} >= {"2", "3"}
    assert not found("flow-without-purpose", text)


def test_a_ban_that_a_condition_lifts_is_at_most_a_warning() -> None:
    text = DEAL + "1: Acme will share location data with Globex. 2: Globex must not {} location data for advertising{}."
    assert levels(found("useful-for-banned", text.format("use", " without consent"))) == ["warning"]
    assert levels(found("useful-for-banned", text.format("sell", ""))) == ["warning"]
    assert levels(found("useful-for-banned", text.format("use", ' unless "agreed"'))) == ["warning"]


def test_a_control_takes_the_headline_away_and_leaves_the_weaker_finding() -> None:
    text = (
        FINDER + DEAL + "1: Acme will share location data with Globex for store finder{}. "
        "2: Globex must not use location data for advertising."
    )
    assert levels(found("useful-for-banned", text.format(""))) == ["error"]
    assert not found("unneeded-data", text.format(""))
    for control in (" with opt-in consent", " if anonymised"):
        assert not found("useful-for-banned", text.format(control))
        assert levels(found("unneeded-data", text.format(control))) == ["warning"]


def test_a_need_makes_it_go_away() -> None:
    text = (
        "Store finder is a purpose, needs location data.\n" + DEAL + "1: Acme will share location data with Globex for "
        "store finder. 2: Globex must not use location data for advertising."
    )
    assert not found("useful-for-banned", text)


def test_unknown_needs_are_one_note() -> None:
    (finding,) = found(
        "useful-for-banned",
        DEAL + "1: Acme will share location data and email addresses with Globex for research and analytics. "
        "2: Globex must not use personal data for marketing.",
    )
    assert finding.severity.value == "note"
    assert "location data and email addresses" in finding.message.lower()


def test_data_that_go_back_are_no_headline() -> None:
    text = (
        DEAL + "1: Acme will share location data with Globex for location services. "
        "2: Globex will share location data with Acme. 3: Neither party may use location data for advertising."
    )
    assert "2" not in [finding.primary.clause for finding in found("useful-for-banned", text)]


def test_a_ban_of_a_template_binds_no_agreement() -> None:
    form = 'agreement "Form" between Acme and Globex, is a template.\n'
    form += "2: Globex must not use location data for advertising."
    assert not found("useful-for-banned", DEAL + "1: Acme will share location data with Globex.", form)


def test_a_ban_that_is_incorporated_counts_as_the_agreements_own() -> None:
    deal = (
        'agreement "Deal" between Acme and Globex, incorporates "Terms".\n1: Acme will share location data with Globex.'
    )
    terms = 'agreement "Terms" between Acme and Globex.\n2: Globex must not use location data for advertising.'
    assert levels(found("useful-for-banned", deal, terms)) == ["error"]


def test_what_reveals_is_followed_step_by_step() -> None:
    text = (
        "Trips are data, reveal stops. Stops are data, reveal habits. Habits are data.\n"
        + DEAL
        + "1: Acme will share trips with Globex for research. 2: Globex must not use habits for research."
    )
    (finding,) = found("reveals", text)
    assert "reveal habits" in finding.message


def test_what_a_clause_bans_too_is_not_got_round() -> None:
    trips = "Trips are data, reveal stops. Stops are data.\n"
    text = trips + DEAL + "1: Acme will share trips with Globex for {}. 2: Globex must not {} stops{}."
    assert levels(found("reveals", text.format("research", "use", " for research"))) == ["warning"]
    assert not found("reveals", text.format("research", "use", " for analytics"))
    assert not found("reveals", text.format("research", "delete", ""))
    assert not found(
        "reveals", text.format("research", "use", " for research. 3: Globex must not use trips for research")
    )
    assert not found("reveals", text.format("research", "share", " with Acme"))


def test_a_closed_list_leaves_nothing_open() -> None:
    text = (
        "Trips are data, reveal stops. Stops are data.\n" + DEAL + "1: Acme will share trips with Globex. "
        "2: Globex must not use stops for advertising. 3: Globex may use trips only for research."
    )
    assert not found("reveals", text)


def test_a_set_that_two_documents_see_is_told_once() -> None:
    text = (
        "Study data is a limited data set, includes names.\n" + DEAL + "1: Acme may share study data with Globex for "
        'research.\nagreement "More" between Acme and Globex.\n1: Acme may use study data for research.'
    )
    (finding,) = found("identifiers-in-lds", text)
    assert finding.primary.agreement is None


def test_a_set_of_one_document_is_told_with_its_title() -> None:
    text = (
        DEAL + "Study data is a limited data set. Case names are names and study data.\n"
        "1: Acme may use study data for research."
    )
    (finding,) = found("identifiers-in-lds", text)
    assert finding.primary.agreement == "Deal"
    assert "case names" in finding.message


def test_the_narrowest_set_is_blamed() -> None:
    text = "Study data is a limited data set, includes case files. Case files are a limited data set, include names.\n"
    (finding,) = found("identifiers-in-lds", text + DEAL + "1: Acme may use study data for research.")
    assert finding.message.startswith("Case files")


def test_combination_is_quiet_where_terms_are_not_at_hand() -> None:
    deal = 'agreement "Deal" between Acme and Globex{}.\n'
    deal += "1: Acme will share names and location data with Globex for research."
    assert levels(found("combination", deal.format(""))) == ["note"]
    assert not found("combination", deal.format(', incorporates "Terms"'))


def test_a_closed_list_names_no_banned_purpose() -> None:
    text = (
        DEAL + "1: Acme will share names with Globex for research. "
        "2: Globex must not use names for any purpose except research."
    )
    assert not found("useful-for-banned", text)


def test_a_ban_on_anyone_binds_every_taker() -> None:
    text = DEAL + "1: Acme will share location data with Globex. 2: Anyone must not use location data for advertising."
    assert levels(found("useful-for-banned", text)) == ["error"]
