// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trypad.h"

#include "core/data/greymap.h"
#include "ui/views/flowlayout.h"
#include "ui/views/icons.h"
#include "ui/views/togglebutton.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QRandomGenerator>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>

namespace convscope {

namespace {

/// The mean of a class's training pictures: what a template shows.
QImage meanPicture(const Dataset &data, int label)
{
    constexpr int enough = 2000;
    GreyMap mean(data.side, data.side);
    int count = 0;
    for (int i = 0; i < data.train.count && count < enough; ++i) {
        if (data.train.labels[std::size_t(i)] == label) {
            const std::uint8_t *pixels = data.trainPicture(i);
            for (std::size_t j = 0; j < mean.values.size(); ++j) {
                mean.values[j] += float(pixels[j]) / 255.0f;
            }
            ++count;
        }
    }
    for (float &value : mean.values) {
        value /= float(std::max(1, count));
    }
    return imageOf(mean).scaled(Drawing::side, Drawing::side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

TryPad::TryPad(QWidget *parent)
    : QWidget(parent)
{
    setupUi();
    connectSignals();
    updateHistory();
}

void TryPad::setupUi()
{
    auto *tools = new QWidget(this);
    m_tools = new FlowLayout(tools);
    auto *group = new QButtonGroup(this);
    const struct { const char *icon, *name; DrawingPad::Tool tool; } kinds[] = {{"brush", "brushButton", DrawingPad::Tool::Brush},
                                                                                {"eraser", "eraserButton", DrawingPad::Tool::Eraser},
                                                                                {"fill", "fillButton", DrawingPad::Tool::Fill},
                                                                                {"move", "moveButton", DrawingPad::Tool::Move}};
    for (const auto &kind : kinds) {
        group->addButton(addTool(kind.icon, kind.name, kind.tool));
    }
    m_toolButtons.first()->setChecked(true);
    m_undo = addButton("undo", "padUndoButton");
    m_redo = addButton("redo", "padRedoButton");
    m_clear = addButton("clear", "padClearButton");
    m_open = addButton("folder", "openPictureButton");
    m_paste = addButton("paste", "pastePictureButton");
    m_screenshot = addButton("screenshot", "screenshotButton");
    m_test = addButton("data", "testPictureButton");
    m_test->setPopupMode(QToolButton::InstantPopup);
    m_testMenu = new QMenu(m_test);
    m_test->setMenu(m_testMenu);

    m_pad = new DrawingPad(this);
    m_pad->setObjectName(QStringLiteral("drawingPad"));
    m_widthLabel = new QLabel(this);
    m_width = new QSlider(Qt::Horizontal, this);
    m_width->setObjectName(QStringLiteral("brushWidth"));
    m_width->setRange(1, 16); // halves of a pixel of the network's picture
    m_width->setValue(int(2 * m_pad->brushWidth()));
    m_widthLabel->setBuddy(m_width);
    m_levelLabel = new QLabel(this);
    m_level = new QSlider(Qt::Horizontal, this);
    m_level->setObjectName(QStringLiteral("brushLevel"));
    m_level->setRange(10, 100);
    m_level->setValue(100);
    m_levelLabel->setBuddy(m_level);
    m_templateLabel = new QLabel(this);
    m_template = new QComboBox(this);
    m_template->setObjectName(QStringLiteral("templateBox"));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_templateLabel->setBuddy(m_template);

    auto *options = new QGridLayout;
    options->setHorizontalSpacing(8);
    options->setVerticalSpacing(4);
    options->addWidget(m_widthLabel, 0, 0);
    options->addWidget(m_width, 0, 1);
    options->addWidget(m_levelLabel, 1, 0);
    options->addWidget(m_level, 1, 1);
    options->addWidget(m_templateLabel, 2, 0);
    options->addWidget(m_template, 2, 1);
    options->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(tools);
    layout->addWidget(m_pad, 1);
    layout->addLayout(options);
}

QToolButton *TryPad::addTool(const char *icon, const char *name, DrawingPad::Tool tool)
{
    auto *button = new ToggleButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(themedIcon(icon));
    button->setCheckable(true);
    connect(button, &QToolButton::clicked, this, [this, tool] { m_pad->setTool(tool); });
    m_tools->addWidget(button);
    m_toolButtons << button;
    return button;
}

QToolButton *TryPad::addButton(const char *icon, const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    m_tools->addWidget(button);
    return button;
}

void TryPad::connectSignals()
{
    connect(m_width, &QSlider::valueChanged, this, [this](int halves) { m_pad->setBrushWidth(halves / 2.0); });
    connect(m_level, &QSlider::valueChanged, this, [this](int percent) { m_pad->setLevel(percent * 255 / 100); });
    connect(m_template, &QComboBox::activated, this, [this](int index) { chooseTemplate(m_template->itemData(index).toInt()); });
    connect(m_undo, &QToolButton::clicked, this, [this] {
        drawing()->undo();
        Q_EMIT m_pad->drawn();
    });
    connect(m_redo, &QToolButton::clicked, this, [this] {
        drawing()->redo();
        Q_EMIT m_pad->drawn();
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        drawing()->clear();
        Q_EMIT m_pad->drawn();
    });
    connect(drawing(), &Drawing::historyChanged, this, &TryPad::updateHistory);
    connect(m_open, &QToolButton::clicked, this, &TryPad::openRequested);
    connect(m_paste, &QToolButton::clicked, this, &TryPad::pasteRequested);
    connect(m_screenshot, &QToolButton::clicked, this, &TryPad::screenshotRequested);
    connect(m_testMenu, &QMenu::aboutToShow, this, &TryPad::fillTestMenu);
}

void TryPad::setData(const DatasetPtr &dataset)
{
    m_data = dataset;
    m_test->setEnabled(dataset && dataset->test.count > 0);
    fillTemplates();
    chooseTemplate(m_template->currentData().toInt());
}

void TryPad::setScreenshotAvailable(bool available)
{
    m_screenshot->setVisible(available);
}

void TryPad::updateHistory()
{
    m_undo->setEnabled(drawing()->canUndo());
    m_redo->setEnabled(drawing()->canRedo());
}

void TryPad::fillTemplates()
{
    const int chosen = m_template->currentIndex();
    m_template->clear();
    m_template->addItem(tr("none"), -1);
    for (int label = 0; m_data && label < m_data->classes; ++label) {
        m_template->addItem(m_data->className(label), label);
    }
    m_template->setCurrentIndex(std::clamp(chosen, 0, m_template->count() - 1));
}

void TryPad::chooseTemplate(int label)
{
    m_pad->setTemplate(m_data && label >= 0 ? meanPicture(*m_data, label) : QImage());
}

void TryPad::fillTestMenu()
{
    m_testMenu->clear();
    if (!m_data) {
        return;
    }
    connect(m_testMenu->addAction(tr("The one that the other pages show")), &QAction::triggered, this, [this] { Q_EMIT testPictureRequested(-1); });
    m_testMenu->addSeparator();
    for (int label = 0; label < m_data->classes; ++label) {
        std::vector<int> pictures;
        for (int i = 0; i < m_data->test.count; ++i) {
            if (m_data->test.labels[std::size_t(i)] == label) {
                pictures.push_back(i);
            }
        }
        QAction *action = m_testMenu->addAction(tr("Any: %1").arg(m_data->className(label)));
        action->setEnabled(!pictures.empty());
        connect(action, &QAction::triggered, this, [this, pictures] {
            Q_EMIT testPictureRequested(pictures[std::size_t(QRandomGenerator::global()->bounded(int(pictures.size())))]);
        });
    }
}

void TryPad::retranslateUi()
{
    const auto name = [](QToolButton *button, const QString &title, const QString &tip) {
        button->setAccessibleName(title);
        button->setToolTip(QStringLiteral("%1. %2").arg(title, tip));
    };
    name(m_toolButtons[0], tr("Brush"), tr("Draw; the right mouse button rubs out. A pen's pressure sets the width."));
    name(m_toolButtons[1], tr("Eraser"), tr("Rub out."));
    name(m_toolButtons[2], tr("Fill"), tr("Fill what a line encloses. The training pictures are of cloth, not of lines."));
    name(m_toolButtons[3], tr("Move"), tr("Drag the whole drawing. Fitting it into the middle makes up for it, unless that is switched off below."));
    name(m_undo, tr("Undo the stroke"), QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    name(m_redo, tr("Redo the stroke"), QKeySequence(QKeySequence::Redo).toString(QKeySequence::NativeText));
    name(m_clear, tr("Clear"), tr("An empty pad; Delete does the same."));
    name(m_open, tr("Open pictures"), tr("One or many files. They can be dropped on this page, too."));
    name(m_paste, tr("Paste a picture"), QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText));
    name(m_screenshot, tr("Take a part of the screen"), tr("Drag a rectangle over what the network shall see."));
    name(m_test, tr("Take a test picture"), tr("Change a picture from the test set and watch the opinion change."));
    m_widthLabel->setText(tr("&Width"));
    m_width->setToolTip(tr("Of the brush."));
    m_levelLabel->setText(tr("&Brightness"));
    m_level->setToolTip(tr("Of the brush. In the training pictures dark cloth is bright."));
    m_templateLabel->setText(tr("&Template"));
    m_template->setToolTip(tr("The mean of a class's training pictures, faintly, to trace. The network doesn't see it."));
    m_pad->setAccessibleName(tr("Drawing pad"));
    m_pad->setAccessibleDescription(tr("The arrow keys move the pen, the space bar puts it down and lifts it."));
    m_pad->setHint(tr("Draw a piece of clothing here, or drop a picture."));
    fillTemplates();
}

} // namespace convscope
