// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvesexport.h"

#include "core/runs/epochcsv.h"
#include "ui/charts/plotview.h"

#include <QBuffer>
#include <QMimeData>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace convscope {

QByteArray epochsCsv(const std::vector<EpochRow> &epochs, CsvStyle style)
{
    EpochCsv csv(style);
    for (const EpochRow &row : epochs) {
        csv.add(row.report, float(row.learningRate));
    }
    return csv.take();
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
