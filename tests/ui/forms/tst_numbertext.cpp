// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/numberstep.h"
#include "core/common/counttext.h"
#include "ui/forms/numbertext.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace convscope;

namespace {

constexpr double refused = std::numeric_limits<double>::quiet_NaN();

struct Case
{
    const char *name;
    QString text;
    NumberKind kind;
    /// NaN = must be refused.
    double value;
};

const std::array locales = {"es_ES", "es_MX", "en_US", "C"};

std::vector<Case> allCases()
{
    using enum NumberKind;
    return {
        {"point", QStringLiteral("0.001"), Decimal, 0.001},
        {"comma", QStringLiteral("0,001"), Decimal, 0.001},
        {"exponent", QStringLiteral("1e-3"), Decimal, 0.001},
        {"capital exponent", QStringLiteral("1E-3"), Decimal, 0.001},
        {"exponent with plus", QStringLiteral("1.5e+2"), Decimal, 150.0},
        {"comma and exponent", QStringLiteral("2,5e-4"), Decimal, 0.00025},
        {"plus", QStringLiteral("+0.5"), Decimal, 0.5},
        {"minus", QStringLiteral("-0.5"), Decimal, -0.5},
        {"Unicode minus", QStringLiteral("\u22120,5"), Decimal, -0.5},
        {"Unicode minus in the exponent", QStringLiteral("1e\u22123"), Decimal, 0.001},
        {"spaces around", QStringLiteral("  0.5\t"), Decimal, 0.5},
        {"no-break spaces around", QStringLiteral("\u00A00.5\u202F"), Decimal, 0.5},
        {"invisible marks around", QStringLiteral("\uFEFF0.5\u200B"), Decimal, 0.5},
        {"nothing before the mark", QStringLiteral(",5"), Decimal, 0.5},
        {"nothing after the mark", QStringLiteral("5."), Decimal, 5.0},
        {"one mark is a decimal mark", QStringLiteral("1.000"), Decimal, 1.0},
        {"one comma is a decimal mark", QStringLiteral("1,000"), Decimal, 1.0},
        {"12.5 stays 12.5", QStringLiteral("12.5"), Decimal, 12.5},
        {"zero", QStringLiteral("0"), Decimal, 0.0},
        {"zero with a huge exponent", QStringLiteral("0e99999"), Decimal, 0.0},
        {"smallest", QStringLiteral("5e-324"), Decimal, 5e-324},

        {"two marks, Spanish", QStringLiteral("1.000,5"), Decimal, refused},
        {"two marks, English", QStringLiteral("1,000.5"), Decimal, refused},
        {"three groups", QStringLiteral("1.000.000"), Decimal, refused},
        {"space inside", QStringLiteral("1 000"), Decimal, refused},
        {"no-break space inside", QStringLiteral("1\u00A0000"), Decimal, refused},
        {"narrow space inside", QStringLiteral("1\u202F000,5"), Decimal, refused},
        {"apostrophe", QStringLiteral("1'000"), Decimal, refused},
        {"empty", QString(), Decimal, refused},
        {"only spaces", QStringLiteral("   "), Decimal, refused},
        {"only a mark", QStringLiteral("."), Decimal, refused},
        {"only a sign", QStringLiteral("-"), Decimal, refused},
        {"nan", QStringLiteral("nan"), Decimal, refused},
        {"inf", QStringLiteral("inf"), Decimal, refused},
        {"infinity", QStringLiteral("-Infinity"), Decimal, refused},
        {"hexadecimal", QStringLiteral("0x10"), Decimal, refused},
        {"hexadecimal with exponent", QStringLiteral("0x1p3"), Decimal, refused},
        {"exponent without digits", QStringLiteral("1e"), Decimal, refused},
        {"mark in the exponent", QStringLiteral("1e0,5"), Decimal, refused},
        {"two signs", QStringLiteral("--1"), Decimal, refused},
        {"letters behind", QStringLiteral("0.5x"), Decimal, refused},
        {"per cent sign", QStringLiteral("5%"), Decimal, refused},
        {"too large", QStringLiteral("1e999"), Decimal, refused},
        {"too close to zero", QStringLiteral("1e-999"), Decimal, refused},
        {"other digits", QStringLiteral("\u0661\u0662"), Decimal, refused},

        {"integer", QStringLiteral("1000"), Integer, 1000.0},
        {"integer with exponent", QStringLiteral("1e3"), Integer, 1000.0},
        {"integer with a harmless negative exponent", QStringLiteral("100e-2"), Integer, 1.0},
        {"integer, spaces around", QStringLiteral(" 64 "), Integer, 64.0},
        {"integer, minus", QStringLiteral("\u22121"), Integer, -1.0},
        {"largest integer", QStringLiteral("9007199254740992"), Integer, 9007199254740992.0},
        {"integer with a point", QStringLiteral("1.000"), Integer, refused},
        {"integer with a comma", QStringLiteral("1,000"), Integer, refused},
        {"integer with a fraction", QStringLiteral("1.5"), Integer, refused},
        {"integer with a mark at the end", QStringLiteral("64."), Integer, refused},
        {"integer with a fraction in the exponent", QStringLiteral("1e-3"), Integer, refused},
        {"integer that only rounding makes whole", QStringLiteral("45035996273704965e-1"), Integer, refused},
        {"integer with a space", QStringLiteral("60 000"), Integer, refused},
        {"integer too large", QStringLiteral("9007199254740994"), Integer, refused},
        {"integer far too large", QStringLiteral("1e400"), Integer, refused},
        {"integer nan", QStringLiteral("NaN"), Integer, refused},
    };
}

} // namespace

