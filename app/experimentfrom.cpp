// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experimentfrom.h"

#include "app/commandtext.h"
#include "core/training/experimentfile.h"
#include "core/training/experimentjson.h"
#include "core/training/presets.h"

#include <algorithm>
#include <functional>
#include <limits>

using convscope::Experiment;
using convscope::Result;

namespace {

Result<Experiment> startingPoint(const Options &options)
{
    if (options.preset && options.settingsFile) {
        return Result<Experiment>::failure(
            text(QT_TRANSLATE_NOOP("CommandLine", "--preset and --settings can't be used together: choose one.")));
    }
    if (options.settingsFile) {
        return convscope::readExperimentFile(*options.settingsFile);
    }
    if (!options.preset) {
        return Result<Experiment>::failure(
            text(QT_TRANSLATE_NOOP("CommandLine", "Choose an experiment: --preset NAME (see `convscope presets`) or --settings FILE.")));
    }
    const Result<convscope::Preset> preset = convscope::findPreset(*options.preset, convscope::userPresetFolder());
    if (!preset) {
        return Result<Experiment>::failure(preset.error());
    }
    return preset.value().experiment;
}

/// Reads single options into their fields and keeps the first complaint.
class Overrides
{
public:
    void decimal(const char *name, const std::optional<QString> &typed, const std::function<void(double)> &apply)
    {
        if (!typed) {
            return;
        }
        bool ok = false;
        const double value = typed->toDouble(&ok); // the C locale
        if (!ok) {
            complain(text(QT_TRANSLATE_NOOP("CommandLine", "%1: “%2” is not a number. Write it with a point, for example 0.001."))
                         .arg(QLatin1String(name), *typed));
        } else {
            apply(value);
        }
    }

    template<typename Integer>
    void integer(const char *name, const std::optional<QString> &typed, Integer &field)
    {
        if (!typed) {
            return;
        }
        bool ok = false;
        const qint64 value = typed->toLongLong(&ok);
        if (!ok || value > std::numeric_limits<Integer>::max() || value < std::numeric_limits<Integer>::min()) {
            complain(text(QT_TRANSLATE_NOOP("CommandLine", "%1: “%2” is not a whole number that can be used here."))
                         .arg(QLatin1String(name), *typed));
        } else {
            field = Integer(value);
        }
    }

    void engine(const std::optional<QString> &typed, convscope::Computation &field)
    {
        if (!typed) {
            return;
        }
        for (const convscope::Computation known : {convscope::Computation::Fast, convscope::Computation::Reference}) {
            if (*typed == convscope::jsonName(known)) {
                field = known;
                return;
            }
        }
        complain(text(QT_TRANSLATE_NOOP("CommandLine", "--engine: “%1” is not known. Choose fast or reference.")).arg(*typed));
    }

    void precision(const std::optional<QString> &typed, convscope::Precision &field)
    {
        if (!typed) {
            return;
        }
        for (const convscope::Precision known : {convscope::Precision::Float32, convscope::Precision::Bfloat16}) {
            if (*typed == convscope::jsonName(known)) {
                field = known;
                return;
            }
        }
        complain(text(QT_TRANSLATE_NOOP("CommandLine", "--precision: “%1” is not known. Choose float32 or bfloat16.")).arg(*typed));
    }

    void keep(const std::optional<QString> &typed, convscope::FinalWeights &field)
    {
        if (!typed) {
            return;
        }
        for (const convscope::FinalWeights known : {convscope::FinalWeights::Last, convscope::FinalWeights::Best}) {
            if (*typed == convscope::jsonName(known)) {
                field = known;
                return;
            }
        }
        complain(text(QT_TRANSLATE_NOOP("CommandLine", "--keep: “%1” is not known. Choose last or best.")).arg(*typed));
    }

    const QString &complaint() const { return m_complaint; }

private:
    void complain(const QString &sentence)
    {
        if (m_complaint.isEmpty()) {
            m_complaint = sentence;
        }
    }

    QString m_complaint;
};

} // namespace

Result<Experiment> experimentFrom(const Options &options, const std::optional<Experiment> &known)
{
    const bool isNamed = options.preset || options.settingsFile;
    const Result<Experiment> start = known && !isNamed ? Result<Experiment>(*known) : startingPoint(options);
    if (!start) {
        return start;
    }
    Experiment experiment = start.value();
    convscope::TrainingSettings &training = experiment.training;
    Overrides overrides;
    overrides.integer("--epochs", options.epochs, training.epochs);
    overrides.integer("--patience", options.patience, training.earlyStopping.patience);
    overrides.decimal("--smallest-change", options.smallestChange, [&](double value) { training.earlyStopping.smallestChange = value; });
    overrides.keep(options.keep, training.finalWeights);
    overrides.decimal("--learning-rate", options.learningRate, [&](double value) { training.learningRate = value; });
    overrides.integer("--batch-size", options.batchSize, training.batchSize);
    overrides.decimal("--dropout", options.dropout,
                      [&](double value) { convscope::setDropout(experiment.architecture, value); });
    overrides.integer("--seed", options.seed, training.seed);
    overrides.integer("--threads", options.threads, training.threads);
    overrides.engine(options.engine, training.engine);
    overrides.precision(options.precision, training.precision);
    overrides.integer("--train-images", options.trainImages, training.trainImages);
    overrides.decimal("--label-noise", options.labelNoise, [&](double value) { training.labelNoise = value; });
    if (!overrides.complaint().isEmpty()) {
        return Result<Experiment>::failure(overrides.complaint());
    }
    return experiment;
}

Result<convscope::RateSearchPlan> ratePlanFrom(const Options &options)
{
    convscope::RateSearchPlan plan;
    Overrides overrides;
    overrides.decimal("--from", options.rateFrom, [&](double value) { plan.from = value; });
    overrides.decimal("--to", options.rateTo, [&](double value) { plan.to = value; });
    overrides.integer("--steps", options.steps, plan.steps);
    const QString problem = overrides.complaint().isEmpty() ? convscope::problemOf(plan) : overrides.complaint();
    return problem.isEmpty() ? Result<convscope::RateSearchPlan>(plan) : Result<convscope::RateSearchPlan>::failure(problem);
}

QStringList problemsOf(const Experiment &experiment, const Options &options, const convscope::ExperimentLimits &limits)
{
    const Result<Experiment> start = startingPoint(options);
    const std::vector<convscope::Problem> inFile = options.settingsFile && start
        ? convscope::validate(start.value(), limits)
        : std::vector<convscope::Problem>();
    QStringList sentences;
    for (const convscope::Problem &problem : convscope::validate(experiment, limits)) {
        const bool ofFile = std::find(inFile.begin(), inFile.end(), problem) != inFile.end();
        sentences += ofFile ? QStringLiteral("%1: %2").arg(*options.settingsFile, problem.message) : problem.message;
    }
    return sentences;
}

QStringList problemsOf(const Experiment &experiment, const convscope::Dataset &data)
{
    QStringList sentences;
    for (const convscope::Problem &problem : convscope::validate(experiment, convscope::limitsFor(data))) {
        sentences << problem.message;
    }
    return sentences;
}
