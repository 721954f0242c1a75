// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alertevaluator.h"
#include "core/alerting/probeexpression.h"

#include "tests/support/evaluationscript.h"
#include "tests/support/promtool.h"
#include "tests/support/realprometheus.h"

#include <QMap>
#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto interval = 15s;

//! Samples of each instance, one an evaluation; "stale" where the series is gone.
using Series = QMap<QString, QStringList>;

Observation observationAt(const Series &series, qsizetype step)
{
    Observation observation;
    for (auto entry = series.begin(); entry != series.end(); ++entry) {
        if (entry->at(step) != "stale"_L1)
            observation.values.push_back({test::instance(entry.key()), entry->at(step).toDouble()});
    }
    return observation;
}

QByteArray expectedSample(const Alert &alert)
{
    return "          - labels: 'ALERTS{alertname=\"Oracle\",alertstate=\""
        + QByteArray(alertPhaseName(alert.phase).data()) + "\",instance=\"" + alert.labels.value("instance")
        + "\"}'\n            value: 1\n";
}

//! What our evaluator says at each step, as expectations about Prometheus' own series ALERTS.
QByteArray expectations(const Series &series, const AlertRule &rule)
{
    QByteArray yaml = "    promql_expr_test:\n";
    RuleState state;
    for (qsizetype step = 0; step < series.first().size(); ++step) {
        const auto now = interval * step;
        state = evaluate(rule, state, observationAt(series, step), Timestamp{now}).next;
        yaml += "      - expr: ALERTS\n        eval_time: " + QByteArray::number(qint64{now.count()})
            + "s\n        exp_samples:\n";
        for (const Alert &alert : state.alerts) {
            if (alert.phase != AlertPhase::Resolved)
                yaml += expectedSample(alert);
        }
    }
    return yaml;
}

QByteArray inputSeries(const Series &series)
{
    QByteArray yaml = "    input_series:\n";
    for (auto entry = series.begin(); entry != series.end(); ++entry)
        yaml += "      - series: 'm{instance=\"" + entry.key().toUtf8() + "\"}'\n        values: '"
            + entry->join(u' ').toUtf8() + "'\n";
    return yaml;
}

Expected<void, QString> ask(const QByteArray &testBody, const QByteArray &rules)
{
    const QByteArray head = "rule_files: [rules.yml]\nevaluation_interval: 15s\ntests:\n  - interval: 15s\n";
    return test::promtool({u"test"_s, u"rules"_s, u"test.yml"_s},
        {{u"rules.yml"_s, rules}, {u"test.yml"_s, QByteArray(head + testBody)}});
}

QByteArray ruleFile(const AlertRule &rule)
{
    return "groups:\n  - name: g\n    rules:\n      - alert: Oracle\n        expr: m > "
        + QByteArray::number(rule.condition.threshold)
        + "\n        for: " + QByteArray::number(qint64{rule.holdFor.count()}) + "ms\n";
}

} // namespace

//! Runs the same rule over the same series through promtool, the rule engine of the real Prometheus.
class PrometheusOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesOnEachStep_data();
    void agreesOnEachStep();
    void wouldNoticeDisagreement();
    void reducesAlike_data();
    void reducesAlike();
};

void PrometheusOracleTest::initTestCase()
{
    const QString problem = test::promtoolProblem();
    if (!problem.isEmpty() && test::RealPrometheus::isRequired())
        QFAIL(qUtf8Printable(problem));
    if (!problem.isEmpty())
        QSKIP(qUtf8Printable(problem));
}

