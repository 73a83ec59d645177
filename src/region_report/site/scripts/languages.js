/* The other language at the place where the reader is: labels are the same in all editions. */
(function () {
  "use strict";

  document.querySelectorAll(".lang-switch a").forEach(function (link) {
    const page = link.getAttribute("href");
    link.addEventListener("click", function () { link.href = page + window.location.hash; });
  });
})();
