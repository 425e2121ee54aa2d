// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/layertableview.h"

#include "ui/models/layertablemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>

namespace convscope {

LayerTableView::LayerTableView(LayerTableModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setupUi();
    connect(model, &LayerTableModel::modelReset, this, &LayerTableView::fit);
    connect(model, &LayerTableModel::dataChanged, this, &LayerTableView::fit);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column == LayerTableModel::LayerColumn)
            fit();
    });
    retranslateUi();
}

void LayerTableView::setupUi()
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Four columns in a narrow form: narrower letters, not smaller ones.
    QFont narrow = font();
    narrow.setStretch(QFont::SemiCondensed);
    setFont(narrow);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setFont(narrow);
    horizontalHeader()->setMinimumSectionSize(0);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(LayerTableModel::LayerColumn, QHeaderView::Stretch);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int LayerTableView::wantedWidth() const
{
    int width = 0;
    for (int column = 0; column < LayerTableModel::ColumnCount; ++column)
        width += std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    return width;
}

QSize LayerTableView::sizeHint() const
{
    return {200, horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth()};
}

QSize LayerTableView::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

void LayerTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void LayerTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void LayerTableView::retranslateUi()
{
    setAccessibleName(tr("Layers of the network"));
    m_model->retranslate();
}

void LayerTableView::fit()
{
    clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool isProblem = m_model->rowKind(row) == LayerTableModel::RowKind::Problem;
        if (isProblem)
            setSpan(row, 0, 1, LayerTableModel::ColumnCount);
        // A long name takes a second line rather than losing its end.
        const int width = isProblem ? viewport()->width() : columnWidth(LayerTableModel::LayerColumn);
        setRowHeight(row, textHeight(m_model->index(row, LayerTableModel::LayerColumn).data().toString(), width)
                         + (isProblem ? 8 : 4));
    }
    updateGeometry();
}

int LayerTableView::textHeight(const QString &text, int width) const
{
    const int margins = 2 * (style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1);
    const QRect place(0, 0, std::max(40, width - margins), 10000);
    const QRect taken = fontMetrics().boundingRect(place, Qt::TextWordWrap | Qt::TextWrapAnywhere, text);
    return std::max(fontMetrics().height(), taken.height());
}

} // namespace convscope
