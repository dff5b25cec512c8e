"""Symbols: each declared once, with its domain. A file whose name begins with an underscore is no script.

| here | paper | stands for                          | domain |
|------|-------|-------------------------------------|--------|
| q    | q     | quantity sold                       | q >= 0 |
| a    | a     | highest willingness to pay          | a > 0  |
| b    | b     | slope of inverse demand             | b > 0  |
| c    | c     | cost of one more unit               | c > 0  |
"""

from checks.language import NONNEGATIVE, POSITIVE, assumption, symbol

q = symbol("q", NONNEGATIVE, meaning="quantity sold")
a = symbol("a", POSITIVE, meaning="highest willingness to pay")
b = symbol("b", POSITIVE, meaning="slope of inverse demand")
c = symbol("c", POSITIVE, meaning="cost of one more unit")

trade = assumption("trade is possible", a >= c, stated="§1")
