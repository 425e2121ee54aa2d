// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/numberstep.h"

#include <QString>

#include <span>

class QWidget;

namespace convscope {

class NumberField;

enum class FieldKind { Decimal, Integer, Percent, Choice, Switch };

/// One setting of an experiment, as a form shows it. The texts are sources; the functions below translate them.
struct FieldSpec
{
    /// The path in the JSON form, without indices: "training.learning_rate", "architecture.conv_blocks[].filters".
    const char *key;
    FieldKind kind;
    /// What the arrow keys do, in the units that are shown (per cent for FieldKind::Percent); numbers only.
    Stepping stepping;
    double step;
    const char *unit;
    /// With a mnemonic where it stands alone in a row.
    const char *label;
    /// What it does to learning, in one or two sentences.
    const char *toolTip;
    /// Goes on to why.
    const char *whatsThis;
};

/// Every setting there is, in the order of the form.
std::span<const FieldSpec> fieldSpecs();

/// The entry of a key, with or without indices. The key must exist.
const FieldSpec &fieldSpec(const QString &key);

QString fieldUnit(const FieldSpec &spec);
/// With "&" before the mnemonic.
QString fieldLabel(const FieldSpec &spec);
/// For screen readers and sentences: without the mnemonic, with the unit.
QString fieldName(const FieldSpec &spec);
QString fieldToolTip(const FieldSpec &spec);
QString fieldWhatsThis(const FieldSpec &spec);

/// Kind, range (settingRange()) and steps; once. For numbers.
void configureField(NumberField &field, const FieldSpec &spec);
/// Accessible name, tooltip, What's This and unit, in the language of now.
void setFieldTexts(QWidget &editor, const FieldSpec &spec);

} // namespace convscope
