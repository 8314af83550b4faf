# Two commands do everything on a fresh machine: make run, make test.
.PHONY: run test format lint types contracts check score benchmarks load fuzz pictures audit package silent sizes lock clean

BIN := .venv/bin

run: .venv/.ready-run  ## set up, and open the window on the sample articles
	@$(BIN)/python -m recoupe seeds/*.txt

test: .venv/.ready-dev lint types contracts check  ## set up, and run every check

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

check:
	$(BIN)/pytest -n 2

format: .venv/.ready-dev  ## put the code into its format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: .venv/.ready-dev  ## score the comparison on the annotated stories beside the checkout
	$(BIN)/python tests/benchmarks/score.py

benchmarks: .venv/.ready-dev  ## time what has to be fast, and try it under load
	$(BIN)/python tests/benchmarks/speed.py --long
	$(BIN)/python tests/benchmarks/first_marks.py
	$(BIN)/python tests/benchmarks/pages.py
	$(BIN)/python tests/benchmarks/saving.py
	$(BIN)/python tests/benchmarks/window.py

load: .venv/.ready-dev  ## put far more on the program than anyone will, eight hours of use in minutes, and drive its worker by chance
	$(BIN)/python tests/benchmarks/load.py
	$(BIN)/python tests/benchmarks/books.py
	$(BIN)/python tests/benchmarks/day.py
	$(BIN)/python tests/benchmarks/worker.py

fuzz: .venv/.ready-dev  ## breed inputs that no one would write for every reader, ten minutes each
	$(BIN)/python -m pip install --quiet atheris
	$(BIN)/python tests/benchmarks/fuzz.py

pictures: .venv/.ready-dev  ## write pictures of the window to pictures/
	$(BIN)/python tests/benchmarks/pictures.py

audit: .venv/.ready-dev  ## check the pinned dependencies for known holes
	$(BIN)/python -m pip install --quiet pip-audit
	@$(BIN)/python packaging/audit.py

package: .venv/.ready-package  ## build dist/: the folder, the .deb and the .tar.gz
	$(BIN)/python packaging/build.py all

silent:  ## watch the built folder's sockets: none may lead to a network
	packaging/linux/silent.sh dist/recoupe

sizes:  ## what the built folder holds, by size
	$(BIN)/python packaging/build.py sizes

lock:  ## pin what is installed in .venv now
	$(BIN)/python packaging/lock.py > constraints.txt

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.venv/.ready-run: pyproject.toml constraints.txt packaging/prepare.sh packaging/system_libraries.py
	@packaging/prepare.sh run

.venv/.ready-dev: pyproject.toml constraints.txt packaging/prepare.sh packaging/system_libraries.py
	@packaging/prepare.sh dev

.venv/.ready-package: pyproject.toml constraints.txt packaging/prepare.sh packaging/system_libraries.py
	@packaging/prepare.sh package
