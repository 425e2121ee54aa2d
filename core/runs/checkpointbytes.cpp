// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/checkpointbytes.h"

#include "core/runs/bytes.h"

namespace convscope {

namespace {

constexpr quint32 magic = 0x43537643; // "CvSC"
constexpr quint32 version = 2;
/// Without what early stopping remembers.
constexpr quint32 firstVersion = 1;
constexpr quint32 mostDimensions = 8;
/// Of an array without a name, a dimension or a value.
constexpr qint64 smallestArray = 8;

void write(ByteWriter &writer, const std::vector<NamedArray> &arrays)
{
    writer.number(quint32(arrays.size()));
    for (const NamedArray &array : arrays) {
        writer.text(array.name);
        writer.number(quint32(array.shape.size()));
        for (const qint64 size : array.shape) {
            writer.number(size);
        }
        writer.floats(array.values);
    }
}

NamedArray readArray(ByteReader &reader)
{
    NamedArray array;
    array.name = reader.text();
    const quint32 dimensions = reader.number<quint32>();
    for (quint32 i = 0; i < dimensions && dimensions <= mostDimensions; ++i) {
        array.shape.push_back(reader.number<qint64>());
    }
    array.values = reader.floats(dimensions <= mostDimensions ? elementCount(array.shape) : -1);
    return array;
}

std::vector<NamedArray> readArrays(ByteReader &reader)
{
    std::vector<NamedArray> arrays;
    const quint32 count = reader.number<quint32>();
    if (count > reader.left() / smallestArray) {
        reader.refuse();
    }
    for (quint32 i = 0; i < count && reader.ok(); ++i) {
        arrays.push_back(readArray(reader));
    }
    return arrays;
}

qsizetype sizeOf(const std::vector<NamedArray> &arrays)
{
    std::size_t size = 0;
    for (const NamedArray &array : arrays) {
        size += 128 + array.values.size() * sizeof(float);
    }
    return qsizetype(size);
}

} // namespace

qint64 elementCount(const std::vector<qint64> &shape)
{
    qint64 count = 1;
    for (const qint64 size : shape) {
        if (size < 0 || __builtin_mul_overflow(count, size, &count)) {
            return -1;
        }
    }
    return count;
}

QByteArray bytesOf(const Checkpoint &checkpoint)
{
    ByteWriter writer;
    writer.reserve(1024 + sizeOf(checkpoint.weights) + sizeOf(checkpoint.optimizer));
    writer.number(magic);
    writer.number(version);
    writer.number(checkpoint.steps);
    writer.number(qint64(checkpoint.epoch));
    writer.number(checkpoint.batch);
    writer.number(quint8(checkpoint.epochIsComplete));
    writer.number(checkpoint.lossSum);
    writer.number(checkpoint.correct);
    writer.number(checkpoint.images);
    writer.number(checkpoint.seconds);
    writer.number(checkpoint.bestLoss);
    writer.number(qint64(checkpoint.bestEpoch));
    writer.number(checkpoint.live.learningRate);
    writer.number(checkpoint.live.weightDecay);
    writer.number(checkpoint.live.dropout);
    writer.number(quint8(checkpoint.dropoutWasChanged));
    writer.number(checkpoint.optimizerSteps);
    write(writer, checkpoint.weights);
    write(writer, checkpoint.optimizer);
    return writer.take();
}

QByteArray bytesOf(const std::vector<NamedArray> &arrays)
{
    ByteWriter writer;
    writer.reserve(64 + sizeOf(arrays));
    write(writer, arrays);
    return writer.take();
}

std::optional<std::vector<NamedArray>> arraysFrom(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    std::vector<NamedArray> arrays = readArrays(reader);
    return reader.atEnd() ? std::optional(std::move(arrays)) : std::nullopt;
}

CheckpointPtr checkpointFrom(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    const bool isOurs = reader.number<quint32>() == magic;
    const quint32 written = reader.number<quint32>();
    if (!isOurs || (written != version && written != firstVersion)) {
        return nullptr;
    }
    auto checkpoint = std::make_shared<Checkpoint>();
    checkpoint->steps = reader.number<qint64>();
    checkpoint->epoch = int(reader.number<qint64>());
    checkpoint->batch = reader.number<qint64>();
    checkpoint->epochIsComplete = reader.number<quint8>() != 0;
    checkpoint->lossSum = reader.number<double>();
    checkpoint->correct = reader.number<qint64>();
    checkpoint->images = reader.number<qint64>();
    checkpoint->seconds = reader.number<double>();
    if (written != firstVersion) {
        checkpoint->bestLoss = reader.number<double>();
        checkpoint->bestEpoch = int(reader.number<qint64>());
    }
    checkpoint->live.learningRate = reader.number<double>();
    checkpoint->live.weightDecay = reader.number<double>();
    checkpoint->live.dropout = reader.number<double>();
    checkpoint->dropoutWasChanged = reader.number<quint8>() != 0;
    checkpoint->optimizerSteps = reader.number<qint64>();
    checkpoint->weights = readArrays(reader);
    checkpoint->optimizer = readArrays(reader);
    return reader.atEnd() ? checkpoint : nullptr;
}

} // namespace convscope
