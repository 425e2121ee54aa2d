// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/presetnamerow.h"

#include "ui/views/flowlayout.h"
#include "ui/forms/problemlabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace convscope {

PresetNameRow::PresetNameRow(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_nameEdit(new QLineEdit(this))
    , m_saveButton(new QPushButton(this))
    , m_cancelButton(new QPushButton(this))
    , m_problem(new ProblemLabel(this))
{
    setupUi();
    connectSignals();
    retranslateUi();
}

void PresetNameRow::setupUi()
{
    m_nameEdit->setObjectName(QStringLiteral("presetName"));
    m_nameEdit->setMaxLength(80);
    m_saveButton->setObjectName(QStringLiteral("savePresetName"));
    m_cancelButton->setObjectName(QStringLiteral("cancelPresetName"));
    m_label->setBuddy(m_nameEdit);
    auto *buttons = new FlowLayout;
    buttons->addWidget(m_saveButton);
    buttons->addWidget(m_cancelButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(m_nameEdit);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
}

void PresetNameRow::connectSignals()
{
    connect(m_nameEdit, &QLineEdit::textChanged, this, &PresetNameRow::updateButton);
    connect(m_nameEdit, &QLineEdit::returnPressed, this, &PresetNameRow::requestSave);
    connect(m_saveButton, &QPushButton::clicked, this, &PresetNameRow::requestSave);
    connect(m_cancelButton, &QPushButton::clicked, this, &PresetNameRow::cancelled);
}

void PresetNameRow::begin(const QString &suggestion)
{
    setProblem({});
    m_nameEdit->setText(suggestion);
    m_nameEdit->selectAll();
    show();
    m_nameEdit->setFocus(Qt::OtherFocusReason);
    updateButton();
}

void PresetNameRow::setTakenNames(const QStringList &names)
{
    m_takenNames = names;
    updateButton();
}

void PresetNameRow::setProblem(const QString &sentence)
{
    m_problem->setProblem(sentence);
    m_nameEdit->setAccessibleDescription(sentence);
}

void PresetNameRow::updateButton()
{
    const QString name = m_nameEdit->text().trimmed();
    m_saveButton->setEnabled(!name.isEmpty());
    m_saveButton->setText(m_takenNames.contains(name) ? tr("Replace") : tr("Save"));
    m_saveButton->setToolTip(m_takenNames.contains(name) ? tr("A preset of yours has this name; it will be replaced.")
                                                         : tr("Saves the settings of the form under this name."));
    setProblem({});
}

void PresetNameRow::requestSave()
{
    const QString name = m_nameEdit->text().trimmed();
    if (!name.isEmpty())
        Q_EMIT saveRequested(name);
}

void PresetNameRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void PresetNameRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
}

void PresetNameRow::retranslateUi()
{
    m_label->setText(tr("Name of the new preset"));
    m_nameEdit->setAccessibleName(m_label->text());
    m_nameEdit->setToolTip(tr("Enter saves, Escape leaves everything as it is."));
    m_cancelButton->setText(tr("Cancel"));
    updateButton();
}

} // namespace convscope
