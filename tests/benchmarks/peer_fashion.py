#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peer: the PyTorch script that a student would write for cnn-1, cnn-2 and the mlp presets. Needs Debian's python3-torch and
dataset-fashion-mnist. Prints one JSON line per epoch, with the resident memory of the process at its end.

The loader "dataloader" is torch.utils.data.DataLoader as in the tutorials, "indexed" takes a whole batch out of the tensors at
once, as a tuned script does; "both" trains two networks one after the other, the first with the one and the second with the other
(and without a test), so that both are measured in one start.
"""
import argparse
import gzip
import json
import time

import numpy
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

FOLDER = "/usr/share/datasets/fashion-mnist"
TEST_BATCH = 1000


def read(name, header, *shape):
    with gzip.open(f"{FOLDER}/{name}-ubyte.gz") as file:
        values = numpy.frombuffer(file.read(), dtype=numpy.uint8, offset=header)
    return torch.from_numpy(values.copy()).view(*shape)


def load():
    def half(prefix):
        return (read(f"{prefix}-images-idx3", 16, -1, 1, 28, 28).float() / 255, read(f"{prefix}-labels-idx1", 8, -1).long())
    return half("train"), half("t10k")


def make_network(args):
    if args.model == "mlp":
        return nn.Sequential(nn.Flatten(), nn.Linear(28 * 28, args.hidden), nn.ReLU(), nn.Linear(args.hidden, 10))
    return nn.Sequential(
        nn.Conv2d(1, 32, kernel_size=3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, kernel_size=3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(64 * 7 * 7, 600), nn.ReLU(), nn.Dropout(args.dropout),
        nn.Linear(600, 120), nn.ReLU(),
        nn.Linear(120, 10))


def batches(images, labels, size, loader):
    if loader == "dataloader":
        yield from DataLoader(TensorDataset(images, labels), batch_size=size, shuffle=True)
        return
    for chosen in torch.randperm(len(images)).split(size):
        yield images[chosen], labels[chosen]


def train(network, optimizer, images, labels, batch, samples, loader):
    """One epoch, or its first `samples` pictures; returns how many were seen, and the mean loss."""
    network.train()
    criterion = nn.CrossEntropyLoss()
    seen, total = 0, 0.0
    for x, y in batches(images, labels, batch, loader):
        optimizer.zero_grad()
        loss = criterion(network(x), y)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(x)
        seen += len(x)
        if seen >= samples:
            break
    return seen, total / seen


def test(network, images, labels):
    """Mean loss and accuracy over the test set."""
    network.eval()
    criterion = nn.CrossEntropyLoss(reduction="sum")
    loss, right = 0.0, 0
    with torch.no_grad():
        for x, y in zip(images.split(TEST_BATCH), labels.split(TEST_BATCH)):
            scores = network(x)
            loss += criterion(scores, y).item()
            right += (scores.argmax(dim=1) == y).sum().item()
    return loss / len(images), right / len(images)


def memory():
    """Resident memory in KiB: now, and at its peak."""
    with open("/proc/self/status") as file:
        fields = dict(line.split(":", 1) for line in file)
    return {"memory_kib": int(fields["VmRSS"].split()[0]), "peak_memory_kib": int(fields["VmHWM"].split()[0])}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", choices=["cnn", "mlp"], default="cnn")
    parser.add_argument("--hidden", type=int, default=512, help="width of the mlp's hidden layer")
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--dropout", type=float, default=0.25)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--loader", choices=["dataloader", "indexed", "both"], default="dataloader")
    parser.add_argument("--samples", type=int, default=60000, help="train on the first SAMPLES pictures of each shuffled epoch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-test", action="store_true")
    return parser.parse_args()


def run(args, data, loader, with_test, load_seconds):
    (images, labels), (test_images, test_labels) = data
    network = make_network(args)
    optimizer = torch.optim.Adam(network.parameters(), lr=args.lr)
    for epoch in range(1, args.epochs + 1):
        begin = time.perf_counter()
        seen, loss = train(network, optimizer, images, labels, args.batch, args.samples, loader)
        seconds = time.perf_counter() - begin
        line = {"epoch": epoch, "loader": loader, "train_images": seen, "train_loss": loss, "train_seconds": seconds,
                "train_images_per_second": seen / seconds, "load_seconds": load_seconds}
        if with_test:
            begin = time.perf_counter()
            line["test_loss"], line["test_accuracy"] = test(network, test_images, test_labels)
            line["test_seconds"] = time.perf_counter() - begin
        print(json.dumps(line | memory()), flush=True)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    begin = time.perf_counter()
    data = load()
    load_seconds = time.perf_counter() - begin
    if args.loader == "both":
        run(args, data, "dataloader", not args.no_test, load_seconds)
        run(args, data, "indexed", False, load_seconds)
    else:
        run(args, data, args.loader, not args.no_test, load_seconds)


if __name__ == "__main__":
    main()
