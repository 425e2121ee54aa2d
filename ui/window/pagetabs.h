// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTabWidget>

namespace convscope {

class CurvesPage;
class DataPage;
class Inspection;
class TryPage;

/// The pages in the middle of the window.
class PageTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the pages.
    explicit PageTabs(Inspection &inspection, QWidget *parent = nullptr);

    CurvesPage *curves() const { return m_curves; }
    DataPage *data() const { return m_data; }
    TryPage *tryIt() const { return m_try; }
    void showCurves();
    /// In the order of the tabs, in the language of now.
    QStringList titles() const;
    void retranslate();

private:
    CurvesPage *m_curves;
    TryPage *m_try;
    DataPage *m_data;
};

} // namespace convscope
