"""What a wheel holds beside the sources: the word tables in one file, and, for ``HATCH_BUILD_HOOK_ENABLE_CUSTOM=true``, the compiled modules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = os.environ.get("HATCH_BUILD_HOOK_ENABLE_CUSTOM") == "true"
"""Whether the compiled wheel is asked for; any other build makes the pure one."""


class WheelHook(BuildHookInterface):  # type: ignore[misc]
    """Puts what is made of the sources into the wheel."""

    def dependencies(self) -> list[str]:
        """What compiling needs."""
        return self.config["compiled"] if COMPILED else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make it, before the files of the wheel are gathered."""
        self.folder = tempfile.mkdtemp()
        if version == "editable":
            return
        build_data["force_include"][self._tables()] = "conflictkit/english/tables.json"
        if COMPILED:
            build_data["pure_python"], build_data["infer_tag"] = False, True
            build_data["force_include"] |= self._compiled()

    def _tables(self) -> str:
        """All tables in one file that is read in no time (see ``_tables.py``)."""
        files = sorted(Path(self.root, "src", "conflictkit", "english").glob("*/*.toml"), key=lambda path: path.stem)
        made = Path(self.folder, "tables.json")
        made.write_text(json.dumps({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in files}), encoding="utf-8")
        return str(made)

    def _compiled(self) -> dict[str, str]:
        """Compiled modules, with the sources that they were compiled from: for tracebacks, and for changed languages."""
        subprocess.run([sys.executable, Path(self.root, "tools", "compiled.py"), self.folder], check=True)
        sources = Path(self.folder, "src")
        return {str(path): path.relative_to(sources).as_posix() for path in sources.rglob("*") if path.suffix in (".py", ".pyd", ".so")}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made."""
        shutil.rmtree(self.folder)
