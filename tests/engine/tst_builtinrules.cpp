// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/builtinrules.h"
#include "core/engine/monitorsession.h"

#include "tests/engine/fakeprometheus.h"
#include "tests/support/fakeclock.h"
#include "tests/support/nosecrets.h"
#include "tests/support/recordingnotifier.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

constexpr int soon = 60'000;
constexpr int quietLooks = 4;
constexpr int recoveryLooks = 60; // a probe may wait a while for its next attempt
constexpr int laterLooks = 15;

//! What breaks one rule: a query's value, or the service that the probe is connected to.
struct Fault {
    const char *rule;
    const char *query; //!< null: the rule asks the probe
    double well;
    double broken;
    std::chrono::seconds holdFor; //!< as the design has it, not as the rule has it
};

constexpr std::array faults{
    Fault{"p99-latency", "(p99)", 0.2, 1.1, 5min},
    Fault{"error-rate", "(error_rate)", 0.04, 0.06, 5min},
    // It compares with the last five minutes and has no hold of its own.
    Fault{"connections-halved", "(active) / max_over_time((active)[5m:15s])", 0.51, 0.49, 0s},
    Fault{"probe-down", nullptr, 1.0, 0.0, 30s},
    Fault{"target-down", "(up)", 1.0, 0.0, 1min},
    Fault{"cpu", "(cpu)", 0.84, 0.86, 5min},
    Fault{"memory", "(memory_ratio)", 0.89, 0.91, 5min},
};

//! Opens, and answers pings, as long as the service is up.
class ServedTransport final : public WebSocketTransport {
public:
    explicit ServedTransport(const std::atomic<bool> &isUp)
        : m_isUp(isUp)
    {
    }

    void open(const ProbeTarget & /*target*/, const ProbeAccess & /*access*/) override
    {
        later([this] {
            if (m_isUp)
                Q_EMIT opened();
            else
                Q_EMIT failed(ProbeOutcome::UpgradeRefused, 503, {});
        });
    }
    void ping(const QByteArray &payload) override
    {
        later([this, payload] {
            if (m_isUp)
                Q_EMIT pongReceived({payload, {}, {}});
            else
                Q_EMIT closed(ProbeOutcome::Dropped, 1006, {}, true);
        });
    }
    void sendText(const QString & /*message*/) override { }
    void close(int code, const QString & /*reason*/) override
    {
        later([this, code] { Q_EMIT closed(ProbeOutcome::ClosedLocally, code, {}, false); });
    }
    void abort() override { }

private:
    template <typename Step>
    void later(Step step)
    {
        QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
    }

    const std::atomic<bool> &m_isUp;
};

Workspace workspaceWith(const Fault &fault, const QUrl &url)
{
    Workspace workspace;
    EndpointConfig endpoint;
    endpoint.id = EndpointId{u"prometheus"_s};
    endpoint.http.baseUrl = url;
    workspace.endpoints = {endpoint};
    ServiceConfig service;
    service.id = ServiceId{u"api"_s};
    service.endpoint = endpoint.id;
    service.roleOverrides = {{u"active"_s, u"active"_s}, {u"latency_p99"_s, u"p99"_s},
        {u"error_rate"_s, u"error_rate"_s}, {u"up"_s, u"up"_s}, {u"cpu"_s, u"cpu"_s},
        {u"memory_ratio"_s, u"memory_ratio"_s}};
    if (!fault.query) {
        ProbeTarget target;
        target.id = TargetId{u"edge"_s};
        target.name = u"edge"_s;
        target.url = QUrl(u"ws://edge.example/ws"_s);
        workspace.targets = {target};
        service.targets = {target.id};
    }
    workspace.services = {service};
    // Fewer questions in five minutes; but a probe must not seem to hang between two looks.
    workspace.refreshInterval = fault.query ? 15s : 5s;
    workspace.rules = builtinRules(RuleTiming::usual());
    std::erase_if(
        workspace.rules, [&](const AlertRule &rule) { return rule.key != QLatin1StringView(fault.rule); });
    return workspace;
}

//! A session that has one rule, over a server and a service that can be broken.
class World final {
public:
    explicit World(const Fault &fault)
        : server(m_clock)
        , m_fault(fault)
        , m_session({m_clock, m_secrets, m_history, notifier,
                        [this](const ProbeModule &, const ProbeAccess &) {
                            return std::make_unique<ServedTransport>(m_isUp);
                        },
                        RandomSource(7), {}},
              workspaceWith(fault, server.url()))
        , m_evaluated(&m_session, &MonitorSession::alertsChanged)
    {
        server.values = {{u"up"_s, 1.0}, {u"active"_s, 120.0}};
        setBroken(false);
        m_session.setNotificationSettings({.enabled = true, .warnings = true, .resolved = true});
        m_session.start(MonitorSession::Drive::Caller);
    }

    //! \brief Waits for the first evaluation, from which on one follows in each interval.
    [[nodiscard]] bool begin()
    {
        return QTest::qWaitFor(
            [&] {
                m_session.tick();
                return health() != RuleHealth::Unknown;
            },
            soon);
    }

