// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/operationstage.h"

#include "ui/views/convolutiondrawing.h"
#include "ui/views/mapdrawing.h"
#include "ui/views/neurondrawing.h"
#include "ui/views/operationtexts.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

bool isVector(const LayerSummary &layer)
{
    return layer.height * layer.width == 1;
}

} // namespace

OperationStage::OperationStage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("operationStage"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &OperationStage::advance);
}

void OperationStage::setContent(const std::optional<OperationContent> &content)
{
    m_content = content;
    m_anatomy.reset();
    m_problem.clear();
    if (m_content && !m_content->isSoftmax) {
        const int most = m_content->layer().layer.kind == LayerKind::Convolution ? ConvolutionDrawing::spelledOut : NeuronDrawing::listed;
        Result<Anatomy> anatomy = anatomyOf(*m_content->pass, *m_content->weights, m_content->unit, most, m_content->dropout);
        if (anatomy) {
            m_anatomy = std::move(anatomy).value();
        } else {
            m_problem = anatomy.error();
        }
    }
    if (m_content) {
        m_content->isPlaying = isPlaying();
    } else {
        setPlaying(false);
    }
    measure();
    describe();
    update();
}

void OperationStage::describe()
{
    setAccessibleName(tr("One operation taken apart"));
    setAccessibleDescription(m_content ? operationSentence(*m_content, m_anatomy) : QString());
}

void OperationStage::setPlaying(bool playing)
{
    playing = playing && m_content && places() > 1;
    if (playing == isPlaying()) {
        return;
    }
    if (playing) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
    if (m_content) {
        m_content->isPlaying = playing;
        if (playing && place() == places() - 1) {
            choosePlace(0);
        }
    }
    Q_EMIT playingChanged(playing);
    update();
}

void OperationStage::setInterval(int milliseconds)
{
    m_timer.setInterval(milliseconds);
}

void OperationStage::setViewport(const QSize &viewport)
{
    if (viewport != m_viewport) {
        m_viewport = viewport;
        measure();
        update();
    }
}

/// Draws once into nothing, to learn how large it becomes in this viewport.
void OperationStage::measure()
{
    QImage nothing(1, 1, QImage::Format_RGB32);
    QPainter painter(&nothing);
    StageTargets targets;
    m_drawn = draw(painter, targets);
    const QSize needed = QSize(m_viewport.width(), int(std::ceil(m_drawn.height())));
    if (needed != m_needed) {
        m_needed = needed;
        updateGeometry();
    }
}

QSizeF OperationStage::draw(QPainter &painter, StageTargets &targets)
{
    if (!m_content || (!m_content->isSoftmax && !m_anatomy)) {
        return {};
    }
    StageCanvas canvas(painter, m_viewport, palette(), stageFont(font(), m_viewport.width()));
    if (m_content->isSoftmax) {
        SoftmaxDrawing(canvas, *m_content).draw();
    } else if (std::holds_alternative<ConvolutionParts>(m_anatomy->parts)) {
        ConvolutionDrawing(canvas, *m_content, *m_anatomy).draw();
    } else if (std::holds_alternative<NeuronParts>(m_anatomy->parts)) {
        NeuronDrawing(canvas, *m_content, *m_anatomy).draw();
    } else {
        MapDrawing(canvas, *m_content, *m_anatomy).draw();
    }
    targets = canvas.targets();
    return canvas.extent();
}

void OperationStage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, m_targets);
    if (!m_problem.isEmpty()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_problem);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.0, Qt::DotLine));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

int OperationStage::places() const
{
    const LayerSummary &layer = m_content->layer().layer;
    return isVector(layer) ? layer.channels : layer.height * layer.width;
}

int OperationStage::place() const
{
    return placeOn(m_content->layer().layer, m_content->unit);
}

int OperationStage::columns() const
{
    const LayerSummary &layer = m_content->layer().layer;
    if (!isVector(layer)) {
        return layer.width;
    }
    return m_content->isSoftmax ? 1 : columnsFor(layer.channels);
}

