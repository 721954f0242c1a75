// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/builtinrules.h"
#include "core/catalogue/metricprofile.h"

#include "resources/resources.h"
#include "tests/support/promtool.h"
#include "tests/support/realprometheus.h"

#include <QTest>

#include <map>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! A recording rule for an expression: what promtool checks the syntax of.
QByteArray recordingRule(const QString &name, const QString &expression)
{
    return "      - record: " + name.toUtf8() + "\n        expr: " + test::yamlQuoted(expression) + "\n";
}

RoleContext contextWith(const QString &matchers)
{
    RoleContext context;
    context.prefix = u"grafana_live"_s;
    context.matchers = matchers;
    return context;
}

void addColumns()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<Role>("role");
    QTest::addColumn<QStringList>("series");
    QTest::addColumn<QStringList>("expected");
}

//! A role of a service, the series that its server has, and what the role's expression gives for them.
struct RoleCase {
    QString profile;
    Role role;
    QStringList series;
    QStringList expected;
};

void row(const char *name, const RoleCase &c)
{
    QTest::newRow(name) << c.profile << c.role << c.series << c.expected;
}

} // namespace

//! Asks the real Prometheus whether it understands the shipped expressions, and what they give.
class ProfilesInPromQlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyExpressionIsPromQl_data();
    void everyExpressionIsPromQl();
    void builtinRulesArePromQl();
    void detectionRegexIsRe2();
    void demoRolesGiveWhatTheyMean_data();
    void demoRolesGiveWhatTheyMean() { askForRole(); }
    void goRolesGiveWhatTheyMean_data();
    void goRolesGiveWhatTheyMean() { askForRole(); }
    void otherRolesGiveWhatTheyMean_data();
    void otherRolesGiveWhatTheyMean() { askForRole(); }
    void halvedConnectionsAreSeen();

private:
    void askForRole();
    void ask(const QString &expression, const QStringList &series, const QStringList &expected);

    std::map<QString, MetricProfile> m_profiles;
};

void ProfilesInPromQlTest::initTestCase()
{
    const QString problem = test::promtoolProblem();
    if (!problem.isEmpty() && test::RealPrometheus::isRequired())
        QFAIL(qUtf8Printable(problem));
    if (!problem.isEmpty())
        QSKIP(qUtf8Printable(problem));
    initResources();
    const auto profiles = loadProfiles(u":/sockeye/profiles"_s);
    QVERIFY(profiles);
    for (const MetricProfile &profile : *profiles)
        m_profiles.emplace(profile.id, profile);
}

void ProfilesInPromQlTest::everyExpressionIsPromQl_data()
{
    QTest::addColumn<QString>("matchers");

    QTest::newRow("without matchers") << QString();
    QTest::newRow("with one") << u"job=\"api\""_s;
    QTest::newRow("with two") << u"job=~\"a|b\",zone!=\"x\""_s;
}

void ProfilesInPromQlTest::everyExpressionIsPromQl()
{
    QFETCH(QString, matchers);
    QByteArray rules = "groups:\n  - name: g\n    rules:\n";
    for (const auto &[id, profile] : m_profiles) {
        for (const auto &[role, expression] : profile.expressions) {
            const auto resolved = resolveRole(profile, role, contextWith(matchers));
            QVERIFY(resolved);
            rules += recordingRule(id + u':' + roleName(role), *resolved);
        }
    }
    const auto verdict = test::promtool({u"check"_s, u"rules"_s, u"rules.yml"_s}, {{u"rules.yml"_s, rules}});
    QVERIFY2(verdict, qUtf8Printable(verdict ? QString() : verdict.error()));
}

void ProfilesInPromQlTest::builtinRulesArePromQl()
{
    QByteArray rules = "groups:\n  - name: g\n    rules:\n";
    int count = 0;
    for (const auto &[id, profile] : m_profiles) {
        for (const AlertRule &rule : builtinRules(RuleTiming::usual())) {
            const auto expression = expandExpression(
                rule.condition.expression, profile, contextWith(u"job=\"api\""_s), rule.window);
            if (!expression)
                continue;
            rules += recordingRule(id + u':' + QString(rule.key).replace(u'-', u'_'), *expression);
            ++count;
        }
    }
    QVERIFY(count > 0);
    const auto verdict = test::promtool({u"check"_s, u"rules"_s, u"rules.yml"_s}, {{u"rules.yml"_s, rules}});
    QVERIFY2(verdict, qUtf8Printable(verdict ? QString() : verdict.error()));
}

void ProfilesInPromQlTest::detectionRegexIsRe2()
{
    std::vector<MetricProfile> profiles;
    for (const auto &[id, profile] : m_profiles)
        profiles.push_back(profile);
    const QString regex = QString::fromUtf8(detectionRegex(profiles));
    const QString count = u"count by (__name__, job) ({__name__=~\"%1\"})"_s.arg(regex);
    ask(count,
        {u"websocket_connected_clients{job=\"a\"} 1x20"_s, u"grafana_live_node_num_clients{job=\"b\"} 1x20"_s,
            u"my_websocket_connected_clients{job=\"c\"} 1x20"_s},
        {u"websocket_connected_clients{job=\"a\"} 1"_s, u"grafana_live_node_num_clients{job=\"b\"} 1"_s});
}

