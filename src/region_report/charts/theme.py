"""Colours, fonts and axes of every chart, in light and dark: one configuration, no colour anywhere else."""

# The packaged family first: pictures are laid out with it. The reader's own fonts follow.
FONTS = (
    "Region Report Sans",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "sans-serif",
)
FONT = ", ".join(f"'{name}'" if " " in name else name for name in FONTS)

# Okabe and Ito's colours; on a dark ground their lighter sisters. Colour is never the only difference.
PALETTES = {
    "light": {
        "primary": "#0072B2",
        "secondary": "#D55E00",
        "tertiary": "#009E73",
        "muted": "#6B7280",
        "track": "#E5E7EB",
        "guide": "#D1D5DB",
        "ink": "#1F2937",
        "soft": "#4B5563",
        "ground": "#FFFFFF",
    },
    "dark": {
        "primary": "#56B4E9",
        "secondary": "#F0A35E",
        "tertiary": "#3CC79B",
        "muted": "#9CA3AF",
        "track": "#374151",
        "guide": "#4B5563",
        "ink": "#E5E7EB",
        "soft": "#C3C9D2",
        "ground": "#14181F",
    },
}
MODES = tuple(PALETTES)


def config(mode="light"):
    """The Vega-Lite configuration of a mode. Marks name a style (`primary`, `muted` ...), never a colour."""
    colours = PALETTES[mode]
    return {
        "font": FONT,
        "background": colours["ground"],
        "view": {"stroke": None},
        "padding": {"left": 4, "right": 18, "top": 4, "bottom": 4},
        "axis": _axis(colours),
        "title": _title(colours),
        "text": {"color": colours["ink"], "fontSize": 12, "lineBreak": "\n", "lineHeight": 16},
        "style": {name: {"color": colour} for name, colour in colours.items()},
    }


def with_mode(spec, mode):
    """The specification in the colours of `light` or `dark`; nothing else of it differs."""
    return {**spec, "config": config(mode)}


def _axis(colours):
    return {
        "labelColor": colours["soft"],
        "labelFontSize": 12,
        "labelLimit": 160,
        "labelFlush": True,
        "labelOverlap": "greedy",
        "titleColor": colours["soft"],
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "titleAnchor": "start",
        "domain": False,
        "ticks": False,
        "gridColor": colours["track"],
        "gridDash": [],
    }


def _title(colours):
    return {
        "anchor": "start",
        "frame": "group",
        "color": colours["ink"],
        "fontSize": 15,
        "fontWeight": 600,
        "lineHeight": 20,
        "offset": 14,
        "subtitleColor": colours["soft"],
        "subtitleFontSize": 12,
        "subtitleLineHeight": 16,
        "subtitlePadding": 4,
    }
