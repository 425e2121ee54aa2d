// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include "core/common/counttext.h"
#include "core/data/classnames.h"
#include "core/data/idxfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <future>
#include <set>

namespace convscope {

namespace {

constexpr int largestSide = 256;

/// Of the 60,000 + 10,000 pictures that Fashion-MNIST's authors publish.
const QLatin1String fashionMnistChecksum("84f6798e21cd69ae9b165235ecfcc4d3ed9e578ad85c4ba920184f3231bce3bf");

QString shownNumber(qint64 value)
{
    return countText(value);
}

constexpr auto checksumAlgorithm = QCryptographicHash::Blake2b_256; // three times as fast as Qt's SHA-256

QByteArray digestOf(const LabelledPictures &half)
{
    QCryptographicHash hash(checksumAlgorithm);
    for (const std::vector<std::uint8_t> *bytes : {&half.pixels, &half.labels}) {
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size())));
    }
    return hash.result();
}

/// Loads one folder. The functions return an empty string or the sentence that says why the folder is refused.
class DatasetLoader
{
    Q_DECLARE_TR_FUNCTIONS(convscope::DatasetLoader)

public:
    explicit DatasetLoader(const QString &folder)
        : m_folder(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()))
    {
    }

    Result<DatasetPtr> load();

private:
    struct HalfFiles
    {
        QString images;
        QString labels;
    };

    struct Half
    {
        QString error; ///< empty: read
        LabelledPictures pictures;
        int side = 0;
        QByteArray digest;
    };

    QString checkFolder() const;
    QString findFiles();
    QString findFile(const QString &name, QString &path) const;
    /// May run beside another call.
    Half readHalf(const HalfFiles &files) const;
    QString readPictures(const HalfFiles &files, Half &half) const;
    QString checkPictureSize(const QString &path, const IdxImages &images) const;
    QString nameClasses();
    QString checkLabels(const LabelledPictures &half, const QString &path, int classes) const;
    /// Without classes.txt a single damaged label would otherwise add classes that nobody has.
    QString checkGaps() const;
    QString checkTestClasses() const;

    QString m_folder;
    HalfFiles m_trainFiles;
    HalfFiles m_testFiles;
    Dataset m_data;
};

Result<DatasetPtr> DatasetLoader::load()
{
    QString error = checkFolder();
    if (error.isEmpty()) {
        error = findFiles();
    }
    if (!error.isEmpty()) {
        return Result<DatasetPtr>::failure(error);
    }
    std::future<Half> readTest = std::async([this] { return readHalf(m_testFiles); }); // beside the larger half
    Half train = readHalf(m_trainFiles);
    Half test = readTest.get();
    error = train.error.isEmpty() ? test.error : train.error;
    m_data.side = train.side;
    const int testSide = test.side;
    if (error.isEmpty() && testSide != m_data.side) {
        error = tr("The pictures in the file %1 are %2 × %2 pixels, but those in the file %3 are %4 × %4. Training and "
                   "test pictures must have the same size.")
                    .arg(QDir::toNativeSeparators(m_trainFiles.images), shownNumber(m_data.side),
                         QDir::toNativeSeparators(m_testFiles.images), shownNumber(testSide));
    }
    if (error.isEmpty()) {
        m_data.train = std::move(train.pictures);
        m_data.test = std::move(test.pictures);
        m_data.checksum = QString::fromLatin1(QCryptographicHash::hash(QByteArray(train.digest + test.digest), checksumAlgorithm).toHex());
        error = nameClasses();
    }
    if (error.isEmpty()) {
        error = checkTestClasses();
    }
    if (!error.isEmpty()) {
        return Result<DatasetPtr>::failure(error);
    }
    m_data.folder = m_folder;
    return DatasetPtr(std::make_shared<const Dataset>(std::move(m_data)));
}

