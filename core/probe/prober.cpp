// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/prober.h"

#include "core/base/logging.h"
#include "core/probe/handshakewatch.h"
#include "core/probe/pingschedule.h"

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto closeTimeout = 5s;
constexpr auto trafficInterval = 1s;
constexpr auto lastingUptime = 30s; //!< a connection that held this long was a success
constexpr int pingsUntilDown = 3; //!< one may be lost in a pause of the service, three in a row are not
constexpr int goingAway = 1001;
constexpr int abnormalClosure = 1006;

struct Ending {
    ProbeOutcome outcome = ProbeOutcome::Open;
    int closeCode = 0;
    QString reason;
    bool byPeer = false;
    std::optional<FrameError> frameError{};
};

// A secret that nobody gave is a case of its own: there is nothing to mend but to give it.
ProbeOutcome outcomeOf(const ProbeSetupError &problem)
{
    const auto *credentials = std::get_if<CredentialError>(&problem);
    return credentials && credentials->kind == CredentialError::Kind::SecretMissing
        ? ProbeOutcome::SecretMissing
        : ProbeOutcome::SetupFailed;
}

// A transport may be let go from within one of its own signals.
struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

class Prober::Private {
public:
    Private(Prober *prober, Config configuration, Surroundings surroundings);
    ~Private() { retire(); }

    void start();
    void stop();
    void tick();
    [[nodiscard]] MonotonicTime nextDue() const;

    Prober *const q;
    Config config;
    const Clock &clock;
    TransportFactory factory;
    Backoff backoff;
    ReportSink sink;
    ConnectionState state;

private:
    enum class Stage { Idle, Connecting, Open, Closing, Waiting };

    void attempt();
    void listen();
    void onOpened();
    void onPong(const Pong &pong);
    void onMessage(qint64 bytes);
    void onClosing();
    void onClosed(const Ending &ending);
    void fail(ProbeOutcome outcome, int httpStatus, const QString &detail);
    void end(const Ending &ending);
    void retryLater();
    void retire();
    void tickOpen(MonotonicTime now);
    void countTraffic(MonotonicTime now);
    void enter(ReadyState to, const Ending &ending = {});
    void report(ProbeEvent event) { sink(ProbeReport{config.target.id, std::move(event)}); }

    Stage m_stage = Stage::Idle;
    bool m_stopping = false;
    std::unique_ptr<WebSocketTransport, DeleteLater> m_transport;
    HandshakeWatch m_handshake;
    PingSchedule m_pings;
    MonotonicTime m_openedAt;
    MonotonicTime m_deadline; //!< of closing, or of the wait for the next attempt
    MonotonicTime m_trafficSince;
    TrafficCounted m_traffic;
    WireBytes m_wire;
    bool m_isFirstHeard = false;
};

Prober::Private::Private(Prober *prober, Config configuration, Surroundings surroundings)
    : q(prober)
    , config(std::move(configuration))
    , clock(surroundings.clock)
    , factory(std::move(surroundings.factory))
    , backoff(surroundings.backoff)
    , sink(std::move(surroundings.sink))
    , m_pings(config.target.module.pingInterval, config.target.module.pongTimeout)
{
}

void Prober::Private::start()
{
    if (m_stage != Stage::Idle)
        return;
    m_stopping = false;
    attempt();
}

void Prober::Private::stop()
{
    m_stopping = true;
    switch (m_stage) {
    case Stage::Idle:
    case Stage::Closing:
        return;
    case Stage::Waiting:
        m_stage = Stage::Idle;
        return;
    case Stage::Connecting:
        fail(ProbeOutcome::ClosedLocally, 0, {});
        return;
    case Stage::Open:
        onClosing();
        m_transport->close(goingAway, {});
        return;
    }
}

