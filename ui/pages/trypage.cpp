// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trypage.h"

#include "ui/pages/tryanswer.h"
#include "ui/pages/tryloader.h"
#include "ui/pages/trypad.h"
#include "ui/pages/trysecond.h"
#include "ui/pages/trysteps.h"
#include "ui/pages/trytabs.h"
#include "ui/views/messagebar.h"
#include "ui/views/screenpicker.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScrollArea>

namespace convscope {

TryPage::TryPage(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_judge(new PictureJudge(this))
    , m_otherRuns(new OtherRuns(inspection, this))
    , m_loader(new TryLoader(this))
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
    m_tabs = new TryTabs(m_inspection, *m_otherRuns, content);
    m_pad->setScreenshotAvailable(ScreenPicker::isAvailable());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_pad, 1);
    columns->addWidget(m_answer, 1);
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
    connect(&m_inspection, &Inspection::inspectorChanged, this, [this] { m_judge->setInspector(m_inspection.inspector()); });
    connect(&m_inspection, &Inspection::dataChanged, this, &TryPage::takeData);
    connect(&m_inspection, &Inspection::problemChanged, this, &TryPage::updateMissing);
    connect(&m_inspection, &Inspection::weightsChanged, this, &TryPage::updateWeights);
    connect(&m_inspection, &Inspection::runChanged, this, [this] {
        m_tabs->takeRun();
        updateRuns();
        updateWeights();
    });
    connect(m_judge, &PictureJudge::judged, this, &TryPage::showJudgement);
    connect(m_second, &TrySecond::changed, this, &TryPage::updateRuns);
    connect(m_second, &TrySecond::failed, this, &TryPage::errorOccurred);
    connect(m_answer, &TryAnswer::startRequested, this, &TryPage::startRequested);
    connect(m_answer, &TryAnswer::failed, this, &TryPage::errorOccurred);
    connect(m_answer, &TryAnswer::classChosen, m_tabs, &TryTabs::explain);
    connect(m_answer, &TryAnswer::mirrorRequested, this, [this] {
        PreparationSettings settings = m_tabs->steps()->settings();
        settings.mirror = !settings.mirror;
        m_tabs->steps()->setSettings(settings);
        ask();
    });
    connect(m_tabs->steps(), &TrySteps::settingsChanged, this, &TryPage::ask);
    connect(m_tabs, &TryTabs::failed, this, &TryPage::errorOccurred);
    connectSources();
}

void TryPage::connectSources()
{
    const auto say = [this](MessageKind kind) { return [this, kind](const QString &sentence) { m_messages->showMessage(kind, sentence); }; };
    connect(m_pad->pad(), &DrawingPad::drawn, this, &TryPage::takeDrawing);
    connect(m_pad, &TryPad::openRequested, m_loader, &TryLoader::choose);
    connect(m_pad, &TryPad::pasteRequested, m_loader, &TryLoader::paste);
    connect(m_pad, &TryPad::screenshotRequested, m_loader, &TryLoader::takeScreenshot);
    connect(m_pad, &TryPad::testPictureRequested, this, &TryPage::takeTestPicture);
    connect(m_loader, &TryLoader::loaded, this, &TryPage::setPicture);
    connect(m_loader, &TryLoader::manyChosen, m_tabs, &TryTabs::open);
    connect(m_loader, &TryLoader::noted, this, say(MessageKind::Information));
    connect(m_loader, &TryLoader::failed, this, say(MessageKind::Error));
    connect(m_tabs, &TryTabs::batchFailed, this, say(MessageKind::Error));
    connect(m_tabs, &TryTabs::fileChosen, m_loader, &TryLoader::openOne);
}

void TryPage::compareWith(const QString &run, const QString &name)
{
    m_second->chooseRun({run, name, false});
}

void TryPage::retranslateUi()
{
    m_pad->retranslateUi();
    m_answer->retranslateUi();
    m_second->retranslateUi();
    m_tabs->retranslateUi();
    updateMissing();
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
    m_tabs->steps()->straighten(false);
    setSource({image, title, -1, -1});
}

void TryPage::setSource(const TrySource &source)
{
    m_source = source;
    ask();
}

void TryPage::takeData()
{
    m_pad->setData(m_inspection.data());
    m_answer->setData(m_inspection.data());
    m_source.testIndex = m_source.label = -1; // they meant the other data
    ask();
}

void TryPage::takeDrawing()
{
    m_loader->giveUp();
    if (!m_source.isDrawn()) {
        m_tabs->steps()->straighten(true); // the pad shows the picture as it was prepared
    }
    setSource({m_pad->drawing()->image(), QString(), -1, -1});
}

void TryPage::takeTestPicture(int index)
{
    const DatasetPtr dataset = m_inspection.data();
    const int chosen = index >= 0 ? index : std::max(0, m_inspection.probe().testIndex);
    if (dataset && chosen < dataset->test.count) {
        m_loader->giveUp();
        m_tabs->steps()->straighten(false);
        setSource(testSource(*dataset, chosen));
    }
}

void TryPage::ask()
{
    if (m_source.image.isNull()) {
        return;
    }
    const PreparationSettings settings = m_source.settings(m_tabs->steps()->settings(), m_pad->drawing()->hasPicture());
    const int number = m_judge->setPicture(m_source.image, settings, side());
    m_asked[number] = {QImage(), m_source.title, m_source.testIndex, m_source.label};
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
    const bool isNew = judgement.pictureNumber != m_probedPicture;
    if (isNew) {
        m_probedPicture = judgement.pictureNumber;
        m_judged = m_asked[m_probedPicture];
        m_asked.erase(m_asked.begin(), m_asked.upper_bound(m_probedPicture));
        m_answer->setTrueClass(m_judged.label);
    }
    m_answer->setJudgement(judgement);
    m_tabs->setJudgement(judgement);
    if (isNew) {
        showPrepared(m_asked.empty());
    }
}

/// A new picture, not only a new opinion of it.
void TryPage::showPrepared(bool isNewest)
{
    const PreparedPicture &prepared = m_judge->judgement().prepared;
    m_tabs->steps()->setPrepared(prepared);
    if (!m_judged.isDrawn() && isNewest && !prepared.isEmpty) { // else somebody has begun to draw meanwhile
        m_pad->drawing()->setImage(imageOf(prepared.picture));
    }
    if (!prepared.isEmpty) {
        m_inspection.setProbe(m_judged.probe(prepared, m_inspection.data()));
    }
}

void TryPage::openFiles(const QStringList &paths)
{
    m_loader->open(paths);
}

void TryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (TryLoader::canTake(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void TryPage::dropEvent(QDropEvent *event)
{
    m_loader->take(event->mimeData());
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
        m_loader->paste();
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
