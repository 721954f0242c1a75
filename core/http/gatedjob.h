// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/requestgate.h"

#include <QPointer>

namespace sockeye {

//! \brief A request that waits for its turn at a gate, and then is what was sent.
class GatedJob final : public HttpJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GatedJob)

public:
    //! \a gate is the parent.
    GatedJob(RequestGate &gate, RequestRank rank, RequestGate::Send send);
    ~GatedJob() override;

    [[nodiscard]] RequestRank rank() const { return m_rank; }
    void start();
    void abort() override;

private:
    void leave();
    void finish(const HttpOutcome &outcome);

    RequestGate &m_gate;
    RequestRank m_rank;
    RequestGate::Send m_send;
    QPointer<HttpJob> m_sent;
    bool m_hasLeft = false;
};

} // namespace sockeye
