// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace convscope {

/// What stands where there is nothing yet: an icon, a sentence that says what will be here, and at most one button that
/// makes it so. Texts are set by whoever shows it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);
    void setText(const QString &text);
    QString text() const;
    /// An empty text hides the button.
    void setButtonText(const QString &text);
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void updateIcon();

    QIcon m_icon;
    QLabel *m_iconLabel = nullptr;
    QLabel *m_textLabel = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace convscope
