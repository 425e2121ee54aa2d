// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/architectureeditor.h"
#include "ui/forms/convblockcard.h"
#include "ui/forms/hiddenlayercard.h"
#include "ui/forms/numberfield.h"
#include "ui/forms/quietcombobox.h"
#include "ui/models/layertablemodel.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace convscope;

class TestArchitectureEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void roundTrip();
    void everyPartOfABlock();
    void addByMouse();
    void addAndRemoveByKeyboard();
    void reorderByMouse();
    void reorderByKeyboardKeepsFocus();
    void removeAll();
    void liveTable();
    void impossibleKernelIsNamed();
    void paddingHint();
    void badTextIsKeptWhileOthersChange();
    void tabFollowsReading();

private:
    static Architecture paper();
    template<typename T = QWidget>
    T *part(const char *card, const char *name) const
    {
        auto *owner = m_editor->findChild<QWidget *>(QStringLiteral("architecture.") + QLatin1String(card));
        return owner ? owner->findChild<T *>(QLatin1String(name)) : nullptr;
    }
    QPushButton *button(const char *name) const { return m_editor->findChild<QPushButton *>(QLatin1String(name)); }
    QAbstractItemModel *table() const
    {
        return m_editor->findChild<QTableView *>(QStringLiteral("layerTable"))->model();
    }
    qint64 totalParameters() const
    {
        return table()->index(table()->rowCount() - 1, LayerTableModel::ParametersColumn)
            .data(LayerTableModel::NumberRole)
            .toLongLong();
    }
    static void type(NumberField *field, const char *text)
    {
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }

    std::unique_ptr<ArchitectureEditor> m_editor;
};

Architecture TestArchitectureEditor::paper()
{
    Architecture architecture;
    architecture.convBlocks = {{32, 3, 1, false, Activation::Relu, true}, {64, 3, 1, false, Activation::Relu, true}};
    architecture.hiddenLayers = {{600, Activation::Relu, 0.25}, {120, Activation::Relu, 0.0}};
    return architecture;
}

void TestArchitectureEditor::init()
{
    m_editor = std::make_unique<ArchitectureEditor>();
    m_editor->setInput(28, 10);
    m_editor->setArchitecture(paper());
    m_editor->resize(320, 1000);
    m_editor->show();
    m_editor->activateWindow();
}

void TestArchitectureEditor::roundTrip()
{
    Architecture odd;
    odd.convBlocks = {{7, 5, 0, true, Activation::Sigmoid, false}};
    odd.hiddenLayers = {{33, Activation::Tanh, 0.1}, {44, Activation::LeakyRelu, 0.0}, {5, Activation::Relu, 0.9}};
    for (const Architecture &architecture : {odd, paper(), Architecture(), odd}) {
        m_editor->setArchitecture(architecture);
        QCOMPARE(m_editor->architecture(), architecture);
    }
}

