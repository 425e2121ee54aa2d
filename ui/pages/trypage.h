// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"
#include "ui/models/picturejudge.h"
#include "ui/pages/trysource.h"

#include <QWidget>

#include <map>

namespace convscope {

class MessageBar;
class OtherRuns;
class TryAnswer;
class TryLoader;
class TryPad;
class TrySecond;
class TryTabs;

/// The Try it page: a picture of one's own is drawn, loaded, dropped or pasted; the page shows what the network sees of it, and how the
/// network decides, also while it learns.
class TryPage : public QWidget
{
    Q_OBJECT

public:
    /// The inspection must outlive the page.
    explicit TryPage(Inspection &inspection, QWidget *parent = nullptr);

    /// A picture from elsewhere: any size and format.
    void setPicture(const QImage &image, const QString &title);
    /// Several files make a table.
    void openFiles(const QStringList &paths);
    /// Another run answers beside the shown one; see OtherRun.
    void compareWith(const QString &run, const QString &name);
    PictureJudge *judge() const { return m_judge; }

Q_SIGNALS:
    void startRequested();
    void errorOccurred(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void setupUi();
    void connectSignals();
    void connectSources();
    void retranslateUi();
    void takeDrawing();
    void takeTestPicture(int index);
    void takeData();
    void setSource(const TrySource &source);
    void ask();
    void showJudgement();
    void showPrepared(bool isNewest);
    void updateWeights();
    void updateMissing();
    void updateRuns();
    int side() const;

    Inspection &m_inspection;
    PictureJudge *m_judge;
    OtherRuns *m_otherRuns;
    TryLoader *m_loader;
    TrySource m_source;
    std::map<int, TrySource> m_asked; ///< not answered yet, by the number of the picture; without images
    TrySource m_judged; ///< of the shown judgement
    int m_probedPicture = 0; ///< the number of the picture that the other pages have
    MessageBar *m_messages = nullptr;
    TryPad *m_pad = nullptr;
    TryAnswer *m_answer = nullptr;
    TrySecond *m_second = nullptr;
    TryTabs *m_tabs = nullptr;
};

} // namespace convscope
