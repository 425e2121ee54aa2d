// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"
#include "tests/support/drawnclothes.h"
#include "tests/support/idxwriter.h"
#include "ui/pages/tryanswer.h"
#include "ui/pages/trybatch.h"
#include "ui/pages/tryhistory.h"
#include "ui/pages/trypad.h"
#include "ui/pages/trypage.h"
#include "ui/views/drawingpad.h"
#include "ui/views/messagebar.h"
#include "ui/views/picturestrip.h"
#include "ui/views/viewexport.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace convscope;

namespace {

constexpr int patience = 60000; // milliseconds; far more than it takes

/// As barsDataset(), on a grey ground.
DatasetPtr greyBars()
{
    auto data = std::make_shared<Dataset>(*test::barsDataset(64, 20));
    for (LabelledPictures *half : {&data->train, &data->test}) {
        for (std::uint8_t &pixel : half->pixels) {
            pixel = std::uint8_t(std::max<int>(pixel, 90));
        }
    }
    return data;
}

} // namespace

/// What belongs to which picture on the Try it page: settings, opinions, titles, what was found.
class TestTryControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatWasTurnedIsNotTurnedAgain();
    void clearedAndUndoneItIsTheSame();
    void aTestPictureIsItself();
    void eachAnswerBelongsToItsPicture();
    void strokesOnTopOfALatePictureStay();
    void opinionsOfAnotherRunComeTooLate();
    void theMirroredPictureIsOffered();
    void whyKeepsItsLayer();
    void nearestBelongsToItsRun();
    void manyPicturesInParts();
    void moreClassesThanAnswers();
    void aContactSheet();
    void aPartOfTheScreen();

private:
    DrawingPad *pad() { return m_page->findChild<DrawingPad *>(QStringLiteral("drawingPad")); }
    template<typename Widget>
    Widget *child(const char *name) { return m_page->findChild<Widget *>(QLatin1String(name)); }
    void click(const char *name) { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    void stroke(const QPointF &from, const QPointF &to) // in pixels of 28 x 28
    {
        const double side = std::min(pad()->width(), pad()->height());
        const auto at = [&](const QPointF &place) {
            return QPoint(int((pad()->width() - side) / 2 + place.x() * side / 28), int((pad()->height() - side) / 2 + place.y() * side / 28));
        };
        QTest::mousePress(pad(), Qt::LeftButton, {}, at(from));
        QMouseEvent move(QEvent::MouseMove, at(to), pad()->mapToGlobal(at(to)), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(pad(), &move);
        QTest::mouseRelease(pad(), Qt::LeftButton, {}, at(to));
    }
    bool judged() { return QTest::qWaitFor([this] { return m_page->judge()->isIdle() && m_page->judge()->judgement().pictureNumber > 0; }, patience); }
    void train(std::unique_ptr<TrainingRun> &run, int convolutions);
    void showTab(const QString &title);
    QStringList manyFiles(int count);

    DatasetPtr m_data;
    Engine *m_engine = nullptr;
    std::unique_ptr<Inspection> m_inspection;
    std::unique_ptr<TrainingRun> m_run;
    std::unique_ptr<TrainingRun> m_other;
    std::unique_ptr<TryPage> m_page;
    QTemporaryDir m_folder;
};

void TestTryControls::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("ConvScope"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_trycontrols"));
    const Result<Engine *> engine = loadEngine();
    QVERIFY2(engine, qPrintable(engine.error()));
    m_engine = engine.value();
    m_data = test::barsDataset(256, 50);
}

void TestTryControls::init()
{
    QSettings().clear();
    m_inspection = std::make_unique<Inspection>();
    m_page = std::make_unique<TryPage>(*m_inspection);
    m_page->resize(760, 640);
    m_page->show();
    m_inspection->setData(m_data);
    m_inspection->setInspector(&m_engine->inspector());
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestTryControls::cleanup()
{
    m_page.reset();
    m_inspection.reset();
    m_run.reset();
    m_other.reset();
}

void TestTryControls::train(std::unique_ptr<TrainingRun> &run, int convolutions)
{
    Experiment experiment;
    experiment.name = QStringLiteral("bars");
    experiment.architecture.convBlocks.assign(std::size_t(convolutions), {4, 3, 1, false, Activation::Relu, true});
    experiment.training.batchSize = 16;
    experiment.training.epochs = 1;
    experiment.training.threads = 1;
    run = std::make_unique<TrainingRun>(1, experiment, m_data, m_engine);
    m_inspection->setRun(run.get());
    run->start();
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run->state()), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_inspection->weights() != nullptr, patience);
}

