// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/trainingsettings.h"
#include "ui/pages/datasamples.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QStackedLayout;

namespace convscope {

class DataAugmentationView;
class DataClassesView;
class DataHeader;
class EmptyState;

/// The Data page: what a network will be trained with, before it is. Shows the data set as it is, which part of it the
/// chosen settings use, which labels they make wrong, and what augmentation does to the pictures.
class DataPage : public QWidget
{
    Q_OBJECT

public:
    explicit DataPage(QWidget *parent = nullptr);

    /// nullptr: there is no data.
    void setDataset(DatasetPtr dataset);
    /// Shows that data is on its way.
    void setLoading();
    /// Loading failed: a whole sentence. The data shown before, if any, is gone.
    void setError(const QString &sentence);
    void setTraining(const TrainingSettings &settings);

    /// What the rows show; up to date only while the page is visible.
    const std::vector<DataClass> &classes() const { return m_classes; }

public Q_SLOTS:
    void showOtherSamples();

Q_SIGNALS:
    void chooseFolderRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class State { Empty, Loading, Error, Data };
    void setupUi();
    QWidget *createContent();
    void connectSignals();
    void retranslateUi();
    void setState(State state);
    void scheduleRefresh();
    void refresh();
    void retranslateSummary();
    QString usageSentence() const;

    State m_state = State::Empty;
    QString m_error;
    DatasetPtr m_data;
    TrainingSettings m_training;
    TrainingSubset m_subset;
    std::vector<DataClass> m_classes;
    quint32 m_draw = 0;
    /// What is shown doesn't match data, settings or draw.
    bool m_stale = true;

    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    DataHeader *m_header = nullptr;
    QLabel *m_usageLabel = nullptr;
    QScrollArea *m_classesScrollArea = nullptr;
    DataClassesView *m_classesView = nullptr;
    QLabel *m_augmentationTitle = nullptr;
    QLabel *m_augmentationLabel = nullptr;
    DataAugmentationView *m_augmentationView = nullptr;
};

} // namespace convscope
