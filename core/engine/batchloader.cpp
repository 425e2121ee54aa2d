// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/batchloader.h"

#include "core/data/augmentation.h"
#include "core/engine/clones.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace convscope {

namespace {

CONVSCOPE_CLONES void toFloat(const std::uint8_t *bytes, float *values, int count)
{
    for (int i = 0; i < count; ++i) {
        values[i] = float(bytes[i]) * (1.0f / 255.0f);
    }
}

} // namespace

BatchLoader::BatchLoader(const Dataset &data, const TrainingSettings &settings)
    : m_data(data)
    , m_settings(settings)
    , m_subset(chooseTrainingSubset(data, settings.trainImages, settings.labelNoise, settings.seed))
{
}

qint64 BatchLoader::batchesPerEpoch() const
{
    return (trainImages() + m_settings.batchSize - 1) / m_settings.batchSize;
}

void BatchLoader::beginEpoch(int epoch)
{
    m_epoch = epoch;
    m_order = batchOrder(int(trainImages()), m_settings.seed, epoch);
}

Batch BatchLoader::trainBatch(qint64 index) const
{
    const qint64 first = index * m_settings.batchSize;
    const qint64 count = std::min<qint64>(m_settings.batchSize, trainImages() - first);
    const int pixels = m_data.side * m_data.side;
    Batch batch{torch::empty({count, 1, m_data.side, m_data.side}), torch::empty({count}, torch::kInt64)};
    float *images = batch.images.data_ptr<float>();
    int64_t *labels = batch.labels.data_ptr<int64_t>();
    const bool plain = m_settings.augmentation.isOff();
    at::parallel_for(0, count, /*grain_size=*/32, [&](int64_t begin, int64_t end) {
        std::vector<std::uint8_t> changed(plain ? 0 : std::size_t(pixels));
        for (int64_t i = begin; i < end; ++i) {
            const int position = m_order[std::size_t(first + i)];
            const int picture = m_subset.pictures[std::size_t(position)];
            labels[i] = m_subset.labels[std::size_t(position)];
            const std::uint8_t *source = m_data.trainPicture(picture);
            if (!plain) {
                augment(m_settings.augmentation, m_settings.seed, m_epoch, picture, m_data.side, source,
                        changed.data());
                source = changed.data();
            }
            toFloat(source, images + i * pixels, pixels);
        }
    });
    return batch;
}

Batch BatchLoader::testBatch(int first, int count) const
{
    Batch batch{torch::empty({count, 1, m_data.side, m_data.side}), torch::empty({count}, torch::kInt64)};
    toFloat(m_data.testPicture(first), batch.images.data_ptr<float>(), count * m_data.side * m_data.side);
    std::copy_n(m_data.test.labels.begin() + first, count, batch.labels.data_ptr<int64_t>());
    return batch;
}

} // namespace convscope