void TestTryControls::showTab(const QString &title)
{
    auto *tabs = child<QTabWidget>("tryTabs");
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i) == title) {
            tabs->setCurrentIndex(i);
        }
    }
    QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
}

/// The pad shows the picture turned, mirrored and with its background gone already.
void TestTryControls::whatWasTurnedIsNotTurnedAgain()
{
    QImage photo(200, 200, QImage::Format_RGB32);
    photo.fill(Qt::white);
    QPainter painter(&photo);
    painter.fillRect(20, 60, 100, 120, QColor(60, 60, 60));
    painter.fillRect(20, 60, 160, 40, Qt::black);
    painter.end();
    m_page->setPicture(photo, QStringLiteral("photo"));
    click("turnButton");
    auto *background = child<QComboBox>("backgroundBox");
    background->setCurrentIndex(int(BackgroundRule::Light));
    Q_EMIT background->activated(background->currentIndex());
    QVERIFY(judged());
    const Picture turned = m_inspection->probe().picture;
    PreparationSettings settings;
    settings.quarterTurns = 1;
    settings.background = BackgroundRule::Light;
    QCOMPARE(turned, preparePicture(photo, settings).picture);

    stroke({13, 13}, {14, 14}); // where something is: nothing else changes
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Drawing"));
    QCOMPARE(background->currentIndex(), int(BackgroundRule::Automatic));
    settings = {};
    settings.background = BackgroundRule::Dark;
    QCOMPARE(m_inspection->probe().picture, preparePicture(pad()->drawing()->image(), settings).picture);
    int different = 0;
    for (std::size_t i = 0; i < turned.values.size(); ++i) {
        different += std::abs(turned.values[i] - m_inspection->probe().picture.values[i]) > 0.1f ? 1 : 0;
    }
    QVERIFY2(different < 60, qPrintable(QString::number(different)));

    // The next picture is as it comes.
    click("turnButton");
    m_page->setPicture(photo, QStringLiteral("again"));
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().picture, preparePicture(photo).picture);
}

/// Also what it means: a change of a picture isn't filled.
void TestTryControls::clearedAndUndoneItIsTheSame()
{
    QImage frame(280, 280, QImage::Format_RGB32);
    frame.fill(Qt::black);
    QPainter painter(&frame);
    painter.setPen(QPen(Qt::white, 40));
    painter.drawRect(60, 60, 160, 160);
    painter.end();
    m_page->setPicture(frame, QStringLiteral("frame"));
    QVERIFY(judged());
    stroke({1, 1}, {4, 1});
    QVERIFY(judged());
    const Picture drawn = m_inspection->probe().picture;
    QVERIFY(pad()->drawing()->hasPicture());
    click("padClearButton");
    QVERIFY(!pad()->drawing()->hasPicture());
    click("padUndoButton");
    QVERIFY(pad()->drawing()->hasPicture());
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().picture, drawn);
    click("padUndoButton");
    click("padUndoButton"); // before the picture
    QVERIFY(!pad()->drawing()->hasPicture());
    click("padRedoButton");
    QVERIFY(pad()->drawing()->hasPicture());
    click("padClearButton");
    stroke({4, 4}, {8, 4});
    QVERIFY(!pad()->drawing()->hasPicture());
}

