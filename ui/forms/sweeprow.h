// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"

#include <QJsonValue>
#include <QWidget>

#include <map>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace convscope {

/// One setting of a sweep and what is tried for it: numbers one by one, a range of numbers, or words that are ticked.
class SweepRow : public QWidget
{
    Q_OBJECT

public:
    /// The settings to choose from, with the values they have.
    explicit SweepRow(const std::map<QString, QJsonValue> &settings, QWidget *parent = nullptr);

    QString path() const;
    /// Chooses a setting, with values that are worth a try.
    void setPath(const QString &path);
    /// As it stands in a sweep's file: a list, or a range with steps. A failure says what can't be read.
    Result<QJsonValue> values() const;
    void setValues(const QString &path, const QJsonValue &values);
    /// A random search draws from the whole range: the number of steps says nothing then.
    void setRandom(bool random);
    void setRemovable(bool removable);

Q_SIGNALS:
    void changed();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Mode { List, Range, Words };
    void addRange();
    void addWords(const QString &path);
    QCheckBox *addWord(const QJsonValue &value);
    void showMode();
    void suggest();
    Result<QJsonValue> list() const;
    Result<QJsonValue> range() const;
    Result<QJsonValue> ticked() const;
    Result<double> numberIn(const QLineEdit &field) const;
    void retranslateUi();

    const std::map<QString, QJsonValue> m_settings;
    QComboBox *m_setting;
    QComboBox *m_mode;
    QStackedWidget *m_editors;
    QLineEdit *m_list;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QSpinBox *m_steps;
    QCheckBox *m_log;
    QWidget *m_words;
    QBoxLayout *m_wordsLayout;
    QToolButton *m_remove;
    bool m_isRandom = false;
};

} // namespace convscope