    void setBroken(bool broken)
    {
        m_isUp = m_fault.query || !broken;
        if (m_fault.query)
            server.values[QLatin1StringView(m_fault.query)] = broken ? m_fault.broken : m_fault.well;
        if (QLatin1StringView(m_fault.rule) == "target-down"_L1)
            server.values[u"up"_s] = broken ? 0.0 : 1.0;
    }

    //! \brief Lets one interval pass and the rule be evaluated once, at its end.
    [[nodiscard]] bool look()
    {
        if (!m_fault.query && !wakeProbes())
            return false;
        m_clock.advance(m_session.workspace().refreshInterval - (m_fault.query ? 0ms : silence));
        const qsizetype before = m_evaluated.count();
        // Time stands still until the answer is there.
        return QTest::qWaitFor(
            [&] {
                m_session.tick();
                return m_evaluated.count() > before;
            },
            soon);
    }

    [[nodiscard]] std::optional<Alert> alert() const
    {
        const std::vector<ActiveAlert> alerts = m_session.alerts();
        return alerts.empty() ? std::nullopt : std::optional(alerts.front().alert);
    }
    [[nodiscard]] AlertPhase phase() const
    {
        const std::optional<Alert> known = alert();
        return known ? known->phase : AlertPhase::Inactive;
    }
    [[nodiscard]] RuleHealth health() const { return m_session.ruleStatuses().front().health; }
    [[nodiscard]] Timestamp now() const { return m_clock.now(); }
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_session.workspace().refreshInterval; }

private:
    //! Longer than the time after which a thread that was not heard counts as hung: so it can be seen when
    //! the thread has arrived at the new time.
    static constexpr std::chrono::milliseconds silence{3'100};

    //! \brief Waits until the probe thread has arrived at the new time and has seen what is broken. How soon
    //! it sees that the service is back depends on the wait for its next attempt.
    [[nodiscard]] bool wakeProbes()
    {
        m_clock.advance(silence);
        return QTest::qWaitFor(
            [&] {
                m_session.tick();
                const TargetStatus target = m_session.targets().front();
                const bool isDue = !m_isUp || m_session.alerts().empty();
                return target.blind == BlindCause::None
                    && (!isDue || (target.state == ReadyState::Open) == m_isUp);
            },
            soon);
    }

    test::FakeClock m_clock;
    test::NoSecrets m_secrets;
    HistoryDatabase m_history{u":memory:"_s};
    std::atomic<bool> m_isUp = true;

public:
    test::FakePrometheus server;
    test::RecordingNotifier notifier;

private:
    const Fault &m_fault;
    MonitorSession m_session;
    QSignalSpy m_evaluated;
};

} // namespace

//! Each built-in rule with its usual times, from well through pending and firing back to well.
class TestBuiltinRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasItsFault();
    void firesOnItsFault_data();
    void firesOnItsFault();
};

void TestBuiltinRules::everyRuleHasItsFault()
{
    QStringList broken;
    for (const Fault &fault : faults)
        broken.append(QLatin1StringView(fault.rule));
    QStringList rules;
    for (const AlertRule &rule : builtinRules(RuleTiming::usual()))
        rules.append(rule.key);
    QCOMPARE(broken, rules);
}

void TestBuiltinRules::firesOnItsFault_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < faults.size(); ++i)
        QTest::newRow(faults.at(i).rule) << static_cast<int>(i);
}

void TestBuiltinRules::firesOnItsFault()
{
    QFETCH(const int, index);
    const Fault &fault = faults.at(static_cast<std::size_t>(index));
    const QString rule = QLatin1StringView(fault.rule);
    World world(fault);
    QVERIFY(world.begin());
    for (int i = 0; i < quietLooks; ++i)
        QVERIFY(world.look());
    QCOMPARE(world.health(), RuleHealth::Ok);
    QCOMPARE(world.phase(), AlertPhase::Inactive);

    world.setBroken(true);
    QVERIFY(world.look());
    QVERIFY(world.alert());
    const Timestamp begin = world.alert()->activeAt;
    while (world.now() + world.interval() < begin + fault.holdFor) {
        QVERIFY(world.look());
        QCOMPARE(world.phase(), AlertPhase::Pending);
    }
    if (fault.holdFor > 0s) {
        QCOMPARE(world.notifier.count(Notice::Kind::Firing), 0);
        QCOMPARE(world.now() + world.interval(), begin + fault.holdFor); // the next look is the one
        QVERIFY(world.look());
    }
    QCOMPARE(world.phase(), AlertPhase::Firing);
    QCOMPARE(*world.alert()->firedAt - begin, std::chrono::milliseconds{fault.holdFor});
    QCOMPARE(world.notifier.count(Notice::Kind::Firing, rule), 1);

    world.setBroken(false);
    for (int i = 0; i < recoveryLooks && world.phase() == AlertPhase::Firing; ++i)
        QVERIFY(world.look());
    QCOMPARE(world.phase(), AlertPhase::Resolved);
    for (int i = 0; i < laterLooks; ++i)
        QVERIFY(world.look());
    QCOMPARE(world.phase(), AlertPhase::Resolved);
    QCOMPARE(world.notifier.count(Notice::Kind::Firing, rule), 1);
    QCOMPARE(world.notifier.count(Notice::Kind::Resolved, rule), 1);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestBuiltinRules)

#include "tst_builtinrules.moc"
