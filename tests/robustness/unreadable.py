"""Files that cannot be read, not wholly, or not as what they are: named, with exit code 2 and no table."""
import os

from program import ScratchTest, main, run

# Reading it from its beginning is an error of input and output, for root too.
BROKEN = "/proc/self/mem"


class Unreadable(ScratchTest):
    def setUp(self):
        super().setUp()
        self.study = self.folder / "study"
        (self.study / "texts").mkdir(parents=True)
        (self.study / "documents.csv").write_text("document,side\na,left\nb,right\n")
        for name in "ab":
            (self.study / "texts" / f"{name}.txt").write_text(f"One tram of {name}. It was late.\n" * 20)

    def is_told_of(self, name):
        for command in (["frequencies"], ["run", "-o", self.folder / "out"]):
            code, out, err = run([command[0], self.study, *command[1:]])
            self.assertEqual((code, out), (2, ""), err)
            self.assertIn(name, err)
            self.assertFalse((self.folder / "out").exists())

    def replace(self, name, target):
        path = self.study / name
        path.unlink(missing_ok=True)
        path.symlink_to(target)
        self.is_told_of(path.name)
        path.unlink()

    def test_links_that_lead_nowhere(self):
        self.replace("texts/a.txt", "nowhere")

    def test_folders_in_the_place_of_files(self):
        (self.study / "texts" / "a.txt").unlink()
        (self.study / "texts" / "a.txt").mkdir()
        self.is_told_of("a.txt")

    def test_errors_while_reading(self):
        for name in ("documents.csv", "analysis.ini", "zones.csv", "variants.csv", "phrases.csv"):
            with self.subTest(name):
                kept = (self.study / name).read_bytes() if (self.study / name).exists() else None
                self.replace(name, BROKEN)
                if kept is not None:
                    (self.study / name).write_bytes(kept)

    def test_files_without_permission(self):
        if os.geteuid() == 0:
            self.skipTest("root may read every file")
        (self.study / "texts" / "a.txt").chmod(0)
        self.is_told_of("a.txt")

    def test_settings_that_are_not_utf_8(self):
        (self.study / "analysis.ini").write_bytes(b"group-by = \xff\n")
        self.is_told_of("analysis.ini")

    def test_settings_with_a_byte_order_mark(self):
        (self.study / "analysis.ini").write_bytes(b"\xef\xbb\xbfmin-count = 1000\r\n")
        self.assertIn("no term is left", run(["frequencies", self.study])[2])

    def test_names_that_are_not_utf_8_do_not_stop_a_run(self):
        odd = os.fsencode(self.folder) + b"/odd\xff"
        os.rename(self.study, odd)
        code, _, err = run(["run", os.fsdecode(odd), "--quiet", "-o", self.folder / "out"])
        self.assertEqual((code, err), (0, ""))


main()
