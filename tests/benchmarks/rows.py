# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the table: samples, and what follows from them."""
import dataclasses
import statistics


@dataclasses.dataclass
class Row:
    """One measure. `ours`, `peer` and `limit` are samples taken in rounds; entry i of each comes from the same round, one after the
    other, so the ratio is the median of the rounds' ratios: whatever slows the machine for minutes slows both sides.

    The ratio says how many times better ours is (faster, or more a second), but for `plain_ratio`: there it is ours / peer.
    `target` is ("ratio", x): at least x times; ("at_most", x) or ("at_least", x): of our value; ("not_above",): the peer's."""
    key: str
    title: str
    unit: str
    target: tuple | None = None
    higher_is_better: bool = False
    plain_ratio: bool = False
    digits: int = 0
    #: What the second column holds where it is not the peer.
    other: str = ""
    #: The largest sample stands for all, not the median.
    worst: bool = False
    #: In JSON and tables: how it was measured.
    note: str = ""
    ours: list = dataclasses.field(default_factory=list)
    peer: list = dataclasses.field(default_factory=list)
    limit: list = dataclasses.field(default_factory=list)
    #: Sentences: what went wrong.
    problems: list = dataclasses.field(default_factory=list)
    #: What the columns say where there is nothing to measure; no fault.
    absent: str = ""
    no_peer: str = ""

    def ratio(self):
        pairs = [(a, b) for a, b in zip(self.ours, self.peer) if a and b]
        if not pairs:
            return None
        upwards = self.higher_is_better or self.plain_ratio
        return statistics.median(a / b if upwards else b / a for a, b in pairs)

    def value(self):
        return (max if self.worst else statistics.median)(self.ours) if self.ours else None

    def met(self):
        """True, False, or None where there is nothing to compare."""
        kind, *value = self.target or (None,)
        if kind in ("ratio", "not_above"):
            ratio = self.ratio()
            if ratio is None:
                return None
            return ratio >= value[0] if kind == "ratio" else ratio <= 1
        if kind is None or not self.ours:
            return None
        ours = self.value()
        return ours <= value[0] if kind == "at_most" else ours >= value[0]

    def target_text(self):
        kind, *value = self.target or (None,)
        if kind == "ratio":
            return f"{value[0]:g} times"
        if kind == "not_above":
            return "not above"
        if kind == "at_most":
            return f"at most {self.number(value[0], self.digits if value[0] % 1 else 0)}"
        if kind == "at_least":
            return f"at least {self.number(value[0], 0)}"
        return ""

    def number(self, value, digits=None):
        return f"{value:,.{self.digits if digits is None else digits}f} {self.unit}"

    def json(self):
        def median(samples):
            return statistics.median(samples) if samples else None
        return {"key": self.key, "title": self.title, "unit": self.unit, "ours": self.value(), "peer": median(self.peer),
                "peer_is": self.other or "the PyTorch script", "ratio": self.ratio(), "limit": median(self.limit),
                "target": self.target_text() or None, "met": self.met(), "note": self.note or None,
                "absent": self.absent or None, "no_peer": self.no_peer or None, "problems": self.problems,
                "samples": {"ours": self.ours, "peer": self.peer, "limit": self.limit}}
