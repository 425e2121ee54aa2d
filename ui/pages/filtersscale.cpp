// SPDX-License-Identifier: GPL-3.0-or-later
// What the colours on the page of the filters stand for, and what a picture of them says.
#include "ui/pages/filterspage.h"

#include "ui/charts/numberformat.h"
#include "ui/models/inspection.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/filtertexts.h"
#include "ui/views/colorlegend.h"
#include "ui/views/kernelgrid.h"

#include <QLabel>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace convscope {

/// A scale of its own for each moment would make the colours jump while the time line plays. How far the weights are from zero grows
/// over a run, and is kept at the largest that was seen; changes and gradients become smaller, and have theirs again where it stands still.
void FiltersPage::updateScale()
{
    const TrainingRun *run = m_inspection.run();
    const bool grows = m_data->show() == FilterShow::Weights || m_data->show() == FilterShow::SinceStart;
    const QString of = QStringLiteral("%1 %2 %3 %4").arg(run ? run->number() : 0).arg(QString::fromStdString(m_data->shown()->name)).arg(int(m_data->show())).arg(m_data->hasPatient());
    const double largest = double(largestMagnitude(m_data->shown()->values));
    if (of != m_scaleOf || (!grows && !m_data->isMoving())) {
        m_scaleOf = of;
        m_largest = 0.0;
    }
    m_largest = std::max(m_largest, largest);
    m_grid->setFixedLimit(m_inspection.isLive() ? 0.0 : m_largest);
}

void FiltersPage::updateLegend()
{
    m_legend->setRange(-m_grid->limit(), m_grid->limit());
    const int exponent = m_grid->exponent();
    m_power->setVisible(exponent != 0 && m_grid->showsNumbers() && m_gridStack->currentIndex() == 0);
    m_power->setText(tr("Numbers in the squares: × %1").arg(powerOfTenText(std::pow(10.0, exponent), 0)));
}

QString FiltersPage::pictureTitle() const
{
    const TrainingRun *run = m_inspection.run();
    if (!run || !m_grid->layer() || !m_data->weights()) {
        return {};
    }
    const QString layer = FilterTexts::layerName(m_data->weights()->architecture, m_data->layerIndex(), m_data->weights()->side);
    const QString step = tr("step %1").arg(wholeText(double(m_grid->layer()->steps)));
    QStringList parts{run->name(), layer, step};
    if (m_data->show() != FilterShow::Weights) {
        parts += m_bar->showText();
    }
    if (m_data->hasPatient()) {
        parts += tr("operated on");
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace convscope
