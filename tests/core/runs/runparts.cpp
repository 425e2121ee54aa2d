// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/runs/runparts.h"

#include "core/runs/epochcsv.h"
#include "tests/core/runs/sampleruns.h"

namespace convscope::test {

QList<QByteArray> partsOf(RunStore &store, const QString &id)
{
    QList<QByteArray> parts;
    if (const auto loaded = store.load(id)) {
        parts << epochCsv(*loaded.value().history) << loaded.value().record.name.toUtf8();
    }
    if (const auto list = store.checkpoints(id)) {
        for (const CheckpointInfo &info : list.value()) {
            if (const auto checkpoint = store.checkpoint(id, info.steps)) {
                parts << QByteArray::number(sameBits(*checkpoint.value(), *sampleCheckpoint(info.steps)));
            }
        }
    }
    for (int epoch = 1; epoch <= 2; ++epoch) {
        if (const auto probabilities = store.probabilities(id, epoch)) {
            parts << QByteArray::number(probabilities.value().values == sampleEpoch(epoch).probabilities->values);
        }
    }
    return parts;
}

QList<QByteArray> seenOf(RunStore &store, const QString &id)
{
    QList<QByteArray> seen = partsOf(store, id);
    for (const qint64 steps : {5, 10, 15}) {
        if (const auto weights = store.weights(id, steps)) {
            seen << QByteArray::number(weights.value()->arrays[0].values == sampleWeights(steps)->arrays[0].values);
        }
        if (const auto film = store.film(id, steps); film && film.value().firstStep == steps - 4) { // not one before a lost one
            seen << QByteArray::number(film.value().values == sampleFilm(steps - 4).values);
        }
    }
    return seen;
}

} // namespace convscope::test
