// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/asiotransport.h"

#include "core/probe/clientsession.h"
#include "core/probe/upgradefailure.h"
#include "core/probe/upgradenegotiation.h"
#include "core/probe/upgraderesponsereader.h"
#include "core/probe/wirestream.h"

#include <QNetworkProxy>
#include <QSslKey>

#include <array>
#include <asio/post.hpp>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int noStatus = 1005;
constexpr int abnormalClosure = 1006;
//! How long a peer may take to finish what is settled: the body of a refusal, or TCP after both close frames.
constexpr auto patience = 1s;

//! What the transports of one factory share.
struct Engine {
    const Clock &clock;
    RandomSource random;
    NameLookup lookup;
    std::shared_ptr<WireStream::Buffers> buffers = std::make_shared<WireStream::Buffers>();
    std::shared_ptr<const TlsContext> systemTls{}; //!< for targets without files of their own
};

Expected<std::shared_ptr<const TlsContext>, QString> tlsContext(
    Engine &engine, const TlsConfig &config, const QSslKey &key)
{
    TlsConfig onlySystem;
    onlySystem.serverName = config.serverName;
    if (!(config == onlySystem))
        return TlsContext::create(config, key.toPem()); // files are read anew: a renewed one needs no restart
    if (!engine.systemTls) {
        const auto made = TlsContext::create({}, {});
        if (!made)
            return made;
        engine.systemTls = *made;
    }
    return engine.systemTls;
}

UpgradeRequest requestFor(const ProbeTarget &target, const QByteArray &authorization, RandomSource &random)
{
    const QUrl &url = target.url;
    UpgradeRequest request;
    request.target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (!request.target.startsWith('/'))
        request.target.prepend('/');
    request.host = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemovePath
        | QUrl::RemoveQuery | QUrl::RemoveFragment);
    request.host.remove(0, 2); // the slashes
    const bool isSecure = url.scheme() == "wss"_L1;
    if (url.port() == (isSecure ? 443 : 80))
        request.host.truncate(request.host.lastIndexOf(':'));
    request.key = makeUpgradeKey(random);
    if (!target.module.subprotocol.isEmpty())
        request.subprotocols = {target.module.subprotocol.toUtf8()};
    request.headers = target.module.headers;
    if (!authorization.isEmpty())
        request.headers.push_back({"Authorization", authorization});
    return request;
}

std::span<const std::byte> bytesOf(const QByteArray &array)
{
    return std::as_bytes(std::span(array.constData(), static_cast<std::size_t>(array.size())));
}

} // namespace

class AsioTransport final : public WebSocketTransport {
public:
    explicit AsioTransport(std::shared_ptr<Engine> engine);
    ~AsioTransport() override;
    Q_DISABLE_COPY_MOVE(AsioTransport)

    void open(const ProbeTarget &target, const ProbeAccess &access) override;
    void ping(const QByteArray &payload) override;
    void sendText(const QString &message) override;
    void close(int code, const QString &reason) override;
    void abort() override;
    [[nodiscard]] std::shared_ptr<const AttemptFacts> facts() const override;
    [[nodiscard]] WireBytes wireBytes() const override;
    [[nodiscard]] bool isPathSilent() const override;
    [[nodiscard]] std::optional<FrameError> frameError() const override;

private:
    class Attempt;
    std::shared_ptr<Engine> m_engine;
    std::shared_ptr<Attempt> m_attempt;
};

//! \brief What outlives the transport while one of its own handlers runs. Each signal may end it.
class AsioTransport::Attempt final : public std::enable_shared_from_this<Attempt> {
public:
    Attempt(AsioTransport *transport, std::shared_ptr<Engine> shared)
        : engine(std::move(shared))
        , m_transport(transport)
        , m_loop(asioLoopOfThisThread())
        , m_timer(m_loop->context)
    {
    }

    void open(const ProbeTarget &target, const ProbeAccess &access);
    void send();
    void close(int code, const QString &reason);
    void abort();
    [[nodiscard]] AttemptFacts facts() const;
    [[nodiscard]] std::optional<FrameError> frameError() const { return m_frameError; }

    std::shared_ptr<Engine> engine;
    std::optional<ClientSession> session; //!< while open
    std::shared_ptr<WireStream> stream;

private:
    enum class Stage { Connecting, Tls, Upgrade, Open, Done };

