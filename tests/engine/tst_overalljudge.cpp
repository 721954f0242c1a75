// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/overalljudge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

using Kind = OverallStatus::Kind;

namespace {

constexpr Timestamp now = fromMilliseconds(1'767'225'600'000);

//! One server, one service with metrics and a probe, all seen and well.
OverallInput well()
{
    OverallInput input;
    input.now = now;
    EndpointStatus endpoint;
    endpoint.name = u"prometheus"_s;
    endpoint.health = Health::Well;
    endpoint.heardAt = now - 3s;
    input.endpoints = {endpoint};
    ServiceStatus service;
    service.id = ServiceId{u"api"_s};
    service.name = u"api"_s;
    service.health = Health::Well;
    service.blind = BlindCause::None;
    service.lastSeen = now - 3s;
    service.lastConnections = 12'480.0;
    input.services = {service};
    TargetStatus target;
    target.name = u"eu-1"_s;
    target.health = Health::Well;
    target.blind = BlindCause::None;
    input.targets = {target};
    return input;
}

ActiveAlert alert(AlertPhase phase, Severity severity)
{
    ActiveAlert active;
    active.alert.phase = phase;
    active.alert.activeAt = now - 60s;
    active.rule.severity = severity;
    active.service = ServiceId{u"api"_s};
    active.serviceName = u"api"_s;
    return active;
}

void blind(OverallInput &input, BlindCause cause)
{
    input.services.front().blind = cause;
    input.services.front().health = Health::Blind;
}

using Change = std::function<void(OverallInput &)>;

} // namespace

class TestOverallJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheWorst_data();
    void tellsTheWorst();

private:
    static void addRow(const char *name, Change change, Kind kind, Health health);
    static void addQuietRows();
    static void addAlertRows();
    static void addBlindRows();
    static void addProbeRows();

private Q_SLOTS:
    void blindnessSaysWhatWasSeenLast();
    void aFiringAlertOfABlindServiceIsCounted();
    void theOldestOfEquallyBadAlertsIsTold();
    void twoBlindServicesAreCounted();
};

void TestOverallJudge::tellsTheWorst_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Health>("health");
    addQuietRows();
    addAlertRows();
    addBlindRows();
    addProbeRows();
}

void TestOverallJudge::addRow(const char *name, Change change, Kind kind, Health health)
{
    QTest::newRow(name) << std::move(change) << kind << health;
}

void TestOverallJudge::addQuietRows()
{
    addRow(
        "all is heard", [](OverallInput &) {}, Kind::Well, Health::Well);
    addRow(
        "nothing is configured", [](OverallInput &in) { in = {}; }, Kind::NothingConfigured, Health::Unknown);
    const auto pause = [](OverallInput &in) {
        in.paused = true;
        in.alerts = {alert(AlertPhase::Firing, Severity::Critical)};
    };
    addRow("paused, whatever else", pause, Kind::Paused, Health::Unknown);
    const auto newServer = [](OverallInput &in) {
        in.endpoints.front().health = Health::Unknown;
        in.endpoints.front().heardAt.reset();
    };
    addRow("the server was not heard yet", newServer, Kind::Waiting, Health::Unknown);
    const auto newService = [](OverallInput &in) {
        in.services.front().blind = BlindCause::NotYetHeard;
        in.services.front().health = Health::Unknown;
    };
    addRow("a service was not heard yet", newService, Kind::Waiting, Health::Unknown);
    const auto newProbe = [](OverallInput &in) { in.targets.front().health = Health::Unknown; };
    addRow("a probe was not heard yet", newProbe, Kind::Waiting, Health::Unknown);
}

void TestOverallJudge::addAlertRows()
{
    const auto with = [](AlertPhase phase, Severity severity) {
        return [=](OverallInput &in) { in.alerts = {alert(phase, severity)}; };
    };
    addRow("a critical alert fires", with(AlertPhase::Firing, Severity::Critical), Kind::Firing,
        Health::Critical);
    addRow("a warning fires", with(AlertPhase::Firing, Severity::Warning), Kind::Firing, Health::Warning);
    addRow(
        "an alert is pending", with(AlertPhase::Pending, Severity::Critical), Kind::Pending, Health::Warning);
    addRow("an alert has resolved", with(AlertPhase::Resolved, Severity::Critical), Kind::Well, Health::Well);
    const auto unseen = [](OverallInput &in) {
        in.alerts = {alert(AlertPhase::Firing, Severity::Critical)};
        in.alerts.front().seen = false;
    };
    addRow("an alert without news fires in a service that is seen", unseen, Kind::Firing, Health::Critical);
    const auto inTheDark = [](OverallInput &in) {
        blind(in, BlindCause::TargetDown);
        in.alerts = {alert(AlertPhase::Firing, Severity::Critical)};
    };
    addRow("an alert fires in the dark", inTheDark, Kind::Blind, Health::Blind);
    const auto ofAProbe = [=](OverallInput &in) {
        inTheDark(in);
        in.alerts.front().rule.condition.source = AlertCondition::Source::Probe;
    };
    addRow("a probe alert fires while metrics are dark", ofAProbe, Kind::Firing, Health::Critical);
    const auto elsewhere = [](OverallInput &in) {
        in.services.push_back(in.services.front());
        in.services.back().id = ServiceId{u"chat"_s};
        blind(in, BlindCause::TargetDown);
        in.alerts = {alert(AlertPhase::Firing, Severity::Warning)};
        in.alerts.front().service = ServiceId{u"chat"_s};
    };
    addRow("a warning fires while another service is dark", elsewhere, Kind::Blind, Health::Blind);
}

