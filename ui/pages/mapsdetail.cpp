// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapsdetail.h"

#include "ui/pages/mapstexts.h"
#include "ui/theme.h"
#include "ui/views/pictureview.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr double inset = 12.0;
constexpr double mapSide = 112.0;
constexpr double thumbSide = 42.0;
constexpr double textWidth = 216.0;
constexpr int mostTargets = 3;

std::vector<const Feed *> strongestFeeds(const UnitSources &sources)
{
    std::vector<const Feed *> feeds;
    for (const Feed &feed : sources.feeds) {
        feeds.push_back(&feed);
    }
    std::stable_sort(feeds.begin(), feeds.end(), [](const Feed *a, const Feed *b) { return std::abs(a->contribution) > std::abs(b->contribution); });
    return feeds;
}

double largest(const std::vector<float> &values)
{
    double limit = 0.0;
    for (float value : values) {
        limit = std::max(limit, std::abs(double(value)));
    }
    return limit;
}

} // namespace

MapsDetail::MapsDetail(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateDescription();
}

QSize MapsDetail::sizeHint() const
{
    return {600, int(std::max(mapSide + 2 * inset, fontMetrics().height() * 6 + 2 * inset))};
}

void MapsDetail::show(MapsPictures *pictures, const MapsFocus *focus, const MapsFocus *other)
{
    m_otherValue = other ? std::optional(other->sources.value) : std::nullopt;
    m_pictures = pictures;
    m_focus = pictures && pictures->flow() && focus ? std::optional(*focus) : std::nullopt;
    updateDescription();
    update();
}

void MapsDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateDescription();
        update();
    }
    QWidget::changeEvent(event);
}

void MapsDetail::updateDescription()
{
    setAccessibleName(tr("What is pointed at"));
    setAccessibleDescription(text());
}

QString MapsDetail::text() const
{
    return lines().join(QLatin1Char('\n'));
}

QStringList MapsDetail::lines() const
{
    if (!m_focus) {
        return {tr("Point at a map, or go there with Tab and the arrow keys: here you will see what it is made of, with the weights.")};
    }
    const Flow &flow = *m_pictures->flow();
    const UnitSources &sources = m_focus->sources;
    QStringList lines{mapstexts::unitTitle(*flow.weights, flow.layers, m_focus->unit)};
    if (const QString place = mapstexts::placeText(flow.layers, m_focus->unit); !place.isEmpty()) {
        lines << place;
    }
    const QString value = mapstexts::number(valueOf(flow.pass, m_focus->unit));
    lines << (m_otherValue ? tr("Value %1, in the other %2").arg(value, mapstexts::number(*m_otherValue)) : tr("Value %1").arg(value));
    if (!sources.feeds.empty() && !sources.feeds.front().weights.empty()) {
        double sum = 0.0;
        for (const Feed &feed : sources.feeds) {
            sum += feed.contribution;
        }
        lines << tr("= %1 from %Ln map(s)", nullptr, int(sources.feeds.size())).arg(mapstexts::number(sum));
        lines << (sources.offset < 0.0 ? tr("− %1 (its own offset)") : tr("+ %1 (its own offset)")).arg(mapstexts::number(std::abs(sources.offset)));
    }
    const LayerSummary &input = flow.layers.front();
    const QRect field = m_focus->receptiveField;
    lines << (field.width() >= input.width && field.height() >= input.height ? tr("Sees the whole picture")
                                                                             : tr("Sees %1 × %2 pixels of the picture").arg(field.height()).arg(field.width()));
    return lines;
}

void MapsDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(theme::gridLine(palette()));
    painter.drawLine(0, 0, width(), 0);
    QRectF rest = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    if (!m_focus) {
        painter.setPen(theme::mutedText(palette()));
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, lines().first());
        return;
    }
    drawMap(painter, rest);
    drawText(painter, rest);
    drawTargets(painter, rest);
    drawFeeds(painter, rest);
}

