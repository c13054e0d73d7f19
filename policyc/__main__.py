"""``python -m policyc``."""

import sys

from policyc.cli import main

sys.exit(main())
