// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sweep.h"

#include "core/common/randomstream.h"
#include "core/training/experimentjson.h"
#include "core/training/presets.h"
#include "core/training/validator.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace convscope {

namespace {

constexpr std::size_t mostVariants = 10000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::Sweep)
};

struct Failure
{
    QString sentence;
};

/// One setting and what is tried for it.
struct Axis
{
    QString path;
    std::vector<QJsonValue> values; ///< a list, or a range in steps
    double from = 0.0;
    double to = 0.0;
    bool isRange = false;
    bool isLogarithmic = false;
};

/// `share` of the way from one end to the other.
QJsonValue between(const Axis &axis, double share)
{
    const double value = axis.isLogarithmic ? axis.from * std::pow(axis.to / axis.from, share) : axis.from + (axis.to - axis.from) * share;
    return isWholeSetting(axis.path) ? QJsonValue(double(std::llround(value))) : QJsonValue(value);
}

void refuseOtherKeys(const QJsonObject &object, const QStringList &known, const QString &where)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key)) {
            throw Failure{Words::tr("%1%2: unknown key. Known are: %3.").arg(where, key, known.join(QStringLiteral(", ")))};
        }
    }
}

Axis rangeOf(const QString &path, const QJsonObject &object, bool needsSteps)
{
    refuseOtherKeys(object, {QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("steps"), QStringLiteral("scale")}, path + QLatin1Char('.'));
    Axis axis{path, {}, object[QLatin1String("from")].toDouble(NAN), object[QLatin1String("to")].toDouble(NAN), true, false};
    const QString scale = object[QLatin1String("scale")].toString(QStringLiteral("linear"));
    axis.isLogarithmic = scale == QLatin1String("log");
    if (!(axis.from < axis.to) || (axis.isLogarithmic && axis.from <= 0.0) || (!axis.isLogarithmic && scale != QLatin1String("linear"))) {
        throw Failure{Words::tr("%1: a range needs “from” below “to” (above 0 for the scale “log”) and the scale “linear” or “log”.").arg(path)};
    }
    const int steps = object[QLatin1String("steps")].toInt();
    if (needsSteps && (steps < 2 || std::size_t(steps) > mostVariants)) {
        throw Failure{Words::tr("%1: “steps” must be a whole number of 2 or more.").arg(path)};
    }
    for (int i = 0; i < steps && needsSteps; ++i) {
        axis.values.push_back(between(axis, double(i) / (steps - 1)));
    }
    return axis;
}

Axis axisOf(const QString &path, const QJsonValue &value, bool isGrid)
{
    if (value.isObject()) {
        return rangeOf(path, value.toObject(), isGrid);
    }
    Axis axis{path, {}, 0.0, 0.0, false, false};
    for (const QJsonValue &entry : value.toArray()) {
        axis.values.push_back(entry);
    }
    if (axis.values.empty()) {
        throw Failure{Words::tr("%1: write a list of values, or a range with “from”, “to” and “steps”.").arg(path)};
    }
    return axis;
}

/// Replaces the value at a path ("conv_blocks[1].filters"); the path must exist.
QJsonValue withValue(const QJsonValue &tree, const QStringList &path, const QJsonValue &value, const QString &whole)
{
    if (path.isEmpty()) {
        if (tree.isObject() || tree.isArray()) {
            throw Failure{Words::tr("%1: this is a group of settings. Name one of them.").arg(whole)};
        }
        return value;
    }
    if (tree.isArray()) {
        QJsonArray list = tree.toArray();
        bool ok = false;
        const int index = path.first().toInt(&ok);
        if (ok && index >= 0 && index < list.size()) {
            list[index] = withValue(list.at(index), path.mid(1), value, whole);
            return list;
        }
    }
    QJsonObject object = tree.toObject();
    if (!object.contains(path.first())) {
        throw Failure{Words::tr("%1: there is no such setting in this experiment.").arg(whole)};
    }
    object[path.first()] = withValue(object.value(path.first()), path.mid(1), value, whole);
    return object;
}

Experiment variantOf(const Experiment &base, const std::vector<std::pair<QString, QJsonValue>> &choices)
{
    QJsonValue tree = toJson(base);
    std::optional<double> dropout;
    for (const auto &[path, value] : choices) {
        if (path == QLatin1String("dropout")) {
            dropout = value.toDouble(NAN);
        } else {
            static const QRegularExpression separators(QStringLiteral("[.\\[\\]]+"));
            tree = withValue(tree, path.split(separators, Qt::SkipEmptyParts), value, path);
        }
    }
    Result<Experiment> read = experimentFromJson(tree.toObject());
    if (!read) {
        throw Failure{read.error()};
    }
    Experiment experiment = std::move(read).value();
    if (dropout) {
        if (!(*dropout >= 0.0 && *dropout < 1.0)) {
            throw Failure{Words::tr("dropout: write numbers from 0 to below 1.")};
        }
        setDropout(experiment.architecture, *dropout);
    }
    return experiment;
}

