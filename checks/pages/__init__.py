"""What is shown: pages for a terminal, LaTeX, JSON. Only these and the command line print."""
