"""``python -m desktop``."""

from desktop.app import launch

if __name__ == "__main__":
    raise SystemExit(launch())
