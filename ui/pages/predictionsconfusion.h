// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/predictions.h"
#include "ui/views/viewexport.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableWidget;

namespace convscope {

class ConfusionMatrix;

/// The confusion matrix, a sentence for the class that is pointed at, and precision, recall and F1 of all classes.
class PredictionsConfusion : public QWidget
{
    Q_OBJECT

public:
    explicit PredictionsConfusion(QWidget *parent = nullptr);

    void setState(const PredictionsStatePtr &state);
    ViewExport *viewExport() const { return m_export; }
    void retranslateUi();

Q_SIGNALS:
    /// Its pictures shall be shown.
    void cellChosen(int trueClass, int answer);

private:
    void setupUi();
    void showAll();
    void fillTable();
    ViewTable table() const;
    QString shareText(double share, double other) const;

    PredictionsStatePtr m_state;
    QLabel *m_intro = nullptr;
    QLabel *m_modeLabel = nullptr;
    QComboBox *m_mode = nullptr;
    ConfusionMatrix *m_matrix = nullptr;
    QLabel *m_sentence = nullptr;
    QTableWidget *m_classes = nullptr;
    ViewExport *m_export = nullptr;
    int m_class = 0; ///< pointed at
};

} // namespace convscope
