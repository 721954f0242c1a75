// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpconfig.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr auto passwordKey = "password"_L1;
constexpr auto credentialsKey = "credentials"_L1;

bool isTokenCharacter(char c)
{
    // https://www.rfc-editor.org/rfc/rfc9110#name-tokens
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || marks.find(c) != std::string_view::npos;
}

QJsonObject toJson(const std::vector<HttpHeader> &headers)
{
    QJsonObject object;
    for (const HttpHeader &header : headers)
        object.insert(QString::fromUtf8(header.name), QString::fromUtf8(header.value));
    return object;
}

// Prometheus' own scheme: X_file names a file. X_session names what the user types once a session.
void insertSecret(QJsonObject &object, QLatin1StringView key, const SecretRef &ref)
{
    switch (ref.kind) {
    case SecretRef::Kind::None:
        break;
    case SecretRef::Kind::Session:
        object.insert(QString(key % "_session"_L1), ref.key);
        break;
    case SecretRef::Kind::File:
        object.insert(QString(key % "_file"_L1), ref.key);
        break;
    }
}

SecretRef readSecret(JsonReader &reader, QLatin1StringView key)
{
    const QByteArray fileKey = QByteArray(key.data(), key.size()) + "_file";
    const QByteArray sessionKey = QByteArray(key.data(), key.size()) + "_session";
    const QString file = reader.string(QLatin1StringView(fileKey));
    const QString session = reader.string(QLatin1StringView(sessionKey));
    if (reader.json().contains(key))
        reader.fail(JsonError::Kind::BadValue, key, u"no secret in this file: name a file that holds it"_s);
    if (!file.isEmpty() && !session.isEmpty())
        reader.fail(JsonError::Kind::BadValue, QLatin1StringView(fileKey), u"one source of the secret"_s);
    if (!file.isEmpty())
        return {SecretRef::Kind::File, file};
    if (!session.isEmpty())
        return {SecretRef::Kind::Session, session};
    return {};
}

HttpAuth readAuth(JsonReader &reader)
{
    const bool basic = reader.json().contains("basic_auth"_L1);
    const bool bearer = reader.json().contains("authorization"_L1);
    if (basic && bearer)
        reader.fail(JsonError::Kind::BadValue, "authorization"_L1, u"one of basic_auth and authorization"_s);
    if (basic) {
        JsonReader nested = reader.object("basic_auth"_L1);
        BasicAuth auth{nested.requiredString("username"_L1), readSecret(nested, passwordKey)};
        reader.absorb(nested);
        return auth;
    }
    if (bearer) {
        JsonReader nested = reader.object("authorization"_L1);
        if (nested.string("type"_L1, u"Bearer"_s).compare("Bearer"_L1, Qt::CaseInsensitive) != 0)
            nested.fail(JsonError::Kind::BadValue, "type"_L1, u"Bearer"_s);
        BearerAuth auth{readSecret(nested, credentialsKey)};
        reader.absorb(nested);
        return auth;
    }
    return std::monostate{};
}

std::vector<HttpHeader> readHeaders(JsonReader &reader)
{
    std::vector<HttpHeader> headers;
    const JsonReader nested = reader.object("http_headers"_L1);
    const QJsonObject &object = nested.json();
    for (auto it = object.begin(); it != object.end(); ++it) {
        HttpHeader header{it.key().toUtf8(), it.value().toString().toUtf8()};
        if (it.value().isString() && isAcceptableHeader(header))
            headers.push_back(std::move(header));
        else
            reader.fail(JsonError::Kind::BadValue, "http_headers"_L1, u"headers without credentials"_s);
    }
    return headers;
}

std::chrono::milliseconds readTimeout(JsonReader &reader, std::chrono::milliseconds fallback)
{
    constexpr qint64 longest = 3'600'000;
    const qint64 value = reader.integer("timeout_ms"_L1, fallback.count());
    if (value < 1 || value > longest)
        reader.fail(JsonError::Kind::BadValue, "timeout_ms"_L1, u"milliseconds from 1 to 3600000"_s);
    return std::chrono::milliseconds{std::clamp<qint64>(value, 1, longest)};
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

bool isAcceptableHeader(const HttpHeader &header)
{
    // The first group decides how a message is framed and read; the second holds credentials, which would
    // end up in the configuration file.
    static constexpr std::array<const char *, 10> refused{"accept-encoding", "connection", "content-length",
        "content-type", "host", "transfer-encoding", "upgrade", "authorization", "cookie",
        "proxy-authorization"};
    const auto isSame = [&header](
                            const char *name) { return header.name.compare(name, Qt::CaseInsensitive) == 0; };
    const auto isControl = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; };
    return !header.name.isEmpty() && std::ranges::all_of(header.name, isTokenCharacter)
        && std::ranges::none_of(header.value, isControl) && std::ranges::none_of(refused, isSame);
}

QJsonObject toJson(const HttpConfig &config)
{
    QJsonObject object{{u"url"_s, QString::fromLatin1(config.baseUrl.toEncoded(QUrl::RemoveUserInfo))}};
    if (const auto *basic = std::get_if<BasicAuth>(&config.auth)) {
        QJsonObject nested{{u"username"_s, basic->username}};
        insertSecret(nested, passwordKey, basic->password);
        object.insert(u"basic_auth"_s, nested);
    } else if (const auto *bearer = std::get_if<BearerAuth>(&config.auth)) {
        QJsonObject nested{{u"type"_s, u"Bearer"_s}};
        insertSecret(nested, credentialsKey, bearer->credentials);
        object.insert(u"authorization"_s, nested);
    }
    if (!config.headers.empty())
        object.insert(u"http_headers"_s, toJson(config.headers));
    if (config.tls != TlsConfig{}) {
        object.insert(u"tls_config"_s,
            QJsonObject{{u"ca_file"_s, config.tls.caFile},
                {u"insecure_skip_verify"_s, config.tls.insecureSkipVerify}});
    }
    object.insert(u"timeout_ms"_s, qint64{config.timeout.count()});
    object.insert(u"max_body_bytes"_s, config.maxBodyBytes);
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
    config.auth = readAuth(reader);
    config.headers = readHeaders(reader);
    JsonReader tls = reader.object("tls_config"_L1);
    config.tls = {tls.string("ca_file"_L1), tls.boolean("insecure_skip_verify"_L1)};
    reader.absorb(tls);
    config.timeout = readTimeout(reader, config.timeout);
    const qint64 maxBody = reader.integer("max_body_bytes"_L1, config.maxBodyBytes);
    if (maxBody > 0)
        config.maxBodyBytes = maxBody;
    else
        reader.fail(JsonError::Kind::BadValue, "max_body_bytes"_L1, u"a number of bytes above 0"_s);
    return config;
}

} // namespace sockeye
