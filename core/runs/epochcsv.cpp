// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/epochcsv.h"

#include <limits>

namespace convscope {

namespace {

float learningRateOf(const EpochReport &report, const std::vector<BatchPoint> &points)
{
    return report.steps > 0 && std::size_t(report.steps) <= points.size() ? points[std::size_t(report.steps) - 1].learningRate
                                                                          : std::numeric_limits<float>::quiet_NaN();
}

} // namespace

EpochCsv::EpochCsv(CsvStyle style)
    : m_writer(style)
{
    m_writer.titles({"epoch", "steps", "train_loss", "test_loss", "train_accuracy", "test_accuracy", "learning_rate", "train_seconds",
                     "test_seconds", "train_images_per_second"});
}

void EpochCsv::add(const EpochReport &report, float learningRate)
{
    m_writer.number(report.epoch);
    m_writer.number(report.steps);
    for (const double value : {report.trainLoss, report.testLoss, report.trainAccuracy, report.testAccuracy}) {
        m_writer.number(value);
    }
    m_writer.number(learningRate);
    for (const double value : {report.trainSeconds, report.testSeconds, report.trainImagesPerSecond}) {
        m_writer.number(value);
    }
    m_writer.endLine();
}

QByteArray epochCsv(const RunHistory &history, CsvStyle style)
{
    std::vector<BatchPoint> points;
    history.readBatches(0, points);
    EpochCsv csv(style);
    for (const EpochReport &report : history.epochs()) {
        csv.add(report, learningRateOf(report, points));
    }
    return csv.take();
}

} // namespace convscope
