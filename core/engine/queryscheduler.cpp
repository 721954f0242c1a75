// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/queryscheduler.h"

#include <algorithm>

namespace sockeye {

namespace {

// As many as the gate of the client lets through, so that what is asked here is planned as late as can be.
constexpr std::size_t maxInFlight = 6;
constexpr std::size_t maxPanelsInFlight = 5;
constexpr std::chrono::milliseconds offsetNoise{25};
constexpr std::chrono::minutes longestRetryAfter{5}; // a wrong one must not blind panels for a day

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
    case QueryError::Kind::Unsupported:
        return false;
    }
    return true;
}

QueryScheduler::QueryScheduler(EndpointId endpoint, PrometheusClient &client, SeriesStore &store,
    const Clock &clock, RandomSource random, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_client(client)
    , m_store(store)
    , m_clock(clock)
    , m_ledger(std::move(endpoint), store, clock)
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
    add(std::move(question), {context, {}, std::move(done), {}});
}

QueryScheduler::Ticket QueryScheduler::askRange(
    const PanelQuestion &panel, QObject *context, RangeCallback done)
{
    auto question = std::make_shared<Question>();
    question->range = m_ledger.enter(panel.query, panel.depth);
    question->expression = panel.query.expression;
    const RangeWish &wish = question->range->wish;
    question->key =
        QByteArray(question->range->name % '@' % QByteArray::number(toMilliseconds(wish.range.begin)) % '@'
            % QByteArray::number(toMilliseconds(wish.range.end))
            % (wish.depth == RangeWish::Depth::Everything ? "!" : ""));
    const Ticket ticket{++m_tickets};
    add(std::move(question), {context, ticket, {}, std::move(done)});
    return ticket;
}

QueryScheduler::QuestionPtr QueryScheduler::findSame(const QByteArray &key) const
{
    for (const Questions *questions : {&m_urgent, &m_patient, &m_inFlight}) {
        const auto found = std::ranges::find(*questions, key, &Question::key);
        if (found != questions->end())
            return *found;
    }
    return nullptr;
}

void QueryScheduler::add(QuestionPtr question, Waiter waiter)
{
    connect(waiter.context.data(), &QObject::destroyed, this, &QueryScheduler::sweep, Qt::UniqueConnection);
    if (const QuestionPtr same = findSame(question->key)) {
        same->waiters.push_back(std::move(waiter));
        return;
    }
    question->waiters.push_back(std::move(waiter));
    (question->range ? m_patient : m_urgent).push_back(std::move(question));
    schedulePump();
}

void QueryScheduler::cancel(Ticket ticket)
{
    for (const Questions *questions : {&m_patient, &m_inFlight}) {
        for (const QuestionPtr &question : *questions)
            std::erase_if(
                question->waiters, [ticket](const Waiter &waiter) { return waiter.ticket == ticket; });
    }
    sweep();
}

void QueryScheduler::sweep()
{
    const auto drop = [this](const QuestionPtr &question) {
        if (!isForgotten(question))
            return false;
        if (question->job) {
            question->job->disconnect(this);
            question->job->abort();
            m_meter.countAborted();
        }
        return true;
    };
    for (Questions *questions : {&m_urgent, &m_patient, &m_inFlight})
        std::erase_if(*questions, drop);
    schedulePump();
}

bool QueryScheduler::isForgotten(const QuestionPtr &question)
{
    return std::ranges::none_of(
        question->waiters, [](const Waiter &waiter) { return !waiter.context.isNull(); });
}

void QueryScheduler::tick()
{
    pump();
}

void QueryScheduler::schedulePump()
{
    // Later, so that whoever asks never gets an answer while it is still asking.
    QMetaObject::invokeMethod(this, &QueryScheduler::pump, Qt::QueuedConnection);
}

void QueryScheduler::pump()
{
    while (const QuestionPtr question = takeUrgent())
        send(question);
    while (const QuestionPtr question = takePatient())
        send(question);
}

QueryScheduler::QuestionPtr QueryScheduler::takeUrgent()
{
    if (m_urgent.empty() || m_inFlight.size() >= maxInFlight)
        return nullptr;
    QuestionPtr question = m_urgent.front();
    m_urgent.pop_front();
    return question;
}

QueryScheduler::QuestionPtr QueryScheduler::takePatient()
{
    if (isHeldBack() || panelsInFlight() >= maxPanelsInFlight || m_inFlight.size() >= maxInFlight)
        return nullptr;
    // The answer under way may hold all that the next one about the same wants.
    const auto isFree = [this](const QuestionPtr &question) {
        return std::ranges::none_of(m_inFlight, [&question](const QuestionPtr &other) {
            return other->range && other->range->name == question->range->name;
        });
    };
    const auto found = std::ranges::find_if(m_patient, isFree);
    if (found == m_patient.end())
        return nullptr;
    QuestionPtr question = *found;
    m_patient.erase(found);
    return question;
}

std::size_t QueryScheduler::panelsInFlight() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        m_inFlight, [](const QuestionPtr &question) { return question->range.has_value(); }));
}

