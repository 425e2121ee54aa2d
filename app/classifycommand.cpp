// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/classifycommand.h"

#include "app/commandtext.h"
#include "app/exitcode.h"
#include "app/jsonnumber.h"
#include "app/openstore.h"
#include "app/output.h"
#include "core/common/atomicfile.h"
#include "core/data/classnames.h"
#include "core/inspection/fileanswer.h"
#include "core/runs/exportedweights.h"
#include "core/training/engineloader.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

using namespace convscope;

namespace {

/// Who answers.
struct Judge
{
    WeightsPtr weights;
    /// In the language of the program, and for programs.
    QStringList names;
    QStringList originalNames;
};

/// Numbers where the names aren't known.
Judge judgeWith(const WeightsPtr &weights, const QStringList &names)
{
    Judge judge{weights, {}, {}};
    const bool areNames = names.size() == weights->classes;
    const bool isFashion = names == fashionMnistClassNames();
    for (int label = 0; label < weights->classes; ++label) {
        judge.originalNames << (areNames ? names[label] : QString::number(label));
        judge.names << (isFashion && areNames ? translatedFashionMnistClassName(label) : judge.originalNames.last());
    }
    return judge;
}

/// The last weights of a recorded run.
Result<Judge> judgeOfRun(RunStore &store, const QString &id)
{
    const Result<RunRecord> run = store.run(id);
    const Result<RunMoments> moments = store.moments(id);
    if (!run || !moments) {
        return Result<Judge>::failure(run ? moments.error() : run.error());
    }
    if (moments.value().weights.empty()) {
        return Result<Judge>::failure(text(QT_TRANSLATE_NOOP("CommandLine", "The run “%1” has no weights yet.")).arg(run.value().name));
    }
    const Result<WeightsPtr> weights = store.weights(id, moments.value().weights.back());
    if (!weights) {
        return Result<Judge>::failure(weights.error());
    }
    return judgeWith(weights.value(), knownClassNames(run.value().start.dataName));
}

/// The exit code where there is no judge.
int chooseJudge(const Options &options, std::optional<Judge> &judge)
{
    if (options.weightsFile) {
        const Result<ExportedWeights> exported = readExportedWeights(*options.weightsFile);
        if (!exported) {
            return fail(exported.error(), ExitFailed);
        }
        judge = judgeWith(exported.value().weights, exported.value().classNames);
        return ExitFinished;
    }
    const auto store = openStore(options);
    if (!store) {
        return ExitLaboratory;
    }
    const QString id = chosenRun(*store, options);
    if (id.isEmpty()) {
        return ExitUsage;
    }
    const Result<Judge> found = judgeOfRun(*store, id);
    if (!found) {
        return fail(found.error(), ExitFailed);
    }
    judge = found.value();
    return ExitFinished;
}

QString percent(float share)
{
    return QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * double(share), 'f', 1));
}

void print(const FileAnswer &answer, const Judge &judge, Output &output)
{
    const QString file = QDir::toNativeSeparators(answer.file);
    if (!answer.error.isEmpty()) {
        output.line(QStringLiteral("%1: %2").arg(file, answer.error));
        return;
    }
    QStringList all;
    for (int label = 0; label < judge.names.size(); ++label) {
        all << QStringLiteral("%1 %2").arg(judge.names[label], percent(answer.probabilities[std::size_t(label)]));
    }
    QStringList notes = answer.notes;
    if (answer.isMirrored) {
        notes.prepend(text(QT_TRANSLATE_NOOP("CommandLine", "Mirrored, as the network is surer so.")));
    }
    const QString remarks = notes.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(notes.join(QLatin1Char(' ')));
    output.line(QStringLiteral("%1: %2 %3  (%4)%5")
                    .arg(file, judge.names[answer.label()], percent(answer.probabilities[std::size_t(answer.label())]), all.join(QStringLiteral(", ")), remarks));
}

void printJson(const FileAnswer &answer, const Judge &judge, Output &output)
{
    QJsonObject object{{QStringLiteral("file"), answer.file}};
    if (!answer.error.isEmpty()) {
        object.insert(QStringLiteral("error"), answer.error);
        output.json(object);
        return;
    }
    QJsonObject probabilities;
    for (int label = 0; label < judge.originalNames.size(); ++label) {
        probabilities.insert(judge.originalNames[label], jsonNumber(double(answer.probabilities[std::size_t(label)])));
    }
    object.insert(QStringLiteral("class"), judge.originalNames[answer.label()]);
    object.insert(QStringLiteral("label"), answer.label());
    object.insert(QStringLiteral("probabilities"), probabilities);
    object.insert(QStringLiteral("mirrored"), answer.isMirrored);
    object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(answer.notes));
    output.json(object);
}

/// Names what the network saw after the files. Nothing that exists is ever replaced, be it one of the files themselves: a name that is taken
/// gets a number.
class SeenWriter
{
public:
    explicit SeenWriter(const QString &folder)
        : m_folder(folder)
    {
    }

    /// Empty, or a sentence.
    QString write(const FileAnswer &answer)
    {
        if (!QDir().mkpath(m_folder)) {
            return text(QT_TRANSLATE_NOOP("CommandLine", "The folder %1 can't be made. Choose another one with --seen.")).arg(QDir::toNativeSeparators(m_folder));
        }
        const QString path = freePath(QFileInfo(answer.file).completeBaseName());
        QByteArray png;
        QBuffer buffer(&png);
        if (!buffer.open(QIODevice::WriteOnly) || !imageOf(answer.seen).save(&buffer, "png")) {
            return text(QT_TRANSLATE_NOOP("CommandLine", "The picture %1 can't be made.")).arg(QDir::toNativeSeparators(path));
        }
        return writeFileAtomically(path, png);
    }

private:
    QString freePath(const QString &base) const
    {
        QFileInfo place(QDir(m_folder), base + QStringLiteral(".png"));
        for (int i = 2; place.exists() || place.isSymLink(); ++i) {
            place.setFile(QDir(m_folder), QStringLiteral("%1-%2.png").arg(base).arg(i));
        }
        return place.filePath();
    }

    const QString m_folder;
};

int answerAll(const Options &options, const Inspector &inspector, const Judge &judge)
{
    Output output;
    std::optional<SeenWriter> writer;
    if (options.seenFolder) {
        writer.emplace(*options.seenFolder);
    }
    bool allWell = true;
    for (const QString &file : options.files) {
        const FileAnswer answer = answerFor(file, inspector, judge.weights);
        allWell = allWell && answer.error.isEmpty();
        if (options.json) {
            printJson(answer, judge, output);
        } else {
            print(answer, judge, output);
        }
        if (writer && !answer.seen.values.empty()) {
            if (const QString problem = writer->write(answer); !problem.isEmpty()) {
                return fail(problem, ExitFailed);
            }
        }
        if (!output.ok()) {
            return fail(output.error(), ExitFailed);
        }
    }
    return allWell ? ExitFinished : ExitFailed;
}

} // namespace

int runClassifyCommand(const Options &options)
{
    if (options.run.has_value() == options.weightsFile.has_value()) {
        return fail(text(QT_TRANSLATE_NOOP("CommandLine", "classify: name the network with --run ID (or latest), or with --weights FILE.")), ExitUsage);
    }
    std::optional<Judge> judge;
    if (const int code = chooseJudge(options, judge); !judge) {
        return code;
    }
    const Result<Engine *> engine = loadEngine();
    if (!engine) {
        return fail(engine.error(), ExitFailed);
    }
    return answerAll(options, engine.value()->inspector(), *judge);
}
