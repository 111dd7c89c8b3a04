"""A real web server, nginx, over a built site, with the settings that the site itself recommends."""

from __future__ import annotations

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import command

from kit.handbook.headers import NGINX

from .sites import Edition

_WRAP = """
daemon off;
master_process off;
worker_processes 1;
pid {tmp}/nginx.pid;
error_log {tmp}/error.log warn;
events {{}}
http {{
    include {types};
    access_log off;
    client_body_temp_path {tmp}/body;
    proxy_temp_path {tmp}/proxy;
    fastcgi_temp_path {tmp}/fastcgi;
    uwsgi_temp_path {tmp}/uwsgi;
    scgi_temp_path {tmp}/scgi;
    include {tmp}/site.conf;
}}
"""
_HERE = {
    r"server \{\n    listen 80;[^}]*\}\n": "",
    r"listen \[::\]:443 ssl;": "",
    r"listen 443 ssl;": "listen 127.0.0.1:{port};",
    r"ssl_certificate .*;": "",
    r"ssl_certificate_key .*;": "",
    r"alias /srv/handbook/": "alias {folder}/",
}
"""What of the recommended settings a test must change: the port, no certificates, and the folder. Nothing else."""


def local(settings: str, folder: Path, port: int) -> str:
    """The recommended settings, for plain HTTP on this machine."""
    for pattern, new in _HERE.items():
        settings, found = re.subn(pattern, new.format(port=port, folder=folder), settings)
        assert found, f"the recommended settings have no {pattern}"
    return settings


@contextmanager
def nginx(folder: Path, tmp: Path) -> Iterator[Edition]:
    """A built site served as its own headers/nginx.conf says, by a process of ours on a free port."""
    path = str(command("nginx"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    recommended = (folder / NGINX).read_text("utf-8")
    (tmp / "site.conf").write_text(local(recommended, folder, port), "utf-8")
    built = subprocess.run([path, "-V"], capture_output=True, text=True, check=True).stderr
    types = Path(re.findall(r"--conf-path=(\S+)", built)[0]).with_name("mime.types")
    (tmp / "nginx.conf").write_text(_WRAP.format(tmp=tmp, types=types), "utf-8")
    process = subprocess.Popen([path, "-e", tmp / "error.log", "-c", tmp / "nginx.conf"])
    try:
        _wait(process, port, tmp)
        below = re.findall(r"location (/\S*) \{", recommended)[0]
        yield Edition(folder, f"http://127.0.0.1:{port}{below}")
    finally:
        process.terminate()
        process.wait(10)


def _wait(process: subprocess.Popen[bytes], port: int, tmp: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nginx did not start: {(tmp / 'error.log').read_text('utf-8')}")
