// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filtersurgery.h"

#include "ui/charts/numberformat.h"
#include "ui/pages/filternumbersbox.h"
#include "ui/pages/filtersdata.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <limits>

namespace convscope {

namespace {

/// So many are answered within a second; all of them follow.
constexpr int samplePictures = 1000;
constexpr double notKnown = std::numeric_limits<double>::quiet_NaN();

DatasetPtr sampleOf(const Dataset &data)
{
    auto sample = std::make_shared<Dataset>();
    sample->side = data.side;
    sample->classes = data.classes;
    sample->test.count = std::min(samplePictures, data.test.count);
    sample->test.pixels.assign(data.test.pixels.begin(), data.test.pixels.begin() + std::ptrdiff_t(sample->test.count) * data.side * data.side);
    sample->test.labels.assign(data.test.labels.begin(), data.test.labels.begin() + sample->test.count);
    return sample;
}

} // namespace

FilterSurgery::FilterSurgery(FiltersData &filters, QWidget *parent)
    : QGroupBox(parent)
    , m_data(filters)
    , m_silence(new QToolButton(this))
    , m_reset(new QToolButton(this))
    , m_kernel(new QToolButton(this))
    , m_undo(new QToolButton(this))
    , m_discard(new QToolButton(this))
    , m_kernels(new QMenu(this))
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("filterSurgery"));
    setupUi();
    connect(m_silence, &QToolButton::clicked, this, &FilterSurgery::silence);
    connect(m_reset, &QToolButton::clicked, this, &FilterSurgery::resetToStart);
    connect(m_undo, &QToolButton::clicked, this, &FilterSurgery::undo);
    connect(m_discard, &QToolButton::clicked, this, &FilterSurgery::discard);
    connect(&m_job, &PacedJob::due, this, &FilterSurgery::ask);
    connect(&m_data, &FiltersData::shownChanged, this, &FilterSurgery::update);
    // Another moment, or another run: what was operated on is no longer what is looked at.
    connect(&m_data.inspection(), &Inspection::positionChanged, this, &FilterSurgery::discard);
    retranslateUi();
}

void FilterSurgery::setupUi()
{
    auto *layout = new QVBoxLayout(this);
    auto *buttons = new FlowLayout;
    m_silence->setObjectName(QStringLiteral("silenceFilter"));
    m_reset->setObjectName(QStringLiteral("resetFilter"));
    m_kernel->setObjectName(QStringLiteral("setFilter"));
    m_undo->setObjectName(QStringLiteral("undoSurgery"));
    m_discard->setObjectName(QStringLiteral("discardSurgery"));
    m_text->setObjectName(QStringLiteral("surgeryText"));
    m_kernel->setPopupMode(QToolButton::InstantPopup);
    m_kernel->setMenu(m_kernels);
    m_undo->setIcon(themedIcon("undo"));
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const NamedKernel kernel :
         {NamedKernel::Identity, NamedKernel::Edge, NamedKernel::SobelX, NamedKernel::SobelY, NamedKernel::Blur, NamedKernel::Sharpen}) {
        QAction *action = m_kernels->addAction(QString());
        connect(action, &QAction::triggered, this, [this, kernel] {
            if (m_data.layer()) {
                setKernel(surgery::namedKernel(kernel, m_data.layer()->width));
            }
        });
    }
    m_kernels->addSeparator();
    m_byHand = m_kernels->addAction(QString());
    connect(m_byHand, &QAction::triggered, this, &FilterSurgery::askByHand);
    for (QToolButton *button : {m_silence, m_reset, m_kernel, m_undo, m_discard}) {
        buttons->addWidget(button);
    }
    m_text->setWordWrap(true);
    layout->addLayout(buttons);
    layout->addWidget(m_text);
}

void FilterSurgery::setFilter(int filter, int channel)
{
    m_filter = filter;
    m_channel = channel;
}

void FilterSurgery::silence()
{
    if (const WeightsPtr weights = m_data.weights()) {
        operate(surgery::silence(*weights, m_data.layerIndex(), m_filter));
    }
}

void FilterSurgery::resetToStart()
{
    const WeightsPtr weights = m_data.weights();
    const WeightsPtr start = m_data.inspection().startWeights();
    if (weights && start) {
        operate(surgery::resetTo(*weights, *start, m_data.layerIndex(), m_filter));
    }
}

void FilterSurgery::setKernel(const std::vector<float> &values)
{
    if (const WeightsPtr weights = m_data.weights()) {
        operate(surgery::setKernel(*weights, m_data.layerIndex(), m_filter, m_channel, values));
    }
}

void FilterSurgery::operate(const WeightsPtr &weights)
{
    if (!weights) {
        return;
    }
    if (m_operated.empty()) {
        m_base = m_data.weights();
        m_accuracies = {notKnown, notKnown, 0, {}};
    }
    m_operated.push_back(weights);
    showTop();
}

void FilterSurgery::undo()
{
    if (!m_operated.empty()) {
        m_operated.pop_back();
        showTop();
    }
}

void FilterSurgery::discard()
{
    if (!m_operated.empty()) {
        m_operated.clear();
        showTop();
    }
}

