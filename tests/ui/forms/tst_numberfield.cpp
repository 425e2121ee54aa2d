// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/settingrange.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/numberfield.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace convscope;

namespace {

bool isNumber(const FieldSpec &spec)
{
    return spec.kind != FieldKind::Choice && spec.kind != FieldKind::Switch;
}

} // namespace

class TestNumberField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void typed_data();
    void typed();
    void refusedTextStaysAndIsMarked();
    void markWaitsWhileTyping();
    void outOfRangeIsUnderstoodAndMarked();
    void perCent();
    void specialWord();
    void steps();
    void wheelOnlyWithFocus();
    void setValueIsSilent();
    void problemFromOutside();
    void everyFieldIsDescribed();
    void stepsStayInTheRange();

private:
    static void wheel(QWidget &widget, int delta);
    static void type(NumberField &field, const QString &text);
};

void TestNumberField::type(NumberField &field, const QString &text)
{
    field.selectAll();
    QTest::keyClicks(&field, text);
}

void TestNumberField::wheel(QWidget &widget, int delta)
{
    const QPointF middle = QPointF(widget.rect().center());
    QWheelEvent event(middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, delta), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

void TestNumberField::typed_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    for (const char *locale : {"es_ES", "es_MX", "en_US", "C"}) {
        const bool comma = qstrcmp(locale, "es_ES") == 0;
        const QString name = QString::fromLatin1(locale);
        const QString thousandth = comma ? QStringLiteral("0,001") : QStringLiteral("0.001");
        QTest::addRow("%s, point", locale) << name << QStringLiteral("0.001") << 0.001 << thousandth;
        QTest::addRow("%s, comma", locale) << name << QStringLiteral("0,001") << 0.001 << thousandth;
        QTest::addRow("%s, exponent", locale) << name << QStringLiteral("1e-3") << 0.001 << thousandth;
        QTest::addRow("%s, 12.5", locale) << name << QStringLiteral("12.5") << 12.5
                                          << (comma ? QStringLiteral("12,5") : QStringLiteral("12.5"));
        QTest::addRow("%s, one mark", locale) << name << QStringLiteral("1.000") << 1.0 << QStringLiteral("1");
        QTest::addRow("%s, two marks", locale) << name << QStringLiteral("1.000,5") << 7.0 << QStringLiteral("1.000,5");
        QTest::addRow("%s, words", locale) << name << QStringLiteral("nan") << 7.0 << QStringLiteral("nan");
    }
}

void TestNumberField::typed()
{
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(double, value);
    QFETCH(QString, shown);
    QLocale::setDefault(QLocale(locale));
    NumberField field;
    field.setValue(7.0);
    field.show();
    type(field, text);
    QTest::keyClick(&field, Qt::Key_Return);
    QVERIFY(field.value() == value);
    QCOMPARE(field.text(), shown);
    QCOMPARE(field.hasValidValue(), value != 7.0);
}

void TestNumberField::refusedTextStaysAndIsMarked()
{
    NumberField field;
    field.setKind(NumberKind::Integer);
    field.setValue(64);
    field.show();
    QSignalSpy changed(&field, &NumberField::valueChanged);
    QSignalSpy textProblem(&field, &NumberField::problemOfTextChanged);
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("x"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(textProblem.count(), 1);
    QVERIFY(!field.hasValidValue());
    QCOMPARE(field.value(), 64.0);
    QCOMPARE(field.text(), QStringLiteral("x"));
    QVERIFY(!field.shownProblem().isEmpty());
    QCOMPARE(field.accessibleDescription(), field.shownProblem());
    QVERIFY(field.toolTip().contains(field.shownProblem().toHtmlEscaped()));

    type(field, QStringLiteral("1e3"));
    QCOMPARE(textProblem.count(), 4); // "1" is a number, "1e" is none, "1e3" is one again
    QCOMPARE(changed.count(), 3); // to 1, back to 64, to 1000
    QVERIFY(field.hasValidValue());
    QVERIFY(field.shownProblem().isEmpty());
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.text(), QStringLiteral("1000"));
}

void TestNumberField::markWaitsWhileTyping()
{
    NumberField field;
    field.setRange(0.0001, 1.0);
    field.setValue(0.5);
    field.show();
    field.setFocus();
    QTRY_VERIFY(field.hasFocus());
    type(field, QStringLiteral("0"));
    QVERIFY(!field.hasValidValue());
    QVERIFY(field.shownProblem().isEmpty());
    QTest::keyClicks(&field, QStringLiteral(".001"));
    QVERIFY(field.hasValidValue());
    type(field, QStringLiteral("2"));
    QTRY_VERIFY(!field.shownProblem().isEmpty()); // by itself, after a moment
    type(field, QStringLiteral("1"));
    QVERIFY(field.shownProblem().isEmpty()); // goes at once
}

