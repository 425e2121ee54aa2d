// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filterdetail.h"

#include "core/inspection/patch.h"
#include "ui/charts/numberformat.h"
#include "ui/pages/filtersdata.h"
#include "ui/pages/filtertexts.h"
#include "ui/theme.h"
#include "ui/views/colorlegend.h"
#include "ui/views/numberpainting.h"
#include "ui/views/picturebox.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace convscope {

namespace {

constexpr int responseSide = 112;
constexpr int peakSide = 72;

QLabel *heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

QImage activationImage(const float *values, int width, int height, float low, float high)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double share = high > low ? double((values[y * width + x] - low) / (high - low)) : 0.0;
            image.setPixel(x, y, theme::sequential(share).rgb());
        }
    }
    return image;
}

/// The output of the activation function behind the layer; of the layer itself where there is none.
const LayerOutput *outputOf(const ForwardPass &pass, const FilterLayer &layer)
{
    const LayerOutput *found = nullptr;
    for (const LayerOutput &output : pass.layers) {
        const bool isHere = layer.convIndex < 0 ? output.layer.height == 1 : output.layer.block == layer.convIndex && output.layer.height * output.layer.width > 1;
        if (isHere && output.layer.channels == layer.filters && (output.layer.kind == LayerKind::Activation || (!found && output.layer.kind == LayerKind::Linear))) {
            found = &output;
            if (output.layer.kind == LayerKind::Activation) {
                break;
            }
        }
    }
    return found;
}

} // namespace

FilterDetail::FilterDetail(FiltersData &filters, QWidget *parent)
    : QWidget(parent)
    , m_data(filters)
    , m_title(heading(this))
    , m_numbers(new QLabel(this))
    , m_findings(new QLabel(this))
    , m_answerTitle(heading(this))
    , m_probe(new PictureBox(responseSide, this))
    , m_response(new PictureBox(responseSide, this))
    , m_legend(new ColorLegend(ColorLegend::Scale::Sequential, this))
    , m_value(new QLabel(this))
    , m_peaksTitle(heading(this))
{
    setupUi();
    connect(&m_job, &PacedJob::due, this, &FilterDetail::askForResponse);
    connect(&filters.inspection(), &Inspection::probeChanged, &m_job, &PacedJob::request);
    connect(&filters, &FiltersData::shownChanged, &m_job, &PacedJob::request);
    connect(&filters, &FiltersData::shownChanged, this, &FilterDetail::update);
    connect(&filters, &FiltersData::analysisChanged, this, [this] {
        update();
        updatePeaks(); // nothing excites a dead one
    });
    connect(&filters, &FiltersData::statisticsChanged, this, [this] {
        update();
        updatePeaks();
    });
    retranslateUi();
}

void FilterDetail::setupUi()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    m_title->setObjectName(QStringLiteral("filterTitle"));
    m_numbers->setObjectName(QStringLiteral("filterNumbers"));
    m_findings->setObjectName(QStringLiteral("filterFindings"));
    m_response->setObjectName(QStringLiteral("filterResponse"));
    for (QLabel *label : {m_numbers, m_findings, m_value}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_probe->setFocusPolicy(Qt::NoFocus);
    m_response->setFocusPolicy(Qt::NoFocus);
    auto *pictures = new QHBoxLayout;
    pictures->addWidget(m_probe);
    pictures->addWidget(m_response);
    pictures->addStretch(1);
    auto *peaks = new QGridLayout;
    peaks->setSpacing(2);
    for (int i = 0; i < int(m_peaks.size()); ++i) {
        auto *box = m_peaks[std::size_t(i)] = new PictureBox(peakSide, this);
        box->setObjectName(QStringLiteral("peak%1").arg(i + 1));
        connect(box, &PictureBox::clicked, this, [this, i] { choosePeak(i); });
        peaks->addWidget(box, i / 3, i % 3);
    }
    peaks->setColumnStretch(3, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_findings, m_numbers, m_answerTitle}) {
        layout->addWidget(widget);
    }
    layout->addLayout(pictures);
    layout->addWidget(m_legend);
    layout->addWidget(m_value);
    layout->addWidget(m_peaksTitle);
    layout->addLayout(peaks);
}

void FilterDetail::setFilter(int filter)
{
    m_filter = filter;
    update();
    updatePeaks();
    updateResponse();
}

void FilterDetail::setActive(bool active)
{
    m_isActive = active;
    if (active) {
        m_job.request();
    }
}

void FilterDetail::update()
{
    const auto &layer = m_data.layer();
    if (!layer || m_filter >= layer->filters) {
        return;
    }
    m_title->setText(layer->convIndex < 0 ? tr("Neuron %1").arg(m_filter + 1) : tr("Filter %1").arg(m_filter + 1));
    m_numbers->setText(FilterTexts::numbers(m_data, m_filter));
    QStringList sentences;
    for (const FilterFinding &finding : m_data.findings()) {
        if (finding.filter == m_filter) {
            sentences += FilterTexts::sentence(finding);
        }
    }
    m_findings->setText(sentences.join(QLatin1Char('\n')));
    m_findings->setVisible(!sentences.isEmpty());
}

