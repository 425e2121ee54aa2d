// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filtersdata.h"

#include "core/common/threadpriority.h"

#include <QtConcurrentRun>

#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

namespace {

/// What takes seconds waits for so long after the time line has moved.
constexpr auto standstill = 400ms;
/// Behind the training, which is at 5: the statistics would take a core from it for seconds.
constexpr int niceOfStatistics = 15;

std::shared_ptr<const FilterLayer> shared(std::optional<FilterLayer> layer)
{
    return layer ? std::make_shared<const FilterLayer>(std::move(*layer)) : nullptr;
}

} // namespace

FiltersData::FiltersData(Inspection &inspection, QObject *parent)
    : QObject(parent)
    , m_inspection(inspection)
{
    connect(&inspection, &Inspection::weightsChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::firstKernelsChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::startWeightsChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::weightsBeforeChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::extentChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::inspectorChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::dataChanged, this, &FiltersData::update);
    connect(&inspection, &Inspection::runChanged, this, [this] {
        forget();
        update();
    });
    m_pool.setMaxThreadCount(2); // the analysis doesn't wait for the statistics
    m_standstill.setSingleShot(true);
    m_standstill.setInterval(standstill);
    connect(&m_standstill, &QTimer::timeout, this, &FiltersData::update);
    connect(&inspection, &Inspection::positionChanged, this, &FiltersData::awaitStandstill);
    connect(&m_analysisJob, &PacedJob::due, this, &FiltersData::analyse);
    connect(&m_statisticsJob, &PacedJob::due, this, &FiltersData::count);
    connect(&m_gradientJob, &PacedJob::due, this, &FiltersData::computeGradient);
}

void FiltersData::setActive(bool active)
{
    m_isActive = active;
    if (active) {
        update();
    } else {
        for (PacedJob *job : {&m_analysisJob, &m_statisticsJob, &m_gradientJob}) {
            job->reset();
        }
    }
}

/// While the time line plays or is dragged, every moment is the wrong one by the time its statistics are there.
void FiltersData::awaitStandstill()
{
    if (!m_inspection.isLive()) {
        m_statisticsJob.reset();
        m_gradientJob.reset();
        m_standstill.start();
    } else {
        m_standstill.stop();
    }
}

/// What belongs to another layer or run.
void FiltersData::forget()
{
    for (PacedJob *job : {&m_analysisJob, &m_statisticsJob, &m_gradientJob}) {
        job->reset();
    }
    m_layer = m_shown = m_start = m_previous = m_gradient = nullptr;
    m_order.clear();
    m_findings.clear();
    m_statistics.clear();
    m_counted = m_gradientOf = nullptr;
    m_hadStatistics = false;
    m_problem.clear();
}

void FiltersData::setLayerIndex(int index)
{
    if (index != m_index) {
        m_index = index;
        forget();
        update();
    }
}

void FiltersData::setShow(FilterShow show)
{
    m_show = show;
    update();
}

void FiltersData::setOrderBy(FilterOrder order)
{
    m_orderBy = order;
    m_analysisJob.reset();
    update();
}

void FiltersData::setPatient(const WeightsPtr &patient)
{
    m_patient = patient;
    for (PacedJob *job : {&m_analysisJob, &m_statisticsJob, &m_gradientJob}) {
        job->reset();
    }
    update();
}

Activation FiltersData::activation() const
{
    const WeightsPtr weights = this->weights();
    if (!weights) {
        return Activation::Relu;
    }
    const Architecture &architecture = weights->architecture;
    if (!architecture.convBlocks.empty()) {
        return architecture.convBlocks[std::size_t(std::min(m_index, int(architecture.convBlocks.size()) - 1))].activation;
    }
    // Without a hidden layer the outputs themselves are shown, and none of them can be dead.
    return architecture.hiddenLayers.empty() ? Activation::Tanh : architecture.hiddenLayers.front().activation;
}

/// Each picture is of newer weights than the one before.
bool FiltersData::isFollowing() const
{
    const TrainingRun *run = m_inspection.run();
    return !m_patient && m_inspection.isLive() && run && run->state() == RunState::Training;
}

const std::vector<FilterStatistics> &FiltersData::statistics() const
{
    static const std::vector<FilterStatistics> none;
    const bool areTrue = m_counted && (m_counted == weights() || (m_isCountedLive && isFollowing()));
    return areTrue ? m_statistics : none;
}

/// The first convolution is kept at more moments than the rest.
std::shared_ptr<const FilterLayer> FiltersData::currentLayer() const
{
    const WeightsPtr weights = this->weights();
    if (!weights) {
        return nullptr;
    }
    std::optional<FilterLayer> layer = filterLayer(*weights, m_index);
    const FirstKernels *kernels = m_inspection.firstKernels();
    if (layer && layer->convIndex == 0 && !m_patient && kernels && kernels->values.size() == layer->values.size()) {
        layer->values = kernels->values;
        layer->steps = kernels->steps;
    }
    return shared(std::move(layer));
}

