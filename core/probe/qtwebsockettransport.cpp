// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/qtwebsockettransport.h"

#include "core/probe/qtwebsocketfailure.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 maxIncoming = quint64{16} * 1024 * 1024; // QWebSocket's own limit is 2 GiB
constexpr int abnormalClosure = 1006;

struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

class Depth final {
public:
    explicit Depth(int &depth)
        : m_depth(depth)
    {
        ++m_depth;
    }
    ~Depth() { --m_depth; }
    Q_DISABLE_COPY_MOVE(Depth)

private:
    int &m_depth;
};

// An edge that would rather speak HTTP/2 must not be given the choice.
QSslConfiguration withoutHttp2(QSslConfiguration tls)
{
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    return tls;
}

QNetworkRequest upgradeRequest(const ProbeTarget &target, const QByteArray &authorization)
{
    QNetworkRequest request(target.url);
    for (const HttpHeader &header : target.module.headers)
        request.setRawHeader(header.name, header.value);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    return request;
}

} // namespace

class QtWebSocketTransport::Private {
public:
    explicit Private(QtWebSocketTransport *transport)
        : q(transport)
    {
    }
    ~Private() { dispose(); }

    void open(const ProbeTarget &target, const ProbeAccess &access);
    void abort();

    QtWebSocketTransport *const q;
    std::unique_ptr<QWebSocket, DeleteLater> socket;
    int calls = 0; //!< of our public functions that have not returned
    int requestedCode = 0;
    bool closeRequested = false;

private:
    enum class Stage { Connecting, Open, Done };

    void listenToSocket();
    void listenToInner();
    void notify(std::function<void()> signal);
    void flush();
    void onConnected();
    void onError(QAbstractSocket::SocketError error);
    void onDisconnected();
    void onAboutToClose();
    void fail(const HandshakeFailure &failure, const QString &detail);
    void dispose();
    [[nodiscard]] QString detail() const;

    std::vector<std::function<void()>> m_pending;
    QPointer<QTcpSocket> m_inner;
    Stage m_stage = Stage::Connecting;
    QString m_subprotocol;
    bool m_secure = false;
    bool m_tcpConnected = false;
    bool m_encrypted = false;
    bool m_lost = false; //!< the socket failed before a close frame
    bool m_lostToPeer = false;
    bool m_closing = false;
    QString m_lossText;
    QStringList m_tlsProblems;
};

void QtWebSocketTransport::Private::open(const ProbeTarget &target, const ProbeAccess &access)
{
    m_secure = target.url.scheme() == "wss"_L1;
    m_subprotocol = target.module.subprotocol;
    socket.reset(new QWebSocket);
    socket->setMaxAllowedIncomingFrameSize(maxIncoming);
    socket->setMaxAllowedIncomingMessageSize(maxIncoming);
    if (m_secure)
        socket->setSslConfiguration(withoutHttp2(access.tls));
    socket->setProxy(access.proxy);
    listenToSocket();
    QWebSocketHandshakeOptions options;
    if (!m_subprotocol.isEmpty())
        options.setSubprotocols({m_subprotocol});
    socket->open(upgradeRequest(target, access.authorization), options);
    m_inner = socket ? socket->findChild<QTcpSocket *>() : nullptr;
    if (auto *const tls = qobject_cast<QSslSocket *>(m_inner);
        tls && !target.module.tls.serverName.isEmpty()) {
        // QWebSocket has no word for it. The handshake begins in the event loop at the earliest.
        tls->setPeerVerifyName(target.module.tls.serverName);
    }
    listenToInner();
}

void QtWebSocketTransport::Private::listenToSocket()
{
    QWebSocket *const ws = socket.get();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    constexpr auto errorSignal = &QWebSocket::errorOccurred;
#else
    constexpr auto errorSignal = QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error);
#endif
    connect(ws, errorSignal, q, [this](QAbstractSocket::SocketError error) { onError(error); });
    connect(ws, &QWebSocket::connected, q, [this] { onConnected(); });
    connect(ws, &QWebSocket::disconnected, q, [this] { onDisconnected(); });
    connect(ws, &QWebSocket::aboutToClose, q, [this] { onAboutToClose(); });
    connect(ws, &QWebSocket::sslErrors, q, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblems.append(error.errorString());
    });
    connect(ws, &QWebSocket::pong, q, [this](quint64, const QByteArray &payload) {
        notify([this, payload] { Q_EMIT q->pongReceived({payload, {}, {}}); });
    });
    connect(ws, &QWebSocket::textMessageReceived, q, [this](const QString &message) {
        notify([this, bytes = message.toUtf8().size()] { Q_EMIT q->messageReceived(bytes); });
    });
    connect(ws, &QWebSocket::binaryMessageReceived, q, [this](const QByteArray &message) {
        notify([this, bytes = message.size()] { Q_EMIT q->messageReceived(bytes); });
    });
}

// QWebSocket knows one state for resolving, connecting and encrypting. The socket inside, which open() makes
// as a child, tells them apart.
void QtWebSocketTransport::Private::listenToInner()
{
    if (!m_inner)
        return;
    const auto onState = [this](QAbstractSocket::SocketState state) {
        if (state != QAbstractSocket::ConnectedState || m_tcpConnected)
            return;
        m_tcpConnected = true;
        notify([this] { Q_EMIT q->connected(); });
    };
    // A number or a cached name is resolved within open(), too early to be heard.
    if (m_inner->state() == QAbstractSocket::HostLookupState)
        connect(m_inner, &QTcpSocket::hostFound, q, [this] { notify([this] { Q_EMIT q->resolved(); }); });
    else
        notify([this] { Q_EMIT q->resolved(); });
    // Not connected(): for wss it comes only after OpenSSL has been set up.
    connect(m_inner, &QTcpSocket::stateChanged, q, onState);
    onState(m_inner->state());
    if (const auto *tls = qobject_cast<QSslSocket *>(m_inner)) {
        connect(tls, &QSslSocket::encrypted, q, [this] {
            m_encrypted = true;
            notify([this] { Q_EMIT q->encrypted(); });
        });
    }
}