void FilterDetail::updatePeaks()
{
    const auto &statistics = m_data.statistics();
    const WeightsPtr weights = m_data.weights();
    const DatasetPtr dataset = m_data.inspection().data();
    const auto index = std::size_t(m_filter);
    const bool isDead = std::any_of(m_data.findings().begin(), m_data.findings().end(),
                                    [this](const FilterFinding &finding) { return finding.filter == m_filter && finding.kind == FilterFinding::Kind::Dead; });
    for (std::size_t i = 0; i < m_peaks.size(); ++i) {
        PictureBox *box = m_peaks[i];
        const bool exists = !isDead && weights && dataset && index < statistics.size() && i < statistics[index].peaks.size()
            && statistics[index].peaks[i].picture < dataset->test.count;
        box->setEnabled(exists);
        if (!exists) {
            box->setImage({});
            box->setToolTip({});
            const bool isKnown = !isDead && index < statistics.size() && !statistics[index].peaks.empty();
            box->setAccessibleName(isDead ? tr("No picture excites it") : isKnown ? tr("No other picture excites it") : tr("No picture yet"));
            continue;
        }
        const FilterPeak &peak = statistics[index].peaks[i];
        Picture picture = testPicture(*dataset, peak.picture);
        if (m_data.layer() && m_data.layer()->convIndex >= 0) {
            picture = cut(picture, receptivePatch(*weights, m_data.layer()->convIndex, peak.y, peak.x));
        }
        box->setImage(imageOf(picture));
        const QString text = tr("Test picture %1, answer %2. Press to follow this picture through the network.")
                                 .arg(peak.picture)
                                 .arg(lossText(double(peak.value)));
        box->setToolTip(text);
        box->setAccessibleName(text);
    }
}

void FilterDetail::choosePeak(int place)
{
    const auto &statistics = m_data.statistics();
    if (std::size_t(m_filter) < statistics.size() && std::size_t(place) < statistics[std::size_t(m_filter)].peaks.size()) {
        m_data.inspection().setProbeIndex(statistics[std::size_t(m_filter)].peaks[std::size_t(place)].picture);
    }
}

void FilterDetail::askForResponse()
{
    const Inspector *inspector = m_data.inspection().inspector();
    const WeightsPtr weights = m_data.weights();
    const Picture &picture = m_data.inspection().probe().picture;
    if (!m_isActive || !inspector || !weights || !m_data.layer() || picture.values.empty()) {
        return;
    }
    if (m_answered == weights && m_answeredPicture == picture.values && m_answeredLayer == m_data.layerIndex()) {
        return;
    }
    m_probe->setImage(imageOf(picture));
    m_job.run(QtConcurrent::run([inspector, weights, picture] { return inspector->forward(weights, picture); }),
              [this, weights, values = picture.values, layer = m_data.layerIndex()](const Result<ForwardPass> &pass) {
                  m_answered = weights;
                  m_answeredPicture = values;
                  m_answeredLayer = layer;
                  const LayerOutput *output = pass && m_data.layer() ? outputOf(pass.value(), *m_data.layer()) : nullptr;
                  m_output = output ? *output : LayerOutput();
                  updateResponse();
                  if (!pass) {
                      m_value->setText(pass.error());
                      m_value->show();
                  }
              });
}

void FilterDetail::updateResponse()
{
    const LayerSummary &layer = m_output.layer;
    const std::size_t places = std::size_t(layer.height) * std::size_t(layer.width);
    if (m_output.values.empty() || m_filter >= layer.channels) {
        m_response->setImage({});
        return;
    }
    const float *values = m_output.values.data() + std::size_t(m_filter) * places;
    const auto [low, high] = std::minmax_element(values, values + places);
    const bool isMap = places > 1;
    m_response->setVisible(isMap);
    m_legend->setVisible(isMap);
    m_response->setImage(isMap ? activationImage(values, layer.width, layer.height, std::min(0.0f, *low), *high) : QImage());
    m_legend->setRange(double(std::min(0.0f, *low)), double(*high));
    m_value->setText(isMap ? QString() : tr("Its answer: %1").arg(numbers::text(double(*high), 3)));
    m_value->setVisible(!isMap);
    m_response->setAccessibleName(tr("Answer of the filter, from %1 to %2").arg(numbers::briefText(double(*low)), numbers::briefText(double(*high))));
}

void FilterDetail::retranslateUi()
{
    m_answerTitle->setText(tr("What it answers to the picture"));
    m_peaksTitle->setText(tr("What excites it most in the test pictures"));
    m_peaksTitle->setToolTip(tr("The parts of nine test pictures with its strongest answers, the strongest first"));
    m_response->setToolTip(tr("Where in the picture the filter finds what it looks for, after the activation function"));
    m_probe->setToolTip(tr("The picture that is followed through the network"));
    m_numbers->setAccessibleName(tr("Numbers of the filter"));
    m_findings->setAccessibleName(tr("What is remarkable about it"));
    m_value->setAccessibleName(m_answerTitle->text());
    m_probe->setAccessibleName(m_probe->toolTip());
    update();
    updatePeaks();
    updateResponse();
}

void FilterDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