void Prober::Private::attempt()
{
    if (config.access.problem) {
        report(AttemptFinished{
            .outcome = outcomeOf(*config.access.problem), .phases = {}, .problem = config.access.problem});
        retryLater();
        return;
    }
    m_stage = Stage::Connecting;
    m_transport.reset(factory(config.target.module, config.access).release());
    listen();
    enter(ReadyState::Connecting);
    m_transport->open(config.target, config.access);
    // What an engine reads and sets up within the call is no part of the handshake.
    m_handshake.start(config.target, clock.monotonic());
}

void Prober::Private::listen()
{
    const auto *transport = m_transport.get();
    connect(transport, &WebSocketTransport::resolved, q, [this] { m_handshake.resolved(clock.monotonic()); });
    connect(
        transport, &WebSocketTransport::connected, q, [this] { m_handshake.connected(clock.monotonic()); });
    connect(
        transport, &WebSocketTransport::encrypted, q, [this] { m_handshake.encrypted(clock.monotonic()); });
    connect(transport, &WebSocketTransport::opened, q, [this] { onOpened(); });
    connect(transport, &WebSocketTransport::failed, q,
        [this](ProbeOutcome outcome, int status, const QString &detail) { fail(outcome, status, detail); });
    connect(transport, &WebSocketTransport::pongReceived, q, [this](const Pong &pong) { onPong(pong); });
    connect(transport, &WebSocketTransport::messageReceived, q, [this](qint64 bytes) { onMessage(bytes); });
    connect(transport, &WebSocketTransport::closing, q, [this] { onClosing(); });
    connect(transport, &WebSocketTransport::closed, q,
        [this](ProbeOutcome outcome, int code, const QString &reason, bool byPeer) {
            onClosed({outcome, code, reason, byPeer, m_transport->frameError()});
        });
}

void Prober::Private::onOpened()
{
    m_openedAt = clock.monotonic();
    m_handshake.opened(m_openedAt);
    m_pings.start(m_openedAt);
    m_trafficSince = m_openedAt;
    m_traffic = {};
    m_wire = m_transport->wireBytes();
    m_isFirstHeard = false;
    m_stage = Stage::Open;
    report(AttemptFinished{ProbeOutcome::Open, m_handshake.durations(), 101, {}, m_transport->facts()});
    enter(ReadyState::Open);
}

void Prober::Private::onPong(const Pong &pong)
{
    for (RttMeasured &measured : m_pings.settle(pong.payload, pong.received.value_or(clock.monotonic()))) {
        measured.pathRtt = pong.pathRtt;
        report(measured);
    }
}

void Prober::Private::onMessage(qint64 bytes)
{
    if (!m_isFirstHeard) {
        m_isFirstHeard = true;
        report(FirstMessageReceived{clock.monotonic() - m_openedAt});
    }
    ++m_traffic.messagesReceived;
    m_traffic.bytesReceived += static_cast<quint64>(bytes);
}

void Prober::Private::onClosing()
{
    if (m_stage != Stage::Open)
        return;
    m_stage = Stage::Closing;
    m_deadline = clock.monotonic() + closeTimeout;
    enter(ReadyState::Closing);
}

void Prober::Private::onClosed(const Ending &ending)
{
    // Open to Closed says that there was no close frame.
    if (ending.closeCode != abnormalClosure)
        onClosing();
    end(ending);
}

void Prober::Private::fail(ProbeOutcome outcome, int httpStatus, const QString &detail)
{
    const auto facts = m_transport->facts();
    retire();
    report(AttemptFinished{outcome, m_handshake.durations(), httpStatus, detail, facts});
    enter(ReadyState::Closed, {outcome, 0, {}, false});
    retryLater();
}

void Prober::Private::end(const Ending &ending)
{
    const MonotonicTime now = clock.monotonic();
    if (m_traffic.messagesReceived > 0)
        countTraffic(now);
    retire();
    if (now - m_openedAt >= lastingUptime)
        backoff.reset();
    enter(ReadyState::Closed, ending);
    retryLater();
}

