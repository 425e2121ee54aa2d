// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldrow.h"

#include "ui/forms/fieldtable.h"
#include "ui/forms/numberfield.h"
#include "ui/forms/problemlabel.h"
#include "ui/forms/richtext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace convscope {

namespace {

constexpr int grid = 8;

} // namespace

FieldRow::FieldRow(const QString &key, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_editor(editor)
    , m_field(qobject_cast<NumberField *>(editor))
    , m_label(new QLabel(this))
    , m_problem(new ProblemLabel(this))
{
    setupUi();
    if (m_field) {
        configureField(*m_field, fieldSpec(m_key));
        connect(m_field, &NumberField::shownProblemChanged, m_problem, &ProblemLabel::setProblem);
    }
    retranslateUi();
}

void FieldRow::setupUi()
{
    m_editor->setObjectName(m_key);
    m_label->setBuddy(m_editor);
    m_label->setWordWrap(true);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid);
    layout->setVerticalSpacing(grid / 2);
    layout->addWidget(m_label, 0, 0);
    layout->addWidget(m_editor, 0, 2); // a button may come between
    layout->addWidget(m_problem, 1, 0, 1, 3);
    layout->setColumnStretch(0, 1);
    setEditorWidth();
}

void FieldRow::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    static_cast<QGridLayout *>(layout())->addWidget(button, 0, 1);
    setTabOrder(button, m_editor);
}

void FieldRow::setEditorWidth()
{
    // The same in every row, so that the editors stand in one column at any size of text.
    const int width = fontMetrics().averageCharWidth() * 17;
    m_editor->setFixedWidth((width + grid - 1) / grid * grid);
}

void FieldRow::setProblem(const QString &sentence)
{
    if (m_field)
        m_field->setProblem(sentence);
    else
        m_problem->setProblem(sentence);
}

void FieldRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::FontChange)
        setEditorWidth();
}

void FieldRow::retranslateUi()
{
    const FieldSpec &spec = fieldSpec(m_key);
    m_label->setText(fieldLabel(spec));
    setFieldTexts(*m_editor, spec);
    m_label->setToolTip(toolTipText({fieldToolTip(spec)}));
    m_label->setWhatsThis(m_editor->whatsThis());
}

} // namespace convscope
