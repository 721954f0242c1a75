// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/serverrules.h"

#include <QStringList>
#include <QUrl>

namespace sockeye {

// What the read API tells beside samples. Absent times and durations are nothing and 0.

//! \brief Which series a question about series or labels is about.
struct SeriesSelection {
    QStringList matchers; //!< series selectors, any of which may match; series needs at least one
    std::optional<TimeRange> range; //!< the server's choice without it
    int limit = 10'000; //!< items kept; servers that know limits send no more
};

//! \brief A list as far as it was kept.
template <typename T>
struct Listing {
    std::vector<T> items;
    qsizetype omitted = 0; //!< items that were sent beyond the limit
    QStringList warnings; //!< of the server, which may have cut the list itself
    QStringList infos;

    friend bool operator==(const Listing &, const Listing &) = default;
};

//! \brief A declaration of a metric. Targets may disagree: then a metric has several.
struct MetricMetadata {
    QByteArray metric; //!< the family's name
    QByteArray type; //!< counter, gauge, histogram, …
    QByteArray unit; //!< mostly empty
    QString help;

    friend bool operator==(const MetricMetadata &, const MetricMetadata &) = default;
};

struct ScrapeTarget {
    LabelSet labels;
    QString pool;
    QUrl url;
    ServerHealth health = ServerHealth::Unknown;
    QString lastError;
    std::optional<Timestamp> lastScrape;
    std::chrono::nanoseconds lastDuration{0};
    std::chrono::milliseconds interval{0};

    friend bool operator==(const ScrapeTarget &, const ScrapeTarget &) = default;
};

struct Exemplar {
    LabelSet labels; //!< mostly of a trace: trace_id or traceID
    double value = 0.0;
    Timestamp time;

    friend bool operator==(const Exemplar &, const Exemplar &) = default;
};

struct ExemplarSeries {
    LabelSet labels;
    std::vector<Exemplar> exemplars;

    friend bool operator==(const ExemplarSeries &, const ExemplarSeries &) = default;
};

struct RuntimeInformation {
    std::optional<Timestamp> startTime;
    std::optional<Timestamp> serverTime; //!< since 3.0
    std::optional<Timestamp> lastConfigTime;
    bool reloadConfigSuccess = true;
    qint64 corruptionCount = 0;
    qint64 goroutineCount = 0;
    QString storageRetention;

    friend bool operator==(const RuntimeInformation &, const RuntimeInformation &) = default;
};

struct NamedCount {
    QByteArray name;
    qint64 count = 0;

    friend bool operator==(const NamedCount &, const NamedCount &) = default;
};

//! \brief The size of the database and what makes it large. -1 for what the server does not tell.
struct TsdbStatus {
    qint64 seriesCount = -1;
    qint64 labelPairCount = -1;
    std::vector<NamedCount> seriesByMetric;
    std::vector<NamedCount> valuesByLabel;
    std::vector<NamedCount> seriesByLabelPair;

    friend bool operator==(const TsdbStatus &, const TsdbStatus &) = default;
};

using ServerFlags = std::map<QString, QString>;

} // namespace sockeye