void FiltersData::update()
{
    if (!m_isActive) {
        return;
    }
    const std::shared_ptr<const FilterLayer> before = m_layer;
    m_layer = currentLayer();
    if (before && m_layer && (before->steps != m_layer->steps)) {
        m_previous = before;
    }
    if (const WeightsPtr start = m_inspection.startWeights(); start && (!m_start || (m_layer && m_start->name != m_layer->name))) {
        m_start = shared(filterLayer(*start, m_index));
    }
    updateShown();
    const bool isMoving = m_standstill.isActive();
    if (const bool hasStatistics = !statistics().empty(); hasStatistics != m_hadStatistics) {
        m_hadStatistics = hasStatistics;
        Q_EMIT statisticsChanged();
    }
    if (m_layer && weights() != m_counted && !isMoving) {
        m_statisticsJob.request();
    }
    if (m_layer) {
        m_analysisJob.request();
    }
    if (m_layer && m_show == FilterShow::Gradient && weights() != m_gradientOf && !isMoving) {
        m_gradientJob.request();
    }
}

std::optional<FilterLayer> FiltersData::before()
{
    if (m_patient || isFollowing()) {
        return m_previous ? std::optional(*m_previous) : std::nullopt;
    }
    if (m_layer->convIndex == 0 && m_inspection.moments().firstFilters >= 0) {
        const std::optional<FirstKernels> kernels = m_inspection.kernelsBefore();
        if (!kernels || kernels->values.size() != m_layer->values.size()) {
            return std::nullopt;
        }
        FilterLayer layer = *m_layer;
        layer.values = kernels->values;
        layer.steps = kernels->steps;
        return layer;
    }
    const WeightsPtr earlier = m_inspection.weightsBefore();
    return earlier ? filterLayer(*earlier, m_index) : std::nullopt;
}

void FiltersData::updateShown()
{
    std::shared_ptr<const FilterLayer> shown = m_layer;
    m_earlierSteps = -1;
    if (m_layer && (m_show == FilterShow::SinceStart || m_show == FilterShow::SinceBefore)) {
        const std::optional<FilterLayer> earlier
            = m_show == FilterShow::SinceBefore ? before() : m_start ? std::optional(*m_start) : std::nullopt;
        shown = earlier && earlier->hasShapeOf(*m_layer) ? std::make_shared<const FilterLayer>(difference(*m_layer, *earlier)) : nullptr;
        m_earlierSteps = shown ? earlier->steps : -1;
    } else if (m_show == FilterShow::Gradient) {
        shown = m_gradient;
    }
    m_shown = shown;
    Q_EMIT shownChanged();
}

void FiltersData::analyse()
{
    if (!m_isActive || !m_layer) {
        return;
    }
    const auto work = [layer = m_layer, start = m_start, statistics = statistics(), order = m_orderBy, activation = activation(), isCancelled = m_analysisJob.isCancelled()] {
        lowerPriorityOfThisThread(niceOfStatistics);
        const FilterLayer *from = start && start->hasShapeOf(*layer) ? start.get() : nullptr;
        return Analysis{filteranalysis::order(*layer, order, from, isCancelled), filteranalysis::findings(*layer, from, statistics, activation, isCancelled)};
    };
    m_analysisJob.run(QtConcurrent::run(&m_pool, work), [this](const Analysis &analysis) {
        if (analysis.order != m_order || !analysis.findings.empty() || !m_findings.empty()) {
            m_order = analysis.order;
            m_findings = analysis.findings;
            Q_EMIT analysisChanged();
        }
    });
}

void FiltersData::count()
{
    const Inspector *inspector = m_inspection.inspector();
    const WeightsPtr weights = this->weights();
    const DatasetPtr data = m_inspection.data();
    if (!m_isActive || !inspector || !weights || !data) {
        return;
    }
    const auto work = [inspector, weights, data, index = m_index, isCancelled = m_statisticsJob.isCancelled()] {
        lowerPriorityOfThisThread(niceOfStatistics);
        return inspector->filterStatistics(weights, *data, index, isCancelled);
    };
    m_statisticsJob.run(QtConcurrent::run(&m_pool, work), [this, weights, isLive = isFollowing()](const Result<std::vector<FilterStatistics>> &answer) {
        m_counted = weights;
        m_isCountedLive = isLive;
        m_hadStatistics = true;
        m_problem = answer ? QString() : answer.error();
        m_statistics = answer ? answer.value() : std::vector<FilterStatistics>();
        m_analysisJob.request();
        Q_EMIT statisticsChanged();
        if (this->weights() != weights) {
            m_statisticsJob.request();
        }
    });
    Q_EMIT statisticsChanged();
}

void FiltersData::computeGradient()
{
    const Inspector *inspector = m_inspection.inspector();
    const WeightsPtr weights = this->weights();
    const DatasetPtr data = m_inspection.data();
    if (!m_isActive || !inspector || !weights || !data) {
        return;
    }
    const auto work = [inspector, weights, data, isCancelled = m_gradientJob.isCancelled()] {
        return inspector->gradients(weights, *data, gradientPictures, isCancelled);
    };
    m_gradientJob.run(QtConcurrent::run(work), [this, weights](const Result<std::vector<NamedArray>> &answer) {
        m_gradientOf = weights;
        m_problem = answer ? QString() : answer.error();
        m_gradient = answer ? shared(filterLayer(*weights, answer.value(), m_index)) : nullptr;
        updateShown();
        if (this->weights() != weights) {
            m_gradientJob.request();
        }
    });
}

} // namespace convscope
