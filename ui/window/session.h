// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/validator.h"
#include "ui/models/laboratory.h"
#include "ui/models/laboratorywatcher.h"
#include "ui/window/runcollection.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace convscope {

/// What the window works on: the data set, the engine, the laboratory, and the runs, stored ones and this session's. It knows no
/// widget; the window connects it with its pages. Data, engine and laboratory are loaded in the background. Lives in the main thread.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// Loads a folder; a later call wins over one under way. Until it is loaded, and where it can't be, the set before stays.
    /// Runs keep the data they were started with.
    void loadData(const QString &folder);
    /// The folder of the last loadData() again.
    void reloadData();
    void loadEngine();
    /// Once, before the first run: lists what is stored in that file, and has every run from then on recorded there. Where that fails,
    /// and without a call, runs live as long as the session.
    void openLaboratory(const QString &file);

    bool isLoadingData() const { return m_loadingData; }
    bool isLoadingEngine() const { return m_loadingEngine; }
    bool isListingRuns() const { return m_listingRuns; }
    DatasetPtr data() const { return m_data; }
    Engine *engine() const { return m_engine; }
    /// Why the last folder could not be loaded; empty while all is well.
    QString dataError() const { return m_dataError; }
    ExperimentLimits limits() const;
    /// Why no run can be started, whatever the experiment; empty when one can.
    QString startProblem() const;

    /// nullptr when nothing trains or is paused.
    TrainingRun *activeRun() const { return m_runs.active(); }
    /// nullptr where runs are not kept.
    const Laboratory *laboratory() const { return m_laboratory ? &*m_laboratory : nullptr; }
    /// Runs that have ended, have curves and are not recorded.
    int unkeptRunCount() const { return m_runs.unkeptCount(); }
    /// Why a run can't be saved at the moment; empty while all are.
    QString recordingTrouble() const { return m_runs.recordingTrouble(); }
    /// nullptr when there is no such run.
    TrainingRun *run(int number) const { return m_runs.find(number); }
    /// Numbers run from 1 to this one; some may have been removed.
    int lastNumber() const { return m_runs.lastNumber(); }
    /// What a run begins with, beside its settings.
    struct Origin
    {
        CheckpointPtr weights; ///< in place of drawn ones
        QString note;
        std::optional<SweepMembership> sweep;
    };
    /// Starts a run; needs data, engine, no active run and an experiment that passed validate(). runCreated() is emitted
    /// before the first report.
    TrainingRun *startRun(const Experiment &experiment, RunControl::Begin begin, const Origin &origin = {});
    /// Trains a recorded run that has ended further, up to `epochs` in all, under the same number: runCreated() is emitted for the run that
    /// takes its place, or continueFailed().
    void continueRun(int number, int epochs, const std::optional<SweepMembership> &sweep = {});
    /// Takes a run that has ended off the list, and puts it back.
    void removeRun(int number);
    void restoreRun(int number) { m_runs.restore(number); }
    /// A run of the laboratory that isn't listed (imported, put back); its number, also where it is listed already.
    int addStored(const RunRecord &record);
    /// nullptr where no listed run has that id.
    TrainingRun *runWithId(const QString &id) const { return m_runs.findId(id); }
    /// "cnn-1, after 938 batches" of a run that branched off another one; empty for the others.
    QString parentText(const TrainingRun &run) const;
    /// All that a run which has ended reported is in the laboratory then; false where that fails at the moment.
    bool finishRecording(int number);
    /// Stops the active run, if there is one, waits for it (one batch at most) and until all is saved (ten seconds at most).
    void stopAndWait();

Q_SIGNALS:
    /// Comes after the signal that says what has changed.
    void startProblemChanged();
    void dataLoading();
    void dataLoaded();
    void dataFailed(const QString &sentence);
    void engineLoaded();
    void engineFailed(const QString &sentence);
    void runCreated(convscope::TrainingRun *run);
    /// A stored run; the oldest comes first.
    void runListed(convscope::TrainingRun *run);
    /// A stored run has become another one in the laboratory, or has been taken out of the list.
    void runChanged(convscope::TrainingRun *run);
    void runGone(int number);
    /// All are listed. A sentence for each that is damaged.
    void runsListed(const QStringList &problems);
    void laboratoryFailed(const QString &sentence);
    void continueFailed(const QString &sentence);
    /// See recordingTrouble().
    void recordingTroubleChanged();

private:
    void takeData();
    void takeEngine();
    void takeRuns(const Result<RunList> &list);
    QString continueProblem(const TrainingRun &run, const Experiment &experiment) const;
    void takeContinuation(std::unique_ptr<TrainingRun> run, const Result<Continuation> &continuation, const std::optional<SweepMembership> &sweep);
    TrainingRun *launch(TrainingRun &run, RunControl::Begin begin);
    void takeChanges(const RunChanges &changes);
    void takeOffStored(const TrainingRun &run);

    DatasetPtr m_data;
    Engine *m_engine = nullptr;
    bool m_loadingData = false;
    bool m_loadingEngine = false;
    QString m_dataError;
    QString m_folder;
    std::optional<Laboratory> m_laboratory;
    std::unique_ptr<LaboratoryWatcher> m_watcher;
    bool m_listingRuns = false;
    bool m_continuing = false;
    QFutureWatcher<Result<DatasetPtr>> m_dataWatcher;
    QFutureWatcher<Result<Engine *>> m_engineWatcher;
    RunCollection m_runs;
};

} // namespace convscope
