// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/result.h"
#include "core/training/checkpoint.h"

#include <QObject>

#include <functional>

class QWidget;

namespace convscope {

class Session;

/// Weights from a safetensors file, as a run that is paused before its first batch: every page shows the network, and Resume trains it on. The
/// network is the one that the file names, else the one in the form; names and shapes must fit it exactly.
class WeightsLoader : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it; `window` is the parent of its questions.
    WeightsLoader(Session &session, QWidget *window);
    /// What stands in the form.
    void setExperimentSource(std::function<Experiment()> source) { m_experiment = std::move(source); }

    void askForFile();
    /// While data or engine are being read, as soon as they are there.
    void load(const QString &file);

Q_SIGNALS:
    /// The run is there; this is what it was made with.
    void loaded(const convscope::Experiment &experiment, const QString &sentence);
    void failed(const QString &sentence);

private:
    struct Loaded
    {
        Experiment experiment;
        CheckpointPtr weights;
    };
    bool mustWait() const;
    void loadWaiting();
    void begin(const QString &file, const Result<Loaded> &loaded);

    Session &m_session;
    QWidget *m_window;
    std::function<Experiment()> m_experiment;
    QString m_waiting;
};

} // namespace convscope
