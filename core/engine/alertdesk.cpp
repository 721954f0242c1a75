// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/alertdesk.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QJsonObject factsOf(const AlertDesk::Subject &subject)
{
    return {{u"rule"_s, subject.rule.name}, {u"ruleKey"_s, subject.rule.key},
        {u"ruleId"_s, subject.rule.id.value}, {u"service"_s, subject.service.value},
        {u"serviceName"_s, subject.serviceName}};
}

std::optional<EventRecord::Kind> eventOf(AlertPhase from, AlertPhase to)
{
    switch (to) {
    case AlertPhase::Pending:
        return EventRecord::Kind::AlertPending;
    case AlertPhase::Firing:
        return EventRecord::Kind::AlertFiring;
    case AlertPhase::Resolved:
        return EventRecord::Kind::AlertResolved;
    case AlertPhase::Inactive:
        // A pending alert that was dropped never was anything; one that fired was switched off.
        return from == AlertPhase::Firing ? std::optional(EventRecord::Kind::AlertResolved) : std::nullopt;
    }
    return std::nullopt;
}

bool isActive(const Alert &alert)
{
    return alert.phase == AlertPhase::Firing || alert.phase == AlertPhase::Pending;
}

} // namespace

AlertDesk::AlertDesk(const Clock &clock, HistoryDatabase &history, Notifier &notifier, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_history(history)
    , m_notifier(notifier)
{
    connect(&m_notifier, &Notifier::failed, this, &AlertDesk::onNotifierFailed);
}

AlertDesk::~AlertDesk() = default;

void AlertDesk::restore(const ServiceId &service, const Alert &alert, bool notified)
{
    if (notified)
        m_policy.restore(service, alert);
    if (alert.phase == AlertPhase::Firing)
        m_firingTimes[{alert.rule, service}].push_back(
            {alert.labels, alert.firedAt.value_or(alert.activeAt), {}});
}

void AlertDesk::restore(const std::vector<EventRecord> &events)
{
    for (const EventRecord &event : events) {
        if (event.kind != EventRecord::Kind::AlertResolved || !event.facts.contains("firedAt"_L1))
            continue;
        const RuleOfService key{RuleId{event.facts.value("ruleId"_L1).toString()},
            ServiceId{event.facts.value("service"_L1).toString()}};
        const Timestamp begin = fromMilliseconds(event.facts.value("firedAt"_L1).toInteger());
        m_firingTimes[key].push_back({{}, begin, event.time});
    }
}

void AlertDesk::onEvaluation(const Subject &subject, const RuleState &before, const Evaluation &evaluation)
{
    for (const AlertTransition &transition : evaluation.transitions) {
        noteFiring(subject.service, transition);
        recordTransition(subject, transition);
    }
    recordMiss(subject, before, evaluation.next);
    const NoticeContext context{subject.rule, subject.service, subject.serviceName, m_clock.now()};
    announce(m_policy.onEvaluation(evaluation, context));
}

void AlertDesk::noteFiring(const ServiceId &service, const AlertTransition &transition)
{
    const Alert &alert = transition.alert;
    std::vector<FiringTime> &times = m_firingTimes[{alert.rule, service}];
    if (alert.phase == AlertPhase::Firing) {
        times.push_back({alert.labels, alert.firedAt.value_or(m_clock.now()), {}});
    } else if (transition.from == AlertPhase::Firing) {
        for (FiringTime &time : times) {
            if (!time.end && time.labels == alert.labels)
                time.end = alert.resolvedAt.value_or(m_clock.now());
        }
    }
}

void AlertDesk::recordTransition(const Subject &subject, const AlertTransition &transition)
{
    const Alert &alert = transition.alert;
    const std::optional<EventRecord::Kind> kind = eventOf(transition.from, alert.phase);
    if (!kind)
        return;
    QJsonObject facts = factsOf(subject);
    facts.insert(u"value"_s, alert.value);
    facts.insert(u"threshold"_s, subject.rule.condition.threshold);
    facts.insert(u"unit"_s, static_cast<int>(subject.rule.condition.unit));
    facts.insert(u"labels"_s, QString::fromUtf8(alert.labels.toPromQl()));
    facts.insert(u"activeAt"_s, qint64{toMilliseconds(alert.activeAt)});
    if (alert.firedAt)
        facts.insert(u"firedAt"_s, qint64{toMilliseconds(*alert.firedAt)});
    record(*kind, subject.service.value, facts);
}

void AlertDesk::recordMiss(const Subject &subject, const RuleState &before, const RuleState &after)
{
    const bool isNews = before.health == RuleHealth::Ok && after.health != RuleHealth::Ok;
    if (!isNews || std::none_of(after.alerts.begin(), after.alerts.end(), isActive))
        return;
    QJsonObject facts = factsOf(subject);
    facts.insert(u"detail"_s, subject.detail);
    const bool isEmpty = after.health == RuleHealth::NoData;
    record(isEmpty ? EventRecord::Kind::AlertNoData : EventRecord::Kind::AlertError, subject.service.value,
        facts);
}

void AlertDesk::onSight(const ServiceStatus &service, int misses)
{
    const Timestamp now = m_clock.now();
    const BlindCause recorded = m_recordedBlind[service.id];
    QJsonObject facts{{u"service"_s, service.id.value}, {u"serviceName"_s, service.name}};
    if (misses >= NotificationPolicy::missesUntilBlind && recorded == BlindCause::None) {
        m_recordedBlind[service.id] = service.blind;
        facts.insert(u"cause"_s, static_cast<int>(service.blind));
        record(EventRecord::Kind::Blind, service.id.value, facts);
    } else if (misses == 0 && recorded != BlindCause::None) {
        m_recordedBlind[service.id] = BlindCause::None;
        record(EventRecord::Kind::Seeing, service.id.value, facts);
    }
    announce(
        m_policy.onSight({service.id, service.name, misses, service.lastSeen.value_or(service.since), now}));
}

void AlertDesk::forget(const ServiceId &service, const RuleId &rule)
{
    m_firingTimes.erase({rule, service});
    announce(m_policy.forget(service, rule));
}

void AlertDesk::forget(const ServiceId &service)
{
    std::erase_if(m_firingTimes, [&](const auto &item) { return item.first.second == service; });
    m_recordedBlind.erase(service);
    announce(m_policy.forget(service));
}

void AlertDesk::tick()
{
    announce(m_policy.due(m_clock.now()));
}

bool AlertDesk::isTold(const ServiceId &service, const Alert &alert) const
{
    return m_policy.isTold(service, alert);
}

std::vector<TimeRange> AlertDesk::firingTimes(const RuleId &rule, const ServiceId &service) const
{
    std::vector<TimeRange> ranges;
    const auto found = m_firingTimes.find({rule, service});
    if (found == m_firingTimes.end())
        return ranges;
    for (const FiringTime &time : found->second)
        ranges.push_back({time.begin, time.end.value_or(m_clock.now())});
    return ranges;
}

void AlertDesk::announce(const Announcement &announcement)
{
    for (const QString &key : announcement.withdraw)
        m_notifier.withdraw(key);
    for (const Notice &notice : announcement.send)
        m_notifier.notify(notice);
}

void AlertDesk::record(EventRecord::Kind kind, const QString &subject, const QJsonObject &facts)
{
    EventRecord event;
    event.time = m_clock.now();
    event.kind = kind;
    event.subject = subject;
    event.facts = facts;
    m_history.appendEvent(event);
    Q_EMIT recorded();
}

void AlertDesk::onNotifierFailed(const Notice &notice, const QString &detail)
{
    record(EventRecord::Kind::NotificationFailed, notice.serviceId,
        {{u"ruleKey"_s, notice.ruleKey}, {u"service"_s, notice.serviceId}, {u"serviceName"_s, notice.subject},
            {u"detail"_s, detail}});
}

} // namespace sockeye
