// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/tensorboard.h"

#include <QtEndian>

#include <array>
#include <bit>

namespace convscope {

namespace {

constexpr std::array<std::uint32_t, 256> makeTable()
{
    constexpr std::uint32_t polynomial = 0x82F63B78;
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
        }
        table[i] = value;
    }
    return table;
}

template<typename Number>
QByteArray littleEndian(Number value)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

std::uint32_t maskedCrc(const QByteArray &bytes)
{
    const std::uint32_t crc = crc32c(bytes);
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
}

QByteArray record(const QByteArray &data)
{
    const QByteArray length = littleEndian(quint64(data.size()));
    return QByteArray(length + littleEndian(maskedCrc(length)) + data + littleEndian(maskedCrc(data)));
}

// Protocol buffers: a key is the field's number and how it is written.
enum WireType { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 0x80; value >>= 7) {
        bytes.append(char(value | 0x80));
    }
    bytes.append(char(value));
    return bytes;
}

QByteArray key(int field, WireType type)
{
    return varint(quint64(field) << 3 | quint64(type));
}

QByteArray message(int field, const QByteArray &bytes)
{
    return QByteArray(key(field, Bytes) + varint(quint64(bytes.size())) + bytes);
}

/// Event: double wall_time = 1; int64 step = 2; string file_version = 3; Summary summary = 5.
QByteArray event(double wallTime, qint64 step, const QByteArray &content)
{
    return record(QByteArray(key(1, Fixed64) + littleEndian(std::bit_cast<quint64>(wallTime)) + key(2, Varint) + varint(quint64(step)) + content));
}

/// Summary: repeated Value value = 1; Value: string tag = 1; float simple_value = 2.
QByteArray scalar(const char *tag, double value)
{
    const QByteArray content = message(1, QByteArray(tag)) + key(2, Fixed32) + littleEndian(std::bit_cast<quint32>(float(value)));
    return message(1, content);
}

/// When a batch was trained, as far as it is known: the epochs' seconds spread evenly.
class BatchClock
{
public:
    BatchClock(const RunHistory &history, double begun)
        : m_epochs(history.epochs())
        , m_time(begun)
    {
    }

    double timeOf(qint64 step)
    {
        while (m_epoch < m_epochs.size() && step > m_epochs[m_epoch].steps) {
            m_time += secondsOf(m_epochs[m_epoch]);
            m_before = m_epochs[m_epoch++].steps;
        }
        if (m_epoch == m_epochs.size()) {
            return m_time;
        }
        const EpochReport &report = m_epochs[m_epoch];
        return m_time + secondsOf(report) * double(step - m_before) / double(report.steps - m_before);
    }

private:
    static double secondsOf(const EpochReport &report) { return report.trainSeconds + report.testSeconds; }

    const std::vector<EpochReport> m_epochs;
    double m_time;
    std::size_t m_epoch = 0;
    qint64 m_before = 0;
};

} // namespace

std::uint32_t crc32c(const QByteArray &bytes)
{
    static constexpr std::array<std::uint32_t, 256> table = makeTable();
    std::uint32_t crc = ~0U;
    for (const char byte : bytes) {
        crc = table[(crc ^ std::uint8_t(byte)) & 0xff] ^ (crc >> 8);
    }
    return ~crc;
}

QByteArray tensorBoardEvents(const RunHistory &history, const QDateTime &begun)
{
    const double start = double(begun.toMSecsSinceEpoch()) / 1000.0;
    QByteArray file = event(start, 0, message(3, QByteArrayLiteral("brain.Event:2")));
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    BatchClock clock(history, start);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const qint64 step = qint64(i) + 1;
        file += event(clock.timeOf(step), step,
                      message(5, scalar("batch/loss", double(points[i].loss)) + scalar("batch/accuracy", double(points[i].accuracy))
                                  + scalar("batch/learning_rate", double(points[i].learningRate))));
    }
    BatchClock epochClock(history, start);
    for (const EpochReport &report : history.epochs()) {
        file += event(epochClock.timeOf(report.steps), report.steps,
                      message(5, scalar("loss/train", report.trainLoss) + scalar("loss/test", report.testLoss)
                                  + scalar("accuracy/train", report.trainAccuracy) + scalar("accuracy/test", report.testAccuracy)));
    }
    return file;
}

} // namespace convscope
