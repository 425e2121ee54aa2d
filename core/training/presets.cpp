// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/presets.h"

#include "core/common/atomicfile.h"
#include "core/training/experimentfile.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <array>

/// The files are linked into a static library, where nobody registers them by himself. Outside of the namespace, as the
/// macro asks.
static void registerPresetFiles()
{
    Q_INIT_RESOURCE(presets);
}

namespace convscope {

namespace {

class Messages
{
    Q_DECLARE_TR_FUNCTIONS(Presets)
};

struct BuiltInPreset
{
    const char *name;
    const char *description;
};

constexpr std::array builtIns = std::to_array<BuiltInPreset>({
    {"cnn-1",
     QT_TRANSLATE_NOOP("Presets",
                       "A convolutional network with small batches and a common learning rate: watch "
                       "both losses fall fast and stay close together.")},
    {"cnn-2",
     QT_TRANSLATE_NOOP("Presets",
                       "The same network with a learning rate a hundred times smaller and large "
                       "batches: watch how smoothly and how slowly it learns.")},
    {"cnn-3",
     QT_TRANSLATE_NOOP("Presets",
                       "Like cnn-2, but for 100 epochs: watch how far patience alone brings it, and "
                       "how long it takes.")},
    {"mlp-2048",
     QT_TRANSLATE_NOOP("Presets",
                       "One wide hidden layer and no convolution: watch the test loss turn and "
                       "rise while the training loss keeps falling. That is overfitting.")},
    {"mlp-512",
     QT_TRANSLATE_NOOP("Presets",
                       "A quarter of the neurons of mlp-2048 and larger batches: watch how much "
                       "later the overfitting begins.")},
    {"first-steps",
     QT_TRANSLATE_NOOP("Presets",
                       "A small network on 10,000 pictures, done in about half a minute: watch "
                       "the loss fall and the accuracy rise.")},
});

bool isBuiltIn(const QString &name)
{
    return std::any_of(builtIns.begin(), builtIns.end(),
                       [&name](const BuiltInPreset &preset) { return name == QLatin1String(preset.name); });
}

/// Empty if a preset may be called so.
QString nameProblem(const QString &name)
{
    constexpr qsizetype longest = 80;
    if (name.trimmed().isEmpty()) {
        return Messages::tr("The preset has no name. Give it one.");
    }
    if (name.size() > longest) {
        return Messages::tr("The name of the preset has %1 characters. Use at most %2.").arg(name.size()).arg(longest);
    }
    const bool isText = QStringView(name).isValidUtf16()
        && std::none_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (!isText) {
        return Messages::tr("The name of the preset has a line break or another control character. Take it out.");
    }
    if (isBuiltIn(name)) {
        return Messages::tr("%1 is one of the program's own presets. Choose another name.").arg(name);
    }
    return QString();
}

/// Safe for any name: percent-encoded, the dot too (no "..", no hidden file), and cut where the file system would
/// refuse it; a hash then keeps names apart.
QString fileNameFor(const QString &presetName)
{
    constexpr qsizetype longest = 200;
    QByteArray encoded = QUrl::toPercentEncoding(presetName, QByteArray(), QByteArrayLiteral("."));
    if (encoded.size() > longest) {
        const QByteArray hash = QCryptographicHash::hash(presetName.toUtf8(), QCryptographicHash::Sha256).toHex();
        encoded = QByteArray(encoded.left(longest - 33) + '-' + hash.left(32));
    }
    return QString(QString::fromLatin1(encoded) + QStringLiteral(".json"));
}

QString joined(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

} // namespace

std::vector<Preset> builtInPresets()
{
    registerPresetFiles();
    std::vector<Preset> presets;
    for (const BuiltInPreset &builtIn : builtIns) {
        const auto experiment
            = readExperimentFile(QStringLiteral(":/presets/%1.json").arg(QLatin1String(builtIn.name)));
        Q_ASSERT_X(experiment.ok(), "builtInPresets", qPrintable(experiment.error()));
        if (experiment) {
            presets.push_back({experiment.value(), Messages::tr(builtIn.description), true});
        }
    }
    return presets;
}

std::vector<Preset> userPresets(const QString &folder, QStringList *problems)
{
    std::vector<Preset> presets;
    if (folder.isEmpty()) {
        return presets; // QDir would take the current folder
    }
    QStringList found;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto experiment = readExperimentFile(file.filePath());
        QString problem = experiment ? nameProblem(experiment.value().name) : experiment.error();
        if (experiment && problem.isEmpty() && found.contains(experiment.value().name)) {
            problem = Messages::tr("There is another preset with the name %1. Change one of them.")
                          .arg(experiment.value().name);
        }
        if (problem.isEmpty()) {
            found.append(experiment.value().name);
            presets.push_back({experiment.value(), QString(), false});
        } else if (problems != nullptr) {
            problems->append(experiment ? QStringLiteral("%1: %2").arg(file.filePath(), problem) : problem);
        }
    }
    std::sort(presets.begin(), presets.end(), [](const Preset &a, const Preset &b) {
        return QString::localeAwareCompare(a.experiment.name, b.experiment.name) < 0;
    });
    return presets;
}

Result<QString> saveUserPreset(const QString &folder, const Experiment &experiment)
{
    const QString problem = nameProblem(experiment.name);
    if (!problem.isEmpty()) {
        return Result<QString>::failure(problem);
    }
    if (folder.isEmpty()) {
        return Result<QString>::failure(Messages::tr("There is no folder for presets. Is HOME set?"));
    }
    const QByteArray text = toJsonText(experiment);
    const QString path = QDir(folder).filePath(fileNameFor(experiment.name));
    // NaN has no form in JSON: what could not be read again is not written.
    const auto readAgain = experimentFromJson(text, path);
    if (!readAgain || readAgain.value() != experiment) {
        return Result<QString>::failure(
            Messages::tr("The preset %1 has a setting that can't be saved. Correct the settings first.")
                .arg(experiment.name));
    }
    const QString error = writeFileAtomically(path, text);
    return error.isEmpty() ? Result<QString>(path) : Result<QString>::failure(error);
}

Result<Preset> findPreset(const QString &name, const QString &userFolder)
{
    QStringList problems;
    QStringList names;
    std::vector<Preset> presets = builtInPresets();
    const std::vector<Preset> own = userPresets(userFolder, &problems);
    presets.insert(presets.end(), own.begin(), own.end());
    for (const Preset &preset : presets) {
        if (preset.experiment.name == name) {
            return preset;
        }
        names.append(preset.experiment.name);
    }
    QStringList sentences{Messages::tr("There is no preset \"%1\". There are: %2.").arg(name, joined(names))};
    sentences += problems;
    return Result<Preset>::failure(sentences.join(QLatin1Char('\n')));
}

QString userPresetFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return folder.isEmpty() ? QString() : QDir(folder).filePath(QStringLiteral("presets"));
}

} // namespace convscope
