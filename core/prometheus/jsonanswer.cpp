// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/jsonanswer.h"

#include "core/prometheus/samplenumber.h"

#include <cmath>
#include <simdjson.h>
#include <string_view>

namespace sockeye {

using namespace Qt::StringLiterals;
using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

namespace {

QByteArray bytes(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

// Calls \a read for each element of \a list until one fails.
template <typename Read>
error_code forEachElement(ondemand::value list, const Read &read)
{
    ondemand::array array;
    if (const auto error = list.get_array().get(array))
        return error;
    for (auto item : array) {
        ondemand::value element;
        if (const auto error = item.get(element))
            return error;
        if (const auto error = read(element))
            return error;
    }
    return simdjson::SUCCESS;
}

// Walks the document once, front to back, straight into columns. Every step returns simdjson's error code;
// a value that JSON allows and the API does not is INCORRECT_TYPE.
class Decoder final {
public:
    Decoder(const char *end, std::size_t maximumSeries)
        : m_end(end)
        , m_maximumSeries(maximumSeries)
    {
    }

    [[nodiscard]] error_code readAnswer(ondemand::document &document);

    [[nodiscard]] JsonAnswer takeAnswer() { return {std::move(m_answer), m_dataFields}; }
    [[nodiscard]] bool hasEnvelope() const { return !m_status.empty(); }

private:
    error_code readField(std::string_view key, ondemand::value value);
    error_code readData(ondemand::value data);
    error_code readResult(std::string_view type, ondemand::value result);
    error_code readSeriesList(ondemand::value list);
    error_code readSeries(ondemand::object object);
    error_code readSeriesField(
        std::string_view key, ondemand::value value, TimeSeries &series, HistogramSeries &histograms);
    void keep(TimeSeries series);
    error_code readHistogram(ondemand::value pair, HistogramSeries &histograms) const;
    error_code readHistogramBody(ondemand::value body, NativeHistogram &histogram) const;
    error_code readBucket(ondemand::value list, HistogramBucket &bucket) const;
    static error_code readLabels(ondemand::value metric, LabelSet &labels);
    error_code readSamples(ondemand::value list, TimeSeries &series);
    error_code readSample(ondemand::value pair, TimeSeries &series);
    error_code readText(ondemand::value pair);
    static error_code readTime(ondemand::value value, Timestamp &time);
    error_code readValue(ondemand::value value, double &number) const;
    static error_code readStrings(ondemand::value list, QStringList &strings);

    const char *m_end;
    DecodedAnswer m_answer;
    std::string m_status;
    int m_dataFields = 0;
    std::size_t m_maximumSeries = 0;
    std::size_t m_seriesTaken = 0;
    TimeColumn m_grid; //!< of the series before
};

error_code Decoder::readAnswer(ondemand::document &document)
{
    ondemand::object object;
    if (const auto error = document.get_object().get(object))
        return error;
    for (auto item : object) {
        ondemand::field field;
        if (const auto error = std::move(item).get(field))
            return error;
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key))
            return error;
        if (const auto error = readField(key, field.value()))
            return error;
    }
    // The only way in which this version of simdjson tells the end of the text.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return simdjson::TRAILING_CONTENT;
    m_answer.isSuccess = m_status == "success";
    const bool isKnown = m_status.empty() || m_status == "error" || (m_answer.isSuccess && m_dataFields > 0);
    return isKnown ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

error_code Decoder::readField(std::string_view key, ondemand::value value)
{
    std::string_view text;
    if (key == "status") {
        const auto error = value.get_string().get(text);
        m_status = text;
        return error;
    }
    if (key == "data" && m_status != "error")
        return readData(value);
    if (key == "warnings")
        return readStrings(value, m_answer.result.warnings);
    if (key == "infos")
        return readStrings(value, m_answer.result.infos);
    if (key == "isPartial")
        return value.get_bool().get(m_answer.result.isPartial);
    if (key == "errorType") {
        const auto error = value.get_string().get(text);
        m_answer.errorType = bytes(text);
        return error;
    }
    if (key == "error") {
        const auto error = value.get_string().get(text);
        m_answer.error = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        return error;
    }
    return simdjson::SUCCESS;
}

error_code Decoder::readData(ondemand::value data)
{
    m_answer.result.series.clear();
    m_answer.result.histograms.clear();
    m_answer.result.droppedSeries = 0;
    m_seriesTaken = 0;
    ondemand::object object;
    if (const auto error = data.get_object().get(object))
        return error;
    std::string_view type;
    if (const auto error = object.find_field_unordered("resultType").get_string().get(type))
        return error;
    ondemand::value result;
    if (const auto error = object.find_field_unordered("result").get(result))
        return error;
    ++m_dataFields;
    return readResult(type, result);
}

error_code Decoder::readResult(std::string_view type, ondemand::value result)
{
    QueryResult &answer = m_answer.result;
    if (type == "matrix" || type == "vector") {
        answer.type = type == "matrix" ? QueryResult::Type::Matrix : QueryResult::Type::Vector;
        return readSeriesList(result);
    }
    if (type == "scalar") {
        answer.type = QueryResult::Type::Scalar;
        return readSample(result, answer.series.emplace_back());
    }
    if (type != "string")
        return simdjson::INCORRECT_TYPE;
    answer.type = QueryResult::Type::String;
    return readText(result);
}

error_code Decoder::readSeriesList(ondemand::value list)
{
    ondemand::array array;
    if (const auto error = list.get_array().get(array))
        return error;
    for (auto item : array) {
        if (m_seriesTaken >= m_maximumSeries) {
            ++m_answer.result.droppedSeries;
            continue;
        }
        ondemand::object object;
        if (const auto error = item.get_object().get(object))
            return error;
        if (const auto error = readSeries(object))
            return error;
    }
    return simdjson::SUCCESS;
}

error_code Decoder::readSeries(ondemand::object object)
{
    TimeSeries series;
    HistogramSeries histograms;
    for (auto item : object) {
        ondemand::field field;
        if (const auto error = std::move(item).get(field))
            return error;
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key))
            return error;
        if (const auto error = readSeriesField(key, field.value(), series, histograms))
            return error;
    }
    const bool isEmpty = series.isEmpty() && histograms.times.empty();
    if (isEmpty && m_answer.result.type == QueryResult::Type::Vector)
        return simdjson::NO_SUCH_FIELD;
    m_seriesTaken += isEmpty ? 0U : 1U;
    if (!histograms.times.empty()) {
        histograms.labels = series.labels;
        m_answer.result.histograms.push_back(std::move(histograms));
    }
    if (!series.isEmpty())
        keep(std::move(series));
    return simdjson::SUCCESS;
}

