// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/queryscheduler.h"

#include "core/prometheus/stepcalculator.h"

#include <QPointer>

#include <algorithm>

namespace sockeye {

namespace {

constexpr std::size_t maxInFlight = 6; // QNetworkAccessManager queues more than six to one host anyway
constexpr std::chrono::milliseconds offsetNoise{25};

QByteArray storeName(const RangeQuery &query)
{
    return query.expression.toUtf8() + '@' + QByteArray::number(qint64{query.step.count()}) + '@'
        + QByteArray::number(qint64{query.range.length().count()});
}

TimeRange floored(const TimeRange &range, std::chrono::milliseconds step)
{
    const auto floorTime = [step](Timestamp t) { return t - t.time_since_epoch() % step; };
    return {floorTime(range.begin), floorTime(range.end)};
}

} // namespace

bool isServerFault(const QueryError &error)
{
    switch (error.kind) {
    case QueryError::Kind::Transport:
        return !error.http || error.http->kind != HttpError::Kind::Aborted;
    case QueryError::Kind::Unauthorized:
    case QueryError::Kind::TenantMissing:
    case QueryError::Kind::TenantRefused:
    case QueryError::Kind::OptionRefused:
    case QueryError::Kind::Forbidden:
    case QueryError::Kind::NotFound:
    case QueryError::Kind::TooManyRequests:
    case QueryError::Kind::BadGateway:
    case QueryError::Kind::Starting:
    case QueryError::Kind::Stopping:
    case QueryError::Kind::Unavailable:
    case QueryError::Kind::Internal:
    case QueryError::Kind::NotPrometheus:
    case QueryError::Kind::Malformed:
        return true;
    case QueryError::Kind::RequestTooLarge:
    case QueryError::Kind::BadData:
    case QueryError::Kind::Execution:
    case QueryError::Kind::Timeout:
    case QueryError::Kind::Canceled:
    case QueryError::Kind::TooManySeries:
    case QueryError::Kind::Unsupported:
        return false;
    }
    return true;
}

QueryScheduler::QueryScheduler(EndpointId endpoint, PrometheusClient &client, SeriesStore &store,
    const Clock &clock, RandomSource random, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_client(client)
    , m_store(store)
    , m_clock(clock)
    , m_backoff({std::chrono::milliseconds{1'000}, std::chrono::milliseconds{30'000},
                    std::chrono::milliseconds{500}},
          random)
{
}

QueryScheduler::~QueryScheduler() = default;

void QueryScheduler::askInstant(const QString &expression, QObject *context, InstantCallback done)
{
    auto question = std::make_shared<Question>();
    question->key = "now:" + expression.toUtf8();
    question->expression = expression;
    add(std::move(question), {context, std::move(done), {}});
}

void QueryScheduler::askRange(const RangeQuery &query, QObject *context, RangeCallback done)
{
    auto question = std::make_shared<Question>();
    const TimeRange server{query.range.begin + m_clockOffset, query.range.end + m_clockOffset};
    question->range = RangeQuery{query.expression, floored(server, query.step), query.step};
    question->expression = query.expression;
    question->group = {m_endpoint.value, storeName(*question->range)};
    question->key =
        question->group.name + '@' + QByteArray::number(qint64{toMilliseconds(question->range->range.end)});
    add(std::move(question), {context, {}, std::move(done)});
}

void QueryScheduler::add(QuestionPtr question, Waiter waiter)
{
    const auto isSame = [&](const QuestionPtr &other) { return other->key == question->key; };
    for (auto *queue : {&m_urgent, &m_patient}) {
        const auto found = std::find_if(queue->begin(), queue->end(), isSame);
        if (found != queue->end()) {
            (*found)->waiters.push_back(std::move(waiter));
            return;
        }
    }
    const auto flying = std::find_if(m_inFlight.begin(), m_inFlight.end(), isSame);
    if (flying != m_inFlight.end()) {
        (*flying)->waiters.push_back(std::move(waiter));
        return;
    }
    question->waiters.push_back(std::move(waiter));
    (question->range ? m_patient : m_urgent).push_back(std::move(question));
    // Later, so that whoever asks never gets an answer while it is still asking.
    QMetaObject::invokeMethod(this, &QueryScheduler::pump, Qt::QueuedConnection);
}

void QueryScheduler::tick()
{
    const MonotonicTime now = m_clock.monotonic();
    m_remembered.removeIf(
        [&](QHash<QByteArray, Remembered>::iterator item) { return now - item.value().at > m_freshness; });
    pump();
}

void QueryScheduler::pump()
{
    const auto isForgotten = [](const QuestionPtr &question) {
        return std::all_of(question->waiters.begin(), question->waiters.end(),
            [](const Waiter &waiter) { return !waiter.context; });
    };
    while (!m_urgent.empty() && m_inFlight.size() < maxInFlight) {
        const QuestionPtr question = m_urgent.front();
        m_urgent.pop_front();
        if (!isForgotten(question))
            send(question);
    }
    if (m_holdUntil && m_clock.monotonic() < *m_holdUntil)
        return;
    while (!m_patient.empty() && m_inFlight.size() < maxInFlight) {
        const QuestionPtr question = m_patient.front();
        m_patient.pop_front();
        if (!isForgotten(question))
            send(question);
    }
}

void QueryScheduler::send(const QuestionPtr &question)
{
    const auto remembered = m_remembered.constFind(question->key);
    if (remembered != m_remembered.cend()) {
        tell(*question, unexpected(QueryError()), RangeOutcome(remembered->answer));
        return;
    }
    m_inFlight.push_back(question);
    QueryJob *job = question->range ? m_client.queryRange(*question->range)
                                    : m_client.query(InstantQuery{question->expression, {}});
    connect(job, &QueryJob::finished, this,
        [this, question](const QueryOutcome &outcome) { settle(question, outcome); });
}

void QueryScheduler::settle(const QuestionPtr &question, const QueryOutcome &outcome)
{
    std::erase(m_inFlight, question);
    judgeServer(outcome);
    Q_EMIT answered(outcome);
    tell(*question, outcome, question->range ? toLocal(*question, outcome) : RangeOutcome());
    pump();
}

void QueryScheduler::tell(const Question &question, const QueryOutcome &outcome, const RangeOutcome &local)
{
    for (const Waiter &waiter : question.waiters) {
        if (waiter.context && waiter.instant)
            waiter.instant(outcome);
        else if (waiter.context)
            waiter.range(local);
    }
}

void QueryScheduler::abandon()
{
    QueryError error;
    error.kind = QueryError::Kind::Transport;
    error.http.emplace().kind = HttpError::Kind::Aborted;
    std::vector<QuestionPtr> open = std::exchange(m_inFlight, {});
    open.insert(open.end(), m_urgent.begin(), m_urgent.end());
    open.insert(open.end(), m_patient.begin(), m_patient.end());
    m_urgent.clear();
    m_patient.clear();
    for (const QuestionPtr &question : open) {
        tell(*question, unexpected(error), unexpected(error));
        question->waiters.clear();
    }
}

RangeOutcome QueryScheduler::toLocal(const Question &question, const QueryOutcome &outcome)
{
    if (!outcome)
        return unexpected(outcome.error());
    std::vector<TimeSeries> series = outcome->result.series;
    shiftTimes(series, -m_clockOffset);
    m_store.replace(question.group, std::move(series));
    RangeAnswer answer{m_store.series(question.group), outcome->result.warnings, outcome->receivedAt};
    m_remembered.insert(question.key, {answer, m_clock.monotonic()});
    return answer;
}

void QueryScheduler::judgeServer(const QueryOutcome &outcome)
{
    if (outcome) {
        m_backoff.reset();
        m_holdUntil.reset();
        return;
    }
    const QueryError &error = outcome.error();
    if (!isServerFault(error))
        return;
    const auto wait = std::max<std::chrono::milliseconds>(m_backoff.next(), error.retryAfter);
    m_holdUntil = m_clock.monotonic() + wait;
}

void QueryScheduler::setClockOffset(std::chrono::milliseconds offset)
{
    if (std::chrono::abs(offset - m_clockOffset) > offsetNoise)
        m_clockOffset = offset;
}

} // namespace sockeye
