// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "ui/models/pacedjob.h"

#include <QWidget>

#include <array>

class QLabel;

namespace convscope {

class ColorLegend;
class FiltersData;
class PictureBox;

/// One filter: its numbers, what is remarkable about it, what it answers to the probe picture, and the test pictures that excite it most.
class FilterDetail : public QWidget
{
    Q_OBJECT

public:
    /// The data must outlive it.
    explicit FilterDetail(FiltersData &filters, QWidget *parent = nullptr);

    void setFilter(int filter);
    int filter() const { return m_filter; }
    /// While somebody looks.
    void setActive(bool active);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void update();
    void updatePeaks();
    void updateResponse();
    void retranslateUi();
    void askForResponse();
    void choosePeak(int place);

    FiltersData &m_data;
    int m_filter = 0;
    bool m_isActive = false;
    PacedJob m_job{2};
    /// What the output is of: while the time line plays, most moments have the same whole weights.
    WeightsPtr m_answered;
    std::vector<float> m_answeredPicture;
    int m_answeredLayer = -1;
    /// The output of the whole layer, so that another filter costs nothing.
    LayerOutput m_output;
    QLabel *m_title;
    QLabel *m_numbers;
    QLabel *m_findings;
    QLabel *m_answerTitle;
    PictureBox *m_probe;
    PictureBox *m_response;
    ColorLegend *m_legend;
    QLabel *m_value;
    QLabel *m_peaksTitle;
    std::array<PictureBox *, 9> m_peaks{};
};

} // namespace convscope
