// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/backoff.h"
#include "core/engine/endpointtraffic.h"
#include "core/engine/rangeledger.h"
#include "core/prometheus/prometheusclient.h"

#include <QPointer>

#include <deque>
#include <functional>

namespace sockeye {

using RangeOutcome = Expected<RangeAnswer, QueryError>;

//! \brief What is asked of one Prometheus server, and in which order: rules before panels, at most six at
//! once of which panels never take the last, what is asked twice is sent once, and of a range only what is
//! not held. The client's gate, which all requests to the server pass, keeps the same order. While the server
//! fails, panels wait for a back-off; rules go on, because they must find out when it is back. A question
//! that nobody waits for any more is aborted. Main thread only.
class QueryScheduler final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryScheduler)

public:
    using InstantCallback = std::function<void(const QueryOutcome &)>;
    using RangeCallback = std::function<void(const RangeOutcome &)>;
    enum class Ticket : quint64 {};

    //! What a panel wants, in local time.
    struct PanelQuestion {
        RangeQuery query;
        RangeWish::Depth depth = RangeWish::Depth::News;
    };

    //! All that is passed must outlive the scheduler.
    QueryScheduler(EndpointId endpoint, PrometheusClient &client, SeriesStore &store, const Clock &clock,
        RandomSource random, QObject *parent = nullptr);
    ~QueryScheduler() override;

    //! \brief Asks about the server's now, before any panel. \a done is called once unless \a context died.
    void askInstant(const QString &expression, QObject *context, InstantCallback done);
    //! \brief Asks for a panel. The range is aligned to its step in the server's time. \a done is called once
    //! unless \a context died or the ticket was given to cancel().
    Ticket askRange(const PanelQuestion &question, QObject *context, RangeCallback done);
    //! \brief The panel does not wait any more. When it was the only one, the server sees the disconnect.
    void cancel(Ticket ticket);
    //! \brief A refresh was due while the one before was under way, and was left out.
    void countSkipped() { m_meter.countSkipped(); }
    //! \brief Sends what waited for the end of a back-off.
    void tick();
    //! \brief Answers all that is open with Aborted, before the scheduler goes.
    void abandon();

    //! \brief Server minus local. A change of a few milliseconds is measuring noise and is not taken on.
    void setClockOffset(std::chrono::milliseconds offset);
    [[nodiscard]] std::chrono::milliseconds clockOffset() const { return m_ledger.clockOffset(); }
    void setScrapeInterval(std::chrono::milliseconds interval) { m_ledger.setScrapeInterval(interval); }
    //! \brief Answers younger than this are given again without asking.
    void setFreshness(std::chrono::milliseconds freshness) { m_ledger.setFreshness(freshness); }
    [[nodiscard]] EndpointTraffic traffic() const;

Q_SIGNALS:
    //! \brief Every outcome of this server, before whoever asked gets it.
    void answered(const sockeye::QueryOutcome &outcome);

private:
    struct Waiter {
        QPointer<QObject> context;
        Ticket ticket{};
        InstantCallback instant;
        RangeCallback range;
    };
    struct Question {
        QByteArray key;
        QString expression;
        std::optional<RangeLedger::Entry> range;
        std::vector<Waiter> waiters;
        RangePlan plan; //!< of a range, made when it is sent
        std::vector<QueryAnswer> answers; //!< to the first parts of the plan
        Moment askedAt;
        QPointer<QueryJob> job;
    };
    using QuestionPtr = std::shared_ptr<Question>;
    using Questions = std::deque<QuestionPtr>;

    void add(QuestionPtr question, Waiter waiter);
    [[nodiscard]] QuestionPtr findSame(const QByteArray &key) const;
    void schedulePump();
    void pump();
    [[nodiscard]] QuestionPtr takeUrgent();
    [[nodiscard]] QuestionPtr takePatient();
    [[nodiscard]] std::size_t panelsInFlight() const;
    void send(const QuestionPtr &question);
    void sendPart(const QuestionPtr &question);
    //! \brief The part of a question that is, or is to be, under way.
    [[nodiscard]] static AskedQuery present(const Question &question);
    void settle(const QuestionPtr &question, const QueryOutcome &outcome);
    //! \brief True when the question goes on with another request.
    bool continueRange(const QuestionPtr &question, const QueryOutcome &outcome);
    void finishRange(const QuestionPtr &question, const QueryOutcome &outcome);
    void sweep();
    static bool isForgotten(const QuestionPtr &question);
    static void tell(const Question &question, const QueryOutcome &outcome);
    static void tell(const Question &question, const RangeOutcome &outcome);
    void judgeServer(const QueryOutcome &outcome);
    [[nodiscard]] bool isHeldBack() const;

    EndpointId m_endpoint;
    PrometheusClient &m_client;
    SeriesStore &m_store;
    const Clock &m_clock;
    RangeLedger m_ledger;
    TrafficMeter m_meter;
    Backoff m_backoff;
    std::optional<MonotonicTime> m_holdUntil; //!< our own back-off, which any good answer ends
    std::optional<MonotonicTime> m_retryAt; //!< named by the server
    quint64 m_tickets = 0;
    Questions m_urgent;
    Questions m_patient;
    Questions m_inFlight;
};

//! \brief True when the server is at fault or cannot be reached, not the question.
[[nodiscard]] bool isServerFault(const QueryError &error);

} // namespace sockeye
