"""Reads a PNG picture of 8 bits a channel, without interlacing: enough for what plotting programs write."""
import struct
import zlib

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def unfiltered(raw, width, height, step):
    """The rows of the picture from its filtered bytes; `step` bytes a pixel."""
    stride, before = width * step, bytearray(width * step)
    for y in range(height):
        start = y * (stride + 1)
        kind, row = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        if kind == 1:
            for i in range(step, stride):
                row[i] = (row[i] + row[i - step]) & 255
        elif kind == 2:
            row = bytearray((a + b) & 255 for a, b in zip(row, before))
        elif kind == 3:
            for i in range(stride):
                left = row[i - step] if i >= step else 0
                row[i] = (row[i] + (left + before[i]) // 2) & 255
        elif kind == 4:
            for i in range(stride):
                a = row[i - step] if i >= step else 0
                b, c = before[i], before[i - step] if i >= step else 0
                p = a + b - c
                pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
                row[i] = (row[i] + (a if pa <= pb and pa <= pc else b if pb <= pc else c)) & 255
        yield row
        before = row


def read(path):
    """Rows of (red, green, blue); what is transparent is laid on white."""
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", f"{path} is no PNG"
    at, packed, palette, header = 8, b"", b"", None
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        header = struct.unpack(">IIBBBBB", body) if kind == b"IHDR" else header
        palette = body if kind == b"PLTE" else palette
        packed += body if kind == b"IDAT" else b""
        at += size + 12
    width, height, depth, colour, _, _, interlaced = header
    assert depth == 8 and not interlaced, f"{path}: depth {depth}, interlaced {interlaced}"
    step = CHANNELS[colour]
    picture = []
    for row in unfiltered(zlib.decompress(packed), width, height, step):
        if colour == 3:
            picture.append([tuple(palette[3 * i : 3 * i + 3]) for i in row])
        elif step == 3:
            picture.append(list(zip(row[0::3], row[1::3], row[2::3])))
        elif step == 4:
            on_white = lambda c, a: (c * a + 255 * (255 - a)) // 255
            picture.append([(on_white(r, a), on_white(g, a), on_white(b, a))
                            for r, g, b, a in zip(row[0::4], row[1::4], row[2::4], row[3::4])])
        else:
            picture.append([(v, v, v) for v in row[0::step]])
    return picture
