"""What a plan holds, in short, for comparing."""


def read(plan):
    """cell -> (indicator, measure, period, printed, value in the base unit) of what is new."""
    names = ("indicator", "measure", "period", "printed")
    return {item.cell: (*(item.values[name] for name in names), item.figure.value) for item in plan.new}


def unclear(plan):
    """Where -> why of what is unclear."""
    return {str(where): str(why) for where, why in plan.unclear}
