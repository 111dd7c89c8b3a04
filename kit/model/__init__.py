"""The records: what the handbook and the kit know, as typed models.

`KINDS` names every kind in the order in which a reader would meet it.
"""

from __future__ import annotations

from kit.model.activity import Activity
from kit.model.agenda import Action, Agenda, Direction
from kit.model.assessment import Assessment, Dimension, Statement
from kit.model.base import Record
from kit.model.brand import Brand
from kit.model.evidence import Evidence, Update
from kit.model.knowledge import (
    Commitment,
    Definition,
    Distinction,
    MatrixCell,
    Pressure,
    Principle,
    Shift,
    Term,
)
from kit.model.paper import Event, Person, Reference
from kit.model.practice import Case, Sector
from kit.model.workshop import Hosting, Variant, Workshop

KINDS: dict[str, type[Record]] = {
    model.kind: model
    for model in (
        Definition, Term, Principle, Pressure, Distinction, Commitment, MatrixCell, Shift,
        Case, Sector, Evidence, Update, Direction, Agenda, Action,
        Activity, Workshop, Variant, Hosting, Dimension, Statement, Assessment, Event, Person, Reference, Brand,
    )
}
"""Every kind of record by its name, in the order in which a reader would meet it."""

__all__ = [
    "KINDS", "Action", "Activity", "Agenda", "Assessment", "Brand", "Case", "Commitment", "Definition", "Dimension",
    "Direction", "Distinction", "Event", "Evidence", "Hosting", "MatrixCell", "Person", "Pressure", "Principle",
    "Record", "Reference", "Sector", "Shift", "Statement", "Term", "Update", "Variant", "Workshop",
]
