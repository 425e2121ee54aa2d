// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/presets.h"
#include "ui/forms/experimentform.h"
#include "ui/forms/fieldtable.h"
#include "ui/forms/foldablesection.h"
#include "ui/forms/numberfield.h"
#include "ui/forms/schedulepreview.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace convscope;

class TestExperimentForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsWithTheFirstPreset();
    void choosesPresets();
    void editMakesChangedAndResetTakesBack();
    void roundTripOfEveryField();
    void typedIntoEveryNumberField_data();
    void typedIntoEveryNumberField();
    void seedBeyondDoubleStaysExact();
    void marksProblems();
    void perCentProblemSpeaksPerCent();
    void badTextStopsTheStart();
    void impossibleNetworkStopsTheStart();
    void hiddenFieldsProblemIsStillShown();
    void limitsMatter();
    void focusesTheFirstProblem();
    void scheduleRowsAndPreview();
    void computationIsChosen();
    void frozenFiltersAreShownAndThawed();
    void undoAndRedo();
    void undoMergesTyping();
    void undoFromAField();
    void savesReplacesAndDeletesPresets();
    void builtInNameIsRefused();
    void nothingScrollsSideways();
    void everyControlHasANameAndHelp();
    void followsTheLocale();

private:
    template<typename T = QWidget>
    T *child(const char *name) const
    {
        return m_form->findChild<T *>(QLatin1String(name));
    }
    NumberField *field(const char *name) const { return child<NumberField>(name); }
    QString comboText() const
    {
        const auto *combo = child<QComboBox>("preset");
        return combo->currentIndex() < 0 ? combo->placeholderText() : combo->currentText();
    }
    void choose(const QString &name) const;
    static void type(NumberField *field, const char *text)
    {
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExperimentForm> m_form;
};

void TestExperimentForm::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_form = std::make_unique<ExperimentForm>();
    m_form->setPresetFolder(m_folder->path());
    m_form->setExpandedSections({QStringLiteral("data"), QStringLiteral("network"), QStringLiteral("training")});
    m_form->resize(320, 900);
    m_form->show();
    m_form->activateWindow();
}

void TestExperimentForm::cleanup()
{
    m_form.reset();
    QLocale::setDefault(QLocale::c());
}