void TestNumberField::outOfRangeIsUnderstoodAndMarked()
{
    NumberField field;
    field.setKind(NumberKind::Integer);
    field.setRange(1, 7);
    field.setValue(3);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    type(field, QStringLiteral("9"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(field.value(), 9.0);
    QVERIFY(!field.hasValidValue());
    QVERIFY(field.problemOfText().isEmpty());
    field.setRange(1, 7, NumberField::RangeUse::StepsOnly);
    QVERIFY(field.hasValidValue());
}

void TestNumberField::perCent()
{
    NumberField field;
    field.setKind(NumberKind::Decimal, 2);
    field.setRange(0, 50);
    field.setStepping(Stepping::Linear, 5);
    field.setValue(0.07);
    QCOMPARE(field.text(), QStringLiteral("7"));
    type(field, QStringLiteral("12,5"));
    QVERIFY(field.value() == 0.125);
    QTest::keyClick(&field, Qt::Key_Up);
    QVERIFY(field.value() == 0.15);
    type(field, QStringLiteral("50"));
    QVERIFY(field.hasValidValue());
    type(field, QStringLiteral("60"));
    QVERIFY(!field.hasValidValue());
}

void TestNumberField::specialWord()
{
    NumberField field;
    field.setKind(NumberKind::Integer);
    field.setSpecialValue(0, QStringLiteral("all"));
    field.setValue(0);
    QCOMPARE(field.text(), QStringLiteral("all"));
    type(field, QStringLiteral("500"));
    QCOMPARE(field.value(), 500.0);
    type(field, QStringLiteral("ALL"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.value(), 0.0);
    QCOMPARE(field.text(), QStringLiteral("all"));
    type(field, QStringLiteral("0"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(field.text(), QStringLiteral("all"));
}

void TestNumberField::steps()
{
    NumberField field;
    field.setRange(1e-8, 1000);
    field.setStepping(Stepping::OneTwoFive, 1e-8);
    field.setValue(0.001);
    QSignalSpy stepped(&field, &NumberField::stepped);
    QTest::keyClick(&field, Qt::Key_Up);
    QVERIFY(field.value() == 0.002);
    QTest::keyClick(&field, Qt::Key_Down);
    QTest::keyClick(&field, Qt::Key_Down);
    QVERIFY(field.value() == 0.0005);
    QCOMPARE(stepped.count(), 3);
    QCOMPARE(field.text(), formatNumber(0.0005));
}

void TestNumberField::wheelOnlyWithFocus()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *other = new QPushButton(&window);
    auto *field = new NumberField(&window);
    layout->addWidget(other);
    layout->addWidget(field);
    field->setValue(5);
    window.show();
    window.activateWindow();
    other->setFocus();
    QTRY_VERIFY(other->hasFocus());
    wheel(*field, 120);
    QCOMPARE(field->value(), 5.0);
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    wheel(*field, 120);
    QCOMPARE(field->value(), 6.0);
    wheel(*field, -60); // half a notch is no step yet
    QCOMPARE(field->value(), 6.0);
    wheel(*field, -60);
    QCOMPARE(field->value(), 5.0);
}

void TestNumberField::setValueIsSilent()
{
    NumberField field;
    QSignalSpy changed(&field, &NumberField::valueChanged);
    type(field, QStringLiteral("abc"));
    field.setValue(3);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(field.text(), QStringLiteral("3"));
    QVERIFY(field.hasValidValue());
}

void TestNumberField::problemFromOutside()
{
    NumberField field;
    QSignalSpy shown(&field, &NumberField::shownProblemChanged);
    field.setProblem(QStringLiteral("Too large."));
    QCOMPARE(shown.count(), 1);
    QVERIFY(!field.hasValidValue());
    type(field, QStringLiteral("x"));
    QVERIFY(field.problem() != QStringLiteral("Too large.")); // what is written comes first
    field.setValue(1);
    QCOMPARE(field.problem(), QStringLiteral("Too large."));
    field.setProblem({});
    QVERIFY(field.hasValidValue());
}

void TestNumberField::everyFieldIsDescribed()
{
    for (const FieldSpec &spec : fieldSpecs()) {
        QVERIFY(!fieldLabel(spec).isEmpty());
        QVERIFY2(fieldToolTip(spec).endsWith(u'.'), spec.key);
        QVERIFY2(fieldWhatsThis(spec).endsWith(u'.'), spec.key);
        QVERIFY(spec.step > 0);
        NumberField field;
        setFieldTexts(field, spec);
        QVERIFY(!field.accessibleName().contains(u'&'));
    }
    QCOMPARE(fieldSpec(QStringLiteral("architecture.conv_blocks[12].filters")).key,
             "architecture.conv_blocks[].filters");
}

void TestNumberField::stepsStayInTheRange()
{
    for (const FieldSpec &spec : fieldSpecs()) {
        if (!isNumber(spec))
            continue;
        const SettingRange range = settingRange(QString::fromLatin1(spec.key));
        NumberField field;
        configureField(field, spec);
        field.setValue(range.maximum);
        field.stepBy(1);
        QVERIFY2(field.value() <= range.maximum, spec.key);
        QVERIFY2(range.interval != Interval::BelowMaximum || field.value() < range.maximum, spec.key);
        field.setValue(range.minimum);
        field.stepBy(-1);
        QVERIFY2(field.value() >= range.minimum && field.value() <= range.maximum, spec.key);
        QVERIFY2(range.interval != Interval::AboveMinimum || field.value() > range.minimum, spec.key);
    }
}

QTEST_MAIN(TestNumberField)
#include "tst_numberfield.moc"
