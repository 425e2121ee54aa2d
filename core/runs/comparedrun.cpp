// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/comparedrun.h"

#include "core/model/layersummary.h"
#include "core/runs/comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

const EpochReport *ComparedRun::last() const
{
    return epochs.empty() ? nullptr : &epochs.back();
}

const EpochReport *ComparedRun::best() const
{
    const EpochReport *lowest = nullptr;
    for (const EpochReport &report : epochs) {
        if (hasLowerTestLoss(report, lowest)) {
            lowest = &report;
        }
    }
    return lowest;
}

const EpochReport *ComparedRun::kept() const
{
    const EpochReport *lowest = keepsBest() ? best() : nullptr;
    return lowest ? lowest : last();
}

double ComparedRun::bestAccuracy() const
{
    const EpochReport *lowest = best();
    return lowest ? lowest->testAccuracy : std::numeric_limits<double>::quiet_NaN();
}

double ComparedRun::seconds() const
{
    double seconds = 0.0;
    for (const EpochReport &report : epochs) {
        seconds += report.trainSeconds + report.testSeconds;
    }
    return seconds;
}

ComparedRun comparedRun(const RunStarted &start, std::vector<EpochReport> epochs, int side, int classes)
{
    ComparedRun run;
    run.name = start.experiment.name;
    run.experiment = start.experiment;
    run.dataChecksum = start.dataChecksum;
    run.settings = settingsByPath(start.experiment);
    run.epochs = std::move(epochs);
    run.parameters = start.parameters;
    run.multiplications = summarize(start.experiment.architecture, side, classes).multiplications;
    return run;
}

ComparedRun comparedRun(const RunRecord &record, std::vector<EpochReport> epochs, int side, int classes)
{
    ComparedRun run = comparedRun(record.start, std::move(epochs), side, classes);
    run.id = record.id;
    run.name = record.name;
    run.tags = record.tags;
    run.state = record.state;
    run.parent = record.parent;
    return run;
}

QStringList differingSettings(const std::vector<ComparedRunPtr> &runs)
{
    struct Seen
    {
        QJsonValue value;
        std::size_t count = 0;
        bool differs = false;
    };
    std::map<QString, Seen> all;
    for (const ComparedRunPtr &run : runs) {
        for (const auto &[path, value] : run->settings) {
            Seen &seen = all[path];
            seen.differs = seen.differs || (seen.count > 0 && seen.value != value);
            seen.value = value;
            ++seen.count;
        }
    }
    QStringList differing;
    for (const auto &[path, seen] : all) {
        if (seen.differs || seen.count != runs.size()) {
            differing << path;
        }
    }
    std::stable_partition(differing.begin(), differing.end(), [](const QString &path) { return path.startsWith(QLatin1String("training.")); });
    return differing;
}

bool isOnlyComputation(const QString &path)
{
    return path == QLatin1String("training.threads") || path == QLatin1String("training.engine");
}

} // namespace convscope
