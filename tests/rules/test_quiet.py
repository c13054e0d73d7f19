"""Ordinary, well-drafted agreements: what the rules on purpose, data, consent and roles say of them, which is little."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.rules.catalogue import rules
from policyc.source import Source

FAMILIES = ("purpose", "data", "consent", "roles")

PROCESSING = """
Customer is a controller.
Provider is a processor.
Customer personal data is contact data about end users, includes email addresses, usernames and messages.
agreement "Data processing" between Customer and Provider, from 2025-01-01, under "GDPR Art. 28".
1.1: Provider may process customer personal data only for the services, only if documented instruction given.
1.2: Provider must notify Customer promptly after an infringing instruction.
1.3: Customer may change the instructions.
2:   Provider must ensure that personnel must keep customer personal data with confidential manner.
3.1: Provider may share customer personal data with subprocessors for the subcontracted services, under the same terms,
     with general authorisation.
3.2: Provider must notify Customer at least 30 days before a subprocessor change.
4:   Provider must notify Customer without undue delay, within 48 hours after awareness of a breach.
5:   Provider must assist Customer for rights fulfilment.
6:   Customer may audit Provider at most once every year, on 30 days' notice.
7:   Provider must not transfer customer personal data outside the European Economic Area except under the standard
     contractual clauses.
8:   Within 30 days after termination, Provider must return or delete customer personal data.
9:   Provider may use aggregate statistics for product improvement.
10:  Provider must not sell customer personal data.
"""

RESEARCH = """
Lakeside Hospital is a hospital and a covered entity.
Hill University is a university.
Cohort data is a limited data set, includes diagnoses, postcodes and date of birth.
agreement "Cohort study" between Lakeside Hospital and Hill University, from 2025-01-01, until 2027-12-31, under "HIPAA".
1: Lakeside Hospital will share cohort data with Hill University for health research, under the data use agreement.
2: Hill University may use cohort data only for health research.
3: Hill University must not share cohort data with anyone except authorised personnel, except under the same terms.
4: Hill University must not re-identify cohort data.
   Hill University must not use cohort data for contacting of data subjects.
5: Hill University must use safeguards.
6: Hill University must report unauthorised use to Lakeside Hospital within 5 days after awareness of a breach.
7: Hill University may publish aggregated data if minimum cell size met.
8: Hill University must destroy cohort data within 60 days after completion of the project.
Safeguards is a thing.
"""

BANKING = """
North Bank is a bank.
Purse means "Purse Money Ltd", a fintech company.
Account data is bank account data about bank customers, includes account balances and card transactions.
Account balances are data.
Card transactions are data, reveal purchases.
agreement "Open banking access" between North Bank and Purse, from 2025-01-01.
1: North Bank may share account data with Purse for personal finance management, only with customer instruction.
2: Purse may use account data only for personal finance management and credit decisions, with explicit consent.
4: Purse must not use account data for advertising or cross-selling.
5: Purse must not sell account data.
6: Purse must not share account data with third parties except vendors under the same terms.
7: Purse must delete account data within 30 days after withdrawal of consent.
8: Purse must notify North Bank within 24 hours after a breach.
9: Purse may keep account data for at most 12 months.
"""

SCHOOL = """
Lincoln District means "Lincoln Unified School District", a school.
Globex is an educational technology company.
Pupil records are education records about school children, include names, grades and learning activity data.
agreement "Reading program" between Lincoln District and Globex, from 2025-08-01, until 2026-07-31, under "FERPA".
1: Lincoln District will share pupil records with Globex for education, with school consent.
2: Globex may collect and use pupil records only for education.
3: Globex must not use pupil records for ad targeting, profiling or direct marketing.
4: Globex must not sell pupil records.
5: Globex may use de-identified data for product improvement.
   Globex must not re-identify de-identified data.
6: Globex must not share pupil records with third parties except subprocessors under the same terms.
7: Globex must notify Lincoln District within 72 hours after awareness of a breach.
8: Globex must delete pupil records within 60 days after termination.
9: Parents may access pupil records.
"""

SHARING = """
Harbour Trust is a hospital and an independent controller.
County Council is a local government and an independent controller.
Referral data is health data about patients, includes diagnoses and treatment data.
agreement "Care sharing" between Harbour Trust and County Council, from 2025-01-01, under "UK GDPR".
1: Harbour Trust may share referral data with County Council for care coordination, with public task.
2: County Council may use referral data only for care coordination.
3: County Council must not share referral data with third parties unless required by law.
4: County Council must keep referral data with encryption.
5: Each party must answer data subjects within 30 days after a data subject request.
6: Each party must notify the other party within 24 hours after a breach.
7: County Council must delete referral data within 8 years after completion of purpose.
8: County Council must ensure that personnel may view referral data only with need-to-know.
"""


def told(text: str) -> list[Finding]:
    """What the rules of these families that weigh agreements say of a text, which must be read whole."""
    examination = examine([Source("ordinary.policy", text)])
    assert not [item for item in examination.findings.unchecked if item.incomplete]
    families = {name for name, rule in rules().items() if rule.family in FAMILIES and rule.check}
    exceptions = ("contradiction", "outside-only")
    told = [finding for finding in examination.findings.found if finding.rule in families]
    return [each for each in told if each.rule not in exceptions or "is read as an exception" not in each.message]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PROCESSING, set(), id="processing"),
        pytest.param(RESEARCH, set(), id="research"),
        pytest.param(BANKING, set(), id="banking"),
        pytest.param(SCHOOL, set(), id="school"),
        pytest.param(SHARING, set(), id="sharing"),
    ],
)
def test_an_ordinary_agreement_draws_few_notes_and_nothing_worse(text: str, expected: set[str]) -> None:
    findings = told(text)
    lines = "\n".join(f"{f.severity.value} [{f.rule}] {f.message}" for f in findings)
    assert {finding.severity.value for finding in findings} <= {"note"}, lines
    assert {finding.rule for finding in findings} == expected, lines
