/* The search page: results as the reader types, each with the passages that answer and the words marked in them. */
(function () {
  "use strict";

  const AT_ONCE = 10;
  const PASSAGES = 3;
  const AROUND = 60;
  const WORD = 15;
  const WAIT = 200;
  const PATIENCE = 500;
  const search = globalThis.reportSearch;
  const page = document.querySelector(".report-search");
  const words = JSON.parse(page.dataset.words);
  const [field, status, list, more, help] = ["input", "[role=status]", "ol", ".report-search__more", ".report-search__help"]
    .map((selector) => page.querySelector(selector));
  let results = [];
  let shown = 0;
  let asked = 0;
  let timer;

  function say(key, values) {
    status.textContent = Object.entries(values || {}).reduce(
      (text, [name, value]) => text.replace(`<${name}>`, value), words[key] || "");
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  /* The text from `start` to `end` with its marks, into the element. */
  function fill(made, text, marks, start, end) {
    let at = start;
    marks.filter(([from]) => from < end).forEach(([from, to]) => {
      made.append(text.slice(at, from), element("mark", "", text.slice(from, to)));
      at = to;
    });
    made.append(text.slice(at, Math.max(at, end)));
    return made;
  }

  /* A place near by between two words, where the text has spaces. */
  function between(text, at, step) {
    if (at <= 0 || at >= text.length) return at;
    for (let near = at; Math.abs(near - at) < WORD; near += step) if (text[near] === " ") return near;
    return at;
  }

  /* The passage around its first mark. */
  function excerpt(text, marks) {
    const start = marks.length && marks[0][0] > AROUND ? between(text, marks[0][0] - AROUND / 2, 1) : 0;
    const end = between(text, Math.min(text.length, start + 3 * AROUND), -1);
    const made = element("span", "report-search__passage", start ? "…" : "");
    fill(made, text, marks, start, end).append(end < text.length ? "…" : "");
    return made;
  }

  function named(className, text, query) {
    return fill(element("a", className), text, search.match(text, query).marks, 0, text.length);
  }

  /* The best passages of a page, at most one a section; a section whose heading alone answers shows its beginning. */
  function passages(text, query) {
    const best = text.sections.map(([anchor, heading, ...rest]) => {
      const texts = rest.length ? rest : [""];
      const found = texts.map((each) => ({ anchor, heading, text: each, ...search.match(each, query) }));
      const top = found.reduce((left, right) => (right.score > left.score ? right : left));
      return { ...top, score: top.score + search.match(heading, query).score / 2 };
    });
    const top = Math.max(...best.map((each) => each.score));
    return best.filter((each) => each.score > 0 && each.score >= Math.min(top, 1000))
      .sort((left, right) => right.score - left.score).slice(0, PASSAGES);
  }

  /* Browsers that can will show the words themselves, also in a closed table. */
  function target(address, anchor, marked) {
    const directive = marked && "fragmentDirective" in document
      ? ":~:text=" + encodeURIComponent(marked).replace(/-/g, "%2D") : "";
    const hash = anchor + directive;
    return new URL("../" + address, scriptFolder).href + (hash ? "#" + hash : "");
  }

  function item(text, query) {
    const made = element("li", "report-search__page");
    const title = element("div");
    title.setAttribute("role", "heading");
    title.setAttribute("aria-level", "2");
    const link = named("report-search__title", text.title, query);
    link.href = target(text.address, "", "");
    title.append(link);
    const below = element("ul");
    passages(text, query).forEach((each) => {
      const row = element("li");
      const link = named("report-search__section", each.heading, query);
      const first = each.marks[0];
      link.href = target(text.address, each.anchor, first && each.text.slice(first[0], first[1]));
      row.append(link, excerpt(each.text, each.marks));
      below.append(row);
    });
    made.append(title, below);
    return made;
  }

  function strength(text, query) {
    return passages(text, query).some((each) => each.score >= 500) ? 1 : 0;
  }

  /* The next pages of the results; among them those with the whole phrase come first. */
  async function show(query, turn) {
    const next = results.slice(shown, shown + AT_ONCE);
    const texts = await Promise.all(next.map(search.text));
    if (turn !== asked) return;
    const ranked = texts.map((text, index) => ({ text, index, strength: strength(text, query) }))
      .sort((left, right) => right.strength - left.strength || left.index - right.index);
    if (!shown) list.replaceChildren();
    const made = ranked.map(({ text }) => item(text, query));
    list.append(...made);
    shown += next.length;
    more.hidden = shown >= results.length;
    return made[0];
  }

  function keep(query) {
    const parameters = query ? "?q=" + encodeURIComponent(query) : location.pathname;
    try {
      history.replaceState(null, "", parameters);
    } catch (error) {
      // Some browsers keep the address of a page from a disk as it is; the search works without.
    }
    document.querySelectorAll("a[hreflang]").forEach((link) => {
      const address = new URL(link.href);
      address.search = query ? parameters : "";
      link.href = address.href;
    });
  }

  /* Nothing has all words: each piece of the query alone, as a link. */
  function suggest(query) {
    const alone = Array.from(new Set(search.pieces(query)));
    list.replaceChildren();
    more.hidden = true;
    if (alone.length < 2) { say("none", { query }); return; }
    say("none_of", { query });
    list.append(...alone.map((piece) => {
      const row = element("li");
      const link = element("a", "", piece);
      link.href = "?q=" + encodeURIComponent(piece);
      row.append(link);
      return row;
    }));
  }

  async function answer(query, turn) {
    const found = await search.find(query);
    if (turn !== asked) return;
    results = found;
    shown = 0;
    help.hidden = found.length > 0;
    if (!found.length) { suggest(query); return; }
    await show(query, turn);
    if (turn === asked) say("count", { query, pages: found.length });
  }

  async function run() {
    const query = field.value.trim();
    const turn = asked += 1;
    keep(query);
    delete page.dataset.answered;
    help.hidden = Boolean(query);
    if (!query) { results = []; list.replaceChildren(); more.hidden = true; say(""); return; }
    const patience = setTimeout(() => { if (turn === asked) say("searching"); }, PATIENCE);
    try {
      await answer(query, turn);
    } catch (error) {
      if (turn === asked) say("failed");
    }
    clearTimeout(patience);
    if (turn === asked) page.dataset.answered = query;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(run, WAIT);
  }

  function move(event) {
    if (event.key === "Escape" && document.activeElement !== field) { field.focus(); return; }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  }

  const scriptFolder = document.currentScript.src;
  field.addEventListener("input", (event) => { if (!event.isComposing) later(); });
  field.addEventListener("compositionend", later);
  page.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
  page.addEventListener("keydown", move);
  more.addEventListener("click", async () => {
    const first = await show(field.value.trim(), asked);
    if (first) first.querySelector("a").focus();
  });
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.focus();
  run();
})();
