// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/queuebox.h"

#include "ui/models/whendone.h"
#include "ui/window/queuetrainer.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

constexpr int numberRole = Qt::UserRole;

QString stateText(const QueueEntry &entry)
{
    if (!entry.owner.isEmpty()) {
        return QueueBox::tr("training");
    }
    if (entry.isSkipped) {
        return QueueBox::tr("skipped");
    }
    return entry.run.isEmpty() ? QueueBox::tr("waiting") : QueueBox::tr("interrupted");
}

} // namespace

QueueBox::QueueBox(const Laboratory &laboratory, QueueTrainer &trainer, std::function<Experiment()> experiment, std::function<QString()> problem, QWidget *parent)
    : QDialog(parent)
    , m_laboratory(laboratory)
    , m_trainer(trainer)
    , m_experiment(std::move(experiment))
    , m_problem(std::move(problem))
    , m_list(new QTreeWidget(this))
    , m_text(new QLabel(this))
    , m_on(new QCheckBox(tr("Train what waits, one after the other"), this))
    , m_two(new QCheckBox(tr("Two at once"), this))
{
    setObjectName(QStringLiteral("queueBox"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Queue"));
    setupUi();
    resize(560, 380);
    connect(&trainer, &QueueTrainer::onChanged, m_on, &QCheckBox::setChecked);
    connect(&trainer, &QueueTrainer::queueChanged, this, &QueueBox::read);
    read();
}

QPushButton *QueueBox::addButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    return button;
}

void QueueBox::setupUi()
{
    m_text->setWordWrap(true);
    m_text->setText(tr("Trainings wait here for their turn, also when the program is closed meanwhile."));
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Name"), tr("State"), tr("Epochs"), tr("Threads")});
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_on->setObjectName(QStringLiteral("queueOn"));
    m_on->setChecked(m_trainer.isOn());
    m_two->setObjectName(QStringLiteral("queueTwo"));
    m_two->setChecked(m_trainer.isTwo());
    m_two->setEnabled(QueueTrainer::canBeTwo());
    m_two->setToolTip(tr("A second training runs beside the first one, without curves that move. They share the processor's cores, so that each is slower, but both together are often done sooner."));
    m_add = addButton("queueAdd", tr("Add the form"), tr("Puts the settings in the form at the end of the queue."));
    m_edit = addButton("queueEdit", tr("Replace by the form"), tr("Gives this entry the settings in the form."));
    m_show = addButton("queueShow", tr("Show in the form"), tr("Copies the settings of this entry into the form."));
    m_up = addButton("queueUp", tr("Earlier"), tr("Trains this entry before the one above it."));
    m_down = addButton("queueDown", tr("Later"), tr("Trains this entry after the one below it."));
    m_skip = addButton("queueSkip", tr("Skip"), tr("Passes this entry over until it shall wait again."));
    m_remove = addButton("queueRemove", tr("Remove"), tr("Takes this entry out of the queue."));
    auto *side = new QVBoxLayout;
    for (QPushButton *button : {m_add, m_edit, m_show, m_up, m_down, m_skip, m_remove}) {
        side->addWidget(button);
    }
    side->addStretch();
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(side);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(middle, 1);
    layout->addWidget(m_on);
    layout->addWidget(m_two);
    layout->addWidget(close);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &QueueBox::updateButtons);
    connect(m_two, &QCheckBox::clicked, &m_trainer, &QueueTrainer::setTwo);
    connect(m_on, &QCheckBox::clicked, &m_trainer, &QueueTrainer::setOn);
    connect(m_add, &QPushButton::clicked, this, &QueueBox::add);
    connect(m_edit, &QPushButton::clicked, this, &QueueBox::edit);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showRequested(selected()->experiment); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_skip, &QPushButton::clicked, this, [this] { whenDone(m_laboratory.skipInQueue(selected()->number, !selected()->isSkipped)); });
    connect(m_remove, &QPushButton::clicked, this, [this] { whenDone(m_laboratory.removeFromQueue(selected()->number)); });
    updateButtons();
}

void QueueBox::read()
{
    convscope::whenDone(this, m_laboratory.queue(), [this](const Result<Queue> &queue) { take(queue); });
}

void QueueBox::take(const Result<Queue> &queue)
{
    if (!queue) {
        Q_EMIT failed(queue.error());
        return;
    }
    const qint64 chosen = selected() ? selected()->number : 0;
    m_queue = queue.value();
    m_list->clear();
    for (const QueueEntry &entry : m_queue.entries) {
        const int threads = entry.experiment.training.threads;
        auto *item = new QTreeWidgetItem(m_list, {entry.experiment.name, stateText(entry), QLocale().toString(entry.experiment.training.epochs),
                                                  threads == 0 ? tr("automatic") : QLocale().toString(threads)});
        item->setData(0, numberRole, entry.number);
        if (entry.number == chosen) {
            m_list->setCurrentItem(item);
        }
    }
    for (const QString &problem : m_queue.problems) {
        Q_EMIT failed(problem);
    }
    updateButtons();
}

const QueueEntry *QueueBox::selected() const
{
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    if (items.isEmpty()) {
        return nullptr;
    }
    const qint64 number = items.first()->data(0, numberRole).toLongLong();
    const auto found = std::find_if(m_queue.entries.begin(), m_queue.entries.end(), [number](const QueueEntry &entry) { return entry.number == number; });
    return found == m_queue.entries.end() ? nullptr : &*found;
}

void QueueBox::add()
{
    if (const QString problem = m_problem(); !problem.isEmpty()) {
        Q_EMIT failed(problem);
        return;
    }
    whenDone(m_laboratory.enqueue(m_experiment()));
}

void QueueBox::edit()
{
    if (const QString problem = m_problem(); !problem.isEmpty()) {
        Q_EMIT failed(problem);
        return;
    }
    whenDone(m_laboratory.editInQueue(selected()->number, m_experiment()));
}

void QueueBox::move(int by)
{
    const auto place = selected() - m_queue.entries.data();
    whenDone(m_laboratory.moveInQueue(selected()->number, place + 1 + by));
}

void QueueBox::whenDone(QFuture<QString> done)
{
    convscope::whenDone(this, done, [this](const QString &sentence) {
        if (!sentence.isEmpty()) {
            Q_EMIT failed(sentence);
        }
        read();
    });
}

void QueueBox::updateButtons()
{
    const QueueEntry *entry = selected();
    const bool isIdle = entry && entry->owner.isEmpty();
    const auto place = entry ? entry - m_queue.entries.data() : 0;
    m_edit->setEnabled(isIdle);
    m_show->setEnabled(entry);
    m_up->setEnabled(entry && place > 0);
    m_down->setEnabled(entry && place + 1 < qsizetype(m_queue.entries.size()));
    m_skip->setEnabled(isIdle);
    m_skip->setText(entry && entry->isSkipped ? tr("Wait again") : tr("Skip"));
    m_remove->setEnabled(isIdle);
}

} // namespace convscope