/// "lr" of "learning_rate"; short words stay.
QString initials(const QString &key)
{
    const QStringList words = key.split(QLatin1Char('_'));
    if (words.size() < 2) {
        return key.left(4);
    }
    QString letters;
    for (const QString &word : words) {
        letters += word.left(1);
    }
    return letters;
}

/// How large and how many the pictures are, and what memory there is, is only known later.
ExperimentLimits anyPictures()
{
    ExperimentLimits limits;
    limits.side = 1024;
    limits.trainImages = std::numeric_limits<int>::max();
    limits.hasBfloat16 = true;
    return limits;
}

class Variants
{
public:
    Variants(const Experiment &base, const std::vector<Axis> &axes)
        : m_base(base)
        , m_axes(axes)
    {
    }

    void addGrid()
    {
        std::size_t count = 1;
        for (const Axis &axis : m_axes) {
            count *= axis.values.size();
            if (count > mostVariants) {
                throw Failure{Words::tr("The grid has more than %L1 variants. Try fewer values, or a random search.").arg(qint64(mostVariants))};
            }
        }
        for (std::size_t number = 0; number < count; ++number) {
            std::size_t rest = number;
            std::vector<std::pair<QString, QJsonValue>> choices(m_axes.size());
            for (std::size_t i = m_axes.size(); i-- > 0;) {
                choices[i] = {m_axes[i].path, m_axes[i].values[rest % m_axes[i].values.size()]};
                rest /= m_axes[i].values.size();
            }
            add(choices);
        }
    }

    void addRandom(int count, qint64 seed)
    {
        RandomStream stream(StreamPurpose::Subset, {streamKey("sweep"), std::uint64_t(seed)});
        for (int i = 0; i < count; ++i) {
            std::vector<std::pair<QString, QJsonValue>> choices;
            for (const Axis &axis : m_axes) {
                choices.emplace_back(axis.path, axis.isRange ? between(axis, stream.uniform()) : axis.values[stream.below(std::uint32_t(axis.values.size()))]);
            }
            add(choices);
        }
    }

    /// All of them once more with each of the following seeds, when every variant has had its first.
    void repeat(int seeds, bool hasSeedAlready)
    {
        if (seeds < 1 || (seeds > 1 && hasSeedAlready) || std::size_t(seeds) * experiments.size() > mostVariants) {
            throw Failure{hasSeedAlready ? Words::tr("“seeds” and the setting training.seed exclude each other.")
                                         : Words::tr("“seeds” must be a whole number of 1 or more, with at most %L1 runs in all.").arg(qint64(mostVariants))};
        }
        const std::vector<Experiment> once = experiments;
        for (int i = 0; i < seeds && seeds > 1; ++i) {
            for (std::size_t j = 0; j < once.size(); ++j) {
                Experiment experiment = once[j];
                experiment.training.seed += i;
                experiment.name = shortenedName(experiment.name, QStringLiteral(", seed=%1").arg(experiment.training.seed));
                if (i == 0) {
                    experiments[j] = experiment;
                } else {
                    experiments.push_back(experiment);
                }
            }
        }
    }

    std::vector<Experiment> experiments;

private:
    void add(const std::vector<std::pair<QString, QJsonValue>> &choices)
    {
        Experiment variant = variantOf(m_base, choices);
        // What has one value only says nothing: it isn't in the name.
        std::vector<std::pair<QString, QJsonValue>> told;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            if (m_axes[i].values.size() > 1 || m_axes[i].isRange) {
                told.push_back(choices[i]);
            }
        }
        variant.name = variantName(m_base.name, told);
        const std::vector<Problem> problems = validate(variant, anyPictures());
        if (!problems.empty()) {
            throw Failure{Words::tr("variant %1, “%2” can't be trained: %3").arg(experiments.size() + 1).arg(variant.name, problems.front().message)};
        }
        if (std::find(experiments.begin(), experiments.end(), variant) != experiments.end()) {
            return;
        }
        if (!m_names.insert(variant.name).second) { // shortened to the same
            const QString number = QStringLiteral(" #%1").arg(experiments.size() + 1);
            variant.name = variant.name.left(longestExperimentName - int(number.size())) + number;
            m_names.insert(variant.name);
        }
        experiments.push_back(variant);
    }

    std::set<QString> m_names;
    const Experiment &m_base;
    const std::vector<Axis> &m_axes;
};

Experiment baseOf(const QJsonObject &object)
{
    if (object.contains(QLatin1String("preset")) == object.contains(QLatin1String("experiment"))) {
        throw Failure{Words::tr("Write either “preset” or “experiment”: what the variants are made of.")};
    }
    if (object.contains(QLatin1String("experiment"))) {
        const Result<Experiment> experiment = experimentFromJson(object[QLatin1String("experiment")].toObject());
        return experiment ? experiment.value() : throw Failure{experiment.error()};
    }
    const Result<Preset> preset = findPreset(object[QLatin1String("preset")].toString(), userPresetFolder());
    return preset ? preset.value().experiment : throw Failure{preset.error()};
}

int wholeIn(const QJsonObject &object, const QString &key, int usual)
{
    return object.contains(key) ? object.value(key).toInt(0) : usual;
}

