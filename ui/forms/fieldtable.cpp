// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldtable.h"

#include "core/training/settingname.h"
#include "core/training/settingrange.h"
#include "ui/forms/fieldtexts.h"
#include "ui/forms/numberfield.h"
#include "ui/forms/richtext.h"

#include <QCoreApplication>
#include <QWidget>

namespace convscope {

namespace {

QString translated(const char *source)
{
    return *source == '\0' ? QString() : QCoreApplication::translate("FieldTable", source);
}

/// As the field shows it. Where an end doesn't belong to the range, the steps end one step before it.
SettingRange shownRange(const FieldSpec &spec)
{
    SettingRange range = settingRange(QString::fromLatin1(spec.key));
    if (spec.kind == FieldKind::Percent) {
        range.minimum *= 100.0;
        range.maximum *= 100.0;
    }
    if (range.interval == Interval::AboveMinimum)
        range.minimum += spec.step;
    else if (range.interval == Interval::BelowMaximum)
        range.maximum -= spec.step;
    return range;
}

} // namespace

std::span<const FieldSpec> fieldSpecs()
{
    return fieldTexts();
}

const FieldSpec &fieldSpec(const QString &key)
{
    const QString plain = withoutIndices(key);
    for (const FieldSpec &spec : fieldSpecs()) {
        if (plain == QLatin1String(spec.key))
            return spec;
    }
    qFatal("no such field: %s", qPrintable(key));
}

QString fieldUnit(const FieldSpec &spec)
{
    return translated(spec.unit);
}

QString fieldLabel(const FieldSpec &spec)
{
    return translated(spec.label);
}

QString fieldName(const FieldSpec &spec)
{
    const QString name = fieldLabel(spec).remove(u'&');
    if (*spec.unit == '\0')
        return name;
    //: The name of a setting and its unit: "Wrong labels (%)"
    return QCoreApplication::translate("FieldTable", "%1 (%2)").arg(name, fieldUnit(spec));
}

QString fieldToolTip(const FieldSpec &spec)
{
    return translated(spec.toolTip);
}

QString fieldWhatsThis(const FieldSpec &spec)
{
    return translated(spec.whatsThis);
}

void configureField(NumberField &field, const FieldSpec &spec)
{
    field.setKind(spec.kind == FieldKind::Integer ? NumberKind::Integer : NumberKind::Decimal,
                  spec.kind == FieldKind::Percent ? 2 : 0);
    const SettingRange range = shownRange(spec);
    // The validator speaks of shares where the form shows per cent.
    field.setRange(range.minimum, range.maximum,
                   spec.kind == FieldKind::Percent ? NumberField::RangeUse::Checked : NumberField::RangeUse::StepsOnly);
    field.setStepping(spec.stepping, spec.step);
}

void setFieldTexts(QWidget &editor, const FieldSpec &spec)
{
    editor.setAccessibleName(fieldName(spec));
    editor.setWhatsThis(toolTipText({fieldToolTip(spec), fieldWhatsThis(spec)}));
    if (auto *field = qobject_cast<NumberField *>(&editor)) {
        field->setHelp(fieldToolTip(spec));
        field->setUnit(fieldUnit(spec));
    } else {
        editor.setToolTip(toolTipText({fieldToolTip(spec)}));
    }
}

} // namespace convscope
