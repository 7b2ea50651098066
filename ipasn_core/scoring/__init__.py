"""From evidence to points: the law applied, vectorised and exact.

The way is `weigh` (each record: counted, or why not; each person: which step of the regulation's
table) → `points` (thousandths) → `recap` (means, groups) → `explain` (one person's trace, read
from the same arrays).
"""
