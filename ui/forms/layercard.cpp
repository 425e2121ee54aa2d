// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/layercard.h"

#include "ui/forms/choicetexts.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/numberfield.h"
#include "ui/forms/problemlabel.h"
#include "ui/forms/quietcombobox.h"
#include "ui/forms/richtext.h"

#include <QAbstractButton>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

constexpr int grid = 8;

} // namespace

LayerCard::LayerCard(const QString &list, QWidget *parent)
    : QFrame(parent)
    , m_list(list)
    , m_title(new QLabel(this))
    , m_upButton(new QToolButton(this))
    , m_downButton(new QToolButton(this))
    , m_removeButton(new QToolButton(this))
    , m_fields(new QGridLayout)
    , m_problem(new ProblemLabel(this))
{
    setupUi();
    connectSignals();
}

void LayerCard::setupUi()
{
    setFrameShape(QFrame::StyledPanel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_fields->setHorizontalSpacing(grid);
    m_fields->setVerticalSpacing(grid / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid, grid / 2, grid, grid);
    layout->setSpacing(grid / 2);
    setupHeading();
    layout->addLayout(m_fields);
    layout->addWidget(m_problem);
}

void LayerCard::setupHeading()
{
    m_upButton->setObjectName(QStringLiteral("up"));
    m_upButton->setArrowType(Qt::UpArrow);
    m_downButton->setObjectName(QStringLiteral("down"));
    m_downButton->setArrowType(Qt::DownArrow);
    m_removeButton->setObjectName(QStringLiteral("remove"));
    m_removeButton->setText(QStringLiteral("×"));
    auto *heading = new QHBoxLayout;
    heading->setSpacing(0);
    heading->addWidget(m_title, 1);
    const int side = fontMetrics().height() + 6;
    for (QToolButton *button : {m_upButton, m_downButton, m_removeButton}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedSize(side, side);
        heading->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(heading);
}

void LayerCard::connectSignals()
{
    connect(m_upButton, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(m_downButton, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(m_removeButton, &QToolButton::clicked, this, &LayerCard::removeRequested);
    const auto addMove = [this](int key, int step) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, step] { Q_EMIT moveRequested(step); });
    };
    addMove(Qt::Key_Up, -1);
    addMove(Qt::Key_Down, 1);
}

void LayerCard::setPosition(int index, int count)
{
    m_index = index;
    m_count = count;
    setObjectName(path());
    m_upButton->setEnabled(index > 0);
    m_downButton->setEnabled(index + 1 < count);
    retranslateUi();
}

QString LayerCard::path() const
{
    return QStringLiteral("%1[%2]").arg(m_list).arg(m_index);
}

QString LayerCard::key(const QString &field) const
{
    return m_list + QStringLiteral("[].") + field;
}

NumberField *LayerCard::addNumber(const QString &field, int row, int column, int columnSpan)
{
    auto *editor = new NumberField(this);
    configureField(*editor, fieldSpec(key(field)));
    // Three of them stand side by side; four digits and the mark fit.
    editor->setMinimumWidth(fontMetrics().averageCharWidth() * 5 + 3 * grid);
    m_fields->addLayout(captioned(field, editor), row, column, 1, columnSpan);
    connect(editor, &NumberField::valueChanged, this, [this, field] { Q_EMIT edited(field); });
    connect(editor, &NumberField::problemOfTextChanged, this, &LayerCard::problemOfTextChanged);
    connect(editor, &NumberField::editingFinished, this, &LayerCard::editingFinished);
    connect(editor, &NumberField::shownProblemChanged, this, &LayerCard::showFirstProblem);
    return editor;
}

QuietComboBox *LayerCard::addActivation(int row, int column, int columnSpan)
{
    const QString field = QStringLiteral("activation");
    auto *combo = new QuietComboBox(this);
    for (const Activation activation : allActivations)
        combo->addItem(choiceText(activation), int(activation));
    m_fields->addLayout(captioned(field, combo), row, column, 1, columnSpan);
    connect(combo, &QComboBox::activated, this, [this, field] { Q_EMIT edited(field); });
    return combo;
}

QVBoxLayout *LayerCard::captioned(const QString &field, QWidget *editor)
{
    addEditor(field, editor);
    auto *caption = new QLabel(this);
    caption->setBuddy(editor);
    m_parts.back().caption = caption;
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(caption);
    column->addWidget(editor);
    return column;
}

void LayerCard::addEditor(const QString &field, QWidget *editor)
{
    editor->setObjectName(field);
    m_parts.push_back({field, editor, nullptr, {}});
}

std::vector<Problem> LayerCard::showProblems(const std::vector<Problem> &problems)
{
    std::vector<Problem> rest;
    m_wholeProblem.clear();
    for (Part &part : m_parts)
        part.problem.clear();
    for (const Problem &problem : problems) {
        const auto part = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part &candidate) {
            return problem.field == path() + u'.' + candidate.field;
        });
        QString *place = part != m_parts.end() ? &part->problem : problem.field == path() ? &m_wholeProblem : nullptr;
        if (!place)
            rest.push_back(problem);
        else if (place->isEmpty())
            *place = problem.message;
    }
    for (const Part &part : m_parts) {
        if (auto *field = qobject_cast<NumberField *>(part.editor))
            field->setProblem(part.problem);
    }
    showFirstProblem();
    return rest;
}

