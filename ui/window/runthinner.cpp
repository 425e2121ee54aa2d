// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runthinner.h"

#include "ui/models/whendone.h"
#include "ui/window/session.h"
#include "ui/window/windowmessages.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace convscope {

RunThinner::RunThinner(Session &session, WindowMessages &messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_messages(messages)
    , m_window(window)
{
}

void RunThinner::thin(int number)
{
    const TrainingRun *run = m_session.run(number);
    if (!run || !m_session.laboratory() || run->id().isEmpty() || !isFinal(run->state())) {
        return;
    }
    m_session.finishRecording(number);
    whenDone(this, m_session.laboratory()->planThinning(run->id()), [this, number](const Result<Thinning> &thinning) {
        if (thinning) {
            ask(number, thinning.value());
        } else {
            m_messages.showError(thinning.error());
        }
    });
}

void RunThinner::ask(int number, const Thinning &thinning)
{
    const TrainingRun *run = m_session.run(number);
    if (!run) {
        return;
    }
    if (thinning.removed == 0) {
        m_messages.showNews(tr("The run “%1” keeps no more moments than it needs.").arg(run->name()));
        return;
    }
    const QString question = tr("The run “%1” keeps the whole network at %Ln moment(s) of its training. Remove every second one?", nullptr, thinning.moments).arg(run->name());
    const QString consequence = tr("%1 become free. Curves, predictions and what the run needs to go on stay; the time line has fewer moments.")
                                    .arg(QLocale().formattedDataSize(thinning.bytes));
    QMessageBox box(QMessageBox::Question, tr("Free disk space"), question, QMessageBox::Cancel, m_window);
    box.setInformativeText(consequence);
    const QAbstractButton *yes = box.addButton(tr("Remove"), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    const QString id = run->id();
    box.exec();
    if (box.clickedButton() == yes) {
        remove(id);
    }
}

void RunThinner::remove(const QString &id)
{
    whenDone(this, m_session.laboratory()->thin(id), [this, id](const Result<Thinning> &done) {
        if (!done) {
            m_messages.showError(done.error());
            return;
        }
        const QString bytes = QLocale().formattedDataSize(done.value().bytes);
        m_messages.showNews(done.value().unshrunk.isEmpty() ? tr("%1 are free again.").arg(bytes) : tr("%1 are free inside the laboratory.").arg(bytes) + QLatin1Char(' ') + done.value().unshrunk);
        Q_EMIT thinned(id);
    });
}

} // namespace convscope