// Series stand 15 s apart for five minutes; 0+15x20 grows by one each second. Expected: labels and value.
void ProfilesInPromQlTest::demoRolesGiveWhatTheyMean_data()
{
    addColumns();
    row("connections of all instances of the job",
        {u"demo"_s, Role::ActiveConnections,
            {u"websocket_connected_clients{job=\"api\",instance=\"a\"} 5x20"_s,
                u"websocket_connected_clients{job=\"api\",instance=\"b\"} 7x20"_s,
                u"websocket_connected_clients{job=\"other\",instance=\"c\"} 9x20"_s},
            {u"{} 12"_s}});
    row("one instance down is down",
        {u"demo"_s, Role::TargetUp,
            {u"up{job=\"api\",instance=\"a\"} 1x20"_s, u"up{job=\"api\",instance=\"b\"} 0x20"_s},
            {u"{} 0"_s}});
    row("closes by code",
        {u"demo"_s, Role::ClosesByCode,
            {u"websocket_disconnections_total{job=\"api\",code=\"1000\",reason=\"normal\"} 0+15x20"_s,
                u"websocket_disconnections_total{job=\"api\",code=\"1006\",reason=\"abnormal\"} 0+30x20"_s},
            {u"{code=\"1000\"} 1"_s, u"{code=\"1006\"} 2"_s}});
    row("errors to messages",
        {u"demo"_s, Role::ErrorRate,
            {u"websocket_errors_total{job=\"api\",kind=\"parse\"} 0+30x20"_s,
                u"websocket_messages_received_total{job=\"api\"} 0+120x20"_s},
            {u"{} 0.25"_s}});
    row("no messages give no error rate, not zero",
        {u"demo"_s, Role::ErrorRate,
            {u"websocket_errors_total{job=\"api\",kind=\"parse\"} 0x20"_s,
                u"websocket_messages_received_total{job=\"api\"} 7x20"_s},
            {}});
    row("memory of the limit, worst instance",
        {u"demo"_s, Role::MemoryRatio,
            {u"process_resident_memory_bytes{job=\"api\",instance=\"a\"} 25x20"_s,
                u"process_memory_limit_bytes{job=\"api\",instance=\"a\"} 100x20"_s,
                u"process_resident_memory_bytes{job=\"api\",instance=\"b\"} 75x20"_s,
                u"process_memory_limit_bytes{job=\"api\",instance=\"b\"} 100x20"_s},
            {u"{} 0.75"_s}});
}

void ProfilesInPromQlTest::goRolesGiveWhatTheyMean_data()
{
    addColumns();
    row("a gauge named total",
        {u"go_service_gauge"_s, Role::ActiveConnections,
            {u"websocket_connections_total{job=\"api\"} 42x20"_s}, {u"{} 42"_s}});
    row("a counter named rate",
        {u"go_service"_s, Role::MessagesIn, {u"websocket_messages_received_rate{job=\"api\"} 0+30x20"_s},
            {u"{} 2"_s}});
    row("HTTP requests without a failure",
        {u"go_service"_s, Role::ErrorRate, {u"http_requests_total{job=\"api\",code=\"200\"} 0+15x20"_s},
            {u"{} 0"_s}});
    row("HTTP requests with failures",
        {u"go_service"_s, Role::ErrorRate,
            {u"http_requests_total{job=\"api\",code=\"200\"} 0+45x20"_s,
                u"http_requests_total{job=\"api\",code=\"503\"} 0+15x20"_s},
            {u"{} 0.25"_s}});
    row("no request metric, no error rate",
        {u"go_service"_s, Role::ErrorRate, {u"websocket_connected_clients{job=\"api\"} 1x20"_s}, {}});
    row("a handler that lasts as long as its connection is no latency",
        {u"go_service"_s, Role::LatencyP99,
            {u"request_duration_seconds_bucket{job=\"api\",path=\"/ws\",le=\"1\"} 0x20"_s,
                u"request_duration_seconds_bucket{job=\"api\",path=\"/ws\",le=\"+Inf\"} 0+15x20"_s},
            {}});
    row("HTTP latency where messages have none",
        {u"go_service"_s, Role::LatencyP50,
            {u"request_duration_seconds_bucket{job=\"api\",path=\"/api\",le=\"1\"} 0+15x20"_s,
                u"request_duration_seconds_bucket{job=\"api\",path=\"/api\",le=\"+Inf\"} 0+15x20"_s},
            {u"{} 0.5"_s}});
    row("CPU of all the cores that Go uses",
        {u"go_service"_s, Role::Cpu,
            {u"process_cpu_seconds_total{job=\"api\",instance=\"a\"} 0+15x20"_s,
                u"go_sched_gomaxprocs_threads{job=\"api\",instance=\"a\"} 4x20"_s},
            {u"{} 0.25"_s}});
    row("CPU of one core where they are not told",
        {u"go_service"_s, Role::Cpu, {u"process_cpu_seconds_total{job=\"api\",instance=\"a\"} 0+15x20"_s},
            {u"{} 1"_s}});
    row("memory of the machine that it runs on",
        {u"go_service"_s, Role::MemoryRatio,
            {u"up{job=\"api\",instance=\"h1:8080\"} 1x20"_s,
                u"node_memory_MemAvailable_bytes{job=\"node\",instance=\"h1:9100\"} 25x20"_s,
                u"node_memory_MemTotal_bytes{job=\"node\",instance=\"h1:9100\"} 100x20"_s,
                u"node_memory_MemAvailable_bytes{job=\"node\",instance=\"h2:9100\"} 5x20"_s,
                u"node_memory_MemTotal_bytes{job=\"node\",instance=\"h2:9100\"} 100x20"_s},
            {u"{} 0.75"_s}});
    row("IPv6 machines are told apart",
        {u"go_service"_s, Role::MemoryRatio,
            {u"up{job=\"api\",instance=\"[fd00::1]:8080\"} 1x20"_s,
                u"node_memory_MemAvailable_bytes{job=\"node\",instance=\"[fd00::2]:9100\"} 5x20"_s,
                u"node_memory_MemTotal_bytes{job=\"node\",instance=\"[fd00::2]:9100\"} 100x20"_s},
            {}});
}

