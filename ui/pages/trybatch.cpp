// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trybatch.h"

#include "core/data/picturefile.h"
#include "ui/models/whendone.h"
#include "ui/views/icons.h"
#include "ui/views/viewexport.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace convscope {

namespace {

enum Column { FileColumn, ClassColumn, ShareColumn, NoteColumn, ColumnCount };

QStringList picturesIn(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir()) {
            const QDir folder(path);
            for (const QString &name : folder.entryList(pictureFilePatterns(), QDir::Files, QDir::Name)) {
                files << folder.filePath(name);
            }
        } else {
            files << path;
        }
    }
    return files.mid(0, TryBatch::mostFiles);
}

} // namespace

TryBatch::TryBatch(QWidget *parent)
    : QWidget(parent)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
    , m_text(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_export(new QToolButton(this))
{
    m_pool.setMaxThreadCount(1);
    m_text->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("batchTable"));
    m_table->setColumnCount(ColumnCount);
    m_table->setIconSize(QSize(56, 56));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(60);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(FileColumn, QHeaderView::Stretch);
    m_table->setMinimumHeight(240);
    m_export->setObjectName(QStringLiteral("batchExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *exporter = new ViewExport(QStringLiteral("pictures"), m_table, [this] {
        ViewTable table;
        table.header = QStringList{tr("file"), tr("class")} + m_names + QStringList{tr("mirrored"), tr("note")};
        for (const FileAnswer &answer : m_answers) {
            QStringList row{answer.file, m_names.value(answer.label())};
            for (qsizetype label = 0; label < m_names.size(); ++label) {
                row << (answer.probabilities.empty() ? QString() : QString::number(double(answer.probabilities[std::size_t(label)]), 'f', 6));
            }
            table.rows << row + QStringList{answer.isMirrored ? QStringLiteral("1") : QStringLiteral("0"), answer.error + answer.notes.join(QLatin1Char(' '))};
        }
        return table;
    });
    m_export->setMenu(exporter->menu());
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_export, 0, Qt::AlignLeft);
    connect(exporter, &ViewExport::failed, this, &TryBatch::failed);
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) { Q_EMIT fileChosen(m_answers[std::size_t(item->row())].file); });
}

TryBatch::~TryBatch()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

void TryBatch::open(const QStringList &paths, const Inspector *inspector, const WeightsPtr &weights)
{
    if (!inspector || !weights) {
        Q_EMIT failed(tr("There is no network yet to ask about many pictures. Train one, or choose a run."));
        return;
    }
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_answers.clear();
    m_table->setRowCount(0);
    const int job = ++m_job;
    ++m_waiting;
    updateText();
    whenDone(this, QtConcurrent::run(&m_pool, [paths, inspector, weights, cancelled = m_cancelled] {
        std::vector<FileAnswer> answers;
        for (const QString &file : picturesIn(paths)) {
            if (*cancelled) {
                break;
            }
            answers.push_back(answerFor(file, *inspector, weights));
        }
        return answers;
    }), [this, job](const std::vector<FileAnswer> &answers) {
        --m_waiting;
        if (job == m_job) {
            show(answers);
        }
    });
}

void TryBatch::setCell(int row, int column, const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(text);
    m_table->setItem(row, column, item);
}

void TryBatch::show(const std::vector<FileAnswer> &answers)
{
    m_answers = answers;
    m_table->setRowCount(int(answers.size()));
    for (int row = 0; row < int(answers.size()); ++row) {
        const FileAnswer &answer = answers[std::size_t(row)];
        setCell(row, FileColumn, QFileInfo(answer.file).fileName());
        setCell(row, ClassColumn, m_names.value(answer.label()));
        const bool isAnswered = answer.label() >= 0;
        setCell(row, ShareColumn, isAnswered ? QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * double(answer.probabilities[std::size_t(answer.label())]), 'f', 1)) : QString());
        setCell(row, NoteColumn, answer.error + (answer.isMirrored ? tr("mirrored") : QString()) + answer.notes.join(QLatin1Char(' ')));
        m_table->item(row, ShareColumn)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (!answer.seen.values.empty()) {
            m_table->item(row, FileColumn)->setIcon(QIcon(QPixmap::fromImage(imageOf(answer.seen).scaled(56, 56))));
        }
    }
    updateText();
}

void TryBatch::updateText()
{
    if (m_waiting > 0) {
        m_text->setText(tr("The pictures are being looked at."));
    } else if (m_answers.empty()) {
        m_text->setText(tr("Open or drop several files or a folder: what the network takes each for stands here, to save as CSV."));
    } else {
        m_text->setText(tr("%Ln picture(s). Enter or a double click takes one onto the pad.", nullptr, int(m_answers.size())));
    }
}

void TryBatch::retranslateUi()
{
    m_table->setHorizontalHeaderLabels({tr("file"), tr("class"), tr("probability"), tr("note")});
    m_table->setAccessibleName(tr("Pictures and their classes"));
    m_export->setAccessibleName(tr("Export the table"));
    m_export->setToolTip(m_export->accessibleName());
    updateText();
}

} // namespace convscope