class TestNumberText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void parse_data();
    void parse();
    void wholeNumberSentenceNamesTheNumber();
    void shiftIsExact();
    void format_data();
    void format();
    void roundTrip();
    void countText();
    void steps_data();
    void steps();
};

void TestNumberText::parse_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("value");
    for (const char *locale : locales) {
        for (const Case &c : allCases())
            QTest::addRow("%s, %s", locale, c.name) << QString::fromLatin1(locale) << c.text << int(c.kind) << c.value;
    }
}

void TestNumberText::parse()
{
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(double, value);
    QLocale::setDefault(QLocale(locale));
    const Result<double> result = parseNumber(text, static_cast<NumberKind>(kind));
    if (std::isnan(value)) {
        QVERIFY(!result.ok());
        QVERIFY(result.error().endsWith(u'.'));
    } else {
        QVERIFY2(result.ok(), qPrintable(result.error()));
        QCOMPARE(result.value(), value);
        QVERIFY(result.value() == value); // exactly
    }
}

void TestNumberText::wholeNumberSentenceNamesTheNumber()
{
    QVERIFY(parseNumber(QStringLiteral("1.000"), NumberKind::Integer).error().contains(QLatin1String("1000")));
    QVERIFY(parseNumber(QStringLiteral("60,000"), NumberKind::Integer).error().contains(QLatin1String("60000")));
    // 15 is not what 1,5 means, so no number is suggested.
    QVERIFY(!parseNumber(QStringLiteral("1,5"), NumberKind::Integer).error().contains(QLatin1String("15")));
}

void TestNumberText::shiftIsExact()
{
    for (int i = 0; i <= 1000; ++i) {
        const QString text = QString::number(i / 10) + u'.' + QString::number(i % 10);
        const QString share = QStringLiteral("0.%1").arg(i, 3, 10, QLatin1Char('0'));
        const double expected = share.toDouble();
        const double value = parseNumber(text, NumberKind::Decimal, 2).value();
        QVERIFY2(i == 1000 ? value == 1.0 : value == expected, qPrintable(text));
        QCOMPARE(parseNumber(formatNumber(value, QLocale::c(), 2), NumberKind::Decimal, 2).value(), value);
    }
    QCOMPARE(formatNumber(0.07, QLocale::c(), 2), QStringLiteral("7"));
    QCOMPARE(formatNumber(0.125, QLocale(QStringLiteral("es_ES")), 2), QStringLiteral("12,5"));
}

void TestNumberText::format_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("withPoint");
    QTest::newRow("0") << 0.0 << QStringLiteral("0");
    QTest::newRow("0.001") << 0.001 << QStringLiteral("0.001");
    QTest::newRow("0.00001 as the paper writes it") << 1e-5 << QStringLiteral("0.00001");
    QTest::newRow("1e-9") << 1e-9 << QStringLiteral("1e-9");
    QTest::newRow("1.5e-9") << 1.5e-9 << QStringLiteral("1.5e-9");
    QTest::newRow("0.1 + 0.2") << 0.1 + 0.2 << QStringLiteral("0.30000000000000004");
    QTest::newRow("60000 without marks") << 60000.0 << QStringLiteral("60000");
    QTest::newRow("2^53") << 9007199254740992.0 << QStringLiteral("9007199254740992");
    QTest::newRow("1e16") << 1e16 << QStringLiteral("1e16");
    QTest::newRow("-12.5") << -12.5 << QStringLiteral("-12.5");
}

