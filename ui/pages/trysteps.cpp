// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trysteps.h"

#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/picturestrip.h"
#include "ui/views/togglebutton.h"
#include "ui/views/viewexport.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

TrySteps::TrySteps(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    m_pace.setSingleShot(true);
    m_pace.setInterval(250ms);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        if (m_isStale) {
            showSteps();
            m_pace.start();
        }
    });
}

void TrySteps::setupUi()
{
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_strip = new PictureStrip(this);
    m_strip->setObjectName(QStringLiteral("stepStrip"));
    m_strip->setEdge(90);
    m_strip->setChained(true);
    m_choices = new QWidget(this);
    new FlowLayout(m_choices);
    m_background = addChoice("backgroundBox");
    m_filling = addChoice("fillingBox");
    m_grey = addChoice("greyBox");
    m_centring = addChoice("centringBox");
    m_crop = addSwitch("cropBox");
    m_keepAspect = addSwitch("aspectBox");
    m_contrast = addSwitch("contrastBox");
    const auto button = [this](const char *icon, const char *name, QToolButton *made) {
        made->setObjectName(QLatin1String(name));
        made->setIcon(themedIcon(icon));
        made->setAutoRaise(true);
        m_choices->layout()->addWidget(made);
        return made;
    };
    m_turn = button("turn", "turnButton", new QToolButton(m_choices));
    m_mirror = button("mirror", "mirrorSwitch", new ToggleButton(m_choices));
    m_mirror->setCheckable(true);
    m_reset = button("reset", "resetPreparationButton", new QToolButton(m_choices));
    m_export = button("export", "stepsExportButton", new QToolButton(m_choices));
    auto *exporter = new ViewExport(QStringLiteral("preparation"), m_strip, [this] {
        ViewTable table;
        table.header = QStringList{tr("step"), tr("what was found")};
        for (const PreparationStep &step : m_prepared.steps) {
            table.rows << QStringList{preparationStepName(step.kind), step.note};
        }
        return table;
    });
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setMenu(exporter->menu());
    connect(exporter, &ViewExport::failed, this, &TrySteps::failed);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_strip);
    layout->addWidget(m_choices);
    layout->addStretch(1);

    connect(m_turn, &QToolButton::clicked, this, [this] { change([](PreparationSettings &settings) { settings.quarterTurns = (settings.quarterTurns + 1) % 4; }); });
    connect(m_mirror, &QToolButton::clicked, this, &TrySteps::take);
    connect(m_reset, &QToolButton::clicked, this, [this] { change([](PreparationSettings &settings) { settings = {}; }); });
}

QComboBox *TrySteps::addChoice(const char *name)
{
    auto *box = new QComboBox(m_choices);
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choices->layout()->addWidget(box);
    connect(box, &QComboBox::activated, this, &TrySteps::take);
    return box;
}

QCheckBox *TrySteps::addSwitch(const char *name)
{
    auto *box = new QCheckBox(m_choices);
    box->setObjectName(QLatin1String(name));
    m_choices->layout()->addWidget(box);
    connect(box, &QCheckBox::clicked, this, &TrySteps::take);
    return box;
}

void TrySteps::setPrepared(const PreparedPicture &prepared)
{
    m_prepared = prepared;
    if (m_pace.isActive()) {
        m_isStale = true;
    } else {
        showSteps();
        m_pace.start();
    }
}

/// Four times a second at most: scaling all these pictures costs more than asking the network.
void TrySteps::showSteps()
{
    m_isStale = false;
    QList<PictureStrip::Item> items;
    for (const PreparationStep &step : m_prepared.steps) {
        items << PictureStrip::Item{step.image, preparationStepName(step.kind), step.note};
    }
    m_strip->setItems(items);
}

void TrySteps::setSettings(const PreparationSettings &settings)
{
    m_settings = settings;
    show(settings);
}

void TrySteps::straighten(bool forgetsBackground)
{
    PreparationSettings settings = m_settings;
    settings.mirror = false;
    settings.quarterTurns = 0;
    settings.background = forgetsBackground ? BackgroundRule::Automatic : settings.background;
    setSettings(settings);
}

void TrySteps::show(const PreparationSettings &settings)
{
    m_isShowing = true;
    m_background->setCurrentIndex(int(settings.background));
    m_filling->setCurrentIndex(int(settings.filling));
    m_grey->setCurrentIndex(int(settings.grey));
    m_centring->setCurrentIndex(int(settings.centring));
    m_crop->setChecked(settings.crop);
    m_keepAspect->setChecked(settings.keepAspect);
    m_contrast->setChecked(settings.contrast);
    m_mirror->setChecked(settings.mirror);
    m_isShowing = false;
}

void TrySteps::change(const std::function<void(PreparationSettings &)> &how)
{
    how(m_settings);
    show(m_settings);
    Q_EMIT settingsChanged();
}

void TrySteps::take()
{
    if (m_isShowing) {
        return;
    }
    m_settings.background = BackgroundRule(m_background->currentIndex());
    m_settings.filling = PreparationSettings::Filling(m_filling->currentIndex());
    m_settings.grey = GreyRule(m_grey->currentIndex());
    m_settings.centring = PreparationSettings::Centring(m_centring->currentIndex());
    m_settings.crop = m_crop->isChecked();
    m_settings.keepAspect = m_keepAspect->isChecked();
    m_settings.contrast = m_contrast->isChecked();
    m_settings.mirror = m_mirror->isChecked();
    Q_EMIT settingsChanged();
}

void TrySteps::retranslateUi()
{
    m_text->setText(tr("A network only understands what looks like its training pictures: bright clothes on black, as large as the picture, "
                       "in its middle. From left to right: how yours became one."));
    m_strip->setAccessibleName(tr("Steps of the preparation"));
    const auto fill = [](QComboBox *box, const QString &name, const QString &tip, const QStringList &items) {
        box->clear();
        box->addItems(items);
        box->setAccessibleName(name);
        box->setToolTip(tip);
    };
    fill(m_background, tr("Background"), tr("What is taken for the background, and becomes black."),
         {tr("Background: found"), tr("Background: is black"), tr("Background: is white")});
    fill(m_filling, tr("Outlines"), tr("Lines that enclose something are taken for its edge, as the training pictures are of cloth."),
         {tr("Outlines: filled where drawn here or thin"), tr("Outlines: always filled"), tr("Outlines: as they are")});
    fill(m_grey, tr("Grey"), tr("How colours become grey."), {tr("Grey: as the eye sees"), tr("Grey: mean of colours"), tr("Grey: brightest colour")});
    fill(m_centring, tr("Middle"), tr("Fashion-MNIST has the middle of the trimmed picture in the middle, MNIST its centre of brightness."),
         {tr("Middle: of the shape"), tr("Middle: of brightness")});
    m_crop->setText(tr("Trim"));
    m_crop->setToolTip(tr("Cut off what is black around, so that the thing fills the picture."));
    m_keepAspect->setText(tr("Keep the proportions"));
    m_keepAspect->setToolTip(tr("Else it is stretched to a square."));
    m_contrast->setText(tr("Match the contrast"));
    m_contrast->setToolTip(tr("Faint pictures become brighter, flat white ones darker: as bright as cloth is in the training pictures."));
    const auto name = [](QToolButton *button, const QString &title) {
        button->setAccessibleName(title);
        button->setToolTip(title);
    };
    name(m_turn, tr("Turn by a quarter"));
    name(m_mirror, tr("Mirror"));
    name(m_reset, tr("All choices as they were at first"));
    name(m_export, tr("Export the steps"));
    show(m_settings);
    showSteps();
}

} // namespace convscope
