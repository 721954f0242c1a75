// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alertevaluator.h"

#include "tests/support/evaluationscript.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::describe;
using test::instance;
using test::observation;
using test::ruleAbove;

namespace {

Timestamp at(std::chrono::seconds seconds)
{
    return Timestamp{seconds};
}

} // namespace

class AlertEvaluatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsPrometheus_data();
    void followsPrometheus();
    void failsClosed_data();
    void failsClosed();
    void countsMissesUntilItSeesAgain();
    void stampsEachPhase();
    void forgetsResolvedAlertAfterRetention();
    void ignoresMetricName();
    void takesTwoValuesOfOneAlertForAnError();
    void endsAlertsOfRuleThatIsSwitchedOff();
    void keepsWhatWasHeldWhenClockIsSetBack();
    void clampsRestoredAlertsOfTheFuture();
    void goesOnFromRestoredPending();
    void comparesAsTheRuleSays_data();
    void comparesAsTheRuleSays();

private:
    void followScript();
};

// One line an evaluation: seconds | what is observed | alerts afterwards | transitions.
void AlertEvaluatorTest::followsPrometheus_data()
{
    QTest::addColumn<int>("holdFor");
    QTest::addColumn<QString>("script");

    QTest::newRow("under the threshold nothing happens") << 30
                                                         << u"0  | a=0.5 | - | -\n"
                                                            "15 | a=1   | - | -"_s;
    QTest::newRow("holds, then fires") << 30
                                       << u"0  | a=0.5 | -              | -\n"
                                          "15 | a=2   | a pending@15=2 | a inactive>pending\n"
                                          "30 | a=3   | a pending@15=3 | -\n"
                                          "45 | a=4   | a firing@15=4  | a pending>firing\n"
                                          "60 | a=5   | a firing@15=5  | -"_s;
    QTest::newRow("without for it fires at once, in one transition")
        << 0 << u"0 | a=2 | a firing@0=2 | a inactive>firing"_s;
    QTest::newRow("resolves when seen under the threshold")
        << 0
        << u"0  | a=2 | a firing@0=2   | a inactive>firing\n"
           "15 | a=1 | a resolved@0=1 | a firing>resolved\n"
           "30 | a=0 | a resolved@0=1 | -"_s;
    QTest::newRow("pending is dropped when seen under the threshold")
        << 30
        << u"0  | a=2 | a pending@0=2 | a inactive>pending\n"
           "15 | a=1 | -             | a pending>inactive\n"
           "30 | a=2 | a pending@30=2 | a inactive>pending"_s;
    QTest::newRow("pending that is gone is dropped") << 30
                                                     << u"0  | a=2 b=0 | a pending@0=2 | a inactive>pending\n"
                                                        "15 | b=0     | -             | a pending>inactive"_s;
    QTest::newRow("firing that is gone resolves with its last value")
        << 0
        << u"0  | a=2 b=0 | a firing@0=2   | a inactive>firing\n"
           "15 | b=0     | a resolved@0=2 | a firing>resolved"_s;
    QTest::newRow("comes back after it resolved as a new alert")
        << 15
        << u"0  | a=2 | a pending@0=2  | a inactive>pending\n"
           "15 | a=2 | a firing@0=2   | a pending>firing\n"
           "30 | a=0 | a resolved@0=0 | a firing>resolved\n"
           "45 | a=3 | a pending@45=3 | a inactive>pending\n"
           "60 | a=3 | a firing@45=3  | a pending>firing"_s;
    QTest::newRow("elements stand alone")
        << 15
        << u"0  | a=2 b=0 | a pending@0=2                 | a inactive>pending\n"
           "15 | a=2 b=2 | a firing@0=2, b pending@15=2  | a pending>firing, b inactive>pending\n"
           "30 | a=0 b=2 | a resolved@0=0, b firing@15=2 | a firing>resolved, b pending>firing"_s;
    QTest::newRow("infinity is a breach") << 0 << u"0 | a=inf | a firing@0=inf | a inactive>firing"_s;
}

