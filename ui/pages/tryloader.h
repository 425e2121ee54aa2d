// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace convscope {

/// Where pictures from outside come in: files, what is dropped or pasted, a part of the screen. Files are read in the background; of
/// several that are asked for, the last one counts.
class TryLoader : public QObject
{
    Q_OBJECT

public:
    /// Dialogs stand before the page, which owns the loader.
    explicit TryLoader(QWidget *page);

    /// Asks for files.
    void choose();
    /// One is loaded; of several, or of a folder, manyChosen() tells.
    void open(const QStringList &paths);
    void openOne(const QString &path);
    /// What was dropped or lies in the clipboard; nullptr: nothing.
    void take(const QMimeData *data);
    static bool canTake(const QMimeData &data);
    void paste();
    void takeScreenshot();
    /// A picture comes from elsewhere: what is still being read comes too late.
    void giveUp() { ++m_loads; }

Q_SIGNALS:
    void loaded(const QImage &image, const QString &title);
    void manyChosen(const QStringList &paths);
    /// A sentence about what was done to the picture.
    void noted(const QString &sentence);
    /// A sentence: which file, what is wrong, what to do.
    void failed(const QString &sentence);

private:
    QWidget *m_page;
    int m_loads = 0;
};

} // namespace convscope