QString DatasetLoader::checkFolder() const
{
    const QFileInfo info(m_folder);
    const QString shown = QDir::toNativeSeparators(m_folder);
    if (m_folder.isEmpty()) {
        return tr("No folder is chosen. Choose the folder that holds the data set.");
    }
    if (!info.exists()) {
        return tr("The folder %1 does not exist. Choose the folder that holds the data set.").arg(shown);
    }
    if (!info.isDir()) {
        return tr("%1 is not a folder. Choose the folder that holds the four files of the data set.").arg(shown);
    }
    if (!info.isExecutable()) {
        return tr("The folder %1 cannot be opened, because you are not allowed to. Change its permissions or choose "
                  "another folder.")
            .arg(shown);
    }
    return QString();
}

QString DatasetLoader::findFiles()
{
    const std::pair<QString, QString *> wanted[] = {
        {QStringLiteral("train-images-idx3-ubyte"), &m_trainFiles.images},
        {QStringLiteral("train-labels-idx1-ubyte"), &m_trainFiles.labels},
        {QStringLiteral("t10k-images-idx3-ubyte"), &m_testFiles.images},
        {QStringLiteral("t10k-labels-idx1-ubyte"), &m_testFiles.labels},
    };
    for (const auto &[name, path] : wanted) {
        const QString error = findFile(name, *path);
        if (!error.isEmpty()) {
            return error;
        }
    }
    return QString();
}

QString DatasetLoader::findFile(const QString &name, QString &path) const
{
    const QFileInfo plain(QDir(m_folder), name);
    const QFileInfo packed(QDir(m_folder), QString(name + QStringLiteral(".gz")));
    if (!plain.exists() && !packed.exists()) {
        return tr("The folder %1 has no file %2.gz or %2. Choose a folder with the four files of a data set in the "
                  "format "
                  "of MNIST.")
            .arg(QDir::toNativeSeparators(m_folder), name);
    }
    // Of both, a plain file that is not newer was only unpacked from the other.
    const bool usePlain = !packed.exists() || (plain.exists() && plain.lastModified() > packed.lastModified());
    path = usePlain ? plain.filePath() : packed.filePath();
    return QString();
}

DatasetLoader::Half DatasetLoader::readHalf(const HalfFiles &files) const
{
    Half half;
    half.error = readPictures(files, half);
    if (half.error.isEmpty()) {
        half.digest = digestOf(half.pictures);
    }
    return half;
}

QString DatasetLoader::readPictures(const HalfFiles &files, Half &half) const
{
    Result<IdxImages> readImages = readIdxImages(files.images);
    if (!readImages) {
        return readImages.error();
    }
    IdxImages images = std::move(readImages).value();
    const QString error = checkPictureSize(files.images, images);
    if (!error.isEmpty()) {
        return error;
    }
    Result<std::vector<std::uint8_t>> labels = readIdxLabels(files.labels);
    if (!labels) {
        return labels.error();
    }
    half.pictures.labels = std::move(labels).value();
    if (half.pictures.labels.size() != std::size_t(images.count)) {
        return tr("The file %1 holds %2 pictures, but the file %3 holds %4 labels. There must be one label for each "
                  "picture: use files that belong together.")
            .arg(QDir::toNativeSeparators(files.images), shownNumber(images.count),
                 QDir::toNativeSeparators(files.labels), shownNumber(qint64(half.pictures.labels.size())));
    }
    half.pictures.count = images.count;
    half.pictures.pixels = std::move(images.pixels);
    half.side = images.rows;
    return QString();
}

QString DatasetLoader::checkPictureSize(const QString &path, const IdxImages &images) const
{
    if (images.rows == images.columns && images.rows <= largestSide) {
        return QString();
    }
    return tr("The pictures in the file %1 are %2 × %3 pixels; square pictures of at most 256 × 256 are expected. "
              "Choose "
              "another data set.")
        .arg(QDir::toNativeSeparators(path), shownNumber(images.rows), shownNumber(images.columns));
}

