// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataheader.h"

#include "ui/views/icons.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace convscope {

namespace {

constexpr int shortChecksumLength = 12;

QLabel *textLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

DataHeader::DataHeader(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    connectSignals();
    retranslateUi();
    updateIcons();
}

void DataHeader::setDataset(DatasetPtr dataset)
{
    m_data = std::move(dataset);
    retranslateUi();
}

void DataHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    else if (event->type() == QEvent::PaletteChange)
        updateIcons();
    QWidget::changeEvent(event);
}

void DataHeader::setupUi()
{
    m_nameLabel = textLabel("dataNameLabel", this);
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_nameLabel->setFont(large);
    m_countsLabel = textLabel("dataCountsLabel", this);
    m_countsLabel->setWordWrap(true);
    m_checksumLabel = textLabel("dataChecksumLabel", this);
    m_copyButton = new QToolButton(this);
    m_copyButton->setObjectName(QStringLiteral("copyChecksumButton"));
    m_copyButton->setAutoRaise(true);
    m_copyButton->setFocusPolicy(Qt::StrongFocus);
    m_samplesButton = new QPushButton(this);
    m_samplesButton->setObjectName(QStringLiteral("otherSamplesButton"));
    m_folderButton = new QPushButton(this);
    m_folderButton->setObjectName(QStringLiteral("chooseFolderButton"));

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_nameLabel, 1);
    top->addWidget(m_samplesButton);
    top->addWidget(m_folderButton);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(4);
    facts->addWidget(m_countsLabel, 1);
    facts->addSpacing(12);
    facts->addWidget(m_checksumLabel);
    facts->addWidget(m_copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addLayout(facts);
}

void DataHeader::connectSignals()
{
    connect(m_copyButton, &QToolButton::clicked, this, &DataHeader::copyChecksum);
    connect(m_samplesButton, &QPushButton::clicked, this, &DataHeader::otherSamplesRequested);
    connect(m_folderButton, &QPushButton::clicked, this, &DataHeader::chooseFolderRequested);
}

void DataHeader::retranslateUi()
{
    m_samplesButton->setText(tr("Other samples"));
    m_samplesButton->setToolTip(tr("Draw other pictures from the training set. Training is not changed by this."));
    m_folderButton->setText(tr("Choose folder…"));
    m_folderButton->setToolTip(tr("Load another data set: a folder with four IDX files."));
    m_copyButton->setToolTip(tr("Copy the whole checksum"));
    m_copyButton->setAccessibleName(m_copyButton->toolTip());
    if (!m_data)
        return;
    m_nameLabel->setText(m_data->name);
    m_nameLabel->setToolTip(QDir::toNativeSeparators(m_data->folder));
    m_countsLabel->setText(tr("%L1 training pictures and %L2 test pictures of %L3 × %L3 pixels, %L4 classes")
                               .arg(m_data->train.count)
                               .arg(m_data->test.count)
                               .arg(m_data->side)
                               .arg(m_data->classes));
    m_checksumLabel->setText(tr("Checksum %1").arg(m_data->checksum.left(shortChecksumLength)));
    m_checksumLabel->setToolTip(tr("SHA-256 over all pictures and labels: it tells data sets apart. Each run records "
                                   "it.\n%1")
                                    .arg(m_data->checksum));
}

void DataHeader::updateIcons()
{
    m_copyButton->setIcon(themedIcon("copy", palette()));
    m_samplesButton->setIcon(themedIcon("reset", palette()));
    m_folderButton->setIcon(themedIcon("folder", palette()));
}

void DataHeader::copyChecksum()
{
    if (m_data)
        QGuiApplication::clipboard()->setText(m_data->checksum);
}

} // namespace convscope
