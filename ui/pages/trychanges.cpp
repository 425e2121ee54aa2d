// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trychanges.h"

#include "core/inspection/disturbancetest.h"
#include "ui/models/whendone.h"
#include "ui/views/icons.h"
#include "ui/views/linesview.h"
#include "ui/views/picturestrip.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSlider>
#include <QToolButton>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>

namespace convscope {

TryChanges::TryChanges(QWidget *parent)
    : QWidget(parent)
{
    m_pool.setMaxThreadCount(1);
    for (int i = 0; i < disturbanceKinds; ++i) {
        m_kinds.push_back(Disturbance::Kind(i));
    }
    setupUi();
    chooseKind();
}

TryChanges::~TryChanges()
{
    m_pool.waitForDone();
}

void TryChanges::setupUi()
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("changeKindBox"));
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("changeSlider"));
    m_amount = new QLabel(this);
    m_amount->setObjectName(QStringLiteral("changeAmount"));
    m_strip = new PictureStrip(this);
    m_strip->setEdge(114);
    m_strip->setFixedWidth(140);
    m_curve = new LinesView(this);
    m_curve->setObjectName(QStringLiteral("changeCurve"));
    m_export = new QToolButton(this);
    m_export->setObjectName(QStringLiteral("changesExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *exporter = new ViewExport(QStringLiteral("changes"), m_curve, [this] { return m_curve->table(); });
    m_export->setMenu(exporter->menu());
    auto *layout = new QGridLayout(this);
    layout->setVerticalSpacing(8);
    layout->addWidget(m_text, 0, 0, 1, 4);
    layout->addWidget(m_kind, 1, 0);
    layout->addWidget(m_slider, 1, 1);
    layout->addWidget(m_amount, 1, 2);
    layout->addWidget(m_export, 1, 3);
    layout->addWidget(m_strip, 2, 0, Qt::AlignTop);
    layout->addWidget(m_curve, 2, 1, 1, 3);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(3, 1);
    connect(exporter, &ViewExport::failed, this, &TryChanges::failed);
    connect(m_kind, &QComboBox::activated, this, &TryChanges::chooseKind);
    connect(m_slider, &QSlider::valueChanged, this, &TryChanges::showPicture);
    connect(m_curve, &LinesView::clickedAt, this, [this](double x) {
        const DisturbanceRange range = rangeOf(kind());
        m_slider->setValue(int(std::lround((x - range.from) / range.step)));
    });
}

Disturbance::Kind TryChanges::kind() const
{
    return Disturbance::Kind(std::max(0, m_kind->currentIndex()));
}

double TryChanges::amount() const
{
    return rangeOf(kind()).from + m_slider->value() * rangeOf(kind()).step;
}

void TryChanges::setData(const DatasetPtr &dataset)
{
    m_data = dataset;
    askCurve();
}

void TryChanges::setSubject(const WeightsPtr &weights, const Picture &picture)
{
    m_weights = weights;
    m_picture = picture;
    showPicture();
    askCurve();
}

void TryChanges::chooseKind()
{
    const DisturbanceRange range = rangeOf(kind());
    m_slider->setRange(0, int(std::lround((range.to - range.from) / range.step)));
    m_slider->setValue(int(std::lround((range.neutral - range.from) / range.step)));
    m_curve->setRange(range.from, range.to);
    m_curve->setTitles(kindName(kind()), tr("probability of each class"));
    m_curve->setLines({});
    showPicture();
    askCurve();
}

void TryChanges::showPicture()
{
    m_amount->setText(QLocale().toString(amount(), 'g', 3));
    m_curve->setMark(amount());
    const QImage image = m_picture.values.empty() ? QImage() : imageOf(disturbed(m_picture, {kind(), amount()}));
    m_strip->setItems({{image, kindName(kind()), m_amount->text()}});
}

void TryChanges::askCurve()
{
    m_isStale = true;
    if (m_isBusy || !isVisible() || !m_inspector || !m_weights || m_picture.values.empty()) {
        if (!m_weights || m_picture.values.empty()) {
            m_curve->setLines({});
        }
        return;
    }
    m_isStale = false;
    m_isBusy = true;
    const Disturbance::Kind asked = kind();
    whenDone(this, QtConcurrent::run(&m_pool, [inspector = m_inspector, weights = m_weights, picture = m_picture, asked] { return disturbanceCurve(*inspector, weights, picture, asked); }),
             [this, asked](const Result<DisturbanceCurve> &curve) {
            m_isBusy = false;
            if (!curve) {
                Q_EMIT failed(curve.error());
            } else if (asked == kind()) {
                std::vector<LinesView::Line> lines;
                const std::size_t classes = curve.value().probabilities.empty() ? 0 : curve.value().probabilities.front().size();
                for (std::size_t label = 0; label < classes; ++label) {
                    LinesView::Line line{m_data && int(label) < m_data->classes ? m_data->className(int(label)) : QString::number(label), {}};
                    for (std::size_t i = 0; i < curve.value().amounts.size(); ++i) {
                        line.points.emplace_back(curve.value().amounts[i], double(curve.value().probabilities[i][label]));
                    }
                    lines.push_back(std::move(line));
                }
                m_curve->setLines(std::move(lines));
            }
            if (m_isStale) {
                askCurve();
            }
        });
}

QString TryChanges::kindName(Disturbance::Kind kind) const
{
    switch (kind) {
    case Disturbance::Kind::Shift:
        return tr("Shift right (pixels)");
    case Disturbance::Kind::ShiftDown:
        return tr("Shift down (pixels)");
    case Disturbance::Kind::Turn:
        return tr("Turn (degrees)");
    case Disturbance::Kind::Scale:
        return tr("Size (factor)");
    case Disturbance::Kind::Noise:
        return tr("Noise (share of white)");
    case Disturbance::Kind::Blur:
        return tr("Blur (pixels)");
    case Disturbance::Kind::Contrast:
        return tr("Contrast (factor)");
    case Disturbance::Kind::Occlusion:
        return tr("Black square (pixels)");
    }
    return {};
}

void TryChanges::retranslateUi()
{
    const int chosen = m_kind->currentIndex();
    m_kind->clear();
    for (const Disturbance::Kind each : m_kinds) {
        m_kind->addItem(kindName(each));
    }
    m_kind->setCurrentIndex(std::max(0, chosen));
    m_kind->setAccessibleName(tr("What is changed"));
    m_slider->setAccessibleName(tr("How much"));
    m_text->setText(tr("For us a shirt stays a shirt when it moves. Change the picture and see when the network's opinion tips over; the chart shows it for the whole slider."));
    m_export->setAccessibleName(tr("Export the curve"));
    m_export->setToolTip(m_export->accessibleName());
    m_strip->setAccessibleName(tr("The changed picture"));
    const int value = m_slider->value();
    chooseKind();
    m_slider->setValue(value);
}

void TryChanges::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        askCurve();
    }
}

} // namespace convscope
