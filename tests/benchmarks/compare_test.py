"""The arithmetic of benchmarks/compare: compare_test.py BENCHMARKS"""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv.pop(1))

from comparison import figures, kernels, machine, processes, programs, report, texts  # noqa: E402


class Figures(unittest.TestCase):
    def test_median_is_the_middle_or_the_mean_of_two(self):
        self.assertEqual(figures.median([3, 1, 10]), 3)
        self.assertEqual(figures.median([4, 1, 2, 10]), 3)
        self.assertIsNone(figures.median([]))

    def test_growth_exponent_is_the_slope_of_logarithms(self):
        self.assertAlmostEqual(figures.growth_exponent([10, 100, 1000], [0.3, 3, 30]), 1, places=12)
        self.assertAlmostEqual(figures.growth_exponent([10, 100, 1000], [7, 700, 70000]), 2, places=12)
        self.assertAlmostEqual(figures.growth_exponent([10, 1000], [5, 5]), 0, places=12)
        # By hand: y = 0, 1, 3 at x = 0, 1, 2: (0 * -1 + 3 * 1) / 2
        self.assertAlmostEqual(figures.growth_exponent([1, 10, 100], [1, 10, 1000]), 1.5, places=12)

    def test_growth_exponent_needs_two_sizes_and_positive_values(self):
        self.assertIsNone(figures.growth_exponent([10], [1]))
        self.assertIsNone(figures.growth_exponent([10, 10], [1, 2]))
        self.assertIsNone(figures.growth_exponent([10, 100], [0, 2]))
        self.assertAlmostEqual(figures.growth_exponent([10, 100, 1000], [1, None, 100]), 1, places=12)

    def test_ratio_is_none_where_it_does_not_exist(self):
        self.assertEqual(figures.ratio(6, 4), 1.5)
        self.assertIsNone(figures.ratio(6, 0))
        self.assertIsNone(figures.ratio(6, None))
        self.assertIsNone(figures.ratio(None, 4))

    def test_numbers_show_three_significant_digits(self):
        self.assertEqual([figures.shown(v) for v in (0.012345, 1.2345, 123.45, 1234567.0, 0, None)],
                         ["0.0123", "1.23", "123", "1,234,567", "0", "–"])

    def test_spread_shows_median_least_and_most(self):
        self.assertEqual(figures.spread([1.5, 1.0, 2.0]), "1.50 (1.00 to 2.00)")
        self.assertEqual(figures.spread([1.5]), "1.50")
        self.assertEqual(figures.spread([]), "–")

    def test_a_table_refuses_a_row_of_another_length(self):
        self.assertEqual(figures.markdown_table(["a", "b"], [["x", "1"]]), "| a | b |\n|---|--:|\n| x | 1 |\n")
        with self.assertRaises(ValueError):
            figures.markdown_table(["a", "b"], [["x"]])


