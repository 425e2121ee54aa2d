// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagebreaks.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>
#include <QtTest>

#include <cmath>

using namespace convscope;

/// Where the pages of a document end.
class TestPageBreaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headingAndTableStayTogether_data();
    void headingAndTableStayTogether();
    void longTablesMayBreak();
    void nothingMovesThatFits();

private:
    static constexpr double pageHeight = 500.0;
    static QString table(int rows);
    /// Lines of text, then a heading, a sentence if wanted, and a table.
    void make(QTextDocument &document, int lines, bool withSentence, int rows);
    static QTextTable *tableOf(const QTextDocument &document);
    static QTextBlock headingOf(const QTextDocument &document);
    static int pageOf(double y) { return int(std::floor(y / pageHeight)); }
};

QString TestPageBreaks::table(int rows)
{
    QString html = QStringLiteral("<table>");
    for (int row = 0; row < rows; ++row) {
        html += QStringLiteral("<tr><td>%1</td><td>x</td></tr>").arg(row);
    }
    return html + QStringLiteral("</table>");
}

void TestPageBreaks::make(QTextDocument &document, int lines, bool withSentence, int rows)
{
    document.setDocumentMargin(0.0);
    document.setHtml(QStringLiteral("<p>line</p>").repeated(lines) + QStringLiteral("<h2>Heading</h2>") + (withSentence ? QStringLiteral("<p>A sentence.</p>") : QString())
                     + table(rows) + QStringLiteral("<p>the end</p>"));
    document.setPageSize(QSizeF(400.0, pageHeight));
}

QTextTable *TestPageBreaks::tableOf(const QTextDocument &document)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            return table;
        }
    }
    return nullptr;
}

QTextBlock TestPageBreaks::headingOf(const QTextDocument &document)
{
    QTextBlock block = document.begin();
    while (block.isValid() && block.blockFormat().headingLevel() == 0) {
        block = block.next();
    }
    return block;
}

void TestPageBreaks::headingAndTableStayTogether_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("withSentence");
    for (int lines = 5; lines < 25; ++lines) { // wherever the page ends
        QTest::addRow("%d lines", lines) << lines << false;
        QTest::addRow("%d lines and a sentence", lines) << lines << true;
    }
}

void TestPageBreaks::headingAndTableStayTogether()
{
    QFETCH(int, lines);
    QFETCH(bool, withSentence);
    QTextDocument document;
    make(document, lines, withSentence, 8);
    keepTogether(document);
    const double heading = document.documentLayout()->blockBoundingRect(headingOf(document)).top();
    const QRectF place = document.documentLayout()->frameBoundingRect(tableOf(document));
    QCOMPARE(pageOf(heading), pageOf(place.bottom() - 1.0));
    QVERIFY(heading < place.top());
    QVERIFY(document.documentLayout()->blockBoundingRect(document.lastBlock()).top() >= place.bottom() - 1.0); // all is drawn below what is before it
}

void TestPageBreaks::longTablesMayBreak()
{
    QTextDocument document;
    make(document, 3, false, 60);
    keepTogether(document);
    const QRectF place = document.documentLayout()->frameBoundingRect(tableOf(document));
    QCOMPARE(pageOf(document.documentLayout()->blockBoundingRect(headingOf(document)).top()), 0);
    QCOMPARE(pageOf(place.top()), 0);
    QVERIFY(pageOf(place.bottom()) >= 1);
}

void TestPageBreaks::nothingMovesThatFits()
{
    QTextDocument document;
    make(document, 2, true, 4);
    const QString before = document.toHtml();
    keepTogether(document);
    QCOMPARE(document.toHtml(), before);
    QCOMPARE(document.pageCount(), 1);
}

QTEST_MAIN(TestPageBreaks)
#include "tst_pagebreaks.moc"