void TestArchitectureEditor::everyPartOfABlock()
{
    QSignalSpy edited(m_editor.get(), &ArchitectureEditor::edited);
    type(part<NumberField>("conv_blocks[1]", "filters"), "16");
    type(part<NumberField>("conv_blocks[1]", "kernel_size"), "5");
    type(part<NumberField>("conv_blocks[1]", "padding"), "2");
    QTest::mouseClick(part("conv_blocks[1]", "batch_norm"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::keyClick(part("conv_blocks[1]", "max_pool"), Qt::Key_Space);
    QTest::keyClick(part("conv_blocks[1]", "activation"), Qt::Key_Down);
    type(part<NumberField>("hidden_layers[0]", "width"), "50");
    type(part<NumberField>("hidden_layers[0]", "dropout"), "0,5");
    Architecture expected = paper();
    expected.convBlocks[1] = {16, 5, 2, true, Activation::LeakyRelu, false};
    expected.hiddenLayers[0] = {50, Activation::Relu, 0.5};
    QCOMPARE(m_editor->architecture(), expected);
    QCOMPARE(edited.last().at(0).toString(), QStringLiteral("architecture.hidden_layers[0].dropout"));
}

void TestArchitectureEditor::addByMouse()
{
    QSignalSpy edited(m_editor.get(), &ArchitectureEditor::edited);
    QTest::mouseClick(button("addConvBlock"), Qt::LeftButton);
    QTest::mouseClick(button("addHiddenLayer"), Qt::LeftButton);
    QCOMPARE(edited.count(), 2);
    QCOMPARE(m_editor->architecture().convBlocks.size(), std::size_t(3));
    QCOMPARE(m_editor->architecture().convBlocks[2], paper().convBlocks[1]);
    QCOMPARE(m_editor->architecture().hiddenLayers.size(), std::size_t(3));
}

void TestArchitectureEditor::addAndRemoveByKeyboard()
{
    QTest::keyClick(button("addConvBlock"), Qt::Key_Space);
    QCOMPARE(m_editor->architecture().convBlocks.size(), std::size_t(3));
    QTRY_COMPARE(QApplication::focusWidget(), part("conv_blocks[2]", "filters"));
    QTest::keyClick(part("conv_blocks[0]", "remove"), Qt::Key_Space);
    QCOMPARE(m_editor->architecture().convBlocks.size(), std::size_t(2));
    QCOMPARE(m_editor->architecture().convBlocks[0].filters, 64);
    QCOMPARE(QApplication::focusWidget(), button("addConvBlock"));
}

void TestArchitectureEditor::reorderByMouse()
{
    QVERIFY(!part("conv_blocks[0]", "up")->isEnabled());
    QVERIFY(!part("conv_blocks[1]", "down")->isEnabled());
    QTest::mouseClick(part("conv_blocks[1]", "up"), Qt::LeftButton);
    QCOMPARE(m_editor->architecture().convBlocks[0].filters, 64);
    QCOMPARE(m_editor->architecture().convBlocks[1].filters, 32);
    QTest::mouseClick(part("hidden_layers[0]", "down"), Qt::LeftButton);
    QCOMPARE(m_editor->architecture().hiddenLayers[1], paper().hiddenLayers[0]);
}

void TestArchitectureEditor::reorderByKeyboardKeepsFocus()
{
    auto *field = part<NumberField>("hidden_layers[1]", "width");
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_editor->architecture().hiddenLayers[0].width, 120);
    QCOMPARE(QApplication::focusWidget(), part("hidden_layers[0]", "width"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::ControlModifier); // already the first
    QCOMPARE(m_editor->architecture().hiddenLayers[0].width, 120);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_editor->architecture(), paper());
}

void TestArchitectureEditor::removeAll()
{
    for (int i = 0; i < 2; ++i) {
        QTest::mouseClick(part("conv_blocks[0]", "remove"), Qt::LeftButton);
        QTest::mouseClick(part("hidden_layers[0]", "remove"), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    QCOMPARE(m_editor->architecture(), Architecture());
    QVERIFY(m_editor->findChildren<LayerCard *>().isEmpty());
    QCOMPARE(totalParameters(), 784 * 10 + 10);
    QTest::mouseClick(button("addConvBlock"), Qt::LeftButton);
    QCOMPARE(m_editor->architecture().convBlocks.front(), ConvBlock());
}

void TestArchitectureEditor::liveTable()
{
    QCOMPARE(totalParameters(), 1974346);
    type(part<NumberField>("conv_blocks[0]", "filters"), "16");
    // 16*9+16, 64*16*9+64, and the rest as in the paper's network.
    QCOMPARE(totalParameters(), 160 + 9280 + 1882200 + 72120 + 1210);
    QTest::mouseClick(part("conv_blocks[1]", "remove"), Qt::LeftButton);
    QCOMPARE(totalParameters(), 160 + (16 * 14 * 14 * 600 + 600) + 72120 + 1210);
}

void TestArchitectureEditor::impossibleKernelIsNamed()
{
    Architecture architecture = paper();
    architecture.convBlocks.push_back({8, 3, 1, false, Activation::Relu, true});
    architecture.convBlocks.push_back({8, 7, 0, false, Activation::Relu, false});
    m_editor->setArchitecture(architecture);
    Experiment experiment;
    experiment.architecture = architecture;
    const std::vector<Problem> problems = validate(experiment, ExperimentLimits());
    QCOMPARE(problems.size(), std::size_t(1));
    QVERIFY(m_editor->showProblems(problems).empty());
    QCOMPARE(part<NumberField>("conv_blocks[3]", "kernel_size")->shownProblem(), problems.front().message);
    QVERIFY(part<NumberField>("conv_blocks[2]", "kernel_size")->shownProblem().isEmpty());
    QCOMPARE(table()->index(table()->rowCount() - 1, 0).data().toString(), problems.front().message);
    QVERIFY(m_editor->showProblems({}).empty());
    QVERIFY(part<NumberField>("conv_blocks[3]", "kernel_size")->hasValidValue());
}

void TestArchitectureEditor::paddingHint()
{
    auto *hint = part<QLabel>("conv_blocks[1]", "paddingHint");
    QVERIFY(hint->isHidden()); // 3 x 3 with padding 1 keeps the size
    type(part<NumberField>("conv_blocks[1]", "kernel_size"), "5");
    QVERIFY(!hint->isHidden());
    // The block gets 14 x 14 and gives 12 x 12; padding 2 would keep it.
    for (const char *figure : {"14", "12", "2"})
        QVERIFY2(hint->text().contains(QLatin1String(figure)), figure);
    type(part<NumberField>("conv_blocks[1]", "padding"), "2");
    QVERIFY(hint->isHidden());
}

void TestArchitectureEditor::badTextIsKeptWhileOthersChange()
{
    auto *filters = part<NumberField>("conv_blocks[0]", "filters");
    type(filters, "1.000");
    QCOMPARE(m_editor->ownProblems().size(), std::size_t(1));
    QCOMPARE(m_editor->ownProblems().front().field, QStringLiteral("architecture.conv_blocks[0].filters"));
    QTest::mouseClick(button("addHiddenLayer"), Qt::LeftButton);
    QCOMPARE(filters->text(), QStringLiteral("1.000"));
    m_editor->setArchitecture(paper());
    QCOMPARE(filters->text(), QStringLiteral("32"));
    QVERIFY(m_editor->ownProblems().empty());
}

void TestArchitectureEditor::tabFollowsReading()
{
    QTest::mouseClick(button("addConvBlock"), Qt::LeftButton);
    auto *first = part<NumberField>("conv_blocks[1]", "filters");
    first->setFocus();
    QTRY_VERIFY(first->hasFocus());
    QStringList seen;
    for (int i = 0; i < 30; ++i) {
        auto *focused = QApplication::focusWidget();
        const auto *parent = focused->parentWidget();
        const QString owner = parent == m_editor.get() ? QString() : parent->objectName();
        seen.append(owner + u' ' + focused->objectName());
        if (focused == button("addHiddenLayer"))
            break;
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    const auto at = [&seen](const char *entry) { return seen.indexOf(QString::fromLatin1(entry)); };
    QVERIFY(at("architecture.conv_blocks[2] filters") > at("architecture.conv_blocks[1] max_pool"));
    QVERIFY(at(" addConvBlock") > at("architecture.conv_blocks[2] max_pool"));
    QVERIFY(at("architecture.hidden_layers[0] width") > at(" addConvBlock"));
    QVERIFY(at(" addHiddenLayer") > at("architecture.hidden_layers[1] dropout"));
}

QTEST_MAIN(TestArchitectureEditor)
#include "tst_architectureeditor.moc"
