// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowmessages.h"

#include "core/training/trainingrun.h"
#include "ui/views/messagebar.h"

#include <QAction>
#include <QLocale>

#include <algorithm>

namespace convscope {

namespace {

/// A tenth, but at most what usually works.
double saferRate(double rate, Optimizer optimizer)
{
    const double usual = optimizer == Optimizer::Adam ? 0.001 : 0.01;
    return std::min(rate / 10.0, usual);
}

} // namespace

WindowMessages::WindowMessages(MessageBar *bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_lowerRateAction(new QAction(this))
    , m_chooseFolderAction(new QAction(this))
{
    connect(m_chooseFolderAction, &QAction::triggered, this, &WindowMessages::chooseFolderRequested);
    connect(m_lowerRateAction, &QAction::triggered, this,
            [this] { Q_EMIT learningRateProposed(m_lowerRateAction->data().toDouble()); });
    retranslate();
}

void WindowMessages::showError(const QString &sentence)
{
    m_bar->showMessage(MessageKind::Error, sentence);
}

void WindowMessages::showDataError(const QString &sentence)
{
    m_data = m_bar->showMessage(MessageKind::Error, sentence, {m_chooseFolderAction});
}

void WindowMessages::closeDataError()
{
    m_bar->closeMessage(m_data);
}

void WindowMessages::showSettingsError(const QString &sentence)
{
    closeSettingsError();
    m_settings = m_bar->showMessage(MessageKind::Error, sentence);
}

void WindowMessages::closeSettingsError()
{
    m_bar->closeMessage(m_settings);
}

void WindowMessages::reportEnd(const TrainingRun &run, const RunEnd &end)
{
    if (end.kind == RunEnd::Kind::Diverged) {
        m_lowerRateAction->setData(saferRate(run.liveSettings().learningRate, run.experiment().training.optimizer));
        retranslate();
        m_end = m_bar->showMessage(MessageKind::Error, [end] { return reasonText(end); }, {m_lowerRateAction});
    } else if (end.kind == RunEnd::Kind::Failed) {
        m_end = m_bar->showMessage(MessageKind::Error, reasonText(end));
    }
}

void WindowMessages::closeEnd()
{
    m_bar->closeMessage(m_end);
}

void WindowMessages::reportEngine(const EngineInfo &info)
{
    if (!info.blasIsFast) {
        m_bar->showMessage(MessageKind::Warning, [blas = info.blas] {
            return tr("Training will be slow: the matrix library is %1. Please install the package libopenblas0-openmp "
                      "and start again.")
                .arg(blas);
        });
    }
}

void WindowMessages::retranslate()
{
    m_chooseFolderAction->setText(tr("Choose folder…"));
    const double rate = m_lowerRateAction->data().toDouble();
    m_lowerRateAction->setText(tr("Set the learning rate to %1").arg(QLocale().toString(rate, 'g', 3)));
}

} // namespace convscope