void OperationStage::choosePlace(int index)
{
    UnitAddress unit = m_content->unit;
    const LayerSummary &layer = m_content->layer().layer;
    index = std::clamp(index, 0, places() - 1);
    if (isVector(layer)) {
        unit.channel = index;
    } else {
        unit.y = index / layer.width;
        unit.x = index % layer.width;
    }
    if (unit != m_content->unit) {
        Q_EMIT unitChosen(unit);
    }
}

void OperationStage::moveBy(int columns, int rows)
{
    const int width = this->columns();
    const int x = place() % width + columns;
    const int target = place() + columns + rows * width;
    if (x >= 0 && x < width && target >= 0 && target < places()) {
        choosePlace(target);
    }
}

void OperationStage::advance()
{
    if (!m_content || place() + 1 >= places()) {
        setPlaying(false);
    } else {
        choosePlace(place() + 1);
    }
}

void OperationStage::choose(const QPointF &point)
{
    if (m_grip == Grip::Output) {
        const QPointF inside(std::clamp(point.x(), m_targets.output.left(), m_targets.output.right()), std::clamp(point.y(), m_targets.output.top(), m_targets.output.bottom()));
        choosePlace(std::max(0, numbers::cellAt(m_targets.output.adjusted(0, 0, 0.001, 0.001), m_targets.outputRows, m_targets.outputColumns, inside)));
    } else if (m_grip == Grip::Input) {
        chooseOnInput(point);
    }
}

/// The unit whose window has its middle there.
void OperationStage::chooseOnInput(const QPointF &point)
{
    const int x = int(std::floor((point.x() - m_targets.input.left()) / m_targets.input.width() * m_targets.inputColumns));
    const int y = int(std::floor((point.y() - m_targets.input.top()) / m_targets.input.height() * m_targets.inputRows));
    const LayerSummary &layer = m_content->layer().layer;
    int unitX = x, unitY = y;
    if (const auto *convolution = std::get_if<ConvolutionParts>(&m_anatomy->parts)) {
        unitX = x - convolution->kernelSize / 2 + convolution->padding;
        unitY = y - convolution->kernelSize / 2 + convolution->padding;
    } else if (std::holds_alternative<MaxPoolParts>(m_anatomy->parts)) {
        unitX = x / 2;
        unitY = y / 2;
    } else if (const auto *flatten = std::get_if<FlattenParts>(&m_anatomy->parts)) {
        choosePlace((flatten->channel * flatten->height + std::clamp(y, 0, flatten->height - 1)) * flatten->width + std::clamp(x, 0, flatten->width - 1));
        return;
    }
    const int width = columns();
    const int height = (places() + width - 1) / width;
    choosePlace(std::clamp(unitY, 0, (isVector(layer) ? height : layer.height) - 1) * width + std::clamp(unitX, 0, width - 1));
}

void OperationStage::mousePressEvent(QMouseEvent *event)
{
    if (!m_content || event->button() != Qt::LeftButton) {
        return;
    }
    setFocus(Qt::MouseFocusReason);
    if (m_targets.output.contains(event->position())) {
        m_grip = Grip::Output;
    } else if (m_anatomy && m_targets.input.adjusted(-8, -8, 8, 8).contains(event->position())) {
        m_grip = Grip::Input;
    }
    if (m_grip != Grip::None) {
        setPlaying(false);
        choose(event->position());
    }
}

void OperationStage::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip != Grip::None) {
        choose(event->position());
        return;
    }
    const bool isOver = m_content && (m_targets.output.contains(event->position()) || m_targets.input.contains(event->position()));
    setCursor(isOver ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void OperationStage::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void OperationStage::keyPressEvent(QKeyEvent *event)
{
    if (!m_content) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        moveBy(-1, 0);
        break;
    case Qt::Key_Right:
        moveBy(1, 0);
        break;
    case Qt::Key_Up:
        moveBy(0, -1);
        break;
    case Qt::Key_Down:
        moveBy(0, 1);
        break;
    case Qt::Key_Home:
        choosePlace(0);
        break;
    case Qt::Key_End:
        choosePlace(places() - 1);
        break;
    case Qt::Key_Space:
        setPlaying(!isPlaying());
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void OperationStage::hideEvent(QHideEvent *event)
{
    setPlaying(false); // a page that isn't seen costs nothing
    QWidget::hideEvent(event);
}

void OperationStage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        measure();
        describe();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace convscope
