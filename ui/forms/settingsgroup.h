// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/validator.h"
#include "ui/forms/numberfield.h"

#include <QWidget>

#include <functional>
#include <type_traits>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace convscope {

class FieldRow;
class QuietComboBox;

/// What an edit does to the settings.
using SettingsChange = std::function<void(TrainingSettings &)>;

/// A column of rows, each bound to one member of TrainingSettings. It keeps no settings: it shows what it is given, and
/// says how an edit would change them.
class SettingsGroup : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsGroup(QWidget *parent = nullptr);
    ~SettingsGroup() override;

    /// Shows these settings, also in place of text that is no number.
    virtual void setSettings(const TrainingSettings &settings);
    /// Brings what follows from the settings (rows that come and go, previews) up to date, without touching any text.
    virtual void updateFrom(const TrainingSettings &settings);
    /// Marks rows, and removes marks; returns the problems that no visible row stands for.
    std::vector<Problem> showProblems(const std::vector<Problem> &problems);
    /// What is wrong with what is written rather than with the settings: text that is no number, per cent out of range.
    std::vector<Problem> ownProblems() const;

Q_SIGNALS:
    /// `key` names the setting: edits of one key may be undone as one.
    void edited(const QString &key, const convscope::SettingsChange &change);
    void problemOfTextChanged();
    /// The user is done with a field for now.
    void editingFinished();

protected:
    QVBoxLayout *rows() const { return m_layout; }

    /// `member` gives a reference to an int, qint64 or double of the settings.
    template<typename Member>
    FieldRow *addNumber(const QString &key, Member member)
    {
        return bindNumber(
            key, [member](const TrainingSettings &s) { return double(member(const_cast<TrainingSettings &>(s))); },
            [member](TrainingSettings &s, double value) {
                using Number = std::remove_reference_t<decltype(member(s))>;
                member(s) = Number(boundedFor(value, std::is_same_v<Number, int>));
            });
    }

    /// `member` gives a reference to an enum; the combo's item data are its values.
    template<typename Member>
    FieldRow *addChoice(const QString &key, QuietComboBox *combo, Member member)
    {
        return bindChoice(
            key, combo, [member](const TrainingSettings &s) { return int(member(const_cast<TrainingSettings &>(s))); },
            [member](TrainingSettings &s, int value) {
                member(s) = static_cast<std::remove_reference_t<decltype(member(s))>>(value);
            });
    }

    /// A row with a button that changes the settings.
    FieldRow *addButton(const QString &key, QPushButton *button, const std::function<void(const TrainingSettings &)> &show, const SettingsChange &change);

private:
    struct Binding
    {
        FieldRow *row = nullptr;
        std::function<void(const TrainingSettings &)> show;
    };

    static double boundedFor(double value, bool isInt);
    FieldRow *bindNumber(const QString &key, const std::function<double(const TrainingSettings &)> &get,
                         const std::function<void(TrainingSettings &, double)> &set);
    FieldRow *bindChoice(const QString &key, QuietComboBox *combo,
                         const std::function<int(const TrainingSettings &)> &get,
                         const std::function<void(TrainingSettings &, int)> &set);

    QVBoxLayout *m_layout;
    std::vector<Binding> m_bindings;
};

} // namespace convscope
