// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/reportactions.h"

#include "core/data/datafolder.h"
#include "core/report/reportpages.h"
#include "ui/models/whendone.h"
#include "ui/pages/comparepage.h"
#include "ui/views/icons.h"
#include "ui/window/mainmenus.h"
#include "ui/window/runspanel.h"
#include "ui/window/session.h"
#include "ui/window/windowmessages.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QtConcurrent>

#include <algorithm>

namespace convscope {

namespace {

/// A name for a file, in the folder for documents.
QString proposedPath(const QString &name)
{
    QString fileName = name;
    fileName.replace(QLatin1Char('/'), QLatin1Char('-'));
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(fileName + QStringLiteral(".html"));
}

} // namespace

ReportActions::ReportActions(Session &session, RunsPanel &panel, ComparePage &comparison, MainMenus &menus, WindowMessages &messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_messages(messages)
    , m_window(window)
    , m_report(new QAction(this))
    , m_print(new QAction(this))
{
    m_report->setObjectName(QStringLiteral("reportAction"));
    m_print->setObjectName(QStringLiteral("printAction"));
    m_print->setShortcut(QKeySequence::Print);
    menus.addReportActions({m_report, m_print});
    connect(m_report, &QAction::triggered, this, [this, &panel] { askAndWrite(panel.selectedRuns()); });
    connect(m_print, &QAction::triggered, this, [this, &panel] { print(panel.selectedRuns()); });
    connect(&comparison, &ComparePage::reportRequested, this, &ReportActions::askAndWrite);
    window->installEventFilter(this);
    retranslate();
    updateIcons();
}

bool ReportActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        updateIcons();
    }
    return QObject::eventFilter(watched, event);
}

void ReportActions::retranslate()
{
    m_report->setText(tr("&Report…"));
    m_report->setToolTip(tr("Write the selected run, or a comparison of the selected runs, as one page of HTML or as PDF."));
    m_print->setText(tr("&Print report…"));
    m_print->setToolTip(tr("See the report of the selected runs page by page, and print it."));
}

void ReportActions::updateIcons()
{
    m_report->setIcon(themedIcon("report"));
    m_print->setIcon(themedIcon("print"));
}

QStringList ReportActions::idsOf(QList<int> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    QStringList ids;
    for (const int number : numbers) {
        const TrainingRun *run = m_session.run(number);
        if (m_session.laboratory() && run && !run->id().isEmpty()) {
            if (isFinal(run->state()) && run->state() != RunState::Elsewhere) {
                m_session.finishRecording(number);
            }
            ids << run->id();
        }
    }
    if (ids.isEmpty()) {
        m_messages.showError(m_session.laboratory() ? tr("There is no run to report on. Select one in the list of runs first.")
                                                    : tr("Only runs that are kept have a report, and the runs of this session are not kept."));
    }
    return ids;
}

QFuture<Result<ReportDocument>> ReportActions::make(const QStringList &ids) const
{
    return QtConcurrent::run([ids, file = m_session.laboratory()->file(), loaded = m_session.data(), folder = defaultDataFolder()] {
        const Result<std::unique_ptr<RunStore>> store = RunStore::openForReading(file);
        ReportData data(loaded, folder);
        return store ? makeReport(*store.value(), ids, data) : Result<ReportDocument>::failure(store.error());
    });
}

void ReportActions::askAndWrite(const QList<int> &numbers)
{
    if (idsOf(numbers).isEmpty()) {
        return;
    }
    const TrainingRun *first = m_session.run(numbers.first());
    const QString name = numbers.size() == 1 && first ? first->name() : tr("comparison", "name of a file");
    auto *dialog = new QFileDialog(m_window, tr("Save report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{tr("HTML page (*.html *.htm)"), tr("PDF (*.pdf)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QStringLiteral("html")); // the dialog appends it before it asks whether a file shall be overwritten
    const QFileInfo proposal(proposedPath(name));
    dialog->setDirectory(proposal.absolutePath());
    dialog->selectFile(proposal.fileName());
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, pdf = filters.last()](const QString &filter) {
        const QString suffix = filter == pdf ? QStringLiteral("pdf") : QStringLiteral("html");
        dialog->setDefaultSuffix(suffix);
        const QFileInfo selected(dialog->selectedFiles().value(0));
        if (reportNameProblem(selected.fileName()).isEmpty()) {
            dialog->selectFile(selected.completeBaseName() + QLatin1Char('.') + suffix);
        }
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, numbers, pdf = filters.last()](const QString &path) {
        if (dialog->selectedNameFilter() == pdf && !path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
            m_messages.showError(tr("“%1” does not end in .pdf: choose the kind HTML page, or another name.").arg(QFileInfo(path).fileName()));
        } else {
            write(numbers, path);
        }
    });
    dialog->open(); // not waited for: training goes on below
}

void ReportActions::write(const QList<int> &numbers, const QString &path)
{
    const QStringList ids = idsOf(numbers);
    if (ids.isEmpty()) {
        return;
    }
    const auto writing = make(ids).then([path](const Result<ReportDocument> &report) { return report ? writeReport(report.value(), path) : report.error(); });
    whenDone(this, writing, [this, path](const QString &problem) {
        if (problem.isEmpty()) {
            m_messages.showNews(tr("The report is in %1.").arg(QDir::toNativeSeparators(path)));
        } else {
            m_messages.showError(problem);
        }
    });
}

void ReportActions::print(const QList<int> &numbers)
{
    const QStringList ids = idsOf(numbers);
    if (ids.isEmpty()) {
        return;
    }
    whenDone(this, make(ids), [this](const Result<ReportDocument> &report) {
        if (report) {
            showPreview(report.value());
        } else {
            m_messages.showError(report.error());
        }
    });
}

void ReportActions::showPreview(const ReportDocument &report)
{
    constexpr double margin = 15.0; // millimetres
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(report.title);
    printer->setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    auto *preview = new QPrintPreviewDialog(printer.get(), m_window);
    preview->setObjectName(QStringLiteral("reportPreview"));
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QPrintPreviewDialog::paintRequested, this, [this, report](QPrinter *target) {
        if (const QString problem = paintReport(report, *target); !problem.isEmpty()) {
            m_messages.showError(problem);
        }
    });
    connect(preview, &QObject::destroyed, this, [printer] {}); // lives as long as the dialog
    preview->resize(900, 700);
    preview->show();
}

} // namespace convscope
