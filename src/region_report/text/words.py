"""The edition that is being written, and its words from `locale/<language>/*.yml`."""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from string import Formatter

from region_report import settings
from region_report.codelists.records import near
from region_report.errors import DataError, Fault, UsageError
from region_report.languages import LANGUAGES, LOCALES
from region_report.messages import Message, texts
from region_report.paths import shown

# What a project may name beside what there is: themes of its indicators, captions of its contents.
ADDED = ("tables.theme.", "site.captions.")
_edition = ContextVar("edition", default="zh")


class MissingText(LookupError):
    """A text that one edition lacks. It stops the build: no page may fall back to the other language."""


def use(lang):
    """From here on everything shown is in `lang`. Raises UsageError for another language."""
    _edition.set(_known(lang))


@contextmanager
def edition(lang):
    """Everything shown inside the block is in `lang`."""
    token = _edition.set(_known(lang))
    try:
        yield
    finally:
        _edition.reset(token)


def language():
    """The language of the edition being written."""
    return _edition.get()


def t(key, **values):
    """The text `key` of the edition, its fields filled in. Raises MissingText where the edition has none."""
    lang = language()
    text = catalogue(lang).get(key)
    if text is None:
        raise MissingText(f"There is no text '{key}' in locale/{lang}. Add it to a file there, in each language.")
    try:
        return text.format(**values)
    except KeyError as missing:
        raise MissingText(f"The text '{key}' in locale/{lang} needs a value for {missing}.") from None


def has(key):
    """Whether the edition has the text `key`."""
    return key in catalogue(language())


@cache
def catalogue(lang, folder=LOCALES):
    """All texts of a language: dotted key -> text; those of the project's own words take the places of others.

    Raises DataError where two files give one key, or the project's one that nobody asks for.
    """
    entries, faults = _read(Path(folder) / lang)
    own = settings.words(lang) if folder == LOCALES else {}
    file = f"words.{lang}.yml"
    for key in own.keys() - entries.keys():
        if not key.startswith(ADDED):
            faults.append(Fault(file, 0, key, Message("faults.words_unknown", near=near(key, entries))))
    for key in own.keys() & entries.keys():
        if wrong := _fields(own[key]) - _fields(entries[key][0]):
            faults.append(Fault(file, 0, key, Message("faults.words_fields", fields=tuple(sorted(wrong)))))
    if faults:
        raise DataError(faults)
    return {key: text for key, (text, *_) in entries.items()} | own


def check_locales(folder=LOCALES):
    """Faults of the locale files: keys given twice, texts missing in one language, fields that differ."""
    read = {lang: _read(Path(folder) / lang) for lang in LANGUAGES if (Path(folder) / lang).is_dir()}
    faults = [fault for _, found in read.values() for fault in found]
    entries = {lang: found for lang, (found, _) in read.items()}
    first, *others = entries
    for other in others:
        faults += _missing(entries, first, other) + _missing(entries, other, first)
        for key in entries[first].keys() & entries[other].keys():
            text, file, line = entries[first][key]
            if differing := _fields(text) ^ _fields(entries[other][key][0]):
                said = Message("faults.text_fields", langs=(first, other), fields=tuple(sorted(differing)))
                faults.append(Fault(file, line, key, said))
    return sorted(faults)


def _missing(entries, lang, other):
    """The texts of one language that the other lacks; what a further one says of metrics is code in the first two."""
    return [
        Fault(file, line, key, Message("faults.text_missing", lang=other))
        for key, (_, file, line) in entries[lang].items()
        if key not in entries[other] and not key.startswith("metrics.of.")
    ]


def _known(lang):
    if lang not in LANGUAGES:
        raise UsageError(Message("usage.edition", found=lang, allowed=LANGUAGES))
    return lang


def _read(folder):
    """Entries (dotted key -> text, file, line) of a language folder, and the faults of its files."""
    entries, faults = {}, []
    for path in sorted(folder.glob("*.yml")):
        file = shown(path)
        for key, text, line in texts(path):
            if key in entries:
                _, first, first_line = entries[key]
                faults.append(Fault(file, line, key, Message("faults.text_twice", first=first, line=first_line)))
            entries[key] = (text, file, line)
    return entries, faults


def _fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}
