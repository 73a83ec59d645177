/* Makes a chart live when a reader points at it, touches it, or presses its button. Until then it is a picture,
   and nothing is fetched. The chart library is one classic script, so that this works from a disk as well.
   The live drawing has the width in pixels of the picture and is scaled like it, so the page does not move.
   Each time a chart has been drawn, its figure says so by the event `report-chart-drawn`. */
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

  /* The element that says which picture stands on the page now, and how large it is drawn. */
  function picture(figure) {
    const shown = figure.querySelector(`.report-chart__${mode()}`);
    return shown.querySelector(phone.matches ? "source" : "img");
  }

  function specification(figure) {
    const spec = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    spec.config = window.reportChartConfigs[mode()];
    if (spec.width === "container") spec.width = Number(picture(figure).getAttribute("width"));
    (spec.params || []).forEach(function (param) { delete param.bind; });
    return spec;
  }

  async function draw(figure) {
    const place = figure.querySelector(".report-chart__live");
    const size = picture(figure);
    const options = { renderer: "svg", actions: false, ast: true, tooltip: function () {} };
    if (figure.view) figure.view.finalize();
    place.style.aspectRatio = `${size.getAttribute("width")} / ${size.getAttribute("height")}`;
    figure.view = (await window.vegaEmbed(place, specification(figure), options)).view;
    figure.classList.add("is-live");
    figure.dispatchEvent(new CustomEvent("report-chart-drawn", { bubbles: true }));
  }

  /* Resolves when the chart is live; a chart that already is, or is about to be, is not drawn again. */
  function wake(figure) {
    figure.waking = figure.waking || start(figure);
    return figure.waking;
  }

  async function start(figure) {
    const button = figure.querySelector(".report-chart__button");
    button.textContent = words.loading;
    try {
      await loadLibrary();
      await draw(figure);
      figure.dataset.state = "live";
      button.textContent = words.live;
    } catch (error) {
      figure.waking = undefined;
      figure.classList.remove("is-live");
      button.textContent = words.failed;
      throw error;
    }
  }

  function prepare(figure) {
    const drawing = figure.querySelector(".report-chart__drawing");
    const live = document.createElement("div");
    live.className = "report-chart__live";
    drawing.append(live);
    const begin = function () { wake(figure).catch(function () {}); };
    drawing.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") begin(); });
    // A touch that scrolls the page is no wish to see the chart move; a tap is.
    drawing.addEventListener("click", begin);
    figure.querySelectorAll("button, input, select").forEach(function (each) { each.disabled = false; });
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
  window.reportCharts = { wake: wake, draw: draw, picture: picture };
})();
