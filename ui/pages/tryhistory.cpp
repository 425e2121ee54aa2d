// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tryhistory.h"

#include "ui/views/icons.h"
#include "ui/views/linesview.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

/// As many as the chart has room for; then every second one goes.
constexpr std::size_t mostMoments = 2000;

} // namespace

TryHistory::TryHistory(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_lines(new LinesView(this))
    , m_export(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_lines->setObjectName(QStringLiteral("opinionHistory"));
    m_export->setObjectName(QStringLiteral("historyExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *exporter = new ViewExport(QStringLiteral("opinion"), m_lines, [this] { return m_lines->table(); });
    m_export->setMenu(exporter->menu());
    connect(exporter, &ViewExport::failed, this, &TryHistory::failed);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_lines, 1);
    layout->addWidget(m_export, 0, Qt::AlignLeft);
}

void TryHistory::setClassNames(const QStringList &names)
{
    m_names = names;
    showLines();
}

void TryHistory::add(const Judgement &judgement)
{
    if (judgement.pictureNumber != m_picture) {
        m_picture = judgement.pictureNumber;
        m_moments.clear();
    }
    if (judgement.weights && !judgement.probabilities.empty()) {
        m_moments[judgement.weights->steps] = judgement.probabilities;
    }
    if (m_moments.size() > mostMoments) {
        bool drops = false;
        std::erase_if(m_moments, [&drops](const auto &) { return drops = !drops; });
    }
    showLines();
}

void TryHistory::clear()
{
    m_moments.clear();
    showLines();
}

void TryHistory::showLines()
{
    std::vector<LinesView::Line> lines;
    for (qsizetype label = 0; label < m_names.size(); ++label) {
        LinesView::Line line{m_names[label], {}};
        for (const auto &[steps, probabilities] : m_moments) {
            if (std::size_t(label) < probabilities.size()) {
                line.points.emplace_back(double(steps), double(probabilities[std::size_t(label)]));
            }
        }
        lines.push_back(std::move(line));
    }
    m_lines->setRange(m_moments.empty() ? 0.0 : double(m_moments.begin()->first), m_moments.empty() ? 1.0 : double(m_moments.rbegin()->first));
    m_lines->setLines(std::move(lines));
}

void TryHistory::retranslateUi()
{
    m_text->setText(tr("How the opinion of this picture moved while the network learned. Keep the picture as it is while a run trains, or move the time line: each moment that is looked at adds a point."));
    m_lines->setTitles(tr("batches"), tr("probability of each class"));
    m_export->setAccessibleName(tr("Export the history of the opinion"));
    m_export->setToolTip(m_export->accessibleName());
}

} // namespace convscope
