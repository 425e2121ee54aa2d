// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include "app/exitcode.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cerrno>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

namespace {

/// 0 when all was written, else the error number.
int writeAll(int descriptor, const QByteArray &bytes)
{
    const char *data = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, data, size_t(left));
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        data += written;
        left -= written;
    }
    return 0;
}

int terminalColumns()
{
    constexpr int usual = 80;
    winsize size = {};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : usual;
}

} // namespace

Output::Output()
    : m_isTerminal(isatty(STDOUT_FILENO) == 1)
{
}

void Output::write(const QByteArray &bytes)
{
    if (!ok()) {
        return;
    }
    if (const int number = writeAll(STDOUT_FILENO, bytes); number != 0) {
        m_error = QCoreApplication::translate("Output", "The output can't be written any more: %1.")
                      .arg(QString::fromLocal8Bit(std::strerror(number)));
    }
}

void Output::line(const QString &text)
{
    clearProgress();
    write(text.toUtf8() + '\n');
}

void Output::json(const QJsonObject &object)
{
    write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::progress(const QString &text)
{
    if (!m_isTerminal) {
        return;
    }
    // A line that wraps can't be taken back: it is cut to the terminal.
    const QString shown = text.left(terminalColumns() - 1);
    write('\r' + shown.leftJustified(m_progressLength).toUtf8());
    m_progressLength = shown.size();
}

void Output::clearProgress()
{
    if (m_progressLength > 0) {
        write('\r' + QByteArray(m_progressLength, ' ') + '\r');
        m_progressLength = 0;
    }
}

void printError(const QString &sentence)
{
    writeAll(STDERR_FILENO, QStringLiteral("convscope: %1\n").arg(sentence).toUtf8());
}

bool printErrors(const QStringList &sentences)
{
    for (const QString &sentence : sentences) {
        printError(sentence);
    }
    return !sentences.isEmpty();
}

int fail(const QString &sentence, int exitCode)
{
    printError(sentence);
    return exitCode;
}

int finish(const QString &sentence)
{
    return sentence.isEmpty() ? int(ExitFinished) : fail(sentence, ExitFailed);
}

int finish(const Output &output)
{
    return finish(output.error()); // empty while all went well
}
