// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QPainter;

namespace convscope {

class KernelGrid;

/// The filters as a picture for a report: with a title, the scale and a light ground, whatever the window looks like, and without
/// what is selected.
class FiltersPicture
{
public:
    /// As the grid shows them; the title says of which network.
    FiltersPicture(const KernelGrid &shown, const QString &title);
    ~FiltersPicture();

    QSize size() const;
    void paint(QPainter &painter) const;

private:
    KernelGrid *m_grid;
    const QString m_title;
    int m_titleHeight = 0;
    QSize m_size;
};

} // namespace convscope
