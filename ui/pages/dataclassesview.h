// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/datasamples.h"

#include <QWidget>

namespace convscope {

/// A row for each class: name, how many pictures there are and how many of them are used, samples with the wrongly
/// labelled ones marked. Everything is painted by this one widget.
class DataClassesView : public QWidget
{
    Q_OBJECT

public:
    /// More samples than fit into a row are never asked for.
    static constexpr int samplesPerClass = 40;

    explicit DataClassesView(QWidget *parent = nullptr);

    /// One entry of `classes` for each class of the data set.
    void setClasses(DatasetPtr dataset, std::vector<DataClass> classes);

    QSize minimumSizeHint() const override;

    /// For tests and tooltips: the samples that are visible in a row at the present size, and where.
    struct Place
    {
        DataSample sample;
        /// The picture, without its frame.
        QRectF picture;
        /// Empty unless the label is wrong.
        QRectF text;
    };
    std::vector<Place> visibleSamples(int row) const;
    QRect rowRect(int row) const;
    int rowAt(const QPoint &position) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Columns;
    void updateNameWidth();
    Columns columns() const;
    int headerHeight() const;
    int rowHeight() const;
    double pictureExtent() const;
    QString toolTipAt(const QPoint &position) const;
    QString wrongLabelText(const DataSample &sample) const;
    int wrongLabelWidth() const;
    void paintHeader(QPainter &painter, const Columns &columns) const;
    void paintRow(QPainter &painter, const Columns &columns, int row) const;
    void paintCount(QPainter &painter, const QRectF &cell, const QString &text, double share, double usedShare,
                    const QColor &color) const;
    void paintSample(QPainter &painter, const Place &place) const;

    DatasetPtr m_data;
    std::vector<DataClass> m_classes;
    int m_nameWidth = 0;
    int m_largestTrain = 1;
    int m_largestTest = 1;
};

} // namespace convscope
