// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvescharts.h"

#include "ui/pages/curvesannotations.h"
#include "ui/pages/curveslimits.h"
#include "ui/theme.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr std::array<Quantity, 2> kQuantities{Quantity::Loss, Quantity::Accuracy};

/// Fainter where a smoothed line is to be seen before it.
PlotStyle batchesStyle(bool smoothed)
{
    return {.color = theme::train,
            .strength = smoothed ? 0.14 : 0.28,
            .sparseStrength = smoothed ? 0.25 : 0.6,
            .width = 1.0};
}

std::vector<QPointF> epochPoints(const CurvesData &data, Quantity quantity, CurvesX x, bool train)
{
    std::vector<QPointF> points;
    points.reserve(data.epochs().size());
    for (const EpochRow &row : data.epochs()) {
        points.emplace_back(data.xOf(double(row.report.steps), x),
                            train ? trainValue(row.report, quantity) : testValue(row.report, quantity));
    }
    return points;
}

} // namespace

CurvesCharts::CurvesCharts(const CurvesData &run, const CurvesData &ghost, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_ghost(ghost)
{
    m_plots = {new PlotView(AxisFormat::Number, this), new PlotView(AxisFormat::Percent, this)};
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (PlotView *plot : m_plots) {
        addSeries(plot);
        // The lower one also holds the numbers of the x axis.
        layout->addWidget(plot, plot == m_plots[0] ? 9 : 10);
    }
    m_plots[0]->setObjectName(QStringLiteral("lossPlot"));
    m_plots[1]->setObjectName(QStringLiteral("accuracyPlot"));
    m_ghostButton = new QToolButton(this);
    m_ghostButton->setObjectName(QStringLiteral("dismissGhostButton"));
    m_ghostButton->setAutoRaise(true);
    m_ghostButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_ghostButton, &QToolButton::clicked, this, &CurvesCharts::dismissGhostRequested);
    connectPlot(m_plots[0], m_plots[1]);
    connectPlot(m_plots[1], m_plots[0]);
    retranslateUi();
    updateData(true);
}

void CurvesCharts::addSeries(PlotView *plot)
{
    plot->addSeries({.color = theme::train, .strength = 0.5, .width = 1.5});
    plot->addSeries({.color = theme::test, .strength = 0.5, .width = 1.5, .line = Qt::DashLine});
    plot->addSeries(batchesStyle(false));
    plot->addSeries({.color = theme::train, .strength = 0.75, .width = 1.6});
    plot->addSeries({.color = theme::train, .width = 2.2, .marker = PlotMarker::Circle, .endLabel = true});
    plot->addSeries(
        {.color = theme::test, .width = 2.2, .line = Qt::DashLine, .marker = PlotMarker::Square, .endLabel = true});
}

void CurvesCharts::connectPlot(PlotView *plot, PlotView *other)
{
    connect(plot, &PlotView::viewMovedByHand, this, [this, plot, other] {
        other->setXRange(plot->scene().x.range());
        stopFollowing();
    });
    connect(plot, &PlotView::resetRequested, this, &CurvesCharts::resetView);
    connect(plot, &PlotView::pointedAt, this, &CurvesCharts::showReadout);
    connect(plot, &PlotView::pointerLeft, this, &CurvesCharts::hideReadout);
    connect(plot, &PlotView::readoutStepRequested, this, &CurvesCharts::stepReadout);
}

void CurvesCharts::retranslateUi()
{
    const QString xTitle = m_options.x == CurvesX::Batches ? tr("batches trained") : tr("epochs trained");
    //: Unit of the loss; nats are the natural logarithm's bits.
    const QString lossUnit
        = m_options.logLoss ? tr("mean cross-entropy in nats, logarithmic") : tr("mean cross-entropy in nats");
    m_plots[0]->setTitles(tr("Loss"), lossUnit, QString());
    m_plots[1]->setTitles(tr("Accuracy"), tr("share of pictures recognised"), xTitle);
    m_plots[0]->setAccessibleName(tr("Chart of the loss"));
    m_plots[1]->setAccessibleName(tr("Chart of the accuracy"));
    m_ghostButton->setText(tr("previous run ✕"));
    m_ghostButton->setToolTip(tr("The faint curves are the previous run. Press to take them away."));
    m_ghostButton->setWhatsThis(
        tr("The curves of the previous run stay behind those of the new run, so that you see what your "
           "change did to learning. Press to take them away."));
    m_ghostButton->setAccessibleName(tr("Take away the curves of the previous run"));
    for (PlotView *plot : m_plots) {
        plot->setSeriesName(Train, tr("train"));
        plot->setSeriesName(Test, tr("test"));
        plot->setWhatsThis(tr(
            "<p>Loss and accuracy while the network learns. The faint line is every single batch; circles are the mean "
            "over "
            "an epoch's batches, squares the whole test set after the epoch.</p><p>Train and test falling together: "
            "the "
            "network learns what all pictures have in common. Train falling while test rises: it learns its training "
            "pictures by heart. That gap is shaded and named overfitting.</p><p>Mouse: turn the wheel to zoom at the "
            "pointer "
            "(Ctrl: only sideways, Shift: only up and down), drag to zoom into a rectangle, drag with the middle "
            "button, "
            "Shift or the space bar to move, double-click to see everything.</p><p>Keys: + and − zoom, arrows move, "
            "Home "
            "shows everything, Ctrl with left and right reads the epochs' numbers.</p>"));
    }
}

void CurvesCharts::placeGhostButton()
{
    m_ghostButton->setVisible(m_ghost.history() != nullptr);
    m_ghostButton->adjustSize();
    // In the head of the lower chart: that of the upper one names the lowest test loss at its right end.
    m_ghostButton->move(width() - m_ghostButton->width() - 2, m_plots[1]->geometry().top() + 2);
    m_ghostButton->raise();
}

void CurvesCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeGhostButton();
}

void CurvesCharts::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        updateData();
    }
    QWidget::changeEvent(event);
}

void CurvesCharts::setOptions(const CurvesOptions &options)
{
    const bool axesChange
        = options.x != m_options.x || options.logX != m_options.logX || options.logLoss != m_options.logLoss;
    m_options = options;
    hideReadout();
    for (PlotView *plot : m_plots) {
        plot->setXScale(options.logX ? AxisScale::Logarithmic : AxisScale::Linear);
    }
    m_plots[0]->setYScale(options.logLoss ? AxisScale::Logarithmic : AxisScale::Linear);
    retranslateUi();
    m_homeY = {};
    updateData();
    if (axesChange) {
        // What was zoomed into is somewhere else now.
        resetView();
    }
}

void CurvesCharts::updateData(bool anew)
{
    if (anew) {
        m_homeY = {};
        hideReadout();
        setFollowing(true);
    }
    for (const Quantity quantity : kQuantities) {
        updatePlot(quantity);
        updateAnnotations(quantity);
    }
    updateLimits();
    placeGhostButton();
    if (m_following) {
        resetView();
    }
    if (m_readoutX) {
        showReadout(*m_readoutX);
    }
}

void CurvesCharts::updatePlot(Quantity quantity)
{
    PlotView *view = plot(quantity);
    const CurvesX x = m_options.x;
    view->setPoints(GhostTrain, epochPoints(m_ghost, quantity, x, true));
    view->setPoints(GhostTest, epochPoints(m_ghost, quantity, x, false));
    const SampleGrid grid{m_run.xOf(1.0, x), m_run.xOf(1.0, x)};
    view->setCurve(Batches, m_run.batches(quantity), grid);
    view->setCurve(Smoothed, m_run.smoothed(quantity), grid);
    view->setPoints(Train, epochPoints(m_run, quantity, x, true));
    view->setPoints(Test, epochPoints(m_run, quantity, x, false));
    view->setSeriesVisible(GhostTrain, m_options.showTrain);
    view->setSeriesVisible(GhostTest, m_options.showTest);
    view->setSeriesVisible(Batches, m_options.showBatches);
    const bool smoothed = m_options.smoothing > 0.0;
    view->setSeriesStyle(Batches, batchesStyle(smoothed));
    view->setSeriesVisible(Smoothed, m_options.showBatches && smoothed);
    view->setSeriesVisible(Train, m_options.showTrain);
    view->setSeriesVisible(Test, m_options.showTest);
}

void CurvesCharts::updateAnnotations(Quantity quantity)
{
    PlotView *view = plot(quantity);
    std::vector<PlotMark> marks = CurvesAnnotations::marks(m_run, quantity, m_options);
    if (m_position) {
        marks.push_back(CurvesAnnotations::positionMark(m_run, double(*m_position), m_options));
    }
    view->setMarks(std::move(marks));
    view->setShade(CurvesAnnotations::overfitting(m_run, quantity, m_options));
    view->setSummary(CurvesAnnotations::summary(m_run, quantity));
}

void CurvesCharts::updateLimits()
{
    const AxisLimits x = xLimits(m_run, m_ghost, m_options);
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        AxisLimits y = yLimits(m_run, m_ghost, kQuantities[i], m_options);
        m_homeY[i] = y.home = steadyRange(m_homeY[i], y.home);
        m_plots[i]->setXLimits(x.home, x.full, m_options.x == CurvesX::Batches ? 1.0 : 2.0 / m_run.batchesPerEpoch());
        m_plots[i]->setYLimits(y.home, y.full);
    }
}

void CurvesCharts::setPosition(std::optional<qint64> steps)
{
    m_position = steps;
    for (const Quantity quantity : kQuantities) {
        updateAnnotations(quantity);
    }
}

void CurvesCharts::setFollowing(bool following)
{
    if (following != m_following) {
        m_following = following;
        Q_EMIT followingChanged(following);
    }
    if (following) {
        resetView();
    }
}

void CurvesCharts::stopFollowing()
{
    setFollowing(false);
}

void CurvesCharts::resetView()
{
    for (PlotView *plot : m_plots) {
        plot->showHome();
    }
}

void CurvesCharts::showReadout(double x)
{
    m_readoutX = x;
    for (const Quantity quantity : kQuantities) {
        plot(quantity)->setReadout(CurvesAnnotations::readout(m_run, m_ghost, quantity, m_options, x));
    }
}

void CurvesCharts::hideReadout()
{
    m_readoutX.reset();
    for (PlotView *plot : m_plots) {
        plot->setReadout(std::nullopt);
    }
}

void CurvesCharts::stepReadout(int direction)
{
    const auto &epochs = m_run.epochs();
    if (epochs.empty()) {
        return;
    }
    // Without a readout, the first key shows the last epoch.
    std::ptrdiff_t next = std::ptrdiff_t(epochs.size()) - 1;
    if (m_readoutX) {
        const auto xOf = [this](const EpochRow &row) { return m_run.xOf(double(row.report.steps), m_options.x); };
        const double slack = 1e-9 * std::abs(*m_readoutX);
        const double at = *m_readoutX;
        next = direction > 0
            ? std::count_if(epochs.begin(), epochs.end(), [&](const auto &row) { return xOf(row) <= at + slack; })
            : std::count_if(epochs.begin(), epochs.end(), [&](const auto &row) { return xOf(row) < at - slack; }) - 1;
    }
    next = std::clamp<std::ptrdiff_t>(next, 0, std::ptrdiff_t(epochs.size()) - 1);
    showReadout(m_run.xOf(double(epochs[std::size_t(next)].report.steps), m_options.x));
}

} // namespace convscope
