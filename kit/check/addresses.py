"""Rules about web addresses: each can be opened, safely, at its owner's, and says no more than it must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, urlsplit

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.model import Reference
from kit.yamltree import Path

MIRRORS = {
    "scribd.com", "vdocuments.mx", "vdocuments.net", "vdocuments.site", "docslib.org", "pdfslide.net", "pdfslide.us",
    "issuu.com", "studylib.net", "distantreader.org", "mendeley.com", "parallelparliament.co.uk", "newsbeep.com",
    "slideshare.net", "dokumen.tips", "dokumen.pub", "pdfcoffee.com", "academia.edu", "researchgate.net", "sci-hub.se",
    "wikiwand.com", "alchetron.com",
}
"""Hosts on which anyone puts anyone's documents."""
_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid|_ga|ref|ref_src|cmpid|ito)$")
_LINK = re.compile(r"(?<!\])\[[^\[\]]*\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_BARE = re.compile(r"(?<![(\w/])(?:https?://|www\.)[^\s<>\"')\]]+")
_DOI = re.compile(r"(?<![\w/.])(?:doi:? ?)?10\.\d{4,9}/[^\s)\]]+", re.IGNORECASE)


@rule("https", wrong="url: http://www.rwjf.org/", right="url: https://www.rwjf.org/")
def https(look: Look) -> Iterator[Problem]:
    """A web address begins with https. One that is known to be dead (`link: dead`) stays as it was.

    Over http anyone between the reader and the site can see what is read and change it.
    """
    for ref, path, address in _addresses(look):
        record = look.library.records[ref]
        if address.startswith("http://") and not (isinstance(record, Reference) and record.link == "dead"):
            hint = "write https if the site has it, or `link: dead` if it is gone"
            yield look.library.problem(ref, path, f"'{address[:80]}' begins with http", hint)


@rule(
    "link-shape", wrong="text: See www.scie.org.uk or [this](the page.html).",
    right="text: See [SCIE's page](https://www.scie.org.uk/).",
)
def link_shape(look: Look) -> Iterator[Problem]:
    """A link in a text is written `[words](https://address)`, without spaces; one to a record is `[[kind/id]]`.

    A bare address is no link on our pages, and says nothing to someone who hears it read out.
    """
    for record, path, text in look.texts:
        for target in _LINK.findall(text):
            if not re.match(r"(https?://[^\s/]+\.[^\s]+|mailto:\S+@\S+|tel:\S+)$", target):
                message = f"'{target[:80]}' is no web address"
                hint = "begin with https://, without spaces; link to a record by [[kind/id]]"
                yield look.library.problem(record.ref, path, message, hint)
        for found in _BARE.findall(_LINK.sub("", text)):
            message = f"'{found[:80]}' is no link as it stands"
            yield look.library.problem(record.ref, path, message, "write [words](https://address)")


@rule("mirror", wrong="url: https://www.scribd.com/document/123", right="doi: 10.1016/S0140-6736(15)00392-X")
def mirror(look: Look) -> Iterator[Problem]:
    """A source is given at its publisher's or author's address, never at a site where anyone puts anyone's documents.

    Copies there come and go, may be changed, and often break somebody's rights.
    """
    for ref, path, address in _addresses(look):
        host = (_split(address).hostname or "").removeprefix("www.")
        if any(host == one or host.endswith(f".{one}") for one in MIRRORS):
            message = f"{host} shares other people's documents"
            yield look.library.problem(ref, path, message, "give the publisher's own address, a DOI, or none")


@rule("tracking", wrong="url: https://example.org/a?utm_source=x", right="url: https://example.org/a")
def tracking(look: Look) -> Iterator[Problem]:
    """A web address has no part that only tells its owner where the reader came from.

    Such parts watch our readers, and two addresses of one page look like two pages.
    """
    for ref, path, address in _addresses(look):
        names = [name for name, _ in parse_qsl(_split(address).query, keep_blank_values=True)]
        if found := next((name for name in names if _TRACKING.match(name)), ""):
            yield look.library.problem(ref, path, f"'{found}=' in the address only tracks readers", "leave it out")


@rule(
    "doi", wrong="url: https://doi.org/10.1111/puar.12765", right="doi: 10.1111/puar.12765",
    firm="`doi` takes every DOI, so nothing is lost.",
)
def doi(look: Look) -> Iterator[Problem]:
    """A DOI stands in the field `doi` of a reference, and texts link to that reference.

    There it becomes a link that lasts. In a text, "10.1111/puar.12765" is noise to most readers.
    """
    for record, path, text in look.texts:
        if found := _DOI.search(_LINK.sub("", text)):
            message = f"'{found[0][:80]}' is a bare DOI"
            yield look.library.problem(record.ref, path, message, "give it in `doi` of a reference and link to that")
    for ref, path, address in _addresses(look):
        if (_split(address).hostname or "") in {"doi.org", "dx.doi.org", "www.doi.org"}:
            yield look.library.problem(ref, path, "is the address of a DOI", "write 10. and what follows in `doi`")


def _addresses(look: Look) -> Iterator[tuple[str, Path, str]]:
    """Every web address, in references and in texts."""
    for reference in look.library.all(Reference):
        if reference.url:
            yield reference.ref, ("url",), reference.url
    for record, path, text in look.texts:
        if "://" in text:
            for found in re.findall(r"https?://[^\s<>\"')\]]+", text):
                yield record.ref, path, found


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:  # "https://[": no host to speak of
        return SplitResult("", "", "", "", "")


RULES = (https, link_shape, mirror, tracking, doi)
