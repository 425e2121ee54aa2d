// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/repeatcommand.h"

#include "core/data/dataset.h"
#include "core/training/experimentjson.h"
#include "core/training/presets.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>

namespace convscope {

namespace {

/// The options with which `train` makes one experiment of another; only those that can be given as options.
class Overrides
{
public:
    Overrides(const Experiment &from, const Experiment &to)
        : m_result(from)
    {
        TrainingSettings &now = m_result.training;
        const TrainingSettings &wanted = to.training;
        set("--epochs", now.epochs, wanted.epochs);
        set("--patience", now.earlyStopping.patience, wanted.earlyStopping.patience);
        set("--smallest-change", now.earlyStopping.smallestChange, wanted.earlyStopping.smallestChange);
        set("--keep", now.finalWeights, wanted.finalWeights);
        set("--learning-rate", now.learningRate, wanted.learningRate);
        set("--batch-size", now.batchSize, wanted.batchSize);
        if (const double dropout = dropoutOf(to.architecture); dropout != dropoutOf(from.architecture)) {
            setDropout(m_result.architecture, dropout);
            m_words << QStringLiteral("--dropout") << text(dropout);
        }
        set("--seed", now.seed, wanted.seed);
        set("--engine", now.engine, wanted.engine);
        set("--precision", now.precision, wanted.precision);
        set("--train-images", now.trainImages, wanted.trainImages);
        set("--label-noise", now.labelNoise, wanted.labelNoise);
    }

    const Experiment &result() const { return m_result; }
    const QStringList &words() const { return m_words; }

private:
    static QString text(double value) { return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest); }
    static QString text(qint64 value) { return QString::number(value); }
    static QString text(int value) { return QString::number(value); }
    template<typename Choice>
    static QString text(Choice choice) requires std::is_enum_v<Choice>
    {
        return jsonName(choice);
    }

    template<typename Value>
    void set(const char *option, Value &now, const Value &wanted)
    {
        if (now != wanted) {
            now = wanted;
            m_words << QLatin1String(option) << text(wanted);
        }
    }

    Experiment m_result;
    QStringList m_words;
};

/// The ready experiment that needs the fewest options; nothing where none will do.
std::optional<QStringList> fromPreset(const Experiment &experiment)
{
    std::optional<QStringList> best;
    for (const Preset &preset : builtInPresets()) {
        Experiment start = preset.experiment;
        start.training.threads = experiment.training.threads;
        const Overrides overrides(start, experiment);
        Experiment result = overrides.result();
        result.name = experiment.name;
        if (result == experiment && (!best || overrides.words().size() + 2 < best->size())) {
            best = QStringList{QStringLiteral("--preset"), preset.experiment.name} + overrides.words();
        }
    }
    return best;
}

QString fileNameFor(const QString &name)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\p{L}\\p{N}._-]+"));
    QString file = name;
    file.replace(unsafe, QStringLiteral("-"));
    while (file.startsWith(QLatin1Char('-')) || file.startsWith(QLatin1Char('.'))) {
        file.remove(0, 1);
    }
    return (file.isEmpty() ? QStringLiteral("experiment") : file.left(60)) + QStringLiteral(".json");
}

/// The user's name shall not travel with the report.
QString homelessWord(const QString &word)
{
    const QString home = QDir::homePath() + QLatin1Char('/');
    return word.startsWith(home) && home.size() > 2 ? QStringLiteral("~/") + shellWord(word.mid(home.size())) : shellWord(word);
}

QString folderWord(const RunRecord &run)
{
    QString folder = run.dataFolder;
    if (folder.isEmpty() && run.start.dataName == QLatin1String("Fashion-MNIST")) {
        folder = systemFashionMnistFolder();
    }
    if (folder.isEmpty()) {
        return QStringLiteral("FOLDER");
    }
    return homelessWord(folder);
}

} // namespace

QString shellCommand(const QStringList &words)
{
    QStringList safe;
    for (const QString &word : words) {
        safe << homelessWord(word);
    }
    return safe.join(QLatin1Char(' '));
}

QString shellWord(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:@%+=,-]+$"));
    if (plain.match(text).hasMatch()) {
        return text;
    }
    QString quoted = text;
    return QLatin1Char('\'') + quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

RepeatCommand repeatCommand(const RunRecord &run)
{
    RepeatCommand command;
    Experiment experiment = run.start.experiment;
    experiment.training.threads = run.start.threads; // another number gives other bits
    QStringList words{QStringLiteral("convscope"), QStringLiteral("train")};
    if (const std::optional<QStringList> preset = fromPreset(experiment)) {
        for (const QString &word : *preset) {
            words << shellWord(word);
        }
        words << QStringLiteral("--threads") << QString::number(run.start.threads);
    } else {
        command.settings = toJsonText(experiment);
        command.settingsFile = fileNameFor(run.start.experiment.name);
        words << QStringLiteral("--settings") << shellWord(command.settingsFile);
    }
    words << QStringLiteral("--data") << folderWord(run);
    command.line = words.join(QLatin1Char(' '));
    return command;
}

} // namespace convscope