void Decoder::keep(TimeSeries series)
{
    series.times.shareWith(m_grid);
    series.times.shrinkToFit();
    series.values.shrink_to_fit();
    m_grid = series.times;
    m_answer.result.series.push_back(std::move(series));
}

error_code Decoder::readSeriesField(
    std::string_view key, ondemand::value value, TimeSeries &series, HistogramSeries &histograms)
{
    const bool isVector = m_answer.result.type == QueryResult::Type::Vector;
    if (key == "metric")
        return readLabels(value, series.labels);
    if (key == "value" && isVector && series.isEmpty())
        return readSample(value, series);
    if (key == "values" && !isVector)
        return readSamples(value, series);
    if (key == "histogram" && isVector && histograms.times.empty())
        return readHistogram(value, histograms);
    if (key == "histograms" && !isVector) {
        return forEachElement(value, [&](ondemand::value pair) { return readHistogram(pair, histograms); });
    }
    return simdjson::SUCCESS;
}

error_code Decoder::readLabels(ondemand::value metric, LabelSet &labels)
{
    ondemand::object object;
    if (const auto error = metric.get_object().get(object))
        return error;
    std::vector<Label> list;
    for (auto item : object) {
        ondemand::field field;
        if (const auto error = std::move(item).get(field))
            return error;
        std::string_view name;
        if (const auto error = field.unescaped_key().get(name))
            return error;
        std::string_view value;
        if (const auto error = field.value().get_string().get(value))
            return error;
        list.push_back(Label{bytes(name), bytes(value)});
    }
    labels = LabelSet(std::move(list));
    return simdjson::SUCCESS;
}

