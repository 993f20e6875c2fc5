"""One cold measurement in a process of its own: one warm-up text, then each text once; prints the CPU seconds and characters as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.systems import SYSTEMS


def main() -> int:
    """Time the system named first over the texts of the JSON file named second."""
    key, source = sys.argv[1:]
    warm_up, *texts = json.loads(Path(source).read_text(encoding="utf-8"))
    try:
        read = SYSTEMS[key][1]()
        read(warm_up)
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return 0
    begin = time.process_time()
    for text in texts:
        read(text)
    print(json.dumps({"seconds": time.process_time() - begin, "characters": sum(map(len, texts))}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
