// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"
#include "core/http/httpclient.h"
#include "core/prometheus/serverflavour.h"

#include <optional>

namespace sockeye {

//! \brief What Thanos Query lets a client choose. https://thanos.io/tip/components/query.md/
struct ThanosOptions {
    std::optional<bool> deduplicate; //!< dedup
    std::optional<bool> partialResponse; //!< partial_response
    QString maxSourceResolution; //!< max_source_resolution: auto, or a duration such as 0s, 5m, 1h
    QStringList replicaLabels; //!< replicaLabels[]

    friend bool operator==(const ThanosOptions &, const ThanosOptions &) = default;
};

//! \brief What VictoriaMetrics does. https://docs.victoriametrics.com/#prometheus-querying-api-enhancements
struct VictoriaMetricsOptions {
    bool noCache = false; //!< nocache=1
    QStringList extraLabels; //!< extra_label: name=value, added to each selector
    QStringList extraFilters; //!< extra_filters[]: {selector}
    std::optional<int> roundDigits; //!< round_digits

    friend bool operator==(const VictoriaMetricsOptions &, const VictoriaMetricsOptions &) = default;
};

//! \brief Parameters that go with each query of an endpoint and that only one kind of server knows. Another
//! would ignore them in silence, and its answers would not be what was asked for: they are refused there.
struct EndpointOptions {
    ThanosOptions thanos;
    VictoriaMetricsOptions victoriaMetrics;

    friend bool operator==(const EndpointOptions &, const EndpointOptions &) = default;
};

//! \brief The query parameters of all that is set.
[[nodiscard]] HttpParameters parametersOf(const EndpointOptions &options);
//! \brief The name of the first parameter that a server of \a flavour does not know; empty when it knows all.
//! A server that tells nothing about itself gets the benefit of the doubt.
[[nodiscard]] QByteArray refusedParameter(const EndpointOptions &options, ServerFlavour flavour);

[[nodiscard]] QJsonObject toJson(const EndpointOptions &options);
//! \brief Reads the JSON form; what is wrong is recorded in \a reader.
[[nodiscard]] EndpointOptions readEndpointOptions(JsonReader &reader);

} // namespace sockeye
