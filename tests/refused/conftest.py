"""The scripts here must not pass; none is a test, and importing some of them would never end."""

collect_ignore_glob = ["*.py"]
