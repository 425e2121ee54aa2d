// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/stepstage.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double edge = 3.0;
constexpr double gap = 18.0;
/// More cells than that in a row are drawn as a picture.
constexpr int mostCells = 8;

QString e(double value)
{
    return numbers::exactText(value);
}

/// In brackets where it begins with a minus.
QString b(double value)
{
    return value < 0.0 ? QLatin1Char('(') + e(value) + QLatin1Char(')') : e(value);
}

} // namespace

StepStage::StepStage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stepStage"));
    setFocusPolicy(Qt::StrongFocus);
    m_timer.setInterval(900);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_phase >= phases()) {
            setPlaying(false);
        } else {
            setPhase(m_phase + 1);
        }
    });
}

void StepStage::setStep(const std::optional<TrainingStep> &step, const KernelSlice &slice)
{
    m_step = step;
    setSlice(slice);
}

void StepStage::setSlice(const KernelSlice &slice)
{
    m_slice = slice;
    m_chosen = std::clamp(m_chosen, 0, std::max(0, slice.rows * slice.columns - 1));
    if (!isPlaying()) {
        m_phase = phases();
    }
    measure();
    describe();
    update();
}

void StepStage::describe()
{
    setAccessibleName(tr("One training step in slow motion"));
    if (!m_step) {
        setAccessibleDescription({});
        return;
    }
    const StepParts parts = stepPartsOf(*m_step, m_slice.first + std::size_t(m_chosen));
    const QString text = tr("Weight in row %1, column %2: %3 before, gradient %4, %5 after.")
                             .arg(m_chosen / std::max(1, m_slice.columns) + 1)
                             .arg(m_chosen % std::max(1, m_slice.columns) + 1)
                             .arg(e(parts.before), e(parts.gradient), e(parts.after));
    setAccessibleDescription(parts.isFrozen ? text + QLatin1Char(' ') + tr("The filter is frozen: it is not moved.") : text);
}

std::vector<float> StepStage::sliceOf(const std::vector<float> &values) const
{
    const std::size_t count = std::size_t(m_slice.rows) * std::size_t(m_slice.columns);
    if (m_slice.first + count > values.size()) {
        return std::vector<float>(count);
    }
    const auto first = values.begin() + std::ptrdiff_t(m_slice.first);
    return {first, first + std::ptrdiff_t(count)};
}

std::vector<StepStage::Panel> StepStage::panels() const
{
    std::vector<Panel> panels = {{tr("1 · Weights before"), sliceOf(m_step->before.values)}, {tr("2 · Gradient g"), sliceOf(m_step->gradient.values)}};
    if (m_step->optimizer == Optimizer::Adam) {
        panels.push_back({tr("3 · First moment m"), sliceOf(m_step->firstAfter.values)});
        panels.push_back({tr("4 · Second moment v"), sliceOf(m_step->secondAfter.values)});
    } else {
        panels.push_back({tr("3 · Momentum b"), sliceOf(m_step->firstAfter.values)});
    }
    Panel change{tr("%1 · Change").arg(panels.size() + 1), {}};
    const Panel after{tr("%1 · Weights after").arg(panels.size() + 2), sliceOf(m_step->after.values)};
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        change.values.push_back(after.values[i] - panels[0].values[i]);
    }
    panels.push_back(change);
    panels.push_back(after);
    return panels;
}

int StepStage::phases() const
{
    return m_step && m_step->optimizer == Optimizer::Sgd ? 5 : 6;
}

void StepStage::setPhase(int phase)
{
    m_phase = std::clamp(phase, 1, phases());
    update();
}

void StepStage::setPlaying(bool playing)
{
    playing = playing && m_step;
    if (playing == isPlaying()) {
        return;
    }
    if (playing) {
        m_phase = m_phase >= phases() ? 1 : m_phase;
        m_timer.start();
    } else {
        m_timer.stop();
    }
    Q_EMIT playingChanged(playing);
    update();
}