void AlertEvaluatorTest::followsPrometheus()
{
    followScript();
}

// What would be "nothing", and so "well", to Prometheus.
void AlertEvaluatorTest::failsClosed_data()
{
    QTest::addColumn<int>("holdFor");
    QTest::addColumn<QString>("script");

    QTest::newRow("an error changes no alert") << 15
                                               << u"0  | a=2   | a pending@0=2 | a inactive>pending\n"
                                                  "15 | error | a pending@0=2 | -\n"
                                                  "30 | a=2   | a firing@0=2  | a pending>firing\n"
                                                  "45 | error | a firing@0=2  | -"_s;
    QTest::newRow("no data changes no alert") << 0
                                              << u"0  | a=2     | a firing@0=2 | a inactive>firing\n"
                                                 "15 | no data | a firing@0=2 | -"_s;
    QTest::newRow("an answer without values is no data") << 0
                                                         << u"0  | a=2 | a firing@0=2 | a inactive>firing\n"
                                                            "15 |     | a firing@0=2 | -"_s;
    QTest::newRow("a role that is gone changes no alert")
        << 0
        << u"0  | a=2             | a firing@0=2 | a inactive>firing\n"
           "15 | cannot evaluate | a firing@0=2 | -"_s;
    QTest::newRow("NaN is no breach") << 0 << u"0 | a=nan | - | -"_s;
    QTest::newRow("NaN resolves nothing") << 0
                                          << u"0  | a=2   | a firing@0=2   | a inactive>firing\n"
                                             "15 | a=nan | a firing@0=2   | -\n"
                                             "30 | a=0   | a resolved@0=0 | a firing>resolved"_s;
    QTest::newRow("NaN neither drops nor fires what is pending")
        << 15
        << u"0  | a=2   | a pending@0=2 | a inactive>pending\n"
           "15 | a=nan | a pending@0=2 | -\n"
           "30 | a=2   | a firing@0=2  | a pending>firing"_s;
    QTest::newRow("a partial answer ends nothing")
        << 15
        << u"0  | a=2 b=2         | a pending@0=2, b pending@0=2 | a inactive>pending, b inactive>pending\n"
           "15 | a=2 b=0 partial | a firing@0=2, b pending@0=2  | a pending>firing\n"
           "30 | b=2 partial     | a firing@0=2, b firing@0=2   | b pending>firing\n"
           "45 | b=2             | a resolved@0=2, b firing@0=2 | a firing>resolved"_s;
    QTest::newRow("a partial answer begins alerts")
        << 0 << u"0 | a=2 partial | a firing@0=2 | a inactive>firing"_s;
}

void AlertEvaluatorTest::failsClosed()
{
    followScript();
}

void AlertEvaluatorTest::followScript()
{
    QFETCH(int, holdFor);
    QFETCH(QString, script);
    const AlertRule rule = ruleAbove(1.0, std::chrono::seconds{holdFor});
    RuleState state;
    const QStringList lines = script.split(u'\n');
    for (const QString &line : lines) {
        const QStringList columns = line.split(u'|');
        const auto now = at(std::chrono::seconds{columns.at(0).trimmed().toInt()});
        const Evaluation result = evaluate(rule, state, observation(columns.at(1).trimmed()), now);
        QCOMPARE(describe(result.next.alerts), columns.at(2).trimmed());
        QCOMPARE(describe(result.transitions), columns.at(3).trimmed());
        QCOMPARE(result.next.evaluatedAt, now);
        state = result.next;
    }
}

