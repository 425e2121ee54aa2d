// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace convscope {

/// Files from outside, dropped anywhere on a window or named on the command line: says what each of them is, by its first bytes and then
/// by its name. What could be a program in disguise (PyTorch's own files) is refused unread.
class FileOpener : public QObject
{
    Q_OBJECT

public:
    explicit FileOpener(QWidget *window);

    /// Also folders.
    void open(const QStringList &paths);
    /// Only the local ones.
    static QStringList filesIn(const QMimeData &data);

Q_SIGNALS:
    /// Runs (.convscope) or laboratories.
    void runsOpened(const QStringList &files);
    void settingsOpened(const QString &file);
    void weightsOpened(const QString &file);
    void dataFolderOpened(const QString &folder);
    /// A sentence for what is none of these.
    void refused(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace convscope
