// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace convscope {

/// One half of a data set: pictures [count, side, side] bytes (0 = black) and one label each.
struct LabelledPictures
{
    int count = 0;
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
};

/// A labelled set of square grey pictures. Immutable after loading; shared between threads as
/// std::shared_ptr<const Dataset>.
struct Dataset
{
    /// "Fashion-MNIST", or the folder's name.
    QString name;
    QString folder;
    int side = 28;
    int classes = 10;
    /// The identity that a run records: BLAKE2b-256 (hex) over the digests (BLAKE2b-256) of the training and of the test half;
    /// a half's digest goes over its pixels and then its labels.
    QString checksum;
    LabelledPictures train;
    LabelledPictures test;

    const std::uint8_t *trainPicture(int index) const { return train.pixels.data() + std::size_t(index) * side * side; }
    const std::uint8_t *testPicture(int index) const { return test.pixels.data() + std::size_t(index) * side * side; }
    /// Pictures per class.
    std::vector<int> classCounts(const LabelledPictures &half) const;
    /// In the language of the program for Fashion-MNIST, from classes.txt in the folder, else the number.
    QString className(int label) const;
    /// The class names as the data set's authors wrote them (English), for files and tooltips; from loadDataset()
    /// always one for each class.
    QStringList originalClassNames;
};

using DatasetPtr = std::shared_ptr<const Dataset>;

/// Where Debian's dataset-fashion-mnist puts its files.
QString systemFashionMnistFolder();

/// Loads train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte
/// from a folder, each with .gz at its end or without; of both, the one without is taken only when it is newer.
/// Any set of square grey pictures with up to 256 classes and 256 x 256 pixels is accepted. The number of classes is
/// that of Fashion-MNIST, else of the names in classes.txt (one a line, UTF-8), else the largest training label + 1; a
/// test label without any training picture is refused. Failures name the file, what was expected, what was found, and
/// what to do. Any thread; blocks.
Result<DatasetPtr> loadDataset(const QString &folder);

} // namespace convscope
