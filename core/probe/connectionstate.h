// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"

#include <array>
#include <optional>

namespace sockeye {

//! \brief The readyState of a WebSocket, https://websockets.spec.whatwg.org/#dom-websocket-readystate
enum class ReadyState { Connecting = 0, Open = 1, Closing = 2, Closed = 3 };

//! \brief A step of the machine, stamped on both clocks.
struct StateTransition {
    ReadyState from = ReadyState::Closed;
    ReadyState to = ReadyState::Closed;
    Timestamp at;
    MonotonicTime monotonic;
    bool abnormal = false; //!< Open to Closed with no close frame in either direction

    friend bool operator==(const StateTransition &, const StateTransition &) = default;
};

//! \brief The state machine of one connection. Starts Closed; a new attempt goes Closed to Connecting. Legal:
//! Connecting to Open or Closed, Open to Closing or Closed, Closing to Closed. Anything else is refused.
class ConnectionState final {
public:
    [[nodiscard]] ReadyState current() const { return m_state; }
    [[nodiscard]] static bool isLegal(ReadyState from, ReadyState to);
    //! \brief Takes the step, or gives the illegal pair back and stays.
    Expected<StateTransition, std::pair<ReadyState, ReadyState>> enter(ReadyState to, const Clock &clock);

private:
    ReadyState m_state = ReadyState::Closed;
};

} // namespace sockeye