void TestNumberText::format()
{
    QFETCH(double, value);
    QFETCH(QString, withPoint);
    QCOMPARE(formatNumber(value, QLocale::c()), withPoint);
    QCOMPARE(formatNumber(value, QLocale(QStringLiteral("en_US"))), withPoint);
    QCOMPARE(formatNumber(value, QLocale(QStringLiteral("es_MX"))), withPoint);
    QString withComma = withPoint;
    withComma.replace(u'.', u',');
    QCOMPARE(formatNumber(value, QLocale(QStringLiteral("es_ES"))), withComma);
}

void TestNumberText::roundTrip()
{
    for (const char *name : locales) {
        const QLocale locale(QString::fromLatin1(name));
        for (const double value : {0.0, 1.0, 0.1, 1.0 / 3.0, 1e-300, 1e300, 5e-324, 123456.789, -2.5e-7, 1e22}) {
            QVERIFY(parseNumber(formatNumber(value, locale), NumberKind::Decimal).value() == value);
            QVERIFY(parseNumber(formatNumber(value, locale, 2), NumberKind::Decimal, 2).value() == value);
        }
    }
}

void TestNumberText::countText()
{
    QCOMPARE(convscope::countText(1882200, QLocale(QStringLiteral("en_US"))), QStringLiteral("1,882,200"));
    QCOMPARE(convscope::countText(1882200, QLocale(QStringLiteral("es_ES"))), QStringLiteral("1.882.200"));
    QCOMPARE(convscope::countText(18496, QLocale(QStringLiteral("es_ES"))), QStringLiteral("18.496"));
    QCOMPARE(convscope::countText(-60000, QLocale(QStringLiteral("en_US"))), QStringLiteral("-60,000"));
    QCOMPARE(convscope::countText(320, QLocale(QStringLiteral("es_MX"))), QStringLiteral("320"));
}

void TestNumberText::steps_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("stepping");
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("to");
    const int linear = int(Stepping::Linear);
    const int factors = int(Stepping::OneTwoFive);
    const int doubling = int(Stepping::Doubling);
    QTest::newRow("1-2-5 up from 1") << 0.001 << 1 << factors << 1e-6 << 0.002;
    QTest::newRow("1-2-5 up three") << 0.001 << 3 << factors << 1e-6 << 0.01;
    QTest::newRow("1-2-5 down") << 0.001 << -1 << factors << 1e-6 << 0.0005;
    QTest::newRow("1-2-5 from between, up") << 0.003 << 1 << factors << 1e-6 << 0.005;
    QTest::newRow("1-2-5 from between, down") << 0.003 << -1 << factors << 1e-6 << 0.002;
    QTest::newRow("1-2-5 below the first is the minimum") << 1e-6 << -1 << factors << 1e-6 << 0.0;
    QTest::newRow("1-2-5 from the minimum") << 0.0 << 1 << factors << 1e-6 << 1e-6;
    QTest::newRow("1-2-5 stops at the maximum") << 900.0 << 5 << factors << 1e-6 << 1000.0;
    QTest::newRow("doubling up") << 64.0 << 1 << doubling << 1.0 << 128.0;
    QTest::newRow("doubling down") << 64.0 << -2 << doubling << 1.0 << 16.0;
    QTest::newRow("doubling from between") << 100.0 << 1 << doubling << 1.0 << 128.0;
    QTest::newRow("linear stays clean") << 0.25 << 1 << linear << 0.05 << 0.3;
    QTest::newRow("linear goes to multiples") << 0.26 << -1 << linear << 0.05 << 0.25;
    QTest::newRow("linear stops at the minimum") << 0.05 << -3 << linear << 0.05 << 0.0;
}

void TestNumberText::steps()
{
    QFETCH(double, from);
    QFETCH(int, steps);
    QFETCH(int, stepping);
    QFETCH(double, step);
    QFETCH(double, to);
    QVERIFY(steppedNumber(from, steps, static_cast<Stepping>(stepping), step, 0.0, 1000.0) == to);
}

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"
