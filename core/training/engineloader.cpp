// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/engineloader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <mutex>

#include <dlfcn.h>

namespace convscope {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("convscope::EngineLoader", text);
}

QStringList candidates()
{
    const QString name = QStringLiteral("libconvscope_engine.so");
    QStringList paths;
    if (const QString chosen = qEnvironmentVariable("CONVSCOPE_ENGINE"); !chosen.isEmpty()) {
        paths << chosen;
    }
    const QDir program(QCoreApplication::applicationDirPath());
    paths << program.filePath(name) << QDir::cleanPath(program.filePath(QStringLiteral("../lib/convscope/") + name));
    return paths;
}

Result<Engine *> openEngine()
{
    QString path;
    for (const QString &candidate : candidates()) {
        if (QFileInfo::exists(candidate)) {
            path = candidate;
            break;
        }
    }
    if (path.isEmpty()) {
        return Result<Engine *>::failure(
            translated(QT_TRANSLATE_NOOP("convscope::EngineLoader", "The training engine is missing: no file %1. Please build or install ConvScope again."))
                .arg(candidates().constLast()));
    }
    // Never unloaded: LibTorch keeps threads and static objects that live as long as the process.
    void *library = dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        return Result<Engine *>::failure(
            translated(QT_TRANSLATE_NOOP("convscope::EngineLoader", "The training engine can't be loaded: %1. Please install LibTorch (package libtorch-dev)."))
                .arg(QString::fromLocal8Bit(dlerror())));
    }
    const auto factory = reinterpret_cast<ConvScopeEngineFactory>(dlsym(library, "convscopeCreateEngine"));
    Engine *engine = factory ? factory(convscopeEngineInterfaceVersion) : nullptr;
    if (!engine) {
        return Result<Engine *>::failure(
            translated(QT_TRANSLATE_NOOP("convscope::EngineLoader", "The training engine %1 belongs to another version of ConvScope. Please build or install it again."))
                .arg(path));
    }
    return engine;
}

} // namespace

void chooseOpenMpDefaults()
{
    const auto setDefault = [](const char *name, const char *value) {
        if (!qEnvironmentVariableIsSet(name)) {
            qputenv(name, value);
        }
    };
    // Threads that spin long at every barrier collapse when a neighbour (or our own window) needs the processor; a short
    // spin keeps the gain of an idle machine.
    setDefault("GOMP_SPINCOUNT", "20000");
    setDefault("OPENBLAS_NUM_THREADS", "1"); // for the pthread flavour; the OpenMP one follows LibTorch
}

Result<Engine *> loadEngine()
{
    static std::mutex mutex;
    static std::optional<Result<Engine *>> loaded;
    const std::lock_guard lock(mutex);
    if (!loaded) {
        loaded = openEngine();
    }
    return *loaded;
}

} // namespace convscope
