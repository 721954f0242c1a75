// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/metrics/labelset.h"

#include <QUrl>

#include <map>
#include <span>

namespace sockeye::test {

//! \brief A native histogram as programs keep it: counts by the index of their bucket. The bucket \a i of \a
//! schema reaches up to 2^(i / 2^schema).
struct SparseHistogram {
    int schema = 0; //!< -4 to 8
    double zeroThreshold = 0.001;
    quint64 zeroCount = 0;
    double sum = 0.0;
    std::map<int, quint64> positive;
    std::map<int, quint64> negative; //!< of the absolute values

    [[nodiscard]] quint64 count() const;
};

//! \brief A series of histograms, times ascending.
struct SparseSeries {
    LabelSet labels;
    std::map<Timestamp, SparseHistogram> histograms;
};

//! \brief The message WriteRequest of Prometheus' remote write 1.0, not compressed.
//! https://prometheus.io/docs/specs/prw/remote_write_spec/
[[nodiscard]] QByteArray writeRequest(std::span<const SparseSeries> series);

//! \brief \a data in the block format of snappy, as literals only.
//! https://github.com/google/snappy/blob/main/format_description.txt
[[nodiscard]] QByteArray snappyLiterals(const QByteArray &data);

//! \brief Sends \a series to a Prometheus that receives remote writes; returns when it has taken them, else
//! what it said.
[[nodiscard]] Expected<void, QString> remoteWrite(const QUrl &server, std::span<const SparseSeries> series);

} // namespace sockeye::test