void StepStage::setViewport(const QSize &viewport)
{
    m_viewport = viewport;
    measure();
    update();
}

void StepStage::measure()
{
    QImage nothing(1, 1, QImage::Format_RGB32);
    QPainter painter(&nothing);
    std::vector<QRectF> tables;
    const QSize needed(m_viewport.width(), int(std::ceil(draw(painter, tables).height())));
    if (needed != m_needed) {
        m_needed = needed;
        updateGeometry();
    }
}

QSizeF StepStage::draw(QPainter &painter, std::vector<QRectF> &tables)
{
    tables.clear();
    if (!m_step || m_slice.rows < 1) {
        return {};
    }
    StageCanvas canvas(painter, m_viewport, palette(), stageFont(font(), m_viewport.width()));
    const double top = drawHead(canvas);
    const double below = drawPanels(canvas, top, tables);
    drawLines(canvas, below);
    return canvas.extent();
}

double StepStage::drawHead(StageCanvas &canvas)
{
    const QRectF row(edge, edge, canvas.width() - 2 * edge, 0.0);
    const QRectF loss = canvas.drawFormula(row, tr("Loss of this batch: %1 → %2").arg(numbers::text(m_step->lossBefore, 4), numbers::text(m_step->lossAfter, 4)));
    canvas.drawText({edge, loss.bottom(), row.width(), canvas.line()}, Qt::AlignHCenter,
                    tr("Epoch %1, batch %2, %Ln picture(s), learning rate η = %3", nullptr, int(m_step->images))
                        .arg(m_step->epoch)
                        .arg(m_step->batch)
                        .arg(e(m_step->learningRate)),
                    true);
    return loss.bottom() + canvas.line() * 1.6;
}

double StepStage::drawPanels(StageCanvas &canvas, double top, std::vector<QRectF> &tables)
{
    const std::vector<Panel> panels = this->panels();
    const int count = int(panels.size());
    const double cell = canvas.metrics().horizontalAdvance(QStringLiteral("−0.00e−0")) + 6.0;
    const bool isPicture = m_slice.columns > mostCells;
    const double wanted = isPicture ? 150.0 : m_slice.columns * cell;
    int inRow = 2;
    for (const int fitting : {count, (count + 1) / 2}) {
        if (inRow == 2 && canvas.width() >= fitting * (wanted + gap)) {
            inRow = fitting;
        }
    }
    const double width = (canvas.width() - 2 * edge - (inRow - 1) * gap) / inRow;
    const int rows = (count + inRow - 1) / inRow;
    const double room = (canvas.height() - top - canvas.line() * 10.4) / rows - canvas.line() * 1.4 - numbers::legendHeight(canvas.font()) - 10.0;
    const double ratio = double(m_slice.rows) / m_slice.columns;
    const double height = isPicture ? std::clamp(std::min(width * ratio, room), 60.0, 260.0)
                                    : m_slice.rows * std::clamp(room / m_slice.rows, canvas.line() * 1.1, canvas.line() * 2.6);
    double bottom = top;
    for (int i = 0; i < count; ++i) {
        const QPointF corner(edge + i % inRow * (width + gap), top + i / inRow * (height + canvas.line() * 1.3 + numbers::legendHeight(canvas.font()) + 12.0));
        const QRectF table = drawTable(canvas, panels[std::size_t(i)], {corner, QSizeF(width, height)}, i < m_phase);
        tables.push_back(table);
        if (i % inRow > 0 && i < m_phase) {
            const double y = table.center().y();
            numbers::drawArrow(canvas.painter(), {table.left() - gap + 2.0, y}, {table.left() - 2.0, y}, theme::mutedText(palette()));
        }
        bottom = std::max(bottom, table.bottom());
    }
    return bottom + numbers::legendHeight(canvas.font()) + canvas.line() * 0.7;
}

