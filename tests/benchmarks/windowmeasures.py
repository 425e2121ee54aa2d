# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and its charts, on a screen in memory."""
import statistics

from measures import Measure
from rows import Row

BATCHES = 1000000


class Chart(Measure):
    once = True

    def __init__(self, bench):
        note = f"both charts of the Curves page, {BATCHES:,} batches, 1280 x 760 pixels"
        super().__init__(bench, "chart",
                         Row("chart-repaint", "a chart of 1,000,000 batches: repaint", "ms", ("at_most", 16), digits=1, note=note),
                         Row("chart-zoom", "a chart of 1,000,000 batches: zoom", "ms", ("at_most", 16), digits=1, note=note))

    def round(self):
        found = self.bench.screen_tool("bench_chart", BATCHES)
        self.row("chart-repaint").ours += found["repaint_ms"]
        self.row("chart-zoom").ours += found["zoom_ms"]


class Window(Measure):
    """One start of the window a round, and the command line on the same pictures after it."""

    def __init__(self, bench):
        images, pauses = bench.sizes.window_images, bench.sizes.pauses
        gaps = f"a timer of 1 ms, over an epoch of {images:,} pictures and its test"
        rows = [Row("window-training", "window on Curves, training cnn-1", "images/s", ("ratio", 0.95), higher_is_better=True,
                    other="command line", note=f"{images:,} pictures"),
                Row("first-paint", "start to first paint, warm", "ms", ("at_most", 700),
                    note="from before the process was made"),
                Row("start-enabled", "start to Start enabled, warm", "ms", ("at_most", 2000),
                    note="from before the process was made"),
                Row("loading-gaps", "event loop gaps until Start is enabled: longest", "ms", worst=True,
                    note="from show() on, with the first paint in it; the longest of all rounds"),
                Row("first-point", "Start pressed to first point on the chart", "ms", ("at_most", 500)),
                Row("gaps-p99", "event loop gaps while training: p99", "ms", ("at_most", 16), digits=1, note=gaps),
                Row("gaps-longest", "event loop gaps while training: longest", "ms", ("at_most", 50), digits=1, worst=True,
                    note="the longest of all rounds"),
                Row("pause", "pause pressed to paused: longest", "ms", ("at_most", 50), digits=1, worst=True,
                    note=f"the longest of {pauses} pauses in each of the rounds")]
        super().__init__(bench, "window", *rows)
        self.warm = False

    def round(self):
        if not self.warm:
            self.bench.window(0, 0)
            self.warm = True
        found = self.bench.window(self.bench.sizes.window_images, self.bench.sizes.pauses)
        training = found["training"]
        line = self.bench.train("cnn-1", self.bench.sizes.window_images)
        self.add("window-training", training["train_images_per_second"], line["train_images_per_second"])
        self.add("first-paint", found["first_paint_ms"])
        self.add("start-enabled", found["start_enabled_ms"])
        self.add("loading-gaps", found["loading_gaps"]["longest_ms"])
        self.add("first-point", training["start_to_first_point_ms"])
        self.add("gaps-p99", training["gaps"]["p99_ms"])
        self.add("gaps-longest", training["gaps"]["longest_ms"])
        self.row("pause").ours += training["pause_ms"]


class Timeline(Measure):
    """Moving to a recorded moment of cnn-1, and playing one while it trains."""

    def __init__(self, bench):
        super().__init__(bench, "timeline",
                         Row("seek-filters", "a moment asked for to its filters drawn", "ms", ("at_most", 50), digits=1,
                             note="places that were not seen before, read from the laboratory"),
                         Row("seek-maps", "a moment asked for to its feature maps drawn", "ms", ("at_most", 150), digits=1,
                             note="with the forward pass of one picture"),
                         Row("playing-pictures", "playing the filters while cnn-1 trains", "pictures/s", ("at_least", 19), higher_is_better=True, digits=1,
                             note="batch by batch; the player aims at 20"),
                         Row("playing-training", "cnn-1 while its filters are played", "batches/s", ("ratio", 0.9), higher_is_better=True,
                             other="nobody looks", note="by turns, in one run of the window"))

    def round(self):
        found = self.bench.screen_tool("bench_timeline", self.bench.sizes.seeks, self.bench.sizes.turns)
        self.row("seek-filters").ours += found["filters_ms"]
        self.row("seek-maps").ours += found["maps_ms"]
        self.row("playing-pictures").ours += found["pictures_per_second"]
        for played, alone in zip(found["playing_batches_per_second"], found["alone_batches_per_second"]):
            self.add("playing-training", played, alone)


class Drawing(Measure):
    """Drawing on the pad while cnn-1 trains."""

    def __init__(self, bench):
        super().__init__(bench, "drawing",
                         Row("stroke-bars", "a movement of the mouse to the bars drawn: p99", "ms", ("at_most", 30), digits=1, worst=True,
                             note="sixty a second, in the real window while cnn-1 trains; the worst of all rounds"),
                         Row("stroke-median", "a movement of the mouse to the bars drawn: median", "ms", digits=1),
                         Row("drawing-training", "cnn-1 while somebody draws", "batches/s", ("ratio", 0.9), higher_is_better=True, digits=1,
                             other="nobody looks", note="by turns, in one run of the window"),
                         Row("open-training", "cnn-1 while the page is open, without drawing", "batches/s", higher_is_better=True, digits=1,
                             other="nobody looks"))

    def round(self):
        found = self.bench.screen_tool("bench_drawing", self.bench.sizes.turns)
        strokes = sorted(found["stroke_ms"])
        self.row("stroke-bars").ours.append(strokes[len(strokes) * 99 // 100])
        self.row("stroke-median").ours.append(statistics.median(strokes))
        for key, samples in (("drawing-training", "drawing_batches_per_second"), ("open-training", "open_batches_per_second")):
            for looked, alone in zip(found[samples], found["alone_batches_per_second"]):
                self.add(key, looked, alone)


class Gallery(Measure):
    """The gallery of 10,000 test pictures."""
    once = True

    def __init__(self, bench):
        super().__init__(bench, "gallery",
                         Row("gallery-filter", "the gallery of 10,000 pictures: a filter chosen to its pictures drawn", "ms", ("at_most", 50), digits=1,
                             worst=True, note="every filter and every order, the longest of all"),
                         Row("gallery-scroll", "the gallery of 10,000 pictures: a page on", "ms", ("at_most", 16), digits=1))

    def round(self):
        found = self.bench.screen_tool("bench_gallery", 200)
        self.row("gallery-filter").ours += found["filter_ms"]
        self.row("gallery-scroll").ours += found["scroll_ms"]
