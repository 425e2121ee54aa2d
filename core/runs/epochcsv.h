// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/common/csvwriter.h"
#include "core/training/runhistory.h"

namespace convscope {

/// A line of titles, then one line per epoch.
class EpochCsv
{
public:
    explicit EpochCsv(CsvStyle style);
    /// With the rate of the epoch's last step, in the single precision in which it was recorded: 0.001 shall not become
    /// 0.0010000000474974513.
    void add(const EpochReport &report, float learningRate);
    QByteArray take() { return m_writer.take(); }

private:
    CsvWriter m_writer;
};

/// All epochs of a run.
QByteArray epochCsv(const RunHistory &history, CsvStyle style = CsvStyle::Point);

} // namespace convscope