void FilterSurgery::showTop()
{
    m_job.reset();
    m_asksForAll = false;
    m_accuracies.after = notKnown;
    if (m_operated.empty()) {
        m_base = nullptr;
        m_data.setPatient(nullptr);
    } else {
        m_data.setPatient(m_operated.back());
        m_job.request();
    }
    update();
}

void FilterSurgery::ask()
{
    const Inspector *inspector = m_data.inspection().inspector();
    const DatasetPtr all = m_data.inspection().data();
    if (!inspector || !all || m_operated.empty()) {
        return;
    }
    if (m_sampleOf != all) {
        m_sample = sampleOf(*all);
        m_sampleOf = all;
    }
    const bool isAll = m_asksForAll;
    // What was found before is of as many pictures only where nothing but the operation has changed.
    const double known = m_accuracies.pictures == (isAll ? all : m_sample)->test.count ? m_accuracies.before : notKnown;
    const auto work = [inspector, pictures = isAll ? all : m_sample, base = m_base, operated = m_operated.back(), known,
                       isCancelled = m_job.isCancelled()] {
        Accuracies found{known, notKnown, pictures->test.count, {}};
        const Result<TestAnswers> after = inspector->test(operated, *pictures, isCancelled);
        found.after = after ? after.value().accuracy : notKnown;
        found.error = after.error();
        if (std::isnan(known)) {
            const Result<TestAnswers> before = inspector->test(base, *pictures, isCancelled);
            found.before = before ? before.value().accuracy : notKnown;
            found.error = before.error();
        }
        return found;
    };
    m_job.run(QtConcurrent::run(work), [this, isAll, count = all->test.count](const Accuracies &found) {
        m_accuracies = found;
        updateAccuracy();
        if (!isAll && count > samplePictures && found.error.isEmpty()) {
            m_asksForAll = true;
            m_job.request();
        }
    });
}

void FilterSurgery::updateAccuracy()
{
    const WeightsPtr weights = m_base ? m_base : m_data.weights();
    const QString steps = weights ? wholeText(double(weights->steps)) : QString();
    if (m_operated.empty()) {
        m_text->setText(tr("Works on a copy of the network; the run stays as it is."));
        return;
    }
    QString text = tr("You see a copy of the network after step %1, operated on %2×.").arg(steps, wholeText(double(m_operated.size())));
    if (!m_accuracies.error.isEmpty()) {
        text += QLatin1Char('\n') + m_accuracies.error;
    } else if (std::isnan(m_accuracies.after) || std::isnan(m_accuracies.before)) {
        text += QLatin1Char('\n') + tr("The test pictures are being looked at…");
    } else {
        const double change = 100.0 * (m_accuracies.after - m_accuracies.before);
        const QString sign = change < 0.0 ? QStringLiteral("−") : QStringLiteral("+");
        text += QLatin1Char('\n')
            + tr("Test accuracy %1 → %2 (%3 points), on %4 test pictures.")
                  .arg(percentText(m_accuracies.before, 2), percentText(m_accuracies.after, 2), sign + QLocale().toString(std::abs(change), 'f', 2),
                       wholeText(m_accuracies.pictures));
    }
    m_text->setText(text);
}

void FilterSurgery::update()
{
    const bool canOperate = m_data.weights() && m_data.layer();
    const bool isKernel = canOperate && m_data.layer()->convIndex >= 0;
    m_silence->setEnabled(canOperate);
    m_reset->setEnabled(canOperate && m_data.inspection().startWeights());
    m_kernel->setEnabled(isKernel);
    const bool isOdd = isKernel && !surgery::namedKernel(NamedKernel::Edge, m_data.layer()->width).empty();
    for (QAction *action : m_kernels->actions()) {
        action->setEnabled(action == m_byHand || isOdd);
    }
    m_undo->setEnabled(!m_operated.empty());
    m_discard->setEnabled(!m_operated.empty());
    updateAccuracy();
}

void FilterSurgery::askByHand()
{
    if (!m_data.layer() || m_filter >= m_data.layer()->filters || m_channel >= m_data.layer()->channels) {
        return;
    }
    const auto kernel = m_data.layer()->kernel(m_filter, m_channel);
    auto *box = new FilterNumbersBox(m_data.layer()->width, {kernel.begin(), kernel.end()}, this);
    connect(box, &FilterNumbersBox::numbersChosen, this, &FilterSurgery::setKernel);
    box->show();
}

void FilterSurgery::retranslateUi()
{
    setTitle(tr("Operate"));
    m_silence->setText(tr("Silence"));
    m_silence->setToolTip(tr("All its numbers become zero: how much did the network need it?"));
    m_reset->setText(tr("As at the start"));
    m_reset->setToolTip(tr("It becomes again what it was before training: did what it learned matter?"));
    m_kernel->setText(tr("Set numbers"));
    m_kernel->setToolTip(tr("Gives the filter numbers by hand, or those of a well-known kernel; in a deeper layer for the chosen input channel"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes back the last operation"));
    m_discard->setText(tr("Back to the run"));
    m_discard->setToolTip(tr("Throws the copy away"));
    const QStringList names{tr("Identity"), tr("Edges"), tr("Sobel, left to right"), tr("Sobel, top to bottom"), tr("Blur"), tr("Sharpen"), QString(), tr("By hand…")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_kernels->actions()[i]->setText(names[i]);
    }
    update();
}

void FilterSurgery::changeEvent(QEvent *event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
    }
}

} // namespace convscope
