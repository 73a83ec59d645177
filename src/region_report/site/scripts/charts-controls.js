/* The controls of a chart: what a reader moves becomes a parameter of the live chart, and what the chart then says of
   itself (its parameter `told`) is shown and read aloud. A chart that is not live yet goes live at the first move. */
(function () {
  "use strict";

  const QUIET = 250;

  function controls(figure) {
    return Array.from(figure.querySelectorAll("[data-param]"));
  }

  function value(control) {
    return control.type === "range" ? Number(control.value) : control.value;
  }

  function tell(figure) {
    const signals = figure.view.getState({ signals: function (name) { return /told$/.test(name || ""); }, data: function () { return false; } }).signals;
    figure.querySelectorAll("[data-shows]").forEach(function (output) {
      const words = signals[`${output.dataset.shows}_told`];
      output.textContent = words;
      output.previousElementSibling.setAttribute("aria-valuetext", words);
    });
    window.clearTimeout(figure.telling);
    figure.telling = window.setTimeout(function () {
      const moved = controls(figure).some(function (control) { return control.dataset.moved; });
      figure.querySelector(".report-chart__told").textContent = moved ? signals.told : figure.dataset.unmoved;
    }, QUIET);
  }

  /* Only what was moved: the chart's own values may have more digits than a slider. */
  async function apply(figure) {
    const moved = controls(figure).filter(function (control) { return control.dataset.moved; });
    moved.forEach(function (control) { figure.view.signal(control.dataset.param, value(control)); });
    await figure.view.runAsync();
    tell(figure);
    figure.dispatchEvent(new CustomEvent("report-chart-changed", { bubbles: true }));
  }

  function move(figure, control) {
    control.dataset.moved = "true";
    const live = figure.view;
    window.reportCharts.wake(figure).then(function () { if (live) apply(figure); }, function () {});
  }

  function reset(figure) {
    controls(figure).forEach(function (control) {
      if (control.type === "range") control.value = control.defaultValue; else control.selectedIndex = 0;
      delete control.dataset.moved;
    });
    figure.querySelector(".report-chart__told").textContent = figure.dataset.unmoved;
    if (figure.view) window.reportCharts.draw(figure);
  }

  document.querySelectorAll(".report-chart").forEach(function (figure) {
    const found = controls(figure);
    if (!found.length) return;
    figure.dataset.unmoved = figure.querySelector(".report-chart__told").textContent;
    found.forEach(function (control) {
      control.addEventListener("input", function () { move(figure, control); });
    });
    figure.querySelector(".report-chart__reset").addEventListener("click", function () { reset(figure); });
    figure.addEventListener("report-chart-drawn", function () { apply(figure); });
  });
})();
