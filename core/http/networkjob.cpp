// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/networkjob.h"

#include "core/http/redirect.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <array>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower();
}

HttpError::Kind kindOf(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return HttpError::Kind::ConnectionRefused;
    case QNetworkReply::RemoteHostClosedError:
        return HttpError::Kind::ConnectionLost;
    case QNetworkReply::HostNotFoundError:
        return HttpError::Kind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return HttpError::Kind::TimedOut;
    case QNetworkReply::OperationCanceledError:
        return HttpError::Kind::Aborted;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpError::Kind::TlsFailed;
    // "No route to host" and "network is unreachable" arrive as the unknown network error.
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return HttpError::Kind::NetworkUnreachable;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return HttpError::Kind::ProxyFailed;
    case QNetworkReply::NoError:
    // Redirects are ours, so that these do not come.
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return HttpError::Kind::Protocol;
    }
    return HttpError::Kind::Protocol;
}

// Whether Qt reports nothing but the status of a complete answer. 400 has a code of the protocol's group.
bool isStatusError(QNetworkReply::NetworkError code)
{
    return code == QNetworkReply::ProtocolInvalidOperationError
        || (code >= QNetworkReply::ContentAccessDenied && code <= QNetworkReply::UnknownContentError)
        || (code >= QNetworkReply::InternalServerError && code <= QNetworkReply::UnknownServerError);
}

QString displayed(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

// A plain request is handed to the proxy as it is, and Qt tells of the proxy as if it were the server. Of a
// proxy that refuses a tunnel it tells as of a network without a way.
HttpError::Kind atProxy(HttpError::Kind kind, const QUrl &url, const QNetworkProxy &proxy)
{
    const bool isUnreached =
        kind == HttpError::Kind::ConnectionRefused || kind == HttpError::Kind::HostNotFound;
    const bool isOfTheProxy =
        url.scheme() == "http"_L1 ? isUnreached : kind == HttpError::Kind::NetworkUnreachable;
    return isOfTheProxy && proxy.type() == QNetworkProxy::HttpProxy ? HttpError::Kind::ProxyFailed : kind;
}

} // namespace

NetworkJob::NetworkJob(Limits limits, const Clock &clock, QObject *parent)
    : HttpJob(parent)
    , m_limits(limits)
    , m_clock(clock)
    , m_startedAt(clock.monotonic())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &NetworkJob::onDeadline);
}

NetworkJob::~NetworkJob()
{
    dropReply();
}

void NetworkJob::start(QNetworkAccessManager &manager, HttpMessage message)
{
    m_manager = &manager;
    m_message = std::move(message);
    m_url = m_message.request.url();
    // QNetworkAccessManager's own timeout watches for silence only and ends like abort().
    m_deadline.start(m_limits.timeout);
    sendMessage();
}

void NetworkJob::sendMessage()
{
    m_reply = m_message.form ? m_manager->post(m_message.request, *m_message.form)
                             : m_manager->get(m_message.request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &NetworkJob::onMetaDataChanged);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkJob::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkJob::onReplyFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    if (m_reply->isFinished())
        onReplyFinished();
}

void NetworkJob::fail(HttpError error)
{
    m_url = error.url;
    conclude(unexpected(std::move(error)));
}

void NetworkJob::abort()
{
    if (!m_delivered)
        conclude(unexpected(error(HttpError::Kind::Aborted)));
}

void NetworkJob::onMetaDataChanged()
{
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    // Readers of JSON look ahead of what they read: with room behind the body they need no copy of it.
    constexpr qint64 lookAhead = 64;
    if (!refuseOversize(length) && length > 0)
        m_body.reserve(length + lookAhead);
}

// In small pieces: a megabyte of gzip may hold a gigabyte, which Qt decodes as it is read.
void NetworkJob::readBody()
{
    constexpr qsizetype chunk = 64 * 1024;
    while (!refuseOversize(m_body.size()) && m_reply->bytesAvailable() > 0) {
        const qsizetype size = m_body.size();
        // Doubling, because resize() alone would copy the body anew for each piece.
        if (m_body.capacity() == size)
            m_body.reserve(std::min<qint64>(std::max(2 * size, chunk), m_limits.maxBodyBytes + 1));
        const qsizetype room = std::min(m_body.capacity() - size, chunk);
        m_body.resize(size + room);
        const qint64 got = m_reply->read(m_body.data() + size, room);
        m_body.resize(size + std::max<qint64>(got, 0));
        if (got <= 0)
            return;
    }
}

void NetworkJob::onReplyFinished()
{
    readBody();
    if (m_outcome)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError code = m_reply->error();
    const bool isAnswer =
        status > 0 && (code == QNetworkReply::NoError || (isStatusError(code) && status >= 400));
    if (!isAnswer) {
        conclude(unexpected(errorOfReply()));
        return;
    }
    if (const auto target = redirectTarget(*m_reply)) {
        followTo(*target);
        return;
    }
    if (const QByteArray coding = m_reply->rawHeader("Content-Encoding").toLower(); !isDecoded(coding)) {
        conclude(unexpected(error(HttpError::Kind::Protocol,
            QString(u"Content-Encoding: "_s % QString::fromLatin1(coding.left(40))))));
        return;
    }
    if (const auto failure = status == 400 ? tlsFailureOfPage(m_body) : std::nullopt) {
        HttpError failed = error(HttpError::Kind::TlsFailed);
        failed.tls = *failure;
        conclude(unexpected(std::move(failed)));
        return;
    }
    conclude(answer(status));
}

