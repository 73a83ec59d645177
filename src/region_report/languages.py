"""The languages of the report: Chinese, English, and each further one that has a folder in `locale/`."""

from pathlib import Path

LOCALES = Path(__file__).resolve().parent / "locale"
# What sources are printed in, and what code, schemas and downloads are written in: the report always has these two.
ALWAYS = ("zh", "en")
FURTHER = tuple(sorted(path.name for path in LOCALES.iterdir() if path.is_dir() and path.name not in ALWAYS))
LANGUAGES = (*ALWAYS, *FURTHER)


def columns(*names):
    """The columns that say these in each language.

    >>> columns("region")[:2]
    ['region_zh', 'region_en']
    """
    return [f"{name}_{lang}" for name in names for lang in LANGUAGES]
