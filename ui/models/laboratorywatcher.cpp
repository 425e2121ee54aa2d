// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/laboratorywatcher.h"

#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace convscope {

namespace {

constexpr auto interval = 1000ms;

} // namespace

LaboratoryWatcher::LaboratoryWatcher(const QString &file, QObject *parent)
    : QObject(parent)
{
    auto *timer = new QTimer;
    timer->setInterval(interval);
    timer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, timer, qOverload<>(&QTimer::start));
    connect(&m_thread, &QThread::finished, timer, &QObject::deleteLater); // and with it the connection, on its thread
    const auto watch = std::make_shared<std::unique_ptr<RunWatch>>();
    connect(&m_thread, &QThread::finished, timer, [watch] { watch->reset(); }, Qt::DirectConnection);
    connect(timer, &QTimer::timeout, timer, [this, watch, file] {
        if (!*watch) {
            *watch = std::make_unique<RunWatch>(file);
        }
        const Result<RunChanges> changes = (*watch)->look();
        if (changes && !changes.value().isEmpty()) {
            QMetaObject::invokeMethod(this, [this, found = changes.value()] { Q_EMIT changed(found); }, Qt::QueuedConnection);
        }
    });
    m_thread.setObjectName(QStringLiteral("watcher"));
    m_thread.start(QThread::LowPriority);
}

LaboratoryWatcher::~LaboratoryWatcher()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace convscope