error_code Decoder::readSamples(ondemand::value list, TimeSeries &series)
{
    ondemand::array array;
    if (const auto error = list.get_array().get(array))
        return error;
    // The series of one answer are mostly of one length.
    series.times.edit().reserve(m_grid.size());
    series.values.reserve(m_grid.size());
    for (auto item : array) {
        ondemand::value pair;
        if (const auto error = item.get(pair))
            return error;
        if (const auto error = readSample(pair, series))
            return error;
    }
    return simdjson::SUCCESS;
}

error_code Decoder::readSample(ondemand::value pair, TimeSeries &series)
{
    ondemand::array array;
    if (const auto error = pair.get_array().get(array))
        return error;
    Sample sample;
    int index = 0;
    for (auto item : array) {
        ondemand::value element;
        if (const auto error = item.get(element))
            return error;
        if (index > 1)
            return simdjson::INCORRECT_TYPE;
        const auto error = index == 0 ? readTime(element, sample.time) : readValue(element, sample.value);
        if (error)
            return error;
        ++index;
    }
    const bool isLate = series.isEmpty() || sample.time > series.times.back();
    // VictoriaMetrics without deduplication repeats a time; anything earlier is no answer of the API.
    if (index != 2 || (!isLate && sample.time < series.times.back()))
        return simdjson::INCORRECT_TYPE;
    if (!isLate) {
        series.values.back() = sample.value;
        return simdjson::SUCCESS;
    }
    series.times.push_back(sample.time);
    series.values.push_back(sample.value);
    return simdjson::SUCCESS;
}

error_code Decoder::readHistogram(ondemand::value pair, HistogramSeries &histograms) const
{
    int index = 0;
    Timestamp time;
    NativeHistogram histogram;
    const auto readElement = [&](ondemand::value element) -> error_code {
        switch (index++) {
        case 0:
            return readTime(element, time);
        case 1:
            return readHistogramBody(element, histogram);
        default:
            return simdjson::INCORRECT_TYPE;
        }
    };
    if (const auto error = forEachElement(pair, readElement))
        return error;
    if (index != 2 || (!histograms.times.empty() && time <= histograms.times.back()))
        return simdjson::INCORRECT_TYPE;
    histograms.times.push_back(time);
    histograms.histograms.push_back(std::move(histogram));
    return simdjson::SUCCESS;
}

error_code Decoder::readHistogramBody(ondemand::value body, NativeHistogram &histogram) const
{
    ondemand::object object;
    if (const auto error = body.get_object().get(object))
        return error;
    const auto readNumber = [&](const char *key, double &number) -> error_code {
        ondemand::value value;
        const auto error = object.find_field_unordered(key).get(value);
        return error ? error : readValue(value, number);
    };
    if (const auto error = readNumber("count", histogram.count))
        return error;
    if (const auto error = readNumber("sum", histogram.sum))
        return error;
    ondemand::value buckets;
    const auto missing = object.find_field_unordered("buckets").get(buckets);
    // One without observations has none.
    if (missing == simdjson::NO_SUCH_FIELD)
        return simdjson::SUCCESS;
    return missing ? missing : forEachElement(buckets, [&](ondemand::value bucket) {
        return readBucket(bucket, histogram.buckets.emplace_back());
    });
}

