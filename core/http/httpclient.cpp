// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpclient.h"

#include "core/base/logging.h"
#include "core/http/authorization.h"
#include "core/http/authorizedjob.h"
#include "core/http/hostreach.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// QUrlQuery leaves '+' alone, which a form decoder reads as a space: {a=~"x+y"} would ask for "x y".
QByteArray formEncoded(const HttpParameters &parameters)
{
    QByteArray form;
    for (const auto &[name, value] : parameters) {
        if (!form.isEmpty())
            form += '&';
        form += name.toPercentEncoding() + '=' + value.toPercentEncoding();
    }
    return form;
}

QUrl urlOf(const QUrl &base, const QByteArray &path, const QByteArray &query)
{
    QUrl url = base;
    QString joined = base.path(QUrl::FullyEncoded);
    while (joined.endsWith(u'/'))
        joined.chop(1);
    if (!path.isEmpty())
        url.setPath(QString(joined % u'/' % QString::fromLatin1(path)), QUrl::StrictMode);
    const QString own = base.query(QUrl::FullyEncoded);
    const QString added = QString::fromLatin1(query);
    if (!added.isEmpty())
        url.setQuery(own.isEmpty() ? added : QString(own % u'&' % added), QUrl::StrictMode);
    return url;
}

HttpError errorFor(const QNetworkRequest &request, HttpError::Kind kind)
{
    HttpError error;
    error.kind = kind;
    error.url = request.url().adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return error;
}

// Compressing costs Prometheus eight times the work of the answer itself, which only a slow network is worth.
bool isCompressed(const HttpConfig &config)
{
    switch (config.compression) {
    case Compression::Automatic:
        break;
    case Compression::Identity:
        return false;
    case Compression::Compressed:
        return true;
    }
    return reachOf(config.baseUrl.host()) == HostReach::Public;
}

// Several values of one name make one list. https://www.rfc-editor.org/rfc/rfc9110#section-5.3
void addHeader(QNetworkRequest &request, const QByteArray &name, const QByteArray &value)
{
    const QByteArray before = request.rawHeader(name);
    request.setRawHeader(name, before.isEmpty() ? value : QByteArray(before + ", " + value));
}

} // namespace

HttpClient::HttpClient(HttpConfig config, const SecretSource &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_secrets(secrets)
    , m_clock(clock)
    , m_refs(secretsOf(m_config))
    , m_credentials(makeCredentialSource(m_config.auth, secrets, clock))
    , m_proxies(makeProxyResolver(m_config.proxy, secrets, clock))
{
    for (const HttpHeader &header : m_config.headers) {
        if (!isAcceptableHeader(header))
            qCWarning(lcHttp) << "header not sent:" << header.name;
    }
    std::erase_if(m_config.headers, [](const HttpHeader &header) { return !isAcceptableHeader(header); });
    std::erase_if(m_config.secretHeaders,
        [](const SecretHeader &header) { return !isAcceptableSecretHeader(header.name); });
}

HttpClient::~HttpClient()
{
    // While the managers still live, because they own their replies.
    qDeleteAll(findChildren<HttpJob *>(QString(), Qt::FindDirectChildrenOnly));
}

HttpJob *HttpClient::get(const QByteArray &path, const HttpParameters &parameters)
{
    return send({QNetworkRequest(urlOf(m_config.baseUrl, path, formEncoded(parameters))), {}});
}

HttpJob *HttpClient::post(const QByteArray &path, const HttpParameters &parameters)
{
    QNetworkRequest request(urlOf(m_config.baseUrl, path, {}));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_L1);
    return send({std::move(request), formEncoded(parameters)});
}

HttpJob *HttpClient::send(HttpMessage message)
{
    const AuthorizedJob::Route route{.credentials = *m_credentials,
        .proxies = *m_proxies,
        .proxyMode = m_config.proxy.mode,
        .secrets = m_secrets,
        .refs = m_refs,
        .clock = m_clock,
        .prepare = [this](QNetworkRequest &request,
                       const QNetworkProxy &proxy) { return prepare(request, proxy); },
        .limits = {m_config.timeout, m_config.maxBodyBytes, m_config.followRedirects}};
    auto *job = new AuthorizedJob(route, std::move(message), this);
    job->start();
    return job;
}

Expected<QNetworkAccessManager *, HttpError> HttpClient::prepare(
    QNetworkRequest &request, const QNetworkProxy &proxy)
{
    if (const auto secured = addTls(request); !secured)
        return unexpected(secured.error());
    if (const auto added = addHeaders(request); !added)
        return unexpected(added.error());
    // Where Qt is to decode it must ask by itself: what a caller asked for is the caller's to decode.
    if (!isCompressed(m_config))
        request.setRawHeader("Accept-Encoding", "identity");
    // Idle series shrink to a hundredth, which Qt would take for an attack. NetworkJob caps what is decoded.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setRawHeader("User-Agent", "Sockeye");
    // Nothing is remembered between requests: no cookies, no credentials, no cached answers.
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, m_config.enableHttp2);
    // Qt sends the headers of a proxy with CONNECT only. This one ends at the proxy.
    const QByteArray signIn = proxy.rawHeader("Proxy-Authorization");
    if (request.url().scheme() == "http"_L1 && !signIn.isEmpty())
        request.setRawHeader("Proxy-Authorization", signIn);
    return managerFor(proxy);
}

// Which proxy a request takes is settled only after it was handed over, so that two requests on different
// ways must not share a manager.
QNetworkAccessManager *HttpClient::managerFor(const QNetworkProxy &proxy)
{
    const QString place =
        proxy.hostName() % u':' % QString::number(proxy.port()) % u' ' % QString::number(proxy.type());
    auto &manager = m_managers[place];
    if (!manager) {
        manager = std::make_unique<QNetworkAccessManager>();
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    manager->setProxy(proxy);
    return manager.get();
}

// Files are read on each use, so that a renewed certificate needs no restart.
Expected<void, HttpError> HttpClient::addTls(QNetworkRequest &request) const
{
    if (request.url().scheme() != "https"_L1)
        return {};
    const auto tls = tlsConfiguration(m_config.tls, m_secrets);
    if (!tls) {
        HttpError error = errorFor(request, HttpError::Kind::TlsSetup);
        error.tlsSetup = tls.error();
        return unexpected(error);
    }
    request.setSslConfiguration(*tls);
    request.setPeerVerifyName(m_config.tls.serverName);
    return {};
}

Expected<void, HttpError> HttpClient::addHeaders(QNetworkRequest &request) const
{
    for (const HttpHeader &header : m_config.headers)
        addHeader(request, header.name, header.value);
    for (const SecretHeader &header : m_config.secretHeaders) {
        const auto value = readHeaderSecret(header.value, m_secrets);
        if (!value) {
            HttpError error = errorFor(request, HttpError::Kind::SecretMissing);
            error.secret = value.error();
            return unexpected(error);
        }
        addHeader(request, header.name, *value);
    }
    if (!m_config.tenant.isEmpty())
        request.setRawHeader("X-Scope-OrgID", m_config.tenant.toUtf8());
    return {};
}

} // namespace sockeye
