// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trysecond.h"

#include "ui/models/whendone.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr auto againInterval = 3s;

} // namespace

TrySecond::TrySecond(Inspection &inspection, OtherRuns &runs, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_label(new QLabel(this))
    , m_run(new QComboBox(this))
{
    m_run->setObjectName(QStringLiteral("secondRunBox"));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->setMinimumContentsLength(12);
    m_label->setBuddy(m_run);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_run, 1);
    m_again.setSingleShot(true);
    m_again.setInterval(againInterval);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            m_runs.list(); // whether it still trains
            read();
        }
    });
    connect(&m_runs, &OtherRuns::listed, this, &TrySecond::fill);
    connect(m_run, &QComboBox::activated, this, [this](int index) {
        const auto &all = m_runs.runs();
        choose(index > 0 && std::size_t(index) <= all.size() ? all[std::size_t(index) - 1] : OtherRun());
    });
    for (const auto signal : {&Inspection::runChanged, &Inspection::dataChanged}) {
        connect(&inspection, signal, this, [this] {
            if (isVisible()) {
                m_runs.list();
            }
        });
    }
}

void TrySecond::fill()
{
    if (m_run->view()->isVisible()) {
        return; // under the user's hand nothing moves
    }
    const QSignalBlocker blocker(m_run);
    m_run->clear();
    m_run->addItem(tr("nothing"));
    int chosen = 0;
    for (const OtherRun &run : m_runs.runs()) {
        m_run->addItem(run.name);
        chosen = run.id == m_chosen.id ? m_run->count() - 1 : chosen;
    }
    m_run->setCurrentIndex(chosen);
    m_run->setEnabled(m_run->count() > 1);
    const OtherRun run = chosen > 0 ? m_runs.runs()[std::size_t(chosen) - 1] : OtherRun();
    if (run.id != m_chosen.id) {
        choose(run); // it is the shown one now, or gone
    } else if (run != m_chosen) {
        m_chosen = run;
        read();
        Q_EMIT changed();
    }
}

/// Once the runs are listed: the shown one may have changed just before.
void TrySecond::chooseRun(const OtherRun &run)
{
    if (run.id != m_chosen.id) {
        choose(run);
    }
    m_runs.list();
}

void TrySecond::choose(const OtherRun &run)
{
    m_chosen = run;
    m_weights.reset();
    m_again.stop();
    ++m_reading;
    if (!run.id.isEmpty()) {
        read();
    }
    Q_EMIT changed();
}

void TrySecond::read()
{
    if (m_chosen.id.isEmpty()) {
        return;
    }
    whenDone(this, m_runs.newest(m_chosen), [this, number = ++m_reading](const Result<WeightsPtr> &weights) {
        if (number != m_reading) {
            return;
        }
        if (weights && (!m_weights || m_weights->steps != weights.value()->steps)) {
            m_weights = weights.value();
            Q_EMIT changed();
        } else if (!weights && !m_chosen.isTraining) {
            Q_EMIT failed(weights.error());
        }
        if (m_chosen.isTraining) {
            m_again.start();
        }
    });
}

void TrySecond::retranslateUi()
{
    m_label->setText(tr("Beside it, the run"));
    m_run->setAccessibleName(tr("Run to compare with"));
    m_run->setToolTip(tr("Another run of the laboratory gets the same picture: do both networks see the same in it?"));
    fill();
}

void TrySecond::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_runs.list();
    if (m_chosen.isTraining) {
        m_again.start();
    }
}

} // namespace convscope