void QueryScheduler::send(const QuestionPtr &question)
{
    question->askedAt = Moment::of(m_clock);
    if (question->range) {
        question->plan = m_ledger.plan(*question->range);
        if (question->plan.parts.empty()) {
            const RangeAnswer answer = m_ledger.recall(*question->range);
            m_meter.countReused(countSamples(answer.series));
            tell(*question, RangeOutcome(answer));
            return;
        }
    }
    m_inFlight.push_back(question);
    sendPart(question);
}

void QueryScheduler::sendPart(const QuestionPtr &question)
{
    m_meter.countSent();
    const AskedQuery query = present(*question);
    if (const auto *range = std::get_if<RangeQuery>(&query))
        question->job = m_client.queryRange(*range);
    else
        question->job = m_client.query(std::get<InstantQuery>(query));
    connect(question->job, &QueryJob::finished, this,
        [this, question](const QueryOutcome &outcome) { settle(question, outcome); });
}

AskedQuery QueryScheduler::present(const Question &question)
{
    if (!question.range)
        return InstantQuery{question.expression, {}};
    const TimeRange &part = question.plan.parts[question.answers.size()];
    return RangeQuery{question.expression, part, question.range->wish.step};
}

void QueryScheduler::settle(const QuestionPtr &question, const QueryOutcome &outcome)
{
    const auto open = std::ranges::find(m_inFlight, question);
    if (open == m_inFlight.end())
        return;
    question->job.clear();
    m_meter.countOutcome(present(*question), outcome, m_clock.now());
    judgeServer(outcome);
    if (question->range && continueRange(question, outcome)) {
        Q_EMIT answered(outcome);
        return;
    }
    m_inFlight.erase(open);
    Q_EMIT answered(outcome);
    if (question->range)
        finishRange(question, outcome);
    else
        tell(*question, outcome);
    pump();
}

bool QueryScheduler::continueRange(const QuestionPtr &question, const QueryOutcome &outcome)
{
    if (outcome) {
        question->answers.push_back(*outcome);
        if (question->answers.size() == question->plan.parts.size())
            return false;
    } else {
        if (!m_ledger.learn(outcome.error()))
            return false;
        question->answers.clear();
        question->plan = m_ledger.plan(*question->range);
    }
    sendPart(question);
    return true;
}

void QueryScheduler::finishRange(const QuestionPtr &question, const QueryOutcome &outcome)
{
    if (!outcome) {
        tell(*question, RangeOutcome(unexpected(outcome.error())));
        return;
    }
    std::size_t decoded = 0;
    for (const QueryAnswer &answer : question->answers)
        decoded += countSamples(answer.result);
    const RangeAnswer answer =
        m_ledger.take(*question->range, question->plan, std::move(question->answers), question->askedAt);
    const std::size_t shown = countSamples(answer.series);
    m_meter.countReused(shown > decoded ? shown - decoded : 0);
    tell(*question, RangeOutcome(answer));
}

void QueryScheduler::tell(const Question &question, const QueryOutcome &outcome)
{
    for (const Waiter &waiter : question.waiters) {
        if (waiter.context)
            waiter.instant(outcome);
    }
}

void QueryScheduler::tell(const Question &question, const RangeOutcome &outcome)
{
    for (const Waiter &waiter : question.waiters) {
        if (waiter.context)
            waiter.range(outcome);
    }
}

void QueryScheduler::abandon()
{
    QueryError error;
    error.kind = QueryError::Kind::Transport;
    error.http.emplace().kind = HttpError::Kind::Aborted;
    Questions open = std::exchange(m_inFlight, {});
    for (Questions *waiting : {&m_urgent, &m_patient}) {
        open.insert(open.end(), waiting->begin(), waiting->end());
        waiting->clear();
    }
    for (const QuestionPtr &question : open) {
        if (question->range)
            tell(*question, RangeOutcome(unexpected(error)));
        else
            tell(*question, QueryOutcome(unexpected(error)));
    }
}

EndpointTraffic QueryScheduler::traffic() const
{
    EndpointTraffic traffic = m_meter.traffic();
    const SeriesStore::Usage held = m_store.usage(m_endpoint.value);
    traffic.inFlight = m_client.requestsInFlight();
    traffic.waiting = m_client.requestsWaiting() + m_urgent.size() + m_patient.size();
    traffic.samplesHeld = held.samples;
    traffic.bytesHeld = held.bytes;
    traffic.evicted = held.evicted;
    return traffic;
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
    const MonotonicTime now = m_clock.monotonic();
    m_holdUntil = now + m_backoff.next();
    if (error.retryAfter.count() > 0)
        m_retryAt = now + std::min<std::chrono::seconds>(error.retryAfter, longestRetryAfter);
}

bool QueryScheduler::isHeldBack() const
{
    const MonotonicTime now = m_clock.monotonic();
    return (m_holdUntil && now < *m_holdUntil) || (m_retryAt && now < *m_retryAt);
}

void QueryScheduler::setClockOffset(std::chrono::milliseconds offset)
{
    if (std::chrono::abs(offset - m_ledger.clockOffset()) > offsetNoise)
        m_ledger.setClockOffset(offset);
}

} // namespace sockeye
