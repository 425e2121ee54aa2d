// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trybatch.h"

#include "ui/views/icons.h"
#include "ui/views/viewexport.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

enum Column { FileColumn, ClassColumn, ShareColumn, NoteColumn, ColumnCount };

constexpr int indexRole = Qt::UserRole; // of the answer, in the first column
constexpr int shareRole = Qt::UserRole + 1;
constexpr int pictureEdge = 56;

/// Sorted as a number; without an answer below all.
class ShareItem : public QTableWidgetItem
{
public:
    bool operator<(const QTableWidgetItem &other) const override { return data(shareRole).toDouble() < other.data(shareRole).toDouble(); }
};

/// What the network saw beside the file's name, made when it comes into sight.
class SeenDelegate : public QStyledItemDelegate
{
public:
    SeenDelegate(const std::vector<FileAnswer> &answers, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_answers(answers)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const std::size_t answer = index.data(indexRole).toUInt();
        if (answer < m_answers.size() && !m_answers[answer].seen.values.empty()) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = QSize(pictureEdge, pictureEdge);
            option->icon = QIcon(QPixmap::fromImage(imageOf(m_answers[answer].seen).scaled(option->decorationSize)));
        }
    }

private:
    const std::vector<FileAnswer> &m_answers;
};

} // namespace

TryBatch::TryBatch(QWidget *parent)
    : QWidget(parent)
    , m_batch(new PictureBatch(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
    , m_table(new QTableWidget(this))
    , m_export(new QToolButton(this))
{
    setupUi();
    connect(m_batch, &PictureBatch::found, this, [this](int files, int leftOut) {
        m_expected = files;
        m_leftOut = leftOut;
        updateState();
    });
    connect(m_batch, &PictureBatch::answered, this, &TryBatch::add);
    connect(m_batch, &PictureBatch::finished, this, &TryBatch::updateState);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_isStopped = m_batch->isBusy();
        m_batch->cancel();
        updateState();
    });
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        Q_EMIT fileChosen(m_answers[m_table->item(item->row(), FileColumn)->data(indexRole).toUInt()].file);
    });
}

