// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trytabs.h"

#include "ui/pages/trybatch.h"
#include "ui/pages/trychanges.h"
#include "ui/pages/tryhistory.h"
#include "ui/pages/tryshifttest.h"
#include "ui/pages/trysteps.h"
#include "ui/pages/trywhy.h"
#include "ui/views/probabilitybars.h"

namespace convscope {

TryTabs::TryTabs(Inspection &inspection, OtherRuns &runs, QWidget *parent)
    : QTabWidget(parent)
    , m_inspection(inspection)
    , m_steps(new TrySteps(this))
    , m_why(new TryWhy(this))
    , m_changes(new TryChanges(this))
    , m_shiftTest(new TryShiftTest(inspection, runs, this))
    , m_history(new TryHistory(inspection, this))
    , m_batch(new TryBatch(this))
{
    setObjectName(QStringLiteral("tryTabs"));
    setDocumentMode(true);
    for (QWidget *tab : std::initializer_list<QWidget *>{m_steps, m_why, m_changes, m_shiftTest, m_history, m_batch}) {
        addTab(tab, QString());
    }
    connect(&inspection, &Inspection::inspectorChanged, this, &TryTabs::takeInspector);
    connect(&inspection, &Inspection::dataChanged, this, &TryTabs::takeData);
    connect(m_steps, &TrySteps::failed, this, &TryTabs::failed);
    connect(m_why, &TryWhy::failed, this, &TryTabs::failed);
    connect(m_changes, &TryChanges::failed, this, &TryTabs::failed);
    connect(m_shiftTest, &TryShiftTest::failed, this, &TryTabs::failed);
    connect(m_history, &TryHistory::failed, this, &TryTabs::failed);
    connect(m_batch, &TryBatch::failed, this, &TryTabs::batchFailed);
    connect(m_batch, &TryBatch::fileChosen, this, &TryTabs::fileChosen);
    takeInspector();
}

void TryTabs::takeInspector()
{
    m_why->setInspector(m_inspection.inspector());
    m_changes->setInspector(m_inspection.inspector());
}

void TryTabs::takeData()
{
    m_why->setData(m_inspection.data());
    m_changes->setData(m_inspection.data());
    setClassNames();
}

void TryTabs::setClassNames()
{
    QStringList names;
    for (int label = 0; m_inspection.data() && label < m_inspection.data()->classes; ++label) {
        names << m_inspection.data()->className(label);
    }
    m_history->setClassNames(names);
    m_batch->setClassNames(names);
}

void TryTabs::setJudgement(const Judgement &judgement)
{
    const Picture picture = judgement.prepared.isEmpty ? Picture() : judgement.prepared.picture;
    m_why->setSubject(judgement.weights, picture, ProbabilityBars::mostLikely(judgement.probabilities));
    m_changes->setSubject(judgement.weights, picture);
    m_history->add(judgement);
}

void TryTabs::takeRun()
{
    m_history->clear();
    m_why->forgetNearest();
}

void TryTabs::explain(int label)
{
    m_why->setChosenClass(label);
    setCurrentWidget(m_why);
}

void TryTabs::open(const QStringList &paths)
{
    setCurrentWidget(m_batch);
    m_batch->open(paths, m_inspection.inspector(), m_inspection.weights());
}

void TryTabs::retranslateUi()
{
    const QStringList titles{tr("How it was prepared"), tr("Why"), tr("Change it"), tr("Shift test"), tr("While it learned"), tr("Many pictures")};
    for (int tab = 0; tab < count(); ++tab) {
        setTabText(tab, titles[tab]);
    }
    m_steps->retranslateUi();
    m_why->retranslateUi();
    m_changes->retranslateUi();
    m_shiftTest->retranslateUi();
    m_history->retranslateUi();
    m_batch->retranslateUi();
    setClassNames();
}

} // namespace convscope
