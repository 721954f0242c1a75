// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/notificationpolicy.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QString alertsOf(const ServiceId &service, const RuleId &rule)
{
    return u"service/"_s % service.value % u"/rule/"_s % rule.value % u'/';
}

QString keyOf(const ServiceId &service, const Alert &alert)
{
    return alertsOf(service, alert.rule) % QString::fromUtf8(alert.labels.toPromQl());
}

QString sightOf(const ServiceId &service)
{
    return u"service/"_s % service.value % u"/sight"_s;
}

Notice aboutAlert(Notice::Kind kind, const Alert &alert, const NoticeContext &context)
{
    Notice notice;
    notice.kind = kind;
    notice.key = keyOf(context.service, alert);
    notice.ruleKey = context.rule.key.isEmpty() ? context.rule.name : context.rule.key;
    notice.subject = context.subject;
    notice.severity = context.rule.severity;
    notice.unit = context.rule.condition.unit;
    notice.value = alert.value;
    notice.threshold = context.rule.condition.threshold;
    notice.since = alert.activeAt;
    notice.at = kind == Notice::Kind::Resolved ? alert.resolvedAt.value_or(context.now)
                                               : alert.firedAt.value_or(context.now);
    notice.serviceId = context.service.value;
    notice.panel = context.rule.panel;
    return notice;
}

Notice aboutSight(Notice::Kind kind, const Sight &sight)
{
    Notice notice;
    notice.kind = kind;
    notice.key = sightOf(sight.service);
    notice.subject = sight.subject;
    notice.severity = Severity::Warning;
    notice.since = sight.lastSeen;
    notice.at = sight.now;
    notice.serviceId = sight.service.value;
    return notice;
}

//! The end that takes back a beginning.
bool isEnd(Notice::Kind kind)
{
    return kind == Notice::Kind::Resolved || kind == Notice::Kind::Seeing;
}

} // namespace

bool NotificationPolicy::wants(Severity severity) const
{
    return m_settings.enabled && (severity == Severity::Critical || m_settings.warnings);
}

std::optional<Notice::Kind> NotificationPolicy::newest(const QString &key) const
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return std::nullopt;
    return entry->second.waiting ? entry->second.waiting->kind : entry->second.said;
}

void NotificationPolicy::say(const Notice &notice, Timestamp now, Announcement &announcement)
{
    Entry &entry = m_entries[notice.key];
    const auto elapsed = now - entry.at;
    // A negative one means that the clock was set back: no reason to wait for it to catch up.
    if (entry.said && elapsed >= elapsed.zero() && elapsed < minimumGap) {
        entry.waiting = notice;
        return;
    }
    entry = Entry{notice.kind, now, std::nullopt};
    announcement.send.push_back(notice);
}

//! Ends what \a begun began, if it was said: with \a ended, or by withdrawing it when that is null.
void NotificationPolicy::end(
    const Notice &begun, const Notice *ended, Timestamp now, Announcement &announcement)
{
    const auto found = m_entries.find(begun.key);
    if (found == m_entries.end() || newest(begun.key) != begun.kind)
        return;
    Entry &entry = found->second;
    if (entry.said != begun.kind) { // it began and ended while it was held back: nobody need know
        entry.waiting.reset();
        return;
    }
    if (ended) {
        say(*ended, now, announcement);
        return;
    }
    announcement.withdraw.append(begun.key);
    m_entries.erase(found);
}

void NotificationPolicy::restore(const ServiceId &service, const Alert &alert)
{
    m_entries[keyOf(service, alert)] = Entry{Notice::Kind::Firing, Timestamp{}, std::nullopt};
}

Announcement NotificationPolicy::onEvaluation(const Evaluation &evaluation, const NoticeContext &context)
{
    Announcement announcement;
    const bool wanted = wants(context.rule.severity);
    for (const AlertTransition &transition : evaluation.transitions) {
        if (transition.from != AlertPhase::Firing)
            continue;
        const bool recovered = transition.alert.phase == AlertPhase::Resolved;
        const Notice resolved = aboutAlert(Notice::Kind::Resolved, transition.alert, context);
        end(aboutAlert(Notice::Kind::Firing, transition.alert, context),
            recovered && wanted && m_settings.resolved ? &resolved : nullptr, context.now, announcement);
    }
    // What was not evaluated stands as it was last seen, which after a restart may be long ago.
    if (!wanted || evaluation.next.health != RuleHealth::Ok)
        return announcement;
    for (const Alert &alert : evaluation.next.alerts) {
        const Notice firing = aboutAlert(Notice::Kind::Firing, alert, context);
        if (alert.phase == AlertPhase::Firing && newest(firing.key) != Notice::Kind::Firing)
            say(firing, context.now, announcement);
    }
    return announcement;
}

Announcement NotificationPolicy::onSight(const Sight &sight)
{
    Announcement announcement;
    const Notice blind = aboutSight(Notice::Kind::Blind, sight);
    if (sight.misses >= missesUntilBlind) {
        if (m_settings.enabled && newest(blind.key) != Notice::Kind::Blind)
            say(blind, sight.now, announcement);
    } else if (sight.misses == 0) {
        const Notice seeing = aboutSight(Notice::Kind::Seeing, sight);
        end(blind, m_settings.enabled && m_settings.resolved ? &seeing : nullptr, sight.now, announcement);
    }
    return announcement;
}

Announcement NotificationPolicy::due(Timestamp now)
{
    Announcement announcement;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        Entry &entry = it->second;
        if (const std::optional<Notice> waiting = std::exchange(entry.waiting, std::nullopt))
            say(*waiting, now, announcement);
        const bool isOver =
            !entry.waiting && entry.said && isEnd(*entry.said) && now - entry.at >= minimumGap;
        it = isOver ? m_entries.erase(it) : std::next(it);
    }
    return announcement;
}

Announcement NotificationPolicy::forget(const ServiceId &service, const RuleId &rule)
{
    return forgetKeys(alertsOf(service, rule));
}

Announcement NotificationPolicy::forget(const ServiceId &service)
{
    return forgetKeys(u"service/"_s % service.value % u'/');
}

Announcement NotificationPolicy::forgetKeys(const QString &prefix)
{
    Announcement announcement;
    auto it = m_entries.lower_bound(prefix);
    while (it != m_entries.end() && it->first.startsWith(prefix)) {
        if (it->second.said && !isEnd(*it->second.said))
            announcement.withdraw.append(it->first);
        it = m_entries.erase(it);
    }
    return announcement;
}

bool NotificationPolicy::isTold(const ServiceId &service, const Alert &alert) const
{
    const auto entry = m_entries.find(keyOf(service, alert));
    return entry != m_entries.end() && entry->second.said == Notice::Kind::Firing;
}

} // namespace sockeye