error_code Decoder::readBucket(ondemand::value list, HistogramBucket &bucket) const
{
    int index = 0;
    const auto readElement = [&](ondemand::value element) -> error_code {
        std::uint64_t rule = 0;
        switch (index++) {
        case 0:
            if (const auto error = element.get_uint64().get(rule))
                return error;
            bucket.open = static_cast<HistogramBucket::Open>(rule);
            return rule > 3 ? simdjson::INCORRECT_TYPE : simdjson::SUCCESS;
        case 1:
            return readValue(element, bucket.lower);
        case 2:
            return readValue(element, bucket.upper);
        case 3:
            return readValue(element, bucket.count);
        default:
            return simdjson::INCORRECT_TYPE;
        }
    };
    const auto error = forEachElement(list, readElement);
    return !error && index != 4 ? simdjson::INCORRECT_TYPE : error;
}

error_code Decoder::readText(ondemand::value pair)
{
    ondemand::array array;
    if (const auto error = pair.get_array().get(array))
        return error;
    int index = 0;
    for (auto item : array) {
        std::string_view text;
        Timestamp time;
        ondemand::value element;
        if (const auto error = item.get(element))
            return error;
        const auto error = index == 0 ? readTime(element, time) : element.get_string().get(text);
        if (error)
            return error;
        m_answer.result.string = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        ++index;
    }
    return index == 2 ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

error_code Decoder::readTime(ondemand::value value, Timestamp &time)
{
    // Some 30,000 years: far from where arithmetic on milliseconds overflows.
    constexpr double furthest = 1e12;
    double seconds = 0.0;
    if (const auto error = value.get_double().get(seconds))
        return error;
    if (!(std::abs(seconds) <= furthest))
        return simdjson::NUMBER_OUT_OF_RANGE;
    time = fromMilliseconds(std::llround(seconds * 1000.0));
    return simdjson::SUCCESS;
}

error_code Decoder::readValue(ondemand::value value, double &number) const
{
    ondemand::raw_json_string raw;
    if (const auto error = value.get_raw_json_string().get(raw))
        return error;
    if (!samplenumber::readAnyValue(raw.raw(), m_end, number))
        return simdjson::NUMBER_ERROR;
    return simdjson::SUCCESS;
}

error_code Decoder::readStrings(ondemand::value list, QStringList &strings)
{
    bool isNull = false;
    if (const auto error = list.is_null().get(isNull); error || isNull)
        return error;
    ondemand::array array;
    if (const auto error = list.get_array().get(array))
        return error;
    for (auto item : array) {
        std::string_view text;
        if (const auto error = item.get_string().get(text))
            return error;
        strings.append(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    }
    return simdjson::SUCCESS;
}

} // namespace

class JsonAnswerReader::Private {
public:
    ondemand::parser parser;
};

JsonAnswerReader::JsonAnswerReader()
    : d(std::make_unique<Private>())
{
}

JsonAnswerReader::~JsonAnswerReader() = default;

Expected<JsonAnswer, DecodeError> JsonAnswerReader::read(const QByteArray &json, std::size_t maximumSeries)
{
    const auto size = static_cast<std::size_t>(json.size());
    QByteArray body = json; // only one that may be changed tells its room
    const auto room = static_cast<std::size_t>(body.data_ptr().freeSpaceAtEnd());
    // The parser looks ahead of what it reads. A body that was received in pieces has room behind it.
    simdjson::padded_string copy;
    if (room < simdjson::SIMDJSON_PADDING)
        copy = simdjson::padded_string(json.constData(), size);
    const simdjson::padded_string_view text = room < simdjson::SIMDJSON_PADDING
        ? simdjson::padded_string_view(copy)
        : simdjson::padded_string_view(json.constData(), size, size + room);
    ondemand::document document;
    error_code error = d->parser.iterate(text).get(document);
    Decoder decoder(text.data() + text.size(), maximumSeries);
    if (!error)
        error = decoder.readAnswer(document);
    if (error) {
        const QString detail = QString::fromLatin1(simdjson::error_message(error));
        return unexpected(DecodeError{DecodeError::Kind::NotJson, detail});
    }
    if (!decoder.hasEnvelope())
        return unexpected(DecodeError{DecodeError::Kind::NoEnvelope, {}});
    return decoder.takeAnswer();
}

} // namespace sockeye
