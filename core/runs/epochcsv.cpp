// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/epochcsv.h"

#include <QByteArrayList>

#include <charconv>
#include <limits>

namespace convscope {

namespace {

/// The shortest text that reads back as the same number; not touched by the locale.
template<typename Number>
QByteArray cell(Number value)
{
    char text[64];
    return QByteArray(text, std::to_chars(text, text + sizeof text, value).ptr - text);
}

/// Of the epoch's last step, in the single precision in which it was recorded.
float learningRateOf(const EpochReport &report, const std::vector<BatchPoint> &points)
{
    return report.steps > 0 && std::size_t(report.steps) <= points.size() ? points[std::size_t(report.steps) - 1].learningRate
                                                                          : std::numeric_limits<float>::quiet_NaN();
}

} // namespace

QByteArray epochCsv(const RunHistory &history)
{
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    QByteArray csv = "epoch,steps,train_loss,test_loss,train_accuracy,test_accuracy,learning_rate,train_seconds,test_seconds,"
                     "train_images_per_second\n";
    for (const EpochReport &report : history.epochs()) {
        const QByteArrayList cells{cell(report.epoch),         cell(report.steps),         cell(report.trainLoss),
                                   cell(report.testLoss),      cell(report.trainAccuracy), cell(report.testAccuracy),
                                   cell(learningRateOf(report, points)), cell(report.trainSeconds),
                                   cell(report.testSeconds),   cell(report.trainImagesPerSecond)};
        csv += cells.join(',') + '\n';
    }
    return csv;
}

} // namespace convscope
