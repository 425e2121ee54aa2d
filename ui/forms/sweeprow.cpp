// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/sweeprow.h"

#include "core/training/settingname.h"
#include "core/training/settingrange.h"
#include "ui/forms/numbertext.h"
#include "ui/models/settingvaluetext.h"
#include "ui/models/sweepablesettings.h"
#include "ui/views/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace convscope {

namespace {

constexpr int mostSteps = 1000;
constexpr double decades = 10.0; // the range that is proposed goes so many times up and down

QString textOf(const QJsonArray &values)
{
    QStringList numbers;
    for (const QJsonValue &value : values) {
        numbers << formatNumber(value.toDouble());
    }
    return numbers.join(QStringLiteral("  "));
}

} // namespace

SweepRow::SweepRow(const std::map<QString, QJsonValue> &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_setting(new QComboBox)
    , m_mode(new QComboBox)
    , m_editors(new QStackedWidget)
    , m_list(new QLineEdit)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_steps(new QSpinBox)
    , m_log(new QCheckBox)
    , m_words(new QWidget)
    , m_wordsLayout(new QHBoxLayout(m_words))
    , m_remove(new QToolButton)
{
    m_setting->setObjectName(QStringLiteral("sweepSetting"));
    m_setting->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_setting->setMinimumContentsLength(24);
    m_mode->setObjectName(QStringLiteral("sweepMode"));
    m_mode->addItems({QString(), QString()});
    m_list->setObjectName(QStringLiteral("sweepList"));
    m_remove->setObjectName(QStringLiteral("sweepRemove"));
    m_remove->setIcon(themedIcon("remove"));
    m_remove->setAutoRaise(true);
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_wordsLayout->setContentsMargins(0, 0, 0, 0);
    m_editors->addWidget(m_list);
    addRange();
    m_editors->addWidget(m_words);
    m_editors->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_setting);
    layout->addWidget(m_mode);
    layout->addWidget(m_editors, 1);
    layout->addWidget(m_remove);
    for (const auto &[path, value] : m_settings) {
        m_setting->addItem(settingName(path), path);
    }
    m_setting->model()->sort(0);
    retranslateUi();
    connect(m_setting, &QComboBox::currentIndexChanged, this, &SweepRow::suggest);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &SweepRow::showMode);
    for (const QLineEdit *field : {m_list, m_from, m_to}) {
        connect(field, &QLineEdit::textChanged, this, &SweepRow::changed);
    }
    connect(m_steps, &QSpinBox::valueChanged, this, &SweepRow::changed);
    connect(m_log, &QCheckBox::toggled, this, &SweepRow::changed);
    connect(m_remove, &QToolButton::clicked, this, &SweepRow::removeRequested);
    suggest();
}

void SweepRow::addRange()
{
    auto *range = new QWidget;
    m_from->setObjectName(QStringLiteral("sweepFrom"));
    m_to->setObjectName(QStringLiteral("sweepTo"));
    m_steps->setObjectName(QStringLiteral("sweepSteps"));
    m_steps->setRange(2, mostSteps);
    m_steps->setValue(5);
    m_log->setObjectName(QStringLiteral("sweepLog"));
    auto *layout = new QHBoxLayout(range);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_from, 1);
    layout->addWidget(new QLabel(QStringLiteral("–")));
    layout->addWidget(m_to, 1);
    layout->addWidget(m_steps);
    layout->addWidget(m_log);
    m_editors->addWidget(range);
}

QString SweepRow::path() const
{
    return m_setting->currentData().toString();
}

void SweepRow::setPath(const QString &path)
{
    if (m_setting->findData(path) < 0) {
        m_setting->addItem(settingName(path), path); // from a file; whoever trains it says whether it exists
    }
    m_setting->setCurrentIndex(m_setting->findData(path));
}

void SweepRow::suggest()
{
    const QString path = this->path();
    const auto found = m_settings.find(path);
    const QJsonValue value = found == m_settings.end() ? QJsonValue(1.0) : found->second;
    const bool isNumber = value.isDouble();
    {
        const QSignalBlocker blockers[]{QSignalBlocker(m_mode), QSignalBlocker(m_list), QSignalBlocker(m_from), QSignalBlocker(m_to), QSignalBlocker(m_log)};
        m_mode->setVisible(isNumber);
        addWords(isNumber ? QString() : path);
        if (isNumber && found != m_settings.end()) {
            const bool isLogarithmic = isLogarithmicByNature(path);
            const SettingRange possible = settingRange(path);
            const double around = value.toDouble() > 0.0 ? value.toDouble() : 0.001;
            m_list->setText(textOf(suggestedValues(path, value)));
            m_from->setText(formatNumber(std::clamp(isLogarithmic ? around / decades : suggestedValues(path, value).first().toDouble(), possible.minimum, possible.maximum)));
            m_to->setText(formatNumber(std::clamp(isLogarithmic ? around * decades : suggestedValues(path, value).last().toDouble(), possible.minimum, possible.maximum)));
            m_log->setChecked(isLogarithmic);
            m_mode->setCurrentIndex(path == QLatin1String("training.learning_rate") ? Range : List);
        }
    }
    showMode();
}

void SweepRow::showMode()
{
    m_editors->setCurrentIndex(m_wordsLayout->count() > 0 ? int(Words) : m_mode->currentIndex());
    Q_EMIT changed();
}