    template <typename Step>
    auto guarded(Step step);
    void connectTcp();
    void onTcp(TcpSocket socket);
    void sendRequest();
    void onBytes(std::span<const std::byte> bytes, MonotonicTime received);
    void onAnswer(std::span<const std::byte> bytes, MonotonicTime received);
    void judgeAnswer();
    void onFrames(std::span<const std::byte> bytes, MonotonicTime received);
    void onEvent(const FrameEvent &event, MonotonicTime received);
    void breakOff(const FrameError &error);
    void onEnd(const WireEnd &end);
    void onEndOfOpen(const WireEnd &end);
    void finishClosing();
    void fail(const UpgradeProblem &problem);
    void fail(ProbeOutcome outcome, const QString &detail);
    void closed(ProbeOutcome outcome, int code, const QString &reason, bool byPeer);
    void await(void (Attempt::*step)());

    AsioTransport *m_transport; //!< null when nobody listens any more
    std::shared_ptr<AsioLoop> m_loop;
    LoopTimer m_timer;
    ProbeTarget m_target;
    UpgradeRequest m_request;
    UpgradeResponseReader m_reader;
    std::shared_ptr<const TlsContext> m_tls;
    std::shared_ptr<TcpConnector> m_connector;
    AttemptFacts m_facts;
    Stage m_stage = Stage::Connecting;
    std::optional<int> m_requestedCode; //!< we asked to close
    std::optional<FrameError> m_frameError;
};

//! A handler of Asio's: it runs only while somebody listens, and keeps us for as long as it runs.
template <typename Step>
auto AsioTransport::Attempt::guarded(Step step)
{
    return [weak = weak_from_this(), step](auto &&...arguments) {
        const auto self = weak.lock();
        if (self && self->m_transport)
            step(*self, std::forward<decltype(arguments)>(arguments)...);
    };
}

void AsioTransport::Attempt::open(const ProbeTarget &target, const ProbeAccess &access)
{
    m_target = target;
    m_request = requestFor(target, access.authorization, engine->random);
    QString problem;
    if (target.url.scheme() == "wss"_L1) {
        const auto context = tlsContext(*engine, target.module.tls, access.tls.privateKey());
        if (context)
            m_tls = *context;
        else
            problem = context.error();
    }
    const bool isDirect = access.proxy.type() == QNetworkProxy::NoProxy;
    // Reading certificates is no part of any phase, and no signal may come from within this call.
    asio::post(m_loop->context, guarded([problem, isDirect](Attempt &self) {
        if (!isDirect)
            self.fail(ProbeOutcome::ProxyFailed, u"this engine speaks to no proxy; the engine qt does"_s);
        else if (problem.isEmpty())
            self.connectTcp();
        else
            self.fail(ProbeOutcome::TlsFailed, problem);
    }));
}

void AsioTransport::Attempt::connectTcp()
{
    m_connector = std::make_shared<TcpConnector>(m_loop, engine->clock,
        TcpConnector::Listener{guarded([](Attempt &self) { Q_EMIT self.m_transport->resolved(); }),
            guarded([](Attempt &self, TcpSocket socket) { self.onTcp(std::move(socket)); }),
            guarded([](Attempt &self, ProbeOutcome outcome, const QString &detail) {
                self.fail(outcome, detail);
            })});
    const bool isSecure = m_tls != nullptr;
    const int port = m_target.url.port(isSecure ? 443 : 80);
    m_connector->start(m_target.url.host(QUrl::FullyEncoded), static_cast<quint16>(port), engine->lookup);
}

void AsioTransport::Attempt::onTcp(TcpSocket socket)
{
    asio::error_code ignored; // a peer that is gone again is met by the first read
    m_facts.peer = QString::fromStdString(socket.remote_endpoint(ignored).address().to_string());
    const QString &configured = m_target.module.tls.serverName;
    const QString name = configured.isEmpty() ? m_target.url.host(QUrl::FullyEncoded) : configured;
    stream = std::make_shared<WireStream>(WireStream::Surroundings{m_loop, engine->clock, engine->buffers},
        std::move(socket), m_tls ? std::make_unique<TlsSession>(m_tls, name) : nullptr,
        m_target.module.pongTimeout);
    m_stage = m_tls ? Stage::Tls : Stage::Upgrade;
    Q_EMIT m_transport->connected();
    if (!m_transport)
        return;
    stream->start({guarded([](Attempt &self) {
                       self.m_stage = Stage::Upgrade;
                       Q_EMIT self.m_transport->encrypted();
                       if (self.m_transport)
                           self.sendRequest();
                   }),
        guarded([](Attempt &self, std::span<const std::byte> bytes, MonotonicTime received) {
            self.onBytes(bytes, received);
        }),
        guarded([](Attempt &self, const WireEnd &end) { self.onEnd(end); })});
    if (!m_tls)
        sendRequest();
}

void AsioTransport::Attempt::sendRequest()
{
    stream->send(bytesOf(toBytes(m_request)));
}

