// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/closequestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace convscope {

namespace {

struct CloseQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

} // namespace

bool confirmStopAndClose(QWidget *window)
{
    QMessageBox box(QMessageBox::Question, CloseQuestion::tr("ConvScope"),
                    CloseQuestion::tr("A run is still training. Stop it and close?"), QMessageBox::NoButton, window);
    box.setInformativeText(CloseQuestion::tr("Its curves are lost when the window closes."));
    QPushButton *stop = box.addButton(CloseQuestion::tr("&Stop and close"), QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(CloseQuestion::tr("&Keep training"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == stop;
}

} // namespace convscope
