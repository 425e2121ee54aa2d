// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/classnames.h"

#include "core/common/counttext.h"
#include "core/data/regularfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

#include <array>

namespace convscope {

namespace {

constexpr std::array<const char *, 10> fashionNames = {
    QT_TRANSLATE_NOOP("convscope::ClassNames", "T-shirt/top"), QT_TRANSLATE_NOOP("convscope::ClassNames", "Trouser"),
    QT_TRANSLATE_NOOP("convscope::ClassNames", "Pullover"),    QT_TRANSLATE_NOOP("convscope::ClassNames", "Dress"),
    QT_TRANSLATE_NOOP("convscope::ClassNames", "Coat"),        QT_TRANSLATE_NOOP("convscope::ClassNames", "Sandal"),
    QT_TRANSLATE_NOOP("convscope::ClassNames", "Shirt"),       QT_TRANSLATE_NOOP("convscope::ClassNames", "Sneaker"),
    QT_TRANSLATE_NOOP("convscope::ClassNames", "Bag"),         QT_TRANSLATE_NOOP("convscope::ClassNames", "Ankle boot"),
};

constexpr qint64 largestNamesFile = 64 * 1024;

class ClassNamesFile
{
    Q_DECLARE_TR_FUNCTIONS(convscope::ClassNamesFile)

public:
    explicit ClassNamesFile(const QString &path)
        : m_path(path)
        , m_shown(QDir::toNativeSeparators(path))
    {
    }

    Result<QStringList> read() const
    {
        const Result<QByteArray> bytes = readBytes();
        if (!bytes) {
            return Failure::failure(bytes.error());
        }
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString text = decoder.decode(bytes.value());
        if (decoder.hasError() || text.contains(QChar::Null)) {
            return Failure::failure(
                tr("The file %1 is not UTF-8 text; one class name a line is expected. Save it again as UTF-8.")
                    .arg(m_shown));
        }
        return parse(text);
    }

private:
    using Failure = Result<QStringList>;

    Result<QByteArray> readBytes() const
    {
        Result<RegularFile> opened = RegularFile::open(m_path);
        if (!opened) {
            return Result<QByteArray>::failure(opened.error());
        }
        RegularFile file = std::move(opened).value();
        if (file.size() > largestNamesFile) {
            return Result<QByteArray>::failure(
                tr("The file %1 has %2 bytes; at most %3 are expected in a list of class names. Shorten it.")
                    .arg(m_shown, countText(file.size()), countText(largestNamesFile)));
        }
        QByteArray bytes(qsizetype(file.size()), Qt::Uninitialized);
        const Result<qint64> count = file.read(reinterpret_cast<std::uint8_t *>(bytes.data()), bytes.size());
        if (!count) {
            return Result<QByteArray>::failure(count.error());
        }
        bytes.truncate(qsizetype(count.value()));
        return bytes;
    }

    Result<QStringList> parse(const QString &text) const
    {
        QStringList names = text.split(QLatin1Char('\n'));
        for (QString &name : names) {
            name = name.simplified();
        }
        while (!names.isEmpty() && names.last().isEmpty()) {
            names.removeLast();
        }
        const qsizetype gap = names.indexOf(QString());
        if (gap >= 0) {
            return Failure::failure(
                tr("Line %1 of the file %2 is empty; one class name a line is expected. Fill it in or delete it.")
                    .arg(countText(gap + 1), m_shown));
        }
        if (names.size() < 2 || names.size() > largestClassCount) {
            return Failure::failure(
                tr("The file %1 has %2 class names; from 2 to 256 are expected, one a line. Correct it "
                   "or remove it.")
                    .arg(m_shown, countText(names.size())));
        }
        return names;
    }

    QString m_path;
    QString m_shown;
};

} // namespace

QStringList fashionMnistClassNames()
{
    QStringList names;
    for (const char *name : fashionNames) {
        names.append(QString::fromLatin1(name));
    }
    return names;
}

QStringList knownClassNames(const QString &dataName)
{
    return dataName == QLatin1String("Fashion-MNIST") ? fashionMnistClassNames() : QStringList();
}

QString translatedFashionMnistClassName(int label)
{
    return QCoreApplication::translate("convscope::ClassNames", fashionNames.at(std::size_t(label)));
}

Result<QStringList> readClassNames(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("classes.txt"));
    // A link that leads nowhere is a mistake to report, not a missing file.
    const QFileInfo info(path);
    return info.exists() || info.isSymLink() ? ClassNamesFile(path).read() : QStringList();
}

} // namespace convscope
