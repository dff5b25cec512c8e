"""The paper arXiv:2605.16430, one script per numbered statement, section or appendix."""
