// Put into each page by `region-report serve`: loads it again when the site has changed, and shows what is wrong.
(() => {
  const words = WORDS;
  const own = new URL(document.currentScript.src).search.slice(1);
  const lang = document.documentElement.lang || navigator.language;
  const t = words[lang.startsWith("zh") ? "zh" : "en"];
  const style = {
    box: "position:fixed;inset:0 0 auto 0;z-index:2147483647;max-height:60vh;overflow:auto;padding:1rem 1.25rem;" +
      "background:#7a1f1f;color:#fff;font:0.95rem/1.5 sans-serif;box-shadow:0 2px 12px #0006",
    text: "white-space:pre-wrap;overflow-wrap:anywhere;margin:0.5rem 0 0;color:#fff;background:none;border:0;" +
      "padding:0;font:0.85rem/1.5 monospace",
    button: "float:right;color:#fff;background:none;border:1px solid #fff;border-radius:4px;padding:0.1rem 0.6rem;" +
      "font:inherit;cursor:pointer",
  };

  function made(name, css, content) {
    const element = document.createElement(name);
    element.style.cssText = css;
    element.textContent = content;
    return element;
  }

  function show(fault) {
    document.getElementById("region-report-fault")?.remove();
    if (!fault) return;
    const box = made("div", style.box, "");
    box.id = "region-report-fault";
    box.setAttribute("role", "alert");
    const close = made("button", style.button, t.close);
    close.addEventListener("click", () => box.remove());
    box.append(close, made("strong", "", t.fault), made("pre", style.text, fault));
    document.body.append(box);
  }

  if (!own) document.body.append(made("p", "font:1rem sans-serif;margin:2rem", t.building));
  const events = new EventSource("/.region-report/events");
  events.addEventListener("message", (event) => {
    const { version, fault } = JSON.parse(event.data);
    if (version !== own) {
      // One page, one reload: the next one has a stream of its own.
      events.close();
      location.reload();
    } else {
      show(fault);
    }
  });
})();
