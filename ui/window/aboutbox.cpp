// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/aboutbox.h"

#include "core/training/engine.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace convscope {

void showAboutBox(QWidget *parent, const Engine *engine)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("convscope::AboutBox", source); };
    QString body = text(QT_TRANSLATE_NOOP("convscope::AboutBox", "<h3>ConvScope %1</h3><p>Train small convolutional networks and look inside them while they learn.</p>"
                                                                 "<p>Free software under the GNU General Public License, version 3 or later.</p>"))
                       .arg(QCoreApplication::applicationVersion());
    if (engine) {
        const EngineInfo info = engine->info();
        body += QStringLiteral("<p>Qt %1<br>LibTorch %2<br>%3</p>")
                    .arg(QLatin1String(qVersion()), info.libTorchVersion, info.blas);
    }
    QMessageBox::about(parent, text(QT_TRANSLATE_NOOP("convscope::AboutBox", "About ConvScope")), body);
}

} // namespace convscope
