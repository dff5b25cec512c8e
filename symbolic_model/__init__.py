"""The economics of arXiv:2605.16430: notation, standing assumptions, demand, scaling laws, profit."""
