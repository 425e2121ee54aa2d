// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timelinemarks.h"

#include "ui/charts/numberformat.h"
#include "ui/pages/curvesannotations.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace convscope {

namespace {

struct TimelineMarks
{
    Q_DECLARE_TR_FUNCTIONS(convscope::TimelineMarks)
};

TimelineMark epochMark(const EpochReport &report)
{
    return {TimelineMark::Kind::Epoch, report.steps,
            TimelineMarks::tr("End of epoch %1: test accuracy %2").arg(wholeText(report.epoch), percentText(report.testAccuracy))};
}

TimelineMark eventMark(const RunEvent &event)
{
    if (event.kind == RunEvent::Kind::Paused) {
        return {TimelineMark::Kind::Pause, event.steps, TimelineMarks::tr("Paused after step %1").arg(wholeText(double(event.steps)))};
    }
    const QString changes = CurvesAnnotations::changes(event.before, event.after).join(QLatin1Char('\n'));
    return {TimelineMark::Kind::Change, event.steps,
            TimelineMarks::tr("Changed after step %1:\n%2").arg(wholeText(double(event.steps)), changes)};
}

} // namespace

std::vector<TimelineMark> timelineMarks(const RunHistory &history)
{
    std::vector<TimelineMark> marks;
    std::optional<EpochReport> lowest;
    for (const EpochReport &report : history.epochs()) {
        marks.push_back(epochMark(report));
        if (hasLowerTestLoss(report, lowest ? &*lowest : nullptr)) {
            lowest = report;
        }
    }
    if (lowest) {
        marks.push_back({TimelineMark::Kind::LowestLoss, lowest->steps,
                         TimelineMarks::tr("Epoch %1 has the lowest test loss: %2").arg(wholeText(lowest->epoch), lossText(lowest->testLoss))});
    }
    for (const RunEvent &event : history.events()) {
        if (event.kind != RunEvent::Kind::Resumed && !event.byStep) {
            marks.push_back(eventMark(event));
        }
    }
    return marks;
}

qint64 batchesPerEpoch(const RunHistory &history)
{
    const std::optional<RunStarted> start = history.started();
    return start ? std::max<qint64>(1, start->batchesPerEpoch) : 1;
}

} // namespace convscope