void TestExperimentForm::choose(const QString &name) const
{
    auto *combo = child<QComboBox>("preset");
    const int index = combo->findData(name);
    QVERIFY(index >= 0);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

void TestExperimentForm::startsWithTheFirstPreset()
{
    QCOMPARE(m_form->experiment(), builtInPresets().front().experiment);
    QVERIFY(m_form->startProblem().isEmpty());
    QVERIFY(m_form->problems().empty());
    QCOMPARE(comboText(), builtInPresets().front().experiment.name);
}

void TestExperimentForm::choosesPresets()
{
    QSignalSpy changed(m_form.get(), &ExperimentForm::experimentChanged);
    for (const Preset &preset : builtInPresets()) {
        choose(preset.experiment.name);
        QCOMPARE(m_form->experiment(), preset.experiment);
        QCOMPARE(comboText(), preset.experiment.name);
        QCOMPARE(child<QLabel>("presetDescription")->text(), preset.description);
        QVERIFY(m_form->startProblem().isEmpty());
    }
    QVERIFY(changed.count() >= int(builtInPresets().size()) - 1);
}

void TestExperimentForm::editMakesChangedAndResetTakesBack()
{
    auto *reset = child<QPushButton>("resetPreset");
    QVERIFY(reset->isHidden());
    QSignalSpy changed(m_form.get(), &ExperimentForm::experimentChanged);
    type(field("training.learning_rate"), "0,01");
    QVERIFY(changed.count() > 0);
    QCOMPARE(m_form->experiment().training.learningRate, 0.01);
    QVERIFY(comboText() != QStringLiteral("cnn-1"));
    QVERIFY(comboText().contains(QStringLiteral("cnn-1")));
    QVERIFY(!reset->isHidden());
    QTest::mouseClick(reset, Qt::LeftButton);
    QCOMPARE(m_form->experiment(), builtInPresets().front().experiment);
    QCOMPARE(comboText(), QStringLiteral("cnn-1"));
    QCOMPARE(field("training.learning_rate")->value(), 0.001);
    QVERIFY(reset->isHidden());
}

void TestExperimentForm::roundTripOfEveryField()
{
    Experiment e;
    e.name = QStringLiteral("mine");
    e.architecture.convBlocks = {{9, 5, 2, true, Activation::Tanh, false}};
    e.architecture.hiddenLayers = {{77, Activation::Sigmoid, 0.35}};
    e.training.optimizer = Optimizer::Sgd;
    e.training.learningRate = 0.0123;
    e.training.momentum = 0.75;
    e.training.weightDecay = 3e-5;
    e.training.schedule = {ScheduleKind::Step, 3, 0.25};
    e.training.batchSize = 123;
    e.training.epochs = 17;
    e.training.earlyStopping = {4, 0.002};
    e.training.finalWeights = FinalWeights::Best;
    e.training.seed = 4711;
    e.training.threads = 2;
    e.training.trainImages = 12345;
    e.training.labelNoise = 0.07;
    e.training.augmentation = {0.5, 2.0, 15.0, 0.1, 0.05, 0.3};
    m_form->setExperiment(e);
    QCOMPARE(m_form->experiment(), e);
    QVERIFY2(m_form->startProblem().isEmpty(), qPrintable(m_form->startProblem()));
    QCOMPARE(comboText(), QStringLiteral("mine"));

    // Every number is shown as it is …
    const std::vector<std::pair<const char *, double>> shown = {
        {"training.learning_rate", 0.0123}, {"training.momentum", 0.75}, {"training.weight_decay", 3e-5},
        {"training.schedule.step_epochs", 3}, {"training.schedule.step_factor", 0.25}, {"training.batch_size", 123},
        {"training.epochs", 17}, {"training.seed", 4711}, {"training.early_stopping.patience", 4}, {"training.early_stopping.smallest_change", 0.002}, {"training.threads", 2}, {"training.train_images", 12345},
        {"training.label_noise", 0.07}, {"training.augmentation.mirror", 0.5}, {"training.augmentation.shift", 2},
        {"training.augmentation.turn", 15}, {"training.augmentation.scale", 0.1}, {"training.augmentation.noise", 0.05},
        {"training.augmentation.erase", 0.3}};
    for (const auto &[name, value] : shown)
        QVERIFY2(field(name)->value() == value, name);
    QCOMPARE(child<QComboBox>("training.optimizer")->currentData().toInt(), int(Optimizer::Sgd));
    QCOMPARE(child<QComboBox>("training.schedule.kind")->currentData().toInt(), int(ScheduleKind::Step));

    // … and read back as it is shown, from the text alone.
    for (const auto &[name, value] : shown) {
        const QString text = field(name)->text();
        type(field(name), "8");
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
        QTest::keyClick(field(name), Qt::Key_Return);
    }
    QCOMPARE(m_form->experiment(), e);
}

void TestExperimentForm::typedIntoEveryNumberField_data()
{
    QTest::addColumn<QString>("key");
    for (const FieldSpec &spec : fieldSpecs()) {
        const bool number = spec.kind != FieldKind::Choice && spec.kind != FieldKind::Switch;
        if (number && QByteArray(spec.key).startsWith("training."))
            QTest::newRow(spec.key) << QString::fromLatin1(spec.key);
    }
}

void TestExperimentForm::typedIntoEveryNumberField()
{
    QFETCH(QString, key);
    Experiment e = m_form->experiment();
    e.training.optimizer = Optimizer::Sgd;
    e.training.schedule.kind = ScheduleKind::Step;
    e.training.earlyStopping.patience = 2;
    m_form->setExperiment(e);
    NumberField *number = m_form->findChild<NumberField *>(key);
    QVERIFY(number);
    const bool whole = fieldSpec(key).kind == FieldKind::Integer;
    type(number, whole ? "100" : "0.25");
    QVERIFY(m_form->experiment() != e);
    QTest::keyClick(number, Qt::Key_Return);
    const Experiment good = m_form->experiment();
    // Bad input is refused at the field, and the number before it counts.
    for (const char *bad : {"abc", "1.000,5", "nan", "1 000", "0x7"}) {
        type(number, bad);
        QCOMPARE(m_form->experiment(), good);
        const std::vector<Problem> problems = m_form->problems();
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().field, key);
    }
    m_form->setExperiment(good);
    QVERIFY(m_form->startProblem().isEmpty());
}

