// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/starttrace.h"

#include <QEvent>
#include <QJsonArray>
#include <QTextStream>
#include <QWidget>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pollInterval = 20ms;

std::optional<MonotonicTime> startFromEnvironment()
{
    bool isNumber = false;
    const qlonglong stamp = qEnvironmentVariable("SOCKEYE_TRACE_START").toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return MonotonicTime{std::chrono::nanoseconds{stamp}};
}

bool hasValue(const QJsonValue &panel)
{
    const QJsonArray series = panel["series"_L1].toArray();
    return panel["state"_L1] == "ready"_L1
        && std::ranges::any_of(series, [](const QJsonValue &one) { return one["last"_L1].isDouble(); });
}

} // namespace

StartTrace::StartTrace(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_start(startFromEnvironment())
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &StartTrace::onPoll);
}

StartTrace::~StartTrace() = default;

void StartTrace::follow(QWidget &window, std::function<QJsonObject()> describe)
{
    if (!m_start)
        return;
    m_describe = std::move(describe);
    window.installEventFilter(this);
    connect(&window, &QObject::destroyed, this, [this] {
        m_poll.stop();
        m_describe = nullptr;
    });
}

bool StartTrace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The event comes before the painting; once the loop runs again the frame has gone to the screen.
        QMetaObject::invokeMethod(this, &StartTrace::onFirstFrame, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void StartTrace::print(const char *what) const
{
    const auto elapsed =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - *m_start);
    QTextStream(stderr) << "sockeye: " << what << ' ' << elapsed.count() << Qt::endl;
}

void StartTrace::onFirstFrame()
{
    print("first-window");
    if (m_describe)
        m_poll.start();
}

void StartTrace::onPoll()
{
    const QJsonArray panels = m_describe()["panels"_L1].toArray();
    if (std::ranges::none_of(panels, hasValue))
        return;
    m_poll.stop();
    print("first-data");
}

} // namespace sockeye
