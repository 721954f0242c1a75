// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/prometheus/qtanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <cmath>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

double valueOf(const QJsonValue &value)
{
    const QString text = value.toString();
    if (text == "NaN"_L1)
        return std::numeric_limits<double>::quiet_NaN();
    if (text.endsWith("Inf"_L1))
        return text.startsWith(u'-') ? -std::numeric_limits<double>::infinity()
                                     : std::numeric_limits<double>::infinity();
    return text.toDouble();
}

Timestamp timeOf(const QJsonValue &value)
{
    return fromMilliseconds(std::llround(value.toDouble() * 1000.0));
}

QStringList textsOf(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

LabelSet labelsOf(const QJsonObject &metric)
{
    std::vector<Label> labels;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        labels.push_back({it.key().toUtf8(), it.value().toString().toUtf8()});
    return LabelSet(std::move(labels));
}

void addSample(TimeSeries &series, const QJsonArray &pair)
{
    const Timestamp time = timeOf(pair[0]);
    if (!series.isEmpty() && series.times.back() == time) { // the last one counts
        series.values.back() = valueOf(pair[1]);
        return;
    }
    series.times.push_back(time);
    series.values.push_back(valueOf(pair[1]));
}

void addHistogram(HistogramSeries &series, const QJsonArray &pair)
{
    const QJsonObject body = pair[1].toObject();
    NativeHistogram histogram{valueOf(body["count"_L1]), valueOf(body["sum"_L1]), {}};
    const QJsonArray buckets = body["buckets"_L1].toArray();
    for (const QJsonValue &bucket : buckets) {
        histogram.buckets.push_back({static_cast<HistogramBucket::Open>(bucket[0].toInt()),
            valueOf(bucket[1]), valueOf(bucket[2]), valueOf(bucket[3])});
    }
    series.times.push_back(timeOf(pair[0]));
    series.histograms.push_back(std::move(histogram));
}

void addSeries(QueryResult &result, const QJsonObject &object)
{
    TimeSeries series;
    HistogramSeries histograms;
    series.labels = histograms.labels = labelsOf(object["metric"_L1].toObject());
    const QJsonArray values = object["values"_L1].toArray();
    for (const QJsonValue &pair : values)
        addSample(series, pair.toArray());
    if (object.contains("value"_L1))
        addSample(series, object["value"_L1].toArray());
    const QJsonArray list = object["histograms"_L1].toArray();
    for (const QJsonValue &pair : list)
        addHistogram(histograms, pair.toArray());
    if (object.contains("histogram"_L1))
        addHistogram(histograms, object["histogram"_L1].toArray());
    if (!series.isEmpty())
        result.series.push_back(std::move(series));
    if (!histograms.times.empty())
        result.histograms.push_back(std::move(histograms));
}

void readResult(QueryResult &answer, const QString &type, const QJsonArray &result)
{
    if (type == "scalar"_L1) {
        answer.type = QueryResult::Type::Scalar;
        addSample(answer.series.emplace_back(), result);
        return;
    }
    if (type == "string"_L1) {
        answer.type = QueryResult::Type::String;
        answer.string = result[1].toString();
        return;
    }
    answer.type = type == "matrix"_L1 ? QueryResult::Type::Matrix : QueryResult::Type::Vector;
    for (const QJsonValue &one : result)
        addSeries(answer, one.toObject());
}

} // namespace

DecodedAnswer readByQt(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    DecodedAnswer answer;
    answer.isSuccess = root["status"_L1].toString() == "success"_L1;
    answer.errorType = root["errorType"_L1].toString().toUtf8();
    answer.error = root["error"_L1].toString();
    answer.result.warnings = textsOf(root["warnings"_L1]);
    answer.result.infos = textsOf(root["infos"_L1]);
    answer.result.isPartial = root["isPartial"_L1].toBool();
    const QJsonObject data = root["data"_L1].toObject();
    if (answer.isSuccess)
        readResult(answer.result, data["resultType"_L1].toString(), data["result"_L1].toArray());
    return answer;
}

} // namespace sockeye::test
