"""One cold measurement in a process of its own: a warm-up text, then each text once; prints CPU seconds, characters and peak memory as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.systems import SYSTEMS


def main() -> int:
    """Time the system named first over the texts of the JSON file named second."""
    key, source = sys.argv[1:]
    warm_up, *texts = json.loads(Path(source).read_text(encoding="utf-8"))
    try:
        read = SYSTEMS[key].load()
        read(warm_up)
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return 0
    before = peak()
    begin = time.process_time()
    for text in texts:
        read(text)
    seconds = time.process_time() - begin
    print(json.dumps({"seconds": seconds, "characters": sum(map(len, texts)), "grown": peak() - before}))
    return 0


def peak() -> int:
    """The most memory that this process has held so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    sys.exit(main())
