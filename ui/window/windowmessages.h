// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/engine.h"

#include <QObject>

class QAction;

namespace convscope {

class MessageBar;
class TrainingRun;

/// What the window has to say about data, runs and the engine, each with its way out, in the message bar. A newer message
/// about the same thing takes the place of the older one.
class WindowMessages : public QObject
{
    Q_OBJECT

public:
    /// The bar must outlive it.
    explicit WindowMessages(MessageBar *bar, QObject *parent = nullptr);

    void showError(const QString &sentence);
    void showDataError(const QString &sentence);
    void closeDataError();
    void showSettingsError(const QString &sentence);
    void closeSettingsError();
    /// Speaks where a run diverged or failed.
    void reportEnd(const TrainingRun &run, const RunEnd &end);
    void closeEnd();
    /// Warns where training will be slow.
    void reportEngine(const EngineInfo &info);
    /// The laboratory can't be used: runs are not kept.
    void showLaboratoryError(const QString &sentence);
    /// A run can't be saved at the moment; an empty sentence: all is saved again.
    void showSaveTrouble(const QString &sentence);
    /// An interrupted run could go on; nothing waits for the answer.
    void offerContinuation(int number, const QString &name, int epoch, int epochs);
    void closeOffer();
    /// The way out of the offer is off while nothing can be started.
    void setReady(bool ready);
    /// `name`: of the last of them.
    void reportDeleted(const QList<int> &numbers, const QString &name);
    /// Something good to know.
    void showNews(const QString &sentence);
    /// After the language has changed.
    void retranslate();

Q_SIGNALS:
    void chooseFolderRequested();
    void learningRateProposed(double rate);
    void continueRequested(int number);
    void undoDeleteRequested(const QList<int> &numbers);

private:
    MessageBar *m_bar;
    QAction *m_lowerRateAction;
    QAction *m_chooseFolderAction;
    QAction *m_continueAction;
    QAction *m_undoDeleteAction;
    // 0 = none.
    int m_data = 0;
    int m_settings = 0;
    int m_end = 0;
    int m_saving = 0;
    int m_offer = 0;
    int m_deleted = 0;
};

} // namespace convscope
