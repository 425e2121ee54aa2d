// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trashbox.h"

#include "ui/models/whendone.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr int idRole = Qt::UserRole;

QString accuracyText(const std::optional<EpochReport> &report)
{
    if (!report || std::isnan(report->testAccuracy)) {
        return QStringLiteral("–");
    }
    return TrashBox::tr("%1 %").arg(QLocale().toString(100.0 * report->testAccuracy, 'f', 1));
}

} // namespace

TrashBox::TrashBox(const Laboratory &laboratory, QWidget *parent)
    : QDialog(parent)
    , m_laboratory(laboratory)
    , m_list(new QTreeWidget(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("trashBox"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Trash"));
    setupUi();
    resize(520, 360);
    updateButtons();
    read();
}

void TrashBox::setupUi()
{
    m_list->setObjectName(QStringLiteral("trashList"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHeaderLabels({tr("Name"), tr("Begun"), tr("Epochs"), tr("Best epoch")});
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_text->setText(tr("Reading the runs…"));
    m_text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_restore = buttons->addButton(tr("Put back"), QDialogButtonBox::ActionRole);
    m_erase = buttons->addButton(tr("Erase…"), QDialogButtonBox::ActionRole);
    m_empty = buttons->addButton(tr("Empty the trash…"), QDialogButtonBox::ActionRole);
    m_restore->setObjectName(QStringLiteral("trashRestore"));
    m_erase->setObjectName(QStringLiteral("trashErase"));
    m_empty->setObjectName(QStringLiteral("trashEmpty"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &TrashBox::updateButtons);
    connect(m_restore, &QPushButton::clicked, this, &TrashBox::restoreSelected);
    connect(m_erase, &QPushButton::clicked, this, [this] { erase(false); });
    connect(m_empty, &QPushButton::clicked, this, [this] { erase(true); });
}

void TrashBox::read()
{
    whenDone(this, m_laboratory.trash(), [this](const Result<RunList> &list) { take(list); });
}

void TrashBox::take(const Result<RunList> &list)
{
    m_list->clear();
    m_runs = list ? list.value().runs : std::vector<RunRecord>();
    for (const RunRecord &run : m_runs) {
        auto *item = new QTreeWidgetItem(m_list, {run.name, QLocale().toString(run.created.toLocalTime(), QLocale::ShortFormat),
                                                  QLocale().toString(run.epochs), accuracyText(run.best)});
        item->setData(0, idRole, run.id);
    }
    m_text->setText(!list           ? list.error()
                    : m_runs.empty() ? tr("The trash is empty. Deleted runs are kept here until they are erased.")
                                     : tr("Deleted runs are kept here until they are erased."));
    updateButtons();
}

QStringList TrashBox::selectedIds() const
{
    QStringList ids;
    for (const QTreeWidgetItem *item : m_list->selectedItems()) {
        ids << item->data(0, idRole).toString();
    }
    return ids;
}

void TrashBox::updateButtons()
{
    const bool hasSelection = !m_list->selectedItems().isEmpty();
    m_restore->setEnabled(hasSelection);
    m_erase->setEnabled(hasSelection);
    m_empty->setEnabled(!m_runs.empty());
}

void TrashBox::restoreSelected()
{
    for (const QString &id : selectedIds()) {
        const auto run = std::find_if(m_runs.begin(), m_runs.end(), [&id](const RunRecord &each) { return each.id == id; });
        whenDone(this, m_laboratory.restoreFromTrash(id), [this, record = *run](const QString &sentence) {
            if (!sentence.isEmpty()) {
                Q_EMIT failed(sentence);
                return;
            }
            RunRecord restored = record;
            restored.trashed = false;
            Q_EMIT this->restored(restored);
            read();
        });
    }
}

bool TrashBox::confirms(int count)
{
    return QMessageBox::question(this, tr("Erase runs"), tr("Erase %Ln run(s) for ever? Curves, notes and networks in them are lost.", nullptr, count),
                                 QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel)
        == QMessageBox::Yes;
}

void TrashBox::erase(bool everything)
{
    const QStringList ids = everything ? QStringList() : selectedIds();
    if (!confirms(everything ? int(m_runs.size()) : int(ids.size()))) {
        return;
    }
    const auto done = [this](const QString &sentence) {
        if (!sentence.isEmpty()) {
            Q_EMIT failed(sentence);
        }
        read();
    };
    if (everything) {
        whenDone(this, m_laboratory.emptyTrash(), done);
    } else {
        whenDone(this, m_laboratory.erase(ids), done);
    }
}

} // namespace convscope
