// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/pacanswer.h"

#include <QNetworkProxy>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Kind = ProxyError::Kind;

constexpr qsizetype longestDetail = 200;

ProxyError problem(Kind kind, const QString &answer)
{
    return {.kind = kind, .detail = answer.left(longestDetail), .secret = {}};
}

std::optional<QNetworkProxy::ProxyType> typeOf(const QString &word)
{
    if (word == "PROXY"_L1 || word == "HTTP"_L1)
        return QNetworkProxy::HttpProxy;
    // Without a number it once meant version 4. Nobody offers that alone any more, and browsers speak 5.
    if (word == "SOCKS"_L1 || word == "SOCKS5"_L1)
        return QNetworkProxy::Socks5Proxy;
    return std::nullopt;
}

Expected<QNetworkProxy, ProxyError> wayOf(const QString &element)
{
    const QStringList words = element.simplified().split(u' ');
    const QString word = words.constFirst().toUpper();
    if (word == "DIRECT"_L1 && words.size() == 1)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (words.size() != 2)
        return unexpected(problem(Kind::ScriptAnswerInvalid, element));
    const QUrl place(QString("proxy://"_L1 % words.constLast()), QUrl::StrictMode);
    const bool isPlace = place.isValid() && !place.host().isEmpty() && place.path().isEmpty()
        && place.userInfo().isEmpty() && !place.hasQuery() && place.port() != 0;
    if (!isPlace)
        return unexpected(problem(Kind::ScriptAnswerInvalid, element));
    const auto type = typeOf(word);
    if (!type) {
        const bool isKnown = word == "HTTPS"_L1 || word == "SOCKS4"_L1 || word == "QUIC"_L1;
        return unexpected(
            problem(isKnown ? Kind::ScriptProxyUnsupported : Kind::ScriptAnswerInvalid, element));
    }
    const int usual = *type == QNetworkProxy::HttpProxy ? 80 : 1080;
    return QNetworkProxy(*type, place.host(), static_cast<quint16>(place.port(usual)));
}

} // namespace

QUrl urlForScript(const QUrl &url)
{
    QUrl told = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (told.scheme() == "https"_L1)
        told = told.adjusted(QUrl::RemovePath | QUrl::RemoveQuery);
    if (told.path().isEmpty())
        told.setPath(u"/"_s);
    return told;
}

Expected<std::vector<QNetworkProxy>, ProxyError> waysOfScript(const QString &answer)
{
    std::vector<QNetworkProxy> ways;
    std::optional<ProxyError> unsupported;
    const QStringList elements = answer.split(u';', Qt::SkipEmptyParts);
    for (const QString &element : elements) {
        if (element.trimmed().isEmpty())
            continue;
        const auto way = wayOf(element.trimmed());
        if (way)
            ways.push_back(*way);
        else if (way.error().kind == Kind::ScriptProxyUnsupported)
            unsupported = unsupported.value_or(way.error());
        else
            return unexpected(way.error());
    }
    if (!ways.empty())
        return ways;
    if (unsupported)
        return unexpected(*unsupported);
    return std::vector{QNetworkProxy(QNetworkProxy::NoProxy)};
}

} // namespace sockeye
