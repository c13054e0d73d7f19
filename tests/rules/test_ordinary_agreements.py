"""Ordinary, well-drafted agreements: what the rules on them say is next to nothing."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.rules.catalogue import rules
from policyc.source import Source

FAMILIES = ("onward", "retention", "security", "place", "transparency")
GOVERNANCE = ("no-audit", "silent-amendment", "not-in-force")

HOSTING = """
Northwind means "Northwind Retail GmbH", a retailer and a controller in Germany.
Cumulus means "Cumulus Hosting Inc.", a cloud provider and a processor in the United States.
Shoppers are people.
Personal shop data is contact data about shoppers.
Card numbers are financial data about shoppers.
Customer personal data includes personal shop data and card numbers.
Data of other customers is data.

agreement "Hosting" between Northwind and Cumulus, from 2024-03-01.
1.1: Northwind will transfer customer personal data to Cumulus for hosting, under controller-to-processor clauses.
2.1: Cumulus may process customer personal data only for hosting and customer support.
2.2: Cumulus must notify Northwind immediately after an infringing instruction.
2.3: Cumulus must not sell customer personal data.
2.4: Cumulus must not disclose customer personal data to third parties except subprocessors, unless required by law.
2.5: Cumulus must not combine customer personal data with data of other customers.
3.1: Cumulus must ensure that authorised personnel must keep customer personal data with confidentiality undertaking.
4.1: Cumulus must implement appropriate security measures.
4.2: Cumulus must notify Northwind without undue delay, within 48 hours after becoming aware of a breach.
4.3: Northwind must notify the supervisory authority after a breach.
5.1: Cumulus may engage subprocessors with general authorisation.
5.2: Cumulus must inform Northwind at least 30 days before a change of subprocessors.
5.3: Northwind may object to a subprocessor change within 30 days after notice of subprocessor change.
5.4: Cumulus must ensure that subprocessors may process customer personal data only for hosting.
6.1: Cumulus must assist Northwind after a data subject request.
6.2: Cumulus must notify Northwind promptly after a government request unless law forbids notice.
6.3: Cumulus may disclose customer personal data to courts and supervisory authorities if required by law.
7.1: Northwind may audit Cumulus at most once every year, on 30 days' notice.
7.2: Cumulus must provide audit reports to Northwind if requested.
8.1: Within 30 days after termination, Cumulus must return or delete customer personal data.
8.2: Cumulus may keep customer personal data after termination if required by law.
8.3: Cumulus may keep backup data for 90 days after termination.
9: This agreement prevails over any other agreement.
10: Cumulus may amend the annex on 30 days' notice.
Clauses 2, 3 and 4 survive termination.
"""

STUDY = """
County Hospital is a covered entity.
State University means "State University", a university.
Patients are people.
Study data is a limited data set about patients.

agreement "Asthma study" between County Hospital and State University, from 2025-01-01, until 2027-12-31.
1: County Hospital will share study data with State University for health research.
2: State University may use study data only for health research.
3: State University must not disclose study data to anyone except as this agreement allows.
4: State University may share study data with laboratories under the same terms.
5: State University must use appropriate safeguards.
6: State University must report unauthorised use to County Hospital promptly.
7: State University must not re-identify study data.
8: State University may publish aggregate statistics.
9: State University must ensure that laboratories may use study data only for health research.
10: Within 30 days after completion of the project, State University must destroy study data.
11: State University may keep study data after termination for legal compliance.
"""

OPEN_BANKING = """
Harbour Bank means "Harbour Bank plc", a bank in the United Kingdom.
Pennywise means "Pennywise Ltd", a data aggregator in the United Kingdom.
Account holders are people.
Account information is bank account data about account holders.
Money view is a purpose, means "showing customers their accounts in one place", needs account information.

