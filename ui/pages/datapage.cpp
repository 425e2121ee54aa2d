// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datapage.h"

#include "ui/pages/dataaugmentationview.h"
#include "ui/pages/dataclassesview.h"
#include "ui/pages/dataheader.h"
#include "ui/views/emptystate.h"
#include "ui/views/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>

namespace convscope {

DataPage::DataPage(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    connectSignals();
    retranslateUi();
    setState(State::Empty);
}

void DataPage::setDataset(DatasetPtr dataset)
{
    m_data = std::move(dataset);
    m_draw = 0;
    m_header->setDataset(m_data);
    setState(m_data ? State::Data : State::Empty);
    scheduleRefresh();
}

void DataPage::setLoading()
{
    setDataset(nullptr);
    setState(State::Loading);
}

void DataPage::setError(const QString &sentence)
{
    setDataset(nullptr);
    m_error = sentence;
    setState(State::Error);
}

void DataPage::setTraining(const TrainingSettings &settings)
{
    const bool sameSubset = settings.trainImages == m_training.trainImages
        && settings.labelNoise == m_training.labelNoise && settings.seed == m_training.seed;
    const bool sameAugmentation = settings.augmentation == m_training.augmentation;
    m_training = settings;
    // Every keystroke in the form comes here; most of them change nothing on this page.
    if (!sameSubset)
        scheduleRefresh();
    else if (!sameAugmentation && !m_stale)
        retranslateSummary();
}

void DataPage::showOtherSamples()
{
    ++m_draw;
    scheduleRefresh();
}

void DataPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::PaletteChange)
        setState(m_state);
    QWidget::changeEvent(event);
}

void DataPage::showEvent(QShowEvent *event)
{
    if (m_stale)
        refresh();
    QWidget::showEvent(event);
}

void DataPage::setupUi()
{
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("dataEmptyState"));
    m_content = createContent();
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
}

QWidget *DataPage::createContent()
{
    auto *content = new QWidget(this);
    m_header = new DataHeader(content);
    m_usageLabel = new QLabel(content);
    m_usageLabel->setObjectName(QStringLiteral("dataUsageLabel"));
    m_usageLabel->setWordWrap(true);
    m_classesView = new DataClassesView;
    m_classesView->setObjectName(QStringLiteral("dataClassesView"));
    m_classesScrollArea = new QScrollArea(content);
    m_classesScrollArea->setObjectName(QStringLiteral("dataClassesScrollArea"));
    m_classesScrollArea->setWidgetResizable(true);
    m_classesScrollArea->setFrameShape(QFrame::NoFrame);
    m_classesScrollArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_classesScrollArea->setWidget(m_classesView);
    m_augmentationTitle = new QLabel(content);
    QFont bold = font();
    bold.setBold(true);
    m_augmentationTitle->setFont(bold);
    m_augmentationLabel = new QLabel(content);
    m_augmentationLabel->setObjectName(QStringLiteral("augmentationLabel"));
    m_augmentationLabel->setWordWrap(true);
    m_augmentationView = new DataAugmentationView(content);
    m_augmentationView->setObjectName(QStringLiteral("dataAugmentationView"));

    auto *augmentation = new QVBoxLayout;
    augmentation->setSpacing(8);
    augmentation->addWidget(m_augmentationTitle);
    augmentation->addWidget(m_augmentationLabel);
    augmentation->addWidget(m_augmentationView, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(m_classesScrollArea, 5);
    columns->addLayout(augmentation, 3);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_usageLabel);
    layout->addLayout(columns, 1);
    return content;
}

void DataPage::connectSignals()
{
    connect(m_empty, &EmptyState::buttonClicked, this, &DataPage::chooseFolderRequested);
    connect(m_header, &DataHeader::chooseFolderRequested, this, &DataPage::chooseFolderRequested);
    connect(m_header, &DataHeader::otherSamplesRequested, this, &DataPage::showOtherSamples);
}

void DataPage::retranslateUi()
{
    m_augmentationTitle->setText(tr("Augmentation"));
    m_classesView->setAccessibleName(tr("Classes, their counts and samples"));
    m_classesScrollArea->setAccessibleName(m_classesView->accessibleName()); // it takes the keyboard's focus
    m_augmentationView->setAccessibleName(tr("Training pictures with augmentation"));
    setState(m_state);
    retranslateSummary();
}

void DataPage::setState(State state)
{
    m_state = state;
    m_stack->setCurrentWidget(state == State::Data ? m_content : m_empty);
    m_empty->setIcon(themedIcon(state == State::Error ? "error" : "data", palette()));
    m_empty->setButtonText(state == State::Loading ? QString() : tr("Choose folder…"));
    switch (state) {
    case State::Empty:
        m_empty->setText(tr("The training pictures will be shown here, class by class. Install the package "
                            "dataset-fashion-mnist, or choose a folder with the four IDX files of a data set."));
        break;
    case State::Loading:
        m_empty->setText(tr("The pictures are being loaded."));
        break;
    case State::Error:
        m_empty->setText(m_error);
        break;
    case State::Data:
        break;
    }
}

void DataPage::scheduleRefresh()
{
    m_stale = true;
    if (isVisible())
        refresh();
}

void DataPage::refresh()
{
    m_stale = false;
    if (!m_data)
        return;
    m_subset = chooseTrainingSubset(*m_data, m_training.trainImages, m_training.labelNoise, m_training.seed);
    m_classes = drawDataSamples(*m_data, m_subset, DataClassesView::samplesPerClass, m_draw);
    m_classesView->setClasses(m_data, m_classes);
    std::vector<int> firstOfEachClass;
    for (const DataClass &entry : m_classes) {
        if (!entry.samples.empty())
            firstOfEachClass.push_back(entry.samples.front().picture);
    }
    m_augmentationView->setPictures(m_data, std::move(firstOfEachClass));
    retranslateSummary();
}

void DataPage::retranslateSummary()
{
    if (!m_data)
        return;
    m_usageLabel->setText(usageSentence());
    m_classesView->setAccessibleDescription(m_usageLabel->text());
    m_augmentationView->setAugmentation(m_training.augmentation, m_training.seed);
    m_augmentationLabel->setText(
        m_training.augmentation.isOff()
            ? tr("Off: the network sees the same pictures, unchanged, in every epoch. Choose a strength in the form to "
                 "see here what it does.")
            : tr("On: the network sees each picture changed in another way in every epoch, so it can't learn single "
                 "pixels by heart."));
}

QString DataPage::usageSentence() const
{
    const QLocale locale;
    const int used = int(m_subset.pictures.size());
    const int wrong = int(m_subset.mislabelled.size());
    const QString all = locale.toString(m_data->train.count);
    if (used == m_data->train.count && wrong == 0)
        return tr("The chosen settings train with all %1 pictures and their own labels.").arg(all);
    if (used == m_data->train.count)
        return tr("The chosen settings train with all %1 pictures, %Ln of them with a wrong label on purpose.", nullptr,
                  wrong)
            .arg(all);
    if (wrong == 0)
        return tr("The chosen settings train with %1 of the %2 pictures and their own labels.")
            .arg(locale.toString(used), all);
    return tr("The chosen settings train with %1 of the %2 pictures, %Ln of these with a wrong label on purpose.",
              nullptr, wrong)
        .arg(locale.toString(used), all);
}

} // namespace convscope
