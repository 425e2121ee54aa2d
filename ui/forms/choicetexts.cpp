// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/choicetexts.h"

#include <QCoreApplication>

namespace convscope {

namespace {

struct ChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(ChoiceText)
};

} // namespace

QString choiceText(Activation activation)
{
    switch (activation) {
    case Activation::Relu:
        return ChoiceText::tr("ReLU");
    case Activation::LeakyRelu:
        return ChoiceText::tr("leaky ReLU");
    case Activation::Tanh:
        return ChoiceText::tr("tanh");
    case Activation::Sigmoid:
        return ChoiceText::tr("sigmoid");
    }
    return {};
}

QString choiceText(Optimizer optimizer)
{
    switch (optimizer) {
    case Optimizer::Adam:
        return ChoiceText::tr("Adam");
    case Optimizer::Sgd:
        return ChoiceText::tr("SGD");
    }
    return {};
}

QString choiceText(ScheduleKind kind)
{
    switch (kind) {
    case ScheduleKind::Constant:
        return ChoiceText::tr("constant");
    case ScheduleKind::Step:
        return ChoiceText::tr("step");
    case ScheduleKind::Cosine:
        return ChoiceText::tr("cosine");
    case ScheduleKind::OneCycle:
        return ChoiceText::tr("one-cycle");
    }
    return {};
}

QString choiceText(FinalWeights weights)
{
    switch (weights) {
    case FinalWeights::Last:
        //: The weights of which epoch are kept.
        return ChoiceText::tr("last epoch");
    case FinalWeights::Best:
        //: The weights of which epoch are kept.
        return ChoiceText::tr("best epoch");
    }
    return {};
}

QString choiceText(Computation computation)
{
    switch (computation) {
    case Computation::Fast:
        //: A way to compute.
        return ChoiceText::tr("fast");
    case Computation::Reference:
        //: A way to compute.
        return ChoiceText::tr("reference");
    }
    return {};
}

QString choiceText(Precision precision)
{
    return precision == Precision::Float32 ? QStringLiteral("float32") : QStringLiteral("bfloat16");
}

} // namespace convscope
