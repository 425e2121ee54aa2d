// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paper/paperfacts.h"

#include "core/common/machine.h"

#include <QCoreApplication>
#include <QDateTime>

namespace convscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(convscope::PaperFacts)
};

} // namespace

std::vector<std::pair<QString, QString>> paperFacts(const Dataset &data, const Engine *engine, const QString &command)
{
    std::vector<std::pair<QString, QString>> facts{
        {Words::tr("Date"), QDateTime::currentDateTime().toString(Qt::ISODate)},
        {Words::tr("Machine"), machineText()},
        {Words::tr("Program"), QStringLiteral("ConvScope %1, Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()))},
        {Words::tr("Data"), QStringLiteral("%1 (%2)").arg(data.name, data.checksum)},
        {Words::tr("Command"), command}};
    if (engine) {
        const EngineInfo info = engine->info();
        facts.emplace_back(Words::tr("Engine"), QStringLiteral("LibTorch %1, %2").arg(info.libTorchVersion, info.blas));
        facts.emplace_back(Words::tr("Threads"), QString::number(info.defaultThreads));
    }
    return facts;
}

} // namespace convscope
