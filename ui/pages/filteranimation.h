// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/filterlayer.h"
#include "ui/models/inspection.h"

#include <QImage>
#include <QObject>
#include <QPointer>

#include <atomic>
#include <memory>

namespace convscope {

class KernelGrid;

/// Makes pictures of one layer at moments spread over a kept run, all with one scale, and writes them: as one animated PNG, or as
/// numbered PNGs ("filters-0001.png", …). Reading and writing happen in the background, painting between other things.
class FilterAnimation : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostFrames = 300;

    struct Options
    {
        int frames = 60;
        int framesPerSecond = 20;
        bool isAnimated = true; ///< one file; else numbered ones
        QString path;
    };

    explicit FilterAnimation(Inspection &inspection, QObject *parent = nullptr);
    ~FilterAnimation() override;

    /// Moments that are kept of a layer, thinned out evenly to at most `most`; the first and the last stay.
    static std::vector<qint64> moments(const RunMoments &kept, bool isFirstConvolution, int most);
    /// "filters.png" and 7 give "filters-0007.png".
    static QString numberedPath(const QString &path, int number);

    /// Those of such a series that are there.
    static QStringList numberedFiles(const QString &path);

    /// Replaces what is there, the rest of a longer series too. `layer`: any moment's, for what is to be painted. progressed() follows, then exactly one finished() or failed().
    void start(const FilterLayer &layer, int layerIndex, const Options &options);
    bool isBusy() const { return m_isBusy; }
    void cancel();

Q_SIGNALS:
    void progressed(int done, int all);
    /// A sentence: what was written, and where.
    void finished(const QString &news);
    void failed(const QString &sentence);

private:
    void readNext();
    bool isInFilm(qint64 steps) const;
    void takeFrame(qint64 steps);
    void take(std::vector<float> values, qint64 steps);
    QString news(int count) const;
    void paintNext();
    void write();
    void end(const QString &problem);

    Inspection &m_inspection;
    std::unique_ptr<KernelGrid> m_grid;
    QPointer<TrainingRun> m_run;
    QString m_id;
    FilterLayer m_layer;
    int m_index = 0;
    Options m_options;
    std::vector<qint64> m_moments;
    FilterFilm m_film;
    std::vector<FilterLayer> m_layers;
    std::vector<QImage> m_images;
    float m_limit = 0.0f;
    int m_generation = 0;
    bool m_isBusy = false;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false); ///< for what is being written
};

} // namespace convscope
