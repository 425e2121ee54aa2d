// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trywhy.h"

#include "ui/pages/trynearest.h"
#include "ui/theme.h"
#include "ui/views/colorlegend.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/mapimage.h"
#include "ui/views/picturestrip.h"
#include "ui/views/viewexport.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace convscope {

namespace {

constexpr quint64 shuffleSeed = 1;
/// Weights that change while a run trains are explained no more often than this, so that training goes on.
constexpr int paceMilliseconds = 1000;

} // namespace

TryWhy::TryWhy(QWidget *parent)
    : QWidget(parent)
    , m_job(new WhyJob(this))
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(paceMilliseconds);
    setupUi();
    connect(&m_pace, &QTimer::timeout, this, &TryWhy::ask);
    connect(m_job, &WhyJob::answered, this, &TryWhy::show);
    connect(m_job, &WhyJob::failed, this, &TryWhy::failed);
    connect(m_class, &QComboBox::activated, this, &TryWhy::ask);
    connect(m_layer, &QComboBox::activated, this, &TryWhy::ask);
    connect(m_nearest, &TryNearest::failed, this, &TryWhy::failed);
}

void TryWhy::setupUi()
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    auto *choices = new QWidget(this);
    auto *flow = new FlowLayout(choices);
    m_classLabel = new QLabel(choices);
    m_class = new QComboBox(choices);
    m_class->setObjectName(QStringLiteral("whyClassBox"));
    m_classLabel->setBuddy(m_class);
    m_layerLabel = new QLabel(choices);
    m_layer = new QComboBox(choices);
    m_layer->setObjectName(QStringLiteral("whyLayerBox"));
    m_layerLabel->setBuddy(m_layer);
    m_export = new QToolButton(choices);
    m_export->setObjectName(QStringLiteral("whyExportButton"));
    m_export->setIcon(themedIcon("export"));
    m_export->setAutoRaise(true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_classLabel, m_class, m_layerLabel, m_layer, m_export}) {
        flow->addWidget(widget);
    }
    m_maps = new PictureStrip(this);
    m_maps->setObjectName(QStringLiteral("whyMaps"));
    m_shuffled = new PictureStrip(this);
    m_shuffled->setObjectName(QStringLiteral("shuffledMaps"));
    m_check = new QLabel(this);
    m_check->setWordWrap(true);
    m_check->setObjectName(QStringLiteral("whyCheck"));
    m_signedLegend = new ColorLegend(ColorLegend::Scale::Diverging, this);
    m_camLegend = new ColorLegend(ColorLegend::Scale::Sequential, this);
    auto *legends = new QHBoxLayout;
    legends->setSpacing(24);
    legends->addWidget(m_signedLegend);
    legends->addWidget(m_camLegend);
    legends->addStretch(1);
    m_nearest = new TryNearest(this);
    for (PictureStrip *strip : {m_maps, m_shuffled}) {
        strip->setEdge(114);
    }
    auto *exporter = new ViewExport(QStringLiteral("explanations"), m_maps, [this] {
        ViewTable table;
        if (m_answer) {
            table.header = QStringList{tr("row"), tr("column"), tr("input gradient"), QStringLiteral("Grad-CAM"), tr("occlusion")};
            const int side = m_answer->picture.side;
            const auto text = [](const std::vector<float> &values, int i) { return std::size_t(i) < values.size() ? QString::number(double(values[std::size_t(i)])) : QString(); };
            for (int i = 0; i < side * side; ++i) {
                table.rows << QStringList{QString::number(i / side), QString::number(i % side), text(m_answer->trained.gradient, i), text(m_answer->trained.gradCam, i), text(m_answer->trained.occlusion, i)};
            }
        }
        return table;
    });
    m_export->setMenu(exporter->menu());
    connect(exporter, &ViewExport::failed, this, &TryWhy::failed);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(choices);
    layout->addWidget(m_maps);
    layout->addLayout(legends);
    layout->addWidget(m_check);
    layout->addWidget(m_shuffled);
    layout->addWidget(m_nearest);
    layout->addStretch(1);
}

void TryWhy::setInspector(const Inspector *inspector)
{
    m_inspector = inspector;
    m_nearest->setInspector(inspector);
}

void TryWhy::setData(const DatasetPtr &dataset)
{
    m_data = dataset;
    fillClasses();
    m_nearest->setData(m_data);
}

void TryWhy::setSubject(const WeightsPtr &weights, const Picture &picture, int label)
{
    const bool isAnotherPicture = picture != m_picture;
    const bool isAnotherNetwork = !weights || !m_weights || !(weights->architecture == m_weights->architecture);
    m_weights = weights;
    m_picture = picture;
    m_label = label;
    m_isStale = true;
    m_nearest->setSubject(weights, picture);
    if (weights && int(weights->architecture.convBlocks.size()) != m_layer->count()) {
        fillConvolutions();
    }
    if (isAnotherPicture || isAnotherNetwork) {
        ask();
    } else if (isVisible() && !m_pace.isActive()) {
        m_pace.start();
    }
}

void TryWhy::forgetNearest()
{
    m_nearest->clear();
}

void TryWhy::setChosenClass(int label)
{
    m_class->setCurrentIndex(std::max(0, m_class->findData(label)));
    ask();
}

int TryWhy::chosenLabel() const
{
    const int chosen = m_class->currentData().toInt();
    return m_class->currentIndex() <= 0 || chosen < 0 ? m_label : chosen;
}

