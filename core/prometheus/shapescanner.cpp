// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/shapescanner.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sockeye {

namespace {

using namespace std::string_view_literals;

// How answers begin: Prometheus and Thanos, then VictoriaMetrics.
constexpr std::array beginnings{R"({"status":"success","data":{"resultType":")"sv,
    R"({"status":"success","isPartial":false,"data":{"resultType":")"sv,
    R"({"status":"success","isPartial":true,"data":{"resultType":")"sv};

// The length of the text up to the first series; 0 when it begins like no answer of series.
std::size_t lengthOfHead(std::string_view json, bool &isMatrix)
{
    for (const std::string_view beginning : beginnings) {
        if (!json.starts_with(beginning))
            continue;
        const std::string_view rest = json.substr(beginning.size());
        for (const std::string_view kind : {R"(matrix","result":[)"sv, R"(vector","result":[)"sv}) {
            isMatrix = kind.starts_with('m');
            if (rest.starts_with(kind))
                return beginning.size() + kind.size();
        }
    }
    return 0;
}

} // namespace

std::optional<ScannedAnswer> ShapeScanner::scan(std::string_view json, std::size_t maximumSeries)
{
    const std::size_t head = lengthOfHead(json, m_isMatrix);
    if (head == 0)
        return std::nullopt;
    m_answer = {};
    m_passedOver.clear();
    m_passedCount = 0;
    m_maximumSeries = maximumSeries;
    m_at = json.data() + head;
    m_end = json.data() + json.size();
    m_turn = m_end - std::min(m_end - m_at, samplenumber::lookAhead);
    if (!readList())
        return std::nullopt;
    // Which of them are too many is a question of their order.
    const std::size_t count = m_answer.series.size() + m_answer.droppedSeries + m_passedCount;
    if (m_passedCount > 0 && count > maximumSeries)
        return std::nullopt;
    m_answer.envelope.append(json.data(), static_cast<qsizetype>(head));
    m_answer.envelope.append(m_passedOver);
    m_answer.envelope.append(m_at - 1, m_end - m_at + 1);
    return std::exchange(m_answer, {});
}

bool ShapeScanner::readList()
{
    do {
        if (!readSeries())
            return false;
    } while (take(","));
    return take("]");
}

bool ShapeScanner::readSeries()
{
    keepAhead();
    const char *begin = m_at;
    if (!take(R"({"metric":)"))
        return false;
    std::size_t length = 0;
    const LabelSet *labels = m_labels.read(rest(), length);
    if (!labels)
        return false;
    m_at += length;
    if (take(m_isMatrix ? R"(,"histograms":[)"sv : R"(,"histogram":[)"sv))
        return passOver(begin);
    TimeSeries series{*labels, {}, {}};
    m_grid.start();
    if (m_isMatrix) {
        series.values.reserve(m_grid.lengthBefore());
        if (!take(R"(,"values":[)") || !readSamples(series.values))
            return false;
        series.values.shrink_to_fit();
    } else {
        keepAhead();
        if (!take(R"(,"value":)") || !readSample(series.values.emplace_back()))
            return false;
    }
    series.times = m_grid.take();
    if (m_answer.series.size() < m_maximumSeries)
        m_answer.series.push_back(std::move(series));
    else
        ++m_answer.droppedSeries;
    return take("}");
}

// To the end of a series, inside the list of its histograms. If what was passed over is no JSON after all,
// the reader of the envelope finds out.
bool ShapeScanner::passOver(const char *series)
{
    // An answer that begins with histograms mostly has nothing else, and is read sooner without this pass.
    if (m_answer.series.empty())
        return false;
    int depth = 1;
    bool isInString = false;
    for (; m_at < m_end && depth > 0; ++m_at) {
        const char c = *m_at;
        if (c == '\\')
            return false; // a quote behind it would not be one
        if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '[' || c == '{'))
            ++depth;
        else if (!isInString && (c == ']' || c == '}'))
            --depth;
    }
    if (depth > 0 || !take("}"))
        return false;
    if (m_passedCount++ > 0)
        m_passedOver += ',';
    m_passedOver.append(series, m_at - series);
    return true;
}

bool ShapeScanner::readSamples(std::vector<double> &values)
{
    for (;;) {
        double value = 0.0;
        keepAhead();
        if (!readSample(value))
            return false;
        values.push_back(value);
        if (!take(","))
            return take("]");
    }
}

// The caller has kept ahead.
bool ShapeScanner::readSample(double &value)
{
    if (*m_at != '[')
        return false;
    const char *at = m_grid.read(m_at + 1);
    if (!at || *at != '"')
        return false;
    at = samplenumber::readValue(at + 1, m_end, value);
    if (!at || at + 1 >= m_end || at[1] != ']')
        return false;
    m_at = at + 2;
    return true;
}

bool ShapeScanner::take(std::string_view expected)
{
    if (!rest().starts_with(expected))
        return false;
    m_at += expected.size();
    return true;
}

// Near the end of the text the reading goes on in the copy.
void ShapeScanner::keepAhead()
{
    if (m_at < m_turn)
        return;
    const auto left = static_cast<std::size_t>(m_end - m_at);
    std::memmove(m_tail.data(), m_at, left);
    std::memset(m_tail.data() + left, 0, m_tail.size() - left);
    m_at = m_tail.data();
    m_end = m_at + left;
    m_turn = m_end + 1;
}

} // namespace sockeye
