// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trainingstepview.h"

#include "ui/models/inspection.h"
#include "ui/models/stepsource.h"
#include "ui/pages/operationtransport.h"
#include "ui/views/flowlayout.h"
#include "ui/views/stepstage.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace convscope {

namespace {

/// One table after another, slower than a window slides.
constexpr int slower = 6;

} // namespace

TrainingStepView::TrainingStepView(Inspection &inspection, QWidget *parent)
    : QWidget(parent)
    , m_inspection(inspection)
    , m_source(new StepSource(inspection, this))
{
    setObjectName(QStringLiteral("trainingStepView"));
    setupUi();
    connectSignals();
    retranslateUi();
}

void TrainingStepView::setupUi()
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("stepState"));
    m_state->setWordWrap(true);
    m_stage = new StepStage;
    m_scrollArea = new QScrollArea(this);
    m_scrollArea->setFrameShape(QFrame::NoFrame);
    m_scrollArea->setWidgetResizable(true);
    m_scrollArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scrollArea->setFocusPolicy(Qt::NoFocus);
    m_scrollArea->setWidget(m_stage);
    m_scrollArea->viewport()->installEventFilter(this);
    m_transport = new OperationTransport(this);
    m_transport->playButton()->setObjectName(QStringLiteral("stepPlay"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(createChoices());
    layout->addWidget(m_text);
    layout->addWidget(m_state);
    layout->addWidget(m_scrollArea, 1);
    layout->addWidget(m_transport);
    m_exporter = new ViewExport(QStringLiteral("training-step"), m_stage, [this] { return m_stage->table(); });
}

QWidget *TrainingStepView::createChoices()
{
    auto *choices = new QWidget(this);
    m_layer = new QComboBox(choices);
    m_layer->setObjectName(QStringLiteral("stepLayer"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_channel = new QSpinBox(choices);
    m_channel->setObjectName(QStringLiteral("stepChannel"));
    m_slice = new QSpinBox(choices);
    m_slice->setObjectName(QStringLiteral("stepSlice"));
    m_layerLabel = new QLabel(choices);
    m_channelLabel = new QLabel(choices);
    m_sliceLabel = new QLabel(choices);
    auto *layout = new FlowLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const std::pair<QLabel *, QWidget *> fields[] = {{m_layerLabel, m_layer}, {m_channelLabel, m_channel}, {m_sliceLabel, m_slice}};
    for (const auto &[label, field] : fields) {
        auto *pair = new QWidget(choices);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        row->addWidget(label);
        row->addWidget(field);
        label->setBuddy(field);
        layout->addWidget(pair);
    }
    return choices;
}

void TrainingStepView::connectSignals()
{
    connect(m_layer, &QComboBox::currentIndexChanged, this, &TrainingStepView::takeFields);
    connect(m_channel, &QSpinBox::valueChanged, this, &TrainingStepView::showSlice);
    connect(m_slice, &QSpinBox::valueChanged, this, &TrainingStepView::showSlice);
    connect(m_source, &StepSource::stepComputed, this, &TrainingStepView::takeStep);
    connect(m_source, &StepSource::failed, this, [this](const QString &sentence) {
        m_problem = sentence;
        m_step.reset();
        showSlice();
    });
    connect(m_source, &StepSource::busyChanged, this, [this] { m_state->setText(sentence()); });
    connect(m_stage, &StepStage::playingChanged, m_transport, &OperationTransport::setPlaying);
    connect(m_transport, &OperationTransport::playRequested, this, [this](bool play) {
        m_stage->setPlaying(play);
        m_stage->setFocus();
    });
    connect(m_transport, &OperationTransport::speedChanged, this, [this](int milliseconds) { m_stage->setInterval(milliseconds * slower); });
    m_stage->setInterval(m_transport->milliseconds() * slower);
    m_transport->rememberSpeed(QStringLiteral("operation/stepSpeed"));
    connect(&m_inspection, &Inspection::runChanged, this, &TrainingStepView::takeRun);
    connect(&m_inspection, &Inspection::positionChanged, this, &TrainingStepView::ask);
    connect(&m_inspection, &Inspection::weightsChanged, this, &TrainingStepView::ask);
    connect(&m_inspection, &Inspection::dataChanged, this, &TrainingStepView::ask);
    takeRun();
}

void TrainingStepView::takeRun()
{
    TrainingRun *run = m_inspection.run();
    if (run == m_run) {
        ask();
        return;
    }
    if (m_run) {
        disconnect(m_run, nullptr, this, nullptr);
    }
    m_run = run;
    m_source->forget();
    m_step.reset();
    m_problem.clear();
    m_layers.clear();
    if (run) {
        connect(run, &TrainingRun::stateChanged, this, &TrainingStepView::ask); // a pause takes a checkpoint
        connect(run, &TrainingRun::eventRecorded, this, &TrainingStepView::ask); // changed settings act on the step after it
    }
    fillLayers();
    showSlice();
    ask();
}

void TrainingStepView::fillLayers()
{
    const int before = m_layer->currentIndex();
    const QSignalBlocker blocker(m_layer);
    m_layer->clear();
    const WeightsPtr weights = m_inspection.weights();
    if (!weights) {
        m_layers.clear();
        return;
    }
    m_architecture = weights->architecture;
    m_layers = summarize(m_architecture, weights->side, weights->classes).layers;
    for (int i = 0; i < int(m_layers.size()); ++i) {
        if (kernelSliceOf(m_layers, i, 0, 0, m_architecture)) {
            m_layer->addItem(QStringLiteral("%1 %2").arg(layerKindName(m_layers[std::size_t(i)].kind), m_layers[std::size_t(i)].name), i);
        }
    }
    m_layer->setCurrentIndex(std::max(0, std::min(before, m_layer->count() - 1)));
}

int TrainingStepView::layer() const
{
    return m_layer->count() > 0 ? m_layer->currentData().toInt() : -1;
}

void TrainingStepView::takeFields()
{
    m_step.reset();
    showSlice();
    ask();
}

void TrainingStepView::ask()
{
    if (!isVisible() || !m_run) {
        return;
    }
    if (m_layers.empty()) {
        fillLayers();
    }
    if (layer() >= 0) {
        m_source->request(m_layers[std::size_t(layer())].name.toStdString() + ".weight");
    }
    m_state->setText(sentence());
}

void TrainingStepView::takeStep(const TrainingStep &step)
{
    m_problem.clear();
    m_step = step;
    showSlice();
}

void TrainingStepView::showSlice()
{
    const int layer = this->layer();
    std::optional<KernelSlice> slice;
    if (layer >= 0) {
        const QSignalBlocker channelBlocker(m_channel);
        const QSignalBlocker sliceBlocker(m_slice);
        m_channel->setRange(1, m_layers[std::size_t(layer)].channels);
        const std::optional<KernelSlice> first = kernelSliceOf(m_layers, layer, m_channel->value() - 1, 0, m_architecture);
        m_slice->setRange(1, first ? first->slices : 1);
        slice = kernelSliceOf(m_layers, layer, m_channel->value() - 1, m_slice->value() - 1, m_architecture);
        m_slice->parentWidget()->setVisible(m_slice->maximum() > 1);
        m_channel->setToolTip(tr("Counted from 1. In PyTorch, which counts from 0, its weights are %1.").arg(QStringLiteral("%1.weight[%2]").arg(m_layers[std::size_t(layer)].name).arg(m_channel->value() - 1)));
        m_channelLabel->setText(m_layers[std::size_t(layer)].kind == LayerKind::Convolution ? tr("Filter") : tr("Neuron"));
    }
    m_stage->setStep(slice ? m_step : std::nullopt, slice.value_or(KernelSlice()));
    m_transport->setEnabled(m_step.has_value());
    m_state->setText(sentence());
}

QString TrainingStepView::sentence() const
{
    if (!m_problem.isEmpty()) {
        return m_problem;
    }
    if (m_source->isBusy()) {
        return tr("The step is being computed.");
    }
    if (!m_step || !m_run) {
        return {};
    }
    const bool isLive = m_inspection.isLive() && m_run->state() == RunState::Training;
    if (!isLive && m_step->steps != m_inspection.shownStep()) {
        return tr("The step after batch %L1, the checkpoint nearest to step %L2: a step needs what the optimiser remembers, and only checkpoints keep that.")
            .arg(m_step->steps)
            .arg(m_inspection.shownStep());
    }
    if (m_run->state() == RunState::Training) {
        return tr("The step after batch %L1, where the newest checkpoint was taken. Pause the run to see the step that it takes next.").arg(m_step->steps);
    }
    if (m_run->state() == RunState::Finished && m_step->epoch > m_run->experiment().training.epochs) {
        return tr("The run has ended after batch %L1: this is the step that it would take next.").arg(m_step->steps);
    }
    return tr("The step after batch %L1.").arg(m_step->steps);
}

void TrainingStepView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

bool TrainingStepView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        m_stage->setViewport(m_scrollArea->viewport()->size());
    }
    return QWidget::eventFilter(watched, event);
}

void TrainingStepView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        fillLayers();
        showSlice();
    }
    QWidget::changeEvent(event);
}

void TrainingStepView::retranslateUi()
{
    m_layerLabel->setText(tr("&Layer"));
    m_sliceLabel->setText(tr("Input channel"));
    m_layer->setToolTip(tr("The layer whose weights are moved"));
    m_slice->setToolTip(tr("A filter has a kernel for each input channel"));
    m_text->setText(tr("Training is this, thousands of times: the gradient says for each weight how the loss of a batch changes when the weight grows; "
                       "the optimiser moves the weight a little the other way."));
    m_transport->setTexts(tr("Slow motion"), tr("Shows the step table by table (space bar)"), tr("Click a weight, or use the arrow keys, to follow it through the formulas."));
}

} // namespace convscope
