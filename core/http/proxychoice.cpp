// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/proxychoice.h"

#include "core/http/noproxy.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Kind = ProxyError::Kind;

QNetworkProxy direct()
{
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

ProxyError problem(Kind kind, const QUrl &url)
{
    const QUrl shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery);
    return {.kind = kind, .detail = shown.toDisplayString(), .secret = {}};
}

QString either(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name);
    return value.isEmpty() ? environment.value(name.toLower()) : value;
}

// The variables leave out http:// as often as not.
QUrl urlOfVariable(const QString &value)
{
    const QString trimmed = value.trimmed();
    return QUrl(trimmed.contains("://"_L1) ? trimmed : QString("http://"_L1 % trimmed), QUrl::StrictMode);
}

Expected<QNetworkProxy, ProxyError> proxyAt(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return unexpected(problem(Kind::BadUrl, url));
    const QString scheme = url.scheme();
    const bool isSocks = scheme == "socks5"_L1 || scheme == "socks5h"_L1;
    if (!isSocks && scheme != "http"_L1)
        return unexpected(problem(Kind::UnsupportedScheme, url));
    const auto port = static_cast<quint16>(url.port(isSocks ? 1080 : 80));
    // Names are looked up by the proxy, which knows the network behind it, also with socks5, as in
    // Prometheus.
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), port,
        url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

Expected<QNetworkProxy, ProxyError> proxyOfEnvironment(const QUrl &url, const ProxyEnvironment &environment)
{
    const QString &variable = url.scheme() == "https"_L1 ? environment.httpsProxy : environment.httpProxy;
    if (variable.trimmed().isEmpty() || NoProxy(environment.noProxy).covers(url))
        return direct();
    return proxyAt(urlOfVariable(variable));
}

Expected<QNetworkProxy, ProxyError> proxyOfUrl(
    const QUrl &url, const ProxyConfig &config, const SecretSource &secrets)
{
    if (NoProxy(config.noProxy).covers(url))
        return direct();
    auto proxy = proxyAt(config.url);
    if (!proxy || config.username.isEmpty())
        return proxy;
    const auto password = secrets.read(config.password);
    if (!password) {
        ProxyError missing = problem(Kind::SecretMissing, config.url);
        missing.secret = password.error();
        return unexpected(missing);
    }
    proxy->setUser(config.username);
    proxy->setPassword(QString::fromUtf8(*password));
    return proxy;
}

Expected<void, ProxyError> addHeaders(
    QNetworkProxy &proxy, const ProxyConfig &config, const SecretSource &secrets)
{
    for (const HttpHeader &header : config.connectHeaders)
        proxy.setRawHeader(header.name, header.value);
    for (const SecretHeader &header : config.secretConnectHeaders) {
        const auto value = secrets.read(header.value);
        if (!value) {
            ProxyError missing = problem(Kind::SecretMissing, config.url);
            missing.secret = value.error();
            return unexpected(missing);
        }
        proxy.setRawHeader(header.name, *value);
    }
    return {};
}

Expected<QNetworkProxy, ProxyError> chosen(const QUrl &url, const ProxyConfig &config,
    const ProxyEnvironment &environment, const SecretSource &secrets)
{
    switch (config.mode) {
    case ProxyConfig::Mode::Environment:
        return proxyOfEnvironment(url, environment);
    case ProxyConfig::Mode::None:
        break;
    case ProxyConfig::Mode::Url:
        return proxyOfUrl(url, config, secrets);
    case ProxyConfig::Mode::Pac:
        if (!NoProxy({}).covers(url))
            return unexpected(problem(Kind::ScriptNotRun, config.url));
        break;
    }
    return direct();
}

} // namespace

ProxyEnvironment ProxyEnvironment::from(const QProcessEnvironment &environment)
{
    return {either(environment, u"HTTP_PROXY"_s), either(environment, u"HTTPS_PROXY"_s),
        either(environment, u"NO_PROXY"_s)};
}

Expected<QNetworkProxy, ProxyError> proxyFor(const QUrl &url, const ProxyConfig &config,
    const ProxyEnvironment &environment, const SecretSource &secrets)
{
    auto proxy = chosen(url, config, environment, secrets);
    if (!proxy || proxy->type() == QNetworkProxy::NoProxy)
        return proxy;
    // Without being asked, as Prometheus does it: Qt answers no proxy that asks, because a request without
    // stored credentials of servers has none for proxies either.
    if (proxy->type() == QNetworkProxy::HttpProxy && !proxy->user().isEmpty()) {
        const QByteArray pair = proxy->user().toUtf8() + ':' + proxy->password().toUtf8();
        proxy->setRawHeader("Proxy-Authorization", "Basic " + pair.toBase64());
    }
    if (const auto added = addHeaders(*proxy, config, secrets); !added)
        return unexpected(added.error());
    return proxy;
}

} // namespace sockeye
