// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/metrics/labelset.h"

#include <QRegularExpression>
#include <QString>

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace sockeye {

//! \brief One condition on a label, https://prometheus.io/docs/prometheus/latest/querying/basics/
struct LabelMatcher {
    enum class Operator { Equal, NotEqual, Matches, DoesNotMatch };

    QByteArray name;
    Operator op = Operator::Equal;
    QByteArray value;
    QRegularExpression pattern; //!< of the last two operators, anchored at both ends

    friend bool operator==(const LabelMatcher &, const LabelMatcher &) = default;
};

//! \brief reducer_over_time(metric{matchers}[window]): the part of PromQL that rules over probes are written
//! in, so that the same rule runs here and in Prometheus.
struct ProbeExpression {
    enum class Reducer { Avg, Min, Max, Sum, Count, Last, Quantile };

    Reducer reducer = Reducer::Last;
    double quantile = 0.0; //!< of Reducer::Quantile, 0 to 1
    QByteArray metric;
    std::vector<LabelMatcher> matchers;
    std::chrono::milliseconds window{0};

    friend bool operator==(const ProbeExpression &, const ProbeExpression &) = default;
};

//! \brief Why a text is no probe expression.
struct ProbeExpressionError {
    enum class Kind {
        UnexpectedText, //!< see expected
        UnknownReducer,
        BadQuantile, //!< not a number from 0 to 1
        BadDuration,
        BadPattern //!< not a regular expression
    };

    Kind kind = Kind::UnexpectedText;
    qsizetype position = 0; //!< of the first character that is wrong
    QString expected; //!< in the notation's own words, such as "(" or "a metric name"

    friend bool operator==(const ProbeExpressionError &, const ProbeExpressionError &) = default;
};

//! \brief Parses \a text; the placeholder ${window} stands for \a window.
[[nodiscard]] Expected<ProbeExpression, ProbeExpressionError> parseProbeExpression(
    const QString &text, std::chrono::milliseconds window);

//! \brief True when every matcher holds for \a labels. The metric's name is not looked at.
[[nodiscard]] bool matches(const ProbeExpression &expression, const LabelSet &labels);

//! \brief The reducer's result over the samples of the window, oldest first; absent values are no samples.
//! Nothing when none is left.
[[nodiscard]] std::optional<double> reduce(
    const ProbeExpression &expression, std::span<const double> samples);

} // namespace sockeye
