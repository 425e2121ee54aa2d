// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runexportmenu.h"

#include <QAction>
#include <QEvent>

namespace convscope {

RunExportMenu::RunExportMenu(QWidget *parent)
    : QMenu(parent)
{
    setToolTipsVisible(true);
    for (const RunFormatInfo &info : runFormats()) {
        QAction *action = addAction(QString());
        action->setObjectName(QStringLiteral("export-") + QLatin1String(info.name));
        action->setData(int(info.format));
        connect(action, &QAction::triggered, this, [this, format = info.format] { Q_EMIT chosen(format); });
    }
    retranslateUi();
}

QString RunExportMenu::titleOf(RunFormat format)
{
    switch (format) {
    case RunFormat::Run:
        return tr("&Run file");
    case RunFormat::Safetensors:
        return tr("&Weights (safetensors)");
    case RunFormat::Onnx:
        return tr("&Network (ONNX)");
    case RunFormat::PyTorch:
        return tr("&PyTorch script");
    case RunFormat::TensorBoard:
        return tr("Curves for Tensor&Board");
    case RunFormat::Csv:
        return tr("&Table of the epochs (CSV)");
    case RunFormat::Settings:
        return tr("&Settings (JSON)");
    }
    return QString();
}

QString RunExportMenu::explanationOf(RunFormat format)
{
    switch (format) {
    case RunFormat::Run:
        return tr("The whole run in one file, to share it or to open it on another computer by a double click.");
    case RunFormat::Safetensors:
        return tr("All weights with their names, for Python and for “Load weights…”. Nothing in such a file is ever executed.");
    case RunFormat::Onnx:
        return tr("Layers and weights in one file that most other programs read; Netron draws it.");
    case RunFormat::PyTorch:
        return tr("A script in Python that builds the same network, loads exported weights, tests them and trains on.");
    case RunFormat::TensorBoard:
        return tr("Loss and accuracy as an event file. TensorBoard looks for “tfevents” in its name.");
    case RunFormat::Csv:
        return tr("One line an epoch, for a spreadsheet or for Python.");
    case RunFormat::Settings:
        return tr("Network and training as they are opened by “Open settings…” and by `convscope train --settings`.");
    }
    return QString();
}

void RunExportMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QMenu::changeEvent(event);
}

void RunExportMenu::retranslateUi()
{
    for (QAction *action : actions()) {
        const auto format = RunFormat(action->data().toInt());
        action->setText(titleOf(format) + QStringLiteral("…"));
        action->setToolTip(explanationOf(format));
    }
}

} // namespace convscope
