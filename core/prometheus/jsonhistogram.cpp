// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/jsonhistogram.h"

namespace sockeye {

using namespace jsonvalues;

namespace {

error_code readBucket(ondemand::value list, const char *end, HistogramBucket &bucket)
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
            return readValue(element, end, bucket.lower);
        case 2:
            return readValue(element, end, bucket.upper);
        case 3:
            return readValue(element, end, bucket.count);
        default:
            return simdjson::INCORRECT_TYPE;
        }
    };
    const auto error = forEachElement(list, readElement);
    return !error && index != 4 ? simdjson::INCORRECT_TYPE : error;
}

error_code readBody(ondemand::value body, const char *end, NativeHistogram &histogram)
{
    ondemand::object object;
    if (const auto error = body.get_object().get(object))
        return error;
    const auto readNumber = [&](const char *key, double &number) -> error_code {
        ondemand::value value;
        const auto error = object.find_field_unordered(key).get(value);
        return error ? error : readValue(value, end, number);
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
        return readBucket(bucket, end, histogram.buckets.emplace_back());
    });
}

} // namespace

error_code readHistogram(ondemand::value pair, const char *end, HistogramSeries &histograms)
{
    int index = 0;
    Timestamp time;
    NativeHistogram histogram;
    const auto readElement = [&](ondemand::value element) -> error_code {
        switch (index++) {
        case 0:
            return readTime(element, time);
        case 1:
            return readBody(element, end, histogram);
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

} // namespace sockeye
