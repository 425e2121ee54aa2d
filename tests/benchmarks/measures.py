# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures of training from the command line. A measure has a name, rows, and round(), which takes one sample for each row;
`once` ones are asked in the first round only."""
import children
from rows import Row

PICTURES = 60000


class Measure:
    once = False

    def __init__(self, bench, name, *rows):
        self.bench = bench
        self.name = name
        self.rows = list(rows)
        #: A measure that has failed is not asked again.
        self.failed = False
        #: Seconds that the last round took.
        self.seconds = 0.0

    def row(self, key):
        return next(row for row in self.rows if row.key == key)

    def add(self, key, ours, peer=None, limit=None):
        row = self.row(key)
        row.ours.append(ours)
        for samples, value in ((row.peer, peer), (row.limit, limit)):
            if value is not None:
                samples.append(value)


class Comparison(Measure):
    """A measure with the peer in its second column."""

    def __init__(self, bench, name, *rows):
        super().__init__(bench, name, *rows)
        for row in self.rows:
            row.no_peer = bench.no_peer


def training_row(key, title, times, note=""):
    return Row(key, title, "images/s", ("ratio", times), higher_is_better=True, note=note)


def indexing_note(images):
    return f"{images:,} pictures, warm-up included; the peer indexes whole batches"


def mib(epoch, key="resident_kib"):
    """None where there is no epoch, or the process had gone before it could be asked."""
    return epoch[key] / 1024 if epoch and epoch.get(key) else None


class Cnn(Comparison):
    """Training against whole-batch indexing, and a whole epoch against the DataLoader, which is what the issue's peer does."""

    def __init__(self, bench, preset):
        images = bench.sizes.cnn_images
        rows = [training_row(f"{preset}-training", f"{preset}, training", 2.5, indexing_note(images)),
                Row(f"{preset}-epoch", f"{preset}, one epoch and its test", "s", ("ratio", 4), digits=1,
                    note=f"training of {images:,} pictures scaled to {PICTURES:,}, and the whole test set; the peer uses its "
                         "DataLoader; the limit is that of the training alone")]
        if preset == "cnn-1":
            rows += [Row("test-pass", "test pass over 10,000 pictures", "s", ("ratio", 8), digits=2),
                     Row("limit-share", "cnn-1, share of the float32 limit", "%", ("at_least", 70),
                         note="the limit is the best rate of a 1024 x 1024 x 1024 product, measured once a round, divided by "
                              "the operations of a step")]
        super().__init__(bench, preset, *rows)
        self.preset = preset
        self.work = None

    def round(self):
        bench, images = self.bench, self.bench.sizes.cnn_images
        self.work = self.work or bench.work_per_image(self.preset)
        limit = bench.rates()[0] * 1e9 / self.work
        ours = bench.train(self.preset, images)
        rate = ours["train_images_per_second"]
        # The test pass of cnn-2 is cnn-1's: same network, same pictures.
        peer = bench.peer(self.preset, images, "both", test=bench.peer_test_seconds is None)
        loader, indexed = peer or (None, None)
        self.add(f"{self.preset}-training", rate, indexed and indexed["train_images_per_second"], limit)
        self.add(f"{self.preset}-epoch", scaled(ours, ours["test_seconds"]), loader and scaled(loader, bench.peer_test_seconds),
                 PICTURES / limit)
        if self.preset == "cnn-1":
            bench.cnn_pair = ours, loader
            self.add("test-pass", ours["test_seconds"], loader and loader["test_seconds"])
            self.add("limit-share", 100 * rate / limit)


def scaled(epoch, test_seconds):
    return epoch["train_seconds"] * PICTURES / epoch["train_images"] + test_seconds


class WholeEpoch(Comparison):
    """One epoch as it is, nothing scaled; with it the memory, at the end of the epoch and at its peak. The quick mode takes the
    memory from the pair that was trained for cnn-1."""
    once = True

    def __init__(self, bench):
        images = PICTURES if bench.sizes.whole_epoch else bench.sizes.cnn_images
        self.images = images
        note = f"after one epoch of {images:,} pictures and its test"
        rows = [Row("memory", "cnn-1, resident memory at the end", "MiB", ("not_above",), plain_ratio=True,
                    note=f"VmRSS {note}, read from outside when its line arrives"),
                Row("memory-peak", "cnn-1, peak of resident memory", "MiB", plain_ratio=True,
                    note=f"the maximum that the system noted {note}")]
        if bench.sizes.whole_epoch:
            rows.insert(0, Row("whole-epoch", "cnn-1, one epoch and its test, not scaled", "s", ("ratio", 4), digits=1,
                               note="one pair only"))
        super().__init__(bench, "whole-epoch", *rows)

    def pair(self):
        if self.bench.cnn_pair and not self.bench.sizes.whole_epoch:
            return self.bench.cnn_pair
        ours = self.bench.train("cnn-1", self.images)
        peer = self.bench.peer("cnn-1", self.images, "dataloader", test=True)
        return ours, peer and peer[0]

    def round(self):
        ours, peer = self.pair()
        if self.bench.sizes.whole_epoch:
            self.add("whole-epoch", seconds(ours), peer and seconds(peer))
        if not mib(ours):
            raise children.ChildFailed("convscope had ended before its memory could be read.")
        self.add("memory", mib(ours), mib(peer))
        self.add("memory-peak", mib(ours, "peak_kib"), mib(peer, "peak_kib"))