void AlertEvaluatorTest::countsMissesUntilItSeesAgain()
{
    const AlertRule rule = ruleAbove(1.0, 0s);
    RuleState state;
    QCOMPARE(state.health, RuleHealth::Unknown);
    const auto observe = [&](const QString &text) {
        state = evaluate(rule, state, observation(text), at(0s)).next;
    };
    observe(u"error"_s);
    QCOMPARE(state.health, RuleHealth::Error);
    observe(u"no data"_s);
    QCOMPARE(state.health, RuleHealth::NoData);
    observe(u"cannot evaluate"_s);
    QCOMPARE(state.health, RuleHealth::CannotEvaluate);
    QCOMPARE(state.misses, 3);
    observe(u"a=0"_s);
    QCOMPARE(state.health, RuleHealth::Ok);
    QCOMPARE(state.misses, 0);
}

void AlertEvaluatorTest::stampsEachPhase()
{
    const AlertRule rule = ruleAbove(1.0, 30s);
    RuleState state = evaluate(rule, {}, observation(u"a=2"_s), at(100s)).next;
    QCOMPARE(state.alerts.at(0).activeAt, at(100s));
    QVERIFY(!state.alerts.at(0).firedAt);
    state = evaluate(rule, state, observation(u"a=2"_s), at(130s)).next;
    QCOMPARE(state.alerts.at(0).firedAt, at(130s));
    QVERIFY(!state.alerts.at(0).resolvedAt);
    const Evaluation last = evaluate(rule, state, observation(u"a=0"_s), at(145s));
    const Alert expected{rule.id, instance(u"a"_s), AlertPhase::Resolved, 0.0, at(100s), at(130s), at(145s)};
    QCOMPARE(last.next.alerts, std::vector{expected});
    QCOMPARE(last.transitions, (std::vector{AlertTransition{AlertPhase::Firing, expected}}));
}

void AlertEvaluatorTest::forgetsResolvedAlertAfterRetention()
{
    const AlertRule rule = ruleAbove(1.0, 0s);
    RuleState state = evaluate(rule, {}, observation(u"a=2"_s), at(0s)).next;
    state = evaluate(rule, state, observation(u"a=0"_s), at(10s)).next;
    state = evaluate(rule, state, observation(u"a=0"_s), at(10s) + resolvedRetention).next;
    QCOMPARE(describe(state.alerts), u"a resolved@0=0"_s);
    const Evaluation last = evaluate(rule, state, observation(u"a=0"_s), at(11s) + resolvedRetention);
    QCOMPARE(describe(last.next.alerts), u"-"_s);
    QCOMPARE(describe(last.transitions), u"-"_s);
}

void AlertEvaluatorTest::ignoresMetricName()
{
    const Observation named{RuleHealth::Ok, {{instance(u"a"_s).with("__name__", "m"), 2.0}}};
    const AlertRule rule = ruleAbove(1.0, 15s);
    RuleState state = evaluate(rule, {}, named, at(0s)).next;
    QCOMPARE(state.alerts.at(0).labels, instance(u"a"_s));
    state = evaluate(rule, state, observation(u"a=2"_s), at(15s)).next;
    QCOMPARE(describe(state.alerts), u"a firing@0=2"_s);
}

void AlertEvaluatorTest::takesTwoValuesOfOneAlertForAnError()
{
    const Observation twice{RuleHealth::Ok,
        {{instance(u"a"_s).with("__name__", "m"), 0.0}, {instance(u"a"_s).with("__name__", "n"), 2.0}}};
    const AlertRule rule = ruleAbove(1.0, 0s);
    const RuleState firing = evaluate(rule, {}, observation(u"a=2"_s), at(0s)).next;
    const Evaluation result = evaluate(rule, firing, twice, at(15s));
    QCOMPARE(result.next.health, RuleHealth::Error);
    QCOMPARE(result.next.misses, 1);
    QCOMPARE(result.next.alerts, firing.alerts);
}

