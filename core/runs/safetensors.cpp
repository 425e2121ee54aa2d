// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/safetensors.h"

#include "core/data/regularfile.h"
#include "core/runs/bytes.h"
#include "core/runs/checkpointbytes.h"
#include "core/runs/storefailure.h"
#include "core/training/experimentjson.h"
#include "core/training/jsonkeys.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr qint64 lengthSize = 8;
/// 200 bytes an array is plenty.
constexpr qint64 longestHeader = 4 * 1024 * 1024;
constexpr qsizetype mostDimensions = 8;

QString text(const char *source)
{
    return QCoreApplication::translate("convscope::Safetensors", source);
}

/// Reads one file.
class SafetensorsReader
{
public:
    explicit SafetensorsReader(const QString &path)
        : m_shown(QDir::toNativeSeparators(path))
        , m_file(opened(path))
    {
    }

    SafetensorsFile read()
    {
        std::vector<Entry> entries = readHeader();
        std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.begin < b.begin; });
        checkOffsets(entries);
        SafetensorsFile file;
        file.experiment = m_experiment;
        file.classNames = m_classNames;
        for (Entry &entry : entries) {
            ByteReader reader(bytes(entry.end - entry.begin));
            entry.array.values = reader.floats((entry.end - entry.begin) / qint64(sizeof(float)));
            file.arrays.push_back(std::move(entry.array));
        }
        return file;
    }

private:
    struct Entry
    {
        NamedArray array; ///< values still empty
        qint64 begin = 0;
        qint64 end = 0;
    };

    static RegularFile opened(const QString &path)
    {
        Result<RegularFile> file = RegularFile::open(path);
        if (!file) {
            throw StoreFailure{file.error()};
        }
        return std::move(file).value();
    }

    [[noreturn]] void fail(const QString &reason) const
    {
        throw StoreFailure{text(QT_TRANSLATE_NOOP("convscope::Safetensors", "The file %1 can't be read as safetensors: %2.")).arg(m_shown, reason)};
    }

    /// The caller has checked the size against the file.
    QByteArray bytes(qint64 size)
    {
        QByteArray read(size, Qt::Uninitialized);
        const Result<qint64> count = m_file.read(reinterpret_cast<std::uint8_t *>(read.data()), size);
        if (!count) {
            throw StoreFailure{count.error()};
        }
        if (count.value() != size) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "it ends too early")));
        }
        return read;
    }

    std::vector<Entry> readHeader()
    {
        if (m_file.size() < lengthSize) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "it ends too early")));
        }
        const quint64 length = ByteReader(bytes(lengthSize)).number<quint64>();
        if (length > quint64(std::min(longestHeader, m_file.size() - lengthSize))) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "its header is said to be longer than it can be")));
        }
        m_dataSize = m_file.size() - lengthSize - qint64(length);
        const QByteArray json = bytes(qint64(length));
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isObject() || !firstRepeatedKey(json).isEmpty()) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "its header is not valid JSON")));
        }
        std::vector<Entry> entries;
        const QJsonObject header = document.object();
        for (auto member = header.begin(); member != header.end(); ++member) {
            if (member.key() == QLatin1String("__metadata__")) {
                m_experiment = member.value()[QLatin1String("experiment")].toString();
                m_classNames = texts(member.value()[QLatin1String("class_names")].toString());
            } else {
                entries.push_back(entryFrom(member.key(), member.value().toObject()));
            }
        }
        return entries;
    }

    /// Of a list in JSON; none where it is anything else.
    static QStringList texts(const QString &json)
    {
        QStringList list;
        for (const QJsonValue &value : QJsonDocument::fromJson(json.toUtf8()).array()) {
            list << value.toString();
        }
        return list;
    }

    Entry entryFrom(const QString &name, const QJsonObject &object) const
    {
        if (object[QLatin1String("dtype")].toString() != QLatin1String("F32")) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "%1 is not stored as 32-bit numbers (F32)")).arg(name));
        }
        const std::vector<qint64> shape = numbers(name, object[QLatin1String("shape")]);
        const std::vector<qint64> offsets = numbers(name, object[QLatin1String("data_offsets")]);
        const qint64 count = elementCount(shape);
        if (count < 0 || offsets.size() != 2 || offsets[0] > offsets[1] || offsets[1] > m_dataSize
            || (offsets[1] - offsets[0]) / qint64(sizeof(float)) != count || (offsets[1] - offsets[0]) % qint64(sizeof(float)) != 0) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "shape and place of %1 do not fit the file")).arg(name));
        }
        return {{name.toStdString(), shape, {}}, offsets[0], offsets[1]};
    }

    /// Whole numbers from 0 that a double holds exactly.
    std::vector<qint64> numbers(const QString &name, const QJsonValue &value) const
    {
        constexpr double largest = 9007199254740992.0;
        std::vector<qint64> list;
        const QJsonArray array = value.toArray();
        bool ok = value.isArray() && array.size() <= mostDimensions;
        for (const QJsonValue &item : array) {
            const double number = item.toDouble(-1.0);
            ok = ok && number >= 0.0 && number < largest && std::floor(number) == number;
            list.push_back(ok ? qint64(number) : 0);
        }
        if (!ok) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "shape and place of %1 do not fit the file")).arg(name));
        }
        return list;
    }

    void checkOffsets(const std::vector<Entry> &entries) const
    {
        qint64 next = 0;
        for (const Entry &entry : entries) {
            if (entry.begin != next) {
                fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "%1 overlaps another array, or leaves a hole before it")).arg(QString::fromStdString(entry.array.name)));
            }
            next = entry.end;
        }
        if (next != m_dataSize) {
            fail(text(QT_TRANSLATE_NOOP("convscope::Safetensors", "there is something behind the last array")));
        }
    }

    const QString m_shown;
    RegularFile m_file;
    qint64 m_dataSize = 0;
    QString m_experiment;
    QStringList m_classNames;
};

} // namespace