void TestExperimentForm::seedBeyondDoubleStaysExact()
{
    Experiment e = m_form->experiment();
    e.training.seed = 9007199254740991;
    m_form->setExperiment(e);
    type(field("training.epochs"), "6");
    QCOMPARE(m_form->experiment().training.seed, 9007199254740991);
}

void TestExperimentForm::marksProblems()
{
    QSignalSpy problemsChanged(m_form.get(), &ExperimentForm::problemsChanged);
    type(field("training.learning_rate"), "0");
    QTest::keyClick(field("training.learning_rate"), Qt::Key_Return);
    QCOMPARE(m_form->problems(), validate(m_form->experiment(), ExperimentLimits()));
    QCOMPARE(m_form->problems().size(), std::size_t(1));
    QCOMPARE(field("training.learning_rate")->shownProblem(), m_form->startProblem());
    QVERIFY(problemsChanged.count() >= 1);
    type(field("training.epochs"), "0");
    QTest::keyClick(field("training.epochs"), Qt::Key_Return);
    QCOMPARE(m_form->problems().size(), std::size_t(2));
    type(field("training.learning_rate"), "1e-3");
    type(field("training.epochs"), "3");
    QVERIFY(m_form->startProblem().isEmpty());
    QVERIFY(field("training.epochs")->shownProblem().isEmpty());
}

void TestExperimentForm::perCentProblemSpeaksPerCent()
{
    type(field("training.label_noise"), "60");
    QTest::keyClick(field("training.label_noise"), Qt::Key_Return);
    QCOMPARE(m_form->experiment().training.labelNoise, 0.6);
    QCOMPARE(m_form->problems().size(), std::size_t(1));
    QVERIFY(m_form->startProblem().contains(QStringLiteral("60")));
    QVERIFY(m_form->startProblem().contains(QStringLiteral("50")));
    type(field("training.label_noise"), "50");
    QVERIFY(m_form->startProblem().isEmpty());
}

void TestExperimentForm::badTextStopsTheStart()
{
    type(field("training.batch_size"), "1.000");
    QVERIFY(!m_form->startProblem().isEmpty());
    QVERIFY(m_form->startProblem().contains(QStringLiteral("1000")));
    QCOMPARE(m_form->problems().front().field, QStringLiteral("training.batch_size"));
    // Another edit doesn't sweep it away.
    type(field("training.epochs"), "9");
    QCOMPARE(field("training.batch_size")->text(), QStringLiteral("1.000"));
    QVERIFY(!m_form->startProblem().isEmpty());
    type(field("training.batch_size"), "100");
    QVERIFY(m_form->startProblem().isEmpty());
    QCOMPARE(m_form->experiment().training.batchSize, 100);
}

void TestExperimentForm::impossibleNetworkStopsTheStart()
{
    Experiment e = m_form->experiment();
    e.architecture.convBlocks.assign(4, {8, 7, 0, false, Activation::Relu, true});
    m_form->setExperiment(e);
    QVERIFY(!m_form->startProblem().isEmpty());
    QVERIFY(m_form->problems().front().field.startsWith(QStringLiteral("architecture.conv_blocks[")));
    auto *section = child<FoldableSection>("network");
    section->setExpanded(false);
    QVERIFY(!section->isExpanded());
}