void AlertEvaluatorTest::endsAlertsOfRuleThatIsSwitchedOff()
{
    AlertRule rule = ruleAbove(1.0, 15s);
    RuleState state = evaluate(rule, {}, observation(u"a=2 c=2"_s), at(0s)).next;
    state = evaluate(rule, state, observation(u"a=2 b=2 c=0"_s), at(15s)).next;
    QCOMPARE(describe(state.alerts), u"a firing@0=2, b pending@15=2"_s);
    rule.enabled = false;
    const Evaluation result = evaluate(rule, state, observation(u"a=2 b=2"_s), at(30s));
    QCOMPARE(describe(result.next.alerts), u"-"_s);
    QCOMPARE(result.next.health, RuleHealth::Unknown);
    QCOMPARE(describe(result.transitions), u"a firing>inactive, b pending>inactive"_s);
    QVERIFY(!result.transitions.at(0).alert.resolvedAt);
}

void AlertEvaluatorTest::keepsWhatWasHeldWhenClockIsSetBack()
{
    const AlertRule rule = ruleAbove(1.0, 60s);
    RuleState state = evaluate(rule, {}, observation(u"a=2"_s), at(7200s)).next;
    state = evaluate(rule, state, observation(u"a=2"_s), at(7230s)).next;
    // An hour back: 30 seconds have been held and go on to count.
    state = evaluate(rule, state, observation(u"a=2"_s), at(3630s)).next;
    QCOMPARE(describe(state.alerts), u"a pending@3600=2"_s);
    state = evaluate(rule, state, observation(u"a=2"_s), at(3660s)).next;
    QCOMPARE(describe(state.alerts), u"a firing@3600=2"_s);
}

void AlertEvaluatorTest::clampsRestoredAlertsOfTheFuture()
{
    const AlertRule rule = ruleAbove(1.0, 30s);
    RuleState restored;
    restored.alerts = {{rule.id, instance(u"a"_s), AlertPhase::Pending, 2.0, at(500s), {}, {}},
        {rule.id, instance(u"b"_s), AlertPhase::Firing, 2.0, at(500s), at(530s), {}}};
    const RuleState state = evaluate(rule, restored, observation(u"a=2 b=2"_s), at(100s)).next;
    QCOMPARE(describe(state.alerts), u"a pending@100=2, b firing@100=2"_s);
    QCOMPARE(state.alerts.at(1).firedAt, at(100s));
}

void AlertEvaluatorTest::goesOnFromRestoredPending()
{
    const AlertRule rule = ruleAbove(1.0, 60s);
    RuleState restored;
    restored.alerts = {{rule.id, instance(u"a"_s), AlertPhase::Pending, 2.0, at(0s), {}, {}}};
    const Evaluation result = evaluate(rule, restored, observation(u"a=2"_s), at(60s));
    QCOMPARE(describe(result.transitions), u"a pending>firing"_s);
}

void AlertEvaluatorTest::comparesAsTheRuleSays_data()
{
    QTest::addColumn<Comparison>("comparison");
    QTest::addColumn<QString>("breached");

    QTest::newRow(">") << Comparison::Greater << u"c"_s;
    QTest::newRow(">=") << Comparison::GreaterOrEqual << u"bc"_s;
    QTest::newRow("<") << Comparison::Less << u"a"_s;
    QTest::newRow("<=") << Comparison::LessOrEqual << u"ab"_s;
    QTest::newRow("==") << Comparison::Equal << u"b"_s;
    QTest::newRow("!=") << Comparison::NotEqual << u"ac"_s;
}

void AlertEvaluatorTest::comparesAsTheRuleSays()
{
    QFETCH(Comparison, comparison);
    QFETCH(QString, breached);
    AlertRule rule = ruleAbove(1.0, 0s);
    rule.condition.comparison = comparison;
    QString names;
    const Evaluation result = evaluate(rule, {}, observation(u"a=0 b=1 c=2 d=nan"_s), at(0s));
    for (const Alert &alert : result.next.alerts)
        names += QString::fromUtf8(alert.labels.value("instance"));
    QCOMPARE(names, breached);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::AlertEvaluatorTest)
#include "tst_alertevaluator.moc"