QByteArray safetensorsBytes(const std::vector<NamedArray> &arrays, const Experiment &experiment, const QString &dataName, const QStringList &classNames)
{
    QJsonObject header;
    qint64 offset = 0;
    for (const NamedArray &array : arrays) {
        QJsonArray shape;
        for (const qint64 size : array.shape) {
            shape.append(size);
        }
        const qint64 end = offset + qint64(array.values.size() * sizeof(float));
        header.insert(QString::fromStdString(array.name),
                      QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                                  {QStringLiteral("shape"), shape},
                                  {QStringLiteral("data_offsets"), QJsonArray{offset, end}}});
        offset = end;
    }
    const QByteArray settings = QJsonDocument(toJson(experiment)).toJson(QJsonDocument::Compact);
    QJsonObject metadata{{QStringLiteral("format"), QStringLiteral("pt")}, {QStringLiteral("experiment"), QString::fromUtf8(settings)}}; // texts only, says the format
    if (!dataName.isEmpty()) {
        metadata.insert(QStringLiteral("data"), dataName);
    }
    if (!classNames.isEmpty()) {
        metadata.insert(QStringLiteral("class_names"), QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(classNames)).toJson(QJsonDocument::Compact)));
    }
    header.insert(QStringLiteral("__metadata__"), metadata);
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    json.append((lengthSize - json.size() % lengthSize) % lengthSize, ' '); // numbers begin at a multiple of 8
    ByteWriter writer;
    writer.reserve(lengthSize + json.size() + offset);
    writer.number(quint64(json.size()));
    writer.raw(json);
    for (const NamedArray &array : arrays) {
        writer.floats(array.values);
    }
    return writer.take();
}

Result<SafetensorsFile> readSafetensorsFile(const QString &path)
{
    return guarded([&] { return SafetensorsReader(path).read(); });
}

Result<std::vector<NamedArray>> readSafetensors(const QString &path)
{
    return guarded([&] { return SafetensorsReader(path).read().arrays; });
}

} // namespace convscope
