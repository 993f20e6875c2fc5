"""Sphinx configuration."""

project = "conflictkit"
author = "the conflictkit authors"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
nitpick_ignore_regex = [("py:class", r"datetime\..*|dt\.date|os\..*|conflictkit\._serial\.T|conflictkit\.language\.Change|hypothesis\..*|collections\.abc\..*|typing\..*|T")]  # no network: nothing to link to
html_theme = "furo"
html_static_path = ["_static"]
exclude_patterns = ["_build", "coming-from/_*"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
myst_heading_anchors = 3
