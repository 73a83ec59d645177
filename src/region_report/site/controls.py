"""What a reader may move in a chart, as controls of the page: they keep their place from the start.

They are made from the parameters of the specification that have a `bind`; the script sets the parameters.
"""

from html import escape

from region_report import text


def html(spec):
    """The controls of a chart; nothing where nothing can be moved. The script that they need enables them."""
    bound = [param for param in spec.get("params", ()) if "bind" in param]
    if not bound:
        return ""
    controls = "".join(
        f"<label><span>{escape(param['bind']['name'])}</span>{_control(param, spec)}</label>" for param in bound
    )
    t = text.t
    return (
        f'<div class="report-chart__controls" role="group" aria-label="{escape(t("site.chart.adjust"))}">{controls}'
        f'<button type="button" class="report-chart__reset" disabled>{escape(t("site.chart.reset"))}</button>'
        f'<output class="report-chart__told" aria-live="polite">{escape(_unmoved(spec))}</output></div>\n'
    )


def _unmoved(spec):
    return _words(spec).get("unmoved", "")


def _words(spec):
    return spec.get("usermeta", {}).get("region_report", {})


def _control(param, spec):
    bind, name = param["bind"], escape(param["name"])
    if bind["input"] == "select":
        options = "".join(_option(*pair) for pair in zip(bind["options"], bind["labels"], strict=True))
        return f'<select data-param="{name}" disabled>{options}</select>'
    ends = " ".join(f'{end}="{bind[end]:.12g}"' for end in ("min", "max", "step"))
    value = param["value"]
    shown = escape(_words(spec).get("shown", {}).get(param["name"]) or text.number(value))
    return (
        f'<input type="range" data-param="{name}" {ends} value="{value:.12g}" aria-valuetext="{shown}" disabled>'
        f'<output data-shows="{name}">{shown}</output>'
    )


def _option(value, words):
    return f'<option value="{escape(value)}">{escape(words)}</option>'
