// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace convscope;

class MessageBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hiddenWhileEmpty();
    void newestOnTop();
    void atMostThreeAndErrorsStay();
    void sameTextStandsOnce();
    void closesByMouse();
    void closesByEscape();
    void actionByMouseClosesAndTriggers();
    void actionByKeyboard();
    void actionMayShowTheNextMessage();
    void disabledActionIsADisabledButton();
    void actionThatIsDeletedTakesItsButtonAway();
    void textIsWrappedAndSelectable();
    void textFollowsTheLanguage();
    void saysItsKindToAScreenReader();

private:
    MessageRow *top() const { return m_bar->findChildren<MessageRow *>().value(0); }
    /// The row that shows a text.
    MessageRow *row(const QString &text) const;
    static QString text(int number) { return QStringLiteral("message %1").arg(number); }

    std::unique_ptr<QWidget> m_window;
    MessageBar *m_bar = nullptr;
};

void MessageBarTest::init()
{
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_bar = new MessageBar;
    layout->addWidget(m_bar);
    layout->addStretch();
    m_window->resize(500, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void MessageBarTest::cleanup()
{
    m_window.reset();
}

MessageRow *MessageBarTest::row(const QString &text) const
{
    const QList<MessageRow *> rows = m_bar->findChildren<MessageRow *>();
    for (MessageRow *row : rows) {
        if (row->text() == text && !row->isHidden())
            return row;
    }
    return nullptr;
}

void MessageBarTest::hiddenWhileEmpty()
{
    QVERIFY(m_bar->isHidden());
    const int id = m_bar->showMessage(MessageKind::Information, text(1));
    QVERIFY(m_bar->isVisible());
    m_bar->closeMessage(id);
    QVERIFY(m_bar->isHidden());
    m_bar->closeMessage(id);
}

void MessageBarTest::newestOnTop()
{
    m_bar->showMessage(MessageKind::Information, text(1));
    m_bar->showMessage(MessageKind::Information, text(2));
    QCOMPARE(m_bar->texts(), QStringList({text(2), text(1)}));
    QTRY_VERIFY(row(text(2))->y() < row(text(1))->y());
}

void MessageBarTest::atMostThreeAndErrorsStay()
{
    m_bar->showMessage(MessageKind::Error, text(1));
    m_bar->showMessage(MessageKind::Information, text(2));
    m_bar->showMessage(MessageKind::Warning, text(3));
    m_bar->showMessage(MessageKind::Warning, text(4));
    QCOMPARE(m_bar->texts(), QStringList({text(4), text(3), text(1)}));
    m_bar->showMessage(MessageKind::Information, text(5));
    QCOMPARE(m_bar->texts(), QStringList({text(5), text(4), text(1)}));
}

void MessageBarTest::sameTextStandsOnce()
{
    m_bar->showMessage(MessageKind::Warning, text(1));
    m_bar->showMessage(MessageKind::Warning, text(2));
    m_bar->showMessage(MessageKind::Warning, text(1));
    QCOMPARE(m_bar->texts(), QStringList({text(1), text(2)}));
}

void MessageBarTest::closesByMouse()
{
    QSignalSpy closed(m_bar, &MessageBar::messageClosed);
    m_bar->showMessage(MessageKind::Information, text(1));
    const int id = m_bar->showMessage(MessageKind::Information, text(2));
    auto *button = row(text(2))->findChild<QToolButton *>(QStringLiteral("messageCloseButton"));
    QVERIFY(!button->icon().isNull());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_bar->texts(), QStringList({text(1)}));
    QCOMPARE(closed.count(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), id);
}

void MessageBarTest::closesByEscape()
{
    // Wherever in the message the focus is.
    for (const char *name : {"messageCloseButton", "messageText"}) {
        m_bar->showMessage(MessageKind::Error, text(1));
        auto *part = row(text(1))->findChild<QWidget *>(QString::fromLatin1(name));
        part->setFocus();
        QTest::keyClick(part, Qt::Key_Escape);
        QCOMPARE(m_bar->count(), 0);
    }
}

void MessageBarTest::actionByMouseClosesAndTriggers()
{
    QAction action(QStringLiteral("Choose folder"));
    action.setObjectName(QStringLiteral("chooseFolder"));
    QSignalSpy triggered(&action, &QAction::triggered);
    m_bar->showMessage(MessageKind::Error, text(1), {&action});
    auto *button = m_bar->findChild<QPushButton *>(QStringLiteral("chooseFolderButton"));
    QCOMPARE(button->text(), action.text());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(m_bar->count(), 0);
}

void MessageBarTest::actionByKeyboard()
{
    QAction action(QStringLiteral("Undo"));
    action.setObjectName(QStringLiteral("undo"));
    QSignalSpy triggered(&action, &QAction::triggered);
    m_bar->showMessage(MessageKind::Information, text(1), {&action});
    auto *button = m_bar->findChild<QPushButton *>(QStringLiteral("undoButton"));
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(m_bar->count(), 0);
}

void MessageBarTest::actionMayShowTheNextMessage()
{
    QAction action(QStringLiteral("Try again"));
    action.setObjectName(QStringLiteral("again"));
    connect(&action, &QAction::triggered, this, [this] { m_bar->showMessage(MessageKind::Error, text(1)); });
    m_bar->showMessage(MessageKind::Error, text(1), {&action});
    QTest::mouseClick(m_bar->findChild<QPushButton *>(QStringLiteral("againButton")), Qt::LeftButton);
    QCOMPARE(m_bar->count(), 1);
    QVERIFY(m_bar->isVisible());
}

void MessageBarTest::disabledActionIsADisabledButton()
{
    QAction action(QStringLiteral("Undo"));
    action.setObjectName(QStringLiteral("undo"));
    m_bar->showMessage(MessageKind::Information, text(1), {&action});
    auto *button = m_bar->findChild<QPushButton *>(QStringLiteral("undoButton"));
    action.setEnabled(false);
    action.setText(QStringLiteral("Deshacer"));
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->text(), QStringLiteral("Deshacer"));
}

