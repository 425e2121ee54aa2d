// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trynearest.h"

#include "core/inspection/nearestpictures.h"
#include "ui/models/whendone.h"
#include "ui/views/picturestrip.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace convscope {

TryNearest::TryNearest(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_find(new QPushButton(this))
    , m_stale(new QLabel(this))
    , m_strip(new PictureStrip(this))
{
    m_text->setWordWrap(true);
    m_find->setObjectName(QStringLiteral("nearestButton"));
    m_stale->setObjectName(QStringLiteral("nearestStale"));
    m_stale->setWordWrap(true);
    m_strip->setObjectName(QStringLiteral("nearestPictures"));
    m_strip->setEdge(58);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_find, 0, Qt::AlignLeft);
    layout->addWidget(m_stale);
    layout->addWidget(m_strip);
    connect(m_find, &QPushButton::clicked, this, &TryNearest::find);
    updateState();
}

void TryNearest::setInspector(const Inspector *inspector)
{
    m_inspector = inspector;
    updateState();
}

void TryNearest::setData(const DatasetPtr &dataset)
{
    m_data = dataset;
    clear();
}

void TryNearest::setSubject(const WeightsPtr &weights, const Picture &picture)
{
    const bool isAnotherPicture = picture != m_picture;
    m_weights = weights;
    m_picture = picture;
    if (isAnotherPicture) {
        clear();
    }
    updateState();
}

void TryNearest::clear()
{
    m_strip->setItems({});
    m_asked.reset();
    ++m_job;
    updateState();
}

bool TryNearest::canFind() const
{
    return m_inspector && m_weights && m_data && m_picture.side == m_data->side && !m_picture.values.empty() && !m_isBusy;
}

void TryNearest::updateState()
{
    m_find->setEnabled(canFind());
    const bool isStale = m_asked && m_weights && m_asked != m_weights;
    m_stale->setVisible(isStale);
    if (isStale) {
        m_stale->setText(tr("This is what the network found alike after %L1 batches; what is shown above is after %L2.").arg(m_asked->steps).arg(m_weights->steps));
    }
}

void TryNearest::find()
{
    if (!canFind()) {
        return;
    }
    const int job = ++m_job;
    m_isBusy = true;
    updateState();
    whenDone(this, QtConcurrent::run([inspector = m_inspector, weights = m_weights, dataset = m_data, picture = m_picture] { return nearestPictures(*inspector, weights, *dataset, picture); }),
             [this, job, dataset = m_data, weights = m_weights](const Result<std::vector<NearPicture>> &found) {
            m_isBusy = false;
            updateState();
            if (job != m_job) {
                return;
            }
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            QList<PictureStrip::Item> items;
            for (const NearPicture &near : found.value()) {
                items << PictureStrip::Item{imageOf(trainPicture(*dataset, near.index)), dataset->className(near.label), QLocale().toString(near.distance, 'f', 1)};
            }
            m_strip->setItems(items);
            m_asked = weights;
            updateState();
        });
}

void TryNearest::retranslateUi()
{
    m_text->setText(tr("What it reminds the network of: among the first %L1 training pictures, those whose numbers before the output layer are nearest (distance below).").arg(nearestCandidates));
    m_find->setText(tr("Find the &nearest training pictures"));
    m_strip->setAccessibleName(tr("Nearest training pictures"));
    updateState();
}

} // namespace convscope
