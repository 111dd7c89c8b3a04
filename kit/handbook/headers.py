"""What a web server should send with every page, in one place: said on "Host it", written for servers, and tested.

The pages hold no inline script and no inline style, so the policy needs neither exceptions nor hashes. See
https://www.w3.org/TR/CSP3/ and https://owasp.org/www-project-secure-headers/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from kit.settings import Settings

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are data: addresses in its style sheet
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
"""The Content-Security-Policy, directive by directive."""

_HEADER_ONLY = {"frame-ancestors"}
"""What browsers ignore in a page's own policy."""

SECURITY = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
"""The headers that protect readers, by name, for every answer."""

FRESH = "no-cache"
"""For most files: keep a copy, and ask each time whether it is still the newest."""
FOREVER = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""
HASHED = r"\.[0-9a-f]{8}\.min\.(js|css)$"
"""What the names of such files end in."""

NGINX = "headers/nginx.conf"
"""Where the site keeps its server block for nginx."""
HOSTS = "_headers"
"""Where hosts such as Netlify and Cloudflare Pages look for headers."""


def page_policy() -> str:
    """The policy that each page brings along, for hosts that send no headers."""
    return "; ".join(f"{name} {value}" for name, value in POLICY.items() if name not in _HEADER_ONLY)


def lines() -> str:
    """The headers as they go over the wire, one a line."""
    return "".join(f"{name}: {value}\n" for name, value in SECURITY.items())


def hosts(names: Iterable[str]) -> str:
    """The headers as a `_headers` file, given the names of the site's files.

    The format is Netlify's, https://docs.netlify.com/manage/routing/headers/, which Cloudflare Pages reads too.
    """
    rules = ["/*", *(f"  {name}: {value}" for name, value in SECURITY.items())]
    for name in sorted(name for name in names if re.search(HASHED, name)):
        rules += [f"/{name}", f"  Cache-Control: {FOREVER}"]
    return "\n".join(rules) + "\n"


def nginx(settings: Settings) -> str:
    """A server block for nginx, for the address that is set, or one to fill in."""
    parts = urlsplit(settings.site_url or "https://handbook.example.org/")
    sent = "\n".join(f'    add_header {name} "{value}" always;' for name, value in SECURITY.items())
    # A sign that nginx would take for its own (";", "{", "$") stands in an address only in its escaped form.
    host, path = quote(parts.hostname or "", safe=":"), quote(parts.path or "/", safe="/%~@+,=:")
    bare = f"    location = {path.rstrip('/')} {{\n        return 301 {path};\n    }}\n" if path != "/" else ""
    return _NGINX.format(host=host, path=path, bare=bare, headers=sent, hashed=HASHED,
                         fresh=FRESH, forever=FOREVER)


_NGINX = """\
# The handbook on nginx 1.22 or later. Yours to set: server_name, the two certificate lines, and the folder
# /srv/handbook/, which holds what the build left in site/.

map $uri $handbook_cache {{
    default "{fresh}";
    "~{hashed}" "{forever}";
}}

server {{
    listen 80;
    listen [::]:80;
    server_name {host};
    return 301 https://$host$request_uri;
}}

server {{
    listen 443 ssl;
    listen [::]:443 ssl;
    server_name {host};
    ssl_certificate     /etc/letsencrypt/live/{host}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;

    server_tokens off;
    absolute_redirect off;
    charset utf-8;
    charset_types text/html text/css text/plain application/javascript application/json application/atom+xml;
    gzip on;
    gzip_vary on;
    gzip_types text/css text/plain application/javascript application/json application/atom+xml image/svg+xml;

    # An add_header inside a location hides all of these, so keep them here together.
{headers}
    add_header Cache-Control $handbook_cache always;

    error_page 404 {path}404.html;

    location {path} {{
        alias /srv/handbook/;
    }}
{bare}    location = {path}feed.xml {{
        alias /srv/handbook/feed.xml;
        types {{ }}
        default_type application/atom+xml;
    }}
}}
"""
