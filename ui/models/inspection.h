// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspection/inspector.h"
#include "core/inspection/weightsmailbox.h"
#include "core/training/runhistory.h"
#include "core/training/trainingrun.h"
#include "ui/models/laboratory.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <optional>

namespace convscope {

/// The picture whose way through the network is shown.
struct Probe
{
    Picture picture;
    /// "Test picture 17", "Drawing", a file's name.
    QString title;
    int testIndex = -1; ///< -1: not one of the test pictures
    int label = -1; ///< its true class, where it is known
};

/// The first convolution's kernels at one moment.
struct FirstKernels
{
    qint64 steps = 0;
    int filters = 0;
    int kernelSize = 0;
    std::vector<float> values; ///< [filters, kernelSize, kernelSize]
};

/// What all pages that look inside share: one run, one moment of it, one picture. Whoever shows something registers its widget as
/// viewer; while one is visible, the newest weights are asked for ten times a second, and none otherwise. Recorded moments are
/// read from the laboratory in the background; what arrives too late is dropped. Lives in the main thread.
class Inspection : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 live = -1;

    explicit Inspection(QObject *parent = nullptr);
    ~Inspection() override;

    void setInspector(const Inspector *inspector);
    /// nullptr until the engine is loaded.
    const Inspector *inspector() const { return m_inspector; }
    void setData(const DatasetPtr &data);
    DatasetPtr data() const { return m_data; }
    /// nullptr where runs are not kept: then there is no moment but the live one.
    void setLaboratory(const Laboratory *laboratory);

    /// nullptr for none; begins live. The same run again: it goes on, or was read.
    void setRun(TrainingRun *run);
    TrainingRun *run() const { return m_run; }

    /// Steps of the moment that was asked for, or live.
    qint64 position() const { return m_position; }
    bool isLive() const { return m_position == live; }
    void setPosition(qint64 steps);
    /// Batches that the run has trained so far: the right end of the time line.
    qint64 lastStep() const;
    /// The left end: the untrained network, or where a branch begins whose parent is not in the laboratory.
    qint64 firstStep() const;
    /// Position as steps: lastStep() while live.
    qint64 shownStep() const { return isLive() ? lastStep() : m_position; }
    /// The last epoch that was complete at the position; 0 before the first. The probabilities of that epoch belong to it.
    int shownEpoch() const;
    /// What is kept of the run, and of its parents before it branched off; empty for one that is not recorded.
    const RunMoments &moments() const { return m_moments; }
    /// After some of them were removed.
    void rereadMoments();

    /// The whole weights at the position, or at the kept moment that is nearest to it (weights()->steps says which); nullptr before
    /// the first.
    WeightsPtr weights() const { return m_weights; }
    /// Where whole weights are kept nearest to that moment, of two the earlier; nothing where none are.
    std::optional<qint64> keptNear(qint64 steps) const;
    /// One kept moment before weights(), while nothing newer is trained; nullptr where it isn't read yet: weightsBeforeChanged() follows.
    WeightsPtr weightsBefore();
    /// At the position where a film was kept of it, else of weights(). nullptr where the network begins with no convolution.
    const FirstKernels *firstKernels() const { return m_kernels ? &*m_kernels : nullptr; }
    /// The untrained network's; read where it is kept, and nullptr until then: startWeightsChanged() follows.
    WeightsPtr startWeights();
    /// The first convolution one kept moment before firstKernels(), while the run doesn't train; nothing where it isn't read yet:
    /// firstKernelsChanged() follows.
    std::optional<FirstKernels> kernelsBefore();
    /// nullptr where runs are not kept.
    const Laboratory *laboratory() const { return m_laboratory; }

    /// While live: whose weights stand for the present, or for the end of the run, which its settings may give to the best epoch.
    /// Nothing before the first.
    std::optional<qint64> liveStep() const;

    /// Why the weights of the moment can't be shown; empty while all is well.
    QString problem() const { return m_problem.sentence; }
    /// The same of the first convolution's film; and of what is shown only in comparison with it, one moment before.
    QString filmProblem() const { return m_filmProblem.sentence; }
    QString beforeProblem() const { return m_beforeProblem.sentence; }

    const Probe &probe() const { return m_probe; }
    void setProbe(const Probe &probe);
    /// A test picture.
    void setProbeIndex(int testIndex);

    /// Weights are fetched while one of these is visible. No need to remove it.
    void addViewer(QWidget *viewer);

Q_SIGNALS:
    void inspectorChanged();
    void dataChanged();
    void runChanged();
    /// More was kept, or more was trained.
    void extentChanged();
    void positionChanged();
    void weightsChanged();
    void firstKernelsChanged();
    void startWeightsChanged();
    void weightsBeforeChanged();
    void probeChanged();
    void problemChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isWatched() const;
    bool isTraining() const;
    void stayOnTheLine();
    void forget();
    void update();
    void updateExtent();
    void readMoments();
    void awaitRecorder();
    void showLive();
    void showRecorded();
    void readWeights(qint64 steps);
    std::optional<qint64> wantedStep() const;
    void readFilm(qint64 steps);
    std::optional<FirstKernels> kernelsFromFilms(qint64 steps) const;
    void setWeights(const WeightsPtr &weights);
    void setKernels(const FirstKernels &kernels);
    void takeKernelsFromWeights();
    void takeFilm(const FilterFilm &film, qint64 askedFor);
    bool takeKernelsFromFilms();
    void forgetProblems();

    /// What could not be read; not asked for again until another moment is looked at.
    struct Problem
    {
        qint64 steps = -1;
        QString sentence;
    };
    void set(Problem &problem, qint64 steps, const QString &sentence);
    static bool hasFailed(const Problem &problem, qint64 steps) { return problem.steps == steps && !problem.sentence.isEmpty(); }

    const Inspector *m_inspector = nullptr;
    DatasetPtr m_data;
    const Laboratory *m_laboratory = nullptr;
    QPointer<TrainingRun> m_run;
    QString m_id;
    std::shared_ptr<WeightsMailbox> m_mailbox;
    int m_generation = 0; ///< of the run: answers for another one are dropped
    qint64 m_position = live;
    qint64 m_extent = -1;
    RunMoments m_moments;
    bool m_readingMoments = false;
    bool m_readingWeights = false;
    bool m_readingFilm = false;
    bool m_readingStart = false;
    bool m_wantsFilm = false;
    WeightsPtr m_start;
    WeightsPtr m_weights;
    std::deque<WeightsPtr> m_recent;
    std::deque<FilterFilm> m_films;
    std::optional<FirstKernels> m_kernels;
    Problem m_problem;
    Problem m_filmProblem;
    Problem m_beforeProblem;
    Probe m_probe;
    QList<QPointer<QWidget>> m_viewers;
    QTimer m_timer;
    int m_ticks = 0;
    int m_waits = 0;
    int m_startReadings = 0;
    bool m_readingBefore = false;
    WeightsPtr m_before; ///< weightsBefore() of some moment
};

} // namespace convscope
