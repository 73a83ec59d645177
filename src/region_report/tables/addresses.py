"""Addresses of other pages, as tables write them; the site makes them fit, or drops those of pages it lacks."""


def indicator(id_):
    """The page of an indicator."""
    return f"../book/indicators/{id_}.html"


def region(slug):
    """The page of a region."""
    return f"../book/regions/{slug}.html"


REGIONS = "../book/regions/index.html"


def province(code):
    """The index page of the regions of a province."""
    return f"../book/provinces/{code}.html"
