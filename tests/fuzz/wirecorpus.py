#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sockeye developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes inputs of fuzz_framereader (a byte of options and a stream) and of fuzz_upgraderesponse.

  wirecorpus.py FRAMES_FOLDER RESPONSES_FOLDER
"""

import struct
import sys
import zlib
from pathlib import Path

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
PLAIN, SMALL, DEFLATE, NO_CONTEXT = 0, 1, 2, 6


def frame(opcode, payload=b"", final=True, rsv=0):
    length = len(payload)
    if length < 126:
        front = bytes([length])
    elif length < 65536:
        front = struct.pack(">BH", 126, length)
    else:
        front = struct.pack(">BQ", 127, length)
    return bytes([final << 7 | rsv << 4 | opcode]) + front + payload


def deflate(*messages):
    packer = zlib.compressobj(wbits=-15)
    return [(packer.compress(m) + packer.flush(zlib.Z_SYNC_FLUSH))[:-4] for m in messages]


def close(code, reason=b""):
    return frame(CLOSE, struct.pack(">H", code) + reason)


def frames():
    greek = "κόσμε".encode()
    one, two = deflate(b"Hello, Hello, Hello", b"Hello again")
    zeros = deflate(bytes(5000))[0]
    yield PLAIN, frame(TEXT, b"Hello") + frame(BINARY, bytes(range(20))) + close(1000, b"bye")
    yield PLAIN, frame(TEXT, greek[:3], False) + frame(PING, b"ping") + frame(0, greek[3:])
    yield PLAIN, frame(TEXT, b"x" * 126) + frame(PONG) + frame(BINARY, b"y" * 300)
    yield SMALL, frame(TEXT, b"x" * 60, False) + frame(0, b"y" * 60)
    yield PLAIN, frame(BINARY, b"x" * 65536) + close(1012)
    yield PLAIN, frame(CLOSE) + frame(TEXT, b"late")
    yield PLAIN, close(1006, b"\xff")
    yield PLAIN, b"\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"
    yield PLAIN, frame(TEXT, b"a" * 9 + b"\xed\xa0\x80")
    yield PLAIN, b"\x82\x7f" + bytes([0x80] * 8)
    yield DEFLATE, frame(TEXT, one, rsv=4) + frame(TEXT, b"plain") + frame(TEXT, two, rsv=4)
    yield DEFLATE, frame(TEXT, one[:4], False, 4) + frame(PING) + frame(0, one[4:])
    yield NO_CONTEXT, frame(TEXT, one, rsv=4) + frame(TEXT, one, rsv=4)
    yield DEFLATE | SMALL, frame(BINARY, zeros, rsv=4)
    yield DEFLATE, frame(TEXT, bytes.fromhex("f348cdc9c9070000"), rsv=4) + frame(TEXT, bytes.fromhex("f200110000"), rsv=4)


def responses():
    switching = (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                 b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: chat\r\n")
    extension = b"Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=%s\r\n"
    yield switching + b"\r\n" + frame(TEXT, b"Hello")
    yield switching + extension % b"12" + b"\r\n"
    yield switching + extension % b'"10"; server_no_context_takeover; client_max_window_bits=9' + b"\r\n"
    yield b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + switching + b"\r\n"
    yield b"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 6\r\n\r\ndenied"
    yield b"HTTP/1.1 503 x\r\nRetry-After: 5\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nden\r\n3\r\nied\r\n0\r\n\r\n"
    yield b"HTTP/1.0 302 Found\nLocation: /login\n\nbody"
    yield b"HTTP/1.1 204 No Content\r\n\r\n"
    yield b"HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n"
    yield b"SSH-2.0-OpenSSH_9.2\r\n"


def main():
    if len(sys.argv) != 3:
        print("usage: wirecorpus.py FRAMES_FOLDER RESPONSES_FOLDER", file=sys.stderr)
        return 2
    frame_folder, response_folder = map(Path, sys.argv[1:])
    for folder in (frame_folder, response_folder):
        folder.mkdir(parents=True, exist_ok=True)
    for number, (options, stream) in enumerate(frames()):
        (frame_folder / f"stream-{number}").write_bytes(bytes([options]) + stream)
    for number, answer in enumerate(responses()):
        (response_folder / f"answer-{number}").write_bytes(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
