// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/processstats.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sockeye::demo {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The figures of /proc/self/stat. The command's name may hold blanks and brackets, so counting starts
//! after the last bracket.
struct StatFields {
    std::optional<double> cpuSeconds;
    std::optional<double> startedAfterBoot;
    std::optional<double> residentBytes;
};

StatFields readStat()
{
    const QByteArray stat = contentOf(u"/proc/self/stat"_s);
    const QList<QByteArray> fields = stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
    // Numbers as in proc(5), where the state, field 3, is the first after the bracket.
    const auto field = [&fields](int number) { return fields.value(number - 3).toDouble(); };
    if (fields.size() < 22)
        return {};
    const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    const auto page = static_cast<double>(sysconf(_SC_PAGESIZE));
    return {(field(14) + field(15)) / ticks, field(22) / ticks, field(24) * page};
}

std::optional<double> bootTime()
{
    const QList<QByteArray> lines = contentOf(u"/proc/stat"_s).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("btime "))
            return line.sliced(6).toDouble();
    }
    return std::nullopt;
}

std::optional<double> openDescriptors()
{
    const QDir folder{u"/proc/self/fd"_s};
    if (!folder.exists())
        return std::nullopt;
    // One of them is the listing's own.
    return static_cast<double>(
        folder.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size() - 1);
}

std::optional<double> softLimit(__rlimit_resource resource)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    return static_cast<double>(limit.rlim_cur);
}

//! The limit of the own control group, version 2: "0::/path" in /proc/self/cgroup. "max" is no limit.
std::optional<double> cgroupLimit()
{
    const QByteArray group = contentOf(u"/proc/self/cgroup"_s);
    if (!group.startsWith("0::"))
        return std::nullopt;
    const QString path = QString::fromUtf8(group.sliced(3, group.indexOf('\n') - 3));
    bool ok = false;
    const double limit = contentOf(u"/sys/fs/cgroup"_s + path + u"/memory.max"_s).trimmed().toDouble(&ok);
    return ok ? std::optional(limit) : std::nullopt;
}

double memoryLimit()
{
    auto limit = static_cast<double>(demoMemoryBudget);
    for (const std::optional<double> &smaller : {cgroupLimit(), softLimit(RLIMIT_AS), softLimit(RLIMIT_DATA)})
        limit = std::min(limit, smaller.value_or(limit));
    return limit;
}

struct Figure {
    const char *name;
    const char *help;
    prometheus::MetricType type;
    std::optional<double> value;
};

prometheus::MetricFamily toFamily(const Figure &figure)
{
    prometheus::ClientMetric metric;
    if (figure.type == prometheus::MetricType::Counter)
        metric.counter.value = *figure.value;
    else
        metric.gauge.value = *figure.value;
    return {figure.name, figure.help, figure.type, {metric}};
}

} // namespace

std::vector<prometheus::MetricFamily> ProcessStats::Collect() const
{
    constexpr auto gauge = prometheus::MetricType::Gauge;
    constexpr auto counter = prometheus::MetricType::Counter;
    const StatFields stat = readStat();
    const std::optional<double> boot = bootTime();
    const bool startKnown = boot && stat.startedAfterBoot;
    const Figure figures[] = {
        {"process_cpu_seconds_total", "User and system CPU time spent in seconds.", counter, stat.cpuSeconds},
        {"process_resident_memory_bytes", "Resident memory size in bytes.", gauge, stat.residentBytes},
        {"process_start_time_seconds", "Start time of the process since unix epoch in seconds.", gauge,
            startKnown ? std::optional(*boot + *stat.startedAfterBoot) : std::nullopt},
        {"process_open_fds", "Number of open file descriptors.", gauge, openDescriptors()},
        {"process_max_fds", "Maximum number of open file descriptors.", gauge, softLimit(RLIMIT_NOFILE)},
        {"process_memory_limit_bytes", "Memory the process may use: the smallest of its limits and 256 MiB.",
            gauge, memoryLimit()},
    };
    std::vector<prometheus::MetricFamily> families;
    for (const Figure &figure : figures) {
        if (figure.value)
            families.push_back(toFamily(figure));
    }
    return families;
}

} // namespace sockeye::demo
