"""Reads every filled cell of the workbooks named, as a script of a municipality would.

Prints for each of the two ways that openpyxl has: name, workbooks, seconds without the start of
Python. Used by `cargo bench`.
"""

import sys
import time

import openpyxl

for name, read_only in [("whole", False), ("read-only", True)]:
    start = time.perf_counter()
    cells = 0
    for path in sys.argv[1:]:
        workbook = openpyxl.load_workbook(path, data_only=True, read_only=read_only)
        for sheet in workbook.worksheets:
            for row in sheet.iter_rows(values_only=True):
                cells += sum(value is not None for value in row)
        workbook.close()
    assert cells > 0
    print(name, len(sys.argv) - 1, time.perf_counter() - start, sep="\t")