void LayerCard::showFirstProblem()
{
    QString first = m_wholeProblem;
    for (const Part &part : m_parts) {
        const auto *field = qobject_cast<const NumberField *>(part.editor);
        if (first.isEmpty())
            first = field ? field->shownProblem() : part.problem;
        if (!field)
            part.editor->setAccessibleDescription(part.problem);
    }
    m_problem->setProblem(first);
}

std::vector<Problem> LayerCard::ownProblems() const
{
    std::vector<Problem> problems;
    for (const Part &part : m_parts) {
        const auto *field = qobject_cast<const NumberField *>(part.editor);
        if (!field || field->problemOfText().isEmpty())
            continue;
        //: A heading ("Convolution 1"), the name of a setting in it, and a whole sentence about what is written there.
        problems.push_back({path() + u'.' + part.field,
                            tr("%1, %2: %3").arg(m_title->text(), fieldName(fieldSpec(key(part.field))),
                                                 field->problemOfText())});
    }
    return problems;
}

QList<QWidget *> LayerCard::focusChain() const
{
    QList<QWidget *> chain = {m_upButton, m_downButton, m_removeButton};
    for (const Part &part : m_parts)
        chain.append(part.editor);
    return chain;
}

void LayerCard::focusPart(const QString &name)
{
    auto *part = findChild<QWidget *>(name);
    if (!part || !part->isEnabled() || name.isEmpty())
        part = m_parts.front().editor;
    part->setFocus(Qt::OtherFocusReason);
}

void LayerCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
}

void LayerCard::retranslateUi()
{
    m_title->setText(title(m_index + 1));
    setAccessibleName(m_title->text());
    for (const Part &part : m_parts) {
        const FieldSpec &spec = fieldSpec(key(part.field));
        setFieldTexts(*part.editor, spec);
        if (part.caption) {
            part.caption->setText(fieldLabel(spec));
            part.caption->setToolTip(toolTipText({fieldToolTip(spec)}));
        } else if (auto *button = qobject_cast<QAbstractButton *>(part.editor)) {
            button->setText(fieldLabel(spec));
        }
        if (auto *combo = qobject_cast<QuietComboBox *>(part.editor)) {
            for (int i = 0; i < combo->count(); ++i)
                combo->setItemText(i, choiceText(static_cast<Activation>(combo->itemData(i).toInt())));
        }
    }
    //: %1 is a heading such as "Convolution 1"
    m_upButton->setAccessibleName(tr("Move up: %1").arg(m_title->text()));
    m_downButton->setAccessibleName(tr("Move down: %1").arg(m_title->text()));
    m_removeButton->setAccessibleName(tr("Remove: %1").arg(m_title->text()));
    m_upButton->setToolTip(tr("Move up (Ctrl+Up)"));
    m_downButton->setToolTip(tr("Move down (Ctrl+Down)"));
    m_removeButton->setToolTip(tr("Remove"));
}

} // namespace convscope
