// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace convscope {

/// Something that the paper says of its experiments, as far as it can be held against numbers. Which fields count depends on the
/// kind; resources/paper/paper.json holds them. The paper says "about", "fast", "near": what counts as that is a choice of ours.
struct PaperClaim
{
    enum class Kind {
        FallsFastUntil, ///< by `epoch`, both losses have made `share` of their whole fall
        TestNearTrain, ///< at the end, test and train accuracy are not more than `within` apart
        AccuracyAbout, ///< the last test accuracy is `value`, not more than `within` away
        AccuracyAbove, ///< … is more than `value`
        BestOf, ///< … is higher than those of `others`
        OverfitsFrom, ///< the lowest test loss lies from `earliest` to `latest`; at the end it has risen by the share `rise`
        LowerLoss, ///< the last test loss is lower than those of `others`
        Better, ///< … and the accuracy is higher, too
        TakesLonger, ///< all epochs take `factor` times as long as those of `others`
    };

    Kind kind = Kind::AccuracyAbout;
    QString run; ///< a preset
    QStringList others;
    int epoch = 0;
    int earliest = 0;
    int latest = 0;
    double share = 0.0;
    double value = 0.0;
    double within = 0.0;
    double rise = 0.0;
    double factor = 1.0;
};

struct PaperFigure
{
    int number = 0; ///< in the paper
    QStringList runs;
};

struct Paper
{
    QStringList runs; ///< presets, in the order in which they are trained
    QStringList batchNormVariants;
    QStringList severalSeeds;
    std::vector<PaperFigure> figures;
    std::vector<PaperClaim> claims;
};

/// From resources/paper/paper.json.
Paper seedPaper();

/// What the variant of a preset with batch normalisation is called: "cnn-2 + batch norm".
QString batchNormName(const QString &preset);

} // namespace convscope