QRectF StepStage::drawTable(StageCanvas &canvas, const Panel &panel, const QRectF &place, bool isReached)
{
    canvas.drawText({place.topLeft(), QSizeF(place.width(), canvas.line())}, Qt::AlignLeft, panel.title, !isReached, isReached);
    const bool isPicture = m_slice.columns > mostCells;
    const double width = isPicture ? std::min(place.width(), place.height() * m_slice.columns / m_slice.rows) : place.width();
    const QRectF table(place.left(), place.top() + canvas.line() * 1.3, width, place.height());
    numbers::GridStyle style{numbers::scaleFor(numbers::ColorScale::Kind::Diverging, panel.values), 3, isReached ? m_chosen : -1, {}, {}};
    if (!isReached) {
        canvas.painter().setPen(QPen(theme::gridLine(palette()), 1.0, Qt::DashLine));
        canvas.painter().drawRect(table);
    } else if (isPicture) {
        const QImage image = numbers::mapImage(panel.values.data(), m_slice.columns, m_slice.rows, style.scale, palette());
        canvas.painter().drawImage(table, image);
        numbers::drawWindowFrame(canvas.painter(), numbers::cellRect(table, m_slice.rows, m_slice.columns, m_chosen), palette());
    } else {
        style.usesExponents = true;
        numbers::drawGrid(canvas.painter(), table, {panel.values.begin(), panel.values.end()}, m_slice.columns, style, palette());
    }
    canvas.reach(table);
    if (isReached) {
        numbers::drawLegend(canvas.painter(), {table.left(), table.bottom() + 5.0, std::min(table.width(), 170.0), numbers::legendHeight(canvas.font())}, style.scale, palette());
    }
    return table;
}

std::vector<StepStage::Line> StepStage::lines() const
{
    const StepParts p = stepPartsOf(*m_step, m_slice.first + std::size_t(m_chosen));
    std::vector<Line> lines;
    if (p.isFrozen) {
        return {{QStringLiteral("g"), e(p.gradient), 2}, {tr("change"), tr("0: the filter is frozen, not moved"), phases() - 1}, {tr("after"), numbers::text(p.before, 6), phases()}};
    }
    const bool decays = m_step->weightDecay != 0.0;
    lines.push_back({QStringLiteral("g"), decays ? QStringLiteral("%1 + %2 · %3 = %4").arg(e(p.gradient), e(m_step->weightDecay), b(p.before), e(p.decayed)) : e(p.gradient), 2});
    if (m_step->optimizer == Optimizer::Adam) {
        const QString point = QLocale().decimalPoint();
        const auto decimal = [&point](const char *digits) { return QString(QStringLiteral("0") + point + QLatin1String(digits)); };
        const QString t = QString::number(m_step->optimizerSteps);
        lines.push_back({QStringLiteral("m"), QStringLiteral("%1 · %2 + %3 · %4 = %5").arg(decimal("9"), b(p.firstBefore), decimal("1"), b(p.decayed), e(p.first)), 3});
        lines.push_back({QStringLiteral("v"), QStringLiteral("%1 · %2 + %3 · %4² = %5").arg(decimal("999"), b(p.secondBefore), decimal("001"), b(p.decayed), e(p.second)), 4});
        lines.push_back({QStringLiteral("m′"), QStringLiteral("m / (1 − %1^%2) = %3 / %4 = %5").arg(decimal("9"), t, e(p.first), e(p.correction1), e(p.firstCorrected)), 5});
        lines.push_back({QStringLiteral("v′"), QStringLiteral("v / (1 − %1^%2) = %3 / %4 = %5").arg(decimal("999"), t, e(p.second), e(p.correction2), e(p.secondCorrected)), 5});
        lines.push_back({tr("change"), QStringLiteral("−η · m′ / (√v′ + ε) = −%1 · %2 / %3 = %4").arg(e(m_step->learningRate), b(p.firstCorrected), e(std::sqrt(p.secondCorrected) + 1e-8), e(p.change)), phases() - 1});
    } else {
        lines.push_back({QStringLiteral("b"), QStringLiteral("%1 · %2 + %3 = %4").arg(e(m_step->momentum), b(p.firstBefore), b(p.decayed), e(p.first)), 3});
        lines.push_back({tr("change"), QStringLiteral("−η · b = −%1 · %2 = %3").arg(e(m_step->learningRate), b(p.first), e(p.change)), phases() - 1});
    }
    lines.push_back({tr("after"), QStringLiteral("%1 + %2 = %3").arg(numbers::text(p.before, 6), b(p.change), numbers::text(p.after, 6)), phases()});
    return lines;
}

