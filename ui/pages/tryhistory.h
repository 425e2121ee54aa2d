// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"
#include "ui/models/opinionhistory.h"
#include "ui/models/picturejudge.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace convscope {

class LinesView;

/// How the network's opinion of the picture moved while it learned: the probabilities at every moment that the laboratory keeps, and at
/// those that were seen live. A click moves the time line there. Computes nothing while it is hidden.
class TryHistory : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive it.
    explicit TryHistory(Inspection &inspection, QWidget *parent = nullptr);

    void setClassNames(const QStringList &names);
    /// Another picture begins anew.
    void add(const Judgement &judgement);
    /// Another run is shown.
    void clear();
    /// Of all points that are shown.
    std::size_t moments() const { return shown().size(); }
    qint64 heldBytes() const { return m_history->heldBytes(); }
    bool isBusy() const { return m_history->isBusy() || m_pace.isActive(); }
    void retranslateUi();

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setupUi();
    void ask();
    void moveTo(double steps);
    void takeWeights();
    bool isOfRun(const WeightsPtr &weights) const;
    void showLines();
    Opinions shown() const;

    Inspection &m_inspection;
    OpinionHistory *m_history;
    QStringList m_names;
    Picture m_picture;
    Opinions m_seen; ///< live
    std::vector<std::weak_ptr<const Weights>> m_ofRun; ///< of the shown run: answers of others come too late
    QTimer m_pace; ///< while one draws
    QLabel *m_text = nullptr;
    LinesView *m_lines = nullptr;
    QToolButton *m_export = nullptr;
};

} // namespace convscope
