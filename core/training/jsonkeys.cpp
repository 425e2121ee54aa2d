// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/jsonkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace convscope {

namespace {

/// An object or a list that is open at the place where the scan is.
struct Level
{
    bool isObject = false;
    QSet<QString> keys;
    QString lastKey;
    int index = 0;
};

/// The index of the closing quote of the string that opens at `begin`.
qsizetype endOfString(const QByteArray &json, qsizetype begin)
{
    qsizetype i = begin + 1;
    while (i < json.size() && json[i] != '"') {
        i += json[i] == '\\' ? 2 : 1;
    }
    return i;
}

/// Escapes are resolved: "a" and "\u0061" are the same key.
QString decoded(const QByteArray &quoted)
{
    return QJsonDocument::fromJson(QByteArray('[' + quoted + ']')).array().at(0).toString();
}

bool colonFollows(const QByteArray &json, qsizetype from)
{
    while (from < json.size() && QByteArrayView(" \t\r\n").contains(json[from])) {
        ++from;
    }
    return from < json.size() && json[from] == ':';
}

QString pathOf(const std::vector<Level> &levels)
{
    QString path;
    for (const Level &level : levels) {
        if (level.isObject) {
            path += path.isEmpty() ? level.lastKey : QString(QLatin1Char('.') + level.lastKey);
        } else {
            path += QStringLiteral("[%1]").arg(level.index);
        }
    }
    return path;
}

} // namespace

QString firstRepeatedKey(const QByteArray &json)
{
    std::vector<Level> levels;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '{' || c == '[') {
            levels.push_back({c == '{', {}, {}, 0});
        } else if (levels.empty()) {
            continue;
        } else if (c == '}' || c == ']') {
            levels.pop_back();
        } else if (c == ',' && !levels.back().isObject) {
            ++levels.back().index;
        } else if (c == '"') {
            const qsizetype end = endOfString(json, i);
            if (levels.back().isObject && colonFollows(json, end + 1)) {
                Level &level = levels.back();
                level.lastKey = decoded(json.mid(i, end - i + 1));
                if (level.keys.contains(level.lastKey)) {
                    return pathOf(levels);
                }
                level.keys.insert(level.lastKey);
            }
            i = end;
        }
    }
    return QString();
}

} // namespace convscope
