// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plotlines.h"

namespace convscope {

struct PlotScene;
struct PlotSeries;

/// The lines of a plot's series in two layers: the faint ones go behind the shaded area, the others before it.
class PlotCurves
{
public:
    enum class Layer { Faint, Strong };

    void setGeometry(const PlotScene &scene);
    /// Works out what is drawn of every series (PlotSeries::segments).
    void update(PlotScene &scene);
    void render(QPainter &painter, Layer layer);
    /// The same for painters that can't cut at the plot's edge (SVG).
    static void renderClipped(QPainter &painter, const PlotScene &scene, Layer layer);

private:
    PlotLines m_faint;
    PlotLines m_strong;
    bool m_faintIsDense = false;
};

} // namespace convscope
