# SPDX-License-Identifier: GPL-3.0-or-later
"""What all measures share: the sizes, and how ours, the peer and our small programs in C++ are called."""
import dataclasses
import json
import pathlib
import tempfile
import time

import children
import report

THREADS = 2
DATA = "/usr/share/datasets/fashion-mnist"
ROOT = pathlib.Path(__file__).resolve().parents[2]
PEER = ["/usr/bin/python3", str(pathlib.Path(__file__).with_name("peer_fashion.py"))]


@dataclasses.dataclass(frozen=True)
class Sizes:
    """How much a mode measures."""
    name: str
    pairs: int
    #: Seconds after which no further round of a measure is begun; the first round always is.
    budget: float | None
    cnn_images: int
    mlp_images: int
    neighbour_images: int
    recording_images: int
    recording_epochs: int
    window_images: int
    pauses: int
    #: Places that the time line goes to, and turns of playing.
    seeks: int
    turns: int
    #: Whether an epoch of all 60,000 pictures is run as well, and a large laboratory written.
    whole_epoch: bool


QUICK = Sizes("quick", pairs=1, budget=80, cnn_images=3200, mlp_images=20000, neighbour_images=1600, recording_images=3200, recording_epochs=2,
              window_images=3200, pauses=5, seeks=10, turns=1, whole_epoch=False)
FULL = Sizes("full", pairs=5, budget=540, cnn_images=8000, mlp_images=40000, neighbour_images=3200, recording_images=20000, recording_epochs=5,
             window_images=12800, pauses=10, seeks=30, turns=6, whole_epoch=True)


class Bench:
    def __init__(self, build, sizes):
        self.build = pathlib.Path(build)
        self.sizes = sizes
        #: The screen for screen_tool(), or a sentence why there is none.
        self.display = ""
        self.no_display = ""
        self.program = str(self.build / "app/convscope")
        self.peer_version = "".join(report.output_of([PEER[0], "-c", "import torch; print(torch.__version__)"]))
        #: Why there is no peer; empty where there is one.
        self.no_peer = "" if self.peer_version else "no python3-torch"
        self.begin_round()

    def begin_round(self):
        """Forgets what several measures of a round share."""
        #: The peer's last figures in this round; None before the first.
        self.peer_test_seconds = None
        self.peer_load_seconds = None
        #: cnn-1's last epochs in this round, ours and the peer's with its DataLoader (None where there is no peer).
        self.cnn_pair = None
        self._rates = None

    def train(self, preset, images, *options):
        """One epoch of ours from the command line on the first `images` pictures (0: all); the epoch's line."""
        command = [self.program, "train", "--laboratory", "none", "--preset", preset, "--epochs", "1", "--train-images", str(images), "--threads",
                   str(THREADS), "--data", DATA, "--language", "en", "--json", *options]
        child = children.run(command, "convscope train")
        start, epoch = child.objects[0], child.epochs()[0]
        return epoch | {"train_images": start["train_images"], "peak_kib": child.peak_kib}

    def recorded_training(self, recorded):
        """cnn-1 with a laboratory or without. Processor seconds between the first epoch's end and the last one's: of the recorder's thread, and
        of all the others."""
        with tempfile.TemporaryDirectory() as folder:
            laboratory = str(pathlib.Path(folder) / "laboratory.sqlite") if recorded else "none"
            command = [self.program, "train", "--laboratory", laboratory, "--preset", "cnn-1", "--batch-size", "64", "--epochs", str(self.sizes.recording_epochs),
                       "--train-images", str(self.sizes.recording_images), "--threads", str(THREADS), "--data", DATA, "--language", "en", "--json"]
            epochs = children.run(command, "convscope train").epochs()
        first, last = epochs[0]["thread_seconds"], epochs[-1]["thread_seconds"]
        spent = {name: last[name] - first.get(name, 0.0) for name in last}
        recorder = spent.pop("recorder", 0.0)
        return recorder, sum(spent.values())

    def peer(self, preset, images, loader, test):
        """One epoch of the peer (with "both": of each loader); the epochs' lines. None where there is no peer."""
        if self.no_peer:
            return None
        command = PEER + ["--threads", str(THREADS), "--loader", loader, "--samples", str(images), *peer_settings(preset)]
        child = children.run(command + ([] if test else ["--no-test"]), "The peer's script")
        epochs = child.epochs()
        self.peer_load_seconds = epochs[0]["load_seconds"]
        self.peer_test_seconds = epochs[0].get("test_seconds", self.peer_test_seconds)
        return [epoch | {"peak_kib": child.peak_kib} for epoch in epochs]

    def tool(self, name, *arguments, environment=None):
        """What one of the programs beside this file prints."""
        path = str(self.build / "tests/benchmarks" / name)
        return children.run([path, *map(str, arguments)], name, environment).objects[-1]

    def screen_tool(self, name, *arguments):
        if self.no_display:
            raise children.ChildFailed(self.no_display)
        environment = {"CONVSCOPE_ENGINE": str(self.build / "app/libconvscope_engine.so"), "DISPLAY": self.display,
                       "QT_QPA_PLATFORM": "xcb"}
        return self.tool(name, *arguments, environment=environment)

    def window(self, images, pauses):
        return self.screen_tool("bench_window", time.monotonic_ns(), images, pauses)

    def rates(self):
        """The best rates of matrix products in GFLOP/s, measured once a round: float32, and bfloat16 (None where the processor
        has none)."""
        if self._rates is None:
            found = self.tool("bench_limits", THREADS, *(["bfloat16"] if report.has_bfloat16() else []))
            float32 = max(found["libtorch_float32_gflops"], found.get("onednn_float32_gflops", 0))
            self._rates = float32, found.get("libtorch_bfloat16_gflops")
        return self._rates

    def work_per_image(self, preset):
        """Floating point operations of one training step for one picture. Forward, gradient of the weights and gradient of the
        input cost the same; the first layer's input needs no gradient."""
        command = [self.program, "describe", "--preset", preset, "--json", "--language", "en"]
        layers = children.run(command, "convscope describe").objects[0]["layers"]
        counts = [layer["multiplications"] for layer in layers if layer["multiplications"]]
        return 2 * (3 * sum(counts) - counts[0])

    def lacks_precision(self):
        """Whether this program can't train in anything but float32."""
        lines = report.output_of([self.program, "train", "--help"])
        return bool(lines) and not any("--precision" in line for line in lines)


def peer_settings(preset):
    """The peer's options for one of our presets."""
    experiment = json.loads((ROOT / "resources/presets" / f"{preset}.json").read_text())
    training, hidden = experiment["training"], experiment["architecture"]["hidden_layers"][0]
    model = "cnn" if experiment["architecture"]["conv_blocks"] else "mlp"
    values = {"--model": model, "--hidden": hidden["width"], "--dropout": hidden["dropout"], "--batch": training["batch_size"],
              "--lr": training["learning_rate"]}
    return [str(part) for option in values.items() for part in option]
