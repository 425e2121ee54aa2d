// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filteranimation.h"

#include "core/common/atomicfile.h"
#include "core/inspection/animatedpng.h"
#include "ui/charts/numberformat.h"
#include "ui/models/whendone.h"
#include "ui/views/kernelgrid.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <algorithm>

namespace convscope {

namespace {

constexpr QSize gridSize(720, 480);
constexpr int margin = 8;

/// What was there of a longer series would belong to this one.
void removeTail(const QString &path, int count)
{
    for (const QString &file : FilterAnimation::numberedFiles(path)) {
        if (file > FilterAnimation::numberedPath(path, count)) {
            QFile::remove(file);
        }
    }
}

QString writeNumbered(const std::vector<QImage> &images, const QString &path, const std::atomic<bool> &isCancelled)
{
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (isCancelled) {
            return {};
        }
        QByteArray bytes;
        QBuffer buffer(&bytes);
        images[i].save(&buffer, "PNG");
        if (const QString error = writeFileAtomically(FilterAnimation::numberedPath(path, int(i) + 1), bytes); !error.isEmpty()) {
            return error;
        }
    }
    removeTail(path, int(images.size()));
    return {};
}

} // namespace

FilterAnimation::FilterAnimation(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
}

FilterAnimation::~FilterAnimation()
{
    cancel();
}

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

QStringList FilterAnimation::numberedFiles(const QString &path)
{
    const QFileInfo file(path);
    const QRegularExpression name(QRegularExpression::anchoredPattern(QRegularExpression::escape(file.completeBaseName()) + QStringLiteral("-\\d{4}\\.png")));
    QStringList files;
    for (const QString &entry : QDir(file.path()).entryList(QDir::Files, QDir::Name)) {
        if (name.match(entry).hasMatch()) {
            files << file.path() + QLatin1Char('/') + entry;
        }
    }
    return files;
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
    *m_isCancelled = true;
    m_isCancelled = std::make_shared<std::atomic<bool>>(false);
}

void FilterAnimation::end(const QString &problem)
{
    cancel();
    const int count = int(m_images.size());
    m_layers.clear();
    m_images.clear();
    m_grid.reset();
    if (problem.isEmpty()) {
        Q_EMIT finished(news(count));
    } else {
        Q_EMIT failed(problem);
    }
}

QString FilterAnimation::news(int count) const
{
    const QFileInfo file(m_options.path);
    const QString folder = QDir::toNativeSeparators(file.absolutePath());
    if (m_options.isAnimated) {
        return tr("“%1” was written to %2.").arg(file.fileName(), folder);
    }
    return tr("“%1” to “%2” were written to %3.")
        .arg(QFileInfo(numberedPath(m_options.path, 1)).fileName(), QFileInfo(numberedPath(m_options.path, count)).fileName(), folder);
}

void FilterAnimation::readNext()
{
    if (m_layers.size() == m_moments.size()) {
        paintNext();
        return;
    }
    const qint64 steps = m_moments[m_layers.size()];
    const bool hasFilm = m_layer.convIndex == 0 && m_inspection.moments().firstFilters >= 0;
    if (hasFilm && isInFilm(steps)) {
        takeFrame(steps);
    } else if (hasFilm) {
        whenDone(this, m_inspection.laboratory()->film(m_id, steps),
                 [this, steps, generation = m_generation](const Result<FilterFilm> &film) {
            if (generation != m_generation) {
                return;
            }
            m_film = film ? film.value() : FilterFilm();
            if (isInFilm(steps)) {
                takeFrame(steps);
            } else {
                end(film ? tr("The filters after step %1 are missing in the laboratory.").arg(wholeText(double(steps))) : film.error());
            }
        });
    } else {
        whenDone(this, m_inspection.laboratory()->weights(m_id, steps),
                 [this, steps, generation = m_generation](const Result<WeightsPtr> &weights) {
            if (generation != m_generation) {
                return;
            }
            std::optional<FilterLayer> layer = weights ? filterLayer(*weights.value(), m_index) : std::nullopt;
            if (layer) {
                take(std::move(layer->values), steps);
            } else {
                end(weights ? tr("The weights that are kept after step %1 have no such layer.").arg(wholeText(double(steps))) : weights.error());
            }
        });
    }
}

/// Films of one run may have their frames further apart than others, those of a branch than its parent's: the moments between two
/// frames belong to the one before.
bool FilterAnimation::isInFilm(qint64 steps) const
{
    return m_film.frames() > 0 && steps >= m_film.firstStep && steps < m_film.lastStep() + m_film.stride;
}

void FilterAnimation::takeFrame(qint64 steps)
{
    const qint64 own = std::min(m_film.lastStep(), m_film.firstStep + (steps - m_film.firstStep) / m_film.stride * m_film.stride);
    take(m_film.frameAt(own), own);
}

void FilterAnimation::take(std::vector<float> values, qint64 steps)
{
    if (values.size() != m_layer.values.size()) {
        end(tr("The kept filters have another size than the network's."));
        return;
    }
    FilterLayer layer = m_layer;
    layer.steps = steps;
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
    const auto work = [images = m_images, options = m_options, isCancelled = m_isCancelled] {
        return options.isAnimated ? writeFileAtomically(options.path, animatedPng(images, 1000 / std::max(1, options.framesPerSecond)))
                                  : writeNumbered(images, options.path, *isCancelled);
    };
    whenDone(this, QtConcurrent::run(work), [this, generation = m_generation](const QString &problem) {
        if (generation == m_generation) {
            end(problem);
        }
    });
}

} // namespace convscope
