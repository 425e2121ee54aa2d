// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tryhistory.h"

#include "ui/views/icons.h"
#include "ui/views/linesview.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

using namespace std::chrono_literals;

namespace convscope {

namespace {

/// As many as the chart has room for; then every second one of those seen live goes.
constexpr std::size_t mostSeen = 2000;
/// A picture that hasn't changed for so long is asked about.
constexpr auto pace = 250ms;

} // namespace

TryHistory::TryHistory(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_history(new OpinionHistory(this))
{
    setupUi();
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &TryHistory::ask);
    connect(m_history, &OpinionHistory::grown, this, &TryHistory::showLines);
    connect(m_history, &OpinionHistory::failed, this, &TryHistory::failed);
    connect(&inspection, &Inspection::extentChanged, this, [this] {
        if (isVisible() && !m_pace.isActive()) {
            m_pace.start();
        }
    });
    connect(&inspection, &Inspection::weightsChanged, this, &TryHistory::takeWeights);
    connect(m_lines, &LinesView::clickedAt, this, &TryHistory::moveTo);
}

void TryHistory::setupUi()
{
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("historyText"));
    m_text->setWordWrap(true);
    m_lines = new LinesView(this);
    m_lines->setObjectName(QStringLiteral("opinionHistory"));
    m_lines->setLogarithmic(true); // moments are kept that way, and most is learnt early
    m_export = new QToolButton(this);
    m_export->setObjectName(QStringLiteral("historyExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *exporter = new ViewExport(QStringLiteral("opinion"), m_lines, [this] { return m_lines->table(); });
    m_export->setMenu(exporter->menu());
    connect(exporter, &ViewExport::failed, this, &TryHistory::failed);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->addWidget(m_text, 1);
    top->addWidget(m_export, 0, Qt::AlignTop);
    layout->addLayout(top);
    layout->addWidget(m_lines, 1);
}

void TryHistory::setClassNames(const QStringList &names)
{
    m_names = names;
    showLines();
}

void TryHistory::add(const Judgement &judgement)
{
    const Picture picture = judgement.prepared.isEmpty ? Picture() : judgement.prepared.picture;
    if (picture != m_picture) {
        m_picture = picture;
        m_seen.clear();
        m_history->cancel();
        if (isVisible()) {
            m_pace.start();
        }
    }
    if (isOfRun(judgement.weights) && !judgement.probabilities.empty()) {
        m_seen[judgement.weights->steps] = judgement.probabilities;
        m_lines->setMark(double(judgement.weights->steps));
    }
    if (m_seen.size() > mostSeen) {
        bool drops = false;
        std::erase_if(m_seen, [&drops](const auto &) { return drops = !drops; });
    }
    showLines();
}

void TryHistory::takeWeights()
{
    std::erase_if(m_ofRun, [](const auto &weights) { return weights.expired(); });
    if (m_inspection.weights()) {
        m_ofRun.emplace_back(m_inspection.weights());
    }
}

bool TryHistory::isOfRun(const WeightsPtr &weights) const
{
    return weights && std::any_of(m_ofRun.begin(), m_ofRun.end(), [&weights](const auto &known) { return known.lock() == weights; });
}

void TryHistory::clear()
{
    m_seen.clear();
    m_ofRun.clear();
    takeWeights();
    m_history->cancel();
    m_lines->setMark(std::numeric_limits<double>::quiet_NaN());
    if (isVisible()) {
        m_pace.start();
    }
    showLines();
}

void TryHistory::ask()
{
    const TrainingRun *run = m_inspection.run();
    if (!isVisible() || !run || run->id().isEmpty() || !m_inspection.laboratory() || !m_inspection.inspector() || m_picture.values.empty()) {
        return;
    }
    const WeightsPtr weights = m_inspection.weights();
    if (!weights || weights->side == m_picture.side) {
        m_history->ask({m_inspection.inspector(), m_inspection.laboratory()->file(), run->id(), m_picture}, m_inspection.moments().weights);
    }
}

/// The nearest moment that is kept.
void TryHistory::moveTo(double steps)
{
    const std::vector<qint64> &kept = m_inspection.moments().weights;
    const auto nearest = std::min_element(kept.begin(), kept.end(), [steps](qint64 a, qint64 b) {
        return std::abs(std::log1p(double(a)) - std::log1p(steps)) < std::abs(std::log1p(double(b)) - std::log1p(steps));
    });
    if (nearest != kept.end()) {
        m_inspection.setPosition(*nearest);
    }
}

Opinions TryHistory::shown() const
{
    const TrainingRun *run = m_inspection.run();
    const OpinionHistory::Question *asked = m_history->question();
    Opinions all = m_seen;
    if (run && asked && asked->run == run->id() && asked->picture == m_picture) {
        all.insert(m_history->opinions().begin(), m_history->opinions().end());
    }
    return all;
}

void TryHistory::showLines()
{
    const Opinions all = shown();
    std::vector<LinesView::Line> lines;
    for (qsizetype label = 0; label < m_names.size(); ++label) {
        LinesView::Line line{m_names[label], {}};
        for (const auto &[steps, probabilities] : all) {
            if (std::size_t(label) < probabilities.size()) {
                line.points.emplace_back(double(steps), double(probabilities[std::size_t(label)]));
            }
        }
        lines.push_back(std::move(line));
    }
    m_lines->setRange(all.empty() ? 0.0 : double(all.begin()->first), all.empty() ? 1.0 : double(all.rbegin()->first));
    m_lines->setLines(std::move(lines));
}

void TryHistory::retranslateUi()
{
    m_text->setText(tr("How the opinion of this picture moved while the network learned, at every moment that is kept of the run (early ones far apart: the axis is "
                       "logarithmic). A click moves all pages to that moment. While a run trains, the line grows; of a run that isn't kept it shows what was seen."));
    m_lines->setTitles(tr("batches"), tr("probability of each class"));
    m_export->setAccessibleName(tr("Export the history of the opinion"));
    m_export->setToolTip(m_export->accessibleName());
}

void TryHistory::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void TryHistory::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_pace.stop();
    m_history->release();
}

} // namespace convscope
