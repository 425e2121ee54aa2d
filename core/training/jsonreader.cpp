// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/jsonreader.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace convscope {

namespace {

/// How many letters must be put in, taken out or exchanged to turn one word into the other (Levenshtein).
int lettersToChange(const QString &from, const QString &to)
{
    std::vector<int> row(std::size_t(to.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = int(j);
    }
    for (qsizetype i = 1; i <= from.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i);
        for (qsizetype j = 1; j <= to.size(); ++j) {
            const auto column = std::size_t(j);
            const int exchanged = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
            diagonal = row[column];
            row[column] = std::min({exchanged, row[column] + 1, row[column - 1] + 1});
        }
    }
    return row.back();
}

/// Long texts from a file are cut in messages.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : QString(text.left(longest) + QChar(0x2026));
}

QString describe(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return QString(QLatin1Char('"') + shortened(value.toString()) + QLatin1Char('"'));
    case QJsonValue::Array:
        return QStringLiteral("[…]");
    case QJsonValue::Object:
        return QStringLiteral("{…}");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("null");
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    // toInteger() gives its argument back for what is no whole number of 64 bits.
    const qint64 number = value.toInteger(0);
    return number == value.toInteger(1) ? std::optional(number) : std::nullopt;
}

} // namespace

JsonReader::JsonReader(const QJsonObject &object, const QString &path, QString &error)
    : m_object(object)
    , m_path(path)
    , m_error(error)
{
}

void JsonReader::read(const QString &key, bool &value)
{
    if (const auto found = member(key)) {
        if (found->isBool()) {
            value = found->toBool();
        } else {
            failType(key, tr("%1: true or false is expected, but %2 was found."), *found);
        }
    }
}

void JsonReader::read(const QString &key, int &value)
{
    qint64 number = value;
    read(key, number);
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) {
        failType(key, tr("%1: the whole number %2 is too large."), m_object.value(key));
    } else {
        value = int(number);
    }
}

void JsonReader::read(const QString &key, qint64 &value)
{
    if (const auto found = member(key)) {
        if (const auto number = wholeNumber(*found)) {
            value = *number;
        } else {
            failType(key, tr("%1: a whole number is expected, but %2 was found."), *found);
        }
    }
}

void JsonReader::read(const QString &key, double &value)
{
    if (const auto found = member(key)) {
        if (found->isDouble() && std::isfinite(found->toDouble())) {
            value = found->toDouble();
        } else {
            failType(key, tr("%1: a number is expected, but %2 was found."), *found);
        }
    }
}

void JsonReader::read(const QString &key, QString &value)
{
    if (const auto found = member(key)) {
        if (found->isString()) {
            value = found->toString();
        } else {
            failType(key, tr("%1: a text in quotes is expected, but %2 was found."), *found);
        }
    }
}

void JsonReader::readChoice(const QString &key, const QStringList &words, int &index)
{
    if (const auto found = member(key)) {
        const qsizetype position = found->isString() ? words.indexOf(found->toString()) : -1;
        if (position >= 0) {
            index = int(position);
        } else {
            failChoice(key, words, describe(*found));
        }
    }
}

void JsonReader::readObject(const QString &key, const ReadObject &readMember)
{
    if (const auto found = member(key)) {
        if (found->isObject()) {
            readMember(found->toObject(), pathOf(key));
        } else {
            failType(key, tr("%1: an object in braces is expected, but %2 was found."), *found);
        }
    }
}

void JsonReader::readList(const QString &key, const ReadObject &readItem)
{
    const auto found = member(key);
    if (!found) {
        return;
    }
    if (!found->isArray()) {
        failType(key, tr("%1: a list in square brackets is expected, but %2 was found."), *found);
        return;
    }
    const QJsonArray items = found->toArray();
    for (qsizetype i = 0; i < items.size() && m_error.isEmpty(); ++i) {
        const QString itemKey = QStringLiteral("%1[%2]").arg(key).arg(i);
        if (items.at(i).isObject()) {
            readItem(items.at(i).toObject(), pathOf(itemKey));
        } else {
            failType(itemKey, tr("%1: an object in braces is expected, but %2 was found."), items.at(i));
        }
    }
}

void JsonReader::require(const QString &key)
{
    if (!m_object.contains(key)) {
        fail(tr("%1: this setting is missing.").arg(pathOf(key)));
    }
}

void JsonReader::refuseUnknown()
{
    for (const QString &key : m_object.keys()) {
        if (m_known.contains(key)) {
            continue;
        }
        const QString path = pathOf(shortened(key));
        const QString meant = nearestWord(key, m_known);
        fail(meant.isEmpty() ? tr("%1: unknown setting. Known here: %2.").arg(path, m_known.join(QStringLiteral(", ")))
                             : tr("%1: unknown setting. Did you mean \"%2\"?").arg(path, meant));
        return;
    }
}

std::optional<QJsonValue> JsonReader::member(const QString &key)
{
    m_known.append(key);
    const auto position = m_object.constFind(key);
    if (!m_error.isEmpty() || position == m_object.constEnd()) {
        return std::nullopt;
    }
    return position.value();
}

QString JsonReader::pathOf(const QString &key) const
{
    return m_path.isEmpty() ? key : QStringLiteral("%1.%2").arg(m_path, key);
}

void JsonReader::fail(const QString &sentence)
{
    if (m_error.isEmpty()) {
        m_error = sentence;
    }
}

void JsonReader::failType(const QString &key, const QString &sentence, const QJsonValue &found)
{
    fail(sentence.arg(pathOf(key), describe(found)));
}

void JsonReader::failChoice(const QString &key, const QStringList &words, const QString &found)
{
    fail(tr("%1: one of %2 is expected, but %3 was found.").arg(pathOf(key), words.join(QStringLiteral(", ")), found));
}

QString nearestWord(const QString &word, const QStringList &words)
{
    QString nearest;
    int fewest = 3; // two wrong letters are a slip of the fingers
    for (const QString &candidate : words) {
        if (std::abs(candidate.size() - word.size()) >= fewest) {
            continue;
        }
        const int letters = lettersToChange(word, candidate);
        if (letters < fewest && letters * 2 < candidate.size()) {
            fewest = letters;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace convscope
