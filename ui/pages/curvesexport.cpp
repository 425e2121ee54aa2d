// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvesexport.h"

#include "ui/charts/plotview.h"

#include <QBuffer>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace convscope {

namespace {

/// Writes one line after the other in a style.
class CsvWriter
{
public:
    explicit CsvWriter(CsvStyle style)
        : m_style(style)
    {
    }

    void titles(std::initializer_list<const char *> names)
    {
        for (const char *name : names) {
            cell(QByteArray(name));
        }
        endLine();
    }

    template<typename T>
    void number(T value)
    {
        // The shortest text that reads back as the same number; not touched by the locale.
        char text[64];
        const auto end = std::to_chars(text, text + sizeof text, value).ptr;
        QByteArray bytes(text, end - text);
        if constexpr (std::is_floating_point_v<T>) {
            if (std::isnan(value)) {
                bytes = "nan";
            }
            if (m_style == CsvStyle::Comma) {
                bytes.replace('.', ',');
            }
        }
        cell(bytes);
    }

    void endLine()
    {
        m_bytes += '\n';
        m_atStart = true;
    }

    QByteArray take() { return std::move(m_bytes); }

private:
    void cell(const QByteArray &bytes)
    {
        if (!m_atStart) {
            m_bytes += m_style == CsvStyle::Point ? ',' : ';';
        }
        m_bytes += bytes;
        m_atStart = false;
    }

    CsvStyle m_style;
    QByteArray m_bytes;
    bool m_atStart = true;
};

} // namespace

QByteArray epochsCsv(const std::vector<EpochRow> &epochs, CsvStyle style)
{
    CsvWriter writer(style);
    writer.titles({"epoch", "steps", "train_loss", "test_loss", "train_accuracy", "test_accuracy", "learning_rate",
                   "train_seconds", "test_seconds", "train_images_per_second"});
    for (const EpochRow &row : epochs) {
        const EpochReport &report = row.report;
        writer.number(report.epoch);
        writer.number(report.steps);
        for (const double value : {report.trainLoss, report.testLoss, report.trainAccuracy, report.testAccuracy}) {
            writer.number(value);
        }
        // Recorded in single precision: 0.001 shall not become 0.0010000000474974513.
        writer.number(float(row.learningRate));
        for (const double value : {report.trainSeconds, report.testSeconds, report.trainImagesPerSecond}) {
            writer.number(value);
        }
        writer.endLine();
    }
    return writer.take();
}

QByteArray batchesCsv(const RunHistory &history, CsvStyle style)
{
    CsvWriter writer(style);
    writer.titles({"step", "epoch", "train_loss", "train_accuracy", "learning_rate"});
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    const auto start = history.started();
    const qint64 perEpoch = start ? std::max<qint64>(1, start->batchesPerEpoch) : 1;
    for (std::size_t i = 0; i < points.size(); ++i) {
        writer.number(qint64(i) + 1);
        writer.number(qint64(i) / perEpoch + 1);
        writer.number(points[i].loss);
        writer.number(points[i].accuracy);
        writer.number(points[i].learningRate);
        writer.endLine();
    }
    return writer.take();
}

namespace {

QSize sizeOf(const std::vector<PlotView *> &plots)
{
    QSize size;
    for (const PlotView *plot : plots) {
        size = QSize(std::max(size.width(), plot->width()), std::max(size.height(), 0) + plot->height());
    }
    return size;
}

void paintPlots(QPainter &painter, const std::vector<PlotView *> &plots)
{
    for (PlotView *plot : plots) {
        painter.save();
        plot->render(painter);
        painter.restore();
        painter.translate(0.0, plot->height());
    }
}

} // namespace

QImage plotsImage(const std::vector<PlotView *> &plots, double scale)
{
    const QSize size = sizeOf(plots);
    QImage image(QSize(int(size.width() * scale), int(size.height() * scale)), QImage::Format_RGB32);
    if (image.isNull()) {
        return image;
    }
    image.setDevicePixelRatio(scale);
    image.fill(plots.front()->palette().color(QPalette::Base));
    QPainter painter(&image);
    paintPlots(painter, plots);
    return image;
}

QByteArray plotsPng(const std::vector<PlotView *> &plots, double scale)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const bool ok = plotsImage(plots, scale).save(&buffer, "PNG");
    return ok ? buffer.data() : QByteArray();
}

QByteArray plotsSvg(const std::vector<PlotView *> &plots, const QString &title)
{
    // Into memory: on a full disk the painter of a file reports success.
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sizeOf(plots));
    generator.setViewBox(QRect(QPoint(), sizeOf(plots)));
    // Text was laid out for the screen's resolution.
    generator.setResolution(plots.front()->logicalDpiY());
    generator.setTitle(title);
    QPainter painter;
    if (!painter.begin(&generator)) {
        return {};
    }
    paintPlots(painter, plots);
    return painter.end() ? buffer.data() : QByteArray();
}

QMimeData *plotsMimeData(const std::vector<PlotView *> &plots, const QByteArray &csv)
{
    auto *data = new QMimeData;
    data->setImageData(plotsImage(plots, 2.0));
    data->setData(QStringLiteral("text/csv"), csv);
    data->setText(QString::fromUtf8(csv));
    return data;
}

} // namespace convscope
