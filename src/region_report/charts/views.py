"""What a specification is put together from: its parts are made by Altair, and a view is a plain dictionary of them.

Altair's own charts copy themselves with every layer and are held against the schema with every part: a second a page.
So parts are made unchecked, and a test holds the finished specification of every kind of chart against the schema.
"""

from altair import MarkDef
from altair.utils import schemapi


def made(part, *words, **options):
    """A part as a dictionary. part: its class in Altair, such as `alt.X`; parts within it are given as dictionaries."""
    # Within this call alone: what a reader of the notebook makes with Altair is checked as ever.
    with schemapi.debug_mode(False):
        return part(*words, **options).to_dict(validate=False)


def view(records, mark, channels, transform=(), **look):
    """One mark a record. mark: its type; look: its properties; channels: name -> channel; transform: steps in order."""
    found = {"data": {"values": records}, "mark": made(MarkDef, type=mark, **look), "encoding": channels}
    return {**found, "transform": list(transform)} if transform else found


def layer(views):
    """Views that share their scales, the first of them lowest."""
    return {"layer": list(views)}


def kept(view, condition):
    """The view with those of its records for which the expression is true."""
    return {**view, "transform": [*view.get("transform", ()), {"filter": condition}]}
