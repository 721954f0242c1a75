// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/notificationpolicy.h"

#include "tests/support/evaluationscript.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::observation;

namespace {

QString nameOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Firing:
        return u"firing"_s;
    case Notice::Kind::Resolved:
        return u"resolved"_s;
    case Notice::Kind::Blind:
        return u"blind"_s;
    case Notice::Kind::Seeing:
        return u"seeing"_s;
    case Notice::Kind::Trial:
        return u"trial"_s;
    }
    return {};
}

//! "firing a, withdraw a": what is sent and withdrawn, by the instance named in the key; "-" for nothing.
QString describe(const Announcement &announcement)
{
    const auto instance = [](const QString &key) { return key.section(u'"', 1, 1); };
    QStringList words;
    for (const Notice &notice : announcement.send)
        words.append(u"%1 %2"_s.arg(nameOf(notice.kind), instance(notice.key)).trimmed());
    for (const QString &key : announcement.withdraw)
        words.append(u"withdraw %1"_s.arg(instance(key)).trimmed());
    return words.isEmpty() ? u"-"_s : words.join(u", "_s);
}

//! One rule of one service with its evaluator and the policy behind it.
class Scene final {
public:
    explicit Scene(NotificationSettings settings = {}, Severity severity = Severity::Critical)
        : policy(settings)
        , rule(test::ruleAbove(1.0, 0s))
    {
        rule.severity = severity;
        rule.name = u"Mine"_s;
    }

    Announcement observe(const QString &text)
    {
        const Evaluation evaluation = evaluate(rule, state, observation(text), now);
        state = evaluation.next;
        return policy.onEvaluation(evaluation, {rule, service, u"api"_s, now});
    }

    Announcement look(int misses) { return policy.onSight({service, u"api"_s, misses, Timestamp{5s}, now}); }

    NotificationPolicy policy;
    AlertRule rule;
    RuleState state;
    ServiceId service{u"s1"_s};
    Timestamp now{1000s};
};

} // namespace

class NotificationPolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsBeginningAndEnd();
    void carriesTheFacts();
    void tellsNothingOfPending();
    void tellsEachAlertOnce();
    void heedsSettings_data();
    void heedsSettings();
    void tellsWhatFiresWhenSwitchedOn();
    void tellsNoEndWithoutBeginning();
    void withdrawsWhenRuleIsSwitchedOff();
    void repeatsNothingAfterRestart();
    void tellsAfterRestartWhatWasNotToldOnceItIsSeen();
    void tellsEndAfterRestart();
    void holdsBackWhatComesTooSoon();
    void swallowsWhatBeganAndEndedWhileHeldBack();
    void doesNotWaitForClockThatWasSetBack();
    void tellsBlindnessOnceAfterThreeMisses();
    void withdrawsBlindnessWhereGoodNewsIsNotWanted();
    void forgetsRuleAndService();
};

void NotificationPolicyTest::tellsBeginningAndEnd()
{
    Scene scene;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"firing a"_s);
    scene.now += 15s;
    QCOMPARE(describe(scene.observe(u"a=3"_s)), u"-"_s);
    scene.now += 15s;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"resolved a"_s);
    scene.now += 15s;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"firing a"_s);
}

void NotificationPolicyTest::carriesTheFacts()
{
    Scene scene;
    scene.rule.panel = u"latency"_s;
    scene.rule.condition.unit = Unit::Seconds;
    scene.rule.holdFor = 30s;
    static_cast<void>(scene.observe(u"a=2"_s));
    scene.now += 30s;
    const Announcement announcement = scene.observe(u"a=4"_s);
    QCOMPARE(announcement.send.size(), std::size_t{1});
    Notice expected;
    expected.key = u"service/s1/rule/rule/{instance=\"a\"}"_s;
    expected.ruleKey = u"Mine"_s;
    expected.subject = u"api"_s;
    expected.unit = Unit::Seconds;
    expected.value = 4.0;
    expected.threshold = 1.0;
    expected.since = Timestamp{1000s};
    expected.at = Timestamp{1030s};
    expected.serviceId = u"s1"_s;
    expected.panel = u"latency"_s;
    QCOMPARE(announcement.send.front(), expected);

    scene.now += 30s;
    expected.kind = Notice::Kind::Resolved;
    expected.value = 0.5;
    expected.at = Timestamp{1060s};
    QCOMPARE(scene.observe(u"a=0.5"_s).send, std::vector{expected});
}

