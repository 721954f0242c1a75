// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/jsonvalues.h"

#include "core/prometheus/samplenumber.h"

#include <cmath>

namespace sockeye::jsonvalues {

error_code readTime(ondemand::value value, Timestamp &time)
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

error_code readValue(ondemand::value value, const char *end, double &number)
{
    ondemand::raw_json_string raw;
    if (const auto error = value.get_raw_json_string().get(raw))
        return error;
    if (!samplenumber::readAnyValue(raw.raw(), end, number))
        return simdjson::NUMBER_ERROR;
    return simdjson::SUCCESS;
}

error_code readLabels(ondemand::value metric, LabelSet &labels)
{
    ondemand::object object;
    if (const auto error = metric.get_object().get(object))
        return error;
    std::vector<Label> list;
    const auto readLabel = [&list](std::string_view name, ondemand::value field) -> error_code {
        std::string_view value;
        if (const auto error = field.get_string().get(value))
            return error;
        list.push_back(Label{toBytes(name), toBytes(value)});
        return simdjson::SUCCESS;
    };
    if (const auto error = forEachField(object, readLabel))
        return error;
    labels = LabelSet(std::move(list));
    return simdjson::SUCCESS;
}

error_code readStrings(ondemand::value list, QStringList &strings)
{
    bool isNull = false;
    if (const auto error = list.is_null().get(isNull); error || isNull)
        return error;
    return forEachElement(list, [&strings](ondemand::value element) -> error_code {
        std::string_view view;
        const auto error = element.get_string().get(view);
        if (!error)
            strings.append(toText(view));
        return error;
    });
}

} // namespace sockeye::jsonvalues
