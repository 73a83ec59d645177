/* Tables of the report: sort by a click on a heading, filter long ones. Without this script they are plain tables. */
(function () {
  "use strict";

  const language = document.documentElement.lang || "zh-CN";
  const words = JSON.parse(document.querySelector("meta[name='report-words']").content);
  const collator = new Intl.Collator(language, { numeric: true });
  const LONG = 16;

  function value(cell) {
    return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
  }

  function compare(left, right) {
    const numbers = [left, right].map(Number);
    if (left !== "" && right !== "" && !numbers.some(Number.isNaN)) return numbers[0] - numbers[1];
    if (left === "" || right === "") return (left === "") - (right === "");
    return collator.compare(left, right);
  }

  function sort(table, column, heading) {
    const upwards = heading.getAttribute("aria-sort") !== "ascending";
    table.querySelectorAll("thead th").forEach((each) => each.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", upwards ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    rows.sort((a, b) => compare(value(a.cells[column]), value(b.cells[column])) * (upwards ? 1 : -1));
    body.append(...rows);
  }

  function sortable(table) {
    table.querySelectorAll("thead th").forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, column, heading));
    });
  }

  function filterable(table) {
    const rows = Array.from(table.tBodies[0].rows);
    if (rows.length < LONG) return;
    const box = document.createElement("p");
    box.className = "report-table-filter";
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("output");
    input.type = "search";
    label.append(words.filter, " ", input);
    box.append(label, " ", count);
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      rows.forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted
        ? words.rows.replace("<shown>", shown).replace("<all>", rows.length) : "";
    });
    (table.closest(".report-table-scroll") || table).before(box);
  }

  document.querySelectorAll("table.report-table").forEach((table) => {
    const plain = table.tHead && table.tBodies.length === 1 && !table.querySelector("[rowspan], [colspan]");
    if (!plain) return;
    sortable(table);
    filterable(table);
  });
})();