void StepStage::drawLines(StageCanvas &canvas, double top)
{
    canvas.drawText({edge, top, canvas.width() - 2 * edge, canvas.line()}, Qt::AlignLeft,
                    tr("The weight in row %1, column %2").arg(m_chosen / m_slice.columns + 1).arg(m_chosen % m_slice.columns + 1), false, true);
    top += canvas.line() * 1.3;
    const double name = std::max(canvas.metrics().horizontalAdvance(tr("change")), canvas.metrics().horizontalAdvance(tr("after"))) + 12.0;
    const std::vector<Line> all = lines();
    for (const Line &line : all) {
        const QRectF row(edge, top, canvas.width() - 2 * edge, canvas.line() * 1.2);
        canvas.reach(row);
        if (line.phase <= m_phase) {
            canvas.drawText({row.left(), row.top(), name, row.height()}, Qt::AlignLeft | Qt::AlignVCenter, line.name, false, true);
            canvas.drawText(row.adjusted(name, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("= ") + line.formula);
        }
        top += row.height();
    }
}

void StepStage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, m_tables);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.0, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void StepStage::choose(int index)
{
    if (index >= 0 && index < m_slice.rows * m_slice.columns) {
        m_chosen = index;
        describe();
        update();
    }
}

void StepStage::mousePressEvent(QMouseEvent *event)
{
    for (const QRectF &table : m_tables) {
        choose(numbers::cellAt(table, m_slice.rows, m_slice.columns, event->position()));
    }
}

void StepStage::keyPressEvent(QKeyEvent *event)
{
    const int x = m_slice.columns > 0 ? m_chosen % m_slice.columns : 0;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(x > 0 ? m_chosen - 1 : -1);
        break;
    case Qt::Key_Right:
        choose(x + 1 < m_slice.columns ? m_chosen + 1 : -1);
        break;
    case Qt::Key_Up:
        choose(m_chosen - m_slice.columns);
        break;
    case Qt::Key_Down:
        choose(m_chosen + m_slice.columns);
        break;
    case Qt::Key_Space:
        setPlaying(!isPlaying());
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StepStage::hideEvent(QHideEvent *event)
{
    setPlaying(false);
    m_phase = phases();
    QWidget::hideEvent(event);
}

void StepStage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        measure();
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

ViewTable StepStage::table() const
{
    ViewTable table;
    if (!m_step) {
        return table;
    }
    table.header = QStringList{tr("row"), tr("column"), tr("before"), tr("gradient"), tr("first moment before"), tr("first moment after"),
                               tr("second moment before"), tr("second moment after"), tr("after")};
    for (int i = 0; i < m_slice.rows * m_slice.columns; ++i) {
        QStringList row{QString::number(i / m_slice.columns + 1), QString::number(i % m_slice.columns + 1)};
        for (const NamedArray *array : {&m_step->before, &m_step->gradient, &m_step->firstBefore, &m_step->firstAfter, &m_step->secondBefore, &m_step->secondAfter, &m_step->after}) {
            const std::size_t index = m_slice.first + std::size_t(i);
            row << (index < array->values.size() ? QString::number(double(array->values[index]), 'g', 8) : QString());
        }
        table.rows << row;
    }
    return table;
}

} // namespace convscope
