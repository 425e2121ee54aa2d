// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/runlineage.h"

#include "core/runs/storefailure.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <limits>

namespace convscope {

namespace {

/// What the ancestor kept from before that moment goes before what its descendants keep.
void prepend(RunMoments &moments, const RunMoments &earlier, qint64 end, qint64 batchesPerEpoch)
{
    // A branch has the checkpoint of its ancestor's best epoch, too.
    moments.weights.erase(std::remove_if(moments.weights.begin(), moments.weights.end(), [end](qint64 steps) { return steps < end; }), moments.weights.end());
    std::vector<qint64> weights;
    std::copy_if(earlier.weights.begin(), earlier.weights.end(), std::back_inserter(weights), [end](qint64 steps) { return steps < end; });
    moments.weights.insert(moments.weights.begin(), weights.begin(), weights.end());
    if (earlier.firstFilters >= 0 && earlier.firstFilters < end) {
        moments.firstFilters = earlier.firstFilters;
        moments.lastFilters = std::max(moments.lastFilters, end); // of the branch itself: see RunLineage::firstFrame()
        moments.filterStride = std::max(moments.filterStride, earlier.filterStride);
    }
    std::vector<int> epochs;
    const int first = moments.probabilities.empty() ? std::numeric_limits<int>::max() : moments.probabilities.front();
    std::copy_if(earlier.probabilities.begin(), earlier.probabilities.end(), std::back_inserter(epochs),
                 [=](int epoch) { return epoch < first && epoch * batchesPerEpoch <= end; });
    moments.probabilities.insert(moments.probabilities.begin(), epochs.begin(), epochs.end());
}

/// Frames from that moment on belong to a descendant.
void cutAt(FilterFilm &film, qint64 end)
{
    if (film.frames() > 0 && film.lastStep() >= end) {
        const qint64 frames = std::max<qint64>(0, (end - film.firstStep + film.stride - 1) / film.stride);
        film.values.resize(std::size_t(frames * film.frameSize()));
    }
}

} // namespace

RunLineage::RunLineage(SqlConnection &connection, const QString &id)
{
    m_generations.push_back({std::make_unique<RunReader>(connection, id), std::numeric_limits<qint64>::max()});
    while (true) {
        const RunRecord &youngest = m_generations.back().reader->record();
        const QString parent = youngest.parent;
        const qint64 end = std::min(youngest.parentSteps, m_generations.back().end);
        // A file may say anything, that a run is its own ancestor, too.
        const bool isKnown = std::any_of(m_generations.begin(), m_generations.end(), [&](const Generation &one) { return one.reader->record().id == parent; });
        std::unique_ptr<RunReader> reader;
        if (parent.isEmpty() || end <= 0 || isKnown || !sentenceOf([&] { reader = std::make_unique<RunReader>(connection, parent); }).isEmpty()) {
            return; // an imported branch comes without its parent
        }
        m_generations.push_back({std::move(reader), end});
    }
}

std::size_t RunLineage::placeOf(qint64 steps) const
{
    std::size_t place = 0;
    while (place + 1 < m_generations.size() && steps < m_generations[place + 1].end) {
        ++place;
    }
    return place;
}

RunReader &RunLineage::readerAt(qint64 steps)
{
    return *m_generations[placeOf(steps)].reader;
}

RunMoments RunLineage::moments()
{
    RunMoments moments = m_generations.front().reader->moments();
    for (std::size_t i = 1; i < m_generations.size(); ++i) {
        prepend(moments, m_generations[i].reader->moments(), m_generations[i].end, m_generations[i].reader->record().start.batchesPerEpoch);
    }
    return moments;
}

WeightsPtr RunLineage::weights(qint64 steps)
{
    return readerAt(steps).weights(steps);
}

/// A branch records the kernels after each of its batches; those that it began with are in its first checkpoint.
FilterFilm RunLineage::firstFrame(RunReader &reader, qint64 steps)
{
    const WeightsPtr weights = reader.weights(steps);
    const NamedArray *kernels = weights->find("conv1.weight");
    if (!kernels || kernels->shape.size() != 4) {
        return {};
    }
    return {int(kernels->shape[0]), int(kernels->shape[2]), steps, 1, kernels->values};
}

FilterFilm RunLineage::film(qint64 steps)
{
    const std::size_t place = placeOf(steps);
    RunReader &reader = *m_generations[place].reader;
    FilterFilm film = reader.film(steps);
    if (film.frames() == 0 && place + 1 < m_generations.size()) {
        return firstFrame(reader, m_generations[place + 1].end);
    }
    if (place > 0) {
        cutAt(film, m_generations[place].end);
    }
    return film;
}

TestProbabilities RunLineage::probabilities(int epoch)
{
    for (std::size_t i = 0; i + 1 < m_generations.size(); ++i) {
        const std::vector<int> own = m_generations[i].reader->moments().probabilities;
        const Generation &parent = m_generations[i + 1];
        if (std::find(own.begin(), own.end(), epoch) != own.end() || epoch * parent.reader->record().start.batchesPerEpoch > parent.end) {
            return m_generations[i].reader->probabilities(epoch);
        }
    }
    return m_generations.back().reader->probabilities(epoch);
}

OwnedCheckpoint RunLineage::checkpointNear(qint64 steps)
{
    RunReader *nearest = nullptr;
    qint64 at = 0;
    for (const Generation &generation : m_generations) {
        for (const CheckpointInfo &info : generation.reader->checkpoints()) { // newest first
            const bool isCloser = !nearest || std::abs(info.steps - steps) <= std::abs(at - steps);
            if (info.steps < generation.end && isCloser) {
                nearest = generation.reader.get();
                at = info.steps;
            }
        }
    }
    if (!nearest) {
        throw StoreFailure{QCoreApplication::translate("convscope::RunStore", "No checkpoint of this run is kept.")};
    }
    return {nearest->checkpoint(at), nearest->record().start};
}

} // namespace convscope
