// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTabWidget>

namespace convscope {

class CurvesPage;
class DataPage;
class Inspection;
class PredictionsPage;

/// The pages in the middle of the window.
class PageTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the pages.
    explicit PageTabs(Inspection &inspection, QWidget *parent = nullptr);

    CurvesPage *curves() const { return m_curves; }
    DataPage *data() const { return m_data; }
    PredictionsPage *predictions() const { return m_predictions; }
    void showCurves();
    /// In the order of the tabs, in the language of now.
    QStringList titles() const;
    void retranslate();

private:
    CurvesPage *m_curves;
    PredictionsPage *m_predictions;
    DataPage *m_data;
};

} // namespace convscope
