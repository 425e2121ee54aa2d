// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace convscope {

/// What a second flow shows beneath the first.
struct Comparison
{
    enum class With { Nothing, Untrained, Moment, Picture, Run };
    With with = With::Nothing;
    qint64 steps = 0; ///< Moment
    int picture = 0; ///< Picture: a test picture
    QString run; ///< Run: its id in the laboratory
    QString runName;

    bool operator==(const Comparison &) const = default;
};

/// Chooses what is compared: nothing, the same network before training or at another kept moment, another picture, another run.
class MapsComparison : public QWidget
{
    Q_OBJECT

public:
    struct Run
    {
        QString id;
        QString name;
    };

    explicit MapsComparison(QWidget *parent = nullptr);

    Comparison comparison() const;
    void setMoments(const std::vector<qint64> &steps);
    void setPictureCount(int count);
    /// Another run is compared with, also one that is not in the list yet.
    void chooseRun(const QString &id, const QString &name);
    void setRuns(const std::vector<Run> &runs);

Q_SIGNALS:
    void changed();
    /// Other runs are wanted: what there is may have changed.
    void runsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void retranslateUi();
    void updateShown();
    void fillMoments();

    std::vector<qint64> m_moments;
    QLabel *m_label = nullptr;
    QComboBox *m_with = nullptr;
    QComboBox *m_moment = nullptr;
    QSpinBox *m_picture = nullptr;
    QComboBox *m_run = nullptr;
};

} // namespace convscope
