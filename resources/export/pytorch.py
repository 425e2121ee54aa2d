#!/usr/bin/env python3
"""A network from ConvScope in PyTorch: tests exported weights, or trains.

    python3 network.py --weights weights.safetensors            tests the weights
    python3 network.py --weights weights.safetensors --epochs 2 trains on from them
    python3 network.py --epochs @EPOCHS@                        trains from new weights

The weights come from `convscope export ID weights.safetensors --format safetensors`. Frozen filters, the schedule of the learning rate,
early stopping and the weights that count at the end are as the settings say; --done EPOCHS tells the schedule how many epochs the
weights have been trained for. The order of the batches, the dropout masks, the choice of a part of the pictures, wrong labels and
augmentation are ConvScope's own and are not repeated here, and the optimiser begins with an empty memory.
"""
import argparse
import gzip
import json
import math
import os
import struct

import torch
from torch import nn
import torch.nn.functional as F

EXPERIMENT = json.loads('''@EXPERIMENT@''')


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        @LAYERS@

    def forward(self, x):
        @FORWARD@


def read_idx(folder, name):
    """An IDX file of bytes, with .gz at its end or without."""
    path = os.path.join(folder, name)
    opened = gzip.open(path + ".gz", "rb") if os.path.exists(path + ".gz") else open(path, "rb")
    with opened as file:
        dimensions = struct.unpack(">xxxB", file.read(4))[0]
        sizes = struct.unpack(f">{dimensions}i", file.read(4 * dimensions))
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).reshape(sizes)


def read_half(folder, name):
    pictures = read_idx(folder, f"{name}-images-idx3-ubyte").unsqueeze(1)  # [N, 1, side, side], bytes
    return pictures, read_idx(folder, f"{name}-labels-idx1-ubyte").long()


def load_weights(network, path):
    """safetensors: the length of a header, the header in JSON, numbers."""
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        numbers = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    header.pop("__metadata__", None)
    weights = {name: numbers[array["data_offsets"][0] // 4:array["data_offsets"][1] // 4].reshape(array["shape"])
               for name, array in header.items()}
    missing, unexpected = network.load_state_dict(weights, strict=False)
    missing = [name for name in missing if not name.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise SystemExit(f"{path} belongs to another network: missing {missing}, unexpected {unexpected}")


def along_cosine(start, end, share):
    return end + (start - end) / 2 * (1 + math.cos(math.pi * share))


def learning_rate_factor(step, steps_per_epoch, epochs):
    schedule = EXPERIMENT["training"]["schedule"]
    total = steps_per_epoch * epochs
    step = min(step, total - 1)
    if schedule["kind"] == "step":
        return schedule["step_factor"] ** (step // steps_per_epoch // schedule["step_epochs"])
    if schedule["kind"] == "cosine":
        return along_cosine(1, 0, step / total)
    if schedule["kind"] == "one_cycle":
        peak = 0.3 * total - 1
        if step <= peak:
            return along_cosine(1 / 25, 1, step / peak) if peak > 0 else 1
        return along_cosine(1, 1 / 25e4, (step - peak) / (total - 1 - peak))
    return 1


@torch.no_grad()
def test(network, pictures, labels):
    network.eval()
    loss, correct = 0.0, 0
    for i in range(0, len(labels), 500):
        logits = network(pictures[i:i + 500].float() / 255)
        loss += F.cross_entropy(logits, labels[i:i + 500], reduction="sum").item()
        correct += (logits.argmax(1) == labels[i:i + 500]).sum().item()
    return loss / len(labels), correct / len(labels)


def frozen_rows(network):
    """(parameter, filter, its numbers) of everything that training leaves as it is."""
    rows = []
    for frozen in EXPERIMENT["training"].get("frozen_filters", []):
        for kind in ("conv", "norm"):
            layer = getattr(network, f"{kind}{frozen['block']}", None)
            if layer is not None:
                index = frozen["filter"] - 1
                rows += [(parameter, index, parameter.detach()[index].clone()) for parameter in (layer.weight, layer.bias)]
    return rows


def train_epoch(network, optimizer, schedule, frozen, pictures, labels, batch_size):
    network.train()
    loss, correct = 0.0, 0
    for indices in torch.randperm(len(labels)).split(batch_size):
        optimizer.zero_grad()
        logits = network(pictures[indices].float() / 255)
        batch_loss = F.cross_entropy(logits, labels[indices])
        batch_loss.backward()
        optimizer.step()
        with torch.no_grad():
            for parameter, index, numbers in frozen:  # weight decay and momentum move what has no gradient, too
                parameter[index] = numbers
        schedule.step()
        loss += batch_loss.item() * len(indices)
        correct += (logits.argmax(1) == labels[indices]).sum().item()
    return loss / len(labels), correct / len(labels)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="/usr/share/datasets/fashion-mnist", help="folder with the four IDX files")
    parser.add_argument("--weights", help="a .safetensors file")
    parser.add_argument("--epochs", type=int, default=0, help="how many to train")
    parser.add_argument("--done", type=int, default=0, help="epochs that the weights have been trained for: where the schedule goes on")
    parser.add_argument("--save", help="a file for the trained state_dict")
    args = parser.parse_args()

    torch.manual_seed(@SEED@)
    network = Network()
    if args.weights:
        load_weights(network, args.weights)
    test_pictures, test_labels = read_half(args.data, "t10k")
    print("before training: test loss %.6f, test accuracy %.4f" % test(network, test_pictures, test_labels), flush=True)
    if args.epochs > 0:
        pictures, labels = read_half(args.data, "train")
        optimizer = @OPTIMIZER@
        steps_per_epoch = math.ceil(len(labels) / @BATCH_SIZE@)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: learning_rate_factor(step + args.done * steps_per_epoch, steps_per_epoch, args.done + args.epochs))
        frozen = frozen_rows(network)
        stopping = EXPERIMENT["training"]["early_stopping"]
        lowest, gained, gained_in = math.inf, math.inf, args.done
        best = None
        for epoch in range(args.done + 1, args.done + args.epochs + 1):
            trained = train_epoch(network, optimizer, schedule, frozen, pictures, labels, @BATCH_SIZE@)
            tested = test(network, test_pictures, test_labels)
            print("epoch %d: train loss %.6f, train accuracy %.4f, test loss %.6f, test accuracy %.4f" % (epoch, *trained, *tested), flush=True)
            if tested[0] < lowest:
                lowest = tested[0]
                best = (epoch, {name: array.clone() for name, array in network.state_dict().items()})
            if gained_in == args.done or tested[0] < gained - stopping["smallest_change"]:
                gained, gained_in = tested[0], epoch
            if 0 < stopping["patience"] <= epoch - gained_in:
                print("stopped: %d epochs without a lower test loss" % (epoch - gained_in))
                break
        if EXPERIMENT["training"]["final_weights"] == "best" and best:
            network.load_state_dict(best[1])
            print("the weights of epoch %d are kept" % best[0])
    if args.save:
        torch.save(network.state_dict(), args.save)


if __name__ == "__main__":
    main()
