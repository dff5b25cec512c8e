"""The paper arXiv:2203.15556, a second example: the compute-optimal allocation of its section 3.3 and Appendix D.3."""
