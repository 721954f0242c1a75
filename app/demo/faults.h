// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QLatin1StringView>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace sockeye::demo {

//! \brief What can be broken on purpose.
enum class Fault {
    Slow, //!< each message takes longer to handle
    Drop, //!< connections end without a close frame, again and again
    Close, //!< connections are closed with a given code, again and again
    Refuse, //!< upgrades are answered with an HTTP status
    Stall, //!< the WebSocket thread hangs; its TCP connections stay open
    Storm, //!< the own clients reconnect without pause
    MetricsOff, //!< /metrics answers 503, so that the scrape fails
    Errors, //!< a share of the messages fails
    Busy, //!< a share of one core is burnt
    Leak, //!< memory is taken and not given back
};

//! \brief The name of a fault in URLs and labels, and the one parameter it takes.
struct FaultKind {
    Fault fault;
    QLatin1StringView name;
    QLatin1StringView parameter; //!< empty: the fault has none
    int minimum = 0;
    int maximum = 0;
    int fallback = 0; //!< used when the parameter is not given
};

//! \brief Every fault, in the order in which they are listed to people.
[[nodiscard]] std::span<const FaultKind> faultKinds();
[[nodiscard]] const FaultKind &faultKind(Fault fault);

//! \brief A fault to switch on.
struct FaultOrder {
    Fault fault = Fault::Slow;
    std::chrono::milliseconds duration{60'000};
    int parameter = 0;

    bool operator==(const FaultOrder &) const = default;
};

//! \brief A fault that is on.
struct ActiveFault {
    Fault fault = Fault::Slow;
    std::chrono::milliseconds remaining{0};
    int parameter = 0;
};

//! \brief The switches. A fault goes off by itself when its time is over. Thread-safe.
class FaultBoard final {
public:
    explicit FaultBoard(const Clock &clock);

    //! \brief Switches a fault on; one that is on already gets the new time and parameter.
    void activate(const FaultOrder &order);
    void clear();

    [[nodiscard]] bool isActive(Fault fault) const { return parameter(fault).has_value(); }
    //! \brief The parameter of a fault that is on (0 if the fault takes none), or nothing.
    [[nodiscard]] std::optional<int> parameter(Fault fault) const;
    //! \brief The faults that are on, in the order of faultKinds().
    [[nodiscard]] std::vector<ActiveFault> active() const;

    //! \brief Holds the calling thread until the fault is off.
    void blockWhile(Fault fault) const;

private:
    struct Switch {
        MonotonicTime until;
        int parameter = 0;
    };

    [[nodiscard]] bool isOn(Fault fault) const;

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_cleared;
    std::map<Fault, Switch> m_switches;
};

} // namespace sockeye::demo
