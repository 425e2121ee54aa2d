// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowmessages.h"

#include "core/common/counttext.h"
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
    , m_continueAction(new QAction(this))
    , m_undoDeleteAction(new QAction(this))
{
    m_continueAction->setObjectName(QStringLiteral("continueOffered"));
    m_continueAction->setEnabled(false);
    m_undoDeleteAction->setObjectName(QStringLiteral("undoDelete"));
    connect(m_continueAction, &QAction::triggered, this, [this] { Q_EMIT continueRequested(m_continueAction->data().toInt()); });
    connect(m_undoDeleteAction, &QAction::triggered, this,
            [this] { Q_EMIT undoDeleteRequested(m_undoDeleteAction->data().value<QList<int>>()); });
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

void WindowMessages::showLaboratoryError(const QString &sentence)
{
    m_bar->showMessage(MessageKind::Error, [sentence] {
        return tr("The runs of this session are not kept. %1").arg(sentence);
    });
}

void WindowMessages::showSaveTrouble(const QString &sentence)
{
    m_bar->closeMessage(m_saving);
    if (!sentence.isEmpty()) {
        m_saving = m_bar->showMessage(MessageKind::Error, [sentence] {
            return tr("The run can't be saved at the moment; training goes on, and saving is tried again. %1").arg(sentence);
        });
    }
}

void WindowMessages::offerContinuation(int number, const QString &name, int epoch, int epochs)
{
    m_continueAction->setData(number);
    m_offer = m_bar->showMessage(MessageKind::Information, [=] {
        return tr("The run “%1” was interrupted in epoch %2 of %3. What was trained is kept.").arg(name, countText(epoch), countText(epochs));
    }, {m_continueAction});
}

void WindowMessages::closeOffer()
{
    m_bar->closeMessage(m_offer);
}

void WindowMessages::setReady(bool ready)
{
    m_continueAction->setEnabled(ready);
}

void WindowMessages::reportDeleted(const QList<int> &numbers, const QString &name)
{
    m_bar->closeMessage(m_deleted);
    m_undoDeleteAction->setData(QVariant::fromValue(numbers));
    m_deleted = m_bar->showMessage(MessageKind::Information, [name, count = int(numbers.size())] {
        return count == 1 ? tr("The run “%1” was deleted.").arg(name) : tr("%Ln run(s) were deleted.", nullptr, count);
    }, {m_undoDeleteAction});
}

void WindowMessages::showNews(const QString &sentence)
{
    m_bar->showMessage(MessageKind::Information, sentence);
}

void WindowMessages::retranslate()
{
    m_continueAction->setText(tr("Continue this run"));
    m_undoDeleteAction->setText(tr("Undo"));
    m_chooseFolderAction->setText(tr("Choose folder…"));
    const double rate = m_lowerRateAction->data().toDouble();
    m_lowerRateAction->setText(tr("Set the learning rate to %1").arg(QLocale().toString(rate, 'g', 3)));
}

} // namespace convscope