void TryBatch::setupUi()
{
    m_text->setObjectName(QStringLiteral("batchText"));
    m_text->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("batchProgress"));
    m_cancel->setObjectName(QStringLiteral("batchCancelButton"));
    m_table->setObjectName(QStringLiteral("batchTable"));
    m_table->setColumnCount(ColumnCount);
    m_table->setItemDelegateForColumn(FileColumn, new SeenDelegate(m_answers, this));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(pictureEdge + 4);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(FileColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSortIndicator(FileColumn, Qt::AscendingOrder);
    m_table->setMinimumHeight(240);
    m_export->setObjectName(QStringLiteral("batchExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *exporter = new ViewExport(QStringLiteral("pictures"), m_table, [this] { return table(); });
    exporter->setPainter([this](QPainter &painter) { contactSheet().paint(painter, palette()); }, [this] { return contactSheet().size(); });
    m_export->setMenu(exporter->menu());
    connect(exporter, &ViewExport::failed, this, &TryBatch::failed);
    auto *progress = new QHBoxLayout;
    progress->setSpacing(8);
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addLayout(progress);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_export, 0, Qt::AlignLeft);
}

void TryBatch::open(const QStringList &paths, const Inspector *inspector, const WeightsPtr &weights)
{
    if (!inspector || !weights) {
        Q_EMIT failed(tr("There is no network yet to ask about many pictures. Train one, or choose a run."));
        return;
    }
    clear();
    m_answerNames = m_names;
    m_classes = weights->classes;
    m_batch->start(paths, inspector, weights);
    updateState();
}

void TryBatch::clear()
{
    m_answers.clear();
    m_table->setRowCount(0);
    m_expected = m_leftOut = 0;
    m_isStopped = false;
}

void TryBatch::add(const std::vector<FileAnswer> &answers)
{
    m_table->setSortingEnabled(false); // else each cell would move its row
    for (const FileAnswer &answer : answers) {
        m_answers.push_back(answer);
        addRow(int(m_answers.size()) - 1);
    }
    m_table->setSortingEnabled(true);
    updateState();
}

void TryBatch::addRow(int index)
{
    const FileAnswer &answer = m_answers[std::size_t(index)];
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const auto setCell = [this, row](int column, QTableWidgetItem *item, const QString &text) {
        item->setText(text);
        item->setToolTip(text);
        m_table->setItem(row, column, item);
    };
    auto *file = new QTableWidgetItem;
    file->setData(indexRole, index);
    setCell(FileColumn, file, QFileInfo(answer.file).fileName());
    setCell(ClassColumn, new QTableWidgetItem, className(answer.label()));
    auto *share = new ShareItem;
    share->setData(shareRole, answer.label() < 0 ? -1.0 : double(answer.probabilities[std::size_t(answer.label())]));
    share->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setCell(ShareColumn, share, shareText(answer));
    QStringList notes = answer.notes;
    if (answer.isMirrored) {
        notes.prepend(tr("mirrored"));
    }
    setCell(NoteColumn, new QTableWidgetItem, answer.error.isEmpty() ? notes.join(QStringLiteral(", ")) : answer.error);
}

QString TryBatch::className(int label) const
{
    return label < 0 ? QString() : m_answerNames.value(label, QString::number(label));
}

QString TryBatch::shareText(const FileAnswer &answer) const
{
    const int label = answer.label();
    return label < 0 ? QString() : QStringLiteral("%1\u00a0%").arg(QLocale().toString(100.0 * double(answer.probabilities[std::size_t(label)]), 'f', 1));
}

ViewTable TryBatch::table() const
{
    ViewTable table;
    table.header = QStringList{tr("file"), tr("class")};
    for (int label = 0; label < m_classes; ++label) {
        table.header << className(label);
    }
    table.header << tr("mirrored") << tr("note");
    for (const FileAnswer &answer : m_answers) {
        QStringList row{answer.file, className(answer.label())};
        for (std::size_t label = 0; label < std::size_t(m_classes); ++label) {
            row << (label < answer.probabilities.size() ? QString::number(double(answer.probabilities[label]), 'f', 6) : QString());
        }
        table.rows << row + QStringList{answer.isMirrored ? QStringLiteral("1") : QStringLiteral("0"), answer.error + answer.notes.join(QLatin1Char(' '))};
    }
    return table;
}

ContactSheet TryBatch::contactSheet() const
{
    std::vector<ContactSheet::Item> items;
    for (const FileAnswer &answer : m_answers) {
        const QImage seen = answer.seen.values.empty() ? QImage() : imageOf(answer.seen);
        const QString said = answer.label() < 0 ? tr("no answer") : QStringLiteral("%1, %2").arg(className(answer.label()), shareText(answer));
        items.push_back({seen, QFileInfo(answer.file).fileName(), said});
    }
    return ContactSheet(std::move(items), font());
}

QString TryBatch::stateText() const
{
    if (m_batch->isBusy() || (m_answers.empty() && m_isStopped)) {
        return m_batch->isBusy() ? tr("The pictures are being looked at.") : tr("Stopped before the first picture.");
    }
    if (m_answers.empty()) {
        return tr("Open or drop several files or a folder: what the network takes each for stands here, to save as CSV or as a contact sheet.");
    }
    QString text = tr("%Ln picture(s). Enter or a double click takes one onto the pad.", nullptr, int(m_answers.size()));
    if (m_isStopped) {
        text += QLatin1Char(' ') + tr("Stopped: %Ln picture(s) have not been looked at.", nullptr, m_expected - int(m_answers.size()));
    }
    if (m_leftOut > 0) {
        text += QLatin1Char(' ') + tr("%Ln more picture(s) were left out: open them by themselves.", nullptr, m_leftOut);
    }
    return text;
}

void TryBatch::updateState()
{
    m_text->setText(stateText());
    m_progress->setVisible(m_batch->isBusy());
    m_progress->setRange(0, m_expected); // 0, 0: not known yet
    m_progress->setValue(int(m_answers.size()));
    m_cancel->setVisible(m_batch->isBusy());
    m_export->setEnabled(!m_answers.empty());
}

void TryBatch::retranslateUi()
{
    m_table->setHorizontalHeaderLabels({tr("file"), tr("class"), tr("probability"), tr("note")});
    m_table->setAccessibleName(tr("Pictures and their classes"));
    m_progress->setAccessibleName(tr("Pictures that have been looked at"));
    m_cancel->setText(tr("&Stop"));
    m_cancel->setToolTip(tr("What has been answered stays."));
    m_export->setAccessibleName(tr("Export the table or the contact sheet"));
    m_export->setToolTip(tr("The pictures with their classes as a contact sheet (PNG, SVG), all numbers as CSV."));
    updateState();
}

} // namespace convscope
