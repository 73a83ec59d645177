// What Vega asks of a browser and V8 alone lacks. Nothing here waits: a static picture is whole after one run.
var window = globalThis;
var console = { log() {}, warn() {}, error() {}, info() {}, debug() {} };
globalThis.setTimeout = globalThis.setInterval = globalThis.clearTimeout = globalThis.clearInterval = () => 0;
// Vega-Lite clones specifications and what it makes of them: plain values, arrays, objects and dates.
globalThis.structuredClone = function copy(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Date) return new Date(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each)]));
};

// Called once, after the library. advances: code point -> width in thousandths of the letters' size, where it is not 1000.
globalThis.prepare = function (advances) {
  const { vega } = globalThis.reportLibrary;
  function width(text, size) {
    let sum = 0;
    for (const character of text) sum += advances[character.codePointAt(0)] ?? 1000;
    return (sum * size) / 1000;
  }
  vega.textMetrics.width = function (item, text) {
    const full = width(String(text), vega.textMetrics.height(item));
    return item.limit > 0 ? Math.min(full, item.limit) : full;
  };
};

// The chart as SVG at each width, as a JSON array. A specification without a width of its own takes that of its place.
globalThis.draw = async function (text, widths) {
  const { vega, vegaLite } = globalThis.reportLibrary;
  const spec = withoutTooltips(JSON.parse(text));
  const fluid = spec.width === "container";
  if (fluid) spec.width = widths[0];
  const runtime = vega.parse(vegaLite.compile(spec).spec);
  const drawn = [];
  for (const width of widths) {
    const view = new vega.View(runtime, { renderer: "none", logger: strict });
    if (fluid) view.width(width);
    await view.runAsync();
    drawn.push(await view.toSVG());
    view.finalize();
  }
  return JSON.stringify(drawn);
};

// A picture has none, and they are a good part of what would be computed.
function withoutTooltips(part) {
  delete part.encoding?.tooltip;
  delete part.mark?.tooltip;
  for (const list of ["layer", "concat", "hconcat", "vconcat"]) (part[list] ?? []).forEach(withoutTooltips);
  if (part.spec) withoutTooltips(part.spec);
  return part;
}

// Vega only logs what goes wrong in an expression; a picture with a hole must not pass for a chart.
var strict = {
  level() { return 0; },
  error(message) { throw message instanceof Error ? message : new Error(message); },
  warn() { return this; },
  info() { return this; },
  debug() { return this; },
};
