"""A script that leaves."""

import sys

sys.exit(0)