void MapsDetail::drawMap(QPainter &painter, QRectF &rest)
{
    const UnitAddress unit = m_focus->unit;
    if (m_pictures->flow()->isFlat(unit.layer)) {
        return;
    }
    const QImage &image = m_pictures->map(unit.layer, unit.channel);
    const double side = pictures::extent(std::max(image.width(), image.height()), mapSide, devicePixelRatioF());
    const QRectF target = pictures::draw(painter, rest.topLeft(), side * image.width() / std::max(image.width(), image.height()), image, theme::gridLine(palette()));
    const double pixel = target.width() / image.width();
    pictures::drawFrame(painter, QRectF(target.topLeft() + QPointF(unit.x, unit.y) * pixel, QSizeF(pixel, pixel)), palette().color(QPalette::Highlight), 2);
    rest.setLeft(rest.left() + mapSide + inset);
}

void MapsDetail::drawText(QPainter &painter, QRectF &rest)
{
    QRectF row(rest.left(), rest.top(), std::min(textWidth, rest.width()), fontMetrics().height());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    for (const QString &line : lines()) {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(line, Qt::ElideRight, int(row.width())));
        painter.setFont(font());
        row.translate(0.0, row.height() + 2.0);
    }
    rest.setLeft(row.right() + inset);
}

QImage MapsDetail::weightsImage(const std::vector<float> &weights, const QSize &size, double limit) const
{
    QImage image(size, QImage::Format_RGB32);
    for (int i = 0; i < int(weights.size()); ++i) {
        image.setPixelColor(i % size.width(), i / size.width(), theme::diverging(double(weights[std::size_t(i)]) / (limit > 0.0 ? limit : 1.0), palette()));
    }
    return image;
}

QImage MapsDetail::windowImage(const Feed &feed) const
{
    const QImage &map = m_pictures->map(feed.layer, feed.channel);
    QImage image(feed.window.size(), QImage::Format_RGB32);
    image.fill(palette().color(QPalette::Mid));
    QPainter painter(&image);
    painter.drawImage(-feed.window.topLeft(), map);
    return image;
}

void MapsDetail::drawFeeds(QPainter &painter, QRectF &rest)
{
    const std::vector<const Feed *> feeds = strongestFeeds(m_focus->sources);
    if (feeds.empty()) {
        return;
    }
    const bool hasWeights = !feeds.front()->weights.empty();
    double limit = 0.0;
    for (const Feed *feed : feeds) {
        limit = std::max(limit, largest(feed->weights));
    }
    const double step = feeds.size() == 1 ? rest.width() : thumbSide + 22.0;
    const int shown = std::min(std::max(1, int(rest.width() / step)), int(feeds.size()));
    const QString caption = !hasWeights ? tr("Comes from") : feeds.size() == 1 ? tr("Window × weights") : tr("Window × weights = share; the %1 largest of %2").arg(shown).arg(feeds.size());
    const double line = fontMetrics().height();
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRectF(rest.left(), rest.top(), rest.width(), line), Qt::AlignLeft, fontMetrics().elidedText(caption, Qt::ElideRight, int(rest.width())));
    rest.setTop(rest.top() + line + 4.0);
    for (int i = 0; i < shown; ++i) {
        const QRectF place(rest.left() + i * step, rest.top(), step, rest.height());
        if (m_pictures->flow()->isFlat(feeds[std::size_t(i)]->layer)) {
            drawNumberFeed(painter, place, *feeds[std::size_t(i)]);
        } else {
            drawMapFeed(painter, place, *feeds[std::size_t(i)], limit, feeds.size() == 1);
        }
    }
}

