/* Light, dark, or as the machine has it: the button goes round, and the reader's choice is kept. The choice is applied
   before the first paint by a few lines in the head of each page. */
(function () {
  "use strict";

  const root = document.documentElement;
  const machine = window.matchMedia("(prefers-color-scheme: dark)");
  const MODES = ["auto", "light", "dark"];

  function apply(mode) {
    root.dataset.mode = mode;
    root.dataset.theme = mode === "dark" || (mode === "auto" && machine.matches) ? "dark" : "light";
  }

  function keep(mode) {
    try { localStorage.setItem("mode", mode); } catch (refused) { /* A private window forgets; the page works. */ }
  }

  document.querySelector(".theme-switch-button").addEventListener("click", function () {
    const mode = MODES[(MODES.indexOf(root.dataset.mode) + 1) % MODES.length];
    apply(mode);
    keep(mode);
  });
  machine.addEventListener("change", function () { apply(root.dataset.mode); });
})();
