/* Citing: the day of reading, the address of a copied site, and a button that copies. The text is there without it. */
(function () {
  "use strict";

  const block = document.querySelector(".report-cite");
  if (!block) return;
  const words = JSON.parse(document.querySelector("meta[name='report-words']").content);

  function fill(what, value) {
    block.querySelectorAll(`[data-cite="${what}"]`).forEach((each) => { each.textContent = value; });
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  // Browsers keep the clipboard of a page that came over plain HTTP or from a disk for the older command.
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text.textContent);
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function addButton(text) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => {
      copy(text).then(() => { button.textContent = words.copied; }, () => { button.textContent = words.not_copied; });
    });
    text.after(button);
  }

  fill("date", today());
  if (/^https?:$/.test(location.protocol)) fill("address", location.origin + location.pathname);
  block.querySelectorAll("pre").forEach(addButton);
})();
