// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alert.h"
#include "core/alerting/builtinrules.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class AlertRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesJson_data();
    void survivesJson();
    void readsLeastDocument();
    void refusesBadDocument_data();
    void refusesBadDocument();
    void builtinRulesHoldAsAgreed_data();
    void builtinRulesHoldAsAgreed();
    void demoRulesAreShort();
    void phaseNamesGoBothWays();
};

void AlertRuleTest::survivesJson_data()
{
    QTest::addColumn<AlertRule>("rule");

    for (const AlertRule &rule : builtinRules(RuleTiming::usual()))
        QTest::newRow(qUtf8Printable(rule.key)) << rule;
    AlertRule own;
    own.id = RuleId{u"0123456789abcdef"_s};
    own.name = u"慢 \"requests\""_s;
    own.condition = {AlertCondition::Source::Probe, u"avg_over_time(rtt[1m])"_s, Comparison::NotEqual, -0.25,
        Unit::BytesPerSecond};
    own.holdFor = 1ms;
    own.window = 90s;
    own.severity = Severity::Warning;
    own.enabled = false;
    QTest::newRow("the user's own") << own;
}

void AlertRuleTest::survivesJson()
{
    QFETCH(AlertRule, rule);
    const QByteArray bytes = QJsonDocument(toJson(rule)).toJson();
    JsonReader reader(QJsonDocument::fromJson(bytes).object());
    QCOMPARE(readAlertRule(reader), rule);
    QVERIFY(!reader.hasError());
}

void AlertRuleTest::readsLeastDocument()
{
    JsonReader reader(QJsonDocument::fromJson(
        R"({"id": "r", "condition": {"expression": "up", "comparison": "<", "threshold": 1}})")
                          .object());
    AlertRule expected;
    expected.id = RuleId{u"r"_s};
    expected.condition.expression = u"up"_s;
    expected.condition.comparison = Comparison::Less;
    expected.condition.threshold = 1.0;
    QCOMPARE(readAlertRule(reader), expected);
    QVERIFY(!reader.hasError());
}

void AlertRuleTest::refusesBadDocument_data()
{
    using Kind = JsonError::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("path");

    const auto row = [](const char *name, const QByteArray &json, Kind kind, const QString &path) {
        QTest::newRow(name) << json << kind << path;
    };
    row("no id", R"({"condition": {"expression": "up", "threshold": 1}})", Kind::Missing, u"id"_s);
    row("no expression", R"({"id": "r", "condition": {"threshold": 1}})", Kind::Missing,
        u"condition.expression"_s);
    row("no threshold", R"({"id": "r", "condition": {"expression": "up"}})", Kind::Missing,
        u"condition.threshold"_s);
    row("unknown comparison",
        R"({"id": "r", "condition": {"expression": "up", "threshold": 1, "comparison": "=>"}})",
        Kind::BadValue, u"condition.comparison"_s);
    row("unknown source",
        R"({"id": "r", "condition": {"expression": "up", "threshold": 1, "source": "logs"}})", Kind::BadValue,
        u"condition.source"_s);
    row("unknown unit", R"({"id": "r", "condition": {"expression": "up", "threshold": 1, "unit": "ms"}})",
        Kind::BadValue, u"condition.unit"_s);
    row("unknown severity",
        R"({"id": "r", "condition": {"expression": "up", "threshold": 1}, "severity": "page"})",
        Kind::BadValue, u"severity"_s);
    row("negative duration",
        R"({"id": "r", "condition": {"expression": "up", "threshold": 1}, "for_ms": -1})", Kind::BadValue,
        u"for_ms"_s);
    row("no window", R"({"id": "r", "condition": {"expression": "up", "threshold": 1}, "window_ms": 0})",
        Kind::BadValue, u"window_ms"_s);
    row("threshold of a wrong type", R"({"id": "r", "condition": {"expression": "up", "threshold": "1"}})",
        Kind::WrongType, u"condition.threshold"_s);
}

void AlertRuleTest::refusesBadDocument()
{
    QFETCH(QByteArray, json);
    QFETCH(JsonError::Kind, kind);
    QFETCH(QString, path);
    JsonReader reader(QJsonDocument::fromJson(json).object());
    static_cast<void>(readAlertRule(reader));
    QVERIFY(reader.hasError());
    QCOMPARE(reader.error().kind, kind);
    QCOMPARE(reader.error().path, path);
}

void AlertRuleTest::builtinRulesHoldAsAgreed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Comparison>("comparison");
    QTest::addColumn<double>("threshold");
    QTest::addColumn<int>("holdForSeconds");
    QTest::addColumn<Severity>("severity");

    const auto row = [](const char *key, Comparison comparison, double threshold, int holdFor, Severity s) {
        QTest::newRow(key) << QString::fromLatin1(key) << comparison << threshold << holdFor << s;
    };
    row("p99-latency", Comparison::Greater, 1.0, 300, Severity::Critical);
    row("error-rate", Comparison::Greater, 0.05, 300, Severity::Critical);
    row("connections-halved", Comparison::Less, 0.5, 0, Severity::Warning);
    row("probe-down", Comparison::Less, 1.0, 30, Severity::Critical);
    row("target-down", Comparison::Less, 1.0, 60, Severity::Critical);
    row("cpu", Comparison::Greater, 0.85, 300, Severity::Warning);
    row("memory", Comparison::Greater, 0.9, 300, Severity::Warning);
}

void AlertRuleTest::builtinRulesHoldAsAgreed()
{
    QFETCH(QString, key);
    const std::vector<AlertRule> rules = builtinRules(RuleTiming::usual());
    QCOMPARE(rules.size(), std::size_t{7});
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const AlertRule &r) { return r.key == key; });
    QVERIFY(rule != rules.end());
    QCOMPARE(rule->id.value, key);
    QVERIFY(rule->enabled);
    QVERIFY(!rule->panel.isEmpty());
    QTEST(rule->condition.comparison, "comparison");
    QTEST(rule->condition.threshold, "threshold");
    QTEST(static_cast<int>(rule->holdFor / 1s), "holdForSeconds");
    QTEST(rule->severity, "severity");
}

void AlertRuleTest::demoRulesAreShort()
{
    const std::vector<AlertRule> usual = builtinRules(RuleTiming::usual());
    const std::vector<AlertRule> demo = builtinRules(RuleTiming::demo());
    QCOMPARE(demo.size(), usual.size());
    for (std::size_t i = 0; i < demo.size(); ++i) {
        QVERIFY(demo.at(i).holdFor <= 15s);
        QVERIFY(demo.at(i).window <= 60s);
        QCOMPARE(demo.at(i).key, usual.at(i).key);
        QCOMPARE(demo.at(i).condition, usual.at(i).condition);
    }
}

void AlertRuleTest::phaseNamesGoBothWays()
{
    for (const AlertPhase phase :
        {AlertPhase::Inactive, AlertPhase::Pending, AlertPhase::Firing, AlertPhase::Resolved})
        QCOMPARE(alertPhaseFromName(alertPhaseName(phase)), phase);
    QVERIFY(!alertPhaseFromName(u"Firing"_s));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::AlertRuleTest)
#include "tst_alertrule.moc"
