/* Saves a chart as SVG or PNG, as it stands on the page, and its numbers as CSV. A chart that is not live is saved as
   its picture, without the chart library; only from a disk, where browsers read no files, it goes live first. */
(function () {
  "use strict";

  const words = JSON.parse(document.querySelector("meta[name='report-words']").content);

  async function svg(figure) {
    if (!figure.view && window.location.protocol !== "file:") {
      const shown = window.reportCharts.picture(figure);
      const answer = await fetch(shown.srcset || shown.src);
      if (answer.ok) return answer.text();
    }
    await window.reportCharts.wake(figure);
    return figure.view.toSVG();
  }

  /* Twice the size in pixels, on the ground of the page's mode, which the drawing brings along. */
  async function png(figure) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await svg(figure))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(function (resolve) { canvas.toBlob(resolve, "image/png"); });
  }

  /* Every cell as it is shown; behind a column of figures the bare numbers; last the source, row by row. */
  function csv(figure) {
    const table = figure.querySelector(".report-chart__numbers table");
    const source = figure.querySelector(".report-chart__source");
    const named = source ? source.lastChild.textContent : "";
    const heads = Array.from(table.tHead.rows[0].cells);
    const numeric = heads.map(function (cell) { return cell.classList.contains("num"); });
    const lines = Array.from(table.tBodies[0].rows).map(function (row) {
      return [...each(row.cells, numeric, function (cell) { return cell.dataset.v || ""; }), named];
    });
    const head = each(heads, numeric, function (cell) { return words.as_number.replace("<column>", said(cell)); });
    return "\ufeff" + [[...head, words.source], ...lines].map(line).join("\r\n") + "\r\n";
  }

  function each(cells, numeric, number) {
    return Array.from(cells).flatMap(function (cell, place) {
      return numeric[place] ? [said(cell), number(cell)] : [said(cell)];
    });
  }

  function said(cell) {
    return cell.textContent.trim();
  }

  function line(fields) {
    return fields.map(function (field) { return /[",\n\r]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field; }).join(",");
  }

  const MADE = {
    svg: async function (figure) { return new Blob([await svg(figure)], { type: "image/svg+xml" }); },
    png: png,
    csv: async function (figure) { return new Blob([csv(figure)], { type: "text/csv;charset=utf-8" }); },
  };

  function offer(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  document.querySelectorAll(".report-chart__save").forEach(function (button) {
    button.addEventListener("click", async function () {
      const figure = button.closest(".report-chart");
      const kind = button.dataset.save;
      const name = figure.dataset.name.replace(/[\\/:*?"<>|\s]+/g, "-");
      offer(await MADE[kind](figure), `${name}.${kind}`);
    });
  });
})();