QString DatasetLoader::nameClasses()
{
    if (m_data.checksum == fashionMnistChecksum) {
        m_data.name = QStringLiteral("Fashion-MNIST");
        m_data.classes = int(fashionMnistClassNames().size());
        m_data.originalClassNames = fashionMnistClassNames();
        return QString();
    }
    const QString folderName = QDir(m_folder).dirName();
    m_data.name = folderName.isEmpty() ? m_folder : folderName;
    const Result<QStringList> names = readClassNames(m_folder);
    if (!names) {
        return names.error();
    }
    m_data.originalClassNames = names.value();
    if (!names.value().isEmpty()) {
        m_data.classes = int(names.value().size());
        const QString error = checkLabels(m_data.train, m_trainFiles.labels, m_data.classes);
        return error.isEmpty() ? checkLabels(m_data.test, m_testFiles.labels, m_data.classes) : error;
    }
    m_data.classes = 1 + *std::max_element(m_data.train.labels.begin(), m_data.train.labels.end());
    if (const QString error = checkGaps(); !error.isEmpty()) {
        return error;
    }
    for (int label = 0; label < m_data.classes; ++label) {
        m_data.originalClassNames.append(QString::number(label));
    }
    return QString();
}

QString DatasetLoader::checkGaps() const
{
    const auto &labels = m_data.train.labels;
    const std::set<std::uint8_t> known(labels.begin(), labels.end());
    const auto gap = std::adjacent_find(known.begin(), known.end(), [](int a, int b) { return b != a + 1; });
    if (gap == known.end()) {
        return QString();
    }
    const std::uint8_t beyond = *std::next(gap);
    const auto wrong = std::find(labels.begin(), labels.end(), beyond);
    return tr("The file %1 has the label %2 at picture %3 (counted from 0), but no picture has the label %4: labels "
              "without gaps are expected. Copy the file again, or name all classes in a file classes.txt.")
        .arg(QDir::toNativeSeparators(m_trainFiles.labels), shownNumber(beyond),
             shownNumber(wrong - labels.begin()), shownNumber(beyond - 1));
}

QString DatasetLoader::checkLabels(const LabelledPictures &half, const QString &path, int classes) const
{
    const auto wrong
        = std::find_if(half.labels.begin(), half.labels.end(), [classes](int label) { return label >= classes; });
    if (wrong == half.labels.end()) {
        return QString();
    }
    return tr("The file %1 has the label %2 at picture %3 (counted from 0), but classes.txt names %4 classes: labels from "
              "0 to %5 are expected. Correct one of the two files.")
        .arg(QDir::toNativeSeparators(path), shownNumber(*wrong), shownNumber(wrong - half.labels.begin()),
             shownNumber(classes), shownNumber(classes - 1));
}

QString DatasetLoader::checkTestClasses() const
{
    const std::set<std::uint8_t> known(m_data.train.labels.begin(), m_data.train.labels.end());
    if (known.size() < 2) {
        return tr("All labels in the file %1 are %2; at least two classes are expected. Choose another data set.")
            .arg(QDir::toNativeSeparators(m_trainFiles.labels), shownNumber(*known.begin()));
    }
    const auto &labels = m_data.test.labels;
    const auto wrong
        = std::find_if(labels.begin(), labels.end(), [&known](std::uint8_t label) { return !known.contains(label); });
    if (wrong == labels.end()) {
        return QString();
    }
    return tr("The file %1 has the label %2 at picture %3 (counted from 0), but no training picture in the file %4 has "
              "this label: nothing could learn it. Use files that belong together.")
        .arg(QDir::toNativeSeparators(m_testFiles.labels), shownNumber(*wrong), shownNumber(wrong - labels.begin()),
             QDir::toNativeSeparators(m_trainFiles.labels));
}

} // namespace

std::vector<int> Dataset::classCounts(const LabelledPictures &half) const
{
    std::vector<int> counts(std::size_t(std::max(classes, 0)), 0);
    for (const std::uint8_t label : half.labels) {
        if (label < counts.size()) {
            ++counts[label];
        }
    }
    return counts;
}

QString Dataset::className(int label) const
{
    if (label < 0 || label >= originalClassNames.size()) {
        return QString::number(label);
    }
    return checksum == fashionMnistChecksum ? translatedFashionMnistClassName(label) : originalClassNames.at(label);
}

QString systemFashionMnistFolder()
{
    return QStringLiteral("/usr/share/datasets/fashion-mnist");
}

Result<DatasetPtr> loadDataset(const QString &folder)
{
    return DatasetLoader(folder).load();
}

} // namespace convscope