def seconds(epoch):
    return epoch["train_seconds"] + epoch["test_seconds"]


class Mlp(Comparison):
    def __init__(self, bench, preset):
        super().__init__(bench, preset, training_row(f"{preset}-training", f"{preset}, training", 3,
                                                     indexing_note(bench.sizes.mlp_images)))
        self.preset = preset
        self.work = None

    def round(self):
        bench, images = self.bench, self.bench.sizes.mlp_images
        self.work = self.work or bench.work_per_image(self.preset)
        limit = bench.rates()[0] * 1e9 / self.work
        ours = bench.train(self.preset, images)
        peer = bench.peer(self.preset, images, "indexed", test=False)
        self.add(f"{self.preset}-training", ours["train_images_per_second"], peer and peer[0]["train_images_per_second"], limit)


class Neighbour(Comparison):
    """Both sides beside one process that wants a whole processor."""

    def __init__(self, bench):
        super().__init__(bench, "neighbour", training_row("neighbour", "cnn-1, training beside one busy process", 3,
                                                          indexing_note(bench.sizes.neighbour_images)))

    def round(self):
        images = self.bench.sizes.neighbour_images
        with children.busy_neighbour():
            ours = self.bench.train("cnn-1", images)
            peer = self.bench.peer("cnn-1", images, "indexed", test=False)
        self.add("neighbour", ours["train_images_per_second"], peer and peer[0]["train_images_per_second"])


class Recording(Measure):
    """What recording costs: the processor time of a training with a laboratory against one without, one after the other, in alternating order.
    That moves with the machine by some percent either way. The part that the recorder's own thread has in it doesn't: it is measured within one
    run, against the other threads, and a busy machine slows both alike. It is no more than a part: the queue and the caches cost the
    others something, too."""

    def __init__(self, bench):
        sizes = bench.sizes
        amount = f"{sizes.recording_epochs - 1} epochs of {sizes.recording_images:,} pictures in batches of 64, after one to warm up; processor time of"
        super().__init__(bench, "recording",
                         Row("recording", "cnn-1, cost of recording", "%", ("at_most", 3), digits=1,
                             note=f"{amount} all threads, with a laboratory against --laboratory none"),
                         Row("recording-thread", "of it, the recorder's own thread", "%", digits=1,
                             note=f"{amount} that thread against that of all others, within one run"))
        self.recorded_first = False

    def round(self):
        self.recorded_first = not self.recorded_first
        spent = {recorded: self.bench.recorded_training(recorded) for recorded in (self.recorded_first, not self.recorded_first)}
        recorder, others = spent[True]
        self.add("recording", 100 * ((recorder + others) / spent[False][1] - 1))
        self.add("recording-thread", 100 * recorder / others)


class Laboratory(Measure):
    """A large laboratory, made by hand."""
    once = True

    def __init__(self, bench):
        super().__init__(bench, "laboratory",
                         Row("laboratory-list", "listing 2,000 runs", "ms", ("at_most", 1000), note="the best of three, the file opened anew"),
                         Row("laboratory-open", "opening a run of 1,000,000 batches", "ms", ("at_most", 200), note="with its 100 epochs; the best of three"),
                         Row("laboratory-disk", "100 epochs of cnn-1 on the disk", "MB", ("at_most", 500), note="all that the run would report, with zeros for numbers"))
        if not bench.sizes.whole_epoch:
            for row in self.rows:
                row.absent = "not in the quick mode"

    def round(self):
        if not self.bench.sizes.whole_epoch:
            return
        found = self.bench.tool("bench_laboratory")
        self.add("laboratory-list", found["list_milliseconds"])
        self.add("laboratory-open", found["open_milliseconds"])
        self.add("laboratory-disk", found["cnn1_megabytes"])


class Reading(Comparison):
    def __init__(self, bench):
        super().__init__(bench, "reading", Row("reading", "reading Fashion-MNIST", "ms", ("at_most", 400),
                                               note="the peer also turns the pictures into floats"))

    def round(self):
        ours = self.bench.tool("bench_reading", 1)["milliseconds"][0]
        if self.bench.peer_load_seconds is None:
            self.bench.peer("cnn-1", 64, "indexed", test=False)
        peer = self.bench.peer_load_seconds
        self.add("reading", ours, None if peer is None else 1000 * peer)
