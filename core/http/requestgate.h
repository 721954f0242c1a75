// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <deque>
#include <functional>
#include <vector>

namespace sockeye {

class GatedJob;

//! \brief Who goes first where several requests wait for one server.
enum class RequestRank {
    Urgent, //!< what an alert hangs on
    Usual, //!< what somebody looks at
    Idle //!< what may come later
};

//! \brief Lets at most six requests at once through to one server, the higher rank first and one rank in
//! the order it came. The last place is kept for urgent ones, and idle ones take two at most, so that neither
//! slow answers nor long lists delay an alert. Main thread only.
class RequestGate final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestGate)

public:
    using Send = std::function<HttpJob *()>;

    explicit RequestGate(QObject *parent = nullptr);
    //! Jobs end with the gate, without a signal.
    ~RequestGate() override;

    //! \brief A job whose request is made by \a send when its turn has come: its time limit and what it took
    //! count from then. Aborted before, it never sends anything. What \a send uses must outlive the job or
    //! abort it.
    HttpJob *pass(RequestRank rank, Send send);

    [[nodiscard]] std::size_t inFlight() const { return m_inside.size(); }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

private:
    friend class GatedJob;

    void leave(GatedJob *job);
    void admit();
    [[nodiscard]] GatedJob *takeNext();
    [[nodiscard]] bool hasRoomFor(RequestRank rank) const;

    std::deque<GatedJob *> m_waiting; //!< in their order
    std::vector<GatedJob *> m_inside;
};

} // namespace sockeye
