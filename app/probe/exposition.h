// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/latencyhistogram.h"

#include <QByteArray>

#include <memory>
#include <utility>
#include <vector>

namespace sockeye::cli {

//! \brief A text for Prometheus, put together from values.
//! https://prometheus.io/docs/instrumenting/exposition_formats/
class Exposition final {
public:
    using Labels = std::vector<std::pair<const char *, QString>>;

    struct Metric {
        const char *name = nullptr;
        const char *help = nullptr;
    };

    Exposition();
    ~Exposition();
    Q_DISABLE_COPY_MOVE(Exposition)

    void gauge(const Metric &metric, const Labels &labels, double value);
    void counter(const Metric &metric, const Labels &labels, quint64 value);
    //! \brief In seconds, with bounds from half a millisecond to ten seconds.
    void histogram(const Metric &metric, const Labels &labels, const LatencyHistogram &latencies);

    [[nodiscard]] QByteArray text() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye::cli
