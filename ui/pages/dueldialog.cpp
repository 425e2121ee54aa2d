// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dueldialog.h"

#include "core/common/duration.h"
#include "core/runs/duel.h"
#include "core/training/settingname.h"
#include "core/training/validator.h"
#include "ui/models/settingvaluetext.h"
#include "ui/models/sweepablesettings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace convscope {

DuelDialog::DuelDialog(const ComparedRunPtr &run, QWidget *parent)
    : QDialog(parent)
    , m_run(run)
    , m_setting(new QComboBox)
    , m_value(new QComboBox)
    , m_problem(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("duelDialog"));
    setWindowTitle(tr("Duel"));
    m_setting->setObjectName(QStringLiteral("duelSetting"));
    m_value->setObjectName(QStringLiteral("duelValue"));
    auto *text = new QLabel(tr("A second run like “%1” is trained, with one setting changed: same seed, same first weights where the shapes agree, same order of the pictures.").arg(run->name));
    text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Train it"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Setting"), m_setting);
    form->addRow(tr("&Value"), m_value);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    for (const auto &[path, value] : run->settings) {
        if (isSweepable(path, value)) {
            m_setting->addItem(settingName(path), path);
        }
    }
    m_setting->model()->sort(0);
    m_setting->setCurrentIndex(std::max(0, m_setting->findData(QStringLiteral("training.learning_rate"))));
    connect(m_setting, &QComboBox::currentIndexChanged, this, &DuelDialog::showValue);
    connect(m_value, &QComboBox::currentTextChanged, this, &DuelDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const std::optional<Experiment> wanted = experiment()) {
            Q_EMIT chosen(*wanted);
            accept();
        }
    });
    resize(440, sizeHint().height());
    showValue();
}

void DuelDialog::showValue()
{
    const QString path = m_setting->currentData().toString();
    const QJsonValue value = m_run->settings.at(path);
    m_value->clear();
    m_value->setEditable(value.isDouble());
    if (value.isDouble()) {
        m_value->setEditText(settingValueText(value));
        m_value->lineEdit()->selectAll();
    } else if (value.isBool()) {
        m_value->addItem(settingValueText(!value.toBool()), !value.toBool());
    } else {
        for (const QString &word : wordsOf(path)) {
            if (word != value.toString()) {
                m_value->addItem(settingValueText(word), word);
            }
        }
    }
    check();
}

std::optional<Experiment> DuelDialog::experiment()
{
    const QString path = m_setting->currentData().toString();
    const QJsonValue before = m_run->settings.at(path);
    QJsonValue value = QJsonValue::fromVariant(m_value->currentData());
    if (m_value->isEditable()) {
        bool ok = false;
        QString typed = m_value->currentText().trimmed();
        double number = QLocale().toDouble(typed, &ok);
        if (!ok) {
            number = QLocale::c().toDouble(typed, &ok); // 0.001 is understood in every language
        }
        if (!ok) {
            m_problem->setText(tr("“%1” is not a number.").arg(typed));
            return std::nullopt;
        }
        value = number;
    }
    if (value == before) {
        m_problem->setText(tr("Now it is %1. Write the value for the second run.").arg(settingValueText(before)));
        return std::nullopt;
    }
    const Result<std::vector<Experiment>> variants = variantsOf(m_run->experiment, {{path, QJsonArray{value}}});
    if (!variants || variants.value().empty()) {
        m_problem->setText(variants.error());
        return std::nullopt;
    }
    if (const std::vector<Problem> problems = validate(variants.value().front(), ExperimentLimits()); !problems.empty()) {
        m_problem->setText(problems.front().message);
        return std::nullopt;
    }
    const int trained = int(m_run->epochs.size());
    const double seconds = trained > 0 ? m_run->seconds() / trained * variants.value().front().training.epochs : 0.0;
    m_problem->setText(seconds > 0.0 ? tr("It takes about %1, judged by the first one.").arg(durationText(seconds)) : QString());
    return variants.value().front();
}

void DuelDialog::check()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(experiment().has_value());
}

} // namespace convscope
