// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/reportbytes.h"

#include "core/runs/bytes.h"

namespace convscope {

namespace {

constexpr qint64 pointSize = 3 * sizeof(float);

void write(ByteWriter &writer, const LiveSettings &live)
{
    writer.number(live.learningRate);
    writer.number(live.weightDecay);
    writer.number(live.dropout);
}

LiveSettings readLive(ByteReader &reader)
{
    LiveSettings live;
    live.learningRate = reader.number<double>();
    live.weightDecay = reader.number<double>();
    live.dropout = reader.number<double>();
    return live;
}

template<typename Value>
std::optional<Value> whole(const ByteReader &reader, const Value &value)
{
    return reader.atEnd() ? std::optional<Value>(value) : std::nullopt;
}

} // namespace

QByteArray bytesOf(const std::vector<BatchPoint> &points)
{
    ByteWriter writer;
    writer.reserve(qsizetype(points.size()) * pointSize);
    for (const BatchPoint &point : points) {
        writer.number(point.loss);
        writer.number(point.accuracy);
        writer.number(point.learningRate);
    }
    return writer.take();
}

std::optional<std::vector<BatchPoint>> batchPointsFrom(const QByteArray &bytes)
{
    if (bytes.size() % pointSize != 0) {
        return std::nullopt;
    }
    ByteReader reader(bytes);
    std::vector<BatchPoint> points(std::size_t(bytes.size() / pointSize));
    for (BatchPoint &point : points) {
        point.loss = reader.number<float>();
        point.accuracy = reader.number<float>();
        point.learningRate = reader.number<float>();
    }
    return points;
}

QByteArray bytesOf(const EpochReport &report)
{
    ByteWriter writer;
    writer.number(qint64(report.epoch));
    writer.number(report.steps);
    for (const double value : {report.trainLoss, report.trainAccuracy, report.testLoss, report.testAccuracy,
                               report.trainSeconds, report.testSeconds, report.trainImagesPerSecond}) {
        writer.number(value);
    }
    return writer.take();
}

std::optional<EpochReport> epochReportFrom(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    EpochReport report;
    report.epoch = int(reader.number<qint64>());
    report.steps = reader.number<qint64>();
    for (double EpochReport::*field : {&EpochReport::trainLoss, &EpochReport::trainAccuracy, &EpochReport::testLoss,
                                       &EpochReport::testAccuracy, &EpochReport::trainSeconds, &EpochReport::testSeconds,
                                       &EpochReport::trainImagesPerSecond}) {
        report.*field = reader.number<double>();
    }
    return whole(reader, report);
}

QByteArray bytesOf(const TestProbabilities &probabilities)
{
    QByteArray bytes(qsizetype(probabilities.values.size() * sizeof(quint16)), Qt::Uninitialized);
    qToLittleEndian<quint16>(probabilities.values.data(), qsizetype(probabilities.values.size()), bytes.data());
    return bytes;
}

std::optional<TestProbabilities> probabilitiesFrom(const QByteArray &bytes, qint64 images, qint64 classes)
{
    constexpr qint64 most = 1 << 28; // far more than any data set; keeps the product from overflowing
    if (images < 0 || classes < 1 || images > most || classes > most
        || images * classes * qint64(sizeof(quint16)) != bytes.size()) {
        return std::nullopt;
    }
    TestProbabilities probabilities{int(images), int(classes), std::vector<std::uint16_t>(std::size_t(images * classes))};
    qFromLittleEndian<quint16>(bytes.constData(), images * classes, probabilities.values.data());
    return probabilities;
}

QByteArray bytesOf(const FilterFilm &film)
{
    ByteWriter writer;
    writer.floats(film.values);
    return writer.take();
}

std::optional<FilterFilm> filmFrom(const QByteArray &kernels, qint64 first, qint64 stride, qint64 frames, qint64 filters, qint64 kernelSize)
{
    constexpr qint64 most = 1 << 20; // keeps the product from overflowing
    const bool isPossible = first >= 0 && stride > 0 && frames > 0 && filters > 0 && kernelSize > 0 && frames < most && filters < most
        && kernelSize < 1024 && frames * filters * kernelSize * kernelSize * qint64(sizeof(float)) == kernels.size();
    if (!isPossible) {
        return std::nullopt;
    }
    FilterFilm film{int(filters), int(kernelSize), first, stride, {}};
    ByteReader reader(kernels);
    film.values = reader.floats(kernels.size() / qint64(sizeof(float)));
    return whole(reader, film);
}

QByteArray bytesOf(const RunEvent &event)
{
    ByteWriter writer;
    writer.number(quint8(event.kind));
    writer.number(event.steps);
    writer.number(quint8(event.byStep));
    write(writer, event.before);
    write(writer, event.after);
    return writer.take();
}

std::optional<RunEvent> runEventFrom(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    RunEvent event;
    const quint8 kind = reader.number<quint8>();
    event.kind = RunEvent::Kind(kind);
    event.steps = reader.number<qint64>();
    event.byStep = reader.number<quint8>() != 0;
    event.before = readLive(reader);
    event.after = readLive(reader);
    return kind <= quint8(RunEvent::Kind::SettingsChanged) ? whole(reader, event) : std::nullopt;
}

QByteArray bytesOf(const RunEnd &end)
{
    ByteWriter writer;
    writer.number(quint8(end.kind));
    writer.number(end.steps);
    writer.number(qint64(end.epoch));
    writer.number(end.batch);
    writer.text(end.reason.toStdString());
    writer.number(end.learningRate);
    writer.number(quint8(end.inTest));
    writer.number(qint64(end.epochsWithoutGain));
    return writer.take();
}

std::optional<RunEnd> runEndFrom(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    RunEnd end;
    const quint8 kind = reader.number<quint8>();
    end.kind = RunEnd::Kind(kind);
    end.steps = reader.number<qint64>();
    end.epoch = int(reader.number<qint64>());
    end.batch = reader.number<qint64>();
    end.reason = QString::fromStdString(reader.text());
    end.learningRate = reader.number<double>();
    end.inTest = reader.number<quint8>() != 0;
    if (reader.left() > 0) { // since early stopping exists
        end.epochsWithoutGain = int(reader.number<qint64>());
    }
    return kind <= quint8(RunEnd::Kind::Failed) ? whole(reader, end) : std::nullopt;
}

} // namespace convscope
