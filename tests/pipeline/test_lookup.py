"""Looking names up."""

from policyc.model.names import Kind
from policyc.pipeline.lookup import kinds, look_up, near_names
from tests.worlds import resolved, vocabulary


def test_a_name_in_full() -> None:
    (view,) = look_up("location data", vocabulary())
    assert (view.name, view.kind) == ("Location data", "data")
    assert dict(view.said) == {"is": "Personal data", "serves": "Advertising", "defined in": "small.policy:6"}


def test_members_meanings_and_other_names() -> None:
    many = "".join(f"Part{n} is data. " for n in range(10, 60))
    listed = ", ".join(f"part{n}" for n in range(10, 60))
    workspace, _ = resolved(f'{many}Whole means "all", data, also called "sum", includes {listed}.')
    (view,) = look_up("sum", workspace.scopes[0])
    said = dict(view.said)
    assert said["means"] == '"all"'
    assert said["also called"] == "sum"
    assert said["kinds of it"].endswith("and 10 more")


def test_roots_have_no_definition() -> None:
    (view,) = look_up("data", vocabulary())
    assert [word for word, _ in view.said] == ["kinds of it"]


def test_unknown_names() -> None:
    assert look_up("locatoin data", vocabulary()) == []
    assert near_names("locatoin data", vocabulary())[0] == "Location data"


def test_kinds() -> None:
    found = {kind: (number, below) for kind, number, below in kinds(vocabulary())}
    assert set(found) == {kind.value for kind in Kind}
    assert "Personal data" in found["data"][1]
