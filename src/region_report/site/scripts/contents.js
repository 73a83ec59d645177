/* Marks in the contents of the page where the reader is. */
(function () {
  "use strict";

  const links = new Map();
  document.querySelectorAll(".report-on-this-page a[href^='#']").forEach(function (link) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  });
  if (!links.size || !window.IntersectionObserver) return;

  function mark() {
    const passed = Array.from(links.keys()).filter((each) => each.getBoundingClientRect().top < window.innerHeight / 3);
    const here = passed[passed.length - 1];
    links.forEach(function (link, target) {
      if (target === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  // A section that enters or leaves the upper third of the window is the only moment at which the mark can move.
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  links.forEach(function (link, target) { observer.observe(target); });
})();
