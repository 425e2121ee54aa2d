// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/memorised.h"
#include "ui/models/inspection.h"
#include "ui/views/viewexport.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace convscope {

class PictureGrid;

/// Which training pictures the network learnt by heart: those whose label was made wrong on purpose, and what it answers to them now.
/// Without wrong labels: which pictures it knows although their look-alikes are something else, and how much better it knows what it was
/// trained with than what is new to it. Asks the network at the position of
/// the time line, in the background, while it is visible.
class PredictionsMemorised : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionsMemorised(Inspection &inspection, QWidget *parent = nullptr);
    ~PredictionsMemorised() override;

    ViewExport *viewExport() const { return m_export; }
    /// nullptr before the first answer.
    const MemorisedAnswers *answers() const { return m_answers.get(); }
    void retranslateUi();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupUi();
    void ask();
    void take(const Result<MemorisedAnswers> &answers, const WeightsPtr &weights);
    void showAnswers();
    void fillFilter();
    void showPictures();
    QString sentence() const;
    QString pictureText(const TrainedAnswer &answer) const;
    ViewTable table() const;

    Inspection &m_inspection;
    QLabel *m_sentence = nullptr;
    QLabel *m_filterLabel = nullptr;
    QComboBox *m_filter = nullptr;
    PictureGrid *m_grid = nullptr;
    QLabel *m_chosen = nullptr;
    ViewExport *m_export = nullptr;
    std::shared_ptr<const MemorisedAnswers> m_answers;
    DatasetPtr m_data; ///< the answers belong to it
    WeightsPtr m_asked;
    QString m_problem;
    std::shared_ptr<std::atomic<bool>> m_cancel;
    bool m_isAsking = false;
    int m_filterKind = -1; ///< which entries the filter has; -1: they are old
    int m_number = 0; ///< of the newest question
};

} // namespace convscope
