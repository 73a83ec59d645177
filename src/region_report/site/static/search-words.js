/* The words of a query, cut as site/search/cutting.py cuts the text, and where they stand in a passage. */
(function () {
  "use strict";

  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}\\u3007";
  const PIECE = new RegExp(
    `[${HAN}]+|(?:\\p{Nd}{1,3}(?:,\\p{Nd}{3}(?!\\p{Nd}))+|\\p{Nd}+)(?:\\.\\p{Nd}+)?`
    + `|(?:(?![${HAN}])[\\p{L}\\p{Nl}\\p{No}])+`, "gu");
  const IS_HAN = new RegExp(`^[${HAN}]`, "u");
  const IS_NUMBER = /^\p{Nd}/u;
  const LETTER = /[\p{L}\p{N}]/u;

  function normal(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function pieces(text) {
    return normal(text).match(PIECE) || [];
  }

  function windows(piece) {
    if (IS_NUMBER.test(piece)) return [piece.replace(/,/g, "")];
    const characters = Array.from(piece);
    if (characters.length === 1 || !IS_HAN.test(piece)) return [piece];
    return characters.slice(1).map((each, index) => characters[index] + each);
  }

  /* The singular of an English word, or its beginning: other words are found by their beginnings. */
  function beginning(word) {
    if (!/^[a-z]{4,}$/.test(word) || /(ss|us|is)$/.test(word)) return word;
    return word.replace(/(?:ies|([sx]|[cs]h)es|s)$/, "$1");
  }

  /* What the index is asked for: words, and beginnings of words. */
  function asked(text) {
    const found = pieces(text).flatMap((piece) => {
      const beginnings = !IS_NUMBER.test(piece) && (Array.from(piece).length === 1 || !IS_HAN.test(piece));
      return beginnings ? [{ word: beginning(piece), begins: true }] : windows(piece).map((word) => ({ word }));
    });
    // One character of a longer query says little, and a beginning of one character has very many words.
    const telling = found.filter((each) => !each.begins || each.word.length > 1);
    return telling.length ? telling : found;
  }

  /* A text without spaces and thousands separators, in small half-width letters; `at`: [start, end] of each in it. */
  function folded(text) {
    let made = "";
    const at = [];
    let index = 0;
    for (const character of text) {
      const separator = /[,，]/.test(character) && /\d$/.test(made) && /^.\d{3}(?!\d)/.test(text.slice(index, index + 5));
      if (!separator) {
        const kept = normal(character).replace(/\s/g, "");
        for (let count = 0; count < kept.length; count += 1) at.push([index, index + character.length]);
        made += kept;
      }
      index += character.length;
    }
    return { made, at };
  }

  /* The places [start, end] of a folded word in a passage; no part of a longer number or the end of a longer word. */
  function places(text, fold, word) {
    const found = [];
    const loose = IS_HAN.test(word);
    for (let start = fold.made.indexOf(word); start >= 0; start = fold.made.indexOf(word, start + 1)) {
      const from = fold.at[start][0];
      const to = fold.at[start + word.length - 1][1];
      const before = text.charAt(from - 1);
      const whole = loose || !LETTER.test(before) || IS_HAN.test(before);
      const longer = IS_NUMBER.test(word) && /\d/.test(text.charAt(to)) && /\d$/.test(word);
      if (whole && !longer) found.push([from, to]);
    }
    return found;
  }

  /* How well a passage answers, and what to mark in it: the whole phrase, or its pieces, or their windows. */
  function match(text, query) {
    const fold = folded(text);
    const phrase = folded(query).made.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    const marked = phrase ? places(text, fold, phrase) : [];
    if (marked.length) return { score: 1000, marks: marked };
    let score = 0;
    const marks = pieces(query).flatMap((piece) => {
      const whole = IS_HAN.test(piece) || IS_NUMBER.test(piece) ? folded(piece).made : beginning(piece);
      let found = places(text, fold, whole);
      score += found.length ? 10 : 0;
      if (!found.length && Array.from(piece).length > 2 && IS_HAN.test(piece)) {
        const parts = windows(piece).map((each) => places(text, fold, each)).filter((each) => each.length);
        score += parts.length / windows(piece).length;
        found = parts.flat();
      }
      return found;
    });
    return { score, marks: merged(marks) };
  }

  function merged(marks) {
    const made = [];
    marks.sort((left, right) => left[0] - right[0]).forEach(([from, to]) => {
      const last = made[made.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else made.push([from, to]);
    });
    return made;
  }

  function cut(text) {
    return pieces(text).flatMap(windows);
  }

  globalThis.reportSearch = { cut, pieces, asked, match };
})();