void Prober::Private::retryLater()
{
    if (m_stopping) {
        m_stage = Stage::Idle;
        return;
    }
    const std::chrono::milliseconds wait = backoff.next();
    m_stage = Stage::Waiting;
    m_deadline = clock.monotonic() + wait;
    report(RetryScheduled{clock.now() + wait, backoff.attempt()});
}

void Prober::Private::retire()
{
    if (!m_transport)
        return;
    m_transport->disconnect(q);
    m_transport->abort();
    m_transport.reset();
}

void Prober::Private::tick()
{
    const MonotonicTime now = clock.monotonic();
    switch (m_stage) {
    case Stage::Idle:
        return;
    case Stage::Connecting:
        if (now >= m_handshake.deadline()) {
            const auto limit = m_handshake.limit().count();
            fail(m_handshake.outcomeOfTimeout(), 0, u"no answer within %1 ms"_s.arg(limit));
        }
        return;
    case Stage::Open:
        tickOpen(now);
        return;
    case Stage::Closing:
        if (now >= m_deadline)
            end({m_stopping ? ProbeOutcome::ClosedLocally : ProbeOutcome::Dropped, abnormalClosure, {},
                false});
        return;
    case Stage::Waiting:
        if (now >= m_deadline)
            attempt();
        return;
    }
}

void Prober::Private::tickOpen(MonotonicTime now)
{
    // Expiring comes first: it forgets the pings that our own stall has spoilt.
    for (const PingUnanswered &unanswered : m_pings.expire(now))
        report(unanswered);
    if (m_pings.unansweredInARow() >= pingsUntilDown) {
        const bool isPath = m_transport->isPathSilent();
        end({isPath ? ProbeOutcome::PathDead : ProbeOutcome::PongTimeout, abnormalClosure, {}, false});
        return;
    }
    if (const auto payload = m_pings.takeDue(clock))
        m_transport->ping(*payload);
    if (now - m_trafficSince >= trafficInterval)
        countTraffic(now);
}

void Prober::Private::countTraffic(MonotonicTime now)
{
    m_traffic.at = clock.now();
    m_traffic.span = now - m_trafficSince;
    m_trafficSince = now;
    const WireBytes wire = m_transport->wireBytes();
    m_traffic.wireReceived = wire.received - m_wire.received;
    m_traffic.wireSent = wire.sent - m_wire.sent;
    m_wire = wire;
    report(std::exchange(m_traffic, {}));
}

void Prober::Private::enter(ReadyState to, const Ending &ending)
{
    const auto step = state.enter(to, clock);
    if (!step) {
        qCCritical(lcProbe) << "illegal step from" << static_cast<int>(step.error().first) << "to"
                            << static_cast<int>(to);
        Q_ASSERT(false);
        return;
    }
    report(StateChanged{
        *step, ending.outcome, ending.closeCode, ending.reason, ending.byPeer, ending.frameError});
}

MonotonicTime Prober::Private::nextDue() const
{
    switch (m_stage) {
    case Stage::Idle:
        return MonotonicTime::max();
    case Stage::Connecting:
        return m_handshake.deadline();
    case Stage::Open:
        return std::min<MonotonicTime>(m_pings.nextDue(), m_trafficSince + trafficInterval);
    case Stage::Closing:
    case Stage::Waiting:
        return m_deadline;
    }
    Q_UNREACHABLE();
}

Prober::Prober(Config config, Surroundings surroundings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(config), std::move(surroundings)))
{
}

Prober::~Prober() = default;

ReadyState Prober::state() const
{
    return d->state.current();
}

void Prober::start()
{
    d->start();
}

void Prober::stop()
{
    d->stop();
}

void Prober::setAccess(const ProbeAccess &access)
{
    d->config.access = access;
}

void Prober::tick()
{
    d->tick();
}

MonotonicTime Prober::nextDue() const
{
    return d->nextDue();
}

} // namespace sockeye
