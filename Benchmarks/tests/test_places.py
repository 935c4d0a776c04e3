"""Tests where records go."""

import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from measure import places  # noqa: E402


class RecordsTest(unittest.TestCase):
    def test_a_record_is_never_written_over(self):
        with tempfile.TemporaryDirectory() as folder:
            written = []
            for _ in range(3):
                path = places.free(pathlib.Path(folder), "2026-11-29-machine-2")
                path.write_text("{}")
                written.append(path.name)
            self.assertEqual(written, ["2026-11-29-machine-2.json", "2026-11-29-machine-2-2.json", "2026-11-29-machine-2-3.json"])


if __name__ == "__main__":
    unittest.main()
