// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/closequestion.h"

#include "ui/window/session.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace convscope {

namespace {

struct CloseQuestion
{
    Q_DECLARE_TR_FUNCTIONS(CloseQuestion)
};

QString whatIsLost(const Session &session)
{
    QStringList sentences;
    const TrainingRun *active = session.activeRun();
    if (const QString trouble = session.recordingTrouble(); !trouble.isEmpty()) {
        sentences += CloseQuestion::tr("Not everything is saved yet, and what isn't is lost when the window closes. %1").arg(trouble);
    } else if (active) {
        sentences += active->id().isEmpty() ? CloseQuestion::tr("Its curves are lost when the window closes.")
                                            : CloseQuestion::tr("What it has trained is kept; it can be continued later.");
    }
    if (const int unkept = session.unkeptRunCount(); unkept > 0) {
        sentences += CloseQuestion::tr("The curves of %n ended run(s) are lost when the window closes. Those that you "
                                       "want to keep can be exported first, in the File menu.",
                                       nullptr, unkept);
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

bool confirmClose(QWidget *window, const Session &session)
{
    const bool training = session.activeRun();
    const QString lost = whatIsLost(session);
    if (lost.isEmpty()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, CloseQuestion::tr("ConvScope"),
                    training ? CloseQuestion::tr("A run is still training. Stop it and close?")
                             : CloseQuestion::tr("Close the window?"),
                    QMessageBox::NoButton, window);
    box.setInformativeText(lost);
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
