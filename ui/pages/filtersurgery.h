// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "core/inspection/surgery.h"
#include "ui/models/pacedjob.h"

#include <QGroupBox>

#include <vector>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace convscope {

class FiltersData;

/// Operations on one filter of a copy of the network, each of which can be undone, with the test accuracy before and after. The run
/// itself is never touched.
class FilterSurgery : public QGroupBox
{
    Q_OBJECT

public:
    /// The data must outlive it.
    explicit FilterSurgery(FiltersData &filters, QWidget *parent = nullptr);

    void setFilter(int filter, int channel);
    void silence();
    void resetToStart();
    void setKernel(const std::vector<float> &values);
    void undo();
    void discard();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Of the network before and of the one that was operated on; NaN where it isn't known.
    struct Accuracies
    {
        double before = 0.0;
        double after = 0.0;
        int pictures = 0;
        QString error;
    };

    void setupUi();
    void operate(const WeightsPtr &weights);
    void showTop();
    void update();
    void updateAccuracy();
    void ask();
    void askByHand();
    void retranslateUi();

    FiltersData &m_data;
    int m_filter = 0;
    int m_channel = 0;
    WeightsPtr m_base; ///< what was operated on first
    std::vector<WeightsPtr> m_operated;
    DatasetPtr m_sample; ///< the first test pictures of m_sampleOf
    DatasetPtr m_sampleOf;
    bool m_asksForAll = false;
    Accuracies m_accuracies;
    PacedJob m_job{0};
    QToolButton *m_silence;
    QToolButton *m_reset;
    QToolButton *m_kernel;
    QToolButton *m_undo;
    QToolButton *m_discard;
    QMenu *m_kernels;
    QAction *m_byHand = nullptr;
    QLabel *m_text;
};

} // namespace convscope
