"""The texts of a corpus, as texts.h reads them."""

import struct


def read_texts(path, limit):
    """The texts of the first `limit` bytes or so; 0 means all."""
    texts, size, at = [], 0, 0
    with open(path, "rb") as file:
        data = file.read()
    while at < len(data) and (not limit or size < limit):
        (length,) = struct.unpack_from("<I", data, at)
        texts.append(data[at + 4:at + 4 + length].decode())
        size += length
        at += 4 + length
    return texts
