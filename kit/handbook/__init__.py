"""The handbook: pages for MkDocs, drawn from the records by pure functions behind two thin adapters.

`hooks` and `macros` are all that MkDocs sees. Everything else takes a Site and gives text, so that moving to
another generator means writing two small files anew.
"""
