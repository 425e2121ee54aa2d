// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trypage.h"

#include "core/data/picturefile.h"
#include "ui/models/whendone.h"
#include "ui/pages/tryanswer.h"
#include "ui/pages/trybatch.h"
#include "ui/pages/trychanges.h"
#include "ui/pages/tryhistory.h"
#include "ui/pages/trypad.h"
#include "ui/pages/trysecond.h"
#include "ui/pages/tryshifttest.h"
#include "ui/pages/trysteps.h"
#include "ui/pages/trywhy.h"
#include "ui/views/messagebar.h"
#include "ui/views/probabilitybars.h"
#include "ui/views/screenpicker.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QtConcurrent>

namespace convscope {

namespace {

const QString folderKey = QStringLiteral("try/folder");

QImage imageIn(const QMimeData &data)
{
    return data.hasImage() ? qvariant_cast<QImage>(data.imageData()) : QImage();
}

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

TryPage::TryPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_judge(new PictureJudge(this))
    , m_otherRuns(new OtherRuns(inspection, this))
{
    setAcceptDrops(true);
    setupUi();
    connectSignals();
    m_judge->setActive(false);
    m_judge->setInspector(m_inspection.inspector());
    m_inspection.addViewer(this);
    retranslateUi();
    updateWeights();
}

void TryPage::setupUi()
{
    m_messages = new MessageBar(this);
    auto *content = new QWidget;
    m_pad = new TryPad(content);
    m_pad->setMaximumWidth(480);
    m_answer = new TryAnswer(content);
    m_second = new TrySecond(m_inspection, *m_otherRuns, m_answer);
    m_answer->addChoice(m_second);
    m_tabs = new QTabWidget(content);
    m_tabs->setObjectName(QStringLiteral("tryTabs"));
    m_tabs->setDocumentMode(true);
    m_steps = new TrySteps(m_tabs);
    m_tabs->addTab(m_steps, QString());
    m_why = new TryWhy(m_tabs);
    m_why->setInspector(m_inspection.inspector());
    m_tabs->addTab(m_why, QString());
    m_changes = new TryChanges(m_tabs);
    m_changes->setInspector(m_inspection.inspector());
    m_tabs->addTab(m_changes, QString());
    m_shiftTest = new TryShiftTest(m_inspection, *m_otherRuns, m_tabs);
    m_tabs->addTab(m_shiftTest, QString());
    m_history = new TryHistory(m_inspection, m_tabs);
    m_tabs->addTab(m_history, QString());
    m_batch = new TryBatch(m_tabs);
    m_tabs->addTab(m_batch, QString());
    m_pad->setScreenshotAvailable(ScreenPicker::isAvailable());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_pad, 4);
    columns->addWidget(m_answer, 5);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(16, 8, 16, 8);
    inner->setSpacing(8);
    inner->addLayout(columns, 3);
    inner->addWidget(m_tabs, 2);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("tryScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(scroll, 1);
}

void TryPage::connectSignals()
{
    connect(&m_inspection, &Inspection::inspectorChanged, this, [this] {
        m_judge->setInspector(m_inspection.inspector());
        m_why->setInspector(m_inspection.inspector());
        m_changes->setInspector(m_inspection.inspector());
    });
    connect(&m_inspection, &Inspection::dataChanged, this, [this] {
        m_pad->setData(m_inspection.data());
        m_answer->setData(m_inspection.data());
        m_why->setData(m_inspection.data());
        m_changes->setData(m_inspection.data());
        updateClassNames();
        ask();
    });
    connect(&m_inspection, &Inspection::weightsChanged, this, &TryPage::updateWeights);
    connect(&m_inspection, &Inspection::runChanged, this, [this] {
        m_history->clear();
        updateRuns();
        updateWeights();
    });
    connect(m_judge, &PictureJudge::judged, this, &TryPage::showJudgement);
    connect(m_pad->pad(), &DrawingPad::drawn, this, &TryPage::takeDrawing);
    connect(m_pad, &TryPad::openRequested, this, &TryPage::chooseFiles);
    connect(m_pad, &TryPad::pasteRequested, this, [this] { takeMimeData(QGuiApplication::clipboard()->mimeData()); });
    connect(m_pad, &TryPad::testPictureRequested, this, &TryPage::takeTestPicture);
    connect(m_second, &TrySecond::changed, this, &TryPage::updateRuns);
    connect(m_second, &TrySecond::failed, this, &TryPage::errorOccurred);
    connect(m_answer, &TryAnswer::startRequested, this, &TryPage::startRequested);
    connect(m_answer, &TryAnswer::failed, this, &TryPage::errorOccurred);
    connect(m_why, &TryWhy::failed, this, &TryPage::errorOccurred);
    connect(m_changes, &TryChanges::failed, this, &TryPage::errorOccurred);
    connect(m_shiftTest, &TryShiftTest::failed, this, &TryPage::errorOccurred);
    connect(m_history, &TryHistory::failed, this, &TryPage::errorOccurred);
    connect(m_batch, &TryBatch::failed, this, [this](const QString &sentence) { m_messages->showMessage(MessageKind::Error, sentence); });
    connect(m_batch, &TryBatch::fileChosen, this, &TryPage::openOne);
    connect(m_pad, &TryPad::screenshotRequested, this, &TryPage::takeScreenshot);
    connect(m_answer, &TryAnswer::classChosen, this, [this](int label) {
        m_why->setChosenClass(label);
        m_tabs->setCurrentWidget(m_why);
    });
    connect(m_steps, &TrySteps::failed, this, &TryPage::errorOccurred);
    connect(m_steps, &TrySteps::settingsChanged, this, &TryPage::ask);
    connect(m_answer, &TryAnswer::mirrorRequested, this, [this] {
        PreparationSettings settings = m_steps->settings();
        settings.mirror = !settings.mirror;
        m_steps->setSettings(settings);
        ask();
    });
}

void TryPage::retranslateUi()
{
    m_tabs->setTabText(m_tabs->indexOf(m_steps), tr("How it was prepared"));
    m_pad->retranslateUi();
    m_answer->retranslateUi();
    m_second->retranslateUi();
    m_tabs->setTabText(m_tabs->indexOf(m_why), tr("Why"));
    m_steps->retranslateUi();
    m_why->retranslateUi();
    m_tabs->setTabText(m_tabs->indexOf(m_changes), tr("Change it"));
    m_tabs->setTabText(m_tabs->indexOf(m_history), tr("While it learned"));
    m_changes->retranslateUi();
    m_tabs->setTabText(m_tabs->indexOf(m_shiftTest), tr("Shift test"));
    m_shiftTest->retranslateUi();
    m_tabs->setTabText(m_tabs->indexOf(m_batch), tr("Many pictures"));
    m_batch->retranslateUi();
    m_history->retranslateUi();
    updateClassNames();
    updateMissing();
}

void TryPage::updateClassNames()
{
    QStringList names;
    for (int label = 0; m_inspection.data() && label < m_inspection.data()->classes; ++label) {
        names << m_inspection.data()->className(label);
    }
    m_history->setClassNames(names);
    m_batch->setClassNames(names);
}

void TryPage::updateRuns()
{
    m_answer->setTitles(m_inspection.run() ? m_inspection.run()->name() : QString(), m_second->runName());
    m_judge->setOtherWeights(m_second->weights());
}

int TryPage::side() const
{
    return m_inspection.weights() ? m_inspection.weights()->side : m_inspection.data() ? m_inspection.data()->side : 28;
}

void TryPage::setPicture(const QImage &image, const QString &title)
{
    setSource({image, title, -1, -1});
}

void TryPage::setSource(const Source &source)
{
    m_source = source;
    m_answer->setTrueClass(source.label);
    ask();
}

void TryPage::takeDrawing()
{
    ++m_loads; // a file that is still being read comes too late
    if (!m_source.title.isEmpty() && m_steps->settings().mirror) {
        // The pad shows the picture mirrored already.
        PreparationSettings settings = m_steps->settings();
        settings.mirror = false;
        settings.quarterTurns = 0;
        m_steps->setSettings(settings);
    }
    setSource({m_pad->drawing()->image(), QString(), -1, -1});
}

void TryPage::takeTestPicture(int index)
{
    const DatasetPtr dataset = m_inspection.data();
    const int chosen = index >= 0 ? index : std::max(0, m_inspection.probe().testIndex);
    if (dataset && chosen < dataset->test.count) {
        ++m_loads;
        setSource({imageOf(testPicture(*dataset, chosen)), tr("Test picture %1").arg(chosen), chosen, dataset->test.labels[std::size_t(chosen)]});
    }
}

void TryPage::ask()
{
    if (m_source.image.isNull()) {
        return;
    }
    PreparationSettings settings = m_steps->settings();
    if (m_source.title.isEmpty() && settings.background == BackgroundRule::Automatic) {
        settings.background = BackgroundRule::Dark; // the pad is black
    }
    m_judge->setPicture(m_source.image, settings, side());
}

void TryPage::updateWeights()
{
    if (m_judge->judgement().pictureNumber > 0 && m_judge->judgement().prepared.picture.side != side()) {
        ask();
    }
    m_judge->setWeights(m_inspection.weights());
    updateMissing();
}

void TryPage::updateMissing()
{
    const bool hasRun = m_inspection.run() != nullptr;
    m_answer->setMissing(!m_inspection.problem().isEmpty()  ? m_inspection.problem()
                             : m_inspection.weights()       ? QString()
                             : hasRun                       ? tr("The network's first numbers are on their way.")
                                                            : tr("Nothing has been trained yet, or no run is chosen on the right. Draw all the same: the page shows what a network would see, and the bars move once one learns."),
                         !hasRun);
}

void TryPage::showJudgement()
{
    const Judgement &judgement = m_judge->judgement();
    m_answer->setJudgement(judgement);
    const Picture picture = judgement.prepared.isEmpty ? Picture() : judgement.prepared.picture;
    m_why->setSubject(judgement.weights, picture, ProbabilityBars::mostLikely(judgement.probabilities));
    m_changes->setSubject(judgement.weights, picture);
    m_history->add(judgement);
    if (m_judge->judgement().pictureNumber != m_probedPicture) {
        m_probedPicture = m_judge->judgement().pictureNumber;
        showPrepared();
    }
}

/// A new picture, not only a new opinion of it.
void TryPage::showPrepared()
{
    const PreparedPicture &prepared = m_judge->judgement().prepared;
    m_steps->setPrepared(prepared);
    if (!m_source.title.isEmpty() && !prepared.isEmpty) {
        m_pad->drawing()->setImage(imageOf(prepared.picture));
    }
    if (!prepared.isEmpty) {
        m_inspection.setProbe({prepared.picture, m_source.title.isEmpty() ? tr("Drawing") : m_source.title, m_source.testIndex, m_source.label});
    }
}

void TryPage::chooseFiles()
{
    QSettings settings;
    const QString folder = settings.value(folderKey, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    const QString filter = tr("Pictures (%1)").arg(pictureFilePatterns().join(QLatin1Char(' '))) + QStringLiteral(";;") + tr("All files (*)");
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Open pictures"), folder, filter);
    if (!paths.isEmpty()) {
        settings.setValue(folderKey, QFileInfo(paths.first()).path());
        openFiles(paths);
    }
}

void TryPage::openFiles(const QStringList &paths)
{
    if (paths.size() > 1 || (paths.size() == 1 && QFileInfo(paths.first()).isDir())) {
        m_tabs->setCurrentWidget(m_batch);
        m_batch->open(paths, m_inspection.inspector(), m_inspection.weights());
    } else if (!paths.isEmpty()) {
        openOne(paths.first());
    }
}

void TryPage::takeScreenshot()
{
    auto *picker = new ScreenPicker(this);
    connect(picker, &ScreenPicker::picked, this, [this](const QImage &image) {
        ++m_loads;
        setPicture(image, tr("Part of the screen"));
    });
    picker->showFullScreen();
}

void TryPage::openOne(const QString &path)
{
    const int load = ++m_loads;
    whenDone(this, QtConcurrent::run([path] { return loadPicture(path); }),
             [this, load, path](const Result<LoadedPicture> &loaded) {
        if (load != m_loads) {
            return;
        }
        if (!loaded) {
            m_messages->showMessage(MessageKind::Error, loaded.error());
            return;
        }
        for (const QString &note : loaded.value().notes) {
            m_messages->showMessage(MessageKind::Information, note);
        }
        setPicture(loaded.value().image, QFileInfo(path).fileName());
    });
}

void TryPage::takeMimeData(const QMimeData *mime)
{
    const QStringList files = mime ? localFiles(*mime) : QStringList();
    const QImage image = mime ? imageIn(*mime) : QImage();
    if (!files.isEmpty()) {
        openFiles(files);
    } else if (!image.isNull()) {
        ++m_loads;
        setPicture(image, tr("Pasted picture"));
    } else {
        m_messages->showMessage(MessageKind::Information, tr("There is no picture in the clipboard. Copy one in another program first."));
    }
}

void TryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasImage() || !localFiles(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void TryPage::dropEvent(QDropEvent *event)
{
    takeMimeData(event->mimeData());
    event->acceptProposedAction();
}

bool TryPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        takeMimeData(QGuiApplication::clipboard()->mimeData());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_judge->setActive(true);
}

void TryPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_judge->setActive(false);
}

void TryPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
