"""Killed at any moment, the program leaves results whole: the earlier ones, the new ones, or none."""
import random
import shutil
import signal
import sys
import time

from program import KILLS, RUN, STUDY, ScratchTest, content, leftovers, main, run, start


class Killed(ScratchTest):
    def kill(self, process, output, seconds):
        """At any moment, or, every second time, while it writes."""
        self.kills += 1
        if self.kills % 2 == 0:
            while process.poll() is None and not leftovers(output):
                time.sleep(0.0001)
            seconds *= 0.02
        time.sleep(self.moments.uniform(0, seconds))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return process.returncode != 0

    def kill_often(self, command, output, prepare, check):
        """Kills `command` again and again, then lets it end."""
        begin = time.monotonic()
        self.assertEqual(run(command)[0], 0)
        seconds = time.monotonic() - begin
        self.moments, self.kills, killed, left = random.Random(11), 0, 0, 0
        for _ in range(KILLS):
            prepare()
            killed += self.kill(start(command), output, seconds)
            left += bool(leftovers(output))
            check()
        sys.stderr.write(f"{killed} of {KILLS} killed, {left} with something half written\n")
        self.assertGreater(left, 0)
        self.assertEqual(run(command)[0], 0)
        self.assertEqual(leftovers(output), [])

    def test_run_leaves_tables_of_the_earlier_or_the_new_run(self):
        old, new, out = self.folder / "old", self.folder / "new", self.folder / "out"
        self.assertEqual(run([*RUN, "--min-count", "2", "-o", old])[0], 0)
        self.assertEqual(run([*RUN, "-o", new])[0], 0)
        former, wanted = content(old), content(new)

        def prepare():
            shutil.copytree(old, out, dirs_exist_ok=True)

        def check():
            found = content(out)
            self.assertEqual(found.keys() | wanted.keys(), former.keys() | wanted.keys())
            self.assertGreaterEqual(found.keys(), former.keys() & wanted.keys())
            for name, bytes_found in found.items():
                self.assertTrue(bytes_found in (former.get(name), wanted.get(name)), f"{name} is whole")

        prepare()
        self.kill_often([*RUN, "-o", out], out, prepare, check)
        self.assertEqual(content(out), wanted)

    def test_frequencies_leaves_the_whole_table_or_none(self):
        study, results = self.long_study(60000), self.folder / "results"
        results.mkdir()
        table = results / "table.csv"
        command = ["frequencies", study, "--quiet", "-o", table]
        self.assertEqual(run(command)[0], 0)
        wanted = content(results)

        def check():
            self.assertTrue(content(results) in (wanted, {}), "the table is whole or not there")

        self.kill_often(command, results, lambda: table.unlink(missing_ok=True), check)
        self.assertEqual(content(results), wanted)

    def test_a_table_that_is_being_written_by_another_is_left_alone(self):
        results = self.folder / "results"
        results.mkdir()
        study = self.long_study()
        both = [start(["frequencies", study, "--quiet", "-o", results / "table.csv"]) for _ in range(4)]
        for process in both:
            process.communicate()
            self.assertEqual(process.returncode, 0)
        self.assertEqual([p.name for p in results.iterdir()], ["table.csv"])

    def test_signals_that_end_it_leave_the_earlier_results(self):
        out = self.folder / "out"
        self.assertEqual(run([*RUN, "-o", out])[0], 0)
        former = content(out)
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = start([*RUN, "--min-count", "2", "-o", out])
            time.sleep(0.1)
            process.send_signal(ending)
            process.communicate()
            self.assertEqual(process.returncode, -ending)
            self.assertEqual(content(out), former)


main()
