// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progressprinter.h"

#include "app/jsonnumber.h"
#include "app/output.h"
#include "core/common/counttext.h"
#include "core/common/duration.h"
#include "core/training/medianrule.h"
#include "core/training/experimentjson.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <optional>

using namespace convscope;

namespace {

class JsonPrinter : public ProgressPrinter
{
public:
    JsonPrinter(Output &output, RunControl &control, const RunBefore &before)
        : m_output(output)
        , m_control(control)
        , m_id(before.id)
        , m_best(before.best)
        , m_last(before.last)
    {
    }

    void started(const RunStarted &start) override
    {
        QJsonObject object{
               {QStringLiteral("event"), QStringLiteral("started")},
               {QStringLiteral("name"), start.experiment.name},
               {QStringLiteral("experiment"), toJson(start.experiment)},
               {QStringLiteral("data"), start.dataName},
               {QStringLiteral("data_sha256"), start.dataChecksum},
               {QStringLiteral("train_images"), start.trainImages},
               {QStringLiteral("test_images"), start.testImages},
               {QStringLiteral("batches_per_epoch"), start.batchesPerEpoch},
               {QStringLiteral("parameters"), start.parameters},
               {QStringLiteral("threads"), start.threads},
               {QStringLiteral("engine"), start.engine},
               {QStringLiteral("steps"), start.steps}};
        if (!m_id.isEmpty()) {
            object.insert(QStringLiteral("id"), m_id);
        }
        print(object);
    }

    void batchTrained(const BatchPoint &) override { }
    void eventHappened(const RunEvent &) override { }

    void epochFinished(const EpochReport &report) override
    {
        print({{QStringLiteral("event"), QStringLiteral("epoch")},
               {QStringLiteral("epoch"), report.epoch},
               {QStringLiteral("train_loss"), jsonNumber(report.trainLoss)},
               {QStringLiteral("train_accuracy"), jsonNumber(report.trainAccuracy)},
               {QStringLiteral("test_loss"), jsonNumber(report.testLoss)},
               {QStringLiteral("test_accuracy"), jsonNumber(report.testAccuracy)},
               {QStringLiteral("train_seconds"), report.trainSeconds},
               {QStringLiteral("test_seconds"), report.testSeconds},
               {QStringLiteral("train_images_per_second"), report.trainImagesPerSecond}});
        if (hasLowerTestLoss(report, m_best ? &*m_best : nullptr)) {
            m_best = report;
        }
        m_last = report;
    }

    void ended(const RunEnd &end) override
    {
        QJsonObject object{{QStringLiteral("event"), eventName(end.kind)},
                           {QStringLiteral("epochs"), m_last ? m_last->epoch : 0},
                           {QStringLiteral("steps"), end.steps}};
        if (m_last) {
            object.insert(QStringLiteral("test_loss"), jsonNumber(m_last->testLoss));
            object.insert(QStringLiteral("test_accuracy"), jsonNumber(m_last->testAccuracy));
        }
        if (m_best) {
            object.insert(QStringLiteral("best_epoch"), m_best->epoch);
            object.insert(QStringLiteral("best_test_loss"), jsonNumber(m_best->testLoss));
        }
        if (end.epochsWithoutGain > 0 || wasGivenUp(end)) {
            object.insert(QStringLiteral("reason"), reasonText(end));
        }
        if (end.kind == RunEnd::Kind::Diverged || end.kind == RunEnd::Kind::Failed) {
            object.insert(QStringLiteral("diverged"), end.kind == RunEnd::Kind::Diverged);
            object.insert(QStringLiteral("epoch"), end.epoch);
            object.insert(QStringLiteral("batch"), end.batch);
            object.insert(QStringLiteral("reason"), reasonText(end));
        }
        print(object);
    }

private:
    static QString eventName(RunEnd::Kind kind)
    {
        switch (kind) {
        case RunEnd::Kind::Finished:
            return QStringLiteral("finished");
        case RunEnd::Kind::Stopped:
            return QStringLiteral("stopped");
        case RunEnd::Kind::Diverged:
        case RunEnd::Kind::Failed:
            break;
        }
        return QStringLiteral("failed");
    }

    void print(const QJsonObject &object)
    {
        m_output.json(object);
        if (!m_output.ok()) {
            m_control.requestStop();
        }
    }

