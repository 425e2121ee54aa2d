// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTabWidget>

namespace convscope {

class ComparePage;
struct ComparedRow;
class CurvesPage;
class DataPage;
class FiltersPage;
class FeatureMapsPage;
class Inspection;
class OperationPage;
class PredictionsPage;
class TryPage;

/// The pages in the middle of the window.
class PageTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the pages.
    explicit PageTabs(Inspection &inspection, QWidget *parent = nullptr);

    CurvesPage *curves() const { return m_curves; }
    FiltersPage *filters() const { return m_filters; }
    FeatureMapsPage *featureMaps() const { return m_featureMaps; }
    OperationPage *operation() const { return m_operation; }
    DataPage *data() const { return m_data; }
    PredictionsPage *predictions() const { return m_predictions; }
    ComparePage *compare() const { return m_compare; }
    void showCurves();
    /// A run begins: the page stays where it can follow one, else the curves come.
    void showRun();
    /// Why Start is off; empty where it is on.
    void setStartProblem(const QString &sentence);
    /// In the order of the tabs, in the language of now.
    QStringList titles() const;
    void retranslate();

Q_SIGNALS:
    /// The button of an empty page.
    void startRequested();
    /// A sentence for the message bar.
    void errorOccurred(const QString &sentence);

private:
    /// The first is shown by all pages that look inside, the second beside it.
    void showPair(const ComparedRow &first, const ComparedRow &second, bool shows);
    template<typename Page>
    void addPage(Page *page);

    CurvesPage *m_curves;
    FiltersPage *m_filters;
    FeatureMapsPage *m_featureMaps;
    OperationPage *m_operation;
    PredictionsPage *m_predictions;
    TryPage *m_try;
    ComparePage *m_compare;
    DataPage *m_data;
};

} // namespace convscope
