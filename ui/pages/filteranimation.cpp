// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filteranimation.h"

#include "core/common/atomicfile.h"
#include "core/inspection/animatedpng.h"
#include "ui/charts/numberformat.h"
#include "ui/models/whendone.h"
#include "ui/views/kernelgrid.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QtConcurrentRun>

#include <algorithm>

namespace convscope {

namespace {

constexpr QSize gridSize(720, 480);
constexpr int margin = 8;

QString writeNumbered(const std::vector<QImage> &images, const QString &path)
{
    for (std::size_t i = 0; i < images.size(); ++i) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        images[i].save(&buffer, "PNG");
        if (const QString error = writeFileAtomically(FilterAnimation::numberedPath(path, int(i) + 1), bytes); !error.isEmpty()) {
            return error;
        }
    }
    return {};
}

} // namespace

FilterAnimation::FilterAnimation(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
}

FilterAnimation::~FilterAnimation() = default;

std::vector<qint64> FilterAnimation::moments(const RunMoments &kept, bool isFirstConvolution, int most)
{
    std::vector<qint64> all = kept.weights;
    if (isFirstConvolution && kept.firstFilters >= 0) {
        all.clear();
        for (qint64 steps = kept.firstFilters; steps <= kept.lastFilters; steps += std::max<qint64>(1, kept.filterStride)) {
            all.push_back(steps);
        }
    }
    const auto count = std::min<std::size_t>(all.size(), std::size_t(std::clamp(most, 1, mostFrames)));
    if (count < 2) {
        all.resize(count);
        return all;
    }
    std::vector<qint64> chosen;
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(all[i * (all.size() - 1) / (count - 1)]);
    }
    return chosen;
}

QString FilterAnimation::numberedPath(const QString &path, int number)
{
    const QFileInfo file(path);
    return file.path() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral("-%1.png").arg(number, 4, 10, QLatin1Char('0'));
}

void FilterAnimation::start(const FilterLayer &layer, int layerIndex, const Options &options)
{
    cancel();
    m_isBusy = true;
    m_run = m_inspection.run();
    m_id = m_run ? m_run->id() : QString();
    m_layer = layer;
    m_index = layerIndex;
    m_options = options;
    m_moments = moments(m_inspection.moments(), layer.convIndex == 0, options.frames);
    m_film = {};
    m_layers.clear();
    m_images.clear();
    m_limit = 0.0f;
    m_grid = std::make_unique<KernelGrid>();
    m_grid->resize(gridSize);
    if (m_id.isEmpty() || !m_inspection.laboratory() || m_moments.size() < 2) {
        end(tr("Fewer than two moments of this run are kept, so there is nothing that could move."));
        return;
    }
    readNext();
}

void FilterAnimation::cancel()
{
    ++m_generation;
    m_isBusy = false;
}

void FilterAnimation::end(const QString &problem)
{
    cancel();
    m_layers.clear();
    m_images.clear();
    m_grid.reset();
    if (problem.isEmpty()) {
        Q_EMIT finished();
    } else {
        Q_EMIT failed(problem);
    }
}

void FilterAnimation::readNext()
{
    if (m_layers.size() == m_moments.size()) {
        paintNext();
        return;
    }
    const qint64 steps = m_moments[m_layers.size()];
    const bool hasFilm = m_layer.convIndex == 0 && m_inspection.moments().firstFilters >= 0;
    if (hasFilm && m_film.holds(steps)) {
        take(m_film.frameAt(steps));
    } else if (hasFilm) {
        whenDone(this, m_inspection.laboratory()->film(m_id, steps),
                 [this, steps, generation = m_generation](const Result<FilterFilm> &film) {
            if (generation != m_generation) {
                return;
            }
            if (!film || !film.value().holds(steps)) {
                end(film ? tr("The filters after step %1 are missing in the laboratory.").arg(wholeText(double(steps))) : film.error());
                return;
            }
            m_film = film.value();
            take(m_film.frameAt(steps));
        });
    } else {
        whenDone(this, m_inspection.laboratory()->weights(m_id, steps),
                 [this, generation = m_generation](const Result<WeightsPtr> &weights) {
            if (generation == m_generation) {
                std::optional<FilterLayer> layer = weights ? filterLayer(*weights.value(), m_index) : std::nullopt;
                layer ? take(std::move(layer->values)) : end(weights.error());
            }
        });
    }
}

void FilterAnimation::take(std::vector<float> values)
{
    if (values.size() != m_layer.values.size()) {
        end(tr("The kept filters have another size than the network's."));
        return;
    }
    FilterLayer layer = m_layer;
    layer.steps = m_moments[m_layers.size()];
    layer.values = std::move(values);
    m_limit = std::max(m_limit, largestMagnitude(layer.values));
    m_layers.push_back(std::move(layer));
    Q_EMIT progressed(int(m_layers.size()), int(2 * m_moments.size()));
    QMetaObject::invokeMethod(
        this,
        [this, generation = m_generation] {
            if (generation == m_generation) {
                readNext();
            }
        },
        Qt::QueuedConnection);
}

void FilterAnimation::paintNext()
{
    if (m_images.size() == m_layers.size()) {
        write();
        return;
    }
    const FilterLayer &layer = m_layers[m_images.size()];
    m_grid->setLayer(std::make_shared<const FilterLayer>(layer));
    m_grid->setFixedLimit(double(m_limit));
    const int titleHeight = m_grid->fontMetrics().height() + 2 * margin;
    const QSize size = m_grid->contentSize() + QSize(0, titleHeight);
    QImage image(size, QImage::Format_RGB32);
    image.fill(m_grid->palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setPen(m_grid->palette().color(QPalette::Text));
    const QString title = tr("Step %1 · blue −%2, red +%2").arg(wholeText(double(layer.steps)), QLocale().toString(double(m_limit), 'g', 3));
    painter.drawText(QRect(margin, 0, size.width() - margin, titleHeight), Qt::AlignVCenter, title);
    painter.translate(0, titleHeight);
    m_grid->paintContent(painter);
    painter.end();
    m_images.push_back(image);
    Q_EMIT progressed(int(m_layers.size() + m_images.size()), int(2 * m_moments.size()));
    QMetaObject::invokeMethod(
        this,
        [this, generation = m_generation] {
            if (generation == m_generation) {
                paintNext();
            }
        },
        Qt::QueuedConnection);
}

void FilterAnimation::write()
{
    const auto work = [images = m_images, options = m_options] {
        return options.isAnimated ? writeFileAtomically(options.path, animatedPng(images, 1000 / std::max(1, options.framesPerSecond)))
                                  : writeNumbered(images, options.path);
    };
    whenDone(this, QtConcurrent::run(work), [this, generation = m_generation](const QString &problem) {
        if (generation == m_generation) {
            end(problem);
        }
    });
}

} // namespace convscope
