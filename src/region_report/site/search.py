"""Search that finds Chinese: text and query are cut alike, into windows of two characters.

Chinese has no spaces, and Sphinx cuts the pages into dictionary words, but not the query.
"""

import re
from pathlib import Path

import snowballstemmer
from sphinx.search import SearchLanguage, js_index
from sphinx.search.en import english_stopwords, js_porter_stemmer

NAME = "zh-bigram"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
PIECE = re.compile(rf"[{HAN}]+|\d+(?:[,，]\d{{3}})*(?:\.\d+)?|[^\W\d_{HAN}]+")

# The same cutting for the reader's query. A number gets the letter n: Sphinx drops bare numbers from queries.
# `var`: the theme loads Sphinx's own definition before this one, and a second `const` would be an error.
SPLITTER = """
var splitQuery = (query) => {
  const han = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u3007";
  const piece = new RegExp(
    `[${han}]+|\\\\d+(?:[,，]\\\\d{3})*(?:\\\\.\\\\d+)?|(?:(?![${han}])\\\\p{L})+`, "gu");
  const isHan = new RegExp(`^[${han}]`, "u");
  return (query.match(piece) || []).flatMap((found) => {
    if (/^\\d/.test(found)) return ["n" + found.replace(/[,，]/g, "")];
    if (!isHan.test(found) || found.length < 3) return [found];
    return Array.from({ length: found.length - 1 }, (_, start) => found.slice(start, start + 2));
  });
};
"""


def setup(app):
    """Offer the language to `html_search_language`."""
    app.add_search_language(BilingualSearch)
    app.connect("build-finished", forget_lost_words)


def forget_lost_words(app, exception):
    """Drop words that no page has any more: a second build leaves them in the index without a page."""
    path = Path(app.outdir) / "searchindex.js"
    if exception or not path.is_file():
        return
    index = js_index.loads(path.read_text(encoding="utf-8"))
    for words in (index["terms"], index["titleterms"]):
        for word in [word for word, pages in words.items() if pages == []]:
            del words[word]
    path.write_text(js_index.dumps(index), encoding="utf-8")


class BilingualSearch(SearchLanguage):
    """Chinese in windows of two characters, English by stems, numbers as they are, in both editions."""

    lang = NAME
    language_name = "Chinese and English"
    stopwords = english_stopwords
    js_stemmer_code = js_porter_stemmer
    js_splitter_code = SPLITTER

    def init(self, options):
        """Called by Sphinx with the search options."""
        self.stemmer = snowballstemmer.stemmer("porter")

    def split(self, text):
        """The words of a text, as the index holds them."""
        return [word for piece in PIECE.findall(text) for word in windows(piece)]

    def stem(self, word):
        """English by its stem; Chinese and numbers stay."""
        return self.stemmer.stemWord(word.lower())

    def word_filter(self, word):
        """Every Chinese character counts; a single Latin letter does not."""
        return word not in self.stopwords and (len(word) > 1 or not word.isascii())


def windows(piece):
    """What one piece is found by.

    >>> windows("五社联动"), windows("17,439"), windows("Volunteers")
    (['五社', '社联', '联动'], ['n17439'], ['Volunteers'])
    """
    if piece[0].isdecimal():
        return ["n" + piece.replace(",", "").replace("，", "")]
    if len(piece) < 3 or not re.match(f"[{HAN}]", piece):
        return [piece]
    return [piece[start : start + 2] for start in range(len(piece) - 1)]
