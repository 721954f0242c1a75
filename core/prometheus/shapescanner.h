// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/labelinterner.h"
#include "core/prometheus/queryresult.h"
#include "core/prometheus/samplenumber.h"
#include "core/prometheus/timegrid.h"

#include <array>
#include <optional>

namespace sockeye {

//! \brief The series of an answer, and the answer without them.
struct ScannedAnswer {
    std::vector<TimeSeries> series;
    std::size_t droppedSeries = 0;
    QByteArray envelope; //!< the same document, with none but series of native histograms in its list
};

//! \brief Reads the series of a matrix or a vector in the very bytes that servers write: no spaces, keys in
//! one order. Series of native histograms are passed over where they stand behind such of numbers; with them
//! there must be no more than are taken. It takes nothing that a reader of JSON would refuse, and of what it
//! takes it makes the same; whatever looks different it leaves to one. What it learned about times and labels
//! helps with the next answer.
class ShapeScanner final {
public:
    //! \brief Nothing when the answer has another shape.
    [[nodiscard]] std::optional<ScannedAnswer> scan(std::string_view json, std::size_t maximumSeries);

private:
    bool readList();
    bool readSeries();
    bool passOver(const char *series);
    bool readSamples(std::vector<double> &values);
    bool readSample(double &value);
    bool take(std::string_view expected);
    void keepAhead();
    [[nodiscard]] std::string_view rest() const { return {m_at, static_cast<std::size_t>(m_end - m_at)}; }

    LabelInterner m_labels;
    TimeGrid m_grid;
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    const char *m_turn = nullptr; //!< from here on there is less than the look-ahead
    bool m_isMatrix = false;
    std::size_t m_maximumSeries = 0;
    ScannedAnswer m_answer;
    QByteArray m_passedOver; //!< the series, with commas between
    std::size_t m_passedCount = 0;
    //! The end of the text once more, with room behind it: eight bytes may be read from anywhere.
    std::array<char, 2 * samplenumber::lookAhead> m_tail{};
};

} // namespace sockeye
