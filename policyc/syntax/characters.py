"""x"""
from policyc.findings import Findings
def character_findings(source): return Findings()
