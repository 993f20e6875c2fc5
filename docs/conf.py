"""Sphinx configuration."""

project = "conflictkit"
author = "the conflictkit authors"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
nitpick_ignore_regex = [("py:class", r"datetime\..*|dt\.date|os\..*|conflictkit\._serial\.T|conflictkit\.language\.Change|Change|Number|Kind|R|attrs\..*|hypothesis\..*|pandas\..*|collections\.abc\..*|typing\..*|T")]  # no network: nothing to link to
html_theme = "furo"
html_static_path = ["_static"]
exclude_patterns = ["_build", "coming-from/_*"]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
myst_heading_anchors = 3


def setup(app):
    """What a field of a record says stands in its metadata."""
    import importlib

    import attrs

    def describe(app, what, name, obj, options, lines):
        module, _, rest = name.partition(".")
        owner, _, field = rest.rpartition(".")
        cls = getattr(importlib.import_module(module), owner, None) if what == "attribute" and owner.isidentifier() else None
        about = getattr(attrs.fields_dict(cls).get(field), "metadata", {}).get("about") if cls is not None and attrs.has(cls) else None
        if about:
            lines[:] = [about, ""]

    app.connect("autodoc-process-docstring", describe)