QString TryWhy::className(int label) const
{
    return m_data && label >= 0 && label < m_data->classes ? m_data->className(label) : QString::number(label);
}

void TryWhy::fillClasses()
{
    const int chosen = m_class->currentIndex();
    m_class->clear();
    m_class->addItem(tr("the most likely"), -1);
    for (int label = 0; m_data && label < m_data->classes; ++label) {
        m_class->addItem(m_data->className(label), label);
    }
    m_class->setCurrentIndex(std::clamp(chosen, 0, m_class->count() - 1));
}

void TryWhy::fillConvolutions()
{
    const int count = m_weights ? int(m_weights->architecture.convBlocks.size()) : m_layer->count();
    const int chosen = m_layer->count() == count ? m_layer->currentIndex() : count - 1;
    m_layer->clear();
    for (int i = 0; i < count; ++i) {
        m_layer->addItem(tr("convolution %1").arg(i + 1), i);
    }
    m_layer->setCurrentIndex(chosen);
    m_layer->setEnabled(count > 1);
}

void TryWhy::ask()
{
    const int label = chosenLabel();
    if (!isVisible() || !m_inspector || !m_weights || m_picture.values.empty() || label < 0) {
        if (!m_weights || m_picture.values.empty() || label < 0) {
            m_answer.reset();
            showMaps();
        }
        return;
    }
    m_isStale = false;
    ExplanationQuestion question;
    question.label = label;
    question.convolution = m_layer->currentIndex();
    m_job->ask(m_inspector, m_weights, m_picture, question, shuffleSeed);
}

void TryWhy::show(const WhyAnswer &answer)
{
    m_answer = answer;
    showMaps();
    if (m_isStale && !m_pace.isActive()) {
        m_pace.start();
    }
}

void TryWhy::showMaps()
{
    m_check->setVisible(m_answer.has_value());
    m_signedLegend->setVisible(m_answer.has_value());
    m_camLegend->setVisible(m_answer.has_value() && !m_answer->trained.gradCam.empty());
    if (!m_answer) {
        m_maps->setItems({});
        m_shuffled->setItems({});
        return;
    }
    const int side = m_answer->picture.side;
    const auto diverging = [this](double value) { return theme::diverging(value, palette()); };
    const auto sequential = [](double value) { return theme::sequential(value); };
    const auto peak = [](const std::vector<float> &values) { return QLocale().toString(largestOf(values), 'g', 2); };
    const auto items = [&](const Explanation &of) {
        QList<PictureStrip::Item> list{{mapImage(of.gradient, side, diverging), tr("Input gradient"), tr("up to ±%1").arg(peak(of.gradient))}};
        if (!of.gradCam.empty()) {
            list << PictureStrip::Item{mapImage(of.gradCam, side, sequential), QStringLiteral("Grad-CAM"), tr("up to %1").arg(peak(of.gradCam))};
        }
        list << PictureStrip::Item{mapImage(of.occlusion, side, diverging), tr("Occlusion"), tr("up to ±%1").arg(peak(of.occlusion))};
        return list;
    };
    m_maps->setItems(QList<PictureStrip::Item>{{imageOf(m_answer->picture), className(m_answer->trained.question.label), QString()}} + items(m_answer->trained));
    m_shuffled->setItems(QList<PictureStrip::Item>{{QImage(), tr("weights shuffled"), QString()}} + items(m_answer->shuffled));
    // In units of each map's own largest value.
    m_signedLegend->setRange(-1.0, 1.0);
    m_camLegend->setRange(0.0, 1.0);
    const auto correlation = [](const std::vector<float> &a, const std::vector<float> &b) {
        const double value = rankCorrelation(a, b);
        return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 2);
    };
    m_check->setText(tr("The check: below, the same network with its weights shuffled, so that it has learned nothing. A map that hardly changes shows the picture, "
                        "not what was learned. Likeness (rank correlation; 1 = the same): gradient %1, Grad-CAM %2, occlusion %3.")
                         .arg(correlation(m_answer->trained.gradient, m_answer->shuffled.gradient), correlation(m_answer->trained.gradCam, m_answer->shuffled.gradCam),
                              correlation(m_answer->trained.occlusion, m_answer->shuffled.occlusion)));
}

void TryWhy::retranslateUi()
{
    m_text->setText(tr("Three ways to ask which pixels matter for one class. Input gradient: where a brighter pixel speaks for it (red) or against it (blue). "
                       "Grad-CAM: where a convolution saw what speaks for it. Occlusion: by how much its probability falls while a black square covers the place (red)."));
    m_classLabel->setText(tr("Explain &class"));
    m_class->setToolTip(tr("A click on a bar above does the same."));
    m_layerLabel->setText(tr("Grad-CAM &of"));
    m_layer->setToolTip(tr("Early convolutions see edges, late ones parts of clothes."));
    m_layer->setAccessibleName(tr("Convolution for Grad-CAM"));
    m_export->setAccessibleName(tr("Export the explanations"));
    m_export->setToolTip(m_export->accessibleName());
    m_maps->setAccessibleName(tr("Explanations"));
    m_shuffled->setAccessibleName(tr("Explanations with shuffled weights"));
    m_nearest->retranslateUi();
    fillClasses();
    fillConvolutions();
    showMaps();
}

void TryWhy::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void TryWhy::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showMaps();
    }
}

} // namespace convscope