void MapsDetail::drawNumberFeed(QPainter &painter, const QRectF &place, const Feed &feed)
{
    const double value = valueOf(m_pictures->flow()->pass, {feed.layer, feed.channel, 0, 0});
    QStringList lines{tr("no. %1").arg(feed.channel + 1), mapstexts::shortNumber(value)};
    if (!feed.weights.empty()) {
        lines << QStringLiteral("× %1").arg(mapstexts::shortNumber(double(feed.weights.front()))) << QStringLiteral("= %1").arg(mapstexts::shortNumber(feed.contribution));
    }
    QRectF row(place.topLeft(), QSizeF(place.width(), fontMetrics().height()));
    for (const QString &text : lines) {
        painter.setPen(row.top() > place.top() ? palette().color(QPalette::WindowText) : theme::mutedText(palette()));
        painter.drawText(row, Qt::AlignLeft, text);
        row.translate(0.0, row.height() + 2.0);
    }
}

/// One below the other, or side by side and larger where there is only one.
void MapsDetail::drawMapFeed(QPainter &painter, const QRectF &place, const Feed &feed, double limit, bool isOnly)
{
    const double line = fontMetrics().height();
    const double most = isOnly ? place.height() : thumbSide;
    QPointF at = place.topLeft();
    std::vector<QImage> images{windowImage(feed)};
    if (feed.weights.size() > 1) {
        images.push_back(weightsImage(feed.weights, feed.window.size(), limit));
    }
    for (const QImage &image : images) {
        const double longest = std::max(image.width(), image.height());
        const double side = pictures::extent(int(longest), most, devicePixelRatioF()) * image.width() / longest;
        pictures::draw(painter, at, side, image, theme::gridLine(palette()));
        at += isOnly ? QPointF(most + 12.0, 0.0) : QPointF(0.0, thumbSide + 2.0);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const bool isFactor = feed.weights.size() == 1;
    const QString text = isFactor ? QStringLiteral("× %1 = %2").arg(mapstexts::shortNumber(double(feed.weights.front())), mapstexts::shortNumber(feed.contribution))
                                  : mapstexts::shortNumber(feed.contribution);
    painter.drawText(isOnly ? QRectF(at, QSizeF(place.right() - at.x(), most)) : QRectF(at, QSizeF(place.width(), line)), Qt::AlignLeft | Qt::AlignVCenter,
                     isOnly && !isFactor ? QStringLiteral("= %1").arg(text) : text);
}

void MapsDetail::drawTargets(QPainter &painter, QRectF &rest)
{
    std::vector<Target> targets = m_focus->targets;
    std::stable_sort(targets.begin(), targets.end(), [](const Target &a, const Target &b) { return a.strength > b.strength; });
    if (targets.empty() || targets.front().weights.empty()) {
        return;
    }
    const int shown = std::min(mostTargets, int(targets.size()));
    const double width = mostTargets * (thumbSide + 12.0) + 24.0;
    if (rest.width() < 2 * width) {
        return;
    }
    const double line = fontMetrics().height();
    const double left = rest.right() - width + 24.0;
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(QRectF(left, rest.top(), width, line), Qt::AlignLeft, tr("Goes on with"));
    const int kernel = int(std::lround(std::sqrt(double(targets.front().weights.size()))));
    double limit = 0.0;
    for (const Target &target : targets) {
        limit = std::max(limit, largest(target.weights));
    }
    for (int i = 0; i < shown; ++i) {
        const QImage image = weightsImage(targets[std::size_t(i)].weights, QSize(kernel, kernel), limit);
        const double side = pictures::extent(kernel, thumbSide, devicePixelRatioF());
        const QPointF at(left + i * (thumbSide + 12.0), rest.top() + line + 4.0);
        pictures::draw(painter, at, side, image, theme::gridLine(palette()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRectF(at + QPointF(0.0, thumbSide + 2.0), QSizeF(thumbSide, line)), Qt::AlignLeft, QStringLiteral("→ %1").arg(targets[std::size_t(i)].channel + 1));
    }
    rest.setRight(left - 24.0);
}

} // namespace convscope
