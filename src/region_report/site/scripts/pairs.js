/* Two lists choose which pair of regions is open. Without this script each pair is a section that the reader opens. */
(function () {
  "use strict";

  document.querySelectorAll(".report-pairs").forEach(function (box) {
    const [first, second] = box.querySelectorAll("select");
    const said = box.querySelector("output");
    const sections = Array.from(box.querySelectorAll("details[data-pair]"));

    function chosen() {
      const wanted = [first.value, second.value];
      return sections.find(function (section) {
        const pair = section.dataset.pair.split(" ");
        return wanted[0] !== wanted[1] && wanted.every(function (each) { return pair.includes(each); });
      });
    }

    function show() {
      const found = chosen();
      sections.forEach(function (section) { section.open = section === found; });
      said.textContent = found ? found.querySelector("summary").textContent : said.dataset.same;
    }

    [first, second].forEach(function (list) {
      list.disabled = false;
      list.addEventListener("change", show);
    });
    show();
  });
})();