/// Those of the setting; none for an empty path.
void SweepRow::addWords(const QString &path)
{
    while (QLayoutItem *item = m_wordsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (path.isEmpty()) {
        return;
    }
    for (const QJsonValue &value : suggestedValues(path, m_settings.at(path))) {
        addWord(value)->setChecked(true);
    }
    m_wordsLayout->addStretch();
}

QCheckBox *SweepRow::addWord(const QJsonValue &value)
{
    auto *box = new QCheckBox(settingValueText(value));
    box->setProperty("value", value.toVariant());
    m_wordsLayout->addWidget(box);
    connect(box, &QCheckBox::toggled, this, &SweepRow::changed);
    return box;
}

Result<double> SweepRow::numberIn(const QLineEdit &field) const
{
    const Result<double> number = parseNumber(field.text(), NumberKind::Decimal);
    return number ? number : Result<double>::failure(QStringLiteral("%1: %2").arg(settingName(path()), number.error()));
}

Result<QJsonValue> SweepRow::list() const
{
    using Values = Result<QJsonValue>;
    static const QRegularExpression separators(QStringLiteral("\\s*;\\s*|,?\\s+")); // a comma without a space is a decimal mark
    QJsonArray values;
    for (const QString &part : m_list->text().trimmed().split(separators, Qt::SkipEmptyParts)) {
        const Result<double> number = parseNumber(part, NumberKind::Decimal);
        if (!number) {
            return Values::failure(QStringLiteral("%1: %2").arg(settingName(path()), number.error()));
        }
        values.append(number.value());
    }
    return values.isEmpty() ? Values::failure(tr("%1: write at least one value.").arg(settingName(path()))) : Values(values);
}

Result<QJsonValue> SweepRow::range() const
{
    const Result<double> from = numberIn(*m_from);
    const Result<double> to = numberIn(*m_to);
    if (!from || !to) {
        return Result<QJsonValue>::failure(from ? to.error() : from.error());
    }
    return QJsonValue(QJsonObject{{QStringLiteral("from"), from.value()},
                                  {QStringLiteral("to"), to.value()},
                                  {QStringLiteral("steps"), m_steps->value()},
                                  {QStringLiteral("scale"), m_log->isChecked() ? QStringLiteral("log") : QStringLiteral("linear")}});
}

Result<QJsonValue> SweepRow::ticked() const
{
    QJsonArray values;
    for (const QCheckBox *box : m_words->findChildren<QCheckBox *>()) {
        if (box->isChecked()) {
            values.append(QJsonValue::fromVariant(box->property("value")));
        }
    }
    return values.isEmpty() ? Result<QJsonValue>::failure(tr("%1: tick at least one value.").arg(settingName(path()))) : Result<QJsonValue>(values);
}

Result<QJsonValue> SweepRow::values() const
{
    switch (Mode(m_editors->currentIndex())) {
    case Range:
        return range();
    case Words:
        return ticked();
    case List:
        break;
    }
    return list();
}

void SweepRow::setValues(const QString &path, const QJsonValue &values)
{
    setPath(path);
    if (m_editors->currentIndex() == Words) {
        for (QCheckBox *box : m_words->findChildren<QCheckBox *>()) {
            box->setChecked(values.toArray().contains(QJsonValue::fromVariant(box->property("value"))));
        }
    } else if (values.isObject()) {
        m_mode->setCurrentIndex(Range);
        m_from->setText(formatNumber(values[QLatin1String("from")].toDouble()));
        m_to->setText(formatNumber(values[QLatin1String("to")].toDouble()));
        m_steps->setValue(values[QLatin1String("steps")].toInt(m_steps->value()));
        m_log->setChecked(values[QLatin1String("scale")].toString() == QLatin1String("log"));
    } else {
        m_mode->setCurrentIndex(List);
        m_list->setText(textOf(values.toArray()));
    }
    Q_EMIT changed();
}

void SweepRow::setRandom(bool random)
{
    m_isRandom = random;
    m_steps->setVisible(!random);
}

void SweepRow::setRemovable(bool removable)
{
    m_remove->setEnabled(removable);
}

void SweepRow::retranslateUi()
{
    const QSignalBlocker blocker(m_setting);
    for (int i = 0; i < m_setting->count(); ++i) {
        m_setting->setItemText(i, settingName(m_setting->itemData(i).toString()));
    }
    m_mode->setItemText(List, tr("these values"));
    m_mode->setItemText(Range, tr("a range"));
    m_setting->setAccessibleName(tr("Setting"));
    m_setting->setToolTip(tr("The setting of which several values are tried."));
    m_mode->setAccessibleName(tr("How the values are given"));
    m_list->setAccessibleName(tr("Values"));
    m_list->setPlaceholderText(tr("values with spaces between them"));
    m_list->setToolTip(tr("The values to try, with spaces or semicolons between them."));
    m_from->setAccessibleName(tr("From"));
    m_from->setToolTip(tr("The smallest value."));
    m_to->setAccessibleName(tr("To"));
    m_to->setToolTip(tr("The largest value."));
    m_steps->setSuffix(QLatin1Char(' ') + tr("values"));
    m_steps->setAccessibleName(tr("Number of values"));
    m_steps->setToolTip(tr("So many values from the smallest to the largest, both included."));
    m_log->setText(tr("log scale"));
    m_log->setToolTip(tr("The same factor from each value to the next, instead of the same difference: right for the learning rate, where 0.001 and 0.002 are as far apart as 0.01 and 0.02."));
    m_remove->setToolTip(tr("No longer vary this setting."));
    m_remove->setAccessibleName(tr("Remove"));
    for (QCheckBox *box : m_words->findChildren<QCheckBox *>()) {
        box->setText(settingValueText(QJsonValue::fromVariant(box->property("value"))));
    }
}

void SweepRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
