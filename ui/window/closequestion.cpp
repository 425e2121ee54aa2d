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

QString whatIsLost(bool training, int endedRuns)
{
    QStringList sentences;
    if (training) {
        sentences += CloseQuestion::tr("Its curves are lost when the window closes.");
    }
    if (endedRuns > 0) {
        sentences += CloseQuestion::tr("The curves of %n ended run(s) are lost when the window closes. Those that you "
                                       "want to keep can be exported first, in the File menu.",
                                       nullptr, endedRuns);
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

bool confirmClose(QWidget *window, bool training, int endedRuns)
{
    if (!training && endedRuns == 0) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, CloseQuestion::tr("ConvScope"),
                    training ? CloseQuestion::tr("A run is still training. Stop it and close?")
                             : CloseQuestion::tr("Close the window?"),
                    QMessageBox::NoButton, window);
    box.setInformativeText(whatIsLost(training, endedRuns));
    QPushButton *close = box.addButton(training ? CloseQuestion::tr("&Stop and close") : CloseQuestion::tr("&Close"),
                                       QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(training ? CloseQuestion::tr("&Keep training") : CloseQuestion::tr("&Stay"),
                                      QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == close;
}

} // namespace convscope
