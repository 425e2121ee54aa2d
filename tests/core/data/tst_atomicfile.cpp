// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/common/atomicfile.h"
#include "tests/core/data/unprivileged.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace convscope;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("<cannot be opened>");
}

/// A disk that is full after `size` bytes of a file.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t size)
    {
        m_oldHandler = ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limited = {size, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        ::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_old = {};
    void (*m_oldHandler)(int) = nullptr;
};

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAndReplaces();
    void writesNothingAsAnEmptyFile();
    void makesMissingFolders();
    void followsLinks();
    void keepsTheOldFileOnAFullDisk_data();
    void keepsTheOldFileOnAFullDisk();
    void refusesAFolderAsFile();
    void refusesAPipeAsFile();
    void refusesAFileAsFolder();
    void refusesAReadOnlyFolder();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAtomicFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/señal y más-XXXXXX"));
    QVERIFY(m_folder->isValid());
}

void TestAtomicFile::writesAndReplaces()
{
    const QString file = path(QStringLiteral("año.json"));
    QCOMPARE(writeFileAtomically(file, QByteArrayLiteral("first, and longer")), QString());
    QCOMPARE(contentsOf(file), QByteArrayLiteral("first, and longer"));
    QCOMPARE(writeFileAtomically(file, QByteArrayLiteral("second\0!")), QString());
    QCOMPARE(contentsOf(file), QByteArrayLiteral("second\0!"));
    QCOMPARE(names(), QStringList{QStringLiteral("año.json")});
}

void TestAtomicFile::writesNothingAsAnEmptyFile()
{
    const QString file = path(QStringLiteral("empty"));
    QCOMPARE(writeFileAtomically(file, QByteArray()), QString());
    QVERIFY(QFileInfo::exists(file));
    QCOMPARE(QFileInfo(file).size(), 0);
}

void TestAtomicFile::makesMissingFolders()
{
    const QString file = path(QStringLiteral("a/b c/ñ/d.txt"));
    QCOMPARE(writeFileAtomically(file, QByteArrayLiteral("x")), QString());
    QCOMPARE(contentsOf(file), QByteArrayLiteral("x"));
}

void TestAtomicFile::followsLinks()
{
    const QString target = path(QStringLiteral("target"));
    const QString link = path(QStringLiteral("link"));
    QCOMPARE(writeFileAtomically(target, QByteArrayLiteral("old")), QString());
    QVERIFY(QFile::link(target, link));
    QCOMPARE(writeFileAtomically(link, QByteArrayLiteral("new")), QString());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentsOf(target), QByteArrayLiteral("new"));
}

void TestAtomicFile::keepsTheOldFileOnAFullDisk_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("one byte too many, buffered until the end") << 4097;
    QTest::newRow("just below the buffer of 16 KiB") << 16383;
    QTest::newRow("just above the buffer") << 16385;
    QTest::newRow("a large write that is cut short") << 1000000;
}

void TestAtomicFile::keepsTheOldFileOnAFullDisk()
{
    QFETCH(const int, size);
    const QString file = path(QStringLiteral("state.bin"));
    QCOMPARE(writeFileAtomically(file, QByteArrayLiteral("old")), QString());
    QString error;
    {
        const FileSizeLimit limit(4096);
        error = writeFileAtomically(file, QByteArray(size, 'n'));
    }
    QVERIFY2(error.contains(file), qPrintable(error));
    QCOMPARE(contentsOf(file), QByteArrayLiteral("old"));
    QCOMPARE(names(), QStringList{QStringLiteral("state.bin")});
}

void TestAtomicFile::refusesAFolderAsFile()
{
    const QString folder = path(QStringLiteral("folder"));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(writeFileAtomically(folder, QByteArrayLiteral("x")).contains(folder));
    QVERIFY(QFileInfo(folder).isDir());
}

void TestAtomicFile::refusesAPipeAsFile()
{
    const QString pipe = path(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(writeFileAtomically(pipe, QByteArrayLiteral("x")).contains(pipe));
    QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile());
}

void TestAtomicFile::refusesAFileAsFolder()
{
    const QString file = path(QStringLiteral("file"));
    QCOMPARE(writeFileAtomically(file, QByteArrayLiteral("x")), QString());
    const QString below = file + QStringLiteral("/below");
    QVERIFY(writeFileAtomically(below, QByteArrayLiteral("y")).contains(below));
    QCOMPARE(contentsOf(file), QByteArrayLiteral("x"));
}

void TestAtomicFile::refusesAReadOnlyFolder()
{
    const QString folder = path(QStringLiteral("read only"));
    const QString file = folder + QStringLiteral("/file");
    QCOMPARE(writeFileAtomically(file, QByteArrayLiteral("old")), QString());
    QCOMPARE(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0555), 0);
    QString error;
    {
        const test::Unprivileged unprivileged;
        if (!unprivileged.isEffective()) {
            QSKIP("the superuser may write everywhere");
        }
        error = writeFileAtomically(file, QByteArrayLiteral("new"));
    }
    QVERIFY2(error.contains(file), qPrintable(error));
    QCOMPARE(contentsOf(file), QByteArrayLiteral("old"));
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