void TestTryControls::aTestPictureIsItself()
{
    const DatasetPtr data = greyBars();
    m_inspection->setData(data);
    m_page->setPicture(test::garmentImage(test::Garment::Boot, test::Look::BlackOnWhite, {90, 90}), QStringLiteral("boot"));
    Q_EMIT m_page->findChild<TryAnswer *>()->mirrorRequested();
    QVERIFY(judged());
    for (const int index : {5, 11}) {
        Q_EMIT m_page->findChild<TryPad *>()->testPictureRequested(index);
        QVERIFY(judged());
        QTRY_COMPARE(m_inspection->probe().testIndex, index);
        QCOMPARE(m_inspection->probe().picture, testPicture(*data, index));
        QCOMPARE(m_inspection->probe().title, QStringLiteral("Test picture %1").arg(index));
        QCOMPARE(m_inspection->probe().label, int(data->test.labels[std::size_t(index)]));
        QCOMPARE(imageOf(m_inspection->probe().picture), pad()->drawing()->image().scaled(28, 28));
    }
    click("cropBox");
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().testIndex, -1);
    QVERIFY(m_inspection->probe().title.contains(QStringLiteral("changed")));
    QCOMPARE(m_inspection->probe().label, int(data->test.labels[11]));
}

/// Several at once: whatever is shown has its own title.
void TestTryControls::eachAnswerBelongsToItsPicture()
{
    std::map<QString, Picture> expected;
    QSignalSpy changes(m_inspection.get(), &Inspection::probeChanged);
    connect(m_inspection.get(), &Inspection::probeChanged, this, [&] {
        const Probe &probe = m_inspection->probe();
        if (probe.testIndex < 0) {
            QVERIFY2(probe.picture == expected[probe.title], qPrintable(probe.title));
        }
    });
    const test::Garment garments[] = {test::Garment::Bag, test::Garment::Boot, test::Garment::Shirt, test::Garment::Trouser};
    for (int i = 0; i < 12; ++i) {
        const QImage image = test::garmentImage(garments[i % 4], test::Look::BlackOnWhite, {400 + 10 * i, 300});
        const QString title = QStringLiteral("picture %1").arg(i);
        expected[title] = preparePicture(image).picture;
        m_page->setPicture(image, title);
        if (i % 3 == 0) {
            QCoreApplication::processEvents();
        }
    }
    QVERIFY(judged());
    QCOMPARE(m_inspection->probe().title, QStringLiteral("picture 11"));
    QVERIFY(changes.count() > 0);
    disconnect(m_inspection.get(), nullptr, this, nullptr);
}

/// Whoever draws while a picture is still being prepared goes on drawing.
void TestTryControls::strokesOnTopOfALatePictureStay()
{
    stroke({4, 4}, {20, 4});
    QVERIFY(judged());
    m_page->setPicture(test::garmentImage(test::Garment::Bag, test::Look::BlackOnWhite, {900, 900}), QStringLiteral("late"));
    stroke({4, 20}, {20, 20});
    const QImage drawn = pad()->drawing()->image();
    QVERIFY(judged());
    QCOMPARE(pad()->drawing()->image(), drawn);
    QCOMPARE(m_inspection->probe().title, QStringLiteral("Drawing"));
}

void TestTryControls::opinionsOfAnotherRunComeTooLate()
{
    train(m_run, 1);
    stroke({1, 10}, {27, 10});
    QVERIFY(judged());
    auto *history = m_page->findChild<TryHistory *>();
    const Judgement ofFirst = m_page->judge()->judgement();
    QCOMPARE(history->moments(), std::size_t(1));
    train(m_other, 1);
    QVERIFY(judged());
    QTRY_COMPARE_WITH_TIMEOUT(m_page->judge()->judgement().weights, m_inspection->weights(), patience);
    const std::size_t before = history->moments();
    Judgement late = ofFirst;
    auto foreign = std::make_shared<Weights>(*ofFirst.weights);
    foreign->steps = 7777;
    late.weights = foreign;
    history->add(late);
    QCOMPARE(history->moments(), before);
    history->add(m_page->judge()->judgement());
    QCOMPARE(history->moments(), before); // known
}

