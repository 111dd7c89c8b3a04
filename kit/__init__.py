"""From Fixers to Facilitators: one set of records, drawn as a handbook, decks, checklists and print.

Modules higher in this list never import from those below them:
errors, model, load, refs, check, files, results, then the renderers (handbook, deck, workbook, printing),
which know the records and never each other, and last packs.
"""

__version__ = "0.1.0"
