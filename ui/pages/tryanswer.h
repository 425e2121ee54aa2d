// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/models/picturejudge.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace convscope {

class PictureStrip;
class ProbabilityBars;

/// What the network sees and what it says: the prepared picture, the verdict in words, the bars of all classes.
class TryAnswer : public QWidget
{
    Q_OBJECT

public:
    explicit TryAnswer(QWidget *parent = nullptr);

    void setData(const DatasetPtr &dataset);
    /// Of the picture that is shown; -1 = unknown.
    void setTrueClass(int label);
    /// Names of the run that answers and of the one beside it.
    void setTitles(const QString &run, const QString &otherRun);
    /// Stands beneath the bars.
    void addChoice(QWidget *choice);
    void setJudgement(const Judgement &judgement);
    /// Why no run can answer, or an empty text.
    void setMissing(const QString &sentence, bool canStart);
    ProbabilityBars *bars() const { return m_bars; }
    QString verdict() const;
    void retranslateUi();

Q_SIGNALS:
    void mirrorRequested();
    void startRequested();
    void classChosen(int label);
    void failed(const QString &sentence);

private:
    void setupUi();
    void showBars();
    void updateTexts();
    QString className(int label) const;
    QStringList classNames(int classes) const;
    QString verdictText() const;
    QString agreementText() const;

    DatasetPtr m_data;
    Judgement m_judgement;
    QString m_run;
    QString m_otherRun;
    QString m_missing;
    bool m_canStart = false;
    int m_trueClass = -1;
    QTimer m_pace; ///< of the words and the seen picture, while one judgement follows another
    bool m_isStale = false;
    PictureStrip *m_seen = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_detail = nullptr;
    QLabel *m_agreement = nullptr; ///< of two runs
    QWidget *m_agreementBox = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_mirror = nullptr;
    QCheckBox *m_sorted = nullptr;
    QToolButton *m_export = nullptr;
    ProbabilityBars *m_bars = nullptr;
};

} // namespace convscope
