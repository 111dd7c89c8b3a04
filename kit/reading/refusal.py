"""The one exception of this package, where the process that opens workbooks can reach it without the models."""


class Refused(Exception):
    """A file, or a response within one, can't be used; says why in one line without a full stop."""
