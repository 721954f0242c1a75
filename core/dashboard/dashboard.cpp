// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/dashboard/dashboard.h"

#include "core/base/enumname.h"
#include "core/base/jsonversion.h"
#include "core/metrics/unitname.h"

#include <QJsonDocument>
#include <QSet>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int currentVersion = 1;

QLatin1StringView kindName(PanelSpec::Kind kind)
{
    switch (kind) {
    case PanelSpec::Kind::TimeSeries:
        return "time-series"_L1;
    case PanelSpec::Kind::Tile:
        return "tile"_L1;
    case PanelSpec::Kind::StateTimeline:
        return "state-timeline"_L1;
    }
    return {};
}

QLatin1StringView styleName(PanelLayer::Style style)
{
    switch (style) {
    case PanelLayer::Style::Line:
        return "line"_L1;
    case PanelLayer::Style::Area:
        return "area"_L1;
    case PanelLayer::Style::StackedBars:
        return "stacked-bars"_L1;
    }
    return {};
}

QLatin1StringView axisName(PanelLayer::Axis axis)
{
    switch (axis) {
    case PanelLayer::Axis::Left:
        return "left"_L1;
    case PanelLayer::Axis::Right:
        return "right"_L1;
    }
    return {};
}

QJsonObject toJson(const PanelBinding &binding)
{
    struct Visitor {
        QJsonObject operator()(const QueryBinding &b) const { return {{u"query"_s, b.expression}}; }
        QJsonObject operator()(const RoleBinding &b) const { return {{u"role"_s, b.role}}; }
        QJsonObject operator()(const ProbeBinding &b) const { return {{u"probe"_s, b.metric}}; }
        QJsonObject operator()(const LaneBinding &) const { return {{u"lanes"_s, true}}; }
    };
    return std::visit(Visitor{}, binding);
}

QJsonObject toJson(const PanelLayer &layer)
{
    QJsonObject json = toJson(layer.binding);
    json.insert("label"_L1, layer.label);
    json.insert("legend"_L1, layer.legend);
    json.insert("unit"_L1, unitName(layer.unit));
    json.insert("style"_L1, styleName(layer.style));
    json.insert("axis"_L1, axisName(layer.axis));
    return json;
}

QJsonObject toJson(const PanelSpec &panel)
{
    QJsonArray layers;
    for (const PanelLayer &layer : panel.layers)
        layers.append(toJson(layer));
    return {
        {u"key"_s, panel.key},
        {u"kind"_s, kindName(panel.kind)},
        {u"title"_s, panel.title},
        {u"layers"_s, layers},
        {u"rules"_s, QJsonArray::fromStringList(panel.ruleKeys)},
    };
}

QString readNonEmpty(JsonReader &reader, QLatin1StringView key)
{
    const QString text = reader.requiredString(key);
    if (text.isEmpty())
        reader.fail(JsonError::Kind::BadValue, key, u"a text that is not empty"_s);
    return text;
}

//! A layer names exactly one source.
PanelBinding readBinding(JsonReader &reader)
{
    int sources = 0;
    for (const QLatin1StringView key : {"query"_L1, "role"_L1, "probe"_L1, "lanes"_L1})
        sources += reader.json().contains(key) ? 1 : 0;
    if (sources != 1)
        reader.fail(sources == 0 ? JsonError::Kind::Missing : JsonError::Kind::BadValue, "query"_L1,
            u"one of query | role | probe | lanes"_s);
    if (reader.json().contains("query"_L1))
        return QueryBinding{readNonEmpty(reader, "query"_L1)};
    if (reader.json().contains("role"_L1))
        return RoleBinding{readNonEmpty(reader, "role"_L1)};
    if (reader.json().contains("probe"_L1))
        return ProbeBinding{readNonEmpty(reader, "probe"_L1)};
    if (!reader.boolean("lanes"_L1))
        reader.fail(JsonError::Kind::BadValue, "lanes"_L1, u"true"_s);
    return LaneBinding{};
}

PanelLayer readLayer(JsonReader &reader)
{
    PanelLayer layer;
    layer.binding = readBinding(reader);
    layer.label = reader.string("label"_L1);
    layer.legend = reader.string("legend"_L1);
    layer.unit = readEnum(reader, "unit"_L1, lastUnit, unitName);
    layer.style = readEnum(reader, "style"_L1, PanelLayer::Style::StackedBars, styleName);
    layer.axis = readEnum(reader, "axis"_L1, PanelLayer::Axis::Right, axisName);
    return layer;
}

PanelSpec readPanel(JsonReader &reader)
{
    PanelSpec panel;
    panel.key = readNonEmpty(reader, "key"_L1);
    panel.kind = readEnum(reader, "kind"_L1, PanelSpec::Kind::StateTimeline, kindName);
    panel.title = reader.string("title"_L1);
    for (JsonReader &layer : reader.objects("layers"_L1)) {
        panel.layers.push_back(readLayer(layer));
        reader.absorb(layer);
    }
    panel.ruleKeys = reader.strings("rules"_L1);
    return panel;
}

} // namespace

Expected<Dashboard, JsonError> parseDashboard(const QByteArray &json)
{
    const Expected<QJsonObject, JsonError> object = JsonReader::parse(json);
    if (!object)
        return unexpected(object.error());
    JsonReader reader(*object);
    checkVersion(reader, currentVersion);
    Dashboard dashboard;
    dashboard.id = readNonEmpty(reader, "id"_L1);
    dashboard.title = reader.string("title"_L1);
    QSet<QString> keys;
    for (JsonReader &panel : reader.objects("panels"_L1)) {
        dashboard.panels.push_back(readPanel(panel));
        if (keys.contains(dashboard.panels.back().key))
            panel.fail(JsonError::Kind::BadValue, "key"_L1, u"a key that no other panel has"_s);
        keys.insert(dashboard.panels.back().key);
        reader.absorb(panel);
    }
    if (reader.hasError())
        return unexpected(reader.error());
    return dashboard;
}

QByteArray serializeDashboard(const Dashboard &dashboard)
{
    QJsonArray panels;
    for (const PanelSpec &panel : dashboard.panels)
        panels.append(toJson(panel));
    const QJsonObject json{
        {u"version"_s, currentVersion},
        {u"id"_s, dashboard.id},
        {u"title"_s, dashboard.title},
        {u"panels"_s, panels},
    };
    return QJsonDocument(json).toJson();
}

} // namespace sockeye