void TestTryControls::theMirroredPictureIsOffered()
{
    TryAnswer answer;
    answer.retranslateUi();
    answer.setData(m_data);
    auto *button = answer.findChild<QPushButton *>(QStringLiteral("mirrorButton"));
    Judgement judgement;
    judgement.pictureNumber = 1;
    judgement.probabilities = {0.4f, 0.3f, 0.3f, 0, 0, 0, 0, 0, 0, 0};
    judgement.mirrored = {0.99f, 0.01f, 0, 0, 0, 0, 0, 0, 0, 0}; // the same class, and much surer
    answer.setJudgement(judgement);
    QVERIFY(!button->isHidden());
    QVERIFY(button->text().contains(m_data->className(0)));
    judgement.mirrored = {0.0f, 0.9f, 0.1f, 0, 0, 0, 0, 0, 0, 0}; // another one
    answer.setJudgement(judgement);
    QTRY_VERIFY(button->text().contains(m_data->className(1))); // words follow ten times a second
    QVERIFY(!button->isHidden());
    QSignalSpy wishes(&answer, &TryAnswer::mirrorRequested);
    button->click();
    QCOMPARE(wishes.count(), 1);
    judgement.mirrored = {0.45f, 0.3f, 0.25f, 0, 0, 0, 0, 0, 0, 0};
    answer.setJudgement(judgement);
    QTRY_VERIFY(button->isHidden());

    // And the page mirrors it.
    const QImage boot = test::garmentImage(test::Garment::Boot, test::Look::WhiteOnBlack, {280, 280});
    m_page->setPicture(boot, QStringLiteral("boot"));
    QVERIFY(judged());
    Q_EMIT m_page->findChild<TryAnswer *>()->mirrorRequested();
    QVERIFY(judged());
    PreparationSettings settings;
    settings.mirror = true;
    QCOMPARE(m_inspection->probe().picture, preparePicture(boot, settings).picture);
}

void TestTryControls::whyKeepsItsLayer()
{
    train(m_run, 2);
    showTab(QStringLiteral("Why"));
    auto *layers = child<QComboBox>("whyLayerBox");
    stroke({1, 10}, {27, 10});
    QVERIFY(judged());
    QCOMPARE(layers->count(), 2);
    QCOMPARE(layers->currentIndex(), 1);
    layers->setCurrentIndex(0);
    click("padClearButton");
    QVERIFY(judged());
    stroke({1, 14}, {27, 14});
    QVERIFY(judged());
    QCOMPARE(layers->currentIndex(), 0);
    train(m_other, 1);
    QTRY_COMPARE_WITH_TIMEOUT(layers->count(), 1, patience);
}