void NotificationPolicyTest::tellsNothingOfPending()
{
    Scene scene;
    scene.rule.holdFor = 30s;
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"-"_s);
    scene.now += 15s;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
}

void NotificationPolicyTest::tellsEachAlertOnce()
{
    Scene scene;
    QCOMPARE(describe(scene.observe(u"a=2 b=2"_s)), u"firing a, firing b"_s);
    QCOMPARE(describe(scene.observe(u"a=2 b=2 c=2"_s)), u"firing c"_s);
}

void NotificationPolicyTest::heedsSettings_data()
{
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<bool>("warnings");
    QTest::addColumn<bool>("resolved");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");

    QTest::newRow("all") << true << true << true << Severity::Warning << u"firing a"_s << u"resolved a"_s;
    QTest::newRow("off") << false << true << true << Severity::Critical << u"-"_s << u"-"_s;
    QTest::newRow("no warnings: a warning") << true << false << true << Severity::Warning << u"-"_s << u"-"_s;
    QTest::newRow("no warnings: a critical one")
        << true << false << true << Severity::Critical << u"firing a"_s << u"resolved a"_s;
    QTest::newRow("no good news: it is withdrawn")
        << true << true << false << Severity::Critical << u"firing a"_s << u"withdraw a"_s;
}

void NotificationPolicyTest::heedsSettings()
{
    QFETCH(bool, enabled);
    QFETCH(bool, warnings);
    QFETCH(bool, resolved);
    QFETCH(Severity, severity);
    Scene scene({enabled, warnings, resolved}, severity);
    QTEST(describe(scene.observe(u"a=2"_s)), "begin");
    scene.now += 15s;
    QTEST(describe(scene.observe(u"a=0"_s)), "end");
}

void NotificationPolicyTest::tellsWhatFiresWhenSwitchedOn()
{
    Scene scene({.enabled = false});
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"-"_s);
    scene.policy.setSettings({});
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"firing a"_s);
}

void NotificationPolicyTest::tellsNoEndWithoutBeginning()
{
    Scene scene({.enabled = false});
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"-"_s);
    scene.policy.setSettings({});
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
}

void NotificationPolicyTest::withdrawsWhenRuleIsSwitchedOff()
{
    Scene scene;
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"firing a"_s);
    scene.rule.enabled = false;
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"withdraw a"_s);
}

void NotificationPolicyTest::repeatsNothingAfterRestart()
{
    Scene before;
    QCOMPARE(describe(before.observe(u"a=2"_s)), u"firing a"_s);
    QVERIFY(before.policy.isTold(before.service, before.state.alerts.at(0)));

    Scene after;
    after.state.alerts = before.state.alerts;
    after.policy.restore(after.service, before.state.alerts.at(0));
    QVERIFY(after.policy.isTold(after.service, before.state.alerts.at(0)));
    QCOMPARE(describe(after.observe(u"a=2"_s)), u"-"_s);
}

void NotificationPolicyTest::tellsAfterRestartWhatWasNotToldOnceItIsSeen()
{
    Scene before({.enabled = false});
    static_cast<void>(before.observe(u"a=2"_s));
    QVERIFY(!before.policy.isTold(before.service, before.state.alerts.at(0)));

    Scene after;
    after.state.alerts = before.state.alerts;
    QCOMPARE(describe(after.observe(u"error"_s)), u"-"_s);
    QCOMPARE(describe(after.observe(u"a=2"_s)), u"firing a"_s);
}

void NotificationPolicyTest::tellsEndAfterRestart()
{
    Scene before;
    static_cast<void>(before.observe(u"a=2"_s));
    Scene after;
    after.state.alerts = before.state.alerts;
    after.policy.restore(after.service, before.state.alerts.at(0));
    QCOMPARE(describe(after.observe(u"a=0"_s)), u"resolved a"_s);
}

