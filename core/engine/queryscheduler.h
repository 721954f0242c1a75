// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/backoff.h"
#include "core/base/id.h"
#include "core/prometheus/prometheusclient.h"
#include "core/storage/seriesstore.h"

#include <QPointer>

#include <deque>

namespace sockeye {

//! \brief The answer to a range query as panels draw it: out of the store, in local time.
struct RangeAnswer {
    std::vector<TimeSeriesPtr> series;
    QStringList warnings;
    Timestamp receivedAt;
};

using RangeOutcome = Expected<RangeAnswer, QueryError>;

//! \brief What goes to one Prometheus server, and in which order: rules before panels, at most six at once,
//! what is asked twice is sent once. While the server fails, panels wait for a back-off; rules go on, because
//! they must find out when it is back. Main thread only.
class QueryScheduler final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryScheduler)

public:
    using InstantCallback = std::function<void(const QueryOutcome &)>;
    using RangeCallback = std::function<void(const RangeOutcome &)>;

    //! All that is passed must outlive the scheduler.
    QueryScheduler(EndpointId endpoint, PrometheusClient &client, SeriesStore &store, const Clock &clock,
        RandomSource random, QObject *parent = nullptr);
    ~QueryScheduler() override;

    //! \brief Asks about the server's now, before any panel. \a done is called once unless \a context died.
    void askInstant(const QString &expression, QObject *context, InstantCallback done);
    //! \brief Asks for a panel. \a query is in local time and is aligned to its step in the server's time.
    void askRange(const RangeQuery &query, QObject *context, RangeCallback done);
    //! \brief Sends what waited for the end of a back-off.
    void tick();
    //! \brief Answers all that is open with Aborted, before the scheduler goes.
    void abandon();

    //! \brief Server minus local. A change of a few milliseconds is measuring noise and is not taken on.
    void setClockOffset(std::chrono::milliseconds offset);
    [[nodiscard]] std::chrono::milliseconds clockOffset() const { return m_clockOffset; }
    //! \brief Answers younger than this are given again without asking.
    void setFreshness(std::chrono::milliseconds freshness) { m_freshness = freshness; }

Q_SIGNALS:
    //! \brief Every outcome of this server, before whoever asked gets it.
    void answered(const sockeye::QueryOutcome &outcome);

private:
    struct Waiter {
        QPointer<QObject> context;
        InstantCallback instant;
        RangeCallback range;
    };
    struct Question {
        QByteArray key;
        SeriesGroup group;
        QString expression;
        std::optional<RangeQuery> range; //!< in server time
        std::vector<Waiter> waiters;
        bool isSent = false;
    };
    struct Remembered {
        RangeAnswer answer;
        MonotonicTime at;
    };
    using QuestionPtr = std::shared_ptr<Question>;

    void add(QuestionPtr question, Waiter waiter);
    void pump();
    void send(const QuestionPtr &question);
    void settle(const QuestionPtr &question, const QueryOutcome &outcome);
    static void tell(const Question &question, const QueryOutcome &outcome, const RangeOutcome &local);
    [[nodiscard]] RangeOutcome toLocal(const Question &question, const QueryOutcome &outcome);
    void judgeServer(const QueryOutcome &outcome);

    EndpointId m_endpoint;
    PrometheusClient &m_client;
    SeriesStore &m_store;
    const Clock &m_clock;
    Backoff m_backoff;
    std::optional<MonotonicTime> m_holdUntil;
    std::chrono::milliseconds m_clockOffset{0};
    std::chrono::milliseconds m_freshness{500};
    std::deque<QuestionPtr> m_urgent;
    std::deque<QuestionPtr> m_patient;
    std::vector<QuestionPtr> m_inFlight;
    QHash<QByteArray, Remembered> m_remembered;
};

//! \brief True when the server is at fault or cannot be reached, not the question.
[[nodiscard]] bool isServerFault(const QueryError &error);

} // namespace sockeye