// Qt decodes only where it asked for a coding by itself, and leaves the header standing.
bool NetworkJob::isDecoded(const QByteArray &coding) const
{
    static constexpr std::array<const char *, 4> codings{"gzip", "deflate", "br", "zstd"};
    if (coding.isEmpty() || coding == "identity")
        return true;
    const bool isQtsTask = !m_message.request.hasRawHeader("Accept-Encoding");
    return isQtsTask
        && std::ranges::any_of(codings, [&coding](const char *known) { return coding == known; });
}

void NetworkJob::followTo(const QUrl &target)
{
    constexpr int longest = 10;
    if (!m_limits.followRedirects || !isSameOrigin(target, m_reply->url())) {
        conclude(unexpected(error(HttpError::Kind::Redirected, displayed(target))));
        return;
    }
    if (m_redirects == 0)
        m_firstRedirect = target;
    if (++m_redirects > longest) {
        conclude(unexpected(error(HttpError::Kind::RedirectLoop, displayed(target))));
        return;
    }
    // A POST stays one, also where browsers make it a GET: the query is in its form and would be lost. 303
    // alone says that the answer itself lies elsewhere.
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 303) {
        m_message.form.reset();
        m_message.request.setHeader(QNetworkRequest::ContentTypeHeader, {});
    }
    m_message.request.setUrl(target);
    m_body.clear();
    dropReply();
    sendMessage();
}

void NetworkJob::onDeadline()
{
    HttpError timedOut = error(HttpError::Kind::TimedOut);
    timedOut.limit = m_limits.timeout.count();
    conclude(unexpected(std::move(timedOut)));
}

void NetworkJob::conclude(HttpOutcome outcome)
{
    const bool isFirst = !m_outcome;
    m_outcome = std::move(outcome);
    if (!isFirst)
        return;
    m_deadline.stop();
    dropReply();
    // Queued, so that a slot may delete the client: never from within a call or a signal of the reply.
    QMetaObject::invokeMethod(this, &NetworkJob::deliver, Qt::QueuedConnection);
}

void NetworkJob::deliver()
{
    m_delivered = true;
    const HttpOutcome outcome = std::move(*m_outcome);
    deleteLater();
    Q_EMIT finished(outcome);
}

void NetworkJob::dropReply()
{
    if (!m_reply)
        return;
    // Disconnected first: abort() emits finished().
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

bool NetworkJob::refuseOversize(qint64 bytes)
{
    if (m_outcome)
        return true;
    if (bytes <= m_limits.maxBodyBytes)
        return false;
    HttpError tooLarge = error(HttpError::Kind::TooLarge);
    tooLarge.limit = m_limits.maxBodyBytes;
    conclude(unexpected(std::move(tooLarge)));
    return true;
}

HttpError NetworkJob::error(HttpError::Kind kind, const QString &detail) const
{
    HttpError error;
    error.kind = kind;
    error.url = m_url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    error.detail = detail;
    return error;
}

HttpError NetworkJob::errorOfReply() const
{
    const HttpError::Kind kind = atProxy(kindOf(m_reply->error()), m_url, m_reply->manager()->proxy());
    if (const auto failed = tlsError(kind))
        return *failed;
    HttpError failed = error(kind, m_reply->errorString());
    if (m_reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
        failed.proxy = ProxyError{ProxyError::Kind::SignInWanted, {}, {}};
    if (kind == HttpError::Kind::TimedOut) {
        const auto waited = m_clock.monotonic() - m_startedAt;
        failed.limit = std::chrono::duration_cast<std::chrono::milliseconds>(waited).count();
    }
    return failed;
}

// An alert of the server may come after the handshake, when Qt takes it for a fault of the network.
std::optional<HttpError> NetworkJob::tlsError(HttpError::Kind kind) const
{
    if (m_url.scheme() != "https"_L1)
        return std::nullopt;
    const QString words = m_reply->errorString();
    const TlsFailure failure = m_tlsErrors.isEmpty() ? tlsFailureOf(words) : tlsFailureOf(m_tlsErrors);
    if (kind != HttpError::Kind::TlsFailed && failure == TlsFailure::Other)
        return std::nullopt;
    QStringList details;
    for (const QSslError &problem : m_tlsErrors)
        details.append(problem.errorString());
    HttpError failed = error(HttpError::Kind::TlsFailed, details.isEmpty() ? words : details.join("; "_L1));
    failed.tls = failure;
    if (failure == TlsFailure::Expired)
        failed.lapse = lapseOf(m_tlsErrors);
    return failed;
}

HttpReply NetworkJob::answer(int status)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = mediaType(m_reply->rawHeader("Content-Type"));
    reply.body = std::move(m_body);
    const QList<QNetworkReply::RawHeaderPair> &pairs = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        reply.headers.push_back(HttpHeader{name, value});
    reply.receivedAt = m_clock.now();
    reply.elapsed = m_clock.monotonic() - m_startedAt;
    reply.redirectedTo = m_firstRedirect;
    return reply;
}

} // namespace sockeye
