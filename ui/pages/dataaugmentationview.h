// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/augmentation.h"
#include "core/data/dataset.h"

#include <QWidget>

#include <vector>

namespace convscope {

/// Training pictures as they are, and below each what the network sees of it in epoch 1, 2, 3, … with the chosen
/// augmentation. Bit for bit what training will use, as augmentation depends on seed, epoch and picture only.
class DataAugmentationView : public QWidget
{
    Q_OBJECT

public:
    explicit DataAugmentationView(QWidget *parent = nullptr);

    /// `indices`: into Dataset::train, as many as might fit; the first ones are shown.
    void setPictures(DatasetPtr dataset, std::vector<int> indices);
    void setAugmentation(const Augmentation &augmentation, qint64 seed);

    QSize minimumSizeHint() const override;

    /// How many pictures (columns) and epochs (rows below the original) fit now.
    int shownPictures() const { return grid().columns; }
    int shownEpochs() const;
    /// What is drawn in a column; epoch 0 is the original.
    QImage picture(int column, int epoch) const;
    /// Where.
    QRectF pictureRect(int column, int epoch) const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Grid
    {
        int labelWidth = 0;
        int columns = 0;
        /// Original included.
        int rows = 0;
        double extent = 0.0;
    };
    Grid grid() const;
    QString rowLabel(int epoch) const;
    int originalGap() const;

    DatasetPtr m_data;
    std::vector<int> m_indices;
    Augmentation m_augmentation;
    qint64 m_seed = 1;
};

} // namespace convscope
