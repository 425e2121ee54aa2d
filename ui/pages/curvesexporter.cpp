// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/curvesexporter.h"

#include "core/common/atomicfile.h"
#include "ui/pages/curvescharts.h"
#include "ui/views/csvchoice.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>

namespace convscope {

namespace {

const QString kFolderKey = QStringLiteral("curves/exportFolder");

} // namespace

CurvesExporter::CurvesExporter(CurvesCharts *charts, const CurvesData &run, QWidget *widget)
    : QObject(widget)
    , m_charts(charts)
    , m_run(run)
    , m_widget(widget)
{
    setupMenu();
    connectSignals();
    retranslateUi();
    updateEnabled();
}

void CurvesExporter::setupMenu()
{
    m_menu = new QMenu(m_widget);
    const auto add = [this](const char *name) {
        QAction *action = m_menu->addAction(QString());
        action->setObjectName(QLatin1String(name));
        return action;
    };
    m_copyAction = add("copyChartAction");
    m_menu->addSeparator();
    m_pngAction = add("savePngAction");
    m_svgAction = add("saveSvgAction");
    m_epochsAction = add("saveEpochsCsvAction");
    m_batchesAction = add("saveBatchesCsvAction");
    m_csvChoice = new CsvChoice(m_menu);
}

void CurvesExporter::connectSignals()
{
    connect(m_copyAction, &QAction::triggered, this, &CurvesExporter::copy);
    connect(m_pngAction, &QAction::triggered, this, [this] {
        askAndSave(tr("Save the charts as a picture"), tr("curves.png"), tr("PNG pictures (*.png)"),
                   [this](const QString &path) { return savePng(path); });
    });
    connect(m_svgAction, &QAction::triggered, this, [this] {
        askAndSave(tr("Save the charts as a drawing"), tr("curves.svg"), tr("SVG drawings (*.svg)"),
                   [this](const QString &path) { return saveSvg(path); });
    });
    connect(m_epochsAction, &QAction::triggered, this, [this] {
        askAndSave(tr("Save the numbers of the epochs"), tr("epochs.csv"), tr("Tables (*.csv)"),
                   [this](const QString &path) { return saveEpochsCsv(path); });
    });
    connect(m_batchesAction, &QAction::triggered, this, [this] {
        askAndSave(tr("Save the numbers of all batches"), tr("batches.csv"), tr("Tables (*.csv)"),
                   [this](const QString &path) { return saveBatchesCsv(path); });
    });
}

void CurvesExporter::retranslateUi()
{
    m_menu->setTitle(tr("&Export curves"));
    m_copyAction->setText(tr("&Copy picture and numbers"));
    m_copyAction->setToolTip(
        tr("Puts both on the clipboard: a text editor or spreadsheet takes the numbers, a document the picture."));
    m_pngAction->setText(tr("Save as &PNG picture…"));
    m_pngAction->setToolTip(tr("The charts as they are now, twice as fine as on the screen."));
    m_svgAction->setText(tr("Save as &SVG drawing…"));
    m_svgAction->setToolTip(tr("The charts as they are now, as lines that stay sharp at every size."));
    m_epochsAction->setText(tr("Save numbers of the &epochs (CSV)…"));
    m_epochsAction->setToolTip(tr("One line per epoch, with all digits."));
    m_batchesAction->setText(tr("Save numbers of all &batches (CSV)…"));
    m_batchesAction->setToolTip(tr("One line per batch, with all digits; nothing is left out or smoothed."));
    m_csvChoice->retranslate();
}

void CurvesExporter::updateEnabled()
{
    const bool any = m_run.batchCount() > 0;
    for (QAction *action : {m_copyAction, m_pngAction, m_svgAction, m_batchesAction}) {
        action->setEnabled(any);
    }
    m_epochsAction->setEnabled(!m_run.epochs().empty());
}

CsvStyle CurvesExporter::csvStyle() const
{
    return chosenCsvStyle();
}

QByteArray CurvesExporter::csv() const
{
    if (m_run.epochs().empty() && m_run.history()) {
        return batchesCsv(*m_run.history(), csvStyle());
    }
    return epochsCsv(m_run.epochs(), csvStyle());
}

void CurvesExporter::copy()
{
    QGuiApplication::clipboard()->setMimeData(plotsMimeData(m_charts->plots(), csv()));
}

bool CurvesExporter::savePng(const QString &path)
{
    return write(path, plotsPng(m_charts->plots(), 2.0));
}

bool CurvesExporter::saveSvg(const QString &path)
{
    return write(path, plotsSvg(m_charts->plots(), tr("Loss and accuracy")));
}

bool CurvesExporter::saveEpochsCsv(const QString &path)
{
    return write(path, epochsCsv(m_run.epochs(), csvStyle()));
}

bool CurvesExporter::saveBatchesCsv(const QString &path)
{
    return write(path, m_run.history() ? batchesCsv(*m_run.history(), csvStyle()) : QByteArray());
}

bool CurvesExporter::write(const QString &path, const QByteArray &bytes)
{
    const QString error = bytes.isEmpty()
        ? tr("“%1” was not written because the chart could not be drawn. Make the window smaller and try again.")
              .arg(path)
        : writeFileAtomically(path, bytes);
    if (!error.isEmpty()) {
        Q_EMIT errorOccurred(error);
    }
    return error.isEmpty();
}

void CurvesExporter::askAndSave(const QString &title, const QString &name, const QString &filter,
                                const std::function<bool(const QString &)> &save)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QSettings().value(kFolderKey, documents).toString();
    // Not waited for: training goes on below and the window keeps answering.
    auto *dialog = new QFileDialog(m_widget, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [save](const QString &path) {
        if (save(path)) {
            QSettings().setValue(kFolderKey, QFileInfo(path).absolutePath());
        }
    });
    dialog->open();
}

} // namespace convscope