void TestOverallJudge::addBlindRows()
{
    const auto by = [](BlindCause cause) { return [cause](OverallInput &in) { blind(in, cause); }; };
    addRow("the target is down", by(BlindCause::TargetDown), Kind::Blind, Health::Blind);
    addRow("the server gives nothing", by(BlindCause::NoData), Kind::Blind, Health::Blind);
    addRow("the server fails", by(BlindCause::EndpointFailed), Kind::Blind, Health::Blind);
    addRow("the probe thread is silent", by(BlindCause::ProbeSilent), Kind::Blind, Health::Blind);
    const auto failed = [](OverallInput &in) {
        in.services.clear();
        in.endpoints.front().health = Health::Blind;
        in.endpoints.front().error = QueryError{};
    };
    addRow("the server failed and has no service", failed, Kind::Blind, Health::Blind);
    const auto late = [](OverallInput &in) { in.endpoints.front().heardAt = now - 16s; };
    addRow("the server was heard too long ago", late, Kind::Blind, Health::Blind);
}

void TestOverallJudge::addProbeRows()
{
    const auto down = [](OverallInput &in) { in.targets.front().health = Health::Critical; };
    addRow("a probe is down and no alert yet", down, Kind::ProbeDown, Health::Critical);
    const auto suspect = [](OverallInput &in) { in.targets.front().health = Health::Warning; };
    addRow("a ping went unanswered", suspect, Kind::ProbeDown, Health::Warning);
}

void TestOverallJudge::tellsTheWorst()
{
    QFETCH(const Change, change);
    OverallInput input = well();
    change(input);
    const OverallStatus status = judgeOverall(input);
    QTEST(status.kind, "kind");
    QTEST(status.health, "health");
}

void TestOverallJudge::blindnessSaysWhatWasSeenLast()
{
    OverallInput input = well();
    blind(input, BlindCause::TargetDown);
    const OverallStatus status = judgeOverall(input);
    QCOMPARE(status.subject, u"api"_s);
    QCOMPARE(status.blind, BlindCause::TargetDown);
    QCOMPARE(status.lastSeen, std::optional(now - 3s));
    QCOMPARE(status.lastConnections, std::optional(12'480.0));
    QCOMPARE(status.blindCount, 1);
}

void TestOverallJudge::aFiringAlertOfABlindServiceIsCounted()
{
    OverallInput input = well();
    blind(input, BlindCause::EndpointFailed);
    input.alerts = {alert(AlertPhase::Firing, Severity::Critical)};
    const OverallStatus status = judgeOverall(input);
    QCOMPARE(status.kind, Kind::Blind);
    QCOMPARE(status.firing, 1);
}

void TestOverallJudge::theOldestOfEquallyBadAlertsIsTold()
{
    OverallInput input = well();
    input.alerts = {
        alert(AlertPhase::Firing, Severity::Critical), alert(AlertPhase::Firing, Severity::Critical)};
    input.alerts.back().alert.activeAt = now - 120s;
    const OverallStatus status = judgeOverall(input);
    QCOMPARE(status.since, std::optional(now - 120s));
    QCOMPARE(status.firing, 2);
}

void TestOverallJudge::twoBlindServicesAreCounted()
{
    OverallInput input = well();
    blind(input, BlindCause::NoData);
    input.services.push_back(input.services.front());
    input.services.back().name = u"lost first"_s;
    input.services.back().lastSeen = now - 60s;
    const OverallStatus status = judgeOverall(input);
    QCOMPARE(status.blindCount, 2);
    QCOMPARE(status.subject, u"lost first"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestOverallJudge)

#include "tst_overalljudge.moc"
