// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"

#include "tests/http/faultyserver.h"

#include <QPointer>
#include <QStringList>
#include <QTcpSocket>

#include <map>

namespace sockeye::test {

//! \brief A server of one series whose value at each moment is known, which can stall, refuse, and change its
//! mind about the past. Remembers which ranges it was asked for.
class RangeServer final {
public:
    RangeServer();

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    //! \brief The value at \a time, unless it was corrected.
    [[nodiscard]] double valueAt(Timestamp time) const;

    std::vector<TimeRange> asked; //!< range queries, in their order
    QStringList expressions; //!< of all queries, in their order
    int disconnects = 0; //!< of requests that were not answered
    bool isStalled = false; //!< range queries stay without an answer
    bool isPartial = false; //!< every second point is missing, and the answer says so as VictoriaMetrics does
    QByteArray refusal; //!< status line and headers: all range queries get it
    qint64 maxPoints = 11'000; //!< more are refused in Prometheus' words
    std::map<Timestamp, double> corrections;

    //! \brief Answers what is stalled.
    void release();

private:
    struct Held {
        WireRequest request;
        QPointer<QTcpSocket> socket;
    };

    void answer(const WireRequest &request, QTcpSocket &socket);
    void answerRange(const WireRequest &request, QTcpSocket &socket);

    std::vector<Held> m_held;
    QObject m_watch; //!< sees the stalled ones go
    FaultyServer m_server;
};

} // namespace sockeye::test
