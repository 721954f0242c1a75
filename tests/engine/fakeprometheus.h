// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include "tests/http/faultyserver.h"

#include <QHash>
#include <QUrlQuery>

#include <map>

namespace sockeye::test {

//! \brief Answers queries of the API by their expressions: each gives one series of a constant value, or
//! nothing. Its clock may differ from the client's.
class FakePrometheus final {
public:
    explicit FakePrometheus(const Clock &clock);

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    //! \brief How often \a expression was asked for.
    [[nodiscard]] int asked(const QString &expression) const { return m_asked.value(expression); }
    [[nodiscard]] int askedInAll() const { return m_askedInAll; }

    std::map<QString, double> values; //!< by expression; what is absent is answered with nothing
    std::chrono::milliseconds clockOffset{0};
    std::chrono::milliseconds scrapeInterval{0}; //!< of its one target; 0: it has none yet
    bool isBroken = false; //!< answers 500 to everything
    QString stalled; //!< an expression that gets no answer
    int disconnects = 0; //!< of whoever waited for it

private:
    void answer(const WireRequest &request, QTcpSocket &socket);
    [[nodiscard]] QByteArray instant(const QString &expression) const;
    [[nodiscard]] QByteArray range(const QString &expression, const QUrlQuery &query) const;
    [[nodiscard]] QByteArray targets() const;
    [[nodiscard]] double seconds() const;

    const Clock &m_clock;
    FaultyServer m_server;
    QHash<QString, int> m_asked;
    int m_askedInAll = 0;
};

} // namespace sockeye::test
