// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pagebreaks.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <vector>

namespace convscope {

namespace {

constexpr int longestWholeTable = 18; // rows; longer ones may go over pages, with their titles on each
constexpr int rowsOnFirstPage = 3; // at least, of a longer one

/// A part of the document's uppermost level.
struct Piece
{
    QTextBlock block;
    QTextTable *table = nullptr;

    bool isHeading() const { return !table && block.blockFormat().headingLevel() > 0; }
    bool isEmpty() const { return !table && block.length() <= 1; }
};

std::vector<Piece> piecesOf(const QTextDocument &document)
{
    std::vector<Piece> pieces;
    for (auto place = document.rootFrame()->begin(); !place.atEnd(); ++place) {
        pieces.push_back({place.currentBlock(), qobject_cast<QTextTable *>(place.currentFrame())});
    }
    return pieces;
}

class Breaker
{
public:
    explicit Breaker(QTextDocument &document)
        : m_document(document)
        , m_layout(*document.documentLayout())
    {
    }

    void run()
    {
        const Piece *first = nullptr; // of what belongs to the piece that comes
        bool isIntroduced = false; // a paragraph came between the heading and what is to come
        for (const std::vector<Piece> pieces = piecesOf(m_document); const Piece &piece : pieces) {
            if (piece.isEmpty()) {
                continue;
            }
            if (piece.isHeading()) {
                first = first && !isIntroduced ? first : &piece;
                isIntroduced = false;
                continue;
            }
            keep(first ? *first : piece, piece);
            const bool introduces = !piece.table && first && !isIntroduced;
            isIntroduced = introduces;
            first = introduces ? first : nullptr;
        }
    }

private:
    QRectF placeOf(const Piece &piece) const { return piece.table ? m_layout.frameBoundingRect(piece.table) : m_layout.blockBoundingRect(piece.block); }
    int pageOf(double y) const { return int(std::floor(y / m_document.pageSize().height())); }

    /// How far down a piece must be on the page where it begins.
    double neededBottom(const Piece &piece) const
    {
        const QRectF place = placeOf(piece);
        if (!piece.table) {
            const QTextLayout *lines = piece.block.layout();
            const int needed = std::min(lines->lineCount(), 2);
            return needed > 0 ? place.top() + lines->lineAt(needed - 1).rect().bottom() : place.bottom();
        }
        if (piece.table->rows() <= longestWholeTable && place.height() < m_document.pageSize().height()) {
            return place.bottom();
        }
        const QTextBlock lastNeeded = piece.table->cellAt(std::min(rowsOnFirstPage, piece.table->rows()) - 1, 0).firstCursorPosition().block();
        return m_layout.blockBoundingRect(lastNeeded).bottom();
    }

    void keep(const Piece &first, const Piece &last)
    {
        const double top = placeOf(first).top();
        const double bottom = neededBottom(last) - 1.0;
        if (pageOf(top) == pageOf(bottom)) {
            return;
        }
        const bool fits = bottom - top < m_document.pageSize().height();
        breakBefore(fits ? first : last);
    }

    void breakBefore(const Piece &piece)
    {
        if (piece.table) {
            QTextTableFormat format = piece.table->format();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            piece.table->setFormat(format);
        } else {
            QTextBlockFormat format = piece.block.blockFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(piece.block).setBlockFormat(format);
        }
        m_document.markContentsDirty(0, m_document.characterCount()); // what was laid out before the break may be drawn at its old place
    }

    QTextDocument &m_document;
    const QAbstractTextDocumentLayout &m_layout;
};

} // namespace

void keepTogether(QTextDocument &document)
{
    Breaker(document).run();
}

} // namespace convscope
