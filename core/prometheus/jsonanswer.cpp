// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/jsonanswer.h"

#include "core/prometheus/jsonhistogram.h"
#include "core/prometheus/jsonvalues.h"

namespace sockeye {

using namespace jsonvalues;

namespace {

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
    error_code readSamples(ondemand::value list, TimeSeries &series);
    error_code readSample(ondemand::value pair, TimeSeries &series);
    error_code readText(ondemand::value pair);

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
    const auto read = [this](std::string_view key, ondemand::value value) { return readField(key, value); };
    if (const auto error = forEachField(object, read))
        return error;
    // The only way in which this version of simdjson tells the end of the text.
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS)
        return simdjson::TRAILING_CONTENT;
    m_answer.isSuccess = m_status == "success";
    const bool isKnown = m_status.empty() || m_status == "error" || (m_answer.isSuccess && m_dataFields > 0);
    return isKnown ? simdjson::SUCCESS : simdjson::INCORRECT_TYPE;
}

error_code Decoder::readField(std::string_view key, ondemand::value value)
{
    std::string_view view;
    if (key == "status") {
        const auto error = value.get_string().get(view);
        m_status = view;
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
        const auto error = value.get_string().get(view);
        m_answer.errorType = toBytes(view);
        return error;
    }
    if (key == "error") {
        const auto error = value.get_string().get(view);
        m_answer.error = toText(view);
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
    const auto read = [&](std::string_view key, ondemand::value value) {
        return readSeriesField(key, value, series, histograms);
    };
    if (const auto error = forEachField(object, read))
        return error;
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
        return readHistogram(value, m_end, histograms);
    if (key == "histograms" && !isVector) {
        return forEachElement(
            value, [&](ondemand::value pair) { return readHistogram(pair, m_end, histograms); });
    }
    return simdjson::SUCCESS;
}

error_code Decoder::readSamples(ondemand::value list, TimeSeries &series)
{
    // The series of one answer are mostly of one length.
    series.times.edit().reserve(m_grid.size());
    series.values.reserve(m_grid.size());
    return forEachElement(list, [&](ondemand::value pair) { return readSample(pair, series); });
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
        const auto error =
            index == 0 ? readTime(element, sample.time) : readValue(element, m_end, sample.value);
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

error_code Decoder::readText(ondemand::value pair)
{
    int index = 0;
    std::string_view view;
    Timestamp time;
    const auto error = forEachElement(pair, [&](ondemand::value element) {
        return index++ == 0 ? readTime(element, time) : element.get_string().get(view);
    });
    m_answer.result.string = toText(view);
    return !error && index != 2 ? simdjson::INCORRECT_TYPE : error;
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
