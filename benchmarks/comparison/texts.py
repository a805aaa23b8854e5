"""Sets of texts of a given size, cut from real ones."""
import os
import sys
import traceback

SMALLEST_DOCUMENT = 50_000
MOST_DOCUMENTS = 2_000


def document_bytes(total):
    """50 kB, and of more than 100 MB as much as makes 2,000 documents."""
    return max(SMALLEST_DOCUMENT, total // MOST_DOCUMENTS)


def read(files):
    """Texts one behind the other, each ending with a line feed; those that are no UTF-8 are left out."""
    parts = []
    for path in files:
        text = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        try:
            text.decode()
        except UnicodeDecodeError:
            print(f"{path} is no UTF-8, and is left out", file=sys.stderr)
            continue
        if text.strip():
            parts.append(text if text.endswith(b"\n") else text + b"\n")
    if not parts:
        raise SystemExit("there are no texts (*.txt, UTF-8)")
    return b"".join(parts)


def cut(text, total, size):
    """Pieces of at least `size` bytes, cut at line ends, until they hold `total` bytes; the last may be smaller.

    Where the text ends it begins anew, each time some lines later, so that no two documents are cut alike.
    """
    if not text.endswith(b"\n"):
        raise ValueError("a text has to end with a line feed")
    position = passes = 0
    while total > 0:
        wanted = min(size, total)
        pieces, held = [], 0
        while held < wanted:
            end = text.find(b"\n", position + wanted - held - 1)
            if end < 0:
                end = len(text) - 1
            pieces.append(text[position:end + 1])
            held += len(pieces[-1])
            position = end + 1
            if position == len(text):
                passes += 1
                position = (text.find(b"\n", passes * 997 % min(size, len(text))) + 1) % len(text)
        total -= held
        yield b"".join(pieces)


def write(files, total, folder, size):
    for number, piece in enumerate(cut(read(files), total, size)):
        (folder / f"d{number:05d}.txt").write_bytes(piece)


def in_child(function, *arguments):
    """Leaves this process as small as it was: Linux counts what it holds to the peak of every program that it starts."""
    child = os.fork()
    if child == 0:
        failed = 1
        try:
            function(*arguments)
            failed = 0
        except SystemExit as error:
            print(error, file=sys.stderr)
        except BaseException:
            traceback.print_exc()
        os._exit(failed)
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise SystemExit("the texts could not be written")


def make_set(files, total, folder, size=None):
    """Writes the documents of a set. @return their paths, and how many bytes they hold"""
    folder.mkdir(parents=True)
    in_child(write, files, total, folder, size or document_bytes(total))
    paths = sorted(folder.iterdir())
    return paths, sum(path.stat().st_size for path in paths)