void AsioTransport::Attempt::onBytes(std::span<const std::byte> bytes, MonotonicTime received)
{
    if (m_stage == Stage::Upgrade)
        onAnswer(bytes, received);
    else if (m_stage == Stage::Open)
        onFrames(bytes, received);
}

void AsioTransport::Attempt::onAnswer(std::span<const std::byte> bytes, MonotonicTime received)
{
    const auto taken = m_reader.feed(bytes);
    if (!taken) {
        fail(taken.error());
        return;
    }
    if (!m_reader.isComplete()) {
        // Its body may never end, but what it says is known.
        if (m_reader.hasHead())
            await(&Attempt::judgeAnswer);
        return;
    }
    judgeAnswer();
    if (m_transport && m_stage == Stage::Open && *taken < bytes.size())
        onFrames(bytes.subspan(*taken), received);
}

void AsioTransport::Attempt::judgeAnswer()
{
    m_timer.cancel();
    m_facts.upgrade = factsOf(m_reader.response(), engine->clock.now());
    const auto negotiated = validateUpgrade(m_reader.response(), m_request);
    if (!negotiated) {
        fail(negotiated.error());
        return;
    }
    m_stage = Stage::Open;
    session.emplace(ClientSession::Options{{}, negotiated->deflate}, engine->random);
    Q_EMIT m_transport->opened();
}

void AsioTransport::Attempt::onFrames(std::span<const std::byte> bytes, MonotonicTime received)
{
    session->feed(bytes);
    while (m_transport && m_stage == Stage::Open) {
        const FrameEvent event = session->next();
        if (isNeedMore(event))
            break;
        onEvent(event, received);
    }
    if (m_transport && m_stage == Stage::Open)
        send();
}

void AsioTransport::Attempt::onEvent(const FrameEvent &event, MonotonicTime received)
{
    if (const auto *pong = std::get_if<PongFrame>(&event)) {
        const auto *data = reinterpret_cast<const char *>(pong->payload.data());
        Q_EMIT m_transport->pongReceived(
            {QByteArray(data, static_cast<qsizetype>(pong->payload.size())), received, stream->roundTrip()});
    } else if (const auto *message = std::get_if<DataMessage>(&event)) {
        Q_EMIT m_transport->messageReceived(static_cast<qint64>(message->payload.size()));
    } else if (std::holds_alternative<CloseFrame>(event)) {
        send();
        // A frame behind a close frame does not matter any more.
        await(&Attempt::finishClosing);
        if (!m_requestedCode) // else it is told already
            Q_EMIT m_transport->closing();
    } else if (const auto *error = std::get_if<FrameError>(&event)) {
        send();
        if (session->closeFacts().received)
            finishClosing();
        else
            breakOff(*error);
    }
}

void AsioTransport::Attempt::breakOff(const FrameError &error)
{
    m_frameError = error;
    closed(ProbeOutcome::ProtocolError, closeCodeFor(error.kind), {}, false);
}

void AsioTransport::Attempt::onEnd(const WireEnd &end)
{
    if (m_stage == Stage::Open) {
        onEndOfOpen(end);
    } else if (end.kind == WireEnd::Kind::TlsFailed) {
        fail(end.tls.outcome, end.tls.detail);
    } else if (m_stage == Stage::Tls) {
        fail(ProbeOutcome::TlsProtocol, end.detail);
    } else if (m_reader.hasHead() && m_reader.endOfStream()) {
        judgeAnswer();
    } else {
        fail(ProbeOutcome::UpgradeClosed, end.detail);
    }
}

void AsioTransport::Attempt::onEndOfOpen(const WireEnd &end)
{
    if (session->closeFacts().received) {
        finishClosing();
    } else if (m_requestedCode) {
        closed(ProbeOutcome::ClosedLocally, abnormalClosure, end.detail, true);
    } else {
        static constexpr std::array outcomes{ProbeOutcome::Dropped, ProbeOutcome::Reset,
            ProbeOutcome::PathDead, ProbeOutcome::Reset}; // Finished, Reset, PathDead, TlsFailed
        const QString detail = end.kind == WireEnd::Kind::TlsFailed ? end.tls.detail : end.detail;
        const bool byPeer = end.kind != WireEnd::Kind::PathDead;
        closed(outcomes[static_cast<std::size_t>(end.kind)], abnormalClosure, detail, byPeer);
    }
}

