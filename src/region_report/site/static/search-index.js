/* Asks the index: loads the shards that a query needs, and the text of the pages that are shown.
   Every part is a classic script that calls `reportSearch.start` or `reportSearch.part`: this works from a disk too. */
(function () {
  "use strict";

  const MOST_WORDS = 10;
  const MOST_SHARDS = 4;
  const search = globalThis.reportSearch;
  const folder = new URL("search/", document.currentScript.src);
  const parts = {};
  const asked = {};
  let manifest;

  /* `first`: the first word of each shard; `names`: of the shards. They come by segments, which change apart. */
  search.start = function ({ folder: version, first }) {
    const names = first.flatMap((words, segment) => words.map((_, shard) => `w${segment}-${shard}`));
    manifest = { folder: version, first: first.flat(), names };
  };
  search.part = function (name, content) { parts[name] = content; };

  function script(address) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement("script");
      element.src = address;
      element.onload = resolve;
      element.onerror = () => reject(new Error(address));
      document.head.append(element);
    });
  }

  function once(key, address) {
    asked[key] = asked[key] || script(address).catch(function (error) { delete asked[key]; throw error; });
    return asked[key];
  }

  async function part(name) {
    await once(name, new URL(`${manifest.folder}/${name}.js`, folder));
    return parts[name];
  }

  /* The numbers of the shards that may have a word: all words of a shard sort before those of the next. */
  function shardsOf({ word, begins }) {
    const { first } = manifest;
    const end = begins ? word + "\uffff" : word;
    let last = first.length - 1;
    while (last > 0 && first[last] > end) last -= 1;
    let start = last;
    while (start > 0 && first[start] > word) start -= 1;
    return Array.from({ length: Math.min(last - start + 1, MOST_SHARDS) }, (_, index) => start + index);
  }

  /* Page -> weight and block of its text, from the line `word weight block:pages;...`; see site/search/index.py. */
  function read(line, pages) {
    line.slice(line.indexOf(" ") + 1).split(";").forEach((group) => {
      const [head, runs] = group.split(":");
      const found = { weight: parseInt(head[0], 36), block: parseInt(head.slice(1), 36) };
      let page = 0;
      runs.split(",").forEach((run) => {
        const [distance, more] = run.split("-").map((each) => parseInt(each, 36));
        page += distance;
        for (const last = page + (more || 0); ; page += 1) {
          if (!pages.has(page) || pages.get(page).weight < found.weight) pages.set(page, found);
          if (page === last) break;
        }
      });
    });
  }

  function lines(text, { word, begins }) {
    const wanted = "\n" + word + (begins ? "" : " ");
    const all = "\n" + text + "\n";
    const found = [];
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
      found.push(all.slice(at + 1, all.indexOf("\n", at + 1)));
    }
    return found;
  }

  async function lookUp(term) {
    const pages = new Map();
    const loaded = await Promise.all(shardsOf(term).map((number) => part(manifest.names[number])));
    loaded.forEach((text) => lines(text, term).forEach((line) => read(line, pages)));
    return pages;
  }

  /* At most so many words, evenly spread: in a long Chinese phrase the windows overlap. */
  function spread(words) {
    if (words.length <= MOST_WORDS) return words;
    return Array.from({ length: MOST_WORDS }, (_, index) => words[Math.floor(index * words.length / MOST_WORDS)]);
  }

  /* The block of a page's text that most words point to; among equals that of the rarest word. */
  function blockOf(page, tables) {
    const votes = {};
    tables.forEach((table) => { const { block } = table.get(page); votes[block] = (votes[block] || 0) + 1; });
    const rarest = tables.reduce((left, right) => (right.size < left.size ? right : left)).get(page).block;
    return Object.keys(votes).map(Number).reduce((best, each) => (votes[each] > votes[best] ? each : best), rarest);
  }

  /* The pages that have every word of the query, best first: [{page, block}, ...]. */
  search.find = async function (query) {
    if (!manifest) await once("index", new URL("index.js", folder));
    const words = spread(search.asked(query));
    const tables = await Promise.all(words.map(lookUp));
    if (!tables.length) return [];
    const fewest = tables.reduce((left, right) => (right.size < left.size ? right : left));
    const weight = (page) => tables.reduce((sum, table) => sum + table.get(page).weight, 0);
    return Array.from(fewest.keys())
      .filter((page) => tables.every((table) => table.has(page)))
      .map((page) => ({ page, weight: weight(page), block: blockOf(page, tables) }))
      .sort((left, right) => right.weight - left.weight || left.page - right.page);
  };

  /* The text of a page around what was found: {title, address, sections: [[anchor, heading, text, ...], ...]}. */
  search.text = ({ page, block }) => part(`t${page}-${block}`);
})();
