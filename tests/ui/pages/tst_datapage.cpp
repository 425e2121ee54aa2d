// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/idxwriter.h"
#include "ui/pages/dataaugmentationview.h"
#include "ui/pages/dataclassesview.h"
#include "ui/pages/datapage.h"
#include "ui/theme.h"
#include "ui/views/emptystate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <set>

using namespace convscope;

namespace {

TrainingSettings settings(int images, double noise, qint64 seed = 1)
{
    TrainingSettings training;
    training.trainImages = images;
    training.labelNoise = noise;
    training.seed = seed;
    return training;
}

/// Marks everything that is translated.
class MarkingTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(text));
    }
};

std::vector<DataSample> allSamples(const DataPage &page)
{
    std::vector<DataSample> samples;
    for (const DataClass &entry : page.classes())
        samples.insert(samples.end(), entry.samples.begin(), entry.samples.end());
    return samples;
}

} // namespace

class DataPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyState();
    void errorState();
    void loadingState();
    void factsOfTheDataSet();
    void countsAndSamples();
    void samplesAreDifferentPicturesOfTheirClass();
    void otherSamplesByMouse();
    void subsetAndWrongLabels();
    void wrongLabelsAreMarkedInThePicture();
    void sameSettingsSameSamples();
    void unrelatedSettingsChangeNothing();
    void hiddenPageCatchesUp();
    void augmentationOff();
    void augmentationStrip();
    void everyRowFits_data();
    void everyRowFits();
    void manyClassesScroll();
    void everyTextFollowsTheLanguage();
    void realFashionMnist();

private:
    template<typename T>
    T *child(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    DataClassesView *rows() const { return child<DataClassesView>("dataClassesView"); }
    DataAugmentationView *strip() const { return child<DataAugmentationView>("dataAugmentationView"); }

    DatasetPtr m_data;
    std::unique_ptr<DataPage> m_page;
};

void DataPageTest::initTestCase()
{
    m_data = test::barsDataset(600, 100);
}

void DataPageTest::init()
{
    m_page = std::make_unique<DataPage>();
    m_page->resize(1300, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void DataPageTest::cleanup()
{
    m_page.reset();
}

void DataPageTest::emptyState()
{
    auto *empty = child<EmptyState>("dataEmptyState");
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QLatin1String("dataset-fashion-mnist")));
    QSignalSpy chosen(m_page.get(), &DataPage::chooseFolderRequested);
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    // Other samples of nothing are nothing.
    m_page->showOtherSamples();
    m_page->setTraining(settings(10, 0.5));
    QVERIFY(m_page->classes().empty());
}

void DataPageTest::errorState()
{
    m_page->setDataset(m_data);
    const QString sentence = QStringLiteral("The file is <b>broken</b>.");
    m_page->setError(sentence);
    auto *empty = child<EmptyState>("dataEmptyState");
    QVERIFY(empty->isVisible());
    QVERIFY(!rows()->isVisible());
    QCOMPARE(empty->text(), sentence);
    QSignalSpy chosen(m_page.get(), &DataPage::chooseFolderRequested);
    QTest::keyClick(empty->button(), Qt::Key_Space);
    QCOMPARE(chosen.count(), 1);
    m_page->setDataset(m_data);
    QVERIFY(!empty->isVisible());
    QVERIFY(rows()->isVisible());
}

void DataPageTest::loadingState()
{
    m_page->setLoading();
    auto *empty = child<EmptyState>("dataEmptyState");
    QVERIFY(empty->isVisible());
    QVERIFY(!empty->button()->isVisible());
    m_page->setDataset(nullptr);
    QVERIFY(empty->button()->isVisible());
}

