#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes inputs for the fuzzers to start from, a folder for each.

  corpus.py SOURCE_FOLDER CORPUS_FOLDER

Recorded answers come from the tests, and from $SOCKEYE_SHARED/data/answers where that is; before the body stands a
byte of options.
"""

import json
import os
import sys
from pathlib import Path

# Longer ones teach no more and slow the fuzzers down.
LONGEST = 6000

TLS = {
    "ca_file": "/ca", "cert_file": "/c", "key_file": "/k", "server_name": "n", "insecure_skip_verify": True,
    "min_version": "TLS12",
}
OAUTH2 = {
    "client_id": "a", "client_secret_file": "/f", "token_url": "https://h/t", "scopes": ["a", "b"],
    "endpoint_params": {"audience": "x"}, "tls_config": TLS,
}
CREDENTIAL = {"token": "t", "expirationTimestamp": "2026-01-02T03:04:05Z"}
HTTP_CONFIG = [
    {"url": "https://h/prom?x=a%2Bb", "oauth2": OAUTH2, "http_headers": {"X-A": "1"}, "tls_config": TLS,
     "proxy_url": "http://p:3128", "no_proxy": "10.0.0.0/8,.lan", "follow_redirects": False, "timeout_ms": 10000,
     "max_body_bytes": 67108864},
    {"url": "http://h", "basic_auth": {"username": "u", "password_session": "e1"}, "proxy_from_environment": True},
    {"url": "http://h", "authorization": {"type": "Bearer", "credentials_file": "/f"}, "pac_url": "file:///p.pac"},
    {"url": "http://h", "token_command": {"command": ["a", "b"], "timeout_ms": 5000, "environment": ["PATH"]}},
    {"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1", "status": CREDENTIAL},
    {"access_token": "t", "token_type": "Bearer", "expires_in": 3600},
    "https://example.org:9090/prom/",
    "Sun, 06 Nov 1994 08:49:37 GMT",
]
CONDITION = {"source": "probe", "expression": "max_over_time(rtt[1m])", "comparison": ">", "threshold": 0.3}
DOCUMENTS = [
    {"id": "a", "key": "k", "name": "n", "condition": {**CONDITION, "unit": "s"}, "for_ms": 1, "window_ms": 60000,
     "severity": "critical", "panel": "p", "enabled": False},
    'max_over_time(rtt{target=~"a.*",kind!="x"}[${window}])',
    "quantile_over_time(0.99, rtt[5m])",
]
YAML = [
    """modules:
  slow:
    prober: websocket
    timeout: 1m30s
    websocket: {headers: {X-Tenant: {values: [blue, 0x1F, .inf, ~]}}, pings: 3}
targets:
  - name: "e\\u00fc"
    url: 'wss://eu.example.org/ws' # a comment
    text: |-
      two
      lines
  - &anchor {name: us, other: *anchor, tag: !!str 1}
""",
    "---\na: 1\n---\nb: 2\n",
    "{a: 1, a: 2}",
    "? [a]\n: b\n",
]


def write(folder, name, content):
    folder.mkdir(parents=True, exist_ok=True)
    if len(content) <= LONGEST:
        (folder / name).write_bytes(content)


def write_all(folder, inputs):
    for number, content in enumerate(inputs):
        write(folder, str(number), (content if isinstance(content, str) else json.dumps(content)).encode())


def recorded(folder):
    """The bodies in the files of a folder, by name."""
    for file in sorted(folder.glob("*.json")):
        recording = json.loads(file.read_text(encoding="utf-8"))
        for name, answer in recording.items() if isinstance(recording, dict) else ():
            if isinstance(answer, dict) and isinstance(answer.get("body"), str):
                yield f"{file.stem}-{name}".replace("/", "_"), answer["body"].encode()


def main():
    if len(sys.argv) != 3:
        print("usage: corpus.py SOURCE_FOLDER CORPUS_FOLDER", file=sys.stderr)
        return 2
    source, corpus = map(Path, sys.argv[1:])
    folders = [source / "tests/data/answers"]
    if "SOCKEYE_SHARED" in os.environ:
        folders.append(Path(os.environ["SOCKEYE_SHARED"]) / "data/answers")
    for folder in folders:
        for name, body in recorded(folder):
            write(corpus / "responseparser", name, b"\0" + body)
            write(corpus / "readapi", name, b"\0" + body)
    write_all(corpus / "httpconfig", HTTP_CONFIG)
    write_all(corpus / "documents", DOCUMENTS)
    write_all(corpus / "yamldocument", YAML)
    for document in sorted((source / "resources").glob("*/*.json")):
        write(corpus / "documents", document.name, document.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
