#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exported weights as the README shows, computes the probabilities of the test pictures with PyTorch's own functions, and
writes them as float32 [images, classes].

    pytorch_weights.py WEIGHTS.safetensors T10K-IMAGES-IDX3-UBYTE OUTPUT

Exit code 77 where PyTorch is not installed.
"""
import json
import struct
import sys

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    sys.exit(77)

torch.set_num_threads(1)

# The ten lines of the README.
with open(sys.argv[1], "rb") as file:
    header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
    numbers = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
experiment = json.loads(header.pop("__metadata__")["experiment"])
weights = {name: numbers[array["data_offsets"][0] // 4:array["data_offsets"][1] // 4].reshape(array["shape"])
           for name, array in header.items()}

ACTIVATIONS = {"relu": F.relu, "leaky_relu": F.leaky_relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}


def forward(x):
    for i, block in enumerate(experiment["architecture"]["conv_blocks"], 1):
        x = F.conv2d(x, weights[f"conv{i}.weight"], weights[f"conv{i}.bias"], padding=block["padding"])
        if block["batch_norm"]:
            x = F.batch_norm(x, weights[f"norm{i}.running_mean"], weights[f"norm{i}.running_var"],
                             weights[f"norm{i}.weight"], weights[f"norm{i}.bias"])
        x = ACTIVATIONS[block["activation"]](x)
        x = F.max_pool2d(x, 2) if block["max_pool"] else x
    x = x.flatten(1)
    for i, layer in enumerate(experiment["architecture"]["hidden_layers"], 1):
        x = ACTIVATIONS[layer["activation"]](F.linear(x, weights[f"hidden{i}.weight"], weights[f"hidden{i}.bias"]))
    return F.linear(x, weights["output.weight"], weights["output.bias"])


with open(sys.argv[2], "rb") as file:
    _, count, rows, columns = struct.unpack(">4i", file.read(16))
    pictures = torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).reshape(count, 1, rows, columns)
with open(sys.argv[3], "wb") as file:
    file.write(F.softmax(forward(pictures.float() / 255), dim=1).numpy().tobytes())
