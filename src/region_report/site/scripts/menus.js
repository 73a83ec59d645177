/* On a narrow screen the two lists of contents open as dialogs: the browser keeps the focus inside, closes them on
   Escape and gives the focus back. Without dialogs or scripts the lists stand below the text. */
(function () {
  "use strict";

  const words = JSON.parse(document.querySelector("meta[name='report-words']").content);

  function dialogFor(button) {
    const dialog = document.createElement("dialog");
    const close = document.createElement("button");
    dialog.className = "report-menu";
    dialog.setAttribute("aria-label", button.getAttribute("aria-label"));
    close.type = "button";
    close.className = "report-menu__close";
    close.textContent = words.close;
    close.addEventListener("click", function () { dialog.close(); });
    dialog.append(close);
    document.body.append(dialog);
    return dialog;
  }

  function prepare(button) {
    const place = document.getElementById(button.dataset.opens);
    const list = place.firstElementChild;
    const dialog = dialogFor(button);
    button.addEventListener("click", function () {
      dialog.append(list);
      dialog.showModal();
    });
    dialog.addEventListener("close", function () { place.append(list); });
    // A press beside the list, or on a place of this page, ends the menu.
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog || event.target.closest("a[href^='#']")) dialog.close();
    });
    // Where the screen becomes wide the list has its own place again.
    window.matchMedia("(min-width: 960px)").addEventListener("change", function () {
      if (dialog.open) dialog.close();
    });
  }

  if (!document.documentElement.classList.contains("has-menus")) return;
  document.querySelectorAll("[data-opens]").forEach(prepare);
})();
