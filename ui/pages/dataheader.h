// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace convscope {

/// The head of the Data page: name, sizes and checksum of the data set, and the page's buttons.
class DataHeader : public QWidget
{
    Q_OBJECT

public:
    explicit DataHeader(QWidget *parent = nullptr);

    void setDataset(DatasetPtr dataset);

Q_SIGNALS:
    void otherSamplesRequested();
    void chooseFolderRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void retranslateUi();
    void updateIcons();
    void copyChecksum();

    DatasetPtr m_data;
    QLabel *m_nameLabel = nullptr;
    QLabel *m_countsLabel = nullptr;
    QLabel *m_checksumLabel = nullptr;
    QToolButton *m_copyButton = nullptr;
    QPushButton *m_samplesButton = nullptr;
    QPushButton *m_folderButton = nullptr;
};

} // namespace convscope