// Both close frames are exchanged, and TCP has ended or had its time.
void AsioTransport::Attempt::finishClosing()
{
    const CloseFacts close = session->closeFacts();
    const QString reason =
        QString::fromUtf8(close.reason.data(), static_cast<qsizetype>(close.reason.size()));
    const int code = close.code ? *close.code : noStatus;
    if (close.fault != CloseFault::None)
        closed(ProbeOutcome::ProtocolError, code, reason, true);
    else if (!close.byPeer && m_requestedCode)
        closed(ProbeOutcome::ClosedLocally, *m_requestedCode, reason, false);
    else
        closed(close.code ? ProbeOutcome::ClosedClean : ProbeOutcome::ClosedNoStatus, code, reason, true);
}

void AsioTransport::Attempt::fail(const UpgradeProblem &problem)
{
    if (m_reader.hasHead())
        m_facts.upgrade = factsOf(m_reader.response(), engine->clock.now());
    fail(outcomeOf(problem.kind), detailOf(problem));
}

void AsioTransport::Attempt::fail(ProbeOutcome outcome, const QString &detail)
{
    m_stage = Stage::Done;
    m_timer.cancel();
    if (stream)
        stream->close();
    const int status = m_facts.upgrade ? m_facts.upgrade->status : 0;
    Q_EMIT m_transport->failed(outcome, status, detail);
}

void AsioTransport::Attempt::closed(ProbeOutcome outcome, int code, const QString &reason, bool byPeer)
{
    m_stage = Stage::Done;
    m_timer.cancel();
    stream->close();
    Q_EMIT m_transport->closed(outcome, code, reason, byPeer);
}

void AsioTransport::Attempt::await(void (Attempt::*step)())
{
    m_timer.expires_after(patience);
    m_timer.async_wait(guarded([step](Attempt &self, const asio::error_code &error) {
        if (!error && self.m_stage != Stage::Done)
            (self.*step)();
    }));
}

void AsioTransport::Attempt::send()
{
    std::vector<std::byte> bytes;
    session->takeOutput(bytes);
    stream->send(bytes);
}

void AsioTransport::Attempt::close(int code, const QString &reason)
{
    if (!session || m_stage != Stage::Open)
        return;
    m_requestedCode = code;
    const QByteArray text = reason.toUtf8();
    session->close(
        static_cast<std::uint16_t>(code), {text.constData(), static_cast<std::size_t>(text.size())});
    send();
    asio::post(m_loop->context, guarded([](Attempt &self) {
        if (self.m_stage == Stage::Open)
            Q_EMIT self.m_transport->closing();
    }));
}

void AsioTransport::Attempt::abort()
{
    m_transport = nullptr;
    m_timer.cancel();
    if (m_connector)
        m_connector->cancel();
    if (stream)
        stream->abort();
}

AttemptFacts AsioTransport::Attempt::facts() const
{
    AttemptFacts facts = m_facts;
    if (m_connector) {
        facts.addresses = m_connector->addresses();
        facts.tried = m_connector->attempts();
    }
    if (stream && stream->tls())
        facts.tls = stream->tls()->facts();
    if (!facts.upgrade && m_reader.hasHead())
        facts.upgrade = factsOf(m_reader.response(), engine->clock.now());
    return facts;
}

AsioTransport::AsioTransport(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
    , m_attempt(std::make_shared<Attempt>(this, m_engine))
{
}

AsioTransport::~AsioTransport()
{
    m_attempt->abort();
}

void AsioTransport::open(const ProbeTarget &target, const ProbeAccess &access)
{
    m_attempt->open(target, access);
}

void AsioTransport::ping(const QByteArray &payload)
{
    if (!m_attempt->session)
        return;
    m_attempt->session->ping(bytesOf(payload));
    m_attempt->send();
}

void AsioTransport::sendText(const QString &message)
{
    if (!m_attempt->session)
        return;
    m_attempt->session->send(MessageKind::Text, bytesOf(message.toUtf8()));
    m_attempt->send();
}

void AsioTransport::close(int code, const QString &reason)
{
    m_attempt->close(code, reason);
}

void AsioTransport::abort()
{
    m_attempt->abort();
}

std::shared_ptr<const AttemptFacts> AsioTransport::facts() const
{
    return std::make_shared<const AttemptFacts>(m_attempt->facts());
}

WireBytes AsioTransport::wireBytes() const
{
    return m_attempt->stream ? m_attempt->stream->bytes() : WireBytes{};
}

bool AsioTransport::isPathSilent() const
{
    return m_attempt->stream && m_attempt->stream->isPathSilent();
}

std::optional<FrameError> AsioTransport::frameError() const
{
    return m_attempt->frameError();
}

TransportFactory asioTransportFactory(const Clock &clock, RandomSource random, NameLookup lookup)
{
    const auto engine = std::make_shared<Engine>(Engine{clock, random, std::move(lookup)});
    return [engine](
               const ProbeModule &, const ProbeAccess &) { return std::make_unique<AsioTransport>(engine); };
}

} // namespace sockeye
