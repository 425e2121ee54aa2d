// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openstore.h"

#include "app/output.h"
#include "core/runs/laboratoryplace.h"

using namespace convscope;

namespace {

std::unique_ptr<RunStore> openBy(Result<std::unique_ptr<RunStore>> (*open)(const QString &), const Options &options)
{
    const Result<QString> file = laboratoryPlace(options.laboratory);
    if (!file) {
        printError(file.error());
        return nullptr;
    }
    Result<std::unique_ptr<RunStore>> store = open(file.value());
    if (!store) {
        printError(store.error());
        return nullptr;
    }
    return std::move(store).value();
}

} // namespace

std::unique_ptr<RunStore> openStore(const Options &options)
{
    return openBy(&RunStore::open, options);
}

std::unique_ptr<RunStore> openStoreForReading(const Options &options)
{
    return openBy(&RunStore::openForReading, options);
}

QString chosenRun(RunStore &store, const Options &options)
{
    const Result<QString> id = store.findId(options.run.value_or(QString()));
    if (!id) {
        printError(id.error());
        return QString();
    }
    return id.value();
}