void TestExperimentForm::hiddenFieldsProblemIsStillShown()
{
    Experiment e = m_form->experiment();
    e.training.momentum = 2.0; // Adam has no momentum row
    m_form->setExperiment(e);
    QVERIFY(!m_form->startProblem().isEmpty());
    QVERIFY(field("training.momentum")->isHidden() || !field("training.momentum")->isVisible());
    bool shown = false;
    for (const QLabel *label : m_form->findChildren<QLabel *>())
        shown = shown || (label->isVisible() && label->text() == m_form->startProblem());
    QVERIFY(shown);
}

void TestExperimentForm::limitsMatter()
{
    type(field("training.train_images"), "50000");
    QVERIFY(m_form->startProblem().isEmpty());
    ExperimentLimits limits;
    limits.trainImages = 1000;
    m_form->setLimits(limits);
    QCOMPARE(m_form->problems().front().field, QStringLiteral("training.train_images"));
}

void TestExperimentForm::focusesTheFirstProblem()
{
    m_form->setExpandedSections({});
    QVERIFY(m_form->expandedSections().isEmpty());
    Experiment e = m_form->experiment();
    e.architecture.convBlocks[1].kernelSize = 9;
    m_form->setExperiment(e);
    m_form->focusFirstProblem();
    QCOMPARE(m_form->expandedSections(), QStringList{QStringLiteral("network")});
    QTRY_COMPARE(m_form->focusWidget()->objectName(), QStringLiteral("kernel_size"));
    e = builtInPresets().front().experiment;
    e.training.batchSize = 0;
    m_form->setExperiment(e);
    m_form->focusFirstProblem();
    QTRY_COMPARE(m_form->focusWidget()->objectName(), QStringLiteral("training.batch_size"));
}

void TestExperimentForm::scheduleRowsAndPreview()
{
    QVERIFY(!field("training.momentum")->isVisible());
    QVERIFY(!field("training.schedule.step_epochs")->isVisible());
    QTest::keyClick(child("training.optimizer"), Qt::Key_Down);
    QCOMPARE(m_form->experiment().training.optimizer, Optimizer::Sgd);
    QVERIFY(field("training.momentum")->isVisible());
    const auto *preview = child<SchedulePreview>("schedulePreview");
    QCOMPARE(preview->curve().last().y(), 1.0);
    QTest::keyClick(child("training.schedule.kind"), Qt::Key_Down);
    QCOMPARE(m_form->experiment().training.schedule.kind, ScheduleKind::Step);
    QVERIFY(field("training.schedule.step_epochs")->isVisible());
    type(field("training.schedule.step_epochs"), "2");
    // 5 epochs, a tenth after every second: 1, 1, 0.1, 0.1, 0.01
    QVERIFY(qAbs(preview->curve().last().y() - 0.01) < 1e-9);
    QCOMPARE(preview->curve().first().y(), 1.0);
}

void TestExperimentForm::computationIsChosen()
{
    auto *engine = child<QComboBox>("training.engine");
    QCOMPARE(m_form->experiment().training.engine, Computation::Fast);
    QTest::keyClick(engine, Qt::Key_Down);
    QCOMPARE(m_form->experiment().training.engine, Computation::Reference);
    Experiment e = m_form->experiment();
    e.training.engine = Computation::Fast;
    m_form->setExperiment(e);
    QCOMPARE(engine->currentIndex(), 0);
}

