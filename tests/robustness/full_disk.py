"""Where there is no room for the results, the program says so and the earlier ones stay."""
import os
import resource
import shutil
import subprocess

from program import RUN, ScratchTest, content, leftovers, main, run


def with_files_up_to(size):
    return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}


class FullDisk(ScratchTest):
    def small_disk(self, size):
        disk = self.folder / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
        if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
            self.skipTest("a file system can be mounted here by nobody, or by root only")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        return disk

    def test_run_on_a_full_disk_keeps_the_earlier_results(self):
        disk = self.small_disk("8m")
        out = disk / "out"
        self.assertEqual(run([*RUN, "-o", out])[0], 0)
        former = content(out)
        room = os.statvfs(disk)
        (disk / "filler").write_bytes(b"x" * (room.f_bavail * room.f_frsize - 65536))
        self.fails(run([*RUN, "--min-count", "2", "-o", out]), "cannot be written: No space left on device")
        self.assertEqual(content(out), former)
        self.assertEqual(leftovers(out), [])

    def test_a_table_on_a_full_disk(self):
        disk, study = self.small_disk("256k"), self.long_study()
        (disk / "table.csv").write_text("earlier")
        self.fails(run(["frequencies", study, "-o", disk / "table.csv"]), "table.csv: cannot be written: No space")
        self.assertEqual([(p.name, p.read_text()) for p in disk.iterdir()], [("table.csv", "earlier")])

    def test_a_table_larger_than_files_may_be(self):
        study, table = self.long_study(), self.folder / "table.csv"
        table.write_text("earlier")
        outcome = run(["frequencies", study, "-o", table], **with_files_up_to(65536))
        self.fails(outcome, "table.csv: cannot be written: File too large")
        self.assertEqual(table.read_text(), "earlier")
        self.assertEqual(leftovers(self.folder), [])

    def test_a_run_with_a_table_larger_than_files_may_be(self):
        out = self.folder / "out"
        self.assertEqual(run([*RUN, "-o", out])[0], 0)
        former = content(out)
        self.fails(run([*RUN, "-o", out], **with_files_up_to(4096)), "cannot be written: File too large")
        self.assertEqual(content(out), former)
        self.assertEqual(leftovers(out), [])

    def test_a_folder_that_vanishes(self):
        out = self.folder / "out"
        out.mkdir()
        self.fails(run([*RUN, "-o", "gone/out"], cwd=out, preexec_fn=lambda: os.rmdir(out)), "cannot be written")


main()
