// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/endpointoptions.h"

#include "core/prometheus/duration.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostDigits = 100;

QByteArray word(bool value)
{
    return value ? "true" : "false";
}

HttpParameters parametersOf(const ThanosOptions &options)
{
    HttpParameters parameters;
    if (options.deduplicate)
        parameters.emplace_back("dedup", word(*options.deduplicate));
    if (options.partialResponse)
        parameters.emplace_back("partial_response", word(*options.partialResponse));
    if (!options.maxSourceResolution.isEmpty())
        parameters.emplace_back("max_source_resolution", options.maxSourceResolution.toUtf8());
    for (const QString &label : options.replicaLabels)
        parameters.emplace_back("replicaLabels[]", label.toUtf8());
    return parameters;
}

HttpParameters parametersOf(const VictoriaMetricsOptions &options)
{
    HttpParameters parameters;
    if (options.noCache)
        parameters.emplace_back("nocache", "1");
    for (const QString &label : options.extraLabels)
        parameters.emplace_back("extra_label", label.toUtf8());
    for (const QString &filter : options.extraFilters)
        parameters.emplace_back("extra_filters[]", filter.toUtf8());
    if (options.roundDigits)
        parameters.emplace_back("round_digits", QByteArray::number(*options.roundDigits));
    return parameters;
}

std::optional<bool> readChoice(JsonReader &reader, QLatin1StringView key)
{
    return reader.json().contains(key) ? std::optional(reader.boolean(key)) : std::nullopt;
}

ThanosOptions readThanos(JsonReader &reader)
{
    ThanosOptions options;
    options.deduplicate = readChoice(reader, "dedup"_L1);
    options.partialResponse = readChoice(reader, "partialResponse"_L1);
    options.maxSourceResolution = reader.string("maxSourceResolution"_L1);
    const QString &resolution = options.maxSourceResolution;
    if (!resolution.isEmpty() && resolution != "auto"_L1 && !parseDuration(resolution))
        reader.fail(JsonError::Kind::BadValue, "maxSourceResolution"_L1, u"auto, or a duration such as 5m"_s);
    options.replicaLabels = reader.strings("replicaLabels"_L1);
    return options;
}

VictoriaMetricsOptions readVictoriaMetrics(JsonReader &reader)
{
    VictoriaMetricsOptions options;
    options.noCache = reader.boolean("noCache"_L1);
    options.extraLabels = reader.strings("extraLabels"_L1);
    for (const QString &label : options.extraLabels) {
        if (label.indexOf(u'=') < 1)
            reader.fail(JsonError::Kind::BadValue, "extraLabels"_L1, u"name=value"_s);
    }
    options.extraFilters = reader.strings("extraFilters"_L1);
    if (reader.json().contains("roundDigits"_L1)) {
        const qint64 digits = reader.integer("roundDigits"_L1);
        if (digits < 0 || digits > mostDigits)
            reader.fail(JsonError::Kind::BadValue, "roundDigits"_L1, u"0 to 100"_s);
        else
            options.roundDigits = static_cast<int>(digits);
    }
    return options;
}

QJsonObject toJson(const ThanosOptions &options)
{
    QJsonObject json;
    if (options.deduplicate)
        json.insert("dedup"_L1, *options.deduplicate);
    if (options.partialResponse)
        json.insert("partialResponse"_L1, *options.partialResponse);
    if (!options.maxSourceResolution.isEmpty())
        json.insert("maxSourceResolution"_L1, options.maxSourceResolution);
    if (!options.replicaLabels.isEmpty())
        json.insert("replicaLabels"_L1, QJsonArray::fromStringList(options.replicaLabels));
    return json;
}

QJsonObject toJson(const VictoriaMetricsOptions &options)
{
    QJsonObject json;
    if (options.noCache)
        json.insert("noCache"_L1, true);
    if (!options.extraLabels.isEmpty())
        json.insert("extraLabels"_L1, QJsonArray::fromStringList(options.extraLabels));
    if (!options.extraFilters.isEmpty())
        json.insert("extraFilters"_L1, QJsonArray::fromStringList(options.extraFilters));
    if (options.roundDigits)
        json.insert("roundDigits"_L1, *options.roundDigits);
    return json;
}

} // namespace

HttpParameters parametersOf(const EndpointOptions &options)
{
    HttpParameters parameters = parametersOf(options.thanos);
    const HttpParameters more = parametersOf(options.victoriaMetrics);
    parameters.insert(parameters.end(), more.begin(), more.end());
    return parameters;
}

QByteArray refusedParameter(const EndpointOptions &options, ServerFlavour flavour)
{
    if (flavour == ServerFlavour::Compatible)
        return {};
    HttpParameters unknown;
    if (flavour != ServerFlavour::Thanos)
        unknown = parametersOf(options.thanos);
    if (unknown.empty() && flavour != ServerFlavour::VictoriaMetrics)
        unknown = parametersOf(options.victoriaMetrics);
    return unknown.empty() ? QByteArray() : unknown.front().first;
}

QJsonObject toJson(const EndpointOptions &options)
{
    QJsonObject json;
    if (options.thanos != ThanosOptions{})
        json.insert("thanos"_L1, toJson(options.thanos));
    if (options.victoriaMetrics != VictoriaMetricsOptions{})
        json.insert("victoriaMetrics"_L1, toJson(options.victoriaMetrics));
    return json;
}

EndpointOptions readEndpointOptions(JsonReader &reader)
{
    EndpointOptions options;
    JsonReader thanos = reader.object("thanos"_L1);
    options.thanos = readThanos(thanos);
    reader.absorb(thanos);
    JsonReader victoriaMetrics = reader.object("victoriaMetrics"_L1);
    options.victoriaMetrics = readVictoriaMetrics(victoriaMetrics);
    reader.absorb(victoriaMetrics);
    return options;
}

} // namespace sockeye
