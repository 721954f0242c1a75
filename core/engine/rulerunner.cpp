// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/rulerunner.h"

#include "core/engine/ruleobserver.h"
#include "core/prometheus/stepcalculator.h"

#include <QJsonDocument>

#include <algorithm>

namespace sockeye {

namespace {

bool isActive(const Alert &alert)
{
    return alert.phase == AlertPhase::Pending || alert.phase == AlertPhase::Firing;
}

QByteArray labelsToJson(const LabelSet &labels)
{
    QJsonObject object;
    for (const Label &label : labels.labels())
        object.insert(QString::fromUtf8(label.name), QString::fromUtf8(label.value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

LabelSet labelsFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    std::vector<Label> labels;
    for (auto it = object.begin(); it != object.end(); ++it)
        labels.push_back({it.key().toUtf8(), it.value().toString().toUtf8()});
    return LabelSet(std::move(labels));
}

//! Firing before pending before resolved.
int rankOf(AlertPhase phase)
{
    switch (phase) {
    case AlertPhase::Firing:
        return 0;
    case AlertPhase::Pending:
        return 1;
    case AlertPhase::Resolved:
        return 2;
    case AlertPhase::Inactive:
        return 3;
    }
    return 3;
}

bool isWorse(const ActiveAlert &a, const ActiveAlert &b)
{
    if (a.alert.phase != b.alert.phase)
        return rankOf(a.alert.phase) < rankOf(b.alert.phase);
    if (a.rule.severity != b.rule.severity)
        return a.rule.severity > b.rule.severity;
    return a.alert.activeAt > b.alert.activeAt;
}

} // namespace

RuleRunner::RuleRunner(const SessionView &view, AlertDesk &desk, HistoryDatabase &history, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_desk(desk)
    , m_history(history)
{
}

RuleRunner::~RuleRunner() = default;

void RuleRunner::restore(const std::vector<StoredAlert> &alerts)
{
    for (const StoredAlert &stored : alerts) {
        const std::optional<AlertPhase> phase = alertPhaseFromName(stored.phase);
        const auto slot = m_slots.find({ServiceId{stored.service}, RuleId{stored.rule}});
        if (!phase || slot == m_slots.end())
            continue;
        const Alert alert{RuleId{stored.rule}, labelsFromJson(stored.labels), *phase, stored.value,
            stored.activeAt, stored.firedAt, {}};
        if (!isActive(alert))
            continue;
        slot->second.state.alerts.push_back(alert);
        m_desk.restore(slot->first.first, alert, stored.notified);
    }
    Q_EMIT changed();
}

bool RuleRunner::applies(const AlertRule &rule, const ServiceConfig &service) const
{
    if (!rule.enabled)
        return false;
    switch (rule.condition.source) {
    case AlertCondition::Source::Probe:
        return !service.targets.empty();
    case AlertCondition::Source::Query:
        return m_view.workspace().endpoint(service.endpoint) != nullptr;
    }
    return false;
}

void RuleRunner::sync()
{
    const Workspace &workspace = m_view.workspace();
    for (auto it = m_slots.begin(); it != m_slots.end();) {
        const auto &[serviceId, ruleId] = it->first;
        const ServiceConfig *service = workspace.service(serviceId);
        const AlertRule *rule = workspace.rule(ruleId);
        if (service && rule && applies(*rule, *service)) {
            ++it;
            continue;
        }
        if (service && rule && !rule->enabled)
            evaluateSwitchedOff(it->first, *rule);
        m_desk.forget(serviceId, ruleId);
        it = m_slots.erase(it);
    }
    for (const ServiceConfig &service : workspace.services) {
        for (const AlertRule &rule : workspace.rules) {
            if (applies(rule, service))
                m_slots.try_emplace({service.id, rule.id});
        }
    }
    store();
    Q_EMIT changed();
}

void RuleRunner::tick()
{
    const MonotonicTime now = m_view.clock().monotonic();
    for (auto &[key, slot] : m_slots) {
        if (slot.isAsking || (slot.due && now < *slot.due))
            continue;
        slot.due = now + m_view.workspace().refreshInterval;
        run(key, slot);
    }
}

void RuleRunner::run(const Key &key, Slot &slot)
{
    const ServiceConfig *service = m_view.workspace().service(key.first);
    const AlertRule *rule = m_view.workspace().rule(key.second);
    if (!service || !rule)
        return;
    switch (rule->condition.source) {
    case AlertCondition::Source::Probe: {
        const Observed observed = observeProbes(*rule, *service, m_view);
        conclude(key, observed.observation, observed.detail);
        return;
    }
    case AlertCondition::Source::Query:
        if (EndpointMonitor *endpoint = m_view.endpoint(service->endpoint)) {
            slot.isAsking = true;
            ask(key, *rule, *endpoint);
        }
        return;
    }
}

void RuleRunner::ask(const Key &key, const AlertRule &rule, EndpointMonitor &endpoint)
{
    const std::chrono::milliseconds scrape = endpoint.scrapeInterval();
    const ServiceRoles *roles = m_view.roles(key.first);
    const Expected<QString, QString> expression = roles
        ? roles->expand(rule.condition.expression, rule.window, rateWindow(scrape, scrape))
        : Expected<QString, QString>(unexpected(QString()));
    if (!expression) {
        conclude(key, {RuleHealth::CannotEvaluate, {}}, expression.error());
        return;
    }
    endpoint.scheduler().askInstant(*expression, this, [this, key](const QueryOutcome &outcome) {
        const Observed observed = observeAnswer(outcome);
        conclude(key, observed.observation, observed.detail);
    });
}

void RuleRunner::conclude(const Key &key, const Observation &observation, const QString &detail)
{
    const auto found = m_slots.find(key);
    const AlertRule *rule = m_view.workspace().rule(key.second);
    const ServiceConfig *service = m_view.workspace().service(key.first);
    if (found == m_slots.end() || !rule || !service)
        return;
    Slot &slot = found->second;
    slot.isAsking = false;
    slot.detail = detail;
    slot.worst = worstValue(*rule, observation);
    const RuleState before = slot.state;
    const Evaluation evaluation = evaluate(*rule, before, observation, m_view.clock().now());
    slot.state = evaluation.next;
    m_desk.onEvaluation({*rule, service->id, service->name, detail}, before, evaluation);
    store();
    Q_EMIT changed();
}

void RuleRunner::evaluateSwitchedOff(const Key &key, const AlertRule &rule)
{
    const ServiceConfig *service = m_view.workspace().service(key.first);
    const RuleState before = m_slots[key].state;
    const Evaluation evaluation = evaluate(rule, before, {}, m_view.clock().now());
    m_desk.onEvaluation({rule, key.first, service ? service->name : QString(), {}}, before, evaluation);
}

void RuleRunner::store()
{
    std::vector<StoredAlert> stored;
    for (const auto &[key, slot] : m_slots) {
        for (const Alert &alert : slot.state.alerts) {
            if (isActive(alert))
                stored.push_back({key.second.value, key.first.value, labelsToJson(alert.labels),
                    QString(alertPhaseName(alert.phase)), alert.value, alert.activeAt, alert.firedAt,
                    m_desk.isTold(key.first, alert)});
        }
    }
    std::vector<StoredAlert> news = stored;
    for (StoredAlert &alert : news)
        alert.value = 0.0;
    if (std::exchange(m_stored, news) != news)
        m_history.saveAlerts(stored);
}

std::vector<ActiveAlert> RuleRunner::alerts() const
{
    std::vector<ActiveAlert> result;
    for (const auto &[key, slot] : m_slots) {
        const AlertRule *rule = m_view.workspace().rule(key.second);
        const ServiceConfig *service = m_view.workspace().service(key.first);
        if (!rule || !service)
            continue;
        for (const Alert &alert : slot.state.alerts)
            result.push_back({alert, *rule, service->id, service->name, slot.state.health == RuleHealth::Ok});
    }
    std::stable_sort(result.begin(), result.end(), isWorse);
    return result;
}

std::vector<RuleStatus> RuleRunner::statuses() const
{
    std::vector<RuleStatus> result;
    for (const auto &[key, slot] : m_slots)
        result.push_back(
            {key.second, key.first, slot.state.health, slot.state.misses, slot.detail, slot.worst});
    return result;
}

} // namespace sockeye
