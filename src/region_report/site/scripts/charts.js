/* Makes a chart live when a reader points at it, touches it, or presses its button. Until then it is a picture,
   and nothing is fetched. The chart library is one classic script, so that this works from a disk as well. */
(function () {
  "use strict";

  const here = document.currentScript.src;
  const bundle = new URL("vega-bundle.js", here).href;
  const phone = window.matchMedia("(max-width: 599px)");
  const words = JSON.parse(document.querySelector("meta[name='report-words']").content);
  let library;

  function loadLibrary() {
    library = library || new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = bundle;
      script.onload = resolve;
      script.onerror = function () { library = undefined; reject(new Error(bundle)); };
      document.head.append(script);
    });
    return library;
  }

  function mode() {
    return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
  }

  function specification(figure) {
    const spec = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    spec.config = window.reportChartConfigs[mode()];
    return spec;
  }

  async function draw(figure) {
    const place = figure.querySelector(".report-chart__live");
    const options = { renderer: "svg", actions: false, ast: true, tooltip: { theme: mode() } };
    if (figure.view) figure.view.finalize();
    figure.view = (await window.vegaEmbed(place, specification(figure), options)).view;
    figure.classList.add("is-live");
  }

  async function wake(figure) {
    if (figure.dataset.state) return;
    const button = figure.querySelector(".report-chart__button");
    figure.dataset.state = "loading";
    button.textContent = words.loading;
    try {
      await loadLibrary();
      await draw(figure);
      figure.dataset.state = "live";
      button.hidden = true;
    } catch (error) {
      delete figure.dataset.state;
      figure.classList.remove("is-live");
      button.textContent = words.failed;
    }
  }

  function prepare(figure) {
    const drawing = figure.querySelector(".report-chart__drawing");
    const live = document.createElement("div");
    live.className = "report-chart__live";
    drawing.append(live);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "report-chart__button";
    button.textContent = words.interactive;
    drawing.after(button);
    const start = function () { wake(figure); };
    button.addEventListener("click", start);
    drawing.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") start(); });
    // A touch that scrolls the page is no wish to see the chart move; a tap is.
    drawing.addEventListener("click", start);
  }

  function redraw() {
    document.querySelectorAll(".report-chart[data-state='live']").forEach(draw);
  }

  const figures = document.querySelectorAll(".report-chart");
  figures.forEach(prepare);
  if (figures.length) {
    new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    phone.addEventListener("change", redraw);
  }
})();
