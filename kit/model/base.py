"""What every record shares: its id, where it comes from, and the small types that fields are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Origin = Literal["paper", "later", "ours"]
"""`paper`: the 2009 paper says it. `later`: a later source says it. `ours`: our suggestion, built on them."""

Status = Literal["strengthened", "contested", "superseded", "ended", "continues", "unknown"]
"""What has become of something the paper says, as far as we could find out."""

Confidence = Literal["seen", "secondary", "memory"]
"""`seen`: read in the source. `secondary`: read about the source. `memory`: not seen; marked wherever it shows."""

Part = Literal["front", "summary", "1", "2", "3", "4", "5", "6", "conclusion", "endnotes", "about"]
"""A part of the paper. `front` is the page of quotations, `about` the publishers' page at the back."""

NotSaid = Literal["not said"]
"""Written where the source is silent, so that a reader sees the silence instead of a guess."""

NOT_SAID = "not said"


@dataclass(frozen=True)
class RefTo:
    """Marks a text field as a reference to a record, `kind/id`, of one of these kinds (any kind if none)."""

    kinds: tuple[str, ...] = ()
    acyclic: bool = False
    """Following this field from record to record must come to an end."""


@dataclass(frozen=True)
class Markdown:
    """Marks a text field as Markdown in which `[[kind/id]]` and `[[kind/id|words]]` are links."""

    inline: bool = False


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise ValueError("must be one line")
    return value.strip()


def _at_most_sixty_words(value: str) -> str:
    count = len(value.split())
    if count > 60:
        raise ValueError(f"has {count} words; at most 60 are allowed")
    return value.strip()


def _a_reason(value: str) -> str:
    if len(value.split()) < 4:
        raise ValueError("is too short for a reason; say in a sentence why it must be so")
    return value.strip()


REF = r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(_one_line)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=400),
    AfterValidator(_one_line),
    Markdown(inline=True),
]
"""One line of Markdown, at most 400 characters."""
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Markdown()]
"""Markdown, as many paragraphs as it needs."""
Summary = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=160),
    AfterValidator(_one_line),
    Markdown(inline=True),
]
"""One line, 160 characters at most."""
Plain = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_at_most_sixty_words), Markdown()
]
"""Sixty words at most, short sentences, a reading age of about nine to eleven."""
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(_one_line), AfterValidator(_a_reason)
]
"""Why something is as it is on purpose: a sentence, four words at least."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$")]
When = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
"""A year, a month or a day, always in quotes: "2009", "2009-12", "2009-12-31"."""

_ref = StringConstraints(pattern=REF)
AnyRef = Annotated[str, _ref, RefTo()]
ReferenceRef = Annotated[str, _ref, RefTo(("reference",))]
PersonRef = Annotated[str, _ref, RefTo(("person",))]
TermRef = Annotated[str, _ref, RefTo(("term",))]
PrincipleRef = Annotated[str, _ref, RefTo(("principle",))]
PressureRef = Annotated[str, _ref, RefTo(("pressure",))]
DistinctionRef = Annotated[str, _ref, RefTo(("distinction",))]
MatrixRef = Annotated[str, _ref, RefTo(("matrix",))]
CaseRef = Annotated[str, _ref, RefTo(("case",))]
EvidenceRef = Annotated[str, _ref, RefTo(("evidence",))]
SectorRef = Annotated[str, _ref, RefTo(("sector",))]
DirectionRef = Annotated[str, _ref, RefTo(("direction",))]
AgendaRef = Annotated[str, _ref, RefTo(("agenda",))]
ActionRef = Annotated[str, _ref, RefTo(("action",))]
DefinitionRef = Annotated[str, _ref, RefTo(("definition",))]
FollowsRef = Annotated[str, _ref, RefTo(("definition",), acyclic=True)]
AfterRef = Annotated[str, _ref, RefTo(("agenda",), acyclic=True)]
ReplacementRef = Annotated[str, _ref, RefTo(acyclic=True)]


class Piece(BaseModel):
    """A piece of a record: unknown fields are refused, values are never coerced, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


class Retired(Piece):
    """Why a record was withdrawn, and where its readers should go."""

    reason: Line
    """Why it was withdrawn, for a reader who kept the link."""
    replaced_by: ReplacementRef | None = None
    """The record that readers should go to instead, where there is one."""


class PaperSource(Piece):
    """Where the 2009 paper says it."""

    part: Part
    """The part that says most of it."""
    also: list[Part] = []
    """Other parts that say some of it."""
    notes: list[Annotated[int, Field(ge=1, le=66)]] = []
    """Numbers of the endnotes that the paper gives for it."""


class Record(Piece):
    """One thing that we know. Its `kind` says what sort of thing, in references and in files."""

    kind: ClassVar[str]
    plural: ClassVar[str]
    """Name of its file (`terms.yml`) or folder (`cases/`) in `data/`."""
    layout: ClassVar[Literal["list", "each", "one"]] = "list"
    """`list`: files holding a list of records. `each`: a folder with one record a file. `one`: a single record."""

    id: Slug
    """Unique within its kind; never reused or renamed once released."""
    origin: Origin
    """Who says it. `paper`: the 2009 paper. `later`: a later source. `ours`: our suggestion, built on them."""
    origins: dict[str, Origin] = {}
    """Fields of this record whose origin differs: `{first_move: ours}`."""
    source: PaperSource | None = None
    """Where the paper says it."""
    sources: list[ReferenceRef] = []
    """Later sources that say it."""
    aliases: list[Slug] = []
    """Older ids: their addresses lead here."""
    retired: Retired | None = None
    """Set when a record is withdrawn: it leaves the lists, and its address says why."""
    on_purpose: dict[str, Reason] = {}
    """Rules that this record breaks for a good reason: `{reading-age: "The law's own words are needed here."}`."""

    @property
    def ref(self) -> str:
        """The record's typed reference, `kind/id`."""
        return f"{self.kind}/{self.id}"

    @property
    def title(self) -> str:
        """What to call the record in a heading or a link."""
        return str(getattr(self, "name", self.id))

    def origin_of(self, field: str) -> Origin:
        """The origin of one field: its own where it differs, else the record's."""
        return self.origins.get(field, self.origin)


class Layers(Piece):
    """Three readings of one thing, from a line to the whole."""

    summary: Summary
    """The first reading: what it is, in one line. Lists, cards and search results show it."""
    plain: Plain
    """The second reading: the same for anyone, in short sentences and everyday words."""
    text: Prose
    """The third reading: the whole, as many paragraphs as it needs."""
