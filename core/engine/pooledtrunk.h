// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/pooledkernels.h"
#include "core/engine/trunk.h"
#include "core/model/architecture.h"
#include "core/training/trainingsettings.h"

#include <torch/torch.h>

namespace convscope {

/// Convolution blocks that all end with 2x2 max-pooling, in code of our own. Each picture goes through all blocks while it is
/// in the cache; activation and pooling happen in registers, so that only a quarter of the map is ever written; and the
/// backward pass visits only the places that were the largest of their window, at most one in four.
///
/// A batch is cut into pieces that threads take as they come, so that a thread that is held up (by the window, by another
/// program) holds up nobody. Each piece sums up its gradients apart and the sums are added in order: which thread did what
/// changes no bit.
class PooledTrunk : public Trunk
{
public:
    static bool covers(const Architecture &architecture);

    /// `threads`: the most that will work on it; the bits depend on this number and not on how many do. `training`: with
    /// everything that a backward pass needs. The architecture must be covered and possible for pictures of side x side.
    PooledTrunk(const Architecture &architecture, int side, int pictures, int threads, bool training,
                Precision precision);

    bool forward(const float *images, const std::vector<ParameterPointers> &parameters, float *flat) override;
    void backward(const float *flatGradient, const std::vector<ParameterPointers> &parameters,
                  const std::vector<ParameterPointers> &gradients) override;

private:
    struct Stage
    {
        PooledShape shape;
        int padding = 0;
        int channels = 0, filters = 0; ///< without padding to whole vectors
        torch::Tensor packedForward, packedBackward, bias;
        torch::Tensor maps; ///< [slots, mapFloats]: a slot a picture in training, else a thread
        torch::Tensor places; ///< [slots, pooledCells, filters] uint8
        torch::Tensor weightGradients, biasGradients; ///< [pieces, …]
    };
    /// What one thread needs.
    struct Scratch
    {
        torch::Tensor output, gradient, mapGradient, map;
        std::vector<SparseGradient> lists;
        std::vector<int> counts;
    };

    void addStage(const ConvBlock &block, int channels, int side);
    void addScratch();
    void packWeights(const std::vector<ParameterPointers> &parameters);
    bool isBounded(const float *images, const std::vector<ParameterPointers> &parameters) const;
    bool forwardPicture(const float *image, int slot, Scratch &scratch, bool check, float *flat);
    void backwardPicture(int picture, int piece, Scratch &scratch, const float *flatGradient);
    void gatherFlatGradient(const float *flatGradient, Scratch &scratch) const;
    void gatherMapGradient(const Stage &above, Scratch &scratch) const;
    void collectGradients(const std::vector<ParameterPointers> &gradients);
    /// Calls function(picture, piece, whether it is the first of its piece, thread).
    template<typename Function>
    void forEachPicture(const Function &function);

    const PooledKernels &m_kernels;
    const int m_pictures;
    const int m_threads;
    const bool m_training;
    const int m_side;
    int m_pieces;
    std::vector<Stage> m_stages;
    std::vector<Scratch> m_scratch; ///< one a thread
};

} // namespace convscope
