# SPDX-License-Identifier: GPL-3.0-or-later
"""bfloat16 against our own float32."""
import report
from measures import Measure
from rows import Row

SEEDS = range(1, 6)


def why_absent(bench):
    if bench.lacks_precision():
        return "not there"
    return "" if report.has_bfloat16() else "the processor has none"


class Bfloat16(Measure):
    def __init__(self, bench):
        super().__init__(bench, "bfloat16",
                         Row("bfloat16", "cnn-1, training in bfloat16", "images/s", ("ratio", 1.5), higher_is_better=True,
                             other="our float32", absent=why_absent(bench)))

    def round(self):
        if self.rows[0].absent:
            return
        images = self.bench.sizes.cnn_images
        ours = self.bench.train("cnn-1", images, "--precision", "bfloat16")
        plain = self.bench.train("cnn-1", images)
        limit = self.bench.rates()[1] * 1e9 / self.bench.work_per_image("cnn-1")
        self.add("bfloat16", ours["train_images_per_second"], plain["train_images_per_second"], limit)


class Bfloat16Accuracy(Measure):
    """Takes minutes, so it is only measured by name: test accuracy after one epoch of all pictures, over five seeds."""
    once = True

    def __init__(self, bench):
        super().__init__(bench, "bfloat16-accuracy",
                         Row("bfloat16-accuracy", "cnn-1, test accuracy in bfloat16", "%", digits=2, plain_ratio=True,
                             other="our float32", absent=why_absent(bench),
                             note="one epoch of 60,000 pictures, seeds 1 to 5; the samples are in --json"))

    def round(self):
        if self.rows[0].absent:
            return
        for seed in SEEDS:
            ours = self.bench.train("cnn-1", 0, "--seed", str(seed), "--precision", "bfloat16")
            plain = self.bench.train("cnn-1", 0, "--seed", str(seed))
            self.add("bfloat16-accuracy", 100 * ours["test_accuracy"], 100 * plain["test_accuracy"])
