"""From responses to a summary. Every definition stands here once: workbook, browser and reports follow it.

    responses --tally--> counts --suppress, statistics--> groups --order, positions, since--> Summary

`instrument` is what was asked, whoever wrote it; `wording` says the figures as people do. Test vectors that every
implementation must agree with are in `tests/vectors/`.
"""
