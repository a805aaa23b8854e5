"""What the tests of this folder share: the program, a study, and folders of results to compare.

Arguments: the program, the repository, and how often to kill it (tools/test-robustness: 100).
"""
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
STUDY = str(pathlib.Path(sys.argv[2]).resolve() / "corpus" / "tramway-debate")
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 10
RUN = ["run", STUDY, "--replicates", "20", "--quiet"]


def start(arguments, **how):
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    return subprocess.Popen([PROGRAM, *map(str, arguments)], **how)


def run(arguments, **how):
    """Exit code, standard output and standard error; fails after two minutes."""
    process = start(arguments, **how)
    out, err = process.communicate(timeout=120)
    return process.returncode, (out or b"").decode(), (err or b"").decode()


def content(folder):
    """The files in a folder by name, those half written left out."""
    folder = pathlib.Path(folder)
    files = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in files.items() if ".partial-" not in name}


def leftovers(folder):
    return [p for p in pathlib.Path(folder).rglob("*") if ".partial-" in p.name]


class ScratchTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def long_study(self, distinct=20000):
        """One text whose table of frequencies has many rows, always the same ones."""
        words = random.Random(7)
        study = self.folder / "long"
        study.mkdir()
        (study / "a.txt").write_text(" ".join(f"w{words.randrange(distinct)}" for _ in range(8 * distinct)))
        return study

    def fails(self, outcome, *said):
        """It ends with 1 or 2 and one message that says this."""
        code, _, err = outcome
        self.assertIn(code, (1, 2), err)
        for part in said:
            self.assertIn(part, err)


def main():
    unittest.main(argv=sys.argv[:1], verbosity=2)
