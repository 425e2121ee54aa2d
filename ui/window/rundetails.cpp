// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rundetails.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace convscope {

namespace {

constexpr int noteLines = 3;

int heightOf(const QPlainTextEdit &edit, int lines)
{
    return lines * edit.fontMetrics().lineSpacing() + 12;
}

QPlainTextEdit *textEdit(const char *name, int lines, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(heightOf(*edit, lines));
    return edit;
}

QStringList tagsFrom(const QString &typed)
{
    QStringList tags;
    for (const QString &part : typed.split(QLatin1Char(','))) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive)) {
            tags << tag;
        }
    }
    return tags;
}

} // namespace

RunDetails::RunDetails(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    retranslateUi();
    setExpanded(false);
    updateButtons();
}

void RunDetails::setupUi()
{
    m_header = new QToolButton(this);
    m_header->setObjectName(QStringLiteral("runDetailsHeader"));
    m_header->setCheckable(true);
    m_header->setAutoRaise(true);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_header, &QToolButton::toggled, this, &RunDetails::setExpanded);
    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(8, 0, 8, 8);
    body->setSpacing(4);
    m_tagsTitle = new QLabel(m_body);
    m_tags = new QLineEdit(m_body);
    m_tags->setObjectName(QStringLiteral("runTags"));
    m_tagsTitle->setBuddy(m_tags);
    m_noteTitle = new QLabel(m_body);
    m_note = textEdit("runNote", noteLines, m_body);
    m_noteTitle->setBuddy(m_note);
    m_madeWith = new QFormLayout;
    m_madeWith->setVerticalSpacing(2);
    m_settings = textEdit("runSettings", 1, m_body);
    m_settings->setReadOnly(true);
    m_settings->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is as tall as its text: one bar is enough
    connect(m_settings->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this](const QSizeF &size) { m_settings->setFixedHeight(heightOf(*m_settings, int(size.height()))); });
    m_use = new QPushButton(m_body);
    m_use->setObjectName(QStringLiteral("runUseSettings"));
    m_repeat = new QPushButton(m_body);
    m_repeat->setObjectName(QStringLiteral("runRepeat"));
    m_thin = new QPushButton(m_body);
    m_thin->setObjectName(QStringLiteral("runThin"));
    for (QWidget *each : std::initializer_list<QWidget *>{m_tagsTitle, m_tags, m_noteTitle, m_note}) {
        body->addWidget(each);
    }
    body->addLayout(m_madeWith);
    for (QWidget *each : std::initializer_list<QWidget *>{m_settings, m_use, m_repeat, m_thin}) {
        body->addWidget(each);
    }
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("runDetailsArea"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(area, 1);
    connect(m_tags, &QLineEdit::editingFinished, this, &RunDetails::finishEditing);
    m_note->installEventFilter(this);
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT useSettingsRequested(m_content.number); });
    connect(m_repeat, &QPushButton::clicked, this, [this] { Q_EMIT repeatRequested(m_content.number); });
    connect(m_thin, &QPushButton::clicked, this, [this] { Q_EMIT thinRequested(m_content.number); });
}

void RunDetails::setContent(const RunDetailsContent &content)
{
    const bool isSame = content.number == m_content.number;
    if (!isSame) {
        finishEditing();
    }
    m_content = content;
    if (!isSame || !m_tags->hasFocus()) {
        m_tags->setText(content.labels.tags.join(QStringLiteral(", ")));
    }
    if ((!isSame || !m_note->hasFocus()) && m_note->toPlainText() != content.labels.note) {
        m_note->setPlainText(content.labels.note);
    }
    if (m_settings->toPlainText() != content.settings) {
        m_settings->setPlainText(content.settings);
    }
    showMadeWith();
    updateButtons();
}

void RunDetails::showMadeWith()
{
    while (m_madeWith->rowCount() > 0) {
        m_madeWith->removeRow(0);
    }
    for (const auto &[title, value] : m_content.madeWith) {
        // In one line where it fits: a column of its own for the titles leaves too little for what was used.
        auto *label = new QLabel(tr("%1: %2").arg(title, value), m_body);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAccessibleName(title);
        m_madeWith->addRow(label);
    }
}

bool RunDetails::isExpanded() const
{
    return m_header->isChecked();
}

void RunDetails::setExpanded(bool expanded)
{
    m_header->setChecked(expanded);
    m_header->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
    findChild<QScrollArea *>()->setVisible(expanded);
    setSizePolicy(QSizePolicy::Preferred, expanded ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    Q_EMIT expandedChanged(expanded);
}

void RunDetails::setReady(bool ready)
{
    m_ready = ready;
    updateButtons();
}

void RunDetails::updateButtons()
{
    const bool hasRun = m_content.number > 0;
    m_body->setEnabled(hasRun);
    m_use->setEnabled(hasRun);
    m_repeat->setEnabled(hasRun && m_ready);
    m_thin->setEnabled(m_content.canBeThinned);
}

void RunDetails::finishEditing()
{
    RunLabels labels = m_content.labels;
    labels.note = m_note->toPlainText();
    labels.tags = tagsFrom(m_tags->text());
    if (m_content.number > 0 && labels != m_content.labels) {
        m_content.labels = labels;
        Q_EMIT labelsEdited(m_content.number, labels);
    }
}

bool RunDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut) {
        finishEditing();
    }
    return QWidget::eventFilter(watched, event);
}

void RunDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
    QWidget::changeEvent(event);
}

void RunDetails::retranslateUi()
{
    m_header->setText(tr("About the selected run"));
    m_header->setToolTip(tr("Tags, notes, settings, and what the run was made with"));
    m_tagsTitle->setText(tr("&Tags"));
    m_tags->setPlaceholderText(tr("With commas between them"));
    m_tags->setToolTip(tr("Words by which you find this run again, for example: dropout, first lesson."));
    m_noteTitle->setText(tr("&Notes"));
    m_note->setPlaceholderText(tr("What you tried, and what you saw"));
    m_note->setToolTip(tr("Your notes are kept with the run, and travel with it when it is exported."));
    m_settings->setToolTip(tr("The settings of this run, to be read. “Use these settings” copies them into the form."));
    m_settings->setAccessibleName(tr("Settings of this run"));
    m_use->setText(tr("Use these settings"));
    m_use->setToolTip(tr("Copy network and settings of this run into the form on the left."));
    m_repeat->setText(tr("Repeat this run"));
    m_repeat->setToolTip(tr("Trains again with the same settings, seed and number of threads. At the end it says whether every number is the same to the last bit, or what differs."));
    m_thin->setText(tr("Free disk space…"));
    m_thin->setToolTip(tr("Removes every second of the kept moments of this run. It says first how much becomes free, and asks."));
}

} // namespace convscope
