// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/backgroundfinder.h"
#include "core/inspection/picture.h"

#include <QString>

#include <vector>

namespace convscope {

/// How any picture becomes one like those of the training set; each step can be changed. The defaults do without a look at the picture.
struct PreparationSettings
{
    enum class Filling { Automatic, Always, Never };
    enum class Centring {
        Box, ///< what is cut out lies in the middle, as in Fashion-MNIST
        Mass, ///< its centre of brightness does, as in MNIST
    };

    int quarterTurns = 0; ///< clockwise
    bool mirror = false;
    GreyRule grey = GreyRule::Luminance;
    BackgroundRule background = BackgroundRule::Automatic;
    Filling filling = Filling::Automatic;
    bool crop = true;
    bool keepAspect = true;
    Centring centring = Centring::Box;
    bool contrast = true;

    bool operator==(const PreparationSettings &) const = default;
};

/// One step and what the picture was after it.
struct PreparationStep
{
    enum class Kind { Original, Turned, Grey, Background, Filled, Cropped, Fitted, Contrast };

    Kind kind = Kind::Original;
    QImage image;
    /// What the step found or did, in the language of the program; may be empty.
    QString note;
};

QString preparationStepName(PreparationStep::Kind kind);

struct PreparedPicture
{
    Picture picture;
    /// Only those that changed something, the original first; the last one's picture is the one above.
    std::vector<PreparationStep> steps;
    /// Nothing differs from the background: the picture is black.
    bool isEmpty = false;
};

/// Pure: the same picture and settings give the same numbers. Fashion-MNIST's own way (Xiao, Rasul, Vollgraf 2017) is followed where
/// it is known: clothes bright on black, trimmed, longest edge as long as the picture, box in the middle. Any size and format of
/// QImage; a null one gives an empty picture. Some milliseconds for any size.
PreparedPicture preparePicture(const QImage &image, const PreparationSettings &settings = {}, int side = 28);

} // namespace convscope