void MessageBarTest::actionThatIsDeletedTakesItsButtonAway()
{
    auto *action = new QAction(QStringLiteral("Undo"));
    action->setObjectName(QStringLiteral("undo"));
    m_bar->showMessage(MessageKind::Information, text(1), {action});
    delete action;
    QTRY_VERIFY(!m_bar->findChild<QPushButton *>(QStringLiteral("undoButton")));
    QCOMPARE(m_bar->count(), 1);
}

void MessageBarTest::textIsWrappedAndSelectable()
{
    const QString longText = QStringLiteral("A long sentence that does not fit into one line of the bar. ").repeated(8);
    m_bar->showMessage(MessageKind::Warning, longText);
    auto *label = m_bar->findChild<QLabel *>(QStringLiteral("messageText"));
    QVERIFY(label->wordWrap());
    QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
    QTRY_VERIFY(label->height() > 3 * label->fontMetrics().height());
    QVERIFY(m_window->width() <= 500);
}

void MessageBarTest::textFollowsTheLanguage()
{
    QString now = QStringLiteral("hello");
    m_bar->showMessage(MessageKind::Information, std::function<QString()>([&now] { return now; }));
    auto *label = m_bar->findChild<QLabel *>(QStringLiteral("messageText"));
    QCOMPARE(label->text(), QStringLiteral("hello"));
    now = QStringLiteral("hola");
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(top(), &change);
    QCOMPARE(label->text(), QStringLiteral("hola"));
}

void MessageBarTest::saysItsKindToAScreenReader()
{
    m_bar->showMessage(MessageKind::Warning, text(1));
    QCOMPARE(top()->accessibleName(), MessageRow::tr("Warning"));
    QCOMPARE(top()->accessibleDescription(), text(1));
}

QTEST_MAIN(MessageBarTest)
#include "tst_messagebar.moc"