/// They come with the settings of a run, and only then there is a row for them.
void TestExperimentForm::frozenFiltersAreShownAndThawed()
{
    auto *thaw = child<QPushButton>("training.frozen_filters");
    QVERIFY(thaw && !thaw->isVisibleTo(m_form.get()));
    Experiment frozen = m_form->experiment();
    frozen.training.frozenFilters = {{0, 3}, {0, 6}, {1, 0}};
    m_form->applyExperiment(frozen);
    QVERIFY(thaw->isVisibleTo(m_form.get()));
    QCOMPARE(thaw->accessibleDescription(), QStringLiteral("convolution block 1: 4, 7; convolution block 2: 1"));
    QCOMPARE(m_form->experiment(), frozen);
    QVERIFY(m_form->problems().empty());
    frozen.architecture.convBlocks.pop_back(); // the network has changed since
    m_form->applyExperiment(frozen);
    QVERIFY(!m_form->startProblem().isEmpty());
    QTest::mouseClick(thaw, Qt::LeftButton);
    QVERIFY(m_form->experiment().training.frozenFilters.empty());
    QVERIFY(!thaw->isVisibleTo(m_form.get()));
    QVERIFY(m_form->startProblem().isEmpty());
    m_form->undoAction()->trigger();
    QCOMPARE(m_form->experiment(), frozen);
}

void TestExperimentForm::undoAndRedo()
{
    const Experiment start = m_form->experiment();
    QVERIFY(!m_form->undoAction()->isEnabled());
    QTest::keyClick(child("training.optimizer"), Qt::Key_Down);
    choose(QStringLiteral("mlp-512"));
    const Experiment mlp = m_form->experiment();
    QTest::mouseClick(child<QPushButton>("addHiddenLayer"), Qt::LeftButton);
    QCOMPARE(m_form->experiment().architecture.hiddenLayers.size(), mlp.architecture.hiddenLayers.size() + 1);
    m_form->undoAction()->trigger();
    QCOMPARE(m_form->experiment(), mlp);
    m_form->undoAction()->trigger();
    QCOMPARE(m_form->experiment().training.optimizer, Optimizer::Sgd);
    QVERIFY(comboText().contains(QStringLiteral("cnn-1")));
    m_form->undoAction()->trigger();
    QCOMPARE(m_form->experiment(), start);
    QVERIFY(!m_form->undoAction()->isEnabled());
    for (int i = 0; i < 2; ++i)
        m_form->redoAction()->trigger();
    QCOMPARE(m_form->experiment(), mlp);
    m_form->setExperiment(start);
    QVERIFY(!m_form->undoAction()->isEnabled());
    QVERIFY(!m_form->redoAction()->isEnabled());
}

void TestExperimentForm::undoMergesTyping()
{
    const Experiment start = m_form->experiment();
    type(field("training.learning_rate"), "0.0125");
    QTest::keyClick(field("training.learning_rate"), Qt::Key_Return);
    type(field("training.batch_size"), "128");
    m_form->undoAction()->trigger();
    QCOMPARE(m_form->experiment().training.batchSize, start.training.batchSize);
    QCOMPARE(m_form->experiment().training.learningRate, 0.0125);
    m_form->undoAction()->trigger();
    QCOMPARE(m_form->experiment(), start);
}