void DataPageTest::factsOfTheDataSet()
{
    m_page->setDataset(m_data);
    QCOMPARE(child<QLabel>("dataNameLabel")->text(), m_data->name);
    const QString counts = child<QLabel>("dataCountsLabel")->text();
    for (const int number : {600, 100, 28, 10})
        QVERIFY(counts.contains(QLocale().toString(number)));
    QVERIFY(child<QLabel>("dataChecksumLabel")->text().contains(m_data->checksum.left(12)));
    QTest::mouseClick(child<QToolButton>("copyChecksumButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_data->checksum);
    QSignalSpy chosen(m_page.get(), &DataPage::chooseFolderRequested);
    QTest::mouseClick(child<QPushButton>("chooseFolderButton"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
}

void DataPageTest::countsAndSamples()
{
    m_page->setDataset(m_data);
    const std::vector<int> train = m_data->classCounts(m_data->train);
    const std::vector<int> test = m_data->classCounts(m_data->test);
    QCOMPARE(m_page->classes().size(), std::size_t(10));
    for (int label = 0; label < 10; ++label) {
        const DataClass &entry = m_page->classes()[std::size_t(label)];
        QCOMPARE(entry.trainCount, train[std::size_t(label)]);
        QCOMPARE(entry.testCount, test[std::size_t(label)]);
        QCOMPARE(entry.usedCount, entry.trainCount);
        QCOMPARE(entry.wrongCount, 0);
        QVERIFY(rows()->visibleSamples(label).size() >= 5);
    }
}

void DataPageTest::samplesAreDifferentPicturesOfTheirClass()
{
    m_page->setDataset(m_data);
    std::set<int> seen;
    for (int label = 0; label < 10; ++label) {
        for (const DataSample &sample : m_page->classes()[std::size_t(label)].samples) {
            QVERIFY(seen.insert(sample.picture).second);
            QCOMPARE(int(m_data->train.labels[std::size_t(sample.picture)]), label);
            QCOMPARE(sample.trueLabel, label);
            QVERIFY(!sample.isWrong());
        }
    }
}

void DataPageTest::otherSamplesByMouse()
{
    m_page->setDataset(m_data);
    const std::vector<DataSample> before = allSamples(*m_page);
    QTest::mouseClick(child<QPushButton>("otherSamplesButton"), Qt::LeftButton);
    const std::vector<DataSample> after = allSamples(*m_page);
    QCOMPARE(after.size(), before.size());
    QVERIFY(before != after);
}

void DataPageTest::subsetAndWrongLabels()
{
    m_page->setDataset(m_data);
    m_page->setTraining(settings(300, 0.4, 7));
    const TrainingSubset subset = chooseTrainingSubset(*m_data, 300, 0.4, 7);
    QCOMPARE(subset.mislabelled.size(), std::size_t(120));

    int used = 0;
    int wrong = 0;
    for (const DataClass &entry : m_page->classes()) {
        used += entry.usedCount;
        wrong += entry.wrongCount;
    }
    QCOMPARE(used, 300);
    QCOMPARE(wrong, 120);
    int shownWrong = 0;
    for (const DataSample &sample : allSamples(*m_page)) {
        const auto found = std::lower_bound(subset.pictures.begin(), subset.pictures.end(), sample.picture);
        QVERIFY(found != subset.pictures.end());
        QCOMPARE(*found, sample.picture);
        const int position = int(found - subset.pictures.begin());
        QCOMPARE(sample.givenLabel, int(subset.labels[std::size_t(position)]));
        QCOMPARE(sample.isWrong(), std::binary_search(subset.mislabelled.begin(), subset.mislabelled.end(), position));
        shownWrong += sample.isWrong();
    }
    QVERIFY(shownWrong > 0);
    const QString sentence = child<QLabel>("dataUsageLabel")->text();
    for (const int number : {300, 600, 120})
        QVERIFY(sentence.contains(QLocale().toString(number)));
}

void DataPageTest::wrongLabelsAreMarkedInThePicture()
{
    m_page->setDataset(m_data);
    m_page->setTraining(settings(0, 0.5));
    const QImage image = rows()->grab().toImage();
    int wrong = 0;
    int right = 0;
    for (int label = 0; label < 10; ++label) {
        for (const DataClassesView::Place &place : rows()->visibleSamples(label)) {
            const QPoint left(int(place.picture.left()) - 1, int(place.picture.center().y()));
            const bool marked = image.pixel(left) == theme::wrong().rgb();
            QCOMPARE(marked, place.sample.isWrong());
            QCOMPARE(place.text.isEmpty(), !place.sample.isWrong());
            wrong += place.sample.isWrong();
            right += !place.sample.isWrong();
        }
    }
    QVERIFY(wrong >= 10);
    QVERIFY(right >= 10);
}

void DataPageTest::sameSettingsSameSamples()
{
    m_page->setDataset(m_data);
    m_page->setTraining(settings(200, 0.2, 3));
    const std::vector<DataSample> first = allSamples(*m_page);
    m_page->setTraining(settings(200, 0.2, 4));
    QVERIFY(allSamples(*m_page) != first);
    m_page->setTraining(settings(200, 0.2, 3));
    QCOMPARE(allSamples(*m_page), first);
}

void DataPageTest::unrelatedSettingsChangeNothing()
{
    m_page->setDataset(m_data);
    m_page->setTraining(settings(200, 0.2));
    const std::vector<DataSample> before = allSamples(*m_page);
    TrainingSettings other = settings(200, 0.2);
    other.learningRate = 0.5;
    other.epochs = 99;
    m_page->setTraining(other);
    QCOMPARE(allSamples(*m_page), before);
}

void DataPageTest::hiddenPageCatchesUp()
{
    m_page->hide();
    m_page->setDataset(m_data);
    m_page->setTraining(settings(100, 0.0));
    QVERIFY(m_page->classes().empty());
    m_page->show();
    int used = 0;
    for (const DataClass &entry : m_page->classes())
        used += entry.usedCount;
    QCOMPARE(used, 100);
}

void DataPageTest::augmentationOff()
{
    m_page->setDataset(m_data);
    m_page->setTraining(TrainingSettings());
    QVERIFY(!child<QLabel>("augmentationLabel")->text().isEmpty());
    QVERIFY(strip()->shownPictures() >= 3);
    QVERIFY(strip()->shownEpochs() >= 3);
    for (int epoch = 1; epoch <= strip()->shownEpochs(); ++epoch)
        QCOMPARE(strip()->picture(0, epoch), strip()->picture(0, 0));
}

void DataPageTest::augmentationStrip()
{
    m_page->setDataset(m_data);
    const QString off = child<QLabel>("augmentationLabel")->text();
    TrainingSettings shifted;
    shifted.augmentation.shift = 5;
    shifted.augmentation.noise = 0.2;
    m_page->setTraining(shifted);
    QVERIFY(child<QLabel>("augmentationLabel")->text() != off);
    const QImage original = strip()->picture(1, 0);
    const QImage first = strip()->picture(1, 1);
    QVERIFY(first != original);
    QVERIFY(strip()->picture(1, 2) != first);
    const QImage painted = strip()->grab().toImage();

    // What is shown is what training will see.
    const DataSample sample = m_page->classes()[1].samples.front();
    std::vector<std::uint8_t> expected(28 * 28);
    augment(shifted.augmentation, shifted.seed, 1, sample.picture, 28, m_data->trainPicture(sample.picture),
            expected.data());
    for (int i = 0; i < 28 * 28; ++i)
        QCOMPARE(qGray(first.pixel(i % 28, i / 28)), int(expected[std::size_t(i)]));

    TrainingSettings stronger = shifted;
    stronger.augmentation.noise = 0.5;
    m_page->setTraining(stronger);
    QVERIFY(strip()->picture(1, 1) != first);
    QVERIFY(strip()->grab().toImage() != painted);
    m_page->setTraining(shifted);
    QCOMPARE(strip()->picture(1, 1), first);
    QCOMPARE(strip()->grab().toImage(), painted);
}

void DataPageTest::everyRowFits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(800, 600);
    QTest::newRow("large") << QSize(1300, 900);
}

void DataPageTest::everyRowFits()
{
    QFETCH(const QSize, size);
    m_page->resize(size);
    m_page->setDataset(m_data);
    m_page->setTraining(settings(0, 0.3));
    QCOMPARE(m_page->size(), size);
    for (int label = 0; label < 10; ++label) {
        // No scrolling is needed, and nothing is cut off.
        QVERIFY(rows()->visibleRegion().boundingRect().contains(rows()->rowRect(label)));
        const std::vector<DataClassesView::Place> places = rows()->visibleSamples(label);
        QVERIFY(places.size() >= 2);
        for (const DataClassesView::Place &place : places) {
            const QRectF whole = place.picture.united(place.text);
            QVERIFY(QRectF(rows()->rowRect(label)).contains(whole));
            QCOMPARE(std::fmod(place.picture.width() * rows()->devicePixelRatioF(), 28.0), 0.0);
        }
    }
    for (int column = 0; column < strip()->shownPictures(); ++column)
        QVERIFY(QRectF(strip()->rect()).contains(strip()->pictureRect(column, strip()->shownEpochs())));
}

void DataPageTest::manyClassesScroll()
{
    auto many = std::make_shared<Dataset>(*m_data);
    many->classes = 256;
    m_page->setDataset(many);
    QCOMPARE(m_page->classes().size(), std::size_t(256));
    QTRY_VERIFY(rows()->height() >= 256 * 36);
    QVERIFY(rows()->visibleSamples(255).empty());
    // Painting the last row, which has no pictures, is no problem.
    QVERIFY(!rows()->grab(rows()->rowRect(255)).isNull());
}

void DataPageTest::everyTextFollowsTheLanguage()
{
    m_page->setDataset(m_data);
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    const auto isMarked = [](const QString &text) { return text.contains(QChar(0xAB)); };
    QTRY_VERIFY(isMarked(child<QLabel>("dataUsageLabel")->text()));
    const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const QString text = widget->property("text").toString();
        if (widget->isVisible() && !text.isEmpty() && text != m_data->name)
            QVERIFY2(isMarked(text), qPrintable(text));
        if (!widget->toolTip().isEmpty() && widget->toolTip() != m_data->folder)
            QVERIFY2(isMarked(widget->toolTip()), qPrintable(widget->toolTip()));
    }
    m_page->setDataset(nullptr);
    QVERIFY(isMarked(child<EmptyState>("dataEmptyState")->text()));
    QCoreApplication::removeTranslator(&translator);
    QTRY_VERIFY(!isMarked(child<EmptyState>("dataEmptyState")->text()));
}

void DataPageTest::realFashionMnist()
{
    const Result<DatasetPtr> loaded = loadDataset(systemFashionMnistFolder());
    QVERIFY2(loaded.ok(), qPrintable(loaded.error()));
    m_page->setDataset(loaded.value());
    for (const DataClass &entry : m_page->classes()) {
        QCOMPARE(entry.trainCount, 6000);
        QCOMPARE(entry.testCount, 1000);
    }
    // What stands in a picture's place is the picture.
    const DataClassesView::Place place = rows()->visibleSamples(9).front();
    const QImage image = rows()->grab().toImage();
    const int factor = int(place.picture.width() / 28);
    const QPoint topLeft(int(std::lround(place.picture.left())), int(std::lround(place.picture.top())));
    const std::uint8_t *bytes = loaded.value()->trainPicture(place.sample.picture);
    for (int y = 0; y < 28; ++y) {
        for (int x = 0; x < 28; ++x)
            QCOMPARE(qGray(image.pixel(topLeft + QPoint(x, y) * factor)), int(bytes[y * 28 + x]));
    }
}

QTEST_MAIN(DataPageTest)
#include "tst_datapage.moc"