void TestTryControls::nearestBelongsToItsRun()
{
    showTab(QStringLiteral("Why"));
    auto *button = child<QPushButton>("nearestButton");
    QVERIFY(!button->isEnabled()); // neither network nor picture
    train(m_run, 1);
    stroke({1, 10}, {27, 10});
    QVERIFY(judged());
    QVERIFY(button->isEnabled());
    auto *nearest = child<PictureStrip>("nearestPictures");
    button->click();
    QVERIFY(!button->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(nearest->items().size(), qsizetype(10), patience);
    QVERIFY(button->isEnabled());
    QVERIFY(!child<QLabel>("nearestStale")->isVisible());
    m_inspection->setRun(nullptr);
    QVERIFY(nearest->items().isEmpty());
    train(m_other, 1); // of the same architecture
    QVERIFY(judged());
    QVERIFY(nearest->items().isEmpty());
    click("padClearButton");
    QVERIFY(judged());
    QVERIFY(!button->isEnabled());
}

QStringList TestTryControls::manyFiles(int count)
{
    const QString folder = m_folder.filePath(QStringLiteral("many%1").arg(count));
    QStringList files;
    if (QDir().mkpath(folder)) {
        for (int i = 0; i < count; ++i) {
            files << folder + QStringLiteral("/p%1.png").arg(i, 3, 10, QLatin1Char('0'));
            test::garmentImage(i % 2 == 0 ? test::Garment::Boot : test::Garment::Bag, test::Look::BlackOnWhite, {40 + i % 7, 40}).save(files.last());
        }
    }
    return files;
}

void TestTryControls::manyPicturesInParts()
{
    train(m_run, 1);
    const QStringList files = manyFiles(120);
    PictureBatch job;
    QSignalSpy found(&job, &PictureBatch::found);
    QSignalSpy finished(&job, &PictureBatch::finished);
    std::vector<FileAnswer> answers;
    int parts = 0;
    connect(&job, &PictureBatch::answered, this, [&](const std::vector<FileAnswer> &part) {
        QVERIFY(part.size() <= PictureBatch::partSize);
        answers.insert(answers.end(), part.begin(), part.end());
        ++parts;
    });
    job.start(files, &m_engine->inspector(), m_inspection->weights());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
    QVERIFY(parts >= 3);
    QCOMPARE(answers.size(), std::size_t(120));
    QCOMPARE(answers[77].file, files[77]);
    QCOMPARE(found.first(), (QVariantList{120, 0}));
    // Given up: nothing more arrives.
    job.start(files, &m_engine->inspector(), m_inspection->weights());
    job.cancel();
    QVERIFY(!job.isBusy());
    answers.clear();
    job.start({files[3], m_folder.filePath(QStringLiteral("many120"))}, &m_engine->inspector(), m_inspection->weights());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, patience);
    QCOMPARE(answers.size(), std::size_t(121));
    // What is too much is counted.
    QStringList endless(PictureBatch::mostFiles + 7, files[0]);
    job.start(endless, &m_engine->inspector(), m_inspection->weights());
    QTRY_COMPARE_WITH_TIMEOUT(found.last(), (QVariantList{PictureBatch::mostFiles, 7}), patience);
    job.cancel();

    // The table sorts, and its rows stay what they are.
    m_page->openFiles(files);
    auto *table = child<QTableWidget>("batchTable");
    auto *progress = child<QProgressBar>("batchProgress");
    QVERIFY(progress->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 120, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!progress->isVisible(), patience);
    QVERIFY(!child<QPushButton>("batchCancelButton")->isVisible());
    table->sortItems(0, Qt::DescendingOrder);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("p119.png"));
    Q_EMIT table->itemActivated(table->item(0, 2));
    QTRY_COMPARE_WITH_TIMEOUT(m_inspection->probe().title, QStringLiteral("p119.png"), patience);
    table->sortItems(2, Qt::AscendingOrder); // as numbers
    const auto share = [table](int row) { return table->item(row, 2)->text().section(QChar(0xa0), 0, 0).toDouble(); };
    for (int row = 1; row < 120; ++row) {
        QVERIFY(share(row) >= share(row - 1));
    }
    // Stopped on the way.
    m_page->openFiles(endless);
    QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 0, patience);
    click("batchCancelButton");
    const int rows = table->rowCount();
    QVERIFY(child<QLabel>("batchText")->text().contains(QStringLiteral("Stopped")));
    QVERIFY(child<QLabel>("batchText")->text().contains(QStringLiteral("7 more picture")));
    m_page->openFiles({files[0], files[1]});
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 2, patience);
    QVERIFY(rows >= 1);
}

