/* What a mark of a live chart says: on pointing at it, on a tap beside it, and on moving to it with the keys.
   One stop of the Tab key leads to a chart; the arrow keys go from mark to mark, Escape takes the words away. */
(function () {
  "use strict";

  const NEAR = 26;
  const tip = document.createElement("div");
  let last;

  function marks(figure) {
    const found = Array.from(figure.querySelectorAll(".report-chart__live [role='graphics-symbol']"));
    return found.filter(function (mark) { return mark.__data__ && mark.__data__.tooltip; });
  }

  function place(mark) {
    const box = mark.getBoundingClientRect();
    return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, box: box };
  }

  function distance(mark, x, y) {
    const box = mark.getBoundingClientRect();
    return Math.hypot(Math.max(box.left - x, x - box.right, 0), Math.max(box.top - y, y - box.bottom, 0));
  }

  function nearest(figure, x, y) {
    const found = marks(figure).map(function (mark) { return { mark: mark, away: distance(mark, x, y) }; });
    found.sort(function (a, b) { return a.away - b.away; });
    return found.length && found[0].away <= NEAR ? found[0].mark : null;
  }

  /* A tip with parts has its name above, then each part with its own; a tip of plain words is these words. */
  function fill(told) {
    tip.textContent = typeof told === "string" ? told : "";
    if (typeof told === "string") return;
    const [name, ...parts] = Object.entries(told);
    const head = document.createElement("strong");
    const list = document.createElement("dl");
    head.textContent = name[1];
    parts.forEach(function ([term, words]) {
      const [dt, dd] = ["dt", "dd"].map(function (tag) { return document.createElement(tag); });
      dt.textContent = term;
      dd.textContent = words;
      list.append(dt, dd);
    });
    tip.append(head, list);
  }

  function show(mark) {
    const at = place(mark);
    if (last !== mark || tip.hidden) fill(mark.__data__.tooltip);
    last = mark;
    tip.hidden = false;
    mark.setAttribute("aria-describedby", tip.id);
    const width = document.documentElement.clientWidth;
    const left = Math.min(Math.max(at.x - tip.offsetWidth / 2, 8), width - tip.offsetWidth - 8);
    const above = at.box.top - tip.offsetHeight - 8;
    const top = above >= 8 ? above : at.box.bottom + 8;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${top + window.scrollY}px`;
  }

  function hide() {
    tip.hidden = true;
    if (last) last.removeAttribute("aria-describedby");
    last = undefined;
  }

  function point(figure, event) {
    const mark = nearest(figure, event.clientX, event.clientY);
    if (mark) show(mark); else hide();
  }

  /* From above to below, and in one line from left to right. */
  function inOrder(figure) {
    const found = marks(figure).map(function (mark) { return { mark: mark, at: place(mark) }; });
    found.sort(function (a, b) { return Math.round((a.at.y - b.at.y) / 4) || a.at.x - b.at.x; });
    return found.map(function (each) { return each.mark; });
  }

  /* One mark takes the Tab key, the others the arrows. */
  function reachable(figure) {
    inOrder(figure).forEach(function (mark, place) { mark.setAttribute("tabindex", place ? "-1" : "0"); });
  }

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function move(figure, event) {
    if (event.key === "Escape") hide();
    if (!STEPS[event.key]) return;
    const found = inOrder(figure);
    const here = found.indexOf(document.activeElement);
    if (here < 0) return;
    event.preventDefault();
    found[(here + STEPS[event.key] + found.length) % found.length].focus();
  }

  function prepare(figure) {
    const drawing = figure.querySelector(".report-chart__drawing");
    const button = figure.querySelector(".report-chart__button");
    drawing.addEventListener("pointermove", function (event) { if (event.pointerType === "mouse") point(figure, event); });
    drawing.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse" && event.relatedTarget !== tip) hide(); });
    drawing.addEventListener("click", function (event) {
      window.reportCharts.wake(figure).then(function () { point(figure, event); }, function () {});
    });
    drawing.addEventListener("focusin", function (event) { if (marks(figure).includes(event.target)) show(event.target); });
    drawing.addEventListener("focusout", hide);
    drawing.addEventListener("keydown", function (event) { move(figure, event); });
    ["report-chart-drawn", "report-chart-changed"].forEach(function (what) {
      figure.addEventListener(what, function () {
        hide();
        reachable(figure);
        // The same mark with another figure, or none: what has the focus says what it is now.
        if (marks(figure).includes(document.activeElement)) show(document.activeElement);
      });
    });
    button.addEventListener("click", function () {
      window.reportCharts.wake(figure).then(function () { const [first] = inOrder(figure); if (first) first.focus(); }, function () {});
    });
  }

  const figures = document.querySelectorAll(".report-chart");
  if (!figures.length) return;
  tip.className = "report-tip";
  tip.id = "report-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  tip.addEventListener("pointerleave", hide);
  document.querySelector("main").append(tip);
  document.addEventListener("pointerdown", function (event) { if (!event.target.closest(".report-chart, .report-tip")) hide(); });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
  figures.forEach(prepare);
})();