// Each signal may end with our being deleted, so nothing of us is touched after it.
void QtWebSocketTransport::Private::notify(std::function<void()> signal)
{
    if (calls == 0 && m_pending.empty()) {
        signal();
        return;
    }
    m_pending.push_back(std::move(signal));
    if (m_pending.size() == 1)
        QMetaObject::invokeMethod(
            q, [this] { flush(); }, Qt::QueuedConnection);
}

void QtWebSocketTransport::Private::flush()
{
    const QPointer<QtWebSocketTransport> alive(q);
    while (alive && !m_pending.empty()) {
        const auto signal = std::move(m_pending.front());
        m_pending.erase(m_pending.begin());
        signal();
    }
}

void QtWebSocketTransport::Private::onConnected()
{
    if (m_stage != Stage::Connecting)
        return;
    if (socket->subprotocol() != m_subprotocol) {
        fail({ProbeOutcome::UpgradeInvalid, 101}, u"no subprotocol %1 in the answer"_s.arg(m_subprotocol));
        return;
    }
    m_stage = Stage::Open;
    notify([this] { Q_EMIT q->opened(); });
}

void QtWebSocketTransport::Private::onError(QAbstractSocket::SocketError error)
{
    if (m_stage == Stage::Connecting) {
        const QtHandshakeError known{error, socket->errorString(), m_secure, m_tcpConnected, m_encrypted};
        fail(classify(known), detail());
        return;
    }
    if (m_stage != Stage::Open || m_closing)
        return;
    m_lost = true;
    m_lostToPeer = error == QAbstractSocket::RemoteHostClosedError;
    m_lossText = socket->errorString();
}

QString QtWebSocketTransport::Private::detail() const
{
    if (m_tlsProblems.isEmpty())
        return socket->errorString();
    return QString(socket->errorString() % ": "_L1 % m_tlsProblems.join("; "_L1));
}

void QtWebSocketTransport::Private::fail(const HandshakeFailure &failure, const QString &detail)
{
    m_stage = Stage::Done;
    // QWebSocket 6.4.2 keeps the TCP connection of a refused upgrade open for ever.
    dispose();
    notify([this, failure, detail] { Q_EMIT q->failed(failure.outcome, failure.httpStatus, detail); });
}

void QtWebSocketTransport::Private::onAboutToClose()
{
    if (m_stage != Stage::Open || m_lost || m_closing)
        return;
    m_closing = true;
    notify([this] { Q_EMIT q->closing(); });
}

void QtWebSocketTransport::Private::onDisconnected()
{
    // While connecting, an error says why; for a refused connection it comes after this.
    if (m_stage != Stage::Open)
        return;
    m_stage = Stage::Done;
    QtClosure closure{socket->closeCode(), socket->closeReason(), m_closing, closeRequested};
    const ProbeOutcome outcome = classify(closure);
    bool byPeer = outcome == ProbeOutcome::ClosedClean;
    if (outcome == ProbeOutcome::Dropped) {
        closure = {abnormalClosure, m_lossText, false, false};
        byPeer = m_lostToPeer;
    } else if (outcome == ProbeOutcome::ClosedLocally) {
        closure.code = requestedCode;
    } else if (isUnknownCloseCode(closure.reason)) {
        closure.code = 0;
        closure.reason = u"1012 to 1014, or a reserved code: QWebSocket does not tell"_s;
    }
    dispose();
    notify([this, outcome, code = closure.code, reason = closure.reason, byPeer] {
        Q_EMIT q->closed(outcome, code, reason, byPeer);
    });
}

void QtWebSocketTransport::Private::abort()
{
    m_stage = Stage::Done;
    m_pending.clear();
    dispose();
}

void QtWebSocketTransport::Private::dispose()
{
    if (!socket)
        return;
    if (m_inner)
        m_inner->disconnect(q);
    socket->disconnect(q);
    socket->abort();
    socket.reset();
}

QtWebSocketTransport::QtWebSocketTransport(QObject *parent)
    : WebSocketTransport(parent)
    , d(std::make_unique<Private>(this))
{
}

QtWebSocketTransport::~QtWebSocketTransport() = default;

void QtWebSocketTransport::open(const ProbeTarget &target, const ProbeAccess &access)
{
    const Depth depth(d->calls);
    d->open(target, access);
}

void QtWebSocketTransport::ping(const QByteArray &payload)
{
    const Depth depth(d->calls);
    if (d->socket)
        d->socket->ping(payload);
}

void QtWebSocketTransport::sendText(const QString &message)
{
    const Depth depth(d->calls);
    if (d->socket)
        d->socket->sendTextMessage(message);
}

void QtWebSocketTransport::close(int code, const QString &reason)
{
    const Depth depth(d->calls);
    if (!d->socket)
        return;
    d->closeRequested = true;
    d->requestedCode = code;
    d->socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

void QtWebSocketTransport::abort()
{
    d->abort();
}

TransportFactory qtWebSocketTransportFactory()
{
    return [](const ProbeModule &, const ProbeAccess &) { return std::make_unique<QtWebSocketTransport>(); };
}

} // namespace sockeye
