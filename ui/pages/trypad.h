// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/views/drawingpad.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace convscope {

class FlowLayout;

/// Where the tested picture comes from: a pad to draw on with its tools, and buttons for files, the clipboard and test pictures.
class TryPad : public QWidget
{
    Q_OBJECT

public:
    explicit TryPad(QWidget *parent = nullptr);

    DrawingPad *pad() const { return m_pad; }
    Drawing *drawing() const { return m_pad->drawing(); }
    void setData(const DatasetPtr &dataset);
    /// A platform without screens to grab has no such button.
    void setScreenshotAvailable(bool available);
    void retranslateUi();

Q_SIGNALS:
    void openRequested();
    void pasteRequested();
    void screenshotRequested();
    /// -1: the one that the other pages show.
    void testPictureRequested(int index);

private:
    void setupUi();
    QToolButton *addTool(const char *icon, const char *name, DrawingPad::Tool tool);
    QToolButton *addButton(const char *icon, const char *name);
    void connectSignals();
    void fillTemplates();
    void fillTestMenu();
    void chooseTemplate(int label);
    void updateHistory();

    DatasetPtr m_data;
    DrawingPad *m_pad = nullptr;
    FlowLayout *m_tools = nullptr;
    QList<QToolButton *> m_toolButtons;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QToolButton *m_clear = nullptr;
    QLabel *m_widthLabel = nullptr;
    QSlider *m_width = nullptr;
    QLabel *m_levelLabel = nullptr;
    QSlider *m_level = nullptr;
    QLabel *m_templateLabel = nullptr;
    QComboBox *m_template = nullptr;
    QToolButton *m_open = nullptr;
    QToolButton *m_paste = nullptr;
    QToolButton *m_screenshot = nullptr;
    QToolButton *m_test = nullptr;
    QMenu *m_testMenu = nullptr;
};

} // namespace convscope