agreement "Open banking access" between Harbour Bank and Pennywise, from 2026-01-01.
1: Harbour Bank will share account information with Pennywise for money view, with explicit consent.
2: Pennywise may use account information only for money view, with explicit consent.
3: Pennywise must not use account information for marketing.
4: Pennywise must not share account information with third parties.
5: Pennywise must cease access promptly after withdrawal of consent.
6: Within 30 days after withdrawal of consent, Pennywise must delete account information.
7: Account holders may withdraw consent.
8: Pennywise must maintain reasonable security measures.
9: Pennywise must notify Harbour Bank without undue delay after a breach.
10: Harbour Bank must notify the supervisory authority after a breach.
11: Pennywise must delete account information within 30 days after termination.
12: Either party may terminate this agreement on 30 days' notice.
13: Pennywise must notify Harbour Bank at least 60 days before a change of control.
"""

SCHOOL = """
Lakeside District is a school and an educational agency.
Brightpath means "Brightpath Learning, Inc.", an educational technology company and a service provider.
Students are people. Parents are people.
Student data is education records about students.

agreement "Student data privacy" between Lakeside District and Brightpath, from 2025-08-01, until 2028-07-31.
1: Lakeside District will share student data with Brightpath for teaching.
2: Brightpath may use student data only for teaching.
3: Brightpath must not use student data for advertising.
4: Brightpath must not sell student data.
5: Brightpath must not disclose student data to third parties except as this agreement allows.
6: Brightpath may disclose student data to subcontractors under the same terms.
7: Parents may review student data.
8: Brightpath must correct student data within 10 days after a correction request.
9: Brightpath must encrypt student data.
10: Brightpath must notify Lakeside District within 72 hours after discovery of a breach.
    Lakeside District must notify Brightpath promptly after unauthorised access.
11: Brightpath must destroy student data within 60 days after termination.
    Brightpath may keep student data for 90 days after termination.
12: Brightpath may use de-identified data for product improvement.
13: Brightpath may transfer student data to a successor under the same terms, with prior written notice.
14: Lakeside District may audit Brightpath at most once every year.
15: Brightpath may amend this agreement only with mutual written agreement.
16: Brightpath must share student data with Lakeside District if requested.
"""

LICENCE = """
Mapper is a company. Walker is a company.
Terrain heights are technical data.
agreement "Terrain licence" between Mapper and Walker.
1: Walker may use terrain heights for product development.
2: Walker must not sell terrain heights.
"""


def told(text: str) -> list[Finding]:
    """What the rules of these families say."""
    examination = examine([Source("ordinary.policy", text)])
    assert not [item for item in examination.findings.unchecked if item.incomplete], examination.findings.unchecked
    known = rules()
    meant = {name for name, rule in known.items() if rule.family in FAMILIES or name in GOVERNANCE}
    return [finding for finding in examination.findings.found if finding.rule in meant]


@pytest.mark.parametrize(
    "text", [HOSTING, STUDY, OPEN_BANKING, LICENCE], ids=["hosting", "study", "open-banking", "licence"]
)
def test_nothing_is_said_of_an_ordinary_agreement(text: str) -> None:
    assert [(finding.rule, finding.message) for finding in told(text)] == []


def test_a_proviso_in_one_clause_leaves_a_word_on_limits_that_end() -> None:
    assert [(finding.rule, finding.severity.value) for finding in told(SCHOOL)] == [("survival-gap", "note")]


@pytest.mark.parametrize(
    ("text", "clause", "rule"),
    [
        (HOSTING, "4.1:", "security-unaddressed"),
        (STUDY, "5:", "security-unaddressed"),
        (OPEN_BANKING, "6:", "no-delete-on-withdrawal"),
        (HOSTING, "7.", "no-audit"),
        (HOSTING, "6.2:", "law-exception-unbounded"),
    ],
)
def test_without_one_clause_the_lack_is_told(text: str, clause: str, rule: str) -> None:
    without = "\n".join(line for line in text.splitlines() if not line.startswith(clause))
    assert rule in [finding.rule for finding in told(without)]
    assert rule not in [finding.rule for finding in told(text)]
