// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/classnames.h"
#include "core/runs/exportedweights.h"
#include "core/runs/safetensors.h"
#include "tests/support/idxwriter.h"

#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace convscope;

/// `convscope classify` as a process, with a small run that it trained itself.
class TestClassify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileGetsALine();
    void jsonAndSeen();
    void seenReplacesNothing();
    void exportedWeightsAnswerTheSame();
    void exportedWeightsNameTheirClasses();
    void surerOfTheMirroredPicture();
    void badWeights();
    void usage();

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output;
        QByteArray error;
        QList<QByteArray> lines() const { return output.trimmed().split('\n'); }
    };
    Outcome run(const QStringList &arguments) const;
    QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QString m_program;
    QTemporaryDir m_folder;
};

TestClassify::Outcome TestClassify::run(const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("CONVSCOPE_LABORATORY"), path("lab.sqlite"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_program, arguments + QStringList{QStringLiteral("--language"), QStringLiteral("en")});
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit) {
        return {-2, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestClassify::initTestCase()
{
    m_program = qEnvironmentVariable("CONVSCOPE_PROGRAM");
    QVERIFY2(QFileInfo(m_program).isExecutable(), "CONVSCOPE_PROGRAM names the program");
    test::writeDataset(path("data"), *test::barsDataset(256, 50));
    const Outcome trained = run({QStringLiteral("train"), QStringLiteral("--preset"), QStringLiteral("first-steps"), QStringLiteral("--data"), path("data"), QStringLiteral("--epochs"),
                                 QStringLiteral("1"), QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--train-images"), QStringLiteral("0"), QStringLiteral("--laboratory"), path("lab.sqlite")});
    QVERIFY2(trained.code == 0, trained.error.constData());
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(40, 20, 100, 50, Qt::black);
    painter.end();
    QVERIFY(image.save(path("bolso ñ.png")));
    QVERIFY(image.scaled(50, 30).save(path("small.jpg")));
    test::writeFile(path("text.png"), "no picture");
    image.fill(Qt::white);
    QVERIFY(image.save(path("white.png")));
    test::writeFile(path("drawing.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text x='1' y='5'>T</text><rect x='2' y='2' width='4' height='5'/></svg>");
}

void TestClassify::everyFileGetsALine()
{
    const Outcome good = run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest"), path("bolso ñ.png"), path("small.jpg"), path("drawing.svg")});
    QVERIFY2(good.code == 0, good.error.constData());
    QCOMPARE(good.lines().size(), qsizetype(3));
    QVERIFY(good.lines()[0].contains("bolso ñ.png: "));
    QCOMPARE(good.lines()[0].count('%'), qsizetype(11)); // the best, and all ten
    const Outcome mixed = run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest"), path("text.png"), path("white.png"), path("missing.png"), path("small.jpg")});
    QCOMPARE(mixed.code, 1);
    QCOMPARE(mixed.lines().size(), qsizetype(4));
    QVERIFY(mixed.lines()[0].contains("no picture"));
    QVERIFY(mixed.lines()[1].contains("background"));
    QVERIFY(mixed.lines()[2].contains("does not exist"));
    QVERIFY(mixed.lines()[3].contains("small.jpg: "));
}

void TestClassify::jsonAndSeen()
{
    const Outcome outcome = run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest"), QStringLiteral("--json"), QStringLiteral("--seen"), path("seen/new"),
                                 path("bolso ñ.png"), path("bolso ñ.png"), path("text.png")});
    QCOMPARE(outcome.code, 1);
    const QJsonObject first = QJsonDocument::fromJson(outcome.lines()[0]).object();
    const QJsonObject probabilities = first[QStringLiteral("probabilities")].toObject();
    QCOMPARE(probabilities.size(), qsizetype(10));
    double sum = 0.0, largest = 0.0;
    for (const QJsonValue &value : probabilities) {
        sum += value.toDouble();
        largest = std::max(largest, value.toDouble());
    }
    QVERIFY(std::abs(sum - 1.0) < 1e-5);
    QCOMPARE(probabilities[first[QStringLiteral("class")].toString()].toDouble(), largest);
    QVERIFY(QJsonDocument::fromJson(outcome.lines()[2]).object()[QStringLiteral("error")].toString().contains(QStringLiteral("text.png")));
    const QImage seen(path("seen/new/bolso ñ.png"));
    QCOMPARE(seen.size(), QSize(28, 28));
    QCOMPARE(qGray(seen.pixel(14, 14)), 180); // a wide rectangle, 28 x 14, flat
    QCOMPARE(qGray(seen.pixel(14, 1)), 0);
    QVERIFY(QFile::exists(path("seen/new/bolso ñ-2.png")));
    QVERIFY(!QFile::exists(path("seen/new/text.png")));
}

/// Also where the folder is that of the pictures themselves.
void TestClassify::seenReplacesNothing()
{
    const QString folder = path("mine");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(path("bolso ñ.png"), path("mine/shirt.png")));
    QVERIFY(QFile::copy(path("small.jpg"), path("mine/shirt.jpg")));
    test::writeFile(path("mine/shirt-3.png"), "another file");
    const auto bytes = [this](const char *name) {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray shirt = bytes("mine/shirt.png");
    const Outcome outcome = run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest"), QStringLiteral("--seen"), folder, path("mine/shirt.png"), path("mine/shirt.jpg")});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QCOMPARE(bytes("mine/shirt.png"), shirt);
    QCOMPARE(bytes("mine/shirt-3.png"), QByteArray("another file"));
    QCOMPARE(QImage(path("mine/shirt-2.png")).size(), QSize(28, 28));
    QCOMPARE(QImage(path("mine/shirt-4.png")).size(), QSize(28, 28));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), qsizetype(5));
    // A file in the place of the folder.
    const Outcome failed = run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest"), QStringLiteral("--seen"), path("text.png"), path("small.jpg")});
    QCOMPARE(failed.code, 1);
    QVERIFY(failed.error.contains("text.png"));
}

void TestClassify::exportedWeightsAnswerTheSame()
{
    QCOMPARE(run({QStringLiteral("export"), QStringLiteral("latest"), path("w.safetensors"), QStringLiteral("--format"), QStringLiteral("safetensors")}).code, 0);
    const Outcome byRun = run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest"), QStringLiteral("--json"), path("small.jpg")});
    const Outcome byFile = run({QStringLiteral("classify"), QStringLiteral("--weights"), path("w.safetensors"), QStringLiteral("--json"), path("small.jpg")});
    QVERIFY2(byFile.code == 0, byFile.error.constData());
    QCOMPARE(byFile.output, byRun.output); // nobody knows the names of these classes: numbers
    QCOMPARE(QJsonDocument::fromJson(byFile.lines()[0]).object()[QStringLiteral("probabilities")].toObject().keys().first(), QStringLiteral("0"));
}

/// The file says them; ten classes alone are no clothes.
void TestClassify::exportedWeightsNameTheirClasses()
{
    const Result<ExportedWeights> exported = readExportedWeights(path("w.safetensors"));
    QVERIFY2(exported, qPrintable(exported.error()));
    QCOMPARE(exported.value().classNames, QStringList());
    const auto classOf = [&](const QStringList &names) {
        test::writeFile(path("named.safetensors"), safetensorsBytes(exported.value().weights->arrays, exported.value().experiment, QStringLiteral("data"), names));
        const Outcome outcome = run({QStringLiteral("classify"), QStringLiteral("--weights"), path("named.safetensors"), QStringLiteral("--json"), path("small.jpg")});
        const QJsonObject answer = QJsonDocument::fromJson(outcome.lines()[0]).object();
        return qMakePair(answer[QStringLiteral("label")].toInt(-1), answer[QStringLiteral("class")].toString());
    };
    QCOMPARE(classOf(fashionMnistClassNames()).second, fashionMnistClassNames().value(classOf({}).first));
    QStringList own;
    for (int label = 0; label < 10; ++label) {
        own << QStringLiteral("Größe %1").arg(label);
    }
    QCOMPARE(classOf(own).second, own.value(classOf(own).first));
    QCOMPARE(classOf(own.mid(1)).second, QString::number(classOf({}).first)); // one too few
    QCOMPARE(classOf(QStringList(10, QStringLiteral("same"))).second, QString::number(classOf({}).first));
    QCOMPARE(knownClassNames(QStringLiteral("Fashion-MNIST")), fashionMnistClassNames());
    QCOMPARE(knownClassNames(QStringLiteral("MNIST")), QStringList());
}

/// A network that says class 1 where the left is brighter than the right.
void TestClassify::surerOfTheMirroredPicture()
{
    std::vector<float> output(10 * 784, 0.0f);
    for (std::size_t i = 0; i < 784; ++i) {
        output[784 + i] = i % 28 < 14 ? 0.1f : -0.1f;
    }
    Experiment experiment;
    experiment.architecture.hiddenLayers.clear();
    test::writeFile(path("left.safetensors"), safetensorsBytes({{"output.weight", {10, 784}, output}, {"output.bias", {10}, std::vector<float>(10, 0.0f)}}, experiment));
    for (const bool isLeft : {true, false}) {
        QImage image(100, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.fillRect(10, 45, 80, 10, Qt::black);
        painter.fillRect(isLeft ? 10 : 60, 10, 30, 80, Qt::black);
        painter.end();
        QVERIFY(image.save(path("side.png")));
        const QStringList question{QStringLiteral("classify"), QStringLiteral("--weights"), path("left.safetensors"), path("side.png")};
        const Outcome outcome = run(question + QStringList{QStringLiteral("--json"), QStringLiteral("--seen"), path(isLeft ? "left" : "right")});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        const QJsonObject answer = QJsonDocument::fromJson(outcome.lines()[0]).object();
        QCOMPARE(answer[QStringLiteral("mirrored")].toBool(), !isLeft);
        QCOMPARE(answer[QStringLiteral("label")].toInt(), 1);
        const QImage seen(path(isLeft ? "left/side.png" : "right/side.png")); // the one that was answered to
        QVERIFY(qGray(seen.pixel(3, 3)) > qGray(seen.pixel(24, 3)) + 50);
        QCOMPARE(run(question).output.contains("Mirrored"), !isLeft);
    }
}

void TestClassify::badWeights()
{
    QFile file(path("w.safetensors"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    const auto refused = [this](const char *what, const QByteArray &bytes) {
        test::writeFile(path("bad.safetensors"), bytes);
        const Outcome outcome = run({QStringLiteral("classify"), QStringLiteral("--weights"), path("bad.safetensors"), path("small.jpg")});
        return outcome.code == 1 && outcome.error.contains("bad.safetensors") ? QString() : QString(QLatin1String(what) + QString::fromUtf8(outcome.error));
    };
    QCOMPARE(refused("empty", {}), QString());
    QCOMPARE(refused("cut", good.left(good.size() - 4)), QString());
    QCOMPARE(refused("huge header", QByteArray(8, '\x7f') + good.mid(8)), QString());
    QByteArray other = good;
    QCOMPARE(refused("no experiment", other.replace("\"experiment\"", "\"exporiment\"")), QString());
    other = good;
    QCOMPARE(refused("another name", other.replace("\"conv1.bias\"", "\"conv7.bias\"")), QString());
    other = good;
    QVERIFY(other.contains("\\\"filters\\\":"));
    QCOMPARE(refused("another architecture", other.replace("\\\"kernel_size\\\":3", "\\\"kernel_size\\\":5")), QString());
}

void TestClassify::usage()
{
    QCOMPARE(run({QStringLiteral("classify"), path("small.jpg")}).code, 2);
    QCOMPARE(run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("latest")}).code, 2);
    QCOMPARE(run({QStringLiteral("classify"), QStringLiteral("--run"), QStringLiteral("nowhere"), path("small.jpg")}).code, 2);
}

QTEST_GUILESS_MAIN(TestClassify)
#include "tst_classify.moc"
