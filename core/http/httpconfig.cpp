// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpconfig.h"

#include "core/base/enumname.h"
#include "core/http/configjson.h"
#include "core/http/httptoken.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

bool isControl(char c)
{
    return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f';
}

bool isOneOf(const QByteArray &name, std::span<const char *const> names)
{
    return std::ranges::any_of(
        names, [&name](const char *other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
}

// They decide how a message is framed and read, or who it is from.
constexpr std::array ownHeaders{"accept-encoding", "authorization", "connection", "content-length",
    "content-type", "host", "transfer-encoding", "upgrade"};

constexpr auto tenantHeader = "X-Scope-OrgID";

QLatin1StringView nameOf(Compression compression)
{
    switch (compression) {
    case Compression::Automatic:
        break;
    case Compression::Identity:
        return "identity"_L1;
    case Compression::Compressed:
        return "compressed"_L1;
    }
    return "automatic"_L1;
}

void readTenant(JsonReader &reader, HttpConfig &config)
{
    config.tenant = reader.string("tenant"_L1);
    if (config.tenant.isEmpty())
        return;
    const auto isTenantHeader = [](const auto &header) {
        return header.name.compare(tenantHeader, Qt::CaseInsensitive) == 0;
    };
    if (!isTenant(config.tenant))
        reader.fail(JsonError::Kind::BadValue, "tenant"_L1, u"a tenant, or several as a|b"_s);
    if (std::ranges::any_of(config.headers, isTenantHeader)
        || std::ranges::any_of(config.secretHeaders, isTenantHeader))
        reader.fail(JsonError::Kind::BadValue, "tenant"_L1, u"one of tenant and the header X-Scope-OrgID"_s);
}

} // namespace

Expected<QUrl, UrlProblem> parseServerUrl(const QString &text, const QStringList &schemes)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return unexpected(UrlProblem::Empty);
    // "localhost:9090" would be a URL of the scheme localhost, and "10.0.0.1:9090" none at all.
    if (!trimmed.contains("://"_L1))
        return unexpected(UrlProblem::WrongScheme);
    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.port() == 0) {
        const bool noHost = QUrl(trimmed, QUrl::TolerantMode).host().isEmpty() && trimmed.endsWith("://"_L1);
        return unexpected(noHost ? UrlProblem::NoHost : UrlProblem::Malformed);
    }
    if (!schemes.contains(url.scheme(), Qt::CaseInsensitive))
        return unexpected(UrlProblem::WrongScheme);
    if (!url.userInfo().isEmpty())
        return unexpected(UrlProblem::UserInfo);
    if (url.host().isEmpty())
        return unexpected(UrlProblem::NoHost);
    if (url.hasFragment())
        return unexpected(UrlProblem::Fragment);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

bool isHeaderValue(const QByteArray &value)
{
    return std::ranges::none_of(value, isControl);
}

bool isAcceptableHeader(const HttpHeader &header)
{
    // They hold credentials, which would end up in the configuration file.
    static constexpr std::array secretHeaders{"cookie", "proxy-authorization"};
    return isToken(header.name) && isHeaderValue(header.value) && !isOneOf(header.name, ownHeaders)
        && !isOneOf(header.name, secretHeaders);
}

bool isAcceptableSecretHeader(const QByteArray &name)
{
    return isToken(name) && !isOneOf(name, ownHeaders);
}

bool isTenant(const QString &tenant)
{
    const auto isPrintable = [](QChar c) { return c > u' ' && c < u'\x7f'; };
    const QStringList parts = tenant.split(u'|');
    return std::ranges::all_of(tenant, isPrintable)
        && std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty(); });
}

QJsonObject toJson(const HttpConfig &config)
{
    const HttpConfig usual;
    QJsonObject object{{u"url"_s, QString::fromLatin1(config.baseUrl.toEncoded(QUrl::RemoveUserInfo))}};
    configjson::insertAuth(object, config.auth);
    const QJsonObject headers = configjson::headersToJson(config.headers, config.secretHeaders);
    if (!headers.isEmpty())
        object.insert("http_headers"_L1, headers);
    if (!config.tenant.isEmpty())
        object.insert("tenant"_L1, config.tenant);
    const QJsonObject tls = configjson::tlsToJson(config.tls);
    if (!tls.isEmpty())
        object.insert("tls_config"_L1, tls);
    configjson::insertProxy(object, config.proxy);
    if (config.followRedirects != usual.followRedirects)
        object.insert("follow_redirects"_L1, config.followRedirects);
    if (config.enableHttp2 != usual.enableHttp2)
        object.insert("enable_http2"_L1, config.enableHttp2);
    if (config.compression != usual.compression)
        object.insert("compression"_L1, nameOf(config.compression));
    object.insert("timeout_ms"_L1, qint64{config.timeout.count()});
    object.insert("max_body_bytes"_L1, config.maxBodyBytes);
    return object;
}

HttpConfig readHttpConfig(JsonReader &reader)
{
    HttpConfig config;
    const auto url = parseServerUrl(reader.requiredString("url"_L1), {u"http"_s, u"https"_s});
    if (url)
        config.baseUrl = *url;
    else
        reader.fail(JsonError::Kind::BadValue, "url"_L1, u"an http or https URL without credentials"_s);
    config.auth = configjson::readAuth(reader);
    auto headers = configjson::readHeaders(reader, "http_headers"_L1);
    config.headers = std::move(headers.plain);
    config.secretHeaders = std::move(headers.secret);
    readTenant(reader, config);
    config.tls = configjson::readTls(reader, "tls_config"_L1);
    config.proxy = configjson::readProxy(reader);
    config.followRedirects = reader.boolean("follow_redirects"_L1, config.followRedirects);
    config.enableHttp2 = reader.boolean("enable_http2"_L1, config.enableHttp2);
    config.compression = readEnum(reader, "compression"_L1, Compression::Compressed, nameOf);
    config.timeout = configjson::readTimeout(reader, config.timeout);
    const qint64 maxBody = reader.integer("max_body_bytes"_L1, config.maxBodyBytes);
    if (maxBody > 0)
        config.maxBodyBytes = maxBody;
    else
        reader.fail(JsonError::Kind::BadValue, "max_body_bytes"_L1, u"a number of bytes above 0"_s);
    return config;
}

} // namespace sockeye
