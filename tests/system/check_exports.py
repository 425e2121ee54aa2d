#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does another program get the same numbers from an exported network?

    check_exports.py onnx MODEL.onnx T10K-IMAGES-IDX3-UBYTE OUTPUT     logits by OpenCV's dnn, float32 [images, classes]

Exit code 77 where that program is not installed.
"""
import struct
import sys

try:
    import cv2
    import numpy
except ImportError:
    sys.exit(77)

with open(sys.argv[3], "rb") as file:
    _, count, rows, columns = struct.unpack(">4i", file.read(16))
    pictures = numpy.frombuffer(file.read(), dtype=numpy.uint8).reshape(count, 1, rows, columns)
network = cv2.dnn.readNetFromONNX(sys.argv[2])
network.setInput(pictures.astype(numpy.float32) / 255)
logits = network.forward()
exponentials = numpy.exp(logits - logits.max(axis=1, keepdims=True))
(exponentials / exponentials.sum(axis=1, keepdims=True)).astype(numpy.float32).tofile(sys.argv[4])