Variants search(const Experiment &base, const QJsonObject &object)
{
    const QString search = object[QLatin1String("search")].toString(QStringLiteral("grid"));
    const int count = object[QLatin1String("count")].toInt();
    const bool isGrid = search == QLatin1String("grid");
    if (!isGrid && (search != QLatin1String("random") || count < 1 || std::size_t(count) > mostVariants)) {
        throw Failure{Words::tr("“search” is “grid”, or “random” with a “count” from 1 to %L1.").arg(qint64(mostVariants))};
    }
    const QJsonObject settings = object[QLatin1String("settings")].toObject();
    if (settings.isEmpty()) {
        throw Failure{Words::tr("“settings” is missing: name at least one setting and the values to try.")};
    }
    std::vector<Axis> axes;
    for (const QString &path : settings.keys()) {
        axes.push_back(axisOf(path, settings.value(path), isGrid));
    }
    Variants variants(base, axes);
    if (isGrid) {
        variants.addGrid();
    } else {
        variants.addRandom(count, qint64(object[QLatin1String("seed")].toDouble(1)));
    }
    variants.repeat(wholeIn(object, QStringLiteral("seeds"), 1), settings.contains(QLatin1String("training.seed")));
    return variants;
}

Sweep read(const QJsonObject &object)
{
    if (object[QLatin1String("convscope_sweep")].toInt() != 1) {
        throw Failure{Words::tr("“convscope_sweep”: 1 is missing, so this is no sweep that this program reads.")};
    }
    refuseOtherKeys(object, {QStringLiteral("convscope_sweep"), QStringLiteral("name"), QStringLiteral("preset"), QStringLiteral("experiment"), QStringLiteral("search"),
                             QStringLiteral("count"), QStringLiteral("seed"), QStringLiteral("settings"), QStringLiteral("seeds"), QStringLiteral("stop")}, QString());
    Sweep sweep{object[QLatin1String("name")].toString().simplified(), baseOf(object), {}, std::nullopt};
    if (object.contains(QLatin1String("stop"))) {
        const Result<MedianRule> rule = medianRuleFrom(object[QLatin1String("stop")]);
        sweep.stop = rule ? rule.value() : throw Failure{rule.error()};
    }
    sweep.experiments = search(sweep.base, object).experiments;
    return sweep;
}

} // namespace

QString variantName(const QString &base, const std::vector<std::pair<QString, QJsonValue>> &choices)
{
    const auto joined = [&choices](bool isShort) {
        QStringList texts;
        for (const auto &[path, value] : choices) {
            const QString key = path.section(QLatin1Char('.'), -1);
            texts << QStringLiteral("%1=%2").arg(isShort ? initials(key) : key, value.isDouble() ? QString::number(value.toDouble(), 'g', isShort ? 4 : 6) : value.toVariant().toString());
        }
        return texts.join(QStringLiteral(", "));
    };
    for (const bool isShort : {false, true}) {
        const QString name = choices.empty() ? base : QString(base + QLatin1Char(' ') + joined(isShort));
        if (name.size() <= longestExperimentName) {
            return name;
        }
    }
    constexpr qsizetype leastBase = 12;
    const QString settings = joined(true);
    const qsizetype room = std::max(leastBase, qsizetype(longestExperimentName) - settings.size() - 2);
    const QString start = base.size() > room ? base.left(room) + QStringLiteral("…") : base;
    return QString(start + QLatin1Char(' ') + settings).left(longestExperimentName);
}

QString shortenedName(const QString &name, const QString &end)
{
    const qsizetype room = longestExperimentName - end.size();
    if (name.size() <= room) {
        return name + end;
    }
    constexpr qsizetype start = 12;
    return name.left(start) + QStringLiteral("…") + name.right(room - start - 1) + end;
}

Result<Sweep> sweepFromJson(const QByteArray &bytes, const QString &source)
{
    using Read = Result<Sweep>;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject()) {
        return Read::failure(Words::tr("%1 is no JSON object (%2 at byte %3).").arg(source, error.errorString()).arg(error.offset));
    }
    try {
        return read(document.object());
    } catch (const Failure &failure) {
        return Read::failure(QStringLiteral("%1: %2").arg(source, failure.sentence));
    }
}

bool isWholeSetting(const QString &path)
{
    static const QStringList whole{QStringLiteral("filters"), QStringLiteral("kernel_size"), QStringLiteral("padding"), QStringLiteral("width"),
                                   QStringLiteral("step_epochs"), QStringLiteral("batch_size"), QStringLiteral("epochs"), QStringLiteral("seed"),
                                   QStringLiteral("threads"), QStringLiteral("train_images"), QStringLiteral("patience")};
    return whole.contains(path.section(QLatin1Char('.'), -1));
}

std::vector<Experiment> partOf(const std::vector<Experiment> &experiments, int index, int of)
{
    std::vector<Experiment> part;
    for (std::size_t i = std::size_t(index); i < experiments.size(); i += std::size_t(of)) {
        part.push_back(experiments[i]);
    }
    return part;
}

} // namespace convscope
