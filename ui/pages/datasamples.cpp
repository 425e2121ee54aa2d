// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datasamples.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace convscope {

namespace {

/// Moves `count` entries chosen at random to the front, as in the first steps of a Fisher-Yates shuffle.
void chooseFirst(std::vector<DataSample> &samples, std::size_t count, QRandomGenerator &random)
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t other = i + random.bounded(quint32(samples.size() - i));
        std::swap(samples[i], samples[other]);
    }
    samples.resize(count);
}

} // namespace

std::vector<DataClass> drawDataSamples(const Dataset &data, const TrainingSubset &subset, int perClass, quint32 draw)
{
    std::vector<DataClass> classes(std::size_t(data.classes));
    const std::vector<int> trainCounts = data.classCounts(data.train);
    const std::vector<int> testCounts = data.classCounts(data.test);
    for (std::size_t i = 0; i < subset.pictures.size(); ++i) {
        const int picture = subset.pictures[i];
        const int label = data.train.labels[std::size_t(picture)];
        classes[std::size_t(label)].samples.push_back({picture, label, subset.labels[i]});
    }
    for (std::size_t label = 0; label < classes.size(); ++label) {
        DataClass &entry = classes[label];
        entry.trainCount = trainCounts[label];
        entry.testCount = testCounts[label];
        entry.usedCount = int(entry.samples.size());
        entry.wrongCount = int(std::count_if(entry.samples.begin(), entry.samples.end(),
                                             [](const DataSample &sample) { return sample.isWrong(); }));
        // One stream a class: what another class uses doesn't change the samples of this one.
        const quint32 seed[] = {draw, quint32(label)};
        QRandomGenerator random(seed);
        chooseFirst(entry.samples, std::min(entry.samples.size(), std::size_t(perClass)), random);
    }
    return classes;
}

} // namespace convscope