/// The open data may have others than the network.
void TestTryControls::moreClassesThanAnswers()
{
    train(m_run, 1);
    TryBatch batch;
    batch.retranslateUi();
    QStringList names;
    for (int i = 0; i < 26; ++i) {
        names << QStringLiteral("letter %1").arg(QChar(u'a' + i));
    }
    const auto openWith = [&](const QStringList &some) {
        batch.setClassNames(some);
        batch.open(manyFiles(3), &m_engine->inspector(), m_inspection->weights());
        return QTest::qWaitFor([&batch] { return batch.table().rows.size() == 3; }, patience);
    };
    QVERIFY(openWith(names));
    QCOMPARE(batch.table().header.size(), qsizetype(2 + 10 + 2));
    QCOMPARE(batch.table().rows[0].size(), qsizetype(2 + 10 + 2));
    const QString said = batch.table().rows[0][1];
    QVERIFY(said.startsWith(QStringLiteral("letter ")));
    batch.setClassNames({QStringLiteral("other"), QStringLiteral("data")}); // opened since
    QCOMPARE(batch.table().rows[0][1], said);
    QCOMPARE(batch.table().header[2], QStringLiteral("letter a"));
    QVERIFY(openWith({QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(batch.table().header.mid(2, 4), (QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("2"), QStringLiteral("3")}));
}

void TestTryControls::aContactSheet()
{
    QCOMPARE(ContactSheet({}, QFont()).size(), QSize());
    std::vector<ContactSheet::Item> items;
    for (int i = 0; i < 30; ++i) {
        QImage picture(28, 28, QImage::Format_Grayscale8);
        picture.fill(8 * i + 10);
        items.push_back({picture, QStringLiteral("a long name of a picture %1.png").arg(i), QStringLiteral("Bag 99 %")});
    }
    const ContactSheet sheet(items, QFont());
    QImage image(sheet.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    sheet.paint(painter, QPalette(Qt::lightGray));
    painter.end();
    QSet<QPoint> places;
    for (int i = 0; i < 30; ++i) {
        const QRect place = sheet.pictureRect(i);
        QVERIFY(image.rect().contains(place));
        QCOMPARE(qGray(image.pixel(place.center())), 8 * i + 10);
        places << place.topLeft();
    }
    QCOMPARE(places.size(), qsizetype(30));
    const double shape = double(sheet.size().width()) / sheet.size().height();
    QVERIFY(shape > 0.5 && shape < 2.0);

    // From the page, through its menu.
    train(m_run, 1);
    m_page->openFiles(manyFiles(9));
    QTRY_COMPARE_WITH_TIMEOUT(child<QTableWidget>("batchTable")->rowCount(), 9, patience);
    QTRY_VERIFY_WITH_TIMEOUT(child<QToolButton>("batchExportButton")->isEnabled(), patience);
    auto *exporter = child<QTableWidget>("batchTable")->findChild<ViewExport *>();
    const QString png = m_folder.filePath(QStringLiteral("sheet.png"));
    QVERIFY(exporter->savePng(png));
    QCOMPARE(QImage(png).size(), m_page->findChild<TryBatch *>()->contactSheet().size() * 2);
    const QString svg = m_folder.filePath(QStringLiteral("sheet.svg"));
    QVERIFY(exporter->saveSvg(svg));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("<image"), qsizetype(9));
}

/// The window is out of the way meanwhile.
void TestTryControls::aPartOfTheScreen()
{
    Q_EMIT m_page->findChild<TryPad *>()->screenshotRequested();
    QVERIFY(m_page->isMinimized());
    const auto picker = []() -> QWidget * {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QStringLiteral("screenPicker")) {
                return widget;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(picker(), patience);
    QVERIFY(m_page->isMinimized());
    QTest::keyClick(picker(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!picker(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->isMinimized() && m_page->isVisible(), patience);
    QCOMPARE(m_page->judge()->judgement().pictureNumber, 0); // nothing was taken
}

QTEST_MAIN(TestTryControls)
#include "tst_trycontrols.moc"
