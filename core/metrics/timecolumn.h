// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QSharedData>

#include <initializer_list>
#include <span>
#include <vector>

namespace sockeye {

//! \brief The times of a series. The series of one answer mostly stand on one grid, so copies share their
//! storage until one of them is edited: at rest a sample costs its value and next to nothing for its time.
//! Columns that share storage may be read and let go on different threads.
class TimeColumn final {
public:
    using value_type = Timestamp;
    using const_iterator = const Timestamp *;

    TimeColumn() = default;
    // Implicit: a vector of times is a column.
    TimeColumn(std::vector<Timestamp> times);
    TimeColumn(std::initializer_list<Timestamp> times);

    [[nodiscard]] std::span<const Timestamp> view() const
    {
        return m_data ? std::span<const Timestamp>(m_data->times) : std::span<const Timestamp>();
    }
    [[nodiscard]] std::size_t size() const { return m_data ? m_data->times.size() : 0; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const_iterator begin() const { return m_data ? m_data->times.data() : nullptr; }
    [[nodiscard]] const_iterator end() const { return begin() + size(); }
    [[nodiscard]] Timestamp operator[](std::size_t i) const { return m_data->times[i]; }
    [[nodiscard]] Timestamp front() const { return m_data->times.front(); }
    [[nodiscard]] Timestamp back() const { return m_data->times.back(); }

    //! \brief The only way to change times: theirs alone from here on, and valid until the next copy.
    [[nodiscard]] std::vector<Timestamp> &edit();
    void push_back(Timestamp time) { edit().push_back(time); }

    [[nodiscard]] bool isSharedWith(const TimeColumn &other) const { return m_data == other.m_data; }
    //! \brief Gives the own storage up for that of \a other where both hold the same times.
    void shareWith(const TimeColumn &other);
    //! \brief Gives back what was reserved and not used, unless others share it.
    void shrinkToFit();
    //! \brief What the storage takes. Columns that share it take it once.
    [[nodiscard]] std::size_t capacityBytes() const
    {
        return m_data ? m_data->times.capacity() * sizeof(Timestamp) : 0;
    }

    friend bool operator==(const TimeColumn &a, const TimeColumn &b);

private:
    struct Data : QSharedData {
        explicit Data(std::vector<Timestamp> content)
            : times(std::move(content))
        {
        }

        std::vector<Timestamp> times;
    };

    [[nodiscard]] bool isAlone() const;

    QExplicitlySharedDataPointer<Data> m_data;
};

} // namespace sockeye
