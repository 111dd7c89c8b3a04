"""The built site on a real web server, nginx, below a path and with the headers that "Host it" recommends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import Request as Asking
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from kit.handbook import headers

from . import test_decide, test_plan
from .conftest import MISSING, Opener
from .rating import answered, bring, typed
from .servers import nginx
from .sites import Edition

pytestmark = pytest.mark.nginx
TOLD = "document.addEventListener('securitypolicyviolation', e => console.error('refused by', e.violatedDirective))"
REFUSED = "refused by|Content Security Policy"


@pytest.fixture(scope="module")
def hosted(site_with_project: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The edition of a publisher who has set an address below a path."""
    with nginx(site_with_project.folder, tmp_path_factory.mktemp("nginx")) as edition:
        yield edition


@pytest.fixture(scope="module")
def hosted_at_root(site: Edition, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The edition without settings, at the root of its host."""
    with nginx(site.folder, tmp_path_factory.mktemp("nginx")) as edition:
        yield edition


def answer(address: str, **asked: str) -> tuple[int, dict[str, str], bytes]:
    with urlopen(Asking(address, headers=asked)) as found:
        return found.status, dict(found.headers), found.read()


def paths(edition: Edition) -> list[str]:
    """The address of every page below the site's root, redirects among them."""
    found = [page.relative_to(edition.folder).as_posix() for page in edition.folder.rglob("index.html")]
    return sorted(path.removesuffix("index.html") for path in found)


def spread(edition: Edition) -> list[str]:
    """A page or two of every folder, so that each template is among them."""
    folders: dict[str, list[str]] = {}
    for path in paths(edition):
        folders.setdefault(path.rstrip("/").rpartition("/")[0], []).append(path)
    return [path for held in folders.values() for path in (held if len(held) < 3 else [held[0], held[-1]])]


def test_it_lies_below_the_path_that_its_publisher_set(hosted: Edition, hosted_at_root: Edition) -> None:
    assert hosted.address.endswith("/handbook/")
    assert hosted_at_root.address.count("/") == 3


@pytest.mark.parametrize("path", ["", "see/cases/taff-housing/", "assets/logo.svg", "api/handbook.json"])
def test_every_answer_carries_the_headers(path: str, hosted: Edition, hosted_at_root: Edition) -> None:
    for edition in (hosted, hosted_at_root):
        status, sent, _ = answer(edition.address + path)
        assert status == 200
        assert {name: sent.get(name) for name in headers.SECURITY} == headers.SECURITY
        assert sent["Cache-Control"] == "no-cache"
        assert "/" not in sent["Server"], "says which version it is"


def test_a_forgotten_slash_is_forgiven(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, expected="asks outside its folder")
    page.goto(hosted.address.rstrip("/"))
    expect(page).to_have_url(hosted.address)
    page.goto(f"{hosted.address}see/cases")
    expect(page).to_have_url(f"{hosted.address}see/cases/")


def test_a_missing_page_leads_on_from_below_the_path(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "see/nothing/here/", expected=MISSING)
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor") == "rgb(18, 53, 91)"
    page.get_by_role("link", name="Look through the cases").click()
    expect(page).to_have_url(f"{hosted.address}see/cases/")


def test_a_missing_page_carries_them_too(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, expected=MISSING)
    found = page.goto(f"{hosted.address}no/such/page/")
    assert found
    assert found.status == 404
    for name, value in headers.SECURITY.items():
        assert found.header_value(name) == value


def test_only_files_named_after_their_content_are_kept_for_long(hosted: Edition) -> None:
    assets = [path.relative_to(hosted.folder).as_posix() for path in (hosted.folder / "assets").rglob("*.*s")]
    kept = [path for path in assets if answer(hosted.address + path)[1]["Cache-Control"] == headers.FOREVER]
    assert any("bundle." in path for path in kept)
    assert any("palette." in path for path in kept)
    assert not [path for path in kept if path.startswith(("assets/js/", "assets/css/"))]


def test_text_is_sent_packed(hosted: Edition) -> None:
    _, sent, body = answer(f"{hosted.address}api/handbook.json", **{"Accept-Encoding": "gzip"})
    assert sent["Content-Encoding"] == "gzip"
    assert len(body) < (hosted.folder / "api/handbook.json").stat().st_size / 2


def test_the_feed_is_sent_as_a_feed(hosted: Edition) -> None:
    assert answer(f"{hosted.address}feed.xml")[1]["Content-Type"].startswith("application/atom+xml")


def visit(chromium: Browser, edition: Edition, chosen: list[str]) -> list[str]:
    """What pages complain of, all opened in one window; the search index is left out, as it is asked for each time."""
    said: list[str] = []
    context = chromium.new_context()
    context.add_init_script(TOLD)
    context.route("**/search_index.json", lambda route: route.fulfill(json={"config": {"lang": ["en"]}, "docs": []}))
    page = context.new_page()
    page.on("console", lambda one: said.append(f"{page.url}: {one.text}") if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("response", lambda one: said.append(f"{one.url}: {one.status}") if one.status >= 400 else None)
    for path in chosen:
        page.goto(edition.address + path)
    context.close()
    return said


def test_a_page_of_each_sort_works_under_them(chromium: Browser, hosted: Edition) -> None:
    chosen = spread(hosted)
    assert len(chosen) > 30
    assert visit(chromium, hosted, chosen) == []


@pytest.mark.full
def test_every_page_works_under_them(chromium: Browser, hosted: Edition) -> None:
    chosen = paths(hosted)
    assert len(chosen) > 140
    assert visit(chromium, hosted, chosen) == []


@pytest.mark.parametrize("edition", ["hosted", "site"], ids=["by the server", "by the page itself"])
def test_what_someone_smuggles_into_a_page_does_not_run(
    edition: str, request: pytest.FixtureRequest, opened: Opener
) -> None:
    page = opened(request.getfixturevalue(edition), "check/", expected=REFUSED)
    page.evaluate("""() => {
      document.body.insertAdjacentHTML("beforeend", '<img src="data:,x" onerror="window.ran = 1">');
      const script = document.createElement("script");
      script.textContent = "window.ran = 2";
      document.body.append(script);
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.body.append(style);
    }""")
    assert page.evaluate("window.ran") is None
    expect(page.locator("body")).to_be_visible()


def test_no_other_site_can_frame_it(hosted: Edition, chromium: Browser) -> None:
    page = chromium.new_page()
    page.route("https://frame.example/", lambda route: route.fulfill(
        body=f'<iframe src="{hosted.address}"></iframe>', content_type="text/html"))
    page.goto("https://frame.example/")
    assert page.frames[1].url == "chrome-error://chromewebdata/"
    page.close()


def test_search_works(hosted: Edition, opened: Opener, search: Callable[[Page, str], list[str]]) -> None:
    page = opened(hosted, searching=True)
    assert search(page, "Cardiff")[0].startswith(f"{hosted.address}see/cases/taff-housing/")


def test_light_and_dark_change_and_stay(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "see/")
    page.locator("header label[title='Switch to dark colours']").click()
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{hosted.address}honesty/", wait_until="commit")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("header label[title='Switch to light colours']")).to_be_visible()


def test_the_decision_page_works(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "check/")
    for name in ("plans", "delivers", "says"):
        page.locator(f'#decide input[name="{name}"]').first.check()
    expect(test_decide.result(page).locator(".decide__word")).to_be_visible()


def test_the_rating_form_works(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "kit/rate/")
    typed(page, "12341234")


def test_the_planner_works(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "kit/plan/")
    test_plan.fill(page, 120)
    expect(page.locator("table.run .run__part").first).to_be_visible()


def test_results_come_together(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "kit/together/")
    asked = [f"sign-{number}" for number in range(8)]
    bring(page, [answered("professionals", number, ["asking"] * len(asked), asked) for number in range(6)])


def test_downloads_arrive_whole(hosted: Edition, opened: Opener) -> None:
    page = opened(hosted, "kit/workshops/taster/")
    link = page.locator("a[href$='.zip']").first
    with page.expect_download() as waiting:
        link.click()
    made = hosted.folder / "downloads" / str(link.get_attribute("href")).partition("downloads/")[2]
    assert Path(waiting.value.path()).read_bytes() == made.read_bytes()
