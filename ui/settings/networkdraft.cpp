// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/networkdraft.h"

#include "core/settings/secretstore.h"

#include "ui/settings/filledlines.h"
#include "ui/text/errors.h"

#include <QNetworkProxy>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

std::optional<HttpHeader> headerOf(const QString &line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 1)
        return std::nullopt;
    HttpHeader header{line.first(colon).trimmed().toUtf8(), line.sliced(colon + 1).trimmed().toUtf8()};
    if (!isAcceptableHeader(header))
        return std::nullopt;
    return header;
}

const QStringList &proxySchemes()
{
    static const QStringList all{u"http"_s, u"https"_s, u"socks5"_s, u"socks5h"_s};
    return all;
}

//! Nothing for what is no address of a script.
QUrl scriptOf(const QString &text)
{
    const QUrl file(text.trimmed(), QUrl::StrictMode);
    if (file.isLocalFile() && file.isValid())
        return file;
    return parseServerUrl(text, {u"http"_s, u"https"_s}).value_or(QUrl{});
}

ProxyConfig proxyOf(const NetworkDraft &draft, const QString &sessionKey)
{
    ProxyConfig proxy = draft.loaded;
    proxy.mode = draft.proxy;
    proxy.url = draft.proxy == ProxyConfig::Mode::Pac ? scriptOf(draft.proxyScript) : QUrl{};
    proxy.noProxy.clear();
    proxy.username.clear();
    proxy.password = {};
    if (draft.proxy == ProxyConfig::Mode::Url) {
        proxy.url = parseServerUrl(draft.proxyUrl, proxySchemes()).value_or(QUrl{});
        proxy.noProxy = draft.noProxy.trimmed();
        proxy.username = draft.proxyUser.trimmed();
        if (!proxy.username.isEmpty())
            proxy.password = secretOf(draft.proxySecret, proxySessionKey(sessionKey));
    }
    const bool mayTunnel =
        proxy.mode == ProxyConfig::Mode::Url || proxy.mode == ProxyConfig::Mode::Environment;
    if (!mayTunnel) {
        proxy.connectHeaders.clear();
        proxy.secretConnectHeaders.clear();
    }
    return proxy;
}

std::optional<FieldProblem> proxyProblem(const NetworkDraft &draft)
{
    if (draft.proxy == ProxyConfig::Mode::Url) {
        if (draft.proxyUrl.trimmed().isEmpty())
            return FieldProblem{FormField::ProxyUrl};
        if (!parseServerUrl(draft.proxyUrl, proxySchemes()))
            return FieldProblem{FormField::ProxyUrl, FieldProblem::Kind::Malformed};
    }
    if (draft.proxy == ProxyConfig::Mode::Pac) {
        if (draft.proxyScript.trimmed().isEmpty())
            return FieldProblem{FormField::ProxyScript};
        if (scriptOf(draft.proxyScript).isEmpty())
            return FieldProblem{FormField::ProxyScript, FieldProblem::Kind::Malformed};
        return std::nullopt;
    }
    ProxyConfig proxy = proxyOf(draft, {});
    // Whether such a proxy can be used at all does not depend on who signs in at it.
    proxy.noProxy.clear();
    proxy.username.clear();
    proxy.secretConnectHeaders.clear();
    const SessionSecrets none;
    const auto usable = proxyFor(QUrl(u"http://prometheus.example.net"_s), proxy, {}, none);
    if (usable)
        return std::nullopt;
    return FieldProblem{FormField::ProxyUrl, FieldProblem::Kind::Refused, describe(usable.error()).joined()};
}

} // namespace

NetworkDraft networkDraft(const HttpConfig &config)
{
    const ProxyConfig &proxy = config.proxy;
    return {.headers = headerLines(config.headers),
        .proxy = proxy.mode,
        .proxyUrl = proxy.mode == ProxyConfig::Mode::Url
            ? proxy.url.toString(QUrl::EncodeSpaces | QUrl::EncodeReserved)
            : QString(),
        .proxyScript = proxy.mode == ProxyConfig::Mode::Pac ? proxy.url.toString() : QString(),
        .noProxy = proxy.noProxy,
        .proxyUser = proxy.username,
        .proxySecret = secretDraft(proxy.password),
        .followRedirects = config.followRedirects,
        .compression = config.compression,
        .loaded = proxy};
}

void apply(const NetworkDraft &draft, const QString &sessionKey, HttpConfig &config)
{
    config.headers = headersOf(draft.headers);
    config.proxy = proxyOf(draft, sessionKey);
    config.followRedirects = draft.followRedirects;
    config.compression = draft.compression;
}

std::vector<FieldProblem> problemsOf(const NetworkDraft &draft)
{
    std::vector<FieldProblem> problems;
    if (!areHeaders(draft.headers))
        problems.push_back({FormField::Headers, FieldProblem::Kind::Malformed});
    if (const auto proxy = proxyProblem(draft))
        problems.push_back(*proxy);
    if (draft.proxy == ProxyConfig::Mode::Url && !draft.proxyUser.trimmed().isEmpty()
        && draft.proxySecret.place == SecretDraft::Place::File && draft.proxySecret.path.trimmed().isEmpty())
        problems.push_back({FormField::ProxySecretFile});
    return problems;
}

QString headerLines(const std::vector<HttpHeader> &headers)
{
    QStringList lines;
    for (const HttpHeader &header : headers)
        lines.append(QString(QString::fromUtf8(header.name) % ": "_L1 % QString::fromUtf8(header.value)));
    return lines.join(u'\n');
}

std::vector<HttpHeader> headersOf(const QString &lines)
{
    std::vector<HttpHeader> headers;
    const QStringList filled = filledLines(lines);
    for (const QString &line : filled) {
        if (auto header = headerOf(line))
            headers.push_back(std::move(*header));
    }
    return headers;
}

bool areHeaders(const QString &lines)
{
    return std::ranges::all_of(
        filledLines(lines), [](const QString &line) { return headerOf(line).has_value(); });
}

QString proxySessionKey(const QString &sessionKey)
{
    return sessionKey % "/proxy"_L1;
}

} // namespace sockeye
