// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/csvwriter.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QAction;
class QImage;
class QMenu;
class QPainter;
class QSize;
class QWidget;

namespace convscope {

class CsvChoice;

/// The numbers of a view: a header and rows, all as text. A number is written as QString::number() does, with a point; it leaves the program
/// with the decimal mark that the user has chosen. Anything else leaves as it is.
struct ViewTable
{
    QStringList header;
    QList<QStringList> rows;

    bool isEmpty() const { return rows.isEmpty(); }
    /// Tab separated, for a spreadsheet's clipboard.
    QString toText(CsvStyle style = CsvStyle::Point) const;
    /// Fields with separators, quotes or line ends are quoted.
    QString toCsv(CsvStyle style = CsvStyle::Point) const;
};

/// The menu that takes a view out of the program: as PNG, as SVG, to the clipboard, its numbers as CSV. A page puts the menu on a
/// button. What is drawn is the widget as it stands there; a larger content than the visible part is drawn by `paint`.
class ViewExport : public QObject
{
    Q_OBJECT

public:
    using Table = std::function<ViewTable()>;
    /// Draws the whole view into a rectangle of that size.
    using Paint = std::function<void(QPainter &painter)>;
    using Size = std::function<QSize()>;

    /// `name`: of the proposed file, without an ending ("filters"). The widget is the parent.
    ViewExport(const QString &name, QWidget *view, Table table);
    /// Where the widget shows only a part.
    void setPainter(const Paint &paint, const Size &size);
    /// Where a table takes long: whether it would have rows.
    void setHasNumbers(const std::function<bool()> &hasNumbers) { m_hasNumbers = hasNumbers; }

    QMenu *menu() const { return m_menu; }

    // Each writes one file and says false after failed().
    bool savePng(const QString &path);
    bool saveSvg(const QString &path);
    bool saveCsv(const QString &path);
    void copyPicture();
    void copyNumbers();

Q_SIGNALS:
    /// A sentence: what is wrong, and with which file.
    void failed(const QString &sentence);
    /// A sentence: what was written, and where; after the user has chosen a file.
    void saved(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslateUi();
    void draw(QPainter &painter);
    /// Null, after failed(), where there is nothing to be seen, or too much.
    QImage image();
    bool hasNumbers() const;
    QSize size() const;
    bool write(const QString &path, const QByteArray &bytes);
    void askAndSave(const QString &filter, const QString &suffix, bool (ViewExport::*save)(const QString &));

    const QString m_name;
    QWidget *const m_view;
    const Table m_table;
    Paint m_paint;
    Size m_size;
    std::function<bool()> m_hasNumbers;
    QMenu *m_menu;
    QAction *m_png;
    QAction *m_svg;
    QAction *m_csv;
    QAction *m_copyPicture;
    QAction *m_copyNumbers;
    CsvChoice *m_csvChoice;
};

} // namespace convscope
