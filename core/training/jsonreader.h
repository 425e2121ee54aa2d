// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace convscope {

/// Reads the members of one JSON object strictly. A member that is missing leaves its variable as it is. The first
/// thing that is wrong becomes a sentence in `error`, which starts with the member's path; whatever follows is ignored.
class JsonReader
{
    Q_DECLARE_TR_FUNCTIONS(JsonReader)

public:
    using ReadObject = std::function<void(const QJsonObject &object, const QString &path)>;

    /// `path` is that of the object itself; empty for the document.
    JsonReader(const QJsonObject &object, const QString &path, QString &error);

    void read(const QString &key, bool &value);
    void read(const QString &key, int &value);
    void read(const QString &key, qint64 &value);
    void read(const QString &key, double &value);
    void read(const QString &key, QString &value);
    /// One of a few words; gives its index.
    void readChoice(const QString &key, const QStringList &words, int &index);
    void readObject(const QString &key, const ReadObject &readMember);
    /// A list of objects.
    void readList(const QString &key, const ReadObject &readItem);

    void require(const QString &key);
    /// To be called last: refuses the members that nobody has asked for.
    void refuseUnknown();

private:
    std::optional<QJsonValue> member(const QString &key);
    QString pathOf(const QString &key) const;
    void fail(const QString &sentence);
    void failType(const QString &key, const QString &sentence, const QJsonValue &found);
    void failChoice(const QString &key, const QStringList &words, const QString &found);

    const QJsonObject m_object;
    QString m_path;
    QString &m_error;
    QStringList m_known;
};

/// The word that was probably meant: the one with the fewest letters to change, if those are few. Empty if none is
/// near.
QString nearestWord(const QString &word, const QStringList &words);

} // namespace convscope
