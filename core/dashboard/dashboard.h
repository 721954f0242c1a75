// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/base/jsonreader.h"
#include "core/metrics/unit.h"

#include <variant>
#include <vector>

namespace sockeye {

//! \brief A PromQL expression as the user wrote it.
struct QueryBinding {
    QString expression;
    friend bool operator==(const QueryBinding &, const QueryBinding &) = default;
};

//! \brief A role of the catalogue, by name; resolved for the service that is shown.
struct RoleBinding {
    QString role;
    friend bool operator==(const RoleBinding &, const RoleBinding &) = default;
};

//! \brief A metric of the service's probes, such as "rtt".
struct ProbeBinding {
    QString metric;
    friend bool operator==(const ProbeBinding &, const ProbeBinding &) = default;
};

//! \brief The swimlanes of the service's probes.
struct LaneBinding {
    friend bool operator==(const LaneBinding &, const LaneBinding &) = default;
};

using PanelBinding = std::variant<QueryBinding, RoleBinding, ProbeBinding, LaneBinding>;

//! \brief One source of a panel and how its series are drawn.
struct PanelLayer {
    enum class Style { Line, Area, StackedBars };
    enum class Axis { Left, Right };

    PanelBinding binding;
    QString label; //!< key of the word in ui/text, or the user's own text
    QString legend; //!< template with {{label}}; empty for the layer's label
    Unit unit = Unit::None;
    Style style = Style::Line;
    Axis axis = Axis::Left;

    friend bool operator==(const PanelLayer &, const PanelLayer &) = default;
};

struct PanelSpec {
    enum class Kind { TimeSeries, Tile, StateTimeline };

    QString key; //!< unique in its dashboard; where rules and notices point to
    Kind kind = Kind::TimeSeries;
    QString title; //!< key of the word in ui/text, or the user's own text
    std::vector<PanelLayer> layers;
    QStringList ruleKeys; //!< rules whose thresholds are drawn

    friend bool operator==(const PanelSpec &, const PanelSpec &) = default;
};

//! \brief A page of panels as a document: {"version": 1, "title": ..., "panels": [...]}.
struct Dashboard {
    QString id;
    QString title;
    std::vector<PanelSpec> panels;

    friend bool operator==(const Dashboard &, const Dashboard &) = default;
};

//! \brief Reads a dashboard of version 1. Unknown words, a layer without exactly one source, and two panels
//! of one key are errors.
[[nodiscard]] Expected<Dashboard, JsonError> parseDashboard(const QByteArray &json);
[[nodiscard]] QByteArray serializeDashboard(const Dashboard &dashboard);

} // namespace sockeye
