// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/pytorchscript.h"

#include "core/model/layersummary.h"
#include "core/training/experimentjson.h"

#include <QFile>
#include <QLocale>

/// Outside of the namespace, as the macro asks.
static void registerExportFiles()
{
    Q_INIT_RESOURCE(exports);
}

namespace convscope {

namespace {

/// All digits that it has.
QString digits(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString activation(Activation kind, const QString &x)
{
    switch (kind) {
    case Activation::Relu:
        return QStringLiteral("F.relu(%1)").arg(x);
    case Activation::LeakyRelu:
        return QStringLiteral("F.leaky_relu(%1, %2)").arg(x, digits(leakyReluSlope));
    case Activation::Tanh:
        return QStringLiteral("torch.tanh(%1)").arg(x);
    case Activation::Sigmoid:
        break;
    }
    return QStringLiteral("torch.sigmoid(%1)").arg(x);
}

/// Indented as the body of a method.
QString body(const QStringList &lines)
{
    return lines.join(QStringLiteral("\n        "));
}

QString layers(const Architecture &architecture, int side, int classes)
{
    QStringList lines;
    int channels = 1;
    for (int i = 0; i < int(architecture.convBlocks.size()); ++i) {
        const ConvBlock &block = architecture.convBlocks[std::size_t(i)];
        lines << QStringLiteral("self.conv%1 = nn.Conv2d(%2, %3, kernel_size=%4, padding=%5)")
                     .arg(i + 1).arg(channels).arg(block.filters).arg(block.kernelSize).arg(block.padding);
        if (block.batchNorm) {
            lines << QStringLiteral("self.norm%1 = nn.BatchNorm2d(%2)").arg(i + 1).arg(block.filters);
        }
        channels = block.filters;
    }
    int features = 0;
    for (const LayerSummary &layer : summarize(architecture, side, classes).layers) {
        features = layer.kind == LayerKind::Flatten ? layer.channels : features;
    }
    for (int i = 0; i < int(architecture.hiddenLayers.size()); ++i) {
        const int width = architecture.hiddenLayers[std::size_t(i)].width;
        lines << QStringLiteral("self.hidden%1 = nn.Linear(%2, %3)").arg(i + 1).arg(features).arg(width);
        features = width;
    }
    lines << QStringLiteral("self.output = nn.Linear(%1, %2)").arg(features).arg(classes);
    return body(lines);
}

QString forward(const Architecture &architecture)
{
    QStringList lines;
    for (int i = 0; i < int(architecture.convBlocks.size()); ++i) {
        const ConvBlock &block = architecture.convBlocks[std::size_t(i)];
        QString x = QStringLiteral("self.conv%1(x)").arg(i + 1);
        x = block.batchNorm ? QStringLiteral("self.norm%1(%2)").arg(i + 1).arg(x) : x;
        x = activation(block.activation, x);
        lines << QStringLiteral("x = ") + (block.maxPool ? QStringLiteral("F.max_pool2d(%1, 2)").arg(x) : x);
    }
    lines << QStringLiteral("x = x.flatten(1)");
    for (int i = 0; i < int(architecture.hiddenLayers.size()); ++i) {
        const HiddenLayer &hidden = architecture.hiddenLayers[std::size_t(i)];
        const QString x = activation(hidden.activation, QStringLiteral("self.hidden%1(x)").arg(i + 1));
        lines << QStringLiteral("x = ")
                + (hidden.dropout > 0.0 ? QStringLiteral("F.dropout(%1, %2, self.training)").arg(x, digits(hidden.dropout)) : x);
    }
    lines << QStringLiteral("return self.output(x)");
    return body(lines);
}

QString optimizer(const TrainingSettings &training)
{
    if (training.optimizer == Optimizer::Sgd) {
        return QStringLiteral("torch.optim.SGD(network.parameters(), lr=%1, momentum=%2, weight_decay=%3)")
            .arg(digits(training.learningRate), digits(training.momentum), digits(training.weightDecay));
    }
    return QStringLiteral("torch.optim.Adam(network.parameters(), lr=%1, weight_decay=%2)").arg(digits(training.learningRate), digits(training.weightDecay));
}

} // namespace

QByteArray pyTorchScript(const Experiment &experiment, int side, int classes)
{
    registerExportFiles();
    QFile file(QStringLiteral(":/export/pytorch.py"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The program's own file pytorch.py is missing.");
    }
    QString script = QString::fromUtf8(file.readAll());
    // A JSON text holds no line end inside a string, so this is one Python string per line, whatever the name of the experiment.
    QString settings = QString::fromUtf8(toJsonText(experiment)).trimmed();
    settings.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    script.replace(QLatin1String("@LAYERS@"), layers(experiment.architecture, side, classes));
    script.replace(QLatin1String("@FORWARD@"), forward(experiment.architecture));
    script.replace(QLatin1String("@OPTIMIZER@"), optimizer(experiment.training));
    script.replace(QLatin1String("@BATCH_SIZE@"), QString::number(experiment.training.batchSize));
    script.replace(QLatin1String("@EPOCHS@"), QString::number(experiment.training.epochs));
    script.replace(QLatin1String("@SEED@"), QString::number(experiment.training.seed));
    script.replace(QLatin1String("@EXPERIMENT@"), settings);
    return script.toUtf8();
}

} // namespace convscope