    Output &m_output;
    RunControl &m_control;
    const QString m_id;
    std::optional<EpochReport> m_best;
    std::optional<EpochReport> m_last;
};

class TextPrinter : public ProgressPrinter
{
    Q_DECLARE_TR_FUNCTIONS(ProgressPrinter)

public:
    TextPrinter(Output &output, RunControl &control)
        : m_output(output)
        , m_control(control)
    {
    }

    void started(const RunStarted &start) override
    {
        m_start = start;
        m_batches = start.steps;
        m_clock.start();
        print(tr("%1: %2 parameters, %3 training pictures, batches of %4, %n thread(s), %5", nullptr, start.threads)
                  .arg(start.experiment.name, countText(start.parameters), countText(start.trainImages),
                       countText(start.experiment.training.batchSize), start.engine));
    }

    void batchTrained(const BatchPoint &point) override
    {
        ++m_batches;
        // A terminal is slow: ten lines a second are enough for the eye.
        if (!m_output.isTerminal() || (m_shown.isValid() && m_shown.elapsed() < 100)) {
            return;
        }
        m_shown.start();
        const qint64 perEpoch = std::max<qint64>(1, m_start.batchesPerEpoch);
        const qint64 total = perEpoch * m_start.experiment.training.epochs;
        const double seconds = double(m_clock.nsecsElapsed()) * 1e-9;
        const double speed = double(m_batches - m_start.steps) * m_start.experiment.training.batchSize / std::max(seconds, 1e-9);
        const double left = seconds * double(total - m_batches) / double(m_batches - m_start.steps);
        m_output.progress(tr("epoch %1 of %2   batch %3 of %4   loss %5   accuracy %6   %7 pictures/s   %8 left")
                              .arg(QString::number(1 + (m_batches - 1) / perEpoch),
                                   QString::number(m_start.experiment.training.epochs),
                                   QString::number(1 + (m_batches - 1) % perEpoch), QString::number(perEpoch),
                                   number(point.loss), percent(point.accuracy), countText(qint64(speed)),
                                   durationText(left)));
        stopIfClosed();
    }

    void eventHappened(const RunEvent &) override { }

    void epochFinished(const EpochReport &report) override
    {
        const int width = int(QString::number(m_start.experiment.training.epochs).size());
        print(tr("epoch %1 of %2   train %3, %4   test %5, %6   %7 pictures/s   %8")
                  .arg(report.epoch, width)
                  .arg(m_start.experiment.training.epochs)
                  .arg(number(report.trainLoss), percent(report.trainAccuracy), number(report.testLoss),
                       percent(report.testAccuracy))
                  .arg(countText(qint64(report.trainImagesPerSecond)))
                  .arg(durationText(report.trainSeconds + report.testSeconds)));
    }

    void ended(const RunEnd &end) override
    {
        m_output.clearProgress();
        const QString time = durationText(double(m_clock.isValid() ? m_clock.nsecsElapsed() : 0) * 1e-9);
        if (end.kind == RunEnd::Kind::Finished) {
            if (const QString reason = reasonText(end); !reason.isEmpty()) {
                print(reason);
            }
            print(tr("Finished after %1.").arg(time));
        } else if (wasGivenUp(end)) {
            print(reasonText(end));
        } else if (end.kind == RunEnd::Kind::Stopped) {
            print(tr("Stopped in epoch %1 after %2.").arg(end.epoch).arg(time));
        }
    }

private:
    static QString number(double value) { return QLocale().toString(value, 'f', 4); }
    static QString percent(double share) { return tr("%1\u00a0%").arg(QLocale().toString(100.0 * share, 'f', 1)); }

    void print(const QString &text)
    {
        m_output.line(text);
        stopIfClosed();
    }

    void stopIfClosed()
    {
        if (!m_output.ok()) {
            m_control.requestStop();
        }
    }

    Output &m_output;
    RunControl &m_control;
    RunStarted m_start;
    qint64 m_batches = 0;
    QElapsedTimer m_clock;
    QElapsedTimer m_shown;
};

} // namespace

std::unique_ptr<ProgressPrinter> makeProgressPrinter(bool asJson, Output &output, RunControl &control, const RunBefore &before)
{
    if (asJson) {
        return std::make_unique<JsonPrinter>(output, control, before);
    }
    return std::make_unique<TextPrinter>(output, control);
}
