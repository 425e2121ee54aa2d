// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filteranimationbox.h"

#include "ui/charts/numberformat.h"
#include "ui/pages/filtersdata.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>

namespace convscope {

FilterAnimationBox::FilterAnimationBox(const FiltersData &filters, QWidget *parent)
    : QDialog(parent)
    , m_filters(filters)
    , m_animation(new FilterAnimation(filters.inspection(), this))
    , m_format(new QComboBox(this))
    , m_frames(new QSpinBox(this))
    , m_speed(new QSpinBox(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("filterAnimationBox"));
    setWindowTitle(tr("Animation of the filters"));
    setupUi();
    connect(m_frames, &QSpinBox::valueChanged, this, &FilterAnimationBox::updateText);
    connect(m_speed, &QSpinBox::valueChanged, this, &FilterAnimationBox::updateText);
    connect(m_animation, &FilterAnimation::progressed, this, [this](int done, int all) {
        m_progress->setMaximum(all);
        m_progress->setValue(done);
    });
    connect(m_animation, &FilterAnimation::finished, this, [this](const QString &news) {
        setBusy(false);
        Q_EMIT saved(news);
        accept();
    });
    connect(m_animation, &FilterAnimation::failed, this, [this](const QString &sentence) {
        setBusy(false);
        m_text->setText(sentence);
    });
    updateText();
    setBusy(false);
}

void FilterAnimationBox::setupUi()
{
    m_format->setObjectName(QStringLiteral("animationFormat"));
    m_frames->setObjectName(QStringLiteral("animationFrames"));
    m_speed->setObjectName(QStringLiteral("animationSpeed"));
    m_text->setObjectName(QStringLiteral("animationText"));
    m_format->addItems({tr("One animated picture (APNG)"), tr("Numbered pictures (PNG)")});
    m_frames->setRange(2, FilterAnimation::mostFrames);
    m_frames->setValue(60);
    m_speed->setRange(1, 50);
    m_speed->setValue(20);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(360);
    m_progress->setAccessibleName(tr("Progress"));
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Format"), m_format);
    layout->addRow(tr("&Pictures"), m_frames);
    layout->addRow(tr("Pictures a &second"), m_speed);
    layout->addRow(m_text);
    layout->addRow(m_progress);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    layout->addRow(buttons);
    connect(m_save, &QPushButton::clicked, this, &FilterAnimationBox::askForPath);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void FilterAnimationBox::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_save->setEnabled(!busy && m_filters.layer());
}

void FilterAnimationBox::updateText()
{
    const bool isFirst = m_filters.layer() && m_filters.layer()->convIndex == 0;
    const auto moments = FilterAnimation::moments(m_filters.inspection().moments(), isFirst, m_frames->value());
    if (moments.size() < 2) {
        m_text->setText(tr("Fewer than two moments of this run are kept, so there is nothing that could move."));
        return;
    }
    m_text->setText(tr("%1 moments from step %2 to step %3, all with one scale.")
                        .arg(wholeText(double(moments.size())), wholeText(double(moments.front())), wholeText(double(moments.back()))));
}

FilterAnimation::Options FilterAnimationBox::options(const QString &path) const
{
    return {m_frames->value(), m_speed->value(), m_format->currentIndex() == 0, path};
}

void FilterAnimationBox::save(const QString &path)
{
    if (m_filters.layer()) {
        setBusy(true);
        m_animation->start(*m_filters.layer(), m_filters.layerIndex(), options(path));
    }
}

void FilterAnimationBox::askAndSave(const QString &path)
{
    const QStringList there = FilterAnimation::numberedFiles(path);
    if (there.isEmpty()) {
        save(path);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, windowTitle(),
                                     tr("“%1” to “%2” are there already: %Ln picture(s). Replace the whole series?", nullptr, int(there.size()))
                                         .arg(QFileInfo(there.first()).fileName(), QFileInfo(there.last()).fileName()),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("replaceSeries"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *replace = question->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, replace, path](const QAbstractButton *button) {
        if (button == replace) {
            save(path);
        }
    });
    question->open();
}

void FilterAnimationBox::askForPath()
{
    auto *dialog = new QFileDialog(this, QString(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("PNG pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QStringLiteral("filters.png"));
    const bool isSeries = m_format->currentIndex() == 1;
    dialog->setOption(QFileDialog::DontConfirmOverwrite, isSeries); // it would ask for a file that isn't written
    connect(dialog, &QFileDialog::fileSelected, this, isSeries ? &FilterAnimationBox::askAndSave : &FilterAnimationBox::save);
    dialog->open();
}

} // namespace convscope
