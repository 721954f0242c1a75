#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the recorded answers as inputs of fuzz_responseparser: a byte of options and the body.

  corpus.py ANSWERS_FOLDER CORPUS_FOLDER
"""

import json
import sys
from pathlib import Path

# Longer ones teach no more and slow the fuzzer down.
LONGEST = 6000


def main():
    if len(sys.argv) != 3:
        print("usage: corpus.py ANSWERS_FOLDER CORPUS_FOLDER", file=sys.stderr)
        return 2
    answers, corpus = map(Path, sys.argv[1:])
    corpus.mkdir(parents=True, exist_ok=True)
    for recording in sorted(answers.glob("*.json")):
        for name, answer in json.loads(recording.read_text(encoding="utf-8")).items():
            body = answer["body"].encode()
            if len(body) <= LONGEST:
                (corpus / f"{recording.stem}-{name}").write_bytes(b"\0" + body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
