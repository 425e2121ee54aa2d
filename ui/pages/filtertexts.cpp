// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filtertexts.h"

#include "ui/charts/numberformat.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

QString text(double value, int decimals = 3)
{
    return QLocale().toString(value, 'f', decimals).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

QString FilterTexts::layerName(const Architecture &architecture, int index, int side)
{
    if (architecture.convBlocks.empty()) {
        return architecture.hiddenLayers.empty() ? tr("Outputs: %1×%1 weights each").arg(side)
                                                 : tr("Hidden layer 1: %1 neurons, %2×%2 weights each").arg(architecture.hiddenLayers.front().width).arg(side);
    }
    const ConvBlock &block = architecture.convBlocks[std::size_t(index)];
    const int channels = index == 0 ? 1 : architecture.convBlocks[std::size_t(index) - 1].filters;
    return channels == 1 ? tr("Convolution %1: %2 filters of %3×%3").arg(index + 1).arg(block.filters).arg(block.kernelSize)
                         : tr("Convolution %1: %2 filters of %3×%3×%4").arg(index + 1).arg(block.filters).arg(block.kernelSize).arg(channels);
}

QString FilterTexts::explanation(const FiltersData &data)
{
    const std::shared_ptr<const FilterLayer> &layer = data.layer();
    if (!layer) {
        return {};
    }
    switch (data.show()) {
    case FilterShow::SinceStart:
        return tr("How far each number has moved since the network was untrained: red has grown, blue has become less.");
    case FilterShow::SinceBefore:
        return data.earlierSteps() < 0 ? QString()
                                       : tr("How far each number has moved since step %1: red has grown, blue has become less.").arg(wholeText(double(data.earlierSteps())));
    case FilterShow::Gradient:
        return tr("The gradient of the loss, the mean over the first %1 training pictures, without dropout: making a red number larger makes the loss worse, "
                  "making a blue one larger makes it better. Training goes against it.")
            .arg(wholeText(FiltersData::gradientPictures));
    case FilterShow::Weights:
        break;
    }
    if (layer->convIndex < 0) {
        return tr("Each picture is one neuron: what it adds up of the pixels. Light on red excites it, light on blue holds it back.");
    }
    return layer->channels == 1
        ? tr("Each square is one filter: %1×%1 numbers that slide over the picture. Light on red counts for it, light on blue against it. "
             "Red beside blue answers to an edge.")
              .arg(layer->width)
        : tr("Each row is one filter, each column one channel that the layer before hands on: the filter adds up what its %1 little pictures find.").arg(layer->channels);
}

QString FilterTexts::missing(const FiltersData &data)
{
    if (!data.problem().isEmpty()) {
        return data.problem();
    }
    switch (data.show()) {
    case FilterShow::SinceStart:
        return tr("The untrained network of this run is not kept, so there is nothing to compare with.");
    case FilterShow::SinceBefore:
        if (const QString problem = data.inspection().beforeProblem(); !problem.isEmpty()) {
            return problem;
        }
        return tr("There is no earlier moment to compare with yet. Train a batch, or move the time line.");
    case FilterShow::Gradient:
        return tr("The gradient is being computed…");
    case FilterShow::Weights:
        break;
    }
    return tr("The weights of this moment are being read…");
}

QString FilterTexts::badge(const FilterFinding &finding)
{
    switch (finding.kind) {
    case FilterFinding::Kind::Dead:
        return tr("dead");
    case FilterFinding::Kind::Twin:
        return QStringLiteral("≈%1").arg(finding.other + 1);
    case FilterFinding::Kind::Unchanged:
        return tr("still");
    case FilterFinding::Kind::Exploding:
        return tr("huge");
    }
    return {};
}

QString FilterTexts::sentence(const FilterFinding &finding)
{
    switch (finding.kind) {
    case FilterFinding::Kind::Dead:
        return tr("Dead: it gives the same answer everywhere in all test pictures, so nothing behind it learns from it.");
    case FilterFinding::Kind::Twin:
        return tr("Twin of filter %1: their weights point the same way (cosine %2), so one of them would do.").arg(finding.other + 1).arg(text(finding.value));
    case FilterFinding::Kind::Unchanged:
        return tr("Nearly as it was at the start: it has moved by %1 of its length.").arg(percentText(finding.value));
    case FilterFinding::Kind::Exploding:
        return std::isfinite(finding.value) ? tr("Exploding: it is %1 times as long as at the start.").arg(text(finding.value, 1))
                                            : tr("Exploding: its numbers are no longer finite.");
    }
    return {};
}

QString FilterTexts::summary(const FiltersData &data)
{
    const auto count = [&data](FilterFinding::Kind kind) {
        return int(std::count_if(data.findings().begin(), data.findings().end(), [kind](const FilterFinding &finding) { return finding.kind == kind; }));
    };
    QStringList parts;
    if (const int dead = count(FilterFinding::Kind::Dead); dead > 0) {
        parts += tr("Dead: %1").arg(dead);
    }
    if (const int twins = count(FilterFinding::Kind::Twin); twins > 0) {
        parts += tr("With a twin: %1").arg(twins);
    }
    if (const int still = count(FilterFinding::Kind::Unchanged); still > 0) {
        parts += tr("Nearly unchanged: %1").arg(still);
    }
    if (const int huge = count(FilterFinding::Kind::Exploding); huge > 0) {
        parts += tr("Exploding: %1").arg(huge);
    }
    return parts.isEmpty() ? tr("No filter stands out.") : parts.join(QStringLiteral(" · "));
}

QString FilterTexts::numbers(const FiltersData &data, int filter)
{
    const FilterLayer &layer = *data.layer();
    const auto index = std::size_t(filter);
    double squares = 0.0;
    for (const float value : layer.filter(filter)) {
        squares += double(value) * double(value);
    }
    QStringList lines{tr("Length (norm): %1").arg(text(std::sqrt(squares)))};
    const WeightsPtr weights = data.weights();
    if (const NamedArray *bias = weights ? weights->find(layer.name + ".bias") : nullptr; bias && index < bias->values.size()) {
        lines += tr("Bias: %1").arg(text(double(bias->values[index])));
    }
    if (data.start() && data.start()->hasShapeOf(layer)) {
        lines += tr("Moved since the start: %1 of its length").arg(percentText(filteranalysis::changes(layer, *data.start())[index]));
    }
    if (index < data.statistics().size()) {
        const FilterStatistics &statistics = data.statistics()[index];
        if (data.statisticsSteps() != data.weights()->steps) {
            lines += tr("After step %1:").arg(wholeText(double(data.statisticsSteps())));
        }
        lines += tr("Mean answer over the test pictures: %1").arg(text(statistics.mean));
        lines += layer.convIndex < 0 ? tr("Active in %1 of the pictures").arg(percentText(statistics.activePictures))
                                     : tr("Active at %1 of the places, in %2 of the pictures")
                                           .arg(percentText(statistics.activePlaces), percentText(statistics.activePictures));
    } else if (data.inspection().data()) {
        lines += data.problem().isEmpty() ? tr("The test pictures are being looked at…") : data.problem();
    }
    return lines.join(QLatin1Char('\n'));
}

ViewTable FilterTexts::table(const FilterLayer &layer)
{
    ViewTable table;
    table.header = {tr("filter"), tr("input channel")};
    for (int y = 0; y < layer.height; ++y) {
        for (int x = 0; x < layer.width; ++x) {
            table.header += tr("row %1, column %2").arg(y + 1).arg(x + 1);
        }
    }
    for (int filter = 0; filter < layer.filters; ++filter) {
        for (int channel = 0; channel < layer.channels; ++channel) {
            QStringList row{QString::number(filter + 1), QString::number(channel + 1)};
            for (const float value : layer.kernel(filter, channel)) {
                row += QString::number(double(value), 'g', 9);
            }
            table.rows += row;
        }
    }
    return table;
}

} // namespace convscope
