// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runexporter.h"

#include "ui/models/whendone.h"
#include "ui/views/csvchoice.h"
#include "ui/window/runexportmenu.h"
#include "ui/window/runspanel.h"
#include "ui/window/session.h"
#include "ui/window/windowmessages.h"

#include <QDir>
#include <QFileDialog>

namespace convscope {

RunExporter::RunExporter(Session &session, RunsPanel &panel, WindowMessages &messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_messages(messages)
    , m_window(window)
{
    connect(&panel, &RunsPanel::exportRequested, this, &RunExporter::exportRun);
}

QString RunExporter::askForFile(const QString &runName, RunFormat format) const
{
    const QString suffix = QLatin1String(infoOf(format).suffix);
    const QString kind = RunExportMenu::titleOf(format).remove(QLatin1Char('&'));
    QFileDialog dialog(m_window, tr("Export run"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    if (!suffix.isEmpty()) {
        dialog.setDefaultSuffix(suffix.mid(1));
        dialog.setNameFilter(QStringLiteral("%1 (*%2)").arg(QString(kind).remove(QLatin1Char('(')).remove(QLatin1Char(')')), suffix));
    }
    dialog.selectFile(proposedFileName(format, runName));
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

void RunExporter::exportRun(int number, RunFormat format)
{
    const TrainingRun *run = m_session.run(number);
    if (!run || !m_session.laboratory() || run->id().isEmpty()) {
        return;
    }
    const QString id = run->id();
    const QString name = run->name();
    const QString file = askForFile(name, format);
    if (file.isEmpty()) {
        return;
    }
    m_session.finishRecording(number);
    whenDone(this, m_session.laboratory()->exportRun(id, format, file, chosenCsvStyle()), [this, name, file](const Result<QStringList> &notes) {
        if (!notes) {
            m_messages.showError(notes.error());
            return;
        }
        m_messages.showNews(tr("The run “%1” was written to %2.").arg(name, QDir::toNativeSeparators(file)));
        for (const QString &note : notes.value()) {
            m_messages.showError(note);
        }
    });
}

} // namespace convscope
