"""The compiled wheel: ``HATCH_BUILD_HOOK_ENABLE_CUSTOM=true python -m build --wheel``. Any other build makes the pure one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledHook(BuildHookInterface):  # type: ignore[misc]
    """Puts compiled modules into the wheel, with the sources that they were compiled from: for tracebacks, and for changed languages."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile a copy, before the files of the wheel are gathered."""
        self.folder = tempfile.mkdtemp()
        if version == "editable":
            return
        subprocess.run([sys.executable, Path(self.root, "tools", "compiled.py"), self.folder], check=True)
        sources = Path(self.folder, "src")
        build_data["pure_python"], build_data["infer_tag"] = False, True
        build_data["force_include"] |= {str(path): path.relative_to(sources).as_posix() for path in sources.rglob("*") if path.suffix in (".py", ".pyd", ".so")}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the copy."""
        shutil.rmtree(self.folder)
