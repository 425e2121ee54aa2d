// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/predictionsfilter.h"
#include "ui/views/viewexport.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace convscope {

class PictureGrid;
class PredictionsDetail;
class PredictionsOthers;

/// The test pictures as a grid that is filtered and sorted, and what is known of the chosen one beside it. The chosen one becomes the
/// picture of all pages.
class PredictionsGallery : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionsGallery(Inspection &inspection, QWidget *parent = nullptr);

    void setState(const PredictionsStatePtr &state);
    PredictionsFilter filter() const;
    void setFilter(const PredictionsFilter &filter);
    ViewExport *viewExport() const { return m_export; }
    PictureGrid *grid() const { return m_grid; }
    PredictionsOthers *others() const;
    void retranslateUi();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupUi();
    QComboBox *addCombo(const char *name, QLabel *&label, QWidget *bar);
    void fillCombos();
    void apply();
    void applyFromTop();
    void showPicture(bool scrolls);
    ViewTable table() const;

    Inspection &m_inspection;
    PredictionsStatePtr m_state;
    QLabel *m_trueLabel = nullptr;
    QLabel *m_predictedLabel = nullptr;
    QLabel *m_whichLabel = nullptr;
    QLabel *m_confidenceLabel = nullptr;
    QLabel *m_orderLabel = nullptr;
    QComboBox *m_true = nullptr;
    QComboBox *m_predicted = nullptr;
    QComboBox *m_which = nullptr;
    QComboBox *m_confidence = nullptr;
    QComboBox *m_order = nullptr;
    QToolButton *m_reset = nullptr;
    QLabel *m_count = nullptr;
    PictureGrid *m_grid = nullptr;
    PredictionsDetail *m_detail = nullptr;
    ViewExport *m_export = nullptr;
    bool m_isFilling = false;
};

} // namespace convscope
