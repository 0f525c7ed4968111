"""Documents are parsed in a process of its own: what a hostile or broken file does there costs that file alone."""

from index.apart.worker import Worker, parse_apart

__all__ = ["Worker", "parse_apart"]
