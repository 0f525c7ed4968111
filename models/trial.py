"""Tries an added model in a process of its own: damaged weights can end a process or never come to an end.

``python -m models.trial TASK FOLDER`` is that process; it says ``ok``, or what is wrong, in its last line.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Final

from index.errors import DamagedModel, ReaderError
from models.package import ModelPackage, package_size, read_package

LIMIT: Final = 180.0
"""Seconds that a model may take to load and to do one sentence; encoders that need torch take some twenty."""
_MEMORY: Final = 6_000_000_000
_POLL: Final = 0.05
_OK: Final = "ok"
_SENTENCES: Final = {
    "zh": "我们要推进改革，发展经济。",
    "en": "We will advance reform and develop the economy.",
}


def try_steps(package: ModelPackage, limit: float = LIMIT) -> Generator[None, None, None]:
    """Load the package and use it once, in another process; raises DamagedModel where that fails.

    Yields while it waits; the other process ends when the generator does.
    """
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "2"}
    command = [sys.executable, "-m", "models.trial", package.task, str(package.folder.resolve())]
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(
                command, cwd=Path(__file__).resolve().parents[1], env=environment,
                stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except OSError as error:
            raise DamagedModel(package.name, f"it could not be tried ({error.strerror or error})") from error
        started = time.monotonic()
        try:
            while process.poll() is None:
                if time.monotonic() - started > limit:
                    raise DamagedModel(package.name, f"it was not ready after {limit:.0f} seconds")
                time.sleep(_POLL)
                yield
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
        _judge(package, process.returncode, _last_line(said.fileno()))


def accept(_: ModelPackage) -> Generator[None, None, None]:
    """Trusts a package without trying it: for those that come with the reader."""
    yield from ()


def _last_line(file: int) -> str:
    size = os.fstat(file).st_size
    os.lseek(file, max(0, size - 4_000), os.SEEK_SET)
    lines = os.read(file, 4_000).decode("utf-8", errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else ""


def _judge(package: ModelPackage, status: int, said: str) -> None:
    if status == 0 and said == _OK:
        return
    if status == 1 and said:
        # The folder is a passing one; its name means nothing to the user.
        raise DamagedModel(package.name, said.replace(f"{package.folder.resolve()}{os.sep}", ""))
    how = signal.Signals(-status).name if status < 0 else f"status {status}"
    raise DamagedModel(package.name, f"loading it ends the process ({how})")


def _try(task: str, folder: str) -> None:
    package = read_package(Path(folder), "user")
    if task == "encode":
        from models.embedding import load_embedder

        vectors = load_embedder(package).embed(list(_SENTENCES.values()))
        if vectors.ndim != 2 or len(vectors) != len(_SENTENCES) or not (vectors == vectors).all():
            raise DamagedModel(package.name, "its vectors are no numbers")
        return
    _limit_memory(_MEMORY + 4 * package_size(package))
    from models.codes import reading_code
    from models.engine import Network
    from models.weights import check_vocabularies

    check_vocabularies(package.folder / "model", package.name)
    network = Network(package, threads=1)
    text = _SENTENCES.get(reading_code(package.from_code), _SENTENCES["en"])
    network.text(network.drafts([text], 1)[0][0].pieces)


def _limit_memory(most: int) -> None:
    """A file that asks for a table of a thousand gigabytes gets none; left alone where the system has no limits."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Try the package in a folder; gives the exit status."""
    from models.engine import one_line

    try:
        _try(*arguments)
    except DamagedModel as error:
        said, status = error.reason, 1
    except ReaderError as error:
        said, status = str(error), 1
    except MemoryError:
        said, status = "it needs more memory than a model of its size should", 1
    except Exception as error:  # noqa: BLE001 - whatever a foreign model makes the libraries raise
        said, status = f"it cannot be used ({one_line(error)})", 1
    else:
        said, status = _OK, 0
    sys.stdout.write(f"\n{' '.join(said.split())}\n")
    sys.stdout.flush()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
