/* Where a figure comes from: one card at a time, over the page, in sight. Without this script a card opens in its place. */
(function () {
  "use strict";

  const phone = window.matchMedia("(max-width: 599px)");
  const root = document.documentElement;
  const GAP = 8;
  let open = null;

  function parts(details) {
    return { figure: details.querySelector("summary"), card: details.querySelector("dl") };
  }

  // The figure may be scrolled out of the window, or out of the window that a long table has for itself.
  function inSight(figure) {
    const box = figure.getBoundingClientRect();
    const table = figure.closest(".report-table-scroll");
    const frame = table ? table.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    return box.bottom > Math.max(frame.top, 0) && box.top < Math.min(frame.bottom, window.innerHeight);
  }

  function place(details) {
    const { figure, card } = parts(details);
    card.dataset.placed = "";
    card.style.cssText = "";
    const box = figure.getBoundingClientRect();
    if (phone.matches) {
      const hidden = box.bottom + GAP - (window.innerHeight - card.offsetHeight);
      if (hidden > 0) window.scrollBy(0, hidden);
      return;
    }
    const header = document.querySelector(".bd-header");
    const top = (header ? header.getBoundingClientRect().bottom : 0) + GAP;
    card.style.maxHeight = `${window.innerHeight - top - GAP}px`;
    const right = root.clientWidth - card.offsetWidth - GAP;
    const below = box.bottom + GAP;
    const above = box.top - GAP - card.offsetHeight;
    const room = window.innerHeight - card.offsetHeight - GAP;
    card.style.left = `${Math.max(GAP, Math.min(box.left, right))}px`;
    card.style.top = `${below <= room ? below : Math.max(top, above >= top ? above : room)}px`;
  }

  function close(details) {
    details.open = false;
    delete parts(details).card.dataset.placed;
    if (open === details) open = null;
  }

  // `toggle` does not bubble; it is caught on its way down.
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (!details.matches(".report-origin")) return;
    if (!details.open) { close(details); return; }
    if (open && open !== details) close(open);
    open = details;
    place(details);
  }, true);

  document.addEventListener("keydown", (event) => {
    // Not `open`: a card that has just been opened has not told so yet.
    const details = event.key === "Escape" && document.querySelector(".report-origin[open]");
    if (!details) return;
    close(details);
    parts(details).figure.focus();
  });

  const leave = (event) => { if (open && !open.contains(event.target)) close(open); };
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);

  const follow = (event) => {
    if (!open || parts(open).card.contains(event.target)) return;
    if (!inSight(parts(open).figure)) close(open);
    else if (!phone.matches) place(open);
  };
  document.addEventListener("scroll", follow, { capture: true, passive: true });
  window.addEventListener("resize", () => { if (open) place(open); });

  root.classList.add("has-cards");
})();
