"""Standard streams that are closed or full."""
import os
import subprocess

from program import PROGRAM, STUDY, ScratchTest, main, run


def closing(*streams):
    def close():
        for stream in streams:
            os.close(stream)
    return {"preexec_fn": close}


class Streams(ScratchTest):
    def test_a_reader_that_has_enough_ends_it_quietly(self):
        study = self.long_study()
        process = subprocess.Popen([PROGRAM, "frequencies", study], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertTrue(process.stdout.readline().startswith(b"document,"))
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        self.assertEqual(process.wait(), 0)
        process.stderr.close()

    def test_a_full_standard_output_is_told_of(self):
        for command in (["frequencies", STUDY], ["--help"], ["help", "run"], ["--version"]):
            with open("/dev/full", "wb") as full:
                self.fails(run(command, stdout=full), "standard output: cannot be written: No space left")

    def test_a_closed_standard_output_is_told_of(self):
        self.fails(run(["frequencies", STUDY], **closing(1)), "standard output: cannot be written")

    def test_no_message_goes_into_a_table_in_the_place_of_standard_error(self):
        tables = {}
        for name, streams in {"all": [], "out": [1], "err": [2], "none": [0, 1, 2]}.items():
            table = self.folder / f"{name}.csv"
            how = {"env": {**os.environ, "ISOGLOSS_PROGRESS_AFTER_MS": "0"}, **closing(*streams)}
            self.assertEqual(run(["frequencies", STUDY, "-o", table], **how)[0], 0)
            tables[name] = table.read_bytes()
        self.assertEqual(len(set(tables.values())), 1, "the tables are the same")
        run(["run", STUDY, "--replicates", "20", "-o", self.folder / "err"], **closing(2))
        run(["run", STUDY, "--replicates", "20", "-o", self.folder / "all"])
        for file in (self.folder / "all").glob("*.csv"):
            self.assertEqual((self.folder / "err" / file.name).read_bytes(), file.read_bytes(), file.name)

    def test_a_full_standard_error_changes_no_result(self):
        with open("/dev/full", "wb") as full:
            code, out, _ = run(["frequencies", STUDY], stderr=full)
        self.assertEqual((code, out), run(["frequencies", STUDY])[:2])


main()