class Texts(unittest.TestCase):
    text = "".join(f"line {i} of the text ä\n" for i in range(500)).encode()

    def test_pieces_are_whole_lines_and_hold_what_was_asked(self):
        pieces = list(texts.cut(self.text, 50_000, 3_000))
        lines = set(self.text.splitlines())
        self.assertTrue(all(line in lines for piece in pieces for line in piece.splitlines()))
        self.assertTrue(all(3_000 <= len(piece) < 3_030 for piece in pieces[:-1]))
        self.assertTrue(50_000 <= sum(map(len, pieces)) < 50_030)

    def test_a_text_that_begins_anew_is_cut_elsewhere(self):
        pieces = list(texts.cut(self.text, 5 * len(self.text), 3_000))
        self.assertEqual(len(set(pieces)), len(pieces))

    def test_a_small_text_is_repeated_to_the_size_of_a_document(self):
        self.assertEqual([len(piece) for piece in texts.cut(b"ab\n", 9, 9)], [9])
        self.assertEqual(list(texts.cut(b"one\ntwo\n", 8, 8)), [b"one\ntwo\n"])

    def test_documents_are_of_50_kB_up_to_100_MB_and_2000_from_there_on(self):
        self.assertEqual([texts.document_bytes(n * 10**6) for n in (10, 100, 1000)], [50_000, 50_000, 500_000])

    def test_what_is_not_utf8_or_blank_is_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in (("a", b"\xef\xbb\xbfone"), ("b", b"caf\xe9"), ("c", b" \n"), ("d", b"two\n")):
                (pathlib.Path(folder) / f"{name}.txt").write_bytes(text)
            with contextlib.redirect_stderr(io.StringIO()) as said:
                self.assertEqual(texts.read(sorted(pathlib.Path(folder).iterdir())), b"one\ntwo\n")
            self.assertIn("b.txt is no UTF-8", said.getvalue())

    def test_no_texts_end_the_program(self):
        with self.assertRaises(SystemExit):
            texts.read([])

    def test_a_set_is_written_by_another_process(self):
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "source.txt"
            source.write_bytes(self.text)
            paths, size = texts.make_set([source], 200_000, pathlib.Path(folder) / "set")
            self.assertEqual([path.name for path in paths], [f"d{i:05d}.txt" for i in range(4)])
            self.assertEqual(size, sum(len(path.read_bytes()) for path in paths))
            self.assertTrue(200_000 <= size < 200_030)


class Parsing(unittest.TestCase):
    def test_processor_and_compiler_are_found(self):
        self.assertEqual(machine.cpu_model("processor\t: 0\nmodel name\t: AMD EPYC\nmodel name\t: AMD EPYC\n"), "AMD EPYC")
        self.assertIsNone(machine.cpu_model(""))
        cache = "CMAKE_CXX_COMPILER_AR:FILEPATH=/usr/bin/ar\nCMAKE_CXX_COMPILER:STRING=/usr/bin/c++\nEMPTY:STRING=\n"
        self.assertEqual(machine.cached(cache, "CMAKE_CXX_COMPILER"), "/usr/bin/c++")
        self.assertIsNone(machine.cached(cache, "EMPTY"))
        self.assertIsNone(machine.cached(cache, "CMAKE_BUILD_TYPE"))

    def test_medians_of_kernels_are_read_in_seconds(self):
        runs = [{"run_name": "BM_A", "aggregate_name": "mean", "cpu_time": 9, "time_unit": "ns"},
                {"run_name": "BM_A", "aggregate_name": "median", "cpu_time": 2.5, "time_unit": "ms",
                 "bytes_per_second": 4e6},
                {"run_name": "BM_A", "cpu_time": 7, "time_unit": "ns"}]
        self.assertEqual(kernels.medians({"benchmarks": runs}), [("BM_A", 0.0025, 4e6, None)])
        self.assertEqual(kernels.table_row("BM_A", 0.0025, 4e6, None), ["`BM_A`", "2.50", "4.00", "–"])


def cells(table, row):
    return [cell.strip() for cell in table.splitlines()[2 + row].strip("|").split("|")]


