// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/watch.h"

namespace sockeye::cli {

using namespace std::chrono_literals;

Watch::Watch(const Options &options, Surroundings surroundings)
    : m_options(options)
    , m_out(surroundings.out)
    , m_log(options.target.url, options.json ? WatchLog::Style::Json : WatchLog::Style::Text,
          surroundings.clock)
    , m_fleet(surroundings.clock, surroundings.secrets, std::move(surroundings.transports),
          RandomSource::fromSystem())
{
    connect(&m_fleet, &ProbeFleet::reported, this, &Watch::take);
    connect(&m_second, &QTimer::timeout, this, &Watch::idle);
}

Watch::~Watch() = default;

void Watch::start()
{
    m_fleet.setTargets({m_options.target});
    m_second.start(1s);
}

void Watch::stop()
{
    if (m_isStopped)
        return;
    m_second.stop();
    m_fleet.shutDown(); // hands over the last reports
    m_isStopped = true;
    print(m_log.summary());
    Q_EMIT finished(m_log.isOk());
}

void Watch::take(const std::vector<ProbeReport> &reports)
{
    for (const ProbeReport &report : reports)
        print(m_log.take(report.event));
    const auto wanted = static_cast<quint64>(m_options.pings);
    // Stopping reports once more, so it must not be done from within a report.
    if (wanted > 0 && m_log.tally().rtts.count() >= wanted)
        QMetaObject::invokeMethod(this, &Watch::stop, Qt::QueuedConnection);
}

void Watch::idle()
{
    if (!std::exchange(m_hasPrinted, false))
        print(m_log.idle());
}

void Watch::print(const QString &text)
{
    if (text.isEmpty())
        return;
    m_hasPrinted = true;
    m_out << text;
    m_out.flush();
}

} // namespace sockeye::cli