void NotificationPolicyTest::holdsBackWhatComesTooSoon()
{
    Scene scene;
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"firing a"_s);
    scene.now += 1s;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
    QCOMPARE(describe(scene.policy.due(scene.now)), u"-"_s);
    scene.now += 999ms;
    QCOMPARE(describe(scene.policy.due(scene.now)), u"-"_s);
    scene.now += 1ms;
    QCOMPARE(describe(scene.policy.due(scene.now)), u"resolved a"_s);
    QCOMPARE(describe(scene.policy.due(scene.now)), u"-"_s);
    // Only the newest of those that were held back: it fires, is well, and fires again.
    scene.now += 1s;
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"-"_s);
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
    QCOMPARE(describe(scene.observe(u"a=5"_s)), u"-"_s);
    scene.now += 1s;
    const Announcement due = scene.policy.due(scene.now);
    QCOMPARE(describe(due), u"firing a"_s);
    QCOMPARE(due.send.front().value, 5.0);
}

void NotificationPolicyTest::swallowsWhatBeganAndEndedWhileHeldBack()
{
    Scene scene;
    static_cast<void>(scene.observe(u"a=2"_s));
    scene.now += 10s;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"resolved a"_s);
    scene.now += 1s;
    QCOMPARE(describe(scene.observe(u"a=2"_s)), u"-"_s);
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"-"_s);
    scene.now += 10s;
    QCOMPARE(describe(scene.policy.due(scene.now)), u"-"_s);
}

void NotificationPolicyTest::doesNotWaitForClockThatWasSetBack()
{
    Scene scene;
    static_cast<void>(scene.observe(u"a=2"_s));
    scene.now -= 1h;
    QCOMPARE(describe(scene.observe(u"a=0"_s)), u"resolved a"_s);
}

void NotificationPolicyTest::tellsBlindnessOnceAfterThreeMisses()
{
    Scene scene({.warnings = false});
    QCOMPARE(describe(scene.look(0)), u"-"_s);
    QCOMPARE(describe(scene.look(1)), u"-"_s);
    QCOMPARE(describe(scene.look(2)), u"-"_s);
    const Announcement blind = scene.look(3);
    QCOMPARE(describe(blind), u"blind"_s);
    QCOMPARE(blind.send.front().since, Timestamp{5s});
    QCOMPARE(blind.send.front().subject, u"api"_s);
    QCOMPARE(describe(scene.look(4)), u"-"_s);
    scene.now += 15s;
    QCOMPARE(describe(scene.look(0)), u"seeing"_s);
    QCOMPARE(describe(scene.look(0)), u"-"_s);
    scene.now += 15s;
    QCOMPARE(describe(scene.look(2)), u"-"_s);
    QCOMPARE(describe(scene.look(3)), u"blind"_s);
}

void NotificationPolicyTest::withdrawsBlindnessWhereGoodNewsIsNotWanted()
{
    Scene scene({.resolved = false});
    QCOMPARE(describe(scene.look(3)), u"blind"_s);
    QCOMPARE(describe(scene.look(0)), u"withdraw"_s);
    Scene silent({.enabled = false});
    QCOMPARE(describe(silent.look(3)), u"-"_s);
    QCOMPARE(describe(silent.look(0)), u"-"_s);
}

void NotificationPolicyTest::forgetsRuleAndService()
{
    Scene scene;
    static_cast<void>(scene.observe(u"a=2"_s));
    static_cast<void>(scene.look(3));
    QCOMPARE(describe(scene.policy.forget(ServiceId{u"s"_s})), u"-"_s);
    QCOMPARE(describe(scene.policy.forget(scene.service, RuleId{u"other"_s})), u"-"_s);
    QCOMPARE(describe(scene.policy.forget(scene.service, scene.rule.id)), u"withdraw a"_s);
    QCOMPARE(describe(scene.policy.forget(scene.service)), u"withdraw"_s);
    QCOMPARE(describe(scene.policy.forget(scene.service)), u"-"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::NotificationPolicyTest)
#include "tst_notificationpolicy.moc"