void PrometheusOracleTest::agreesOnEachStep_data()
{
    QTest::addColumn<std::chrono::seconds>("holdFor");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");

    // The second series is always there: where nothing is left at all, we fail closed and Prometheus does
    // not.
    QTest::newRow("fires at once") << 0s << u"0 2 2 0 0 2 0"_s << u"0 0 0 0 0 0 0"_s;
    QTest::newRow("holds exactly as long") << 30s << u"0 2 2 2 2 0 0"_s << u"0 0 0 0 0 0 0"_s;
    QTest::newRow("holds not quite as long") << 40s << u"2 2 2 0 2 2 2 2 2"_s << u"0 0 0 0 0 0 0 0 0"_s;
    QTest::newRow("flaps") << 15s << u"2 0 2 0 2 2 0 2"_s << u"0 2 2 2 0 2 2 2"_s;
    QTest::newRow("pending is gone") << 30s << u"2 stale 2 2 2 2"_s << u"0 0 0 0 0 0"_s;
    QTest::newRow("firing is gone and comes back") << 15s << u"2 2 2 stale stale 2 2"_s << u"0 0 0 0 0 0 0"_s;
    QTest::newRow("equal to the threshold") << 0s << u"1 1 1.0000001 1"_s << u"0 0 0 0"_s;
    QTest::newRow("infinite") << 15s << u"Inf Inf -Inf Inf"_s << u"0 0 0 0"_s;
    QTest::newRow("resolved for longer than it is kept")
        << 0s << QString(u"2"_s % u" 0"_s.repeated(70) % u" 2"_s) << QString(u"0"_s % u" 0"_s.repeated(71));
}

void PrometheusOracleTest::agreesOnEachStep()
{
    QFETCH(std::chrono::seconds, holdFor);
    QFETCH(QString, a);
    QFETCH(QString, b);
    const Series series{{u"a"_s, a.split(u' ')}, {u"b"_s, b.split(u' ')}};
    QCOMPARE(series.value(u"a"_s).size(), series.value(u"b"_s).size());
    const AlertRule rule = test::ruleAbove(1.0, holdFor);
    const auto verdict = ask(inputSeries(series) + expectations(series, rule), ruleFile(rule));
    QVERIFY2(verdict, qUtf8Printable(verdict ? QString() : verdict.error()));
}

void PrometheusOracleTest::wouldNoticeDisagreement()
{
    const Series series{{u"a"_s, {u"2"_s, u"2"_s, u"2"_s}}};
    const auto verdict = ask(inputSeries(series) + expectations(series, test::ruleAbove(1.0, 15s)),
        ruleFile(test::ruleAbove(1.0, 30s)));
    QVERIFY(!verdict);
    QVERIFY2(verdict.error().contains("firing"_L1), qUtf8Printable(verdict.error()));
}

void PrometheusOracleTest::reducesAlike_data()
{
    QTest::addColumn<QString>("expression");

    for (const char *expression : {"avg_over_time(m{instance=\"a\"}[1h])", "min_over_time(m[1h])",
             "max_over_time(m{}[1h])", "sum_over_time(m{instance!='b',}[1h])", "count_over_time(m[60m])",
             "last_over_time(m{instance=~`[a-c]`}[3600s])", "quantile_over_time(0.9, m[1h])",
             "quantile_over_time(0, m{instance!~\"x|y\"}[1h30m])"})
        QTest::newRow(expression) << QString::fromLatin1(expression);
}

void PrometheusOracleTest::reducesAlike()
{
    QFETCH(QString, expression);
    const QList<double> samples{4.0, 1.5, -2.0, 8.25, 3.0};
    const auto parsed = parseProbeExpression(expression, 0s);
    QVERIFY(parsed);
    QVERIFY(matches(*parsed, test::instance(u"a"_s)));
    const std::optional<double> reduced = reduce(*parsed, samples);
    QVERIFY(reduced);

    QStringList values;
    for (const double sample : samples)
        values.append(QString::number(sample));
    const QByteArray name = expression.startsWith("last"_L1) ? "m" : "";
    const QByteArray body = inputSeries({{u"a"_s, values}})
        + "    promql_expr_test:\n      - expr: " + test::yamlQuoted(expression)
        + "\n        eval_time: 1m\n        exp_samples:\n          - labels: '" + name
        + "{instance=\"a\"}'\n            value: " + QByteArray::number(*reduced, 'g', 17) + "\n";
    const auto verdict = ask(body, ruleFile(test::ruleAbove(1.0, 0s)));
    QVERIFY2(verdict, qUtf8Printable(verdict ? QString() : verdict.error()));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::PrometheusOracleTest)
#include "tst_prometheusoracle.moc"
