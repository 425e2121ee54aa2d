// SPDX-License-Identifier: GPL-3.0-or-later
// How long reading Fashion-MNIST takes, as the program does it: bench_reading [TIMES]. Prints one JSON object.
#include "core/data/dataset.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace convscope;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int times = argc > 1 ? QCoreApplication::arguments().at(1).toInt() : 5;
    QJsonArray milliseconds;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer clock;
        clock.start();
        const Result<DatasetPtr> data = loadDataset(systemFashionMnistFolder());
        milliseconds.append(double(clock.nsecsElapsed()) * 1e-6);
        if (!data) {
            std::fprintf(stderr, "%s\n", qPrintable(data.error()));
            return 1;
        }
    }
    const QJsonObject result{{QStringLiteral("milliseconds"), milliseconds}};
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