class Reports(unittest.TestCase):
    @staticmethod
    def samples(scale):
        sample = processes.sample
        mine, _, all_threads, *_ = programs.ours("isogloss", "texts", pathlib.Path("out"))
        theirs = next(programs.sklearn("python3", "texts"))
        wc = list(programs.wc(["a"]))
        return {mine: [sample(2 * scale, 2.5 * scale, 2000)] * 3, all_threads: [sample(3 * scale, 1.5 * scale, 4000)],
                theirs: [sample(50 * scale, 51 * scale, 90000)], wc[0]: [sample(0.5 * scale, 1, 1000)],
                wc[1]: [sample(4 * scale, 4, 1000)]}

    def test_ratios_are_to_wc_and_to_scikit_learn(self):
        table = report.comparison(self.samples(1), 100e6, "counts", 1000)
        self.assertEqual(cells(table, 0)[1:],
                         ["2.00 (2.00 to 2.00)", "2.50 (2.50 to 2.50)", "50.0", "0.500", "25.0", "2.05", "3"])
        self.assertEqual(cells(table, 3)[:2] + cells(table, 3)[4:6], ["wc -w, LC_ALL=C", "0.500", "0.125", "–"])

    def test_programs_that_do_something_else_are_not_in_the_table(self):
        self.assertEqual(report.comparison(self.samples(1), 1e6, "tfidf", 0).count("\n"), 2 + 2)

    def test_memory_below_what_any_program_holds_is_a_bound(self):
        self.assertEqual(cells(report.comparison(self.samples(1), 1e6, "counts", 1000), 3)[6], "< 1.0")
        sets = [(1e7, self.samples(1)), (1e8, self.samples(1))]
        self.assertEqual(cells(report.peaks_by_size(sets, 1000), 3)[1:], ["< 1.0", "< 1.0", "–"])
        self.assertEqual(cells(report.peaks_by_size(sets, 1000), 0)[1:], ["2.05", "2.05", "0.00"])

    def test_without_the_others_there_are_no_ratios(self):
        mine = {p: s for p, s in self.samples(1).items() if p.name.startswith("isogloss")}
        self.assertEqual(cells(report.comparison(mine, 1e6, "counts", 1000), 0)[4:6], ["–", "–"])

    def test_growth_is_by_size_and_of_what_ran(self):
        sets = [(1e7, self.samples(1)), (1e8, self.samples(10)), (1e9, self.samples(100))]
        sets[2] = (1e9, {p: s for p, s in sets[2][1].items() if not p.name.startswith("scikit")})
        self.assertEqual(cells(report.times_by_size(sets), 0)[1:], ["2.00", "20.0", "200", "1.00"])
        self.assertEqual(cells(report.times_by_size(sets), 2)[1:], ["50.0", "500", "–", "1.00"])

    def test_threads_are_compared_by_wall_time(self):
        row = cells(report.threads([(1e7, self.samples(1))]), 0)
        self.assertEqual(row[0], "isogloss frequencies, to file")
        self.assertEqual(row[4:], ["1.67", "1.50"])
        without = {p: s for p, s in self.samples(1).items() if p.threads == "all"}
        self.assertEqual(cells(report.threads([(1e7, without)]), 0)[2:], ["–", "1.50", "–", "–"])


class Processes(unittest.TestCase):
    def test_programs_take_turns_until_their_time_is_up(self):
        quick, slow = processes.program("quick", ("true",)), processes.program("slow", ("sleep", "0.2"))
        with contextlib.redirect_stderr(io.StringIO()):
            samples = processes.by_turns([quick, slow], 3, 0.3)
        self.assertEqual([len(s) for s in samples.values()], [3, 1])
        self.assertGreaterEqual(samples[slow][0].wall, 0.2)

    def test_what_would_take_too_long_is_left_out_of_larger_sets(self):
        a, b, c = (processes.program(name, (name,)) for name in "abc")
        before = {a: [processes.sample(1, wall, 1) for wall in (1, 5, 2)], b: [processes.sample(1, 6.1, 1)]}
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(processes.short_enough([a, b, c], 10e6, before, 100e6, 60), [a])
        self.assertIn("b would take 61 s", said.getvalue())

    def test_time_and_memory_are_of_the_program_that_ran(self):
        busy = processes.run([sys.executable, "-c", "b = bytearray(10**8); sum(range(3 * 10**6))"])
        self.assertGreater(busy.cpu, 0.01)
        self.assertGreater(busy.peak, 10**8 / 1024)

    def test_a_program_that_fails_ends_the_comparison_with_its_message(self):
        with self.assertRaisesRegex(SystemExit, r"(?s)failed \(3\).*no such study"):
            processes.run(["sh", "-c", "echo no such study >&2; exit 3"])


if __name__ == "__main__":
    unittest.main()
