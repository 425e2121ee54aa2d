// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/predictions.h"

#include <QWidget>

#include <functional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace convscope {

class EmptyState;
class OtherAnswers;
class PredictionsCalibration;
class PredictionsConfusion;
class PredictionsGallery;
class PredictionsMemorised;
class ViewExport;

/// What the network answers to the test pictures: the pictures themselves, the confusion matrix, whether its confidence is deserved, and
/// which training pictures it learnt by heart. Follows the time line, epoch by epoch.
class PredictionsPage : public QWidget
{
    Q_OBJECT

public:
    enum View { Pictures, Matrix, Reliability, Memory };

    /// The inspection must outlive the page.
    explicit PredictionsPage(Inspection &inspection, QWidget *parent = nullptr);
    ~PredictionsPage() override;

    Predictions &predictions() { return *m_predictions; }
    void showView(View view);
    /// The difference to another run of the laboratory.
    void compareWithRun(const QString &run, const QString &name);
    /// See PredictionsOthers.
    void setRunNumbers(const std::function<int(const QString &id)> &numberOf);

Q_SIGNALS:
    void startRequested();
    /// A sentence.
    void errorOccurred(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupUi();
    QWidget *createBar();
    void connectSignals();
    void retranslateUi();
    void showState();
    void showEmpty();
    void fillComparisons();
    void readOthers();
    void compareWith(const QString &run);
    void showCell(int trueClass, int answer);

    Inspection &m_inspection;
    Predictions *m_predictions;
    OtherAnswers *m_others;
    QButtonGroup *m_views = nullptr;
    QLabel *m_compareLabel = nullptr;
    QComboBox *m_compare = nullptr;
    QToolButton *m_export = nullptr;
    QLabel *m_summary = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_outer = nullptr;
    QWidget *m_content = nullptr;
    PredictionsGallery *m_gallery = nullptr;
    PredictionsConfusion *m_confusion = nullptr;
    PredictionsCalibration *m_calibration = nullptr;
    PredictionsMemorised *m_memorised = nullptr;
};

} // namespace convscope
