// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/settingsgroup.h"

#include "ui/forms/fieldrow.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/quietcombobox.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace convscope {

SettingsGroup::SettingsGroup(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(8, 0, 0, 8);
    m_layout->setSpacing(8);
}

SettingsGroup::~SettingsGroup()
{
    // A field that loses the focus while it goes down would still report to what is no longer there.
    for (QObject *child : findChildren<QObject *>())
        child->disconnect(this);
}

double SettingsGroup::boundedFor(double value, bool isInt)
{
    // What doesn't fit an int becomes the largest there is, which the validator refuses like any other number too
    // large.
    return isInt ? std::clamp(value, double(std::numeric_limits<int>::min()), double(std::numeric_limits<int>::max()))
                 : value;
}

FieldRow *SettingsGroup::bindNumber(const QString &key, const std::function<double(const TrainingSettings &)> &get,
                                    const std::function<void(TrainingSettings &, double)> &set)
{
    auto *field = new NumberField(this);
    auto *row = new FieldRow(key, field, this);
    m_layout->addWidget(row);
    m_bindings.push_back({row, [field, get](const TrainingSettings &s) { field->setValue(get(s)); }});
    connect(field, &NumberField::valueChanged, this, [this, key, set](double value) {
        Q_EMIT edited(key, [set, value](TrainingSettings &s) { set(s, value); });
    });
    connect(field, &NumberField::problemOfTextChanged, this, &SettingsGroup::problemOfTextChanged);
    connect(field, &NumberField::editingFinished, this, &SettingsGroup::editingFinished);
    return row;
}

FieldRow *SettingsGroup::bindChoice(const QString &key, QuietComboBox *combo,
                                    const std::function<int(const TrainingSettings &)> &get,
                                    const std::function<void(TrainingSettings &, int)> &set)
{
    auto *row = new FieldRow(key, combo, this);
    m_layout->addWidget(row);
    m_bindings.push_back({row, [combo, get](const TrainingSettings &s) {
                              combo->setCurrentIndex(combo->findData(get(s)));
                          }});
    connect(combo, &QComboBox::activated, this, [this, key, set, combo](int index) {
        const int value = combo->itemData(index).toInt();
        Q_EMIT edited(key, [set, value](TrainingSettings &s) { set(s, value); });
    });
    return row;
}

FieldRow *SettingsGroup::addButton(const QString &key, QPushButton *button, const std::function<void(const TrainingSettings &)> &show, const SettingsChange &change)
{
    auto *row = new FieldRow(key, button, this);
    m_layout->addWidget(row);
    m_bindings.push_back({row, show});
    connect(button, &QPushButton::clicked, this, [this, key, change] {
        Q_EMIT edited(key, change);
        Q_EMIT editingFinished();
    });
    return row;
}

void SettingsGroup::setSettings(const TrainingSettings &settings)
{
    for (const Binding &binding : m_bindings)
        binding.show(settings);
    updateFrom(settings);
}

void SettingsGroup::updateFrom(const TrainingSettings &) { }

std::vector<Problem> SettingsGroup::showProblems(const std::vector<Problem> &problems)
{
    std::vector<Problem> rest = problems;
    for (const Binding &binding : m_bindings) {
        const auto own = [&binding](const Problem &problem) { return problem.field == binding.row->key(); };
        const auto first = std::find_if(problems.begin(), problems.end(), own);
        binding.row->setProblem(first == problems.end() ? QString() : first->message);
        // A row that isn't there (the momentum of Adam) can't speak for its problem.
        if (!binding.row->isHidden())
            std::erase_if(rest, own);
    }
    return rest;
}

std::vector<Problem> SettingsGroup::ownProblems() const
{
    std::vector<Problem> problems;
    for (const Binding &binding : m_bindings) {
        const NumberField *field = binding.row->numberField();
        if (!field || binding.row->isHidden())
            continue;
        const QString sentence = field->problemOfText().isEmpty() ? field->problemOfRange() : field->problemOfText();
        if (!sentence.isEmpty()) {
            //: %1 is the name of a setting, %2 a whole sentence about what is written there.
            problems.push_back({binding.row->key(),
                                tr("%1: %2").arg(fieldName(fieldSpec(binding.row->key())), sentence)});
        }
    }
    return problems;
}

} // namespace convscope
