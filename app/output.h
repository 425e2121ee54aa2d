// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

/// Standard output whose every write is checked: a closed pipe or a full disk becomes an error that is remembered, never an
/// abort. Thread-compatible: used by one thread at a time.
class Output
{
public:
    Output();

    bool isTerminal() const { return m_isTerminal; }
    /// False once a write has failed; later writes do nothing.
    bool ok() const { return m_error.isEmpty(); }
    /// A sentence about the first failed write.
    QString error() const { return m_error; }

    void line(const QString &text);
    /// One JSON object on a line of its own.
    void json(const QJsonObject &object);
    /// On a terminal: replaces the line that is being shown. Elsewhere nothing.
    void progress(const QString &text);
    void clearProgress();

private:
    void write(const QByteArray &bytes);

    bool m_isTerminal;
    qsizetype m_progressLength = 0;
    QString m_error;
};

/// A sentence for the user on standard error.
void printError(const QString &sentence);
/// Each on a line; whether there were any.
bool printErrors(const QStringList &sentences);

/// Prints the sentence and gives the exit code on, to be returned.
int fail(const QString &sentence, int exitCode);
/// The exit code of something that gives an empty text or a sentence.
int finish(const QString &sentence);
/// The exit code once everything has been written.
int finish(const Output &output);
