"""Addresses of other pages, as tables write them; the site makes them fit, or drops those of pages it lacks."""


def indicator(id_):
    """The page of an indicator."""
    return f"../book/indicators/{id_}.html"


def region(slug):
    """The page of a region."""
    return f"../book/regions/{slug}.html"


# The page of all regions, which a book of few regions does not have.
REGIONS = "../book/regions.html"


def province(code):
    """The page of the regions of a province."""
    return f"../book/provinces/{code}.html"
