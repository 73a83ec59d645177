/* Finds regions by name or code. The names are fetched when the field is first touched. */
(function () {
  "use strict";

  const MOST = 60;
  const form = document.querySelector(".report-regions__find");
  const [field, status, list] = ["input", "[role=status]", "ul"].map((selector) => form.querySelector(selector));
  let asked;

  function names() {
    asked = asked || new Promise(function (resolve, reject) {
      const element = document.createElement("script");
      element.src = form.dataset.names;
      element.onload = () => resolve(window.reportRegions);
      element.onerror = function () { asked = undefined; reject(new Error(element.src)); };
      document.head.append(element);
    });
    return asked;
  }

  function folded(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  }

  function item([name, code, address, above]) {
    const made = document.createElement("li");
    const link = document.createElement("a");
    const place = document.createElement("span");
    link.href = form.dataset.root + address;
    link.textContent = name;
    place.textContent = [above, code].filter(Boolean).join(" · ");
    made.append(link, " ", place);
    return made;
  }

  /* Names that begin with the words come first; otherwise the order of the codes stays. */
  function matching(all, words) {
    const found = all.filter(([name, code]) => folded(name).includes(words) || code.startsWith(words));
    const begins = ([name]) => (folded(name).startsWith(words) ? 0 : 1);
    return found.sort((left, right) => begins(left) - begins(right));
  }

  async function find() {
    const words = folded(field.value);
    if (!words) { list.replaceChildren(); status.textContent = ""; return; }
    try {
      const found = matching(await names(), words);
      if (words !== folded(field.value)) return;
      list.replaceChildren(...found.slice(0, MOST).map(item));
      const said = found.length ? form.dataset.found : form.dataset.none;
      status.textContent = said.replace("<found>", found.length).replace("<shown>", Math.min(found.length, MOST));
    } catch (error) {
      status.textContent = form.dataset.failed;
    }
  }

  field.addEventListener("focus", () => names().catch(() => undefined), { once: true });
  field.addEventListener("input", find);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
})();
