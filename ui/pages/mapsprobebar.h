// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspection.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace convscope {

/// Chooses one of the test pictures: by number, one after the other, by chance, and only of one class where that is wanted.
class MapsProbeBar : public QWidget
{
    Q_OBJECT

public:
    explicit MapsProbeBar(QWidget *parent = nullptr);

    void setData(const DatasetPtr &data);
    /// -1 for a picture that is none of the test pictures; `title` says what it is.
    void setIndex(int index, const QString &title = {});
    int index() const { return m_index; }
    /// -1: all classes.
    int chosenClass() const;

Q_SIGNALS:
    void indexChosen(int index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void retranslateUi();
    void fillClasses();
    void choose(int index);
    /// The next picture of the chosen class in a direction, going round; the same one where there is no other.
    void step(int direction);
    void chooseRandom();
    void chooseClass();
    bool fits(int index) const;

    DatasetPtr m_data;
    int m_index = -1;
    QLabel *m_label = nullptr;
    QToolButton *m_back = nullptr;
    QSpinBox *m_number = nullptr;
    QToolButton *m_on = nullptr;
    QToolButton *m_random = nullptr;
    QComboBox *m_classes = nullptr;
};

} // namespace convscope