void ProfilesInPromQlTest::otherRolesGiveWhatTheyMean_data()
{
    addColumns();
    row("Centrifuge's close codes",
        {u"centrifuge"_s, Role::ClosesByCode,
            {u"grafana_live_transport_outgoing_close_count{job=\"api\",code=\"3000\"} 0+15x20"_s,
                u"grafana_live_client_num_server_disconnects{job=\"api\",code=\"3005\"} 0+15x20"_s},
            {u"{code=\"3000\"} 1"_s}});
    row("older Centrifuge's disconnect codes",
        {u"centrifuge"_s, Role::ClosesByCode,
            {u"grafana_live_client_num_server_disconnects{job=\"api\",code=\"3005\"} 0+15x20"_s},
            {u"{code=\"3005\"} 1"_s}});
    row("SignalR opens what it closes and what is added",
        {u"signalr"_s, Role::ConnectionsOpened,
            {u"signalr_server_connection_duration_seconds_count{job=\"api\",signalr_transport=\"web_"
             u"sockets\","
             "signalr_connection_status=\"normal_closure\"} 0+15x20"_s,
                u"signalr_server_active_connections{job=\"api\",signalr_transport=\"web_sockets\"} 0+30x20"_s},
            {u"{} 3"_s}});
    row("Kestrel's upgraded connections",
        {u"kestrel"_s, Role::ActiveConnections,
            {u"kestrel_upgraded_connections{job=\"api\"} 3x20"_s,
                u"kestrel_active_connections{job=\"api\"} 9x20"_s},
            {u"{} 3"_s}});
}

void ProfilesInPromQlTest::askForRole()
{
    QFETCH(QString, profile);
    QFETCH(Role, role);
    QFETCH(QStringList, series);
    QFETCH(QStringList, expected);
    const auto expression = resolveRole(m_profiles.at(profile), role, contextWith(u"job=\"api\""_s));
    QVERIFY(expression);
    ask(*expression, series, expected);
}

void ProfilesInPromQlTest::halvedConnectionsAreSeen()
{
    for (const AlertRule &rule : builtinRules(RuleTiming::usual())) {
        if (rule.key != "connections-halved"_L1)
            continue;
        const auto expression = expandExpression(
            rule.condition.expression, m_profiles.at(u"demo"_s), contextWith(u"job=\"api\""_s), rule.window);
        QVERIFY(expression);
        ask(*expression, {u"websocket_connected_clients{job=\"api\"} 100x10 40x9"_s}, {u"{} 0.4"_s});
        return;
    }
    QFAIL("there is no such rule");
}

//! Lets promtool evaluate \a expression at five minutes over \a series and compare it with \a expected.
void ProfilesInPromQlTest::ask(
    const QString &expression, const QStringList &series, const QStringList &expected)
{
    QByteArray body = "evaluation_interval: 15s\ntests:\n  - interval: 15s\n    input_series:\n";
    for (const QString &one : series)
        body += "      - series: " + test::yamlQuoted(one.section(u' ', 0, 0))
            + "\n        values: " + test::yamlQuoted(one.section(u' ', 1)) + "\n";
    body += "    promql_expr_test:\n      - expr: " + test::yamlQuoted(expression)
        + "\n        eval_time: 5m\n        exp_samples:\n";
    for (const QString &sample : expected)
        body += "          - labels: " + test::yamlQuoted(sample.section(u' ', 0, 0))
            + "\n            value: " + sample.section(u' ', 1).toUtf8() + "\n";
    const auto verdict = test::promtool({u"test"_s, u"rules"_s, u"test.yml"_s}, {{u"test.yml"_s, body}});
    QVERIFY2(verdict, qUtf8Printable(verdict ? QString() : verdict.error()));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::ProfilesInPromQlTest)
#include "tst_profilesinpromql.moc"