void TestExperimentForm::undoFromAField()
{
    NumberField *epochs = field("training.epochs");
    epochs->setFocus();
    QTRY_VERIFY(epochs->hasFocus());
    type(epochs, "12");
    QCOMPARE(m_form->experiment().training.epochs, 12);
    QTest::keyClick(epochs, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_form->experiment().training.epochs, 5);
    QCOMPARE(epochs->text(), QStringLiteral("5"));
    QTest::keyClick(epochs, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(epochs->text(), QStringLiteral("12"));
}

void TestExperimentForm::savesReplacesAndDeletesPresets()
{
    type(field("training.epochs"), "12");
    QTest::mouseClick(child<QPushButton>("savePreset"), Qt::LeftButton);
    auto *name = child<QLineEdit>("presetName");
    QVERIFY(name->isVisible());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("largo"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!name->isVisible());
    QCOMPARE(m_form->experiment().name, QStringLiteral("largo"));
    QCOMPARE(comboText(), QStringLiteral("largo"));
    QCOMPARE(userPresets(m_folder->path()).size(), std::size_t(1));
    QCOMPARE(userPresets(m_folder->path()).front().experiment, m_form->experiment());

    // Saving again under the same name replaces it.
    type(field("training.epochs"), "13");
    QTest::mouseClick(child<QPushButton>("savePreset"), Qt::LeftButton);
    QCOMPARE(name->text(), QStringLiteral("largo"));
    QTest::mouseClick(child<QPushButton>("savePresetName"), Qt::LeftButton);
    QCOMPARE(userPresets(m_folder->path()).size(), std::size_t(1));
    QCOMPARE(userPresets(m_folder->path()).front().experiment.training.epochs, 13);

    // Escape saves nothing.
    QTest::mouseClick(child<QPushButton>("savePreset"), Qt::LeftButton);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
    QCOMPARE(userPresets(m_folder->path()).size(), std::size_t(1));

    // Deleted, restored, deleted.
    const Experiment saved = m_form->experiment();
    QTest::mouseClick(child<QPushButton>("deletePreset"), Qt::LeftButton);
    QVERIFY(userPresets(m_folder->path()).empty());
    QCOMPARE(m_form->experiment(), saved);
    QTest::mouseClick(child<QPushButton>("restorePreset"), Qt::LeftButton);
    QCOMPARE(userPresets(m_folder->path()).front().experiment, saved);
    QVERIFY(!child("restorePreset")->isVisible());
    QTest::mouseClick(child<QPushButton>("deletePreset"), Qt::LeftButton);
    QVERIFY(userPresets(m_folder->path()).empty());
    choose(QStringLiteral("cnn-1"));
    QVERIFY(!child("deletePreset")->isVisible());
}

void TestExperimentForm::builtInNameIsRefused()
{
    QTest::mouseClick(child<QPushButton>("savePreset"), Qt::LeftButton);
    auto *name = child<QLineEdit>("presetName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("cnn-2"));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(name->isVisible());
    QVERIFY(!name->accessibleDescription().isEmpty());
    QVERIFY(userPresets(m_folder->path()).empty());
}

void TestExperimentForm::nothingScrollsSideways()
{
    const auto *scroll = m_form->findChild<QScrollArea *>();
    for (const int width : {280, 300, 340, 500}) {
        m_form->resize(width, 700);
        QTRY_VERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
    }
}

void TestExperimentForm::everyControlHasANameAndHelp()
{
    for (const QWidget *widget : m_form->findChildren<QWidget *>()) {
        const bool control = widget->focusPolicy() & Qt::TabFocus;
        if (!control || !widget->isVisible() || qobject_cast<const QScrollArea *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && button->text().size() > 1);
        QVERIFY2(named, qPrintable(widget->objectName()));
        QVERIFY2(!widget->toolTip().isEmpty() || !widget->whatsThis().isEmpty(), qPrintable(widget->objectName()));
    }
    for (const FieldSpec &spec : fieldSpecs()) {
        const QString key = QString::fromLatin1(spec.key);
        if (key.startsWith(QStringLiteral("training.")))
            QVERIFY2(!m_form->findChild<QWidget *>(key)->whatsThis().isEmpty(), spec.key);
    }
}

void TestExperimentForm::followsTheLocale()
{
    QLocale::setDefault(QLocale(QStringLiteral("es_ES")));
    QEvent change(QEvent::LanguageChange);
    for (QWidget *widget : m_form->findChildren<QWidget *>())
        QCoreApplication::sendEvent(widget, &change);
    QCOMPARE(field("training.learning_rate")->text(), QStringLiteral("0,001"));
    QCOMPARE(m_form->experiment(), builtInPresets().front().experiment);
}

QTEST_MAIN(TestExperimentForm)
#include "tst_experimentform.moc"
