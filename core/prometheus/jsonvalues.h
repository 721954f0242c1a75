// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/labelset.h"
#include "core/metrics/timeseries.h"

#include <QStringList>

#include <simdjson.h>

//! \brief The values that answers of the API are made of, read with simdjson on demand: each step consumes
//! its part of the document and returns simdjson's error code. What JSON allows and the API does not is
//! INCORRECT_TYPE. Included by the readers of answers alone, because it brings all of simdjson.
namespace sockeye::jsonvalues {

using simdjson::error_code;
namespace ondemand = simdjson::ondemand;

[[nodiscard]] inline QByteArray toBytes(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

[[nodiscard]] inline QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

//! \brief Calls \a read for each element of \a list until one fails.
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

//! \brief Calls \a read for the key and the value of each field of \a object until one fails.
template <typename Read>
error_code forEachField(ondemand::object object, const Read &read)
{
    for (auto item : object) {
        ondemand::field field;
        if (const auto error = std::move(item).get(field))
            return error;
        std::string_view key;
        if (const auto error = field.unescaped_key().get(key))
            return error;
        if (const auto error = read(key, field.value()))
            return error;
    }
    return simdjson::SUCCESS;
}

//! \brief Seconds as a number.
error_code readTime(ondemand::value value, Timestamp &time);
//! \brief A sample's value: a number, NaN or an infinity in a string. \a end is that of the document.
error_code readValue(ondemand::value value, const char *end, double &number);
error_code readLabels(ondemand::value metric, LabelSet &labels);
//! \brief Adds to \a strings; null is an empty list.
error_code readStrings(ondemand::value list, QStringList &strings);

} // namespace sockeye::jsonvalues
