"""What is set out in an annex: a kind of what is named, and no place."""

from tests.resolve.spoken import problem, told


def test_measures_set_out_in_an_annex_are_measures() -> None:
    assert told("Globex must implement the technical and organisational measures set out in Annex-II.") == [
        "implement | technical measures that are set out in annex ii + organisational measures that are set out in annex ii"
    ]
    assert told("Globex may use records only for the purposes described in the Schedule.") == [
        "use | record | only for what: purposes that are described in schedule"
    ]


def test_a_place_behind_them_is_one() -> None:
    assert problem("Globex must implement measures set out in Germany.").startswith("undeclared-name")
